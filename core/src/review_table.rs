//! Reads the results of offices' reviews from a table, also one that a spreadsheet has saved: a value is read where it
//! is certain, and else the table is refused with its cell. A table is taken whole or not at all.

use std::collections::BTreeMap;

use crate::{
    id::{LevelId, PackId, UnitCode},
    pack::{CountsFrom, Level, Pack, PeriodKind},
    period::Period,
};

/// The most bytes of a table.
pub const MOST_BYTES: usize = 16 << 20;

/// The most faults that are kept of one table: nobody mends more by hand.
const MOST_FAULTS: usize = 100;

/// The sign for a year, which follows one.
const YEAR: char = '\u{5e74}';

/// A separator of columns: that of CSV, of tables copied out of a spreadsheet, and of CSV in countries that write
/// decimals with a comma.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// The result of one review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The number of its line, from 1.
    pub line: usize,
    /// The unit.
    pub unit: UnitCode,
    /// The document.
    pub pack: PackId,
    /// The level or award.
    pub level: LevelId,
    /// The year.
    pub year: Period,
    /// `true` where the unit passed.
    pub passed: bool,
}

/// A place at which a table does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFault {
    /// The number of the line, from 1; 0 for the whole table.
    pub line: usize,
    /// The number of the column, from 1; 0 for the whole line.
    pub column: usize,
    /// The start of what stands there.
    pub text: String,
    /// The reason.
    pub why: ReviewProblem,
}

/// The reason why a table of reviews does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewProblem {
    /// More bytes than this.
    TooLarge(usize),
    /// Not UTF-8.
    NotUtf8,
    /// Not five columns, but this many.
    Columns(usize),
    /// A quotation mark that nothing closes.
    OpenQuote,
    /// A code that a spreadsheet has rounded, such as `4.29006E+11`: its last digits are lost.
    Rounded,
    /// No division code.
    Unit,
    /// No id of a document.
    Pack,
    /// No id of a level.
    Level,
    /// No year.
    Year,
    /// Neither passed nor failed.
    Outcome,
    /// Another line, this one, says the contrary.
    Contradicts(usize),
    /// There is no such document.
    NoPack,
    /// The document has no such level.
    NoLevel,
    /// The document counts no reviews of this level.
    NotCounted,
    /// The document gives no award for this year.
    NoYear,
    /// The unit is none of this level.
    OtherLevel,
    /// The unit is not among those that are to report.
    NotExpected,
}

impl ReviewProblem {
    /// Returns the stable code of the problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::Columns(_) => "not-five-columns",
            Self::OpenQuote => "open-quote",
            Self::Rounded => "code-rounded",
            Self::Unit => "not-a-division-code",
            Self::Pack | Self::Level => "not-an-id",
            Self::Year => "not-a-year",
            Self::Outcome => "unknown-word",
            Self::Contradicts(_) => "contradiction",
            Self::NoPack => "unknown-pack",
            Self::NoLevel => "unknown-level",
            Self::NotCounted => "reviews-not-counted",
            Self::NoYear => "period-not-rated",
            Self::OtherLevel => "unit-level",
            Self::NotExpected => "not-expected",
        }
    }
}

/// Reads a table of `unit,pack,level,year,outcome`.
///
/// A byte order mark, a header, blank lines, quoted cells, empty cells at the end of a line and CRLF are no matter, nor
/// are full-width digits, spaces, and the apostrophe or tab with which a spreadsheet is kept from reading a code as a
/// number. `outcome` reads the word for passed or failed, which is handed to it without the white space around it.
///
/// # Errors
///
/// The first places that do not fit, at least one.
pub fn read(bytes: &[u8], outcome: impl Fn(&str) -> Option<bool>) -> Result<Vec<ReviewRow>, Vec<ReviewFault>> {
    let whole = |why| vec![ReviewFault { line: 0, column: 0, text: String::new(), why }];
    if bytes.len() > MOST_BYTES {
        return Err(whole(ReviewProblem::TooLarge(MOST_BYTES)));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(ReviewProblem::NotUtf8))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|it| !is_blank(it.1));
    let separator = lines.clone().next().map_or(',', |(_, first)| separator(first));
    let mut table = ReviewTable::default();
    for (at, (line, text)) in lines.enumerate() {
        table.line((line, text), separator, at == 0, &outcome);
        if table.faults.len() >= MOST_FAULTS {
            break;
        }
    }
    if table.faults.is_empty() { Ok(table.rows) } else { Err(table.faults) }
}

/// Returns the level that a row is about.
///
/// # Errors
///
/// When the row is about a document, level, year or kind of unit of which no reviews are counted.
pub fn level_of<'a>(row: &ReviewRow, packs: &'a [Pack]) -> Result<&'a Level, ReviewFault> {
    let fault = |column, text: String, why| ReviewFault { line: row.line, column, text, why };
    let pack = packs.iter().filter(|pack| pack.id == row.pack).max_by_key(|pack| pack.version);
    let pack = pack.ok_or_else(|| fault(2, row.pack.to_string(), ReviewProblem::NoPack))?;
    let named = || row.level.to_string();
    let level = pack.level(&row.level).ok_or_else(|| fault(3, named(), ReviewProblem::NoLevel))?;
    if !pack.targets.iter().any(|target| target.level == level.id && target.counts == CountsFrom::Reviewed) {
        return Err(fault(3, named(), ReviewProblem::NotCounted));
    }
    if level.awarded_for != PeriodKind::Year || !level.has_begun(row.year) {
        return Err(fault(4, row.year.to_string(), ReviewProblem::NoYear));
    }
    if row.unit.level() != level.unit {
        return Err(fault(1, row.unit.to_string(), ReviewProblem::OtherLevel));
    }
    Ok(level)
}

