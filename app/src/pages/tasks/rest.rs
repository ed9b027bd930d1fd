//! One button for the rest of a section: that nothing of it happened, that all of it is done. It states nothing before it has
//! listed exactly what it will state, and leaves out every question of which that would be the bad answer.

use cunping_core::facts::{Says, Topic, good_answer};
use cunping_text::{
    question,
    ui::{common, tasks as words},
};
use leptos::prelude::*;

use super::{
    sheet::{QuestionSheet, SheetSection},
    undo,
};
use crate::{
    browser,
    state::{PeriodStanding, answers::statement},
};

/// Draws the button, and after it was pressed the list with the button that states it; nothing while nothing is left. Calls
/// `done` once it is stated.
pub(super) fn draw(
    sheet: QuestionSheet,
    section: &SheetSection,
    done: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let lang = sheet.lang;
    let id = StoredValue::new(section.id.clone());
    let asked = RwSignal::new(false);
    let good = good(sheet, section);
    let todo = Memo::new(move |_| {
        let silent = |place: usize| {
            sheet.answers.with(|all| {
                all.get(place).is_some_and(|it| it.is_silent() && it.of_open_kind.is_empty() && it.aside.is_empty())
            })
        };
        good.with_value(|good| {
            let mut todo: Vec<(Topic, Says)> = Vec::new();
            for (place, topic, says) in good {
                if silent(*place) && !todo.iter().any(|(known, _)| known == topic) {
                    todo.push((topic.clone(), says.clone()));
                }
            }
            todo
        })
    });
    let state = move |_| {
        let Some((days, today)) = sheet.standing.with_untracked(|it| Some((PeriodStanding::statable(it)?, it.today)))
        else {
            return;
        };
        let all = todo.get_untracked().into_iter().map(|(topic, says)| statement(topic, days, today, says)).collect();
        id.with_value(|id| undo::state(sheet, id, all));
        asked.set(false);
        done();
        request_animation_frame(move || browser::focus_id(&id.with_value(|id| undo::button(id))));
    };
    let list = move || {
        let row = |(topic, says): &(Topic, Says)| {
            let line = sheet.standing.with(|standing| question::stated(lang, standing.pack, topic, says));
            view! { <li>{line}</li> }
        };
        todo.with(|todo| todo.iter().map(row).collect_view())
    };
    let count = Memo::new(move |_| todo.with(Vec::len));
    let confirm = move || {
        any_view! {
            <div class="card tasks-rest arrives" data-form="rest">
                <p><strong>{words::rest_states(lang)}</strong></p>
                <ul>{list}</ul>
                <p class="soft small">{words::rest_else(lang)}</p>
                <p class="row">
                    <button type="button" class="primary" on:click=state>{move || words::rest_confirm(lang, count.get())}</button>
                    <button type="button" data-escape="" on:click=move |_| asked.set(false)>{common::cancel(lang)}</button>
                </p>
            </div>
        }
    };
    let text = move || {
        todo.with(|todo| {
            let none = todo.iter().any(|(_, says)| *says == Says::Complete);
            let done = todo.iter().any(|(_, says)| *says != Says::Complete);
            match (none, done) {
                (true, false) => words::rest_none(lang),
                (false, _) => words::rest_done(lang),
                (true, true) => words::rest_both(lang),
            }
        })
    };
    let button = move || {
        any_view! { <button type="button" class="tasks-rest-button" on:click=move |_| asked.set(true)>{text}</button> }
    };
    let any = Memo::new(move |_| count.get() > 0);
    let offered = move || {
        let days = sheet.standing.with(PeriodStanding::statable);
        (any.get() && days.is_some()).then(|| if asked.get() { confirm() } else { button() })
    };
    any_view! { <div class="tasks-rest-place">{offered}</div> }
}

/// Returns the questions of a section that have a good answer, with it, by place.
fn good(sheet: QuestionSheet, section: &SheetSection) -> StoredValue<Vec<(usize, Topic, Says)>> {
    let of = |place: usize| {
        let topic = sheet.topic(place)?;
        let says = sheet.standing.with_untracked(|it| good_answer(it.pack, it.level, &topic))?;
        Some((place, topic, says))
    };
    StoredValue::new(section.places.clone().filter_map(of).collect())
}
