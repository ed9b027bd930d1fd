//! Reads a list of units from a table: in each row a division code and a name, in whatever columns. The list is taken
//! whole or not at all.

use std::collections::BTreeMap;

use crate::{
    id::{UnitCode, UnitLevel},
    printable::is_line,
    spreadsheet::{self, CodeError, code, plain},
};

/// The most bytes of a table: some 10,000 units.
pub const MOST_BYTES: usize = 1 << 20;

/// The longest name, in characters: as long as a name may be typed for a unit of the list.
pub const LONGEST_NAME: usize = 100;

/// The most faults that are kept of one table: nobody mends more by hand.
const MOST_FAULTS: usize = 100;

/// One unit of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitTableRow {
    /// Its division code.
    pub code: UnitCode,
    /// Its name, without white space around it.
    pub name: String,
}

/// A place at which a list does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitTableFault {
    /// The number of the line, from 1; 0 for the whole table.
    pub line: usize,
    /// The number of the column, from 1; 0 for the whole line.
    pub column: usize,
    /// The start of what stands there.
    pub text: String,
    /// The reason.
    pub why: UnitTableProblem,
}

/// The reason why a list of units does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitTableProblem {
    /// More bytes than this.
    TooLarge(usize),
    /// No row has a unit.
    Empty,
    /// A quotation mark that nothing closes.
    OpenQuote,
    /// A row without a division code.
    NoCode,
    /// A code that a spreadsheet has rounded, such as `4.29006E+11`: its last digits are lost.
    Rounded,
    /// A unit of another area.
    OtherArea,
    /// A unit of another level.
    OtherLevel,
    /// A row without a name.
    NoName,
    /// A name of more characters than this, or with characters that nobody sees.
    Name(usize),
    /// Another line, this one, gives the same code another name.
    Contradicts(usize),
}

/// Reads the units of `level` below `area`.
///
/// A header, blank lines, other columns (a number, a remark), quotation marks and what a spreadsheet does to codes are no
/// matter: of each row the first cell that is a code counts, and the first other one with a letter in it as the name.
///
/// # Errors
///
/// The first places that do not fit, at least one.
pub fn read(text: &str, area: UnitCode, level: UnitLevel) -> Result<Vec<UnitTableRow>, Vec<UnitTableFault>> {
    let whole = |why| vec![UnitTableFault { line: 0, column: 0, text: String::new(), why }];
    if text.len() > MOST_BYTES {
        return Err(whole(UnitTableProblem::TooLarge(MOST_BYTES)));
    }
    let (mut units, mut faults) = (BTreeMap::<UnitCode, (usize, String)>::new(), Vec::new());
    for (line, text, cells) in spreadsheet::lines(text, 2) {
        let read = cells.ok_or((0, UnitTableProblem::OpenQuote)).and_then(|cells| row(&cells, area, level));
        let fault = match read {
            // What stands above the units says what the columns are.
            Err((_, UnitTableProblem::NoCode)) if units.is_empty() && faults.is_empty() && is_heading(text) => None,
            Err((column, why)) => Some((column, why)),
            Ok(UnitTableRow { code, name }) => match units.get(&code) {
                Some((other, known)) if *known != name => Some((0, UnitTableProblem::Contradicts(*other))),
                Some(_) => None,
                None => {
                    units.insert(code, (line, name));
                    None
                }
            },
        };
        faults.extend(fault.map(|(column, why)| UnitTableFault {
            line,
            column,
            text: text.chars().take(80).collect(),
            why,
        }));
        if faults.len() >= MOST_FAULTS {
            break;
        }
    }
    match (faults.is_empty(), units.is_empty()) {
        (false, _) => Err(faults),
        (true, true) => Err(whole(UnitTableProblem::Empty)),
        (true, false) => Ok(units.into_iter().map(|(code, (_, name))| UnitTableRow { code, name }).collect()),
    }
}

/// Tells whether a line can be a title or the heads of columns: it has nothing that was meant as a code.
fn is_heading(line: &str) -> bool {
    !line.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 4)
}

/// Reads one row; an error has the number of its column, 0 for the whole row.
fn row(cells: &[String], area: UnitCode, level: UnitLevel) -> Result<UnitTableRow, (usize, UnitTableProblem)> {
    let codes: Vec<Result<UnitCode, CodeError>> = cells.iter().map(|cell| code(cell)).collect();
    let at = |is: fn(&Result<UnitCode, CodeError>) -> bool| codes.iter().zip(1..).find(|(code, _)| is(code));
    let (unit, column) = match (at(Result::is_ok), at(|code| *code == Err(CodeError::Rounded))) {
        (Some((Ok(unit), column)), _) => (*unit, column),
        (_, Some((_, column))) => return Err((column, UnitTableProblem::Rounded)),
        _ => return Err((0, UnitTableProblem::NoCode)),
    };
    if !unit.lies_in(area) {
        return Err((column, UnitTableProblem::OtherArea));
    }
    if unit.level() != level {
        return Err((column, UnitTableProblem::OtherLevel));
    }
    let is_name = |cell: &&String| plain(cell).chars().any(char::is_alphabetic);
    let (name, column) = cells
        .iter()
        .zip(1_usize..)
        .find(|(cell, at)| *at != column && is_name(cell))
        .ok_or((0, UnitTableProblem::NoName))?;
    let name = name.trim();
    if name.chars().count() > LONGEST_NAME || !is_line(name) {
        return Err((column, UnitTableProblem::Name(LONGEST_NAME)));
    }
    Ok(UnitTableRow { code: unit, name: name.to_owned() })
}

#[cfg(test)]
mod tests;
