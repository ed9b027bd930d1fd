//! The fields for what decides about an incident: numbers, and words to choose from.

use cunping_text::{
    lang::Lang,
    number::{amount, typed_number},
    question::{AttributeQuestion, CASUALTIES},
    ui::incident,
};
use leptos::prelude::*;

use super::{FieldProblem, field_id, problem_at};
use crate::{
    components::choice_row::{Radios, RowOption},
    drafts::incident::{IncidentDraft, IncidentField},
};

/// Draws a field for each question, and before the first about casualties a button that says there were none; with `hint`
/// says once how to fill them in.
pub(super) fn attributes(
    lang: Lang,
    name: String,
    draft: RwSignal<IncidentDraft>,
    questions: Signal<Vec<AttributeQuestion>>,
    problems: Signal<Vec<FieldProblem>>,
    hint: bool,
) -> AnyView {
    let asked = Memo::new(move |_| {
        questions.with(|all| CASUALTIES.iter().all(|id| all.iter().any(|question| question.id.as_str() == *id)))
    });
    let nobody = move |_| {
        draft.update(|draft| {
            let none = CASUALTIES.iter().filter_map(|id| id.parse().ok()).map(|id| (id, "0".to_owned()));
            draft.attributes.extend(none);
        });
    };
    let field = move |question: AttributeQuestion| {
        let is_first = CASUALTIES.first().is_some_and(|id| question.id.as_str() == *id);
        let nobody = move || {
            (is_first && asked.get()).then(|| {
                view! { <p><button type="button" on:click=nobody>{incident::nobody_hurt(lang)}</button></p> }
            })
        };
        view! { {nobody}<AttributeField lang name=name.clone() question draft problems /> }
    };
    let any_number = move || hint && questions.with(|all| all.iter().any(|question| question.options.is_empty()));
    let hint =
        move || any_number().then(|| view! { <p class="soft small">{incident::attribute_unknown_hint(lang)}</p> });
    any_view! {
        {hint}
        <For each=move || questions.get() key=|question| question.id.to_string() children=field />
    }
}

/// Draws one attribute: a number, or words to choose from.
#[component]
fn AttributeField(
    lang: Lang,
    name: String,
    question: AttributeQuestion,
    draft: RwSignal<IncidentDraft>,
    problems: Signal<Vec<FieldProblem>>,
) -> impl IntoView {
    let AttributeQuestion { id, label, unit, money, options } = question;
    let field = IncidentField::Attribute(id.clone());
    let own = field_id(&name, &field);
    let problem = problem_at(problems, field);
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
        let invalid = move || problem.with(Option::is_some).then_some("true");
        let told = format!("{own}-problem");
        return any_view! {
            <div>
                <label for=own.clone()>{label}</label><br />
                <input id=own type="text" inputmode="numeric" maxlength="20" autocomplete="off" aria-describedby=told.clone()
                    aria-invalid=invalid prop:value=typed
                    on:input=move |event| set(event_target_value(&event)) />" "{unit}" "<strong aria-live="polite">{echo}</strong>
                <p id=told class="problem-text" role="alert">{problem}</p>
            </div>
        };
    }
    let numbered = options.iter().enumerate().map(|(n, text)| RowOption::new(&n.to_string(), text, ""));
    let choices = numbered.chain([RowOption::new("", incident::attribute_unknown(lang), "")]).collect();
    any_view! { <Radios legend=label name=own choices chosen=Signal::derive(move || Some(typed())) on_choose=set /> }
}
