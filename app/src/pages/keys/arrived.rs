//! Keys that want to be enrolled, each with what enrolling it would change and how to make sure. Enrols none by itself.

use cunping_core::bundle::{Enrolling, Kind};
use cunping_office::{
    problem::{enrolling, key_role},
    ui::keys as words,
    when,
};
use leptos::prelude::*;

use super::{View, call};
use crate::{
    components::state_note::{Note, StateNote, Weight},
    state::applicants::{Applicant, applicants},
    store::Direction,
};

/// The list.
pub(super) fn list(view: &View) -> AnyView {
    let (app, lang) = (view.app, view.lang);
    let letters = view.mail.letters(app, Kind::Enrolment);
    let of = view.clone();
    let found = Memo::new(move |_| {
        let mut received = letters.get();
        received.retain(|it| it.record.direction == Direction::Received);
        let directory = of.mail.directory(app, of.inbox, &of.here.workplace);
        directory.map(|it| applicants(&received, &it)).unwrap_or_default()
    });
    let none = move || found.with(Vec::is_empty).then(|| view! { <p class="soft">{words::arrived_none(lang)}</p> });
    let view = view.clone();
    view! {
        {none}
        <ul class="plain stack">
            <For each=move || found.get() key=|it| (it.kid.to_string(), format!("{:?}", it.state), it.files.len()) let:it>
                {item(&view, &it)}
            </For>
        </ul>
    }
    .into_any()
}

fn item(view: &View, it: &Applicant) -> AnyView {
    let lang = view.lang;
    let said = enrolling(lang, &it.state);
    let weight = match it.state {
        Enrolling::Rotation(_) | Enrolling::Known => Weight::Fine,
        Enrolling::First | Enrolling::Further | Enrolling::Lost(_) => Weight::LookAt,
        Enrolling::FalseRotation(_) | Enrolling::OtherParty(_) | Enrolling::Retired => Weight::Out,
    };
    let note = Note { weight, what: said.what, todo: said.advice };
    let names = it.names().join(lang.pick("、", ", "));
    let parties = it.enrolments.iter().map(|it| view.name_of(&it.payload.stated.party)).collect::<Vec<_>>();
    let role = it.enrolments.first().map(|it| key_role(lang, it.payload.role));
    let day = it.files.first().map(|it| words::received_on(lang, &when::day(lang, it.first_seen.day)));
    let since = it.lost_since().map(|day| view! { <p>{words::says_since(lang, &when::day(lang, day))}</p> });
    let (inbox, app, files) = (view.inbox, view.app, it.files.clone());
    let aside = move |_| files.iter().for_each(|file| inbox.remove(app, file.clone()));
    view! {
        <li class="notice stack applicant">
            <h3>{names}</h3>
            <p>{parties.join(lang.pick("、", ", "))}" · "{role}" · "{day}</p>
            <StateNote note />
            {since}
            {it.state.may_be_enrolled().then(|| call::ways(view, it))}
            <p><button type="button" class="quiet" on:click=aside>{words::put_aside(lang)}</button></p>
        </li>
    }
    .into_any()
}
