//! One or two numbers to type, for an answer that is a figure. Checks nothing itself.

use cunping_office::{lang::Lang, question::Input, ui::common};
use leptos::prelude::*;

/// Fields for a figure.
#[component]
pub fn FigureForm(
    /// The language of the page.
    lang: Lang,
    /// What tells the fields from others on the screen.
    #[prop(into)]
    id: String,
    /// What kind of figure.
    input: Input,
    /// What is typed into the first field.
    first: RwSignal<String>,
    /// What is typed into the second field of a ratio.
    second: RwSignal<String>,
    /// What is wrong with what is typed.
    #[prop(into)]
    problem: Signal<Option<&'static str>>,
    /// Called when it is to be taken as the answer.
    #[prop(into)]
    on_save: Callback<()>,
) -> impl IntoView {
    let (one, two) = match &input {
        Input::Ratio { part, whole } => (part.clone(), Some(whole.clone())),
        Input::Series { unit, .. } => (unit.clone(), None),
        _ => (common::number(lang).to_owned(), None),
    };
    let problem_id = format!("{id}-problem");
    let field = move |label: String, name: &str, value: RwSignal<String>| {
        let own = format!("{id}-{name}");
        view! {
            <p>
                <label for=own.clone()>{label}</label><br />
                <input id=own type="text" inputmode="decimal" maxlength="20" autocomplete="off" prop:value=value
                    on:input=move |event| value.set(event_target_value(&event)) />
            </p>
        }
    };
    view! {
        <div class="stack">
            {field(one, "first", first)}
            {two.map(|label| field(label, "second", second))}
            <p id=problem_id class="problem-text" role="alert">{problem}</p>
            <button type="button" on:click=move |_| on_save.run(())>{common::save(lang)}</button>
        </div>
    }
    .into_any()
}
