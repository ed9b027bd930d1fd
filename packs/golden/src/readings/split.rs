//! Splits a source text into its clauses, by the marks at the beginnings of its lines: 一、 (一) 1. and 附件1.

use std::collections::BTreeSet;

use super::clause::{ClausePath, HEAD, digits, folded, numerals};

/// The list of the annexes at the end of a text.
const ANNEXES: &str = "附件";

/// A clause of a source with its own lines, without those of the clauses in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceClause {
    pub(super) path: ClausePath,
    /// Its lines, without white space at their ends; none is empty.
    pub(super) lines: Vec<String>,
}

/// Splits a text. A line that is nothing but one of `names` begins a clause of that name: it lost its number.
pub(super) fn clauses(text: &str, names: &BTreeSet<String>) -> Vec<SourceClause> {
    let mut clauses = vec![SourceClause { path: ClausePath(vec![HEAD.to_owned()]), lines: Vec::new() }];
    let mut at = Place::default();
    for line in text.lines().map(trimmed).filter(|line| !line.is_empty()) {
        if let Some(path) = at.begun_by(line, names) {
            clauses.push(SourceClause { path, lines: Vec::new() });
        }
        if let Some(clause) = clauses.last_mut() {
            clause.lines.push(line.to_owned());
        }
    }
    clauses.retain(|clause| !clause.lines.is_empty());
    clauses
}

/// Where a line stands: what is numbered further in begins anew with what is further out.
#[derive(Default)]
struct Place {
    annex: Option<String>,
    part: Option<String>,
    section: Option<String>,
}

impl Place {
    /// Returns the path of the clause that this line begins; `None` where it goes on with the one before.
    fn begun_by(&mut self, line: &str, names: &BTreeSet<String>) -> Option<ClausePath> {
        let line = folded(line);
        if let Some(annex) = annex(&line) {
            *self = Self { annex: Some(annex), ..Self::default() };
        } else if names.contains(&line) {
            *self = Self { part: Some(line), ..Self::default() };
        } else if self.annex.as_deref() == Some(ANNEXES) {
            return None;
        } else if let Some(part) = part(&line) {
            (self.part, self.section) = (Some(part), None);
        } else if self.annex.is_none() && self.part.is_none() {
            return None;
        } else if let Some(section) = section(&line) {
            self.section = Some(section);
        } else {
            let item = item(&line)?;
            return Some(self.path(Some(item)));
        }
        Some(self.path(None))
    }

    fn path(&self, item: Option<String>) -> ClausePath {
        ClausePath([self.annex.clone(), self.part.clone(), self.section.clone(), item].into_iter().flatten().collect())
    }
}

/// `附件1`, `附件 3` or `附件1:` alone in a line; `附件：1.…` begins the list of annexes.
fn annex(line: &str) -> Option<String> {
    let rest = line.strip_prefix(ANNEXES)?;
    match digits(rest) {
        Some((number, "" | ":" | "：")) => Some(format!("{ANNEXES}{number}")),
        None if rest.starts_with([':', '：']) => Some(ANNEXES.to_owned()),
        _ => None,
    }
}

/// `一、`
fn part(line: &str) -> Option<String> {
    let (number, rest) = numerals(line)?;
    rest.starts_with('、').then(|| number.to_owned())
}

/// `(一)`
fn section(line: &str) -> Option<String> {
    let (number, rest) = numerals(line.strip_prefix('(')?)?;
    rest.starts_with(')').then(|| format!("({number})"))
}

/// `1.`, and not 0.5.
fn item(line: &str) -> Option<String> {
    let (number, rest) = digits(line)?;
    let rest = rest.strip_prefix(['.', '．', '、'])?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then(|| number.to_owned())
}

/// Takes off white space, and the question marks that a broken copy has in its place.
fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || c == '?' || c == '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str, names: &[&str]) -> Vec<String> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        clauses(text, &names).iter().map(|clause| format!("{} {}", clause.path, clause.lines.len())).collect()
    }

    #[test]
    fn clauses_begin_at_the_marks_of_lines() {
        for (text, found) in [
            ("标题\n\n　为了工作。\n一、目标\n二、标准", &["文首 2", "一 1", "二 1"][..]),
            (
                "一、标准\n（一）村\n1.无火灾。\n措施：好。\n2．无案件。\n(二)镇\n1、无火灾。",
                &["一 1", "一(一) 1", "一(一)1 2", "一(一)2 1", "一(二) 1", "一(二)1 1"],
            ),
            ("十一、总则\n0.5分\n3.5分\n一村一警\n（含）以上", &["十一 5"]),
            (
                "二、结果\n附件：1.表一\n  2.表二\n附件 1\n一、内容\n附件2:\n序号",
                &["二 1", "附件 2", "附件1 1", "附件1一 1", "附件2 2"],
            ),
            ("（一）前言\n1.前言\n指导思想\n坚持。\n二、目标", &["文首 2", "指导思想 2", "二 1"]),
            ("????\n一、目标??\n?", &["一 1"]),
        ] {
            assert_eq!(paths(text, &["指导思想"]), found, "{text}");
        }
    }
}
