//! How people make sure of a key: the call with its digits, the number compared in person, or the old key's word.

use cunping_core::{
    bundle::{Challenge, DirectoryOffice, Enrolling},
    days::Day,
};
use cunping_office::ui::keys as words;
use leptos::{prelude::*, task::spawn_local};

use super::{View, grouped, typed_digits};
use crate::{
    browser, clock,
    state::applicants::{Applicant, call_place},
};

/// The ways to enrol a key that may be enrolled.
pub(super) fn ways(view: &View, it: &Applicant) -> AnyView {
    let (lang, kid) = (view.lang, it.kid);
    let from = RwSignal::new(it.lost_since().unwrap_or_else(clock::today).to_string());
    let retires = matches!(it.state, Enrolling::Lost(_)).then(|| {
        view! {
            <p class="row">
                <label for=format!("retires-{kid}")>{words::retires_from(lang)}</label>
                <input id=format!("retires-{kid}") type="date" prop:value=from on:input=move |event| from.set(event_target_value(&event)) />
            </p>
        }
    });
    let make_sure = if it.state.needs_a_call() {
        view! { {call(view, it, from)}{in_person(view, it, from)} }.into_any()
    } else {
        let (view, it) = (view.clone(), it.clone());
        let enrol = move |_| enrol(&view, &it, from);
        view! { <p><button type="button" class="primary" on:click=enrol>{words::enrol(lang)}</button></p> }.into_any()
    };
    view! { {retires}{make_sure} }.into_any()
}

/// Six random digits, drawn once after the file has come and kept, so that a reload during the call leaves them.
fn call(view: &View, it: &Applicant, from: RwSignal<String>) -> AnyView {
    let (app, lang, kid) = (view.app, view.lang, it.kid);
    let challenge = RwSignal::new(None::<Challenge>);
    let (heard, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<(&'static str, &'static str)>));
    spawn_local(async move {
        let kept = app.draft(&call_place(kid)).await.and_then(|text| text.parse().ok());
        let drawn = kept.or_else(|| draw(&view_of(app, kid)));
        let _gone = challenge.try_set(drawn);
    });
    let (view, applicant) = (view.clone(), it.clone());
    let check = move |_| {
        let Some(asked) = challenge.get_untracked() else { return };
        let said = typed_digits(&heard.get_untracked());
        if said.len() != 8 {
            return wrong.set(Some((words::eight_digits(lang), "")));
        }
        if asked.is_answered(kid, &said) {
            return enrol(&view, &applicant, from);
        }
        // Whoever guesses wrong gets no second guess at the same digits.
        challenge.set(draw(&view_of(app, kid)));
        heard.set(String::new());
        wrong.set(Some((words::wrong(lang), words::wrong_do(lang))));
    };
    let asked = move || challenge.get().map(|it| grouped(&it.to_string(), 3));
    view! {
        <div class="stack call">
            <h4>{words::call(lang)}</h4>
            <p>{words::call_number(lang)}</p>
            <p>{words::call_read(lang)}" "<strong class="digest spoken challenge">{asked}</strong></p>
            <p class="row">
                <label for=format!("said-{kid}")>{words::call_answer(lang)}</label>
                <input id=format!("said-{kid}") type="text" inputmode="numeric" autocomplete="off" maxlength="24" prop:value=heard
                    on:input=move |event| heard.set(event_target_value(&event)) />
                <button type="button" class="primary" on:click=check>{words::check_answer(lang)}</button>
            </p>
            <p role="alert">{move || wrong.get().map(|(what, todo)| view! { <strong>{what}</strong>" "{todo} })}</p>
        </div>
    }
    .into_any()
}

/// Where the digits of a call are kept.
struct Place {
    app: crate::state::App,
    at: String,
}

fn view_of(app: crate::state::App, kid: cunping_core::bundle::Thumbprint) -> Place {
    Place { app, at: call_place(kid) }
}

/// New digits, kept; none where the browser gives no random numbers.
fn draw(place: &Place) -> Option<Challenge> {
    let bits: [u8; 8] = browser::random()?;
    let challenge = Challenge::from_random(u64::from_be_bytes(bits));
    place.app.keep_draft(&place.at, challenge.to_string());
    Some(challenge)
}

fn in_person(view: &View, it: &Applicant, from: RwSignal<String>) -> AnyView {
    let (lang, number) = (view.lang, it.kid.groups());
    let (view, it) = (view.clone(), it.clone());
    let enrol = move |_| enrol(&view, &it, from);
    view! {
        <details>
            <summary>{words::in_person(lang)}</summary>
            <div class="stack">
                <p>{words::in_person_hint(lang)}</p>
                <p><strong class="digest">{number}</strong></p>
                <p><button type="button" on:click=enrol>{words::same_number(lang)}</button></p>
            </div>
        </details>
    }
    .into_any()
}

/// Enrols the key for each of its parties, on today's date, and an office that is new here with it.
fn enrol(view: &View, it: &Applicant, from: RwSignal<String>) {
    let today = clock::today();
    let retires_on: Day = match it.state {
        Enrolling::Lost(_) => from.get_untracked().parse().unwrap_or(today),
        _ => today,
    };
    let Some(directory) = untrack(|| view.mail.directory(view.app, view.inbox, &view.here.workplace)) else { return };
    let Some(after) = it.enrolled(&directory, today, retires_on) else { return };
    view.app.keep_draft(&call_place(it.kid), String::new());
    let offices: Vec<DirectoryOffice> =
        it.enrolments.iter().filter_map(|it| view.mail.new_office(&view.here, &it.payload)).collect();
    view.mail.put_offices(view.app, offices);
    view.mail.take_keys(view.app, view.inbox, &after.keys);
}
