//! Finds e-mail addresses in a text.

use super::{
    Personal, PersonalKind,
    signs::{self, Sign},
};

/// Tells whether a character is the sign in the middle of an address.
pub(super) fn is_at(c: char) -> bool {
    matches!(c, '@' | '＠' | '﹫')
}

/// Finds all e-mail addresses: a local part, a domain with a dot, and a top level that has a letter.
pub(super) fn of(text: &str) -> Vec<Personal> {
    let mut found = Vec::<Personal>::new();
    for (at, sign) in text.char_indices().filter(|(_, c)| is_at(*c)) {
        let free = found.last().map_or(0, |it| it.span.end);
        let local = text.get(free..at).unwrap_or_default();
        let local_starts = local.char_indices().rev().take_while(|(_, c)| part(*c, true).is_some());
        let start = local_starts.filter(|(_, c)| part(*c, true).flatten().is_some()).last();
        let domain = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let (Some((start, _)), Some(length)) = (start, domain_length(domain)) else { continue };
        let span = free + start..at + sign.len_utf8() + length;
        found.push(Personal { kind: PersonalKind::Email, span });
    }
    found
}

/// Returns the length in bytes of the domain at the beginning of a text, top level included; `None` without one.
fn domain_length(text: &str) -> Option<usize> {
    let (mut end, mut dots, mut label, mut letters) = (None, 0, 0, 0);
    for (at, c) in text.char_indices() {
        match part(c, false) {
            None => break,
            Some(None) => {}
            Some(Some('.')) if label == 0 => break,
            Some(Some('.')) => (dots, label, letters) = (dots + 1, 0, 0),
            Some(Some(c)) => {
                label += 1;
                letters += usize::from(c.is_ascii_alphabetic());
                if dots > 0 && label >= 2 && letters > 0 {
                    end = Some(at);
                }
            }
        }
    }
    let last = end?;
    Some(last + text.get(last..)?.chars().next()?.len_utf8())
}

/// Returns a character of an address in ASCII; `Some(None)` for one that prints nothing, `None` for any other.
fn part(c: char, local: bool) -> Option<Option<char>> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match narrow {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => Some(Some(narrow)),
        '_' | '%' | '+' if local => Some(Some(narrow)),
        _ if !c.is_ascii() && signs::of(c) == Sign::Nothing => Some(None),
        _ => None,
    }
}
