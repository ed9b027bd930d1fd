//! Keys that ask to be enrolled, each with what enrolling it would change and how to verify it.

use cunping_core::bundle::{Enrolling, Kind};
use cunping_text::{problem::enrolling, problem::key_role, ui::keys as words, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::state_note::{FileNote, StateNote, Weight},
    pages::keys::enrol,
    panels::parties::PartyView,
    state::applicants::{Applicant, applicants, grouped},
    store::Direction,
};

/// Draws the list.
pub(super) fn list(view: &PartyView) -> AnyView {
    let (app, lang) = (view.app, view.lang);
    let enrolments = view.bundles.of_kind(app, Kind::Enrolment);
    let of = view.clone();
    let found = Memo::new(move |_| {
        let mut received = enrolments.get();
        received.retain(|bundle| bundle.record.direction == Direction::Received);
        let directory = of.bundles.directory(app, of.inbox, &of.here.workplace);
        directory.map(|directory| grouped(applicants(&received, &directory, clock::today()))).unwrap_or_default()
    });
    let none = move || found.with(Vec::is_empty).then(|| view! { <p class="soft">{words::arrived_none(lang)}</p> });
    let view = view.clone();
    any_view! {
        {none}
        <ul class="plain stack">
            <For each=move || found.get() key=|applicants| which(applicants) let:applicants>
                {group(&view, &applicants)}
            </For>
        </ul>
    }
}

/// Returns a text that identifies a group and changes whenever its state does.
fn which(group: &[Applicant]) -> String {
    let one = |applicant: &Applicant| {
        let states: Vec<String> =
            applicant.wishes.iter().map(|wish| format!("{:?} {:?}", wish.party(), wish.state)).collect();
        format!("{} {} {}", applicant.kid, states.join(" "), applicant.files.len())
    };
    group.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Draws a single key, or several that contend for the same party under one warning.
fn group(view: &PartyView, all: &[Applicant]) -> AnyView {
    match all {
        [only] => any_view! { <li class="notice stack applicant">{item(view, only)}</li> },
        _ => {
            let items =
                all.iter().map(|applicant| view! { <li class="notice stack applicant">{item(view, applicant)}</li> });
            let items = items.collect_view();
            any_view! {
                <li class="notice open stack contested">
                    <p><strong>{words::contested(view.lang)}</strong></p>
                    <ul class="plain stack">{items}</ul>
                </li>
            }
        }
    }
}

fn weight(state: &Enrolling) -> Weight {
    match state {
        Enrolling::Known => Weight::Fine,
        Enrolling::Rotation(_) => Weight::Aside,
        Enrolling::First
        | Enrolling::Further
        | Enrolling::Contested { .. }
        | Enrolling::Lost(_)
        | Enrolling::LostAfterRotation { .. } => Weight::LookAt,
        Enrolling::FalseRotation { .. } | Enrolling::OtherParty(_) | Enrolling::Retired => Weight::Out,
    }
}

fn item(view: &PartyView, applicant: &Applicant) -> AnyView {
    let lang = view.lang;
    let said = enrolling(lang, applicant.state());
    let note = FileNote { weight: weight(applicant.state()), what: said.what, todo: said.advice };
    let parties = applicant.wishes.iter().map(|wish| view.name_of(wish.party())).collect::<Vec<_>>();
    let name = parties.join(lang.pick("、", ", "));
    let said = claims(view, applicant).map(|name| format!("{} · ", words::says(lang, &name)));
    let role = applicant.wishes.first().map(|wish| key_role(lang, wish.enrolment.payload.role));
    let day = applicant.wishes.first().map(|wish| words::received_on(lang, &when::day(lang, wish.first_seen)));
    let (inbox, app, files) = (view.inbox, view.app, applicant.files.clone());
    let aside = move |_| files.iter().for_each(|file| inbox.remove(app, file.clone()));
    any_view! {
        <h3>{name}</h3>
        <p>{said}{role}" · "{day}</p>
        <StateNote note />
        {applicant.state().may_be_enrolled().then(|| enrol::ways(view, applicant))}
        <p><button type="button" class="quiet" on:click=aside>{words::put_aside(lang)}</button></p>
    }
}

/// Returns the names that the files give to the parties where they differ from the names known here; `None` if they
/// agree. Punctuation and spaces are ignored.
fn claims(view: &PartyView, applicant: &Applicant) -> Option<String> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let other = |wish: &&crate::state::applicants::Wish| {
        letters(&view.name_of(wish.party())) != letters(&wish.enrolment.payload.name)
    };
    let mut names: Vec<&str> =
        applicant.wishes.iter().filter(other).map(|wish| wish.enrolment.payload.name.as_str()).collect();
    names.dedup();
    (!names.is_empty()).then(|| names.join(view.lang.pick("、", ", ")))
}
