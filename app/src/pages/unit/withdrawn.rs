//! Objections to the unit's file that an office withdrew with a later file: who, when, what, why.

use cunping_core::{
    bundle::{Kind, Payload, Supersession, withdrawals},
    id::Digest,
};
use cunping_text::{deciding::item, opinion, ui::opinion as words, when};
use leptos::prelude::*;

use crate::{pages::unit::UnitView, state::examined::Examined};

/// Draws the list; nothing if none was withdrawn.
pub(super) fn section(view: &UnitView) -> AnyView {
    let (lang, pack, level) = (view.lang, view.here.pack, view.level);
    let (examined, view) = (view.bundles.of_kind(view.app, Kind::Opinion), view.clone());
    let draw = move || {
        let directory = view.directory()?;
        let lines = examined.with(|examined| {
            let all: Vec<(Digest, &cunping_core::bundle::Opinion)> =
                examined.iter().filter_map(|bundle| of_unit(&view, bundle)).collect();
            let line = |withdrawal: &cunping_core::bundle::Withdrawal| {
                let (by, day) = (opinion::party(pack, &directory, &withdrawal.by), when::day(lang, withdrawal.on));
                let item = item(lang, level, &withdrawal.objection.criterion);
                words::withdrew(lang, &by, &day, &item, &withdrawal.objection.reason)
            };
            withdrawals(&all).iter().map(line).collect::<Vec<_>>()
        });
        (!lines.is_empty()).then(|| {
            view! {
                <section class="card stack no-print" aria-labelledby="withdrawn">
                    <h2 id="withdrawn">{words::withdrawn_heading(lang)}</h2>
                    <ul>{lines.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                </section>
            }
        })
    };
    any_view! { {draw} }
}

/// Returns an opinion about the unit in the period if its place in the chain is clear and it counts on every other
/// axis.
fn of_unit<'a>(view: &UnitView, bundle: &'a Examined) -> Option<(Digest, &'a cunping_core::bundle::Opinion)> {
    let Payload::Opinion(opinion) = &bundle.verified.payload else { return None };
    let of = &opinion.subject;
    let about =
        (of.unit, of.period, &of.level, &of.pack.id) == (view.unit, view.period, &view.level.id, &view.here.pack.id);
    let placed = matches!(
        bundle.states.supersession,
        Some(Supersession::New | Supersession::Supersedes(_) | Supersession::Superseded(_))
    );
    (about && placed && bundle.states.alone().counts()).then_some((bundle.verified.digest, &**opinion))
}
