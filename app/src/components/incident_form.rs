//! The form for one incident: its day, what decides about it, what else it is. It must never have a field for persons.

mod attribute;
mod kinds;

use cunping_core::{days::Days, facts::file::LONGEST_NOTE};
use cunping_text::{
    lang::Lang,
    question::AttributeQuestion,
    ui::{common, incident},
};
use leptos::{ev::KeyboardEvent, prelude::*};

use super::text_field::TextField;
use crate::{
    drafts::incident::{IncidentDraft, IncidentField},
    keyboard,
};
use attribute::attributes;
use kinds::kind_ticks;

pub use kinds::Category;

/// The message of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field.
    pub field: IncidentField,
    /// What is wrong with it.
    pub text: String,
}

/// Returns the id of a field in the form with this name.
#[must_use]
pub fn field_id(name: &str, field: &IncidentField) -> String {
    match field {
        IncidentField::Day => format!("incident-{name}-day"),
        IncidentField::Categories => format!("incident-{name}-categories"),
        IncidentField::Attribute(id) => format!("incident-{name}-{id}"),
        IncidentField::Note => format!("incident-{name}-note"),
    }
}

/// Draws the form for one incident. Enter in a field registers it, Escape leaves it.
#[component]
pub fn IncidentForm(
    /// The language of the page.
    lang: Lang,
    /// A name that is unique on the screen.
    #[prop(into)]
    name: String,
    /// The draft that is typed.
    draft: RwSignal<IncidentDraft>,
    /// True if the draft was begun earlier.
    resumed: bool,
    /// The days on which it may have happened.
    days: Days,
    /// Categories that are asked about openly.
    likely: Vec<Category>,
    /// Other categories that it may belong to.
    others: Vec<Category>,
    /// The questions that decide about an incident of the category.
    #[prop(into)]
    first: Signal<Vec<AttributeQuestion>>,
    /// The questions that other chosen categories add.
    #[prop(into)]
    more: Signal<Vec<AttributeQuestion>>,
    /// The problems with what is typed, each at its field.
    #[prop(into)]
    problems: Signal<Vec<FieldProblem>>,
    /// Called to register it.
    #[prop(into)]
    on_save: Callback<()>,
    /// Called to leave the form without registering; what is typed is kept.
    #[prop(into)]
    on_leave: Callback<()>,
    /// Called to discard what was typed earlier.
    #[prop(into)]
    on_start_over: Callback<()>,
) -> impl IntoView {
    let is_new = draft.with_untracked(|draft| draft.changes.is_none());
    let heading = if is_new { incident::heading_new(lang) } else { incident::heading_edit(lang) };
    let act = if is_new { incident::add(lang) } else { incident::update(lang) };
    let key = move |event: KeyboardEvent| {
        let act = match event.key().as_str() {
            // An input method's keys have this code if the event does not say that it is composing.
            _ if event.is_composing() || event.key_code() == 229 || event.repeat() => return,
            "Enter" if keyboard::focus().is_some_and(|it| it.tag_name() == "INPUT") => on_save,
            "Escape" => on_leave,
            _ => return,
        };
        // The key must not also do what it does elsewhere on the screen.
        event.prevent_default();
        act.run(());
    };
    let resumed = resumed.then(|| {
        view! {
            <p class="notice row">
                <span>{incident::resumed(lang)}</span>
                <button type="button" class="quiet" on:click=move |_| on_start_over.run(())>{incident::start_over(lang)}</button>
            </p>
        }
    });
    let note_id = field_id(&name, &IncidentField::Note);
    let note = Signal::derive(move || draft.with(|draft| draft.note.clone()));
    let type_note = move |text| draft.update(|draft| draft.note = text);
    let longest = u16::try_from(LONGEST_NOTE).unwrap_or(u16::MAX);
    any_view! {
        <div class="incident-form card stack" data-form="incident" on:keydown=key>
            <h3>{heading}</h3>
            {resumed}
            <p class="soft small">{incident::no_who(lang)}</p>
            <DayField lang name=name.clone() draft days problems />
            {attributes(lang, name.clone(), draft, first, problems, true)}
            {kind_ticks(lang, &name, draft, likely, others, problems)}
            {attributes(lang, name.clone(), draft, more, problems, false)}
            <TextField lang id=note_id label=incident::note(lang) value=note on_type=type_note longest=longest />
            <p class="row">
                <button type="button" class="primary" on:click=move |_| on_save.run(())>{act}</button>
                <button type="button" on:click=move |_| on_leave.run(())>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

/// Returns the message of one field; `None` while there is none.
fn problem_at(problems: Signal<Vec<FieldProblem>>, field: IncidentField) -> Memo<Option<String>> {
    Memo::new(move |_| problems.with(|all| all.iter().find(|it| it.field == field).map(|it| it.text.clone())))
}

/// Draws the field for the day on which it happened.
#[component]
fn DayField(
    lang: Lang,
    name: String,
    draft: RwSignal<IncidentDraft>,
    days: Days,
    problems: Signal<Vec<FieldProblem>>,
) -> impl IntoView {
    // Set once: writing a half-typed date back would clear its other parts.
    let value = draft.with_untracked(|draft| draft.day.clone());
    let problem = problem_at(problems, IncidentField::Day);
    let invalid = move || problem.with(Option::is_some).then_some("true");
    let id = field_id(&name, &IncidentField::Day);
    let (told, hint) = (format!("{id}-problem"), format!("{id}-hint"));
    let described = format!("{told} {hint}");
    any_view! {
        <div>
            <label for=id.clone()>{incident::day(lang)}</label><br />
            <input id=id type="date" min=days.first().to_string() max=days.last().to_string() aria-describedby=described
                aria-invalid=invalid prop:value=value
                on:input=move |event| draft.update(|draft| draft.day = event_target_value(&event)) />
            <p id=told class="problem-text" role="alert">{problem}</p>
            <p id=hint class="soft small">{incident::day_hint(lang)}</p>
        </div>
    }
}
