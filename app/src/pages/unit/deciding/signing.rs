//! Signs the decision in the form, if it may be signed as it is. Core says whether it may.

use cunping_core::{
    bundle::{
        Assessment, Decision, DecisionReason, Kind, LinePosition, Opinion, PackRef, Recognition, Subject,
        removal as step,
    },
    deciding::decide,
    id::{Digest, OfficeId},
};
use cunping_text::{recognition, ui::recognition as words};
use leptos::prelude::*;

use crate::{
    pages::unit::{
        UnitView,
        deciding::{form::DecisionForm, removal},
    },
    panels::signed,
    state::{bundles, roster},
};

/// Keys of the decisions, in the order in which they are offered.
pub(super) const DECISIONS: [&str; 4] = ["qualified", "not-qualified", "returned", "removed"];

/// Returns the decision for a key; `None` before one is chosen, and for a removal in a document without that step.
pub(super) fn decision_of(form: DecisionForm, key: &str) -> Option<Decision> {
    Some(match key {
        "qualified" => Decision::Qualified,
        "not-qualified" => Decision::NotQualified,
        "returned" => Decision::Returned,
        "removed" => Decision::Removed(
            form.view.with_value(|view| step(view.here.pack, view.level).map(|step| step.id.clone()))?,
        ),
        _ => return None,
    })
}

/// Signs the decision and hands it out. One that may not be signed as it is goes back to the form, which shows the
/// reason.
pub(super) fn sign(form: DecisionForm, outcome: RwSignal<signed::SigningState>) {
    let Some((office, decision)) = untrack(|| form.chosen()) else { return };
    let made = untrack(|| {
        let (made, name) = form.view.with_value(|view| {
            form.whole.with_value(|whole| {
                made(view, (whole.verified.digest, whole.assessment()), office.clone(), decision, reasons(form))
            })
        })?;
        Some((form.before(&office, |before| decide(before, made)), name))
    });
    match made {
        Some((Ok(made), name)) => {
            let view = form.view.get_value();
            let cleared = form.cleared();
            let done = move || {
                cleared();
                let _gone = form.checking.try_set(false);
            };
            let all = (vec![(made.into(), name.clone())], Vec::new());
            signed::sign((view.app, view.bundles), view.here.workplace, all, name, outcome, done);
        }
        Some((Err(_), _)) => form.checking.set(false),
        None => {}
    }
}

fn reasons(form: DecisionForm) -> Vec<DecisionReason> {
    let why = form.get("why").trim().to_owned();
    let text = match removal::ground(form).filter(|_| form.get("decision") == "removed") {
        Some(ground) => recognition::removed_for(&ground, &why),
        None => why,
    };
    if text.is_empty() { Vec::new() } else { vec![DecisionReason { criterion: None, text }] }
}

fn made(
    view: &UnitView,
    (file, assessment): (Digest, &Assessment),
    office: OfficeId,
    decision: Decision,
    reasons: Vec<DecisionReason>,
) -> Option<(Recognition, String)> {
    let about = |opinion: &Opinion| opinion.subject.unit == view.unit && opinion.subject.period == view.period;
    let mut opinions: Vec<Digest> = view.responses.with_untracked(|responses| {
        responses.opinions.iter().filter(|(_, opinion)| about(opinion)).map(|(digest, _)| *digest).collect()
    });
    opinions.sort();
    let name =
        words::file_name(view.lang, &view.here.pack.source.short, &assessment.unit_name, &view.period.to_string());
    let made = Recognition {
        stated: roster::stated(&view.here.workplace, Kind::Recognition, bundles::now()?),
        place: LinePosition::FIRST,
        subject: Subject {
            unit: view.unit,
            unit_name: assessment.unit_name.clone(),
            pack: PackRef::to(view.here.pack),
            level: view.level.id.clone(),
            period: view.period,
            overlays: assessment.overlays.clone(),
        },
        office,
        assessment: file,
        opinions,
        decision,
        reasons,
    };
    Some((made, name))
}
