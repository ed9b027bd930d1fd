//! The answers of a question one below the other: one or any number of them may be chosen. The caller keeps the answers.

use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowOption {
    /// A key that is unique among the answers.
    pub key: String,
    /// The text of the answer.
    pub text: String,
    /// A hint below the text; empty for none.
    pub hint: String,
    /// True if it cannot be chosen; the hint says why.
    pub off: bool,
}

impl RowOption {
    /// Makes an answer that can be chosen.
    #[must_use]
    pub fn new(key: &str, text: &str, hint: &str) -> Self {
        Self { key: key.to_owned(), text: text.to_owned(), hint: hint.to_owned(), off: false }
    }

    /// Disables the answer with a reason, which replaces the hint; unchanged for `None`.
    #[must_use]
    pub fn kept_from(self, why: Option<String>) -> Self {
        match why {
            Some(hint) => Self { hint, off: true, ..self },
            None => self,
        }
    }
}

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
    choices: Vec<RowOption>,
    /// The key of the chosen answer; `None` if nothing is chosen.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Called with the key of the answer that was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// True to draw two answers side by side where there is room.
    #[prop(optional)]
    beside: bool,
) -> impl IntoView {
    let holds = Callback::new(move |key: String| chosen.with(|chosen| chosen.as_deref() == Some(&*key)));
    OptionGroup { legend, name, kind: "radio", lang: None, beside, holds, on_press: on_choose }.draw(choices)
}

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
    choices: Vec<RowOption>,
    /// Returns true if the answer with this key is chosen.
    #[prop(into)]
    holds: Callback<String, bool>,
    /// Called with the key of the answer that was pressed.
    #[prop(into)]
    on_press: Callback<String>,
) -> impl IntoView {
    OptionGroup { legend, name, kind: "checkbox", lang: Some("zh-Hans"), beside: false, holds, on_press }.draw(choices)
}

/// A group of answers.
struct OptionGroup {
    /// The question.
    legend: String,
    /// A name that is unique on the screen.
    name: String,
    /// The kind of input: `radio` or `checkbox`.
    kind: &'static str,
    /// The language of the answers, if it differs from the page's.
    lang: Option<&'static str>,
    /// True to draw two answers side by side where there is room.
    beside: bool,
    /// Returns true if the answer with this key is chosen.
    holds: Callback<String, bool>,
    /// Called with the key of the answer that was pressed.
    on_press: Callback<String>,
}

impl OptionGroup {
    /// Draws the question with its answers.
    fn draw(self, choices: Vec<RowOption>) -> AnyView {
        let rows = choices.into_iter().map(|option| self.row(option)).collect::<Vec<_>>();
        let class = if self.beside { "choice-row-group choice-row-beside" } else { "choice-row-group" };
        any_view! { <fieldset class=class><legend>{self.legend}</legend>{rows}</fieldset> }
    }

    fn row(&self, option: RowOption) -> AnyView {
        let Self { name, kind, lang, holds, on_press, .. } = self;
        let (name, kind, lang, holds, on_press) = (name.clone(), *kind, *lang, *holds, *on_press);
        let (key, own) = (option.key.clone(), option.key);
        let id = format!("{name}-{own}");
        let hint = (!option.hint.is_empty()).then(|| view! { <span class="soft small">{option.hint}</span> });
        any_view! {
            <div class="choice-row">
                <input type=kind id=id.clone() name=name disabled=option.off prop:checked=move || holds.run(key.clone())
                    on:change=move |_| on_press.run(own.clone()) />
                <label for=id><span lang=lang>{option.text}</span>{hint}</label>
            </div>
        }
    }
}
