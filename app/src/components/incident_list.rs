//! Registered incidents under a heading, each to be changed or removed.

use cunping_core::id::IncidentId;
use cunping_text::{lang::Lang, ui::common};
use leptos::prelude::*;

/// One incident in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentRow {
    /// Its id.
    pub id: IncidentId,
    /// Its day, in words.
    pub day: String,
    /// Its categories and known attributes.
    pub text: String,
    /// A note that it was entered late, with the day; `None` if it was not.
    pub late: Option<String>,
    /// Where it counts, or why it does not; empty if there is nothing to say.
    pub why: String,
}

/// Draws the registered incidents.
#[component]
pub fn IncidentList(
    /// The language of the page.
    lang: Lang,
    /// A heading for the incidents; empty where the screen already has one.
    #[prop(into, optional)]
    heading: String,
    /// A line below the heading; empty for none.
    #[prop(into, optional)]
    hint: String,
    /// The incidents, in order.
    #[prop(into)]
    rows: Signal<Vec<IncidentRow>>,
    /// Called with the incident to change.
    #[prop(into)]
    on_edit: Callback<IncidentId>,
    /// Called with the incident to remove.
    #[prop(into)]
    on_remove: Callback<IncidentId>,
) -> impl IntoView {
    let list = move || {
        let heading = (!heading.is_empty()).then(|| view! { <h3>{heading.clone()}</h3> });
        let hint = (!hint.is_empty()).then(|| view! { <p class="soft small">{hint.clone()}</p> });
        view! {
            {heading}
            {hint}
            <ul class="incident-list">
                <For each=move || rows.get() key=|row| (row.id.0, row.day.clone(), row.text.clone(), row.late.clone(), row.why.clone()) let:row>
                    <li class="arrives">
                        <span>
                            <strong>{row.day}</strong>" "{row.text}
                            {row.late.map(|late| view! { " · "<span class="attention">{late}</span> })}
                            {(!row.why.is_empty()).then(|| view! { <br /><span class="soft small">{row.why}</span> })}
                        </span>
                        <span class="incident-list-acts">
                            <button type="button" class="quiet" on:click=move |_| on_edit.run(row.id)>{common::edit(lang)}</button>
                            <button type="button" class="quiet" on:click=move |_| on_remove.run(row.id)>{common::remove(lang)}</button>
                        </span>
                    </li>
                </For>
            </ul>
        }
    };
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    any_view! { <div>{move || any.get().then(&list)}</div> }
}
