//! A form of one or two numbers, for an answer that is a figure. The caller checks them.

use cunping_text::{lang::Lang, question::Input, ui::common};
use leptos::{ev::KeyboardEvent, prelude::*};

/// Draws the fields of a figure.
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
    /// The text of the first field.
    first: RwSignal<String>,
    /// The text of the second field of a ratio.
    second: RwSignal<String>,
    /// The error in what is typed; `None` if there is none.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Called to save the figure as the answer.
    #[prop(into)]
    on_save: Callback<()>,
    /// Called to leave without saving.
    #[prop(into)]
    on_leave: Callback<()>,
) -> impl IntoView {
    let (one, two) = match &input {
        Input::Ratio { part, whole } => (part.clone(), Some(whole.clone())),
        Input::Series { unit, .. } | Input::Figure { unit, .. } if !unit.is_empty() => {
            (common::with_unit(lang, &label, unit), None)
        }
        _ => (label.clone(), None),
    };
    let problem_id = format!("{id}-problem");
    let described = problem_id.clone();
    let invalid = move || problem.get().map(|_| "true");
    let key = move |event: KeyboardEvent| {
        let act = match event.key().as_str() {
            _ if event.is_composing() || event.repeat() => return,
            "Enter" => on_save,
            "Escape" => on_leave,
            _ => return,
        };
        // The key must not also do what it does elsewhere on the screen.
        event.prevent_default();
        act.run(());
    };
    let field = move |label: String, name: &str, value: RwSignal<String>| {
        let own = format!("{id}-{name}");
        let described = described.clone();
        view! {
            <p>
                <label for=own.clone()>{label}</label><br />
                <input id=own type="text" inputmode="decimal" maxlength="20" autocomplete="off" aria-describedby=described
                    aria-invalid=invalid on:keydown=key prop:value=value
                    on:input=move |event| value.set(event_target_value(&event)) />
            </p>
        }
    };
    any_view! {
        <div class="stack" data-form="figure" role="group" aria-label=label>
            {field(one, "first", first)}
            {two.map(|label| field(label, "second", second))}
            <p id=problem_id class="problem-text" role="alert">{problem}</p>
            <p class="row">
                <button type="button" class="primary" on:click=move |_| on_save.run(())>{common::save(lang)}</button>
                <button type="button" on:click=move |_| on_leave.run(())>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}
