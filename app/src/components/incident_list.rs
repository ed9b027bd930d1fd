//! Registered incidents under a heading, each to change or to remove. Keeps none itself.

use cunping_core::id::IncidentId;
use cunping_office::{lang::Lang, ui::common};
use leptos::prelude::*;

/// One incident in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub id: IncidentId,
    /// Its day.
    pub day: String,
    /// What it was and what is known of it.
    pub text: String,
    /// That it was entered late, and when.
    pub late: Option<String>,
    /// Where it counts, or why it does not; empty for nothing to say.
    pub why: String,
}

/// The registered incidents.
#[component]
pub fn IncidentList(
    /// The language of the page.
    lang: Lang,
    /// What these incidents are; empty where the screen says it.
    #[prop(into, optional)]
    heading: String,
    /// A line below the heading; empty for none.
    #[prop(into, optional)]
    hint: String,
    /// The incidents, in order.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// Called with the incident that is to be changed.
    #[prop(into)]
    on_edit: Callback<IncidentId>,
    /// Called with the incident that is to be removed.
    #[prop(into)]
    on_remove: Callback<IncidentId>,
) -> impl IntoView {
    let list = move || {
        let heading = (!heading.is_empty()).then(|| view! { <h3>{heading.clone()}</h3> });
        let hint = (!hint.is_empty()).then(|| view! { <p class="soft small">{hint.clone()}</p> });
        view! {
            {heading}
            {hint}
            <ul class="incidents">
                <For each=move || rows.get() key=|row| (row.id.0, row.day.clone(), row.text.clone(), row.late.clone(), row.why.clone()) let:row>
                    <li class="arrives">
                        <span>
                            <strong>{row.day}</strong>" "{row.text}
                            {row.late.map(|late| view! { " · "<span class="open-days">{late}</span> })}
                            {(!row.why.is_empty()).then(|| view! { <br /><span class="soft small">{row.why}</span> })}
                        </span>
                        <span class="incident-acts">
                            <button type="button" class="quiet" on:click=move |_| on_edit.run(row.id)>{common::edit(lang)}</button>
                            <button type="button" class="quiet" on:click=move |_| on_remove.run(row.id)>{common::remove(lang)}</button>
                        </span>
                    </li>
                </For>
            </ul>
        }
    };
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    view! { <div>{move || any.get().then(&list)}</div> }.into_any()
}
