//! What a removal states beside its reason: its ground, and the day.

use cunping_text::{recognition, recognition::Ground, ui::recognition as words, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::{choice_row::Radios, choice_row::RowOption, typed_day::TypedDay},
    pages::unit::deciding::form::DecisionForm,
};

const REVIEW: &str = "review";
const EVENT: &str = "event";

/// Returns the ground on which a name is taken back; `None` while ground or day is missing, or the day lies in the
/// future.
pub(super) fn ground(form: DecisionForm) -> Option<Ground> {
    let day = when::typed_day(&form.get("day")).filter(|day| *day <= clock::today())?;
    match form.get("ground").as_str() {
        REVIEW => Some(Ground::Review(day)),
        EVENT => {
            let event = form.get("event");
            form.view.with_value(|view| {
                let all = recognition::events(view.lang, view.here.pack, view.level);
                let known = all.into_iter().find(|incident| incident.key == event);
                known.map(|incident| Ground::Event(day, incident.written))
            })
        }
        _ => None,
    }
}

/// Draws the fields of a removal.
pub(super) fn fields(form: DecisionForm) -> AnyView {
    let lang = form.lang;
    let choices = vec![
        RowOption::new(REVIEW, words::ground_review(lang), ""),
        RowOption::new(EVENT, words::ground_event(lang), ""),
    ];
    let happened = Memo::new(move |_| form.get("ground") == EVENT);
    let choose = move |key: String| form.set("ground", key);
    any_view! {
        <Radios legend=words::ground(lang) name="ground" choices chosen=form.choice("ground") on_choose=choose />
        {move || happened.get().then(|| events(form))}
        <TypedDay lang id="removed-day" label=words::event_day(lang) hint=words::event_day_hint(lang)
            text=Signal::derive(move || form.get("day")) latest=clock::today() on_type=move |text| form.set("day", text) />
    }
}

/// Draws the choice among the kinds of incident that the document lists.
fn events(form: DecisionForm) -> AnyView {
    let lang = form.lang;
    let all = form.view.with_value(|view| recognition::events(lang, view.here.pack, view.level));
    let option = |incident: recognition::RevokingIncident| {
        let key = incident.key.clone();
        view! { <option value=incident.key selected=move || form.get("event") == key>{incident.name}</option> }
    };
    let options = all.into_iter().map(option).collect_view();
    let choose = move |event| form.set("event", event_target_value(&event));
    any_view! {
        <div>
            <label for="removed-event">{words::event(lang)}</label>
            <select id="removed-event" on:change=choose>
                <option value="" selected=move || form.get("event").is_empty()>"—"</option>
                {options}
            </select>
        </div>
    }
}
