//! The path of a clause, such as `四(二)8` or `附件1一`, however brackets and spaces are written.

use std::fmt;

/// The numerals that number clauses.
const NUMERALS: &str = "一二三四五六七八九十";

/// The name of the part before the first numbered clause, and what packs call parts of it.
pub(super) const HEAD: &str = "文首";
const PARTS_OF_HEAD: [&str; 3] = [HEAD, "引言", "标题"];

/// Where a clause stands, from the outside in: annex, 一, (一), 1; or a single name such as 指导思想.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ClausePath(pub(super) Vec<String>);

impl ClausePath {
    /// Reads one path as a pack writes it. What is no numbered path is a name; the parts of the head have one.
    pub(super) fn one(text: &str) -> Self {
        let folded = folded(text);
        if PARTS_OF_HEAD.contains(&folded.as_str()) {
            return Self(vec![HEAD.to_owned()]);
        }
        numbered(&folded).map_or_else(|| Self(vec![folded]), Self)
    }

    /// Reads a list as a pack writes it: `三(二)5、6` are two clauses of 三(二), and `附件1—4` are four.
    pub(super) fn list(text: &str) -> Vec<Self> {
        let mut paths: Vec<Self> = Vec::new();
        for part in text.split('、') {
            let part = folded(part);
            let before = paths.last().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
            if let Some((_, outer)) = before.and_then(|path| path.0.split_last()) {
                paths.push(Self([outer, &[part]].concat()));
            } else if let Some((first, last)) = range(&part) {
                paths.extend((first..=last).map(|number| Self(vec![format!("附件{number}")])));
            } else {
                paths.push(Self::one(&part));
            }
        }
        paths
    }

    /// Whether this clause is the other one or a part of it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }
}

impl fmt::Display for ClausePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.concat())
    }
}

/// Takes white space out and writes brackets half-width.
pub(super) fn folded(text: &str) -> String {
    let bracket = |c| match c {
        '（' => '(',
        '）' => ')',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(bracket).collect()
}

/// Takes numerals off the beginning; `None` where there are none.
pub(super) fn numerals(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c| !NUMERALS.contains(c)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Takes digits off the beginning; `None` where there are none.
pub(super) fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Splits a folded path into its parts; `None` where something in it is none.
fn numbered(text: &str) -> Option<Vec<String>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (part, after) = if let Some(after) = rest.strip_prefix("附件") {
            let (number, after) = digits(after).unwrap_or(("", after));
            (format!("附件{number}"), after)
        } else if let Some((number, after)) = rest.strip_prefix('(').and_then(numerals) {
            (format!("({number})"), after.strip_prefix(')')?)
        } else {
            let (number, after) = numerals(rest).or_else(|| digits(rest))?;
            (number.to_owned(), after)
        };
        parts.push(part);
        rest = after;
    }
    (!parts.is_empty()).then_some(parts)
}

/// Reads `附件1—4`.
fn range(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.strip_prefix("附件")?.split_once(['—', '-', '－', '–'])?;
    Some((first.parse().ok()?, last.trim_start_matches('附').trim_start_matches('件').parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_as_packs_write_them() {
        for (text, paths) in [
            ("四（二）8、附件 2", &["四/(二)/8", "附件2"][..]),
            ("三(二)5、6", &["三/(二)/5", "三/(二)/6"]),
            ("四、附件1—3", &["四", "附件1", "附件2", "附件3"]),
            ("附件1十一、附件", &["附件1/十一", "附件"]),
            ("引言、二(一)", &["文首", "二/(一)"]),
            ("指导思想", &["指导思想"]),
        ] {
            let found: Vec<String> = ClausePath::list(text).iter().map(|path| path.0.join("/")).collect();
            assert_eq!(found, paths, "{text}");
        }
    }

    #[test]
    fn a_clause_is_within_those_around_it_only() {
        let within = |inner: &str, outer: &str| ClausePath::one(inner).is_within(&ClausePath::one(outer));
        assert!(within("四(二)8", "四(二)") && within("四", "四"));
        assert!(!within("四(二)", "四(二)8") && !within("十一", "十") && !within("附件12", "附件1"));
    }
}
