//! Turns a period's standing into what the components draw.

use cunping_core::{
    evaluate::CheckFinding,
    id::RuleId,
    pack::{Check, Criterion},
};
use cunping_text::{case::EvaluatedUnit, case::checks, finding, finding::Finality, headline, lang::Lang, reason};
use leptos::prelude::*;

use crate::{
    components::{reasons::Checked, standing},
    state::PeriodStanding,
};

/// Draws the overall verdict, and how much is answered.
pub(crate) fn bar(lang: Lang, standing: Memo<PeriodStanding>) -> AnyView {
    bar_with(lang, standing, ().into_any())
}

/// Draws the same with the next step beside it.
pub(crate) fn bar_with(lang: Lang, standing: Memo<PeriodStanding>, next: AnyView) -> AnyView {
    let headline = Signal::derive(move || standing.with(|standing| headline::headline(lang, standing.case())));
    let answered = Signal::derive(move || standing.with(|standing| headline::answered(lang, standing.case())));
    standing::line(lang, headline, answered, next)
}

/// Returns the checks and measures of a criterion with their reasons; empty for a criterion that is not there.
pub(crate) fn reasons(lang: Lang, standing: &PeriodStanding, rule: &RuleId) -> Vec<Checked> {
    let case = standing.case();
    let Some((criterion, found)) = case.criterion(rule) else { return Vec::new() };
    checks(criterion, found).map(|check| checked(lang, case, criterion, check)).collect()
}

/// Returns a check or measure of a criterion with its reasons; its label is left out where the title is the same words.
pub(crate) fn checked(
    lang: Lang,
    case: EvaluatedUnit<'_>,
    criterion: &Criterion,
    (check, found): (&Check, &CheckFinding),
) -> Checked {
    let label = lang.of(&check.label);
    let repeats = label == criterion.title.trim_end_matches('。');
    let voice = Finality::of(case.level, case.facts.period);
    Checked {
        id: check.id.to_string(),
        label: if repeats { String::new() } else { label.to_owned() },
        mark: finding::check(lang, voice, criterion.role, found),
        reasons: reason::reasons(lang, case, &check.id),
        clause: reason::clause(criterion, check).to_owned(),
    }
}
