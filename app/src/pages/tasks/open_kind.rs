//! Asks about incidents of a wider category whether they belong to the question's category.

use cunping_core::facts::Topic;
use cunping_text::{lang::Lang, question, question::Choice, term, ui::common, ui::incident as words};
use leptos::prelude::*;

use crate::{
    components::incident_list::IncidentRow, pages::tasks::answers, panels::registering::Registering,
    state::PeriodStanding,
};

/// Draws the incidents that may belong to the question's category, each to be assigned, changed or removed; nothing if
/// there are none.
pub(super) fn open_kind(
    lang: Lang,
    standing: Memo<PeriodStanding>,
    topic: StoredValue<Topic>,
    acts: Registering,
) -> AnyView {
    let all = Memo::new(move |_| {
        standing.with(|standing| {
            let answer = topic.with_value(|topic| answers::current(standing, topic));
            let none = topic.with_value(|topic| answer.registered(&topic.about));
            let none = question::choice(lang, Choice::Complete, none);
            let rows: Vec<_> = answer.of_open_kind.iter().map(|one| acts.row(one, String::new())).collect();
            let name = topic.with_value(|topic| term::indicator(lang, standing.pack, &topic.about).to_owned());
            (words::kind_open(lang, &name, none), rows)
        })
    });
    let shown = move || {
        let (text, rows) = all.get();
        let row = |IncidentRow { id, day, text, .. }: IncidentRow| {
            let same = move |_| topic.with_value(|topic| acts.edit_as(id, &topic.about));
            view! {
                <li>
                    <span><strong>{day}</strong>" "{text}</span>
                    <span class="incident-list-acts">
                        <button type="button" class="quiet" on:click=same>{words::is_of_this(lang)}</button>
                        <button type="button" class="quiet" on:click=move |_| acts.edit(id, None)>{common::edit(lang)}</button>
                        <button type="button" class="quiet" on:click=move |_| acts.remove(id)>{common::remove(lang)}</button>
                    </span>
                </li>
            }
        };
        (!rows.is_empty()).then(|| {
            view! {
                <section class="notice open" role="status">
                    <p>{text}</p>
                    <ul class="incident-list">{rows.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    };
    any_view! { {shown} }
}
