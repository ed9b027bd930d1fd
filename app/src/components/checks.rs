//! A question with several answers, any number of which may be chosen. The caller keeps the answers.

use leptos::prelude::*;

use super::choice_row::{Choice, Group};

/// Draws a group of check boxes.
#[component]
pub fn Checks(
    /// The question.
    #[prop(into)]
    legend: String,
    /// A name that is unique on the screen.
    #[prop(into)]
    name: String,
    /// The answers, in order, in Chinese.
    choices: Vec<Choice>,
    /// Returns true if the answer with this key is chosen.
    #[prop(into)]
    holds: Callback<String, bool>,
    /// Called with the key of the answer that was pressed.
    #[prop(into)]
    on_press: Callback<String>,
) -> impl IntoView {
    Group { legend, name, kind: "checkbox", lang: Some("zh-Hans"), holds, on_press }.draw(choices)
}
