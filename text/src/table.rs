//! Tables that leave the page: cells that know what they are, so that a spreadsheet need not guess. No layout for the
//! screen or paper.

mod clipboard;
mod workbook;

use cunping_core::days::Day;

pub use clipboard::{html, plain};
pub use workbook::workbook;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, which stays text whatever it looks like: a name, a division code, a sentence.
    Text(String),
    /// A whole number to be counted with.
    Number(i64),
    /// A day.
    Day(Day),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Returns the text as a cell; nothing where it is empty or `None`.
    #[must_use]
    pub fn text(text: impl Into<Option<String>>) -> Self {
        text.into().filter(|text| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }

    /// Returns the count of something; no size that a machine holds is above the numbers of a spreadsheet.
    #[must_use]
    pub fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Empty, Self::Number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text.to_owned())
    }
}

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSheet {
    /// Its name on the tab: at most 31 characters, and none of `[]:*?/\`.
    pub name: &'static str,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The rows below.
    pub rows: Vec<Vec<Cell>>,
}

/// Returns a cell as it is read: a day as `2026-03-02`.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Returns text for XML and HTML, without what neither can hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// Returns the number by which spreadsheets count days: 1 March 1900 is 61.
fn serial(day: Day) -> i64 {
    let zero = Day::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    day.signed_duration_since(zero).num_days()
}
