//! The fields of a figure in the row of its question: one number or two. The caller keeps, checks and records them.

use cunping_text::{lang::Lang, question::Input, ui::common};
use leptos::{
    ev::{FocusEvent, KeyboardEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// A number that can be put into a field by a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureOffer {
    /// The field: 0 or 1.
    pub field: usize,
    /// What the button says.
    pub text: String,
    /// The number.
    pub value: String,
}

/// Draws the fields of a figure. They are recorded with Enter, and when the focus leaves them.
#[component]
pub fn FigureForm(
    /// The language of the page.
    lang: Lang,
    /// A prefix for ids that is unique on the screen.
    #[prop(into)]
    id: String,
    /// Name of the figure.
    #[prop(into)]
    label: String,
    /// The kind of figure.
    input: Input,
    /// The texts of the first field and of the second one of a ratio.
    values: [Signal<String>; 2],
    /// The error in what is typed; `None` if there is none.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// What to do about typed text that is not recorded; `None` if all is.
    #[prop(into)]
    pending: Signal<Option<String>>,
    /// Numbers known from other answers.
    #[prop(into)]
    offers: Signal<Vec<FigureOffer>>,
    /// Called with the field, 0 or 1, and its text whenever it changes.
    #[prop(into)]
    on_type: Callback<(usize, String)>,
    /// Called to record the figure as the answer; true if the focus goes on to the next question then.
    #[prop(into)]
    on_record: Callback<bool>,
) -> impl IntoView {
    let (one, two, unit) = match &input {
        Input::Ratio { part, whole } => (part.clone(), Some(whole.clone()), None),
        Input::Series { unit, .. } | Input::Figure { unit, .. } => (label.clone(), None, Some(unit.clone())),
        _ => (label.clone(), None, None),
    };
    let shows_name = two.is_some();
    let problem_id = format!("{id}-problem");
    let described = problem_id.clone();
    let invalid = move || problem.get().map(|_| "true");
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && !event.repeat() {
            event.prevent_default();
            on_record.run(true);
        }
    };
    let left = move |event: FocusEvent| {
        let group = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
        let to = event.related_target().and_then(|it| it.dyn_into::<Node>().ok());
        if group.is_none_or(|group| !group.contains(to.as_ref())) {
            on_record.run(false);
        }
    };
    let name = label.clone();
    let field = move |(place, label): (usize, String), value: Signal<String>, unit: Option<String>| {
        let own = format!("{id}-{place}");
        let described = described.clone();
        let accessible = if shows_name { format!("{name} {label}") } else { label.clone() };
        let accessible = match unit.as_deref() {
            Some(unit) if !unit.is_empty() => common::with_unit(lang, &accessible, unit),
            _ => accessible,
        };
        view! {
            <span class="figure-form-field">
                {shows_name.then(|| view! { <span aria-hidden="true">{label}</span> })}
                <input id=own type="text" inputmode="decimal" maxlength="20" size="8" autocomplete="off" aria-label=accessible
                    aria-describedby=described aria-invalid=invalid on:keydown=key prop:value=value
                    on:input=move |event| on_type.run((place, event_target_value(&event))) />
                {unit.map(|unit| view! { <span aria-hidden="true">{unit}</span> })}
            </span>
        }
    };
    let offer = move |FigureOffer { field, text, value }: FigureOffer| {
        view! { <button type="button" class="quiet small" on:click=move |_| on_type.run((field, value.clone()))>{text}</button> }
    };
    let [first, second] = values;
    any_view! {
        <div class="figure-form" role="group" aria-label=label data-figure="" on:focusout=left>
            {field((0, one), first, unit)}
            {two.map(|label| field((1, label), second, None))}
            {move || offers.get().into_iter().map(offer).collect_view()}
            <p class="soft small">{pending}</p>
            <p id=problem_id class="problem-text" role="alert">{problem}</p>
        </div>
    }
}
