//! A question with several answers of which any may hold. Keeps no answer itself.

use leptos::prelude::*;

use super::choice_row::{Choice, Group};

/// A group of check boxes.
#[component]
pub fn Checks(
    /// The question.
    #[prop(into)]
    legend: String,
    /// What tells the group from others on the screen.
    #[prop(into)]
    name: String,
    /// The answers, in order, in Chinese.
    choices: Vec<Choice>,
    /// Whether the answer of a key holds.
    #[prop(into)]
    holds: Callback<String, bool>,
    /// Called with the key of the answer that was pressed.
    #[prop(into)]
    on_press: Callback<String>,
) -> impl IntoView {
    Group { legend, name, kind: "checkbox", lang: Some("zh-Hans"), holds, on_press }.draw(choices)
}
