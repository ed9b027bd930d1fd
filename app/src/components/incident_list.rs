//! Registered incidents under a heading, each to be changed or removed.

use cunping_core::id::IncidentId;
use cunping_text::{lang::Lang, ui::common};
use leptos::prelude::*;

use crate::routes::Route;

/// Criteria that an incident concerns in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentPlaces {
    /// The way: where it counts, or where it does not.
    pub label: String,
    /// The criteria, in order.
    pub links: Vec<PlaceLink>,
}

/// A criterion that an incident concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLink {
    /// Its number and title.
    pub text: String,
    /// Its question; `None` where it belongs to another document than the one on the screen.
    pub to: Option<Route>,
    /// Why the incident does not count there; empty if it does.
    pub why: String,
}

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
    /// The criteria that it concerns, with links; empty where the screen is about one criterion.
    pub places: Vec<IncidentPlaces>,
}

impl IncidentRow {
    /// Returns what tells the drawn row from any other, and from itself after a change.
    fn key(&self) -> String {
        let links = self.places.iter().flat_map(|places| places.links.iter().map(move |link| (&places.label, link)));
        let links = links.map(|(label, link)| format!("{label}{}{}", link.text, link.why)).collect::<String>();
        let late = self.late.as_deref().unwrap_or_default();
        format!("{} {} {} {late} {} {links}", self.id, self.day, self.text, self.why)
    }
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
                <For each=move || rows.get() key=IncidentRow::key let:row>
                    <li class="arrives">
                        <div class="incident-list-text">
                            <strong>{row.day}</strong>" "{row.text}
                            {row.late.map(|late| view! { " · "<span class="attention">{late}</span> })}
                            {(!row.why.is_empty()).then(|| view! { <br /><span class="soft small">{row.why}</span> })}
                            {row.places.into_iter().map(places).collect_view()}
                        </div>
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

/// Draws one line of criteria.
fn places(IncidentPlaces { label, links }: IncidentPlaces) -> AnyView {
    let link = |PlaceLink { text, to, why }: PlaceLink| {
        let why = (!why.is_empty()).then(|| view! { <span class="soft">{why}</span> });
        let name = match to {
            Some(to) => any_view! { <a href=to.to_string() lang="zh-Hans">{text}</a> },
            None => any_view! { <span lang="zh-Hans">{text}</span> },
        };
        view! { <li>{name}" "{why}</li> }
    };
    let links = links.into_iter().map(link).collect_view();
    any_view! { <p class="small">{label}</p><ul class="incident-list-places small">{links}</ul> }
}
