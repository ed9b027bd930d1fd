//! The rows of a table that a spreadsheet saved or that was copied out of one. What stands in them is for others.

use crate::id::UnitCode;

/// A separator of columns: that of CSV, of tables copied out of a spreadsheet, and of CSV in countries that write
/// decimals with a comma.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// The reason why a cell is no division code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeError {
    /// It is none.
    None,
    /// A spreadsheet has rounded it, such as `4.29006E+11`: its last digits are lost.
    Rounded,
}

/// Takes a table apart: each line that is not blank with its number, from 1, and its cells; no cells where a quotation
/// mark is not closed. Empty cells at the end of a line beyond `columns` are no matter.
pub(crate) fn lines(text: &str, columns: usize) -> impl Iterator<Item = (usize, &str, Option<Vec<String>>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.lines().zip(1..).map(|(line, at)| (at, line)).filter(|(_, line)| !is_blank(line));
    let separator = separator(lines.clone().map(|(_, line)| line).take(20), columns);
    lines.map(move |(at, line)| (at, line, cells(line, separator).map(|cells| without_empty_end(cells, columns))))
}

fn without_empty_end(mut cells: Vec<String>, columns: usize) -> Vec<String> {
    while cells.len() > columns && cells.last().is_some_and(|cell| is_blank(cell)) {
        cells.pop();
    }
    cells
}

/// Tells whether a line has nothing but white space, quotation marks and separators.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '"' || SEPARATORS.contains(&c))
}

/// Returns the separator that gives the most of these lines so many columns.
fn separator<'a>(lines: impl Iterator<Item = &'a str> + Clone, columns: usize) -> char {
    let fits = |by: char| lines.clone().filter(|line| cells(line, by).is_some_and(|it| it.len() >= columns)).count();
    // Of several that fit alike the last one is taken.
    SEPARATORS.into_iter().rev().max_by_key(|by| fits(*by)).unwrap_or(',')
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
pub(crate) fn plain(cell: &str) -> String {
    let cell = cell.trim().trim_start_matches(['\'', '’', '‘']).trim();
    let half = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '．' | '＋' | '－' => {
            char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c)
        }
        c => c,
    };
    cell.chars().map(half).collect()
}

/// Reads a division code, also as a spreadsheet writes a number.
pub(crate) fn code(cell: &str) -> Result<UnitCode, CodeError> {
    let text = plain(cell);
    let whole = without_zeros(&text);
    if let Ok(code) = whole.parse() {
        return Ok(code);
    }
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return Err(CodeError::None) };
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let at = exponent.trim_start_matches('+').parse::<usize>();
    match (is_number, mantissa.find('.'), at) {
        // All twelve digits are there: nothing was rounded away.
        (true, Some(1), Ok(11)) if digits.len() == 12 => digits.parse().map_err(|_| CodeError::None),
        (true, _, Ok(_)) => Err(CodeError::Rounded),
        _ => Err(CodeError::None),
    }
}

/// Takes the zeros off that a spreadsheet writes after a whole number, such as `.0`.
pub(crate) fn without_zeros(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0') => whole,
        _ => text,
    }
}
