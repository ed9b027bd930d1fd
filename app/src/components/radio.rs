//! A question with a few answers, one of which may be chosen. The caller keeps the answer.

use leptos::prelude::*;

use super::choice_row::{Choice, Group};

/// Draws a group of radio buttons.
#[component]
pub fn Radios(
    /// The question.
    #[prop(into)]
    legend: String,
    /// A name that is unique on the screen.
    #[prop(into)]
    name: String,
    /// The answers, in order.
    choices: Vec<Choice>,
    /// The key of the chosen answer; `None` if nothing is chosen.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Called with the key of the answer that was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let holds = Callback::new(move |key: String| chosen.with(|chosen| chosen.as_deref() == Some(&*key)));
    Group { legend, name, kind: "radio", lang: None, holds, on_press: on_choose }.draw(choices)
}
