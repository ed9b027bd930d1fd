//! Writes the expectations of a case in words: the rules that it names with their clauses, points, verdict.

use cunping_core::{
    evaluate::{Score, Verdict},
    id::RuleId,
    pack::{CriterionRole, Level},
    truth::Finding,
};
use cunping_text::{
    finding::{self, Finality},
    headline,
    lang::Lang,
    reason, term,
    ui::{common, label, overlay},
};
use serde_json::{Map, Value};

use crate::CaseError;

/// The name of the rules that a case does not name; these words are not shown on the page.
const OTHERWISE: &str = "其余各项";

/// Writes the expectations of a case: the rules that it names, in the document's order, then the rest where the case
/// gives it, then the points and the verdict. Fails when a rule, a finding, a verdict or points do not exist.
pub(crate) fn lines(
    at: &str,
    level: &Level,
    voice: Finality,
    expect: &Map<String, Value>,
) -> Result<Vec<String>, CaseError> {
    let (mut left, mut lines) = (expect.clone(), Vec::new());
    for (id, role, words) in rules(level) {
        if let Some(word) = left.remove(id.as_str()) {
            let mark = finding::finding(Lang::Zh, voice, role, found(at, text(at, &word)?)?);
            lines.push(format!("→ {mark}  {words}"));
        }
    }
    if let Some(word) = left.remove("otherwise") {
        lines.push(otherwise(at, level, voice, text(at, &word)?)?);
    }
    if let Some(score) = left.remove("score") {
        let score = text(at, &score)?;
        lines.push(points(score).ok_or_else(|| CaseError::new(at, format!("`{score}` is no score")))?);
    }
    let provisional = left.remove("provisional") == Some(Value::Bool(true));
    if let Some(word) = left.remove("verdict") {
        lines.push(verdict(at, voice, text(at, &word)?, provisional)?);
    }
    match left.keys().next() {
        None => Ok(lines),
        Some(rule) => Err(CaseError::new(at, format!("no rule `{rule}`"))),
    }
}

/// Writes the expected finding of the rules that a case does not name; items of a negative list have words of their
/// own. Fails when `word` is no finding.
pub(crate) fn otherwise(at: &str, level: &Level, voice: Finality, word: &str) -> Result<String, CaseError> {
    let found = found(at, word)?;
    let is_here = |role: &CriterionRole| {
        level
            .criteria
            .iter()
            .any(|criterion| (criterion.role == CriterionRole::Negative) == (*role == CriterionRole::Negative))
    };
    let roles = [CriterionRole::Standard, CriterionRole::Negative].into_iter().filter(is_here);
    let mut marks: Vec<String> = roles.map(|role| finding::finding(Lang::Zh, voice, role, found).to_string()).collect();
    marks.dedup();
    Ok(format!("→ {OTHERWISE}：{}", term::list(Lang::Zh, &marks)))
}

/// Iterates over every rule of a level in the document's order: its id, its role, and its clause with its label.
fn rules(level: &Level) -> impl Iterator<Item = (&RuleId, CriterionRole, String)> {
    level.criteria.iter().flat_map(|criterion| {
        let whole = (&criterion.id, criterion.role, format!("{} {}", criterion.clause, criterion.title));
        let parts = criterion.checks.iter().chain(&criterion.measures).map(move |check| {
            let (clause, asks) = (reason::clause(criterion, check), Lang::Zh.of(&check.label));
            (&check.id, criterion.role, format!("{clause} {asks}"))
        });
        std::iter::once(whole).chain(parts)
    })
}

fn verdict(at: &str, voice: Finality, word: &str, provisional: bool) -> Result<String, CaseError> {
    let verdict = Verdict::ALL.into_iter().find(|it| it.code() == word);
    let verdict = verdict.ok_or_else(|| CaseError::new(at, format!("`{word}` is no verdict")))?;
    let (label, mark) = (label::verdict(Lang::Zh), finding::verdict(Lang::Zh, voice, verdict));
    let provisional = if provisional { format!("（{}）", common::provisional(Lang::Zh)) } else { String::new() };
    Ok(format!("→ {label}：{mark}{provisional}"))
}

/// Writes `57.14..100/80 trial` in words; returns `None` when it is no score.
fn points(text: &str) -> Option<String> {
    let (text, official) = text.strip_suffix(" trial").map_or((text, true), |text| (text, false));
    let (bounds, pass) = text.split_once('/')?;
    let (low, high) = bounds.split_once("..")?;
    let pass = if pass == "-" { None } else { Some(pass.parse().ok()?) };
    let score = Score { low: hundredths(low)?, high: hundredths(high)?, pass, official };
    let label = if official { overlay::score(Lang::Zh) } else { overlay::trial(Lang::Zh) };
    let pass = pass.map_or_else(String::new, |mark| format!("，{}", overlay::pass(Lang::Zh, mark)));
    Some(format!("→ {label}：{}{pass}", headline::bounds(Lang::Zh, score)))
}

/// Reads `57.14` as 5714 of 100.
fn hundredths(text: &str) -> Option<(i64, i64)> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "00"));
    let (whole, part): (i64, i64) = (whole.parse().ok()?, rest.parse().ok()?);
    (rest.len() == 2).then_some((whole * 100 + part, 100))
}

fn found(at: &str, word: &str) -> Result<Finding, CaseError> {
    let found = Finding::ALL.into_iter().find(|it| it.code() == word);
    found.ok_or_else(|| CaseError::new(at, format!("`{word}` is no finding")))
}

fn text<'a>(at: &str, value: &'a Value) -> Result<&'a str, CaseError> {
    value.as_str().ok_or_else(|| CaseError::new(at, format!("`{value}` is no text")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_as_a_case_writes_them() {
        for (text, words) in [
            ("57.14..100/80", Some("→ 得分：现在 57.14 分，最多还能到 100 分，合格线 80 分")),
            ("85..85/80", Some("→ 得分：85 分，合格线 80 分")),
            ("98..98/- trial", Some("→ 试算：98 分")),
            ("98/80", None),
            ("9.5..98/80", None),
        ] {
            assert_eq!(points(text).as_deref(), words);
        }
    }
}
