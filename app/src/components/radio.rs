//! A question with a few answers of which one holds. Keeps no answer itself.

use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What tells it from the others.
    pub key: String,
    /// What it says.
    pub text: String,
    /// A line below it; empty for none.
    pub hint: String,
}

impl Choice {
    /// An answer.
    #[must_use]
    pub fn new(key: &str, text: &str, hint: &str) -> Self {
        Self { key: key.to_owned(), text: text.to_owned(), hint: hint.to_owned() }
    }
}

/// A group of radio buttons.
#[component]
pub fn Radios(
    /// The question.
    #[prop(into)]
    legend: String,
    /// What tells the group from others on the screen.
    #[prop(into)]
    name: String,
    /// The answers, in order.
    choices: Vec<Choice>,
    /// The key of the answer that holds.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Called with the key of the answer that was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let radio = move |it: Choice| {
        let (key, own, name) = (it.key.clone(), it.key, name.clone());
        let id = format!("{name}-{key}");
        let checked = move || chosen.with(|chosen| chosen.as_deref() == Some(&*key));
        let hint = (!it.hint.is_empty()).then(|| view! { <span class="soft small">{it.hint}</span> });
        view! {
            <div class="radio">
                <input type="radio" id=id.clone() name=name prop:checked=checked
                    on:change=move |_| on_choose.run(own.clone()) />
                <label for=id><span>{it.text}</span>{hint}</label>
            </div>
        }
    };
    view! {
        <fieldset class="radios">
            <legend>{legend}</legend>
            {choices.into_iter().map(radio).collect_view()}
        </fieldset>
    }
    .into_any()
}
