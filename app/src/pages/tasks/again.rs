//! Repeats everything that was stated as complete before, up to today, after showing exactly what that states.

use cunping_core::{
    days::Days,
    facts::{Says, Topic, up_to_today},
};
use cunping_text::{lang::Lang, term, ui::common, ui::tasks as words, when};
use leptos::prelude::*;

use crate::state::{App, PeriodStanding, answers::statement};

/// Draws a button that shows what it would state, and a second one that states it.
pub(super) fn again(lang: Lang, standing: Memo<PeriodStanding>) -> AnyView {
    let app = App::shared();
    let asked = RwSignal::new(false);
    let todo = Memo::new(move |_| {
        standing.with(|standing| up_to_today(standing.pack, standing.level, &standing.facts, standing.today))
    });
    let state = move |_| {
        let made_on = standing.with_untracked(|standing| standing.today);
        for (topic, days) in todo.get_untracked() {
            app.state(statement(topic, days, made_on, Says::Complete));
        }
        asked.set(false);
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
            <div class="card stack arrives">
                <p><strong>{words::again_states(lang)}</strong></p>
                <ul>{list}</ul>
                <p>{words::again_else(lang)}</p>
                <p class="row">
                    <button type="button" class="primary" on:click=state>{words::again_confirm(lang)}</button>
                    <button type="button" on:click=move |_| asked.set(false)>{common::cancel(lang)}</button>
                </p>
            </div>
        }
    };
    let button =
        move || view! { <button type="button" on:click=move |_| asked.set(true)>{words::again(lang)}</button> };
    let any = Memo::new(move |_| todo.with(|todo| !todo.is_empty()));
    let body = move || if asked.get() { confirm().into_any() } else { button().into_any() };
    any_view! { <div>{move || any.get().then(body)}</div> }
}
