//! How the terminal reviews a file: with the released packs, the overlays it was given, no enrolled keys, and no clock.

use cunping_core::{
    bundle::{self, Axis, Claim, Known, Opened, Payload, Review, States},
    json::Value,
    overlay::Overlay,
    pack::Pack,
};

/// Reviews a file by itself. Its place among others is for whoever has the others.
pub(crate) fn alone(packs: &[Pack], overlays: &[Overlay], opened: &Opened) -> Review {
    let overlays: Vec<&Overlay> = overlays.iter().collect();
    let packs: Vec<&Pack> = packs.iter().collect();
    let Payload::Assessment(it) = &opened.payload;
    bundle::review(
        opened,
        &Known { packs: &packs, overlays: &overlays, keys: None, others: &[], first_seen: it.stated_at.day() },
    )
}

/// What a file is about and what was recomputed, as members of a JSON object.
pub(crate) fn members(opened: &Opened, review: &Review) -> Vec<(&'static str, Value)> {
    let Payload::Assessment(it) = &opened.payload;
    let mut members = vec![
        ("digest", Value::text(opened.digest)),
        ("example", Value::Bool(it.example)),
        ("kid", Value::text(opened.key.thumbprint())),
        ("kind", Value::text(opened.kind())),
        ("level", Value::text(&it.level)),
        ("pack", Value::text(format!("{}@{}", it.pack.id, it.pack.version))),
        ("period", Value::text(it.facts.period)),
        ("sequence", Value::Number(it.sequence.into())),
        ("unit", Value::text(it.facts.unit)),
    ];
    if let Some(evaluation) = &review.evaluation {
        members.push(("recomputed", Value::object(bundle::claim(&Claim::of(evaluation)))));
    }
    members
}

/// The fixed name of the state on one axis; `unchecked` where the file was not looked at that far.
pub(crate) fn code(states: &States, axis: Axis) -> &'static str {
    let code = match axis {
        Axis::Readable => Some(states.readable.code()),
        Axis::Signature => Some(states.signature.code()),
        Axis::Key => states.key.map(|it| it.code()),
        Axis::Pack => states.pack.map(|it| it.code()),
        Axis::Recompute => states.recompute.as_ref().map(|it| it.code()),
        Axis::Chain => states.chain.as_ref().map(|it| it.code()),
        Axis::Privacy => states.privacy.map(|it| it.code()),
        Axis::Mix => states.mix.map(|it| it.code()),
    };
    code.unwrap_or("unchecked")
}
