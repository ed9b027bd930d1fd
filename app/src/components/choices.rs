//! The answers of a question as small toggle buttons side by side. The caller keeps the answer.

use cunping_text::question::Choice;
use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// The choice that it stands for.
    pub choice: Choice,
    /// The text of the button.
    pub text: String,
    /// True if it is the current answer.
    pub chosen: bool,
}

/// Draws the answers in order, numbered from 1. One of them can be reached with the Tab key: the one that had the focus last,
/// at first the chosen one.
#[component]
pub fn Choices(
    /// The question, for assistive technology: each button is named by it and by its answer.
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
    let chosen = options.with_untracked(|all| all.iter().position(|option| option.chosen));
    let at = RwSignal::new(chosen.unwrap_or(0));
    let question = label.clone();
    let button = move |place: usize| {
        let option = Memo::new(move |_| options.with(|all| all.get(place).cloned()));
        view! { <ChoiceButton place question=question.clone() option at on_choose /> }
    };
    any_view! { <div class="choices" role="group" aria-label=label>{(0..count).map(button).collect_view()}</div> }
}

/// Draws one answer as a button that keeps the focus when it is chosen.
#[component]
fn ChoiceButton(
    place: usize,
    question: String,
    option: Memo<Option<ChoiceOption>>,
    at: RwSignal<usize>,
    on_choose: Callback<Choice>,
) -> impl IntoView {
    let key = place + 1;
    let pressed = move || option.with(|option| option.as_ref().is_some_and(|option| option.chosen)).to_string();
    let text = move || option.with(|option| option.as_ref().map(|option| option.text.clone()));
    let name = move || option.with(|option| option.as_ref().map(|option| format!("{question} {}", option.text)));
    let states = move || {
        option
            .with(|it| {
                it.as_ref().is_some_and(|it| it.choice != Choice::Register && it.choice != Choice::NotApplicable)
            })
            .to_string()
    };
    let choose = move |_| {
        if let Some(option) = option.get_untracked() {
            on_choose.run(option.choice);
        }
    };
    let index = move || if at.get() == place { "0" } else { "-1" };
    any_view! {
        <button type="button" class="choices-button" data-key=key.to_string() data-states=states aria-pressed=pressed
            aria-label=name tabindex=index on:click=choose on:focus=move |_| at.set(place)>
            {text}
        </button>
    }
}
