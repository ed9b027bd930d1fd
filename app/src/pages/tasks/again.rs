//! Repeats everything that was stated as complete before, up to today, after showing exactly what that states.

use cunping_core::{
    days::Days,
    facts::{Says, Topic, up_to_today},
};
use cunping_text::{
    term,
    ui::{common, tasks as words},
    when,
};
use leptos::prelude::*;

use super::{sheet::QuestionSheet, undo};
use crate::{browser, state::answers::statement};

/// Draws a button that shows what it would state, and a second one that states it.
pub(super) fn again(sheet: QuestionSheet) -> AnyView {
    let QuestionSheet { lang, standing, .. } = sheet;
    let asked = RwSignal::new(false);
    let todo = Memo::new(move |_| {
        standing.with(|standing| up_to_today(standing.pack, standing.level, &standing.facts, standing.today))
    });
    let state = move |_| {
        let made_on = standing.with_untracked(|standing| standing.today);
        let all = todo.get_untracked().into_iter();
        let all = all.map(|(topic, days)| statement(topic, days, made_on, Says::Complete)).collect();
        undo::state(sheet, undo::UP_TO_TODAY, all);
        asked.set(false);
        request_animation_frame(|| browser::focus_id(&undo::button(undo::UP_TO_TODAY)));
    };
    let list = move || {
        let row = |(topic, days): &(Topic, Days)| {
            let name = standing.with(|standing| term::topic(lang, standing.pack, topic));
            view! { <li>{words::none_of(lang, &when::days(lang, *days), &name)}</li> }
        };
        todo.with(|todo| todo.iter().map(row).collect_view())
    };
    let confirm = move || {
        view! {
            <div class="card stack arrives" data-form="again">
                <p><strong>{words::again_states(lang)}</strong></p>
                <ul>{list}</ul>
                <p>{words::again_else(lang)}</p>
                <p class="row">
                    <button type="button" class="primary" on:click=state>{words::again_confirm(lang)}</button>
                    <button type="button" data-escape="" on:click=move |_| asked.set(false)>{common::cancel(lang)}</button>
                </p>
            </div>
        }
    };
    let button =
        move || view! { <button type="button" on:click=move |_| asked.set(true)>{words::again(lang)}</button> };
    let any = Memo::new(move |_| todo.with(|todo| !todo.is_empty()));
    let body = move || if asked.get() { confirm().into_any() } else { button().into_any() };
    any_view! { <div>{undo::line(sheet, undo::UP_TO_TODAY, || ())}{move || any.get().then(body)}</div> }
}
