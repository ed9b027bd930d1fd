//! The form for one incident: day, categories, and only the attributes that matter. It must never have a field for
//! persons.

use cunping_core::{days::Days, id::IndicatorId};
use cunping_text::{
    lang::Lang,
    number::{amount, typed_number},
    question::AttributeQuestion,
    ui::{common, incident},
};
use leptos::prelude::*;

use super::{choice_row::Radios, choice_row::RowOption};
use crate::drafts::incident::IncidentDraft;

/// A category that an incident can also belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
}

/// Draws the form for one incident.
#[component]
pub fn IncidentForm(
    /// The language of the page.
    lang: Lang,
    /// A name that is unique on the screen.
    #[prop(into)]
    name: String,
    /// The draft that is typed.
    draft: RwSignal<IncidentDraft>,
    /// The days on which it may have happened.
    days: Days,
    /// Narrower categories, to describe it more exactly.
    narrower: Vec<Category>,
    /// Other categories that the document asks about.
    others: Vec<Category>,
    /// The questions about an incident of the chosen categories.
    #[prop(into)]
    attributes: Signal<Vec<AttributeQuestion>>,
    /// The errors in what is typed.
    #[prop(into)]
    problems: Signal<Vec<String>>,
    /// Called to register it.
    #[prop(into)]
    on_save: Callback<()>,
    /// Called to close the form without registering.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let is_new = draft.with_untracked(|draft| draft.changes.is_none());
    let heading = if is_new { incident::heading_new(lang) } else { incident::heading_edit(lang) };
    let act = if is_new { incident::add(lang) } else { incident::update(lang) };
    let wrong = move || problems.get().into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    any_view! {
        <div class="incident-form card stack" data-form="incident">
            <h3>{heading}</h3>
            <p class="soft small">{incident::no_who(lang)}</p>
            <DayField lang name=name.clone() draft days />
            <Categories legend=incident::narrower(lang) name=name.clone() draft categories=narrower />
            <Categories legend=incident::also(lang) name=name.clone() draft categories=others />
            <For each=move || attributes.get() key=|question| question.id.to_string() let:question>
                <AttributeField lang name=name.clone() question draft />
            </For>
            <div class="problem-text" role="alert">{wrong}</div>
            <p class="row">
                <button type="button" class="primary" on:click=move |_| on_save.run(())>{act}</button>
                <button type="button" on:click=move |_| on_cancel.run(())>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

/// Returns the id of the day's field in the form with this name.
#[must_use]
pub fn day_field(name: &str) -> String {
    format!("incident-{name}-day")
}

/// Draws the field for the day on which it happened.
#[component]
fn DayField(lang: Lang, name: String, draft: RwSignal<IncidentDraft>, days: Days) -> impl IntoView {
    // Set once: writing a half-typed date back would clear its other parts.
    let value = draft.with_untracked(|draft| draft.day.clone());
    let id = day_field(&name);
    any_view! {
        <p>
            <label for=id.clone()>{incident::day(lang)}</label><br />
            <input id=id type="date" min=days.first().to_string() max=days.last().to_string()
                prop:value=value on:input=move |event| draft.update(|draft| draft.day = event_target_value(&event)) />
            <br /><span class="soft small">{incident::day_hint(lang)}</span>
        </p>
    }
}

/// Draws categories to tick; nothing if there are none.
#[component]
fn Categories(
    legend: &'static str,
    name: String,
    draft: RwSignal<IncidentDraft>,
    categories: Vec<Category>,
) -> impl IntoView {
    if categories.is_empty() {
        return ().into_any();
    }
    let tick = move |category: Category| {
        let (html_id, own, toggled) = (format!("incident-{name}-{}", category.id), category.id.clone(), category.id);
        let toggle = move |event| {
            let ticked = event_target_checked(&event);
            draft.update(|draft| {
                if ticked {
                    draft.categories.insert(toggled.clone())
                } else {
                    draft.categories.remove(&toggled)
                };
            });
        };
        view! {
            <div class="tick">
                <input type="checkbox" id=html_id.clone() prop:checked=move || draft.with(|draft| draft.categories.contains(&own))
                    on:change=toggle />
                <label for=html_id>{category.name}</label>
            </div>
        }
    };
    any_view! { <details class="ticks"><summary>{legend}</summary><fieldset><legend class="hidden-text">{legend}</legend>
    {categories.into_iter().map(tick).collect_view()}</fieldset></details> }
}

/// Draws one attribute: a number, or words to choose from.
#[component]
fn AttributeField(
    lang: Lang,
    name: String,
    question: AttributeQuestion,
    draft: RwSignal<IncidentDraft>,
) -> impl IntoView {
    let AttributeQuestion { id, label, unit, money, options } = question;
    let html_id = format!("incident-{name}-{id}");
    let (read, write) = (id.clone(), id);
    let typed = move || draft.with(|draft| draft.attributes.get(&read).cloned().unwrap_or_default());
    let set = move |text: String| {
        draft.update(|draft| {
            draft.attributes.insert(write.clone(), text);
        });
    };
    if options.is_empty() {
        let read = typed.clone();
        // A slip between 元 and 万元 is a factor of 10,000, so what was read is said again.
        let echo = move || {
            let read = typed_number(&read(), 0, unit).ok().flatten().filter(|_| money);
            read.map(|n| incident::read_as(lang, &amount(lang, n, unit)))
        };
        return any_view! {
            <p>
                <label for=html_id.clone()>{label}</label><br />
                <input id=html_id type="text" inputmode="numeric" maxlength="20" autocomplete="off" prop:value=typed
                    on:input=move |event| set(event_target_value(&event)) />" "{unit}" "<strong aria-live="polite">{echo}</strong>
                <br /><span class="soft small">{incident::attribute_unknown_hint(lang)}</span>
            </p>
        };
    }
    let numbered = options.iter().enumerate().map(|(n, text)| RowOption::new(&n.to_string(), text, ""));
    let choices = numbered.chain([RowOption::new("", incident::attribute_unknown(lang), "")]).collect();
    any_view! { <Radios legend=label name=html_id choices chosen=Signal::derive(move || Some(typed())) on_choose=set /> }
}