#[derive(Default)]
struct ReviewTable {
    rows: Vec<ReviewRow>,
    said: BTreeMap<(UnitCode, PackId, LevelId, Period), (usize, bool)>,
    faults: Vec<ReviewFault>,
}

impl ReviewTable {
    fn line(
        &mut self,
        (line, text): (usize, &str),
        separator: char,
        first: bool,
        word: &impl Fn(&str) -> Option<bool>,
    ) {
        let Some(mut cells) = cells(text, separator) else {
            return self.fault(line, 0, text, ReviewProblem::OpenQuote);
        };
        while cells.len() > 5 && cells.last().is_some_and(|cell| is_blank(cell)) {
            cells.pop();
        }
        let [unit, pack, level, year, outcome] = cells.as_slice() else {
            return self.fault(line, 0, text, ReviewProblem::Columns(cells.len()));
        };
        // A header has words where every other line has a code and a verdict.
        if first && word(&plain(outcome)).is_none() && !plain(unit).chars().any(|c| c.is_ascii_digit()) {
            return;
        }
        let before = self.faults.len();
        let code = match code(unit) {
            Ok(code) => Some(code),
            Err(why) => self.none(line, 1, unit, why),
        };
        let pack_id = plain(pack).parse::<PackId>().ok().or_else(|| self.none(line, 2, pack, ReviewProblem::Pack));
        let level_id = plain(level).parse::<LevelId>().ok().or_else(|| self.none(line, 3, level, ReviewProblem::Level));
        let period = whole_year(year).or_else(|| self.none(line, 4, year, ReviewProblem::Year));
        let passed = word(&plain(outcome)).or_else(|| self.none(line, 5, outcome, ReviewProblem::Outcome));
        let (Some(unit), Some(pack), Some(level), Some(year), Some(passed)) = (code, pack_id, level_id, period, passed)
        else {
            debug_assert!(self.faults.len() > before, "a fault is said");
            return;
        };
        match self.said.get(&(unit, pack.clone(), level.clone(), year)) {
            Some((_, said)) if *said == passed => {}
            Some((other, _)) => {
                let other = *other;
                self.fault(line, 0, text, ReviewProblem::Contradicts(other));
            }
            None => {
                self.said.insert((unit, pack.clone(), level.clone(), year), (line, passed));
                self.rows.push(ReviewRow { line, unit, pack, level, year, passed });
            }
        }
    }

    fn none<T>(&mut self, line: usize, column: usize, text: &str, why: ReviewProblem) -> Option<T> {
        self.fault(line, column, text, why);
        None
    }

    fn fault(&mut self, line: usize, column: usize, text: &str, why: ReviewProblem) {
        self.faults.push(ReviewFault { line, column, text: text.chars().take(80).collect(), why });
    }
}

/// Tells whether a line has nothing but white space, quotation marks and separators.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '"' || SEPARATORS.contains(&c))
}

fn separator(first: &str) -> char {
    let columns = |separator: &char| cells(first, *separator).map_or(0, |cells| cells.len());
    SEPARATORS.into_iter().find(|it| columns(it) >= 5).unwrap_or(',')
}

/// Takes a line apart (RFC 4180); `None` where a quotation mark is not closed.
fn cells(line: &str, separator: char) -> Option<Vec<String>> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut signs = line.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            // A quotation mark opens a cell, also after the sign with which a spreadsheet is told to take it as text.
            '"' if cell.trim().is_empty() || cell.trim() == "=" => {
                cell.clear();
                quoted = true;
            }
            c if c == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    (!quoted).then_some(cells)
}

/// Returns a cell without the signs around it that mean nothing, and with ASCII digits.
fn plain(cell: &str) -> String {
    let cell = cell.trim().trim_start_matches(['\'', '’', '‘']).trim();
    let half = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '．' | '＋' | '－' => {
            char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c)
        }
        c => c,
    };
    cell.chars().map(half).collect()
}

fn code(cell: &str) -> Result<UnitCode, ReviewProblem> {
    let text = plain(cell);
    let whole = without_zeros(&text);
    if let Ok(code) = whole.parse() {
        return Ok(code);
    }
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return Err(ReviewProblem::Unit) };
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let at = exponent.trim_start_matches('+').parse::<usize>();
    match (is_number, mantissa.find('.'), at) {
        // All twelve digits are there: nothing was rounded away.
        (true, Some(1), Ok(11)) if digits.len() == 12 => digits.parse().map_err(|_| ReviewProblem::Unit),
        (true, _, Ok(_)) => Err(ReviewProblem::Rounded),
        _ => Err(ReviewProblem::Unit),
    }
}

/// Takes the zeros off that a spreadsheet writes after a whole number, such as `.0`.
fn without_zeros(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0') => whole,
        _ => text,
    }
}

fn whole_year(cell: &str) -> Option<Period> {
    let text = plain(cell);
    let text = text.strip_suffix(YEAR).unwrap_or(&text);
    let text = without_zeros(text.trim());
    text.parse::<Period>().ok().filter(|period| period.whole_year() == *period)
}

#[cfg(test)]
mod tests;
