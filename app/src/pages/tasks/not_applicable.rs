//! The form for the reason why a question does not apply to the unit.

use cunping_core::facts::{Says, Topic};
use cunping_text::{
    problem,
    ui::{common, question as words},
};
use leptos::prelude::*;

use super::sheet::QuestionSheet;
use crate::{
    browser,
    components::text_field::TextField,
    drafts::fields,
    state::{App, PeriodStanding, answers::statement},
};

/// Draws the form for the question at a place; `open` is set to false when it is done.
pub(super) fn form(sheet: QuestionSheet, place: usize, topic: StoredValue<Topic>, open: RwSignal<bool>) -> AnyView {
    let (app, QuestionSheet { lang, standing, .. }) = (App::shared(), sheet);
    let id = format!("why-not-{place}");
    let field = id.clone();
    let kept = sheet.typed.with_untracked(|typed| typed.get(&name(place)).cloned()).unwrap_or_default();
    let (reason, wrong) = (RwSignal::new(kept), RwSignal::new(None::<String>));
    let leave = move || {
        open.set(false);
        forget(sheet, place);
        let at = format!("[data-block=\"{place}\"] [tabindex=\"0\"]");
        request_animation_frame(move || browser::focus_at(&at));
    };
    let save = move |_| {
        let text = reason.get_untracked().trim().to_owned();
        if text.is_empty() {
            wrong.set(Some(words::why_not_applicable_needed(lang).to_owned()));
            return browser::focus_id(&field);
        }
        wrong.set(None);
        if problem::in_text(lang, &text).is_some() {
            return browser::focus_id(&field);
        }
        let (days, made_on) = standing.with_untracked(|standing| (PeriodStanding::statable(standing), standing.today));
        if let Some(days) = days {
            app.state(statement(topic.get_value(), days, made_on, Says::NotApplicable(text)));
        }
        leave();
    };
    let type_in = move |text: String| {
        open.set(true);
        reason.set(text.clone());
        app.type_in(&sheet.typed_at(), sheet.typed, |typed| fields::set(typed, &name(place), text));
    };
    let focused = id.clone();
    // Nobody asked for a form that is open because of what was typed before.
    if open.get_untracked() {
        request_animation_frame(move || browser::focus_id(&focused));
    }
    any_view! {
        <div class="stack" data-form="not-applicable">
            <p class="problem-text" role="alert">{wrong}</p>
            <TextField lang id label=words::why_not_applicable(lang) value=reason
                on_type=type_in longest=500 rows=3 />
            <p class="row">
                <button type="button" class="primary" data-enter="" on:click=save>{common::save(lang)}</button>
                <button type="button" data-escape="" on:click=move |_| leave()>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

/// Returns whether a reason is half typed for the question at a place.
pub(super) fn is_typed(sheet: QuestionSheet, place: usize) -> bool {
    sheet.typed.with(|typed| typed.contains_key(&name(place)))
}

/// Drops the half-typed reason of a place.
pub(super) fn forget(sheet: QuestionSheet, place: usize) {
    if sheet.typed.with_untracked(|typed| typed.contains_key(&name(place))) {
        let drop = |typed: &mut fields::TypedFields| fields::set(typed, &name(place), String::new());
        App::shared().type_in(&sheet.typed_at(), sheet.typed, drop);
    }
}

/// Names the field of the reason at a place among what is half typed.
fn name(place: usize) -> String {
    format!("{place}.why")
}
