//! What all findings of a level come to, in the order that the documents give. Reads no facts.

use super::{CriterionFinding, Evaluation, Prerequisite, Score, Verdict, outcome};
use crate::{
    overlay::Overlay,
    pack::{Criterion, Level, ResultRule, Role},
    truth::Finding,
};

/// The verdict, and whether no later day or statement of the period can change it.
pub(super) fn verdict(
    level: &Level,
    overlays: &[&Overlay],
    criteria: &[CriterionFinding],
    prerequisite: Option<&Prerequisite>,
    score: Option<Score>,
) -> (Verdict, bool) {
    let broken = |is: &dyn Fn(&Criterion) -> bool| {
        let of = level.criteria.iter().zip(criteria).filter(|(criterion, _)| is(criterion));
        let broken: Vec<bool> = of.filter(|(_, it)| it.finding == Finding::NotMet).map(|(_, it)| it.settled).collect();
        (!broken.is_empty()).then(|| broken.contains(&true))
    };
    let vetoes =
        |it: &Criterion| it.role == Role::Veto || overlays.iter().any(|overlay| overlay.vetoes.contains(&it.id));
    let firm = |is: &dyn Fn(&Criterion) -> bool| {
        level.criteria.iter().zip(criteria).filter(|(criterion, _)| is(criterion)).all(|(_, it)| it.settled)
    };
    let bars = |it: &Criterion| it.role == Role::Negative;
    if let Some(settled) = broken(&bars) {
        return (Verdict::Barred, settled);
    }
    if let Some(settled) = broken(&vetoes) {
        return (Verdict::Vetoed, settled && firm(&bars));
    }
    // What is open among these could still lead to a graver verdict.
    let firm = firm(&|it| bars(it) || vetoes(it));
    let all = criteria.iter().map(|it| (it.finding, it.settled));
    let (finding, settled) = outcome::all(all.chain(prerequisite.map(before)));
    let verdict = match (level.result, finding) {
        (ResultRule::Score, _) => match broken(&|it| it.role == Role::Goal) {
            Some(settled) => return (Verdict::NotQualified, settled && firm),
            None => {
                let settled = criteria.iter().all(|it| it.settled) && prerequisite.is_none_or(|it| it.settled);
                return (by_score(level, criteria, finding, score), settled);
            }
        },
        (ResultRule::All, Finding::Met | Finding::NotApplicable) if level.review.is_some() => Verdict::Pending,
        (ResultRule::All, Finding::Met | Finding::NotApplicable) => Verdict::Qualified,
        (ResultRule::All, Finding::NotMet) => Verdict::NotQualified,
        (ResultRule::All, Finding::Undetermined) => Verdict::Open,
    };
    (verdict, settled && firm && verdict != Verdict::Open)
}

/// Whether an award is missed for good: a criterion that it cannot do without is broken, and stays so. Which verdict says
/// so may still change.
pub(super) fn missed(level: &Level, overlays: &[&Overlay], found: &Evaluation) -> bool {
    let needed = |it: &Criterion| {
        level.result == ResultRule::All
            || it.role != Role::Standard
            || overlays.iter().any(|overlay| overlay.vetoes.contains(&it.id))
    };
    let mut broken = level.criteria.iter().zip(&found.criteria).filter(|(criterion, _)| needed(criterion));
    broken.any(|(_, it)| it.finding == Finding::NotMet && it.settled)
        || (level.result == ResultRule::All
            && found.prerequisite.as_ref().is_some_and(|it| before(it) == (Finding::NotMet, true)))
}

/// The verdict where points decide, no veto and no goal being broken.
fn by_score(level: &Level, criteria: &[CriterionFinding], all: Finding, score: Option<Score>) -> Verdict {
    if criteria.iter().any(is_unanswered) {
        return Verdict::Open;
    }
    let goal_open = level
        .criteria
        .iter()
        .zip(criteria)
        .any(|(criterion, found)| criterion.role == Role::Goal && found.finding == Finding::Undetermined);
    match score.filter(|score| score.official).and_then(|score| Some((score, score.pass?))) {
        None if matches!(all, Finding::Met | Finding::NotApplicable) => Verdict::Pending,
        None => Verdict::AwaitsOverlay,
        Some((score, pass)) if !reaches(score.high, pass) => Verdict::NotQualified,
        Some((score, pass)) if goal_open || !reaches(score.low, pass) => Verdict::AwaitsOverlay,
        Some(_) => Verdict::Pending,
    }
}

fn reaches((part, whole): (i64, i64), pass: i64) -> bool {
    i128::from(part) >= i128::from(pass) * i128::from(whole)
}

/// Whether an answer is missing; what the document itself leaves open is none.
fn is_unanswered(found: &CriterionFinding) -> bool {
    let open = |it: &&super::CheckFinding| it.outcome.finding == Finding::Undetermined;
    found.finding == Finding::Undetermined
        && found.checks.iter().filter(open).any(|check| !check.outcome.is_left_open())
}

/// An award that has to be reached first, as one more criterion.
fn before(it: &Prerequisite) -> (Finding, bool) {
    let finding = match it.verdict {
        Verdict::Qualified | Verdict::Pending => Finding::Met,
        Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred => Finding::NotMet,
        Verdict::Open | Verdict::AwaitsOverlay => Finding::Undetermined,
    };
    (finding, it.settled)
}
