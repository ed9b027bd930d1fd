//! Describes a file: each axis in words, with the severity that core gives it.

use cunping_core::{
    bundle::{Axis, Kind, Recompute, Severity, States, Supersession},
    id::RuleId,
    pack::{Criterion, Level},
};
use cunping_text::{lang::Lang, problem, term, ui::overlay, ui::township};

use crate::components::state_note::{FileNote, Weight};

/// Returns a note on every axis of a file, the worst first, each with the axis's name.
pub(crate) fn notes(lang: Lang, level: &Level, states: &States) -> Vec<(Axis, &'static str, FileNote)> {
    let axes = states.by_severity().into_iter();
    axes.map(|(severity, axis)| (axis, problem::axis(lang, axis), of_axis(lang, level, states, severity, axis)))
        .collect()
}

/// Returns the note on one axis of a file.
pub(crate) fn of_axis(lang: Lang, level: &Level, states: &States, severity: Severity, axis: Axis) -> FileNote {
    let said = problem::state(lang, states, axis);
    let weight = match severity {
        // A superseded report does not count, and that is as it should be.
        _ if axis == Axis::Supersession && matches!(states.supersession, Some(Supersession::Superseded(_))) => {
            Weight::Aside
        }
        severity => Weight::of(severity),
    };
    let what = match &states.recompute {
        Some(Recompute::Differs { rules, verdict, score }) if axis == Axis::Recompute => {
            differing(lang, level, rules, (*verdict, *score))
        }
        _ => said.what,
    };
    FileNote { weight, what, todo: said.advice }
}

/// Says which criteria differ, by their numbers in the document; and the score, or the whole.
fn differing(lang: Lang, level: &Level, rules: &[RuleId], (verdict, score): (bool, bool)) -> String {
    let named = |it: &Criterion| rules.contains(&it.id) || it.checks.iter().any(|check| rules.contains(&check.id));
    let numbered = level.criteria.iter().zip(1..).filter(|(criterion, _)| named(criterion));
    let mut items: Vec<String> = numbered.map(|(_, number)| township::item(lang, number)).collect();
    if score {
        items.push(overlay::score(lang).to_owned());
    }
    if verdict || items.is_empty() {
        items.push(township::the_whole(lang).to_owned());
    }
    township::differs(lang, &term::list(lang, &items))
}

/// Returns the note on one axis of a file of any kind.
pub(crate) fn of_bundle(lang: Lang, of: Kind, states: &States, severity: Severity, axis: Axis) -> FileNote {
    let told = problem::bundle_state(lang, of, states, axis);
    FileNote { weight: Weight::of(severity), what: told.what, todo: told.advice }
}

/// Returns the note on the worst state of a file of any kind; `None` if nothing needs attention.
pub(crate) fn worst(lang: Lang, of: Kind, states: &States) -> Option<FileNote> {
    let (severity, axis) = states.worst().filter(|(severity, _)| *severity >= Severity::Attention)?;
    Some(of_bundle(lang, of, states, severity, axis))
}

/// Says that a file is as it should be.
pub(crate) fn fine(lang: Lang) -> FileNote {
    note(Weight::Fine, township::fine(lang), "")
}

/// Makes a note: what there is to say, and what to do about it.
pub(crate) fn note(weight: Weight, what: &str, todo: &str) -> FileNote {
    FileNote { weight, what: what.to_owned(), todo: todo.to_owned() }
}
