//! A question with several answers of which any may hold. Keeps no answer itself.

use leptos::prelude::*;

use super::radio::Choice;

/// A group of check boxes.
#[component]
pub fn Checks(
    /// The question.
    #[prop(into)]
    legend: String,
    /// What tells the group from others on the screen.
    #[prop(into)]
    name: String,
    /// The answers, in order.
    choices: Vec<Choice>,
    /// Whether the answer of a key holds.
    #[prop(into)]
    holds: Callback<String, bool>,
    /// Called with the key of the answer that was pressed.
    #[prop(into)]
    on_press: Callback<String>,
) -> impl IntoView {
    let check = move |it: Choice| {
        let (key, own) = (it.key.clone(), it.key.clone());
        let id = format!("{name}-{}", it.key);
        let hint = (!it.hint.is_empty()).then(|| view! { <span class="soft small">{it.hint}</span> });
        view! {
            <div class="radio">
                <input type="checkbox" id=id.clone() prop:checked=move || holds.run(key.clone())
                    on:change=move |_| on_press.run(own.clone()) />
                <label for=id><span lang="zh-Hans">{it.text}</span>{hint}</label>
            </div>
        }
    };
    view! {
        <fieldset class="radios">
            <legend>{legend}</legend>
            {choices.into_iter().map(check).collect_view()}
        </fieldset>
    }
    .into_any()
}
