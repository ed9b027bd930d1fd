//! The answers of a question as large buttons, each with its number key. The caller keeps the answer.

use cunping_text::question::Choice;
use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// The choice that it stands for.
    pub choice: Choice,
    /// The text of the button.
    pub text: String,
    /// A hint below the text, such as the days that it states; empty for none.
    pub hint: String,
    /// True if it is the current answer.
    pub chosen: bool,
}

/// Draws the answers in order, numbered from 1.
#[component]
pub fn Choices(
    /// The question, for assistive technology.
    #[prop(into)]
    label: String,
    /// The answers.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// Called with the answer that was chosen.
    #[prop(into)]
    on_choose: Callback<Choice>,
) -> impl IntoView {
    let count = options.with_untracked(Vec::len);
    let button = move |place: usize| {
        let option = Memo::new(move |_| options.with(|all| all.get(place).cloned()));
        view! { <ChoiceButton place option on_choose /> }
    };
    any_view! { <div class="choices" role="group" aria-label=label>{(0..count).map(button).collect_view()}</div> }
}

/// Draws one answer as a button that keeps the focus when it is chosen.
#[component]
fn ChoiceButton(place: usize, option: Memo<Option<ChoiceOption>>, on_choose: Callback<Choice>) -> impl IntoView {
    let key = place + 1;
    let pressed = move || {
        if option.with(|option| option.as_ref().is_some_and(|option| option.chosen)) { "true" } else { "false" }
    };
    let text = move || option.with(|option| option.as_ref().map(|option| option.text.clone()));
    let hint = move || option.with(|option| option.as_ref().map(|option| option.hint.clone()));
    let choose = move |_| {
        if let Some(option) = option.get_untracked() {
            on_choose.run(option.choice);
        }
    };
    any_view! {
        <button type="button" class="choices-button" data-key=key.to_string() aria-pressed=pressed on:click=choose>
            <span class="choices-key" aria-hidden="true">{key}</span>
            <span class="choices-text"><strong>{text}</strong><span class="soft small">{hint}</span></span>
        </button>
    }
}
