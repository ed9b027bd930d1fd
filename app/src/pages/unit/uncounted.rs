//! Opinions on a unit that are here but do not count: why, and the button that fixes it where one can.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{ActsAs, Authority, CountedOpinion, DirectoryOffice, Kind, OfficeVoice, Voices},
    id::OfficeId,
    pack::{Level, Office},
};
use cunping_text::{opinion, problem, ui::opinion as words};
use leptos::prelude::*;

use crate::{
    browser,
    pages::unit::UnitView,
    state::{
        parts,
        responses::{Responses, Uncounted},
    },
};

/// Draws the opinions about the unit in the period that do not count; `None` if there are none.
pub(super) fn list(view: &UnitView, level: &Level, responses: &Responses, voices: &[Voices]) -> Option<AnyView> {
    let lang = view.lang;
    // A part that another office already fills is assigned in the directory, deliberately, and not by a button here.
    let speaks = |voice: &&OfficeVoice| {
        matches!(voice.word, CountedOpinion::Agrees | CountedOpinion::Objects(_) | CountedOpinion::Void { .. })
    };
    let taken: BTreeSet<&OfficeId> =
        voices.iter().flat_map(|voices| &voices.by_office).filter(speaks).map(|voice| &voice.monitor).collect();
    let about = |uncounted: &&Uncounted| {
        let subject = &uncounted.opinion.subject;
        (subject.unit, subject.period, &subject.level) == (view.unit, view.period, &level.id)
            && subject.pack.id == view.here.pack.id
    };
    let lines: Vec<AnyView> =
        responses.uncounted.iter().filter(about).filter_map(|uncounted| line(view, level, &taken, uncounted)).collect();
    (!lines.is_empty()).then(|| {
        any_view! {
            <div class="notice open stack no-print">
                <p><strong>{words::uncounted(lang)}</strong></p>
                <ul class="stack">{lines}</ul>
            </div>
        }
    })
}

fn line(view: &UnitView, level: &Level, taken: &BTreeSet<&OfficeId>, uncounted: &Uncounted) -> Option<AnyView> {
    let (lang, pack) = (view.lang, view.here.pack);
    let by = &uncounted.opinion.stated.party;
    // The directory may list an office that has no part in the document.
    let listed = view.bundles.roster.with(|roster| roster.office(by).map(|office| office.name.clone()));
    let directory = view.directory()?;
    let name = listed.unwrap_or_else(|| opinion::party(pack, &directory, by));
    let why = problem::bundle_state(lang, Kind::Opinion, &uncounted.states, uncounted.axis());
    // An office of another unit belongs in that unit's directory.
    let own = uncounted.lacks_part() && by.unit == view.here.workplace.unit;
    let parts = if own { Authority::parts_to_give(pack, level, &uncounted.opinion) } else { Vec::new() };
    let open = parts.into_iter().filter(|(id, _)| !taken.contains(id));
    let give = open.map(|part| give(view, uncounted, &name, part)).collect_view();
    Some(any_view! {
        <li class="stack">
            <p><strong lang="zh-Hans">{name.clone()}</strong>" "{why.what}" "{why.advice}</p>
            <p class="row">{give}</p>
        </li>
    })
}

/// Draws the button that gives an office a part in the document, in addition to what the directory says about it.
fn give(view: &UnitView, uncounted: &Uncounted, name: &str, (part, office): (&OfficeId, &Office)) -> AnyView {
    let (app, bundles, pack) = (view.app, view.bundles, view.here.pack);
    let (party, name) = (uncounted.opinion.stated.party.clone(), name.to_owned());
    let part = ActsAs { pack: pack.id.clone(), office: part.clone() };
    let press = move |_| {
        let Some(id) = party.office.clone() else { return };
        let listed = bundles.roster.with_untracked(|roster| roster.office(&party).cloned());
        let mut office = listed.unwrap_or_else(|| DirectoryOffice {
            unit: party.unit,
            name: parts::called(&id, &name),
            office: id,
            acts_as: Vec::new(),
            serves: None,
        });
        office.acts_as.push(part.clone());
        office.acts_as.sort();
        office.acts_as.dedup();
        bundles.put_offices(app, vec![office]);
        // The button disappears with the problem that it solved.
        browser::focus_id("opinions");
    };
    any_view! { <button type="button" on:click=press>{words::give_part(view.lang, &office.name)}</button> }
}
