//! Reads the results of offices' reviews from a table, also one that a spreadsheet has saved: a value is read where it
//! is certain, and else the table is refused with its cell. A table is taken whole or not at all.

use std::collections::BTreeMap;

use crate::{
    id::{LevelId, PackId, UnitCode},
    pack::{CountsFrom, Level, Pack, PeriodKind},
    period::Period,
    spreadsheet,
    spreadsheet::{CodeError, code, plain, without_zeros},
};

/// The most bytes of a table.
pub const MOST_BYTES: usize = 16 << 20;

/// The most faults that are kept of one table: nobody mends more by hand.
const MOST_FAULTS: usize = 100;

/// The sign for a year, which follows one.
const YEAR: char = '\u{5e74}';

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
    let mut table = ReviewTable::default();
    for (at, (line, text, cells)) in spreadsheet::lines(text, 5).enumerate() {
        table.line((line, text), cells, at == 0, &outcome);
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
        cells: Option<Vec<String>>,
        first: bool,
        word: &impl Fn(&str) -> Option<bool>,
    ) {
        let Some(cells) = cells else { return self.fault(line, 0, text, ReviewProblem::OpenQuote) };
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
            Err(CodeError::None) => self.none(line, 1, unit, ReviewProblem::Unit),
            Err(CodeError::Rounded) => self.none(line, 1, unit, ReviewProblem::Rounded),
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

fn whole_year(cell: &str) -> Option<Period> {
    let text = plain(cell);
    let text = text.strip_suffix(YEAR).unwrap_or(&text);
    let text = without_zeros(text.trim());
    text.parse::<Period>().ok().filter(|period| period.whole_year() == *period)
}

#[cfg(test)]
mod tests;
