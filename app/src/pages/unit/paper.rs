//! Prints a form of the document, filled from the chosen file. It is visible on paper only.

use cunping_core::{bundle::Recognition, pack::FormKind};
use cunping_text::{case::EvaluatedUnit, form};
use leptos::prelude::*;

use crate::{
    components::sheet::{Paper, Seal},
    pages::unit::{UnitView, whole::OpenedFile},
};

/// Returns true if the document has a recognition form for the unit's level.
pub(super) fn recognises(view: &UnitView) -> bool {
    view.here.pack.forms.iter().any(|form| form.level == view.level.id && form.kind == FormKind::Recognition)
}

/// Draws the form to print, or this program's own sheet if the document has none; `None` if the document's edition is
/// not here or the file's facts do not fit it.
pub(super) fn form(view: &UnitView, whole: &OpenedFile) -> Option<AnyView> {
    whole.made_with()?;
    whole.review.evaluation.as_ref()?;
    let (view, whole) = (view.clone(), whole.clone());
    let draw = move || drawn(&view, &whole, view.paper.get());
    Some(any_view! { <div class="print-only">{draw}</div> })
}

fn drawn(view: &UnitView, whole: &OpenedFile, kind: FormKind) -> Option<AnyView> {
    let (pack, level) = whole.made_with()?;
    let evaluation = whole.review.evaluation.as_ref()?;
    let printed = pack.forms.iter().find(|form| form.level == level.id && form.kind == kind);
    let assessment = whole.assessment();
    let case = EvaluatedUnit { pack, level, facts: &assessment.facts, evaluation };
    let named = view.app.register.with_untracked(|register| register.overlays_named(&assessment.overlays));
    let overlays: Vec<_> = named.iter().collect();
    let signed_on = assessment.stated_at.day();
    let directory = view.directory()?;
    let responses = view.responses.get();
    let voices = responses.voices(&directory, pack, level, assessment);
    let decisions: Vec<&Recognition> = responses.on(whole.verified.digest);
    let filling = form::Filling {
        period: view.period,
        unit: Some(&assessment.unit_name),
        date: Some(signed_on),
        case: Some(case),
        overlays: &overlays,
        decided: Some(form::UnitDecisions { directory: &directory, voices: &voices, decisions: &decisions }),
    };
    let sheet = form::filled(pack, level, printed, filling);
    let seal = Some(Seal { digest: whole.verified.digest, sequence: assessment.sequence, signed_on });
    Some(any_view! { <Paper sheet seal example=assessment.example readings=false /> })
}
