//! Finds personal numbers outside texts: in figures, and in ids that should be random.

use super::{FEWEST, PersonalKind, number};
use crate::id::IncidentId;

/// The least figure that has as many digits as a mobile number.
const LEAST: u64 = 10_000_000_000;

/// Reads a figure as a personal number: no village loses 13.8 thousand million yuan. Returns `None` for any other
/// figure.
#[must_use]
pub fn of_figure(figure: i64) -> Option<PersonalKind> {
    let figure = figure.unsigned_abs();
    if figure < LEAST { None } else { number::whole(figure.to_string().as_bytes()) }
}

/// Finds a personal number that is filled up with zeros to an id that should be random; returns `None` where there is
/// none.
#[must_use]
pub fn of_id(id: IncidentId) -> Option<PersonalKind> {
    let zeros = |half: &[u8]| half.iter().all(|byte| *byte == 0);
    // Of random ids one in 2^40 goes on.
    if !id.0.first_chunk::<5>().is_some_and(|half| zeros(half))
        && !id.0.last_chunk::<5>().is_some_and(|half| zeros(half))
    {
        return None;
    }
    let text = id.to_string();
    let first = text.find(|c| c != '0')?;
    let digits = text.as_bytes();
    // The zero before an area code is one of those that fill up.
    let starts = [first, first.saturating_sub(1)];
    let lengths = || (FEWEST..=19).rev();
    starts.into_iter().flat_map(|start| lengths().map(move |length| (start, start + length))).find_map(
        |(start, end)| {
            let filled = digits.get(end..)?.iter().all(|digit| *digit == b'0');
            let number = digits.get(start..end).filter(|run| filled && run.iter().all(u8::is_ascii_digit))?;
            number::whole(number)
        },
    )
}
