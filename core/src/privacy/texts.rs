//! Searches all texts of one file, also for a number that begins in one text and ends in the next.

use std::ops::Range;

use super::{
    FEWEST, PersonalKind, scan,
    signs::{self, Sign},
};

/// Finds personal numbers in texts that stand one after another in a file, each with the name of its place; a number
/// that two share is reported for the first. Allocates nothing where there is none and no text goes on in the next.
#[must_use]
pub fn of_texts<T: AsRef<str>>(texts: &[(String, T)]) -> Vec<(String, PersonalKind)> {
    let mut found = Vec::new();
    for (at, text) in texts {
        found.extend(scan(text.as_ref()).into_iter().map(|it| (at.clone(), it.kind)));
    }
    let mut from = 0;
    while from + 1 < texts.len() {
        let goes_on = |pair: &&[(String, T)]| matches!(pair, [(_, a), (_, b)] if is_digit(a.as_ref().chars().rev()) && is_digit(b.as_ref().chars()));
        let joined = texts.get(from..).unwrap_or_default().windows(2).take_while(goes_on).count();
        if joined > 0 {
            found.extend(across(texts.get(from..=from + joined).unwrap_or_default()));
        }
        from += joined + 1;
    }
    found
}

/// Tells whether the first character that prints is a digit; separators are skipped.
fn is_digit(mut chars: impl Iterator<Item = char>) -> bool {
    chars.find_map(|c| match signs::of(c) {
        Sign::Digit(_) | Sign::Word(_) | Sign::Check => Some(true),
        Sign::Other | Sign::Like(_) | Sign::Plus => Some(false),
        _ => None,
    }) == Some(true)
}

/// Finds the numbers that texts make only together.
fn across<T: AsRef<str>>(texts: &[(String, T)]) -> Vec<(String, PersonalKind)> {
    let (mut whole, mut starts) = (String::new(), Vec::with_capacity(texts.len()));
    for (_, text) in texts {
        starts.push(whole.len());
        whole.push_str(text.as_ref());
    }
    let is_shared = |span: &Range<usize>| starts.iter().any(|start| span.start < *start && *start < span.end);
    let alone = |span: &Range<usize>| {
        let first = starts.partition_point(|start| *start <= span.start).saturating_sub(1);
        // What is a number in one of them was found there.
        let parts = starts.iter().zip(texts).skip(first).take_while(|(start, _)| **start < span.end);
        parts
            .map(|(start, (_, text))| {
                let text = text.as_ref();
                let cut = span.start.saturating_sub(*start)..text.len().min(span.end - start);
                text.get(cut).map_or(0, |part| scan(part).len())
            })
            .sum::<usize>()
            > 0
    };
    if whole.len() < FEWEST {
        return Vec::new();
    }
    let found = scan(&whole).into_iter().filter(|personal| is_shared(&personal.span) && !alone(&personal.span));
    found
        .filter_map(|personal| {
            let first = starts.partition_point(|start| *start <= personal.span.start).checked_sub(1)?;
            Some((texts.get(first)?.0.clone(), personal.kind))
        })
        .collect()
}
