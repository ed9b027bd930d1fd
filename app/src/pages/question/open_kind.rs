//! Incidents of a wider category that may be of the question's: asks which they are. Changes none itself.

use cunping_core::{
    facts::{Incident, Topic},
    id::IncidentId,
};
use cunping_office::{
    lang::Lang,
    question::{self, Choice},
    term,
    ui::incident as words,
    when,
};
use leptos::prelude::*;

use super::{answers, incidents::told_in_short};
use crate::state::Standing;

/// What may be of the question's category, each to be said so; `on_same` is called with one that is. Nothing where there
/// is none.
pub(super) fn open_kind(
    lang: Lang,
    standing: Memo<Standing>,
    topic: StoredValue<Topic>,
    on_same: impl Fn(IncidentId) + Copy + Send + Sync + 'static,
) -> AnyView {
    let all = Memo::new(move |_| {
        standing.with(|it| {
            let answer = topic.with_value(|topic| answers::current(it, topic));
            let none = question::choice(lang, Choice::Complete, answer.incidents.len());
            let row =
                |one: Incident| (when::day(lang, one.day), told_in_short(lang, it.pack, it.facts.period, &one), one.id);
            let rows: Vec<_> = answer.of_open_kind.into_iter().map(row).collect();
            let name = topic.with_value(|topic| term::indicator(lang, it.pack, &topic.about).to_owned());
            (words::kind_open(lang, &name, none), rows)
        })
    });
    let shown = move || {
        let (text, rows) = all.get();
        let row = |(day, text, id): (String, String, IncidentId)| {
            view! {
                <li>
                    <span><strong>{day}</strong>" "{text}</span>
                    <span class="incident-acts">
                        <button type="button" class="quiet" on:click=move |_| on_same(id)>{words::is_of_this(lang)}</button>
                    </span>
                </li>
            }
        };
        (!rows.is_empty()).then(|| {
            view! {
                <section class="notice open" role="status">
                    <p>{text}</p>
                    <ul class="incidents">{rows.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    };
    view! { {shown} }.into_any()
}
