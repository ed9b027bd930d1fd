//! Cuts a text into runs of digit groups that separators join. Knows no number.

use std::ops::Range;

/// Digits that stand together.
pub(super) struct Group {
    /// As ASCII digits; an `X` may come last.
    pub(super) digits: String,
    pub(super) span: Range<usize>,
    /// What stands between this group and the one before it in the run.
    pub(super) before: String,
}

/// More signs than these between two groups, and they belong to two numbers.
const MOST_SEPARATORS: usize = 3;

/// The runs of a text, each of groups with separators between them.
pub(super) fn of(text: &str) -> Vec<Vec<Group>> {
    let (mut runs, mut run) = (Vec::new(), Vec::<Group>::new());
    let mut between = String::new();
    let mut in_group = false;
    for (at, c) in text.char_indices() {
        let span = at..at + c.len_utf8();
        match digit(c) {
            Some(digit) => match run.last_mut() {
                Some(group) if in_group => {
                    group.digits.push(digit);
                    group.span.end = span.end;
                }
                _ => {
                    run.push(Group { digits: digit.into(), span, before: std::mem::take(&mut between) });
                    in_group = true;
                }
            },
            None if matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ')
                && run.last().is_some_and(|group| !group.digits.ends_with('X')) =>
            {
                if let Some(group) = run.last_mut() {
                    group.digits.push('X');
                    group.span.end = span.end;
                }
                between.clear();
                in_group = false;
            }
            None => {
                in_group = false;
                between.push(c);
                if !is_separator(c) || between.chars().count() > MOST_SEPARATORS {
                    runs.push(std::mem::take(&mut run));
                    between = String::from(if c == '+' || c == '＋' { "+" } else { "" });
                }
            }
        }
    }
    runs.push(run);
    runs.retain(|run| !run.is_empty());
    runs
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

fn is_separator(c: char) -> bool {
    let hyphen = matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '－' | 'ー' | '_' | '~');
    let dot = matches!(c, '.' | '．' | '·' | '•' | '・' | '。');
    let bracket = matches!(c, '(' | ')' | '（' | '）');
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    hyphen || dot || bracket || invisible || (c.is_whitespace() && !matches!(c, '\n' | '\r'))
}
