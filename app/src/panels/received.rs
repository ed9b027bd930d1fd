//! Received files of other kinds, each with its state on every axis, the worst first.

use cunping_core::{
    bundle::{Party, Severity},
    period::Period,
};
use cunping_text::{kind, lang::Lang, problem, ui::desk as words, ui::township, ui::unit, when};
use leptos::prelude::*;

use crate::{
    components::state_note::StateNote,
    panels::{
        notes::{fine, of_bundle, worst},
        parties::PartyView,
    },
    state::{App, Here, bundles::Bundles, examined::Examined, inbox::Inbox},
    store::Direction,
};

/// Draws the section; nothing if no such file came. With a `period`, files about another period are left out.
pub(crate) fn section(
    (app, inbox, bundles): (App, Inbox, Bundles),
    lang: Lang,
    here: &Here,
    period: Option<Period>,
) -> AnyView {
    let here = here.clone();
    let examined = Memo::new(move |_| {
        let wanted = |bundle: &Examined| {
            bundle.record.direction == Direction::Received
                && (period.is_none() || bundle.record.period().is_none_or(|about| Some(about) == period))
        };
        let mut all: Vec<Examined> = bundles.all(app).into_iter().filter(wanted).collect();
        let severity = |bundle: &Examined| bundle.states.worst().map_or(Severity::Fine, |(severity, _)| severity);
        all.sort_by_key(|bundle| {
            (std::cmp::Reverse(severity(bundle)), bundle.record.kind.clone(), bundle.record.unit, bundle.record.digest)
        });
        all
    });
    let draw = move || {
        examined.with(|all| {
            let lines: Vec<AnyView> =
                all.iter().map(|bundle| line((app, inbox, bundles), lang, &here, bundle)).collect();
            (!lines.is_empty()).then(|| {
                view! {
                    <section class="card stack" aria-labelledby="received">
                        <h2 id="received">{words::received(lang)}</h2>
                        <p class="soft small">{words::received_hint(lang)}</p>
                        <ul class="plain stack">{lines}</ul>
                    </section>
                }
            })
        })
    };
    any_view! { {draw} }
}

fn line((app, inbox, bundles): (App, Inbox, Bundles), lang: Lang, here: &Here, bundle: &Examined) -> AnyView {
    let of = bundle.verified.payload.kind();
    let (party, unit) = (bundle.verified.payload.party(), bundle.verified.payload.unit());
    let view = PartyView { app, inbox, bundles, lang, here: here.clone() };
    let name = |party: &Party| untrack(|| view.name_of(party));
    let by = name(party);
    let about = (unit != party.unit).then(|| name(&Party { unit, office: None }));
    let about = about.map(|unit| view! { " "<span>{words::about(lang, &unit)}</span> });
    let period = bundle.record.period().map(|period| format!(" {}", when::period(lang, period)));
    let seen = township::seen_on(lang, &when::day(lang, bundle.record.first_seen.day));
    let (record, name) = (bundle.record.clone(), bundle.record.file_name.clone());
    let note = worst(lang, of, &bundle.states).unwrap_or_else(|| fine(lang));
    let axis = |(severity, axis)| {
        let (name, note) = (problem::axis(lang, axis), of_bundle(lang, of, &bundle.states, severity, axis));
        view! { <dt>{name}</dt><dd><StateNote note /></dd> }
    };
    let axes = bundle.states.by_severity().into_iter().map(axis).collect_view();
    any_view! {
        <li class="stack">
            <p><strong>{kind::name(lang, of)}</strong>" "<span lang="zh-Hans">{by}</span>{about}{period}" "<span class="soft small">{seen}</span></p>
            <StateNote note />
            <details>
                <summary>{unit::states(lang)}<span class="hidden-text">" "{name.clone()}</span></summary>
                <p class="soft small file-name">{name.clone()}</p>
                <dl class="pairs">{axes}</dl>
                <button type="button" class="quiet" on:click=move |_| inbox.remove(app, record.clone())>
                    {unit::remove_file(lang)}<span class="hidden-text">" "{name}</span></button>
            </details>
        </li>
    }
}
