//! The progress of something long, with a button to stop it.

use cunping_text::{lang::Lang, ui::import, ui::label};
use leptos::prelude::*;

/// Draws a progress bar, the count, and a button to stop.
#[component]
pub fn Progress(
    /// The language of the page.
    lang: Lang,
    /// Name of what is under way.
    what: &'static str,
    /// The number done.
    #[prop(into)]
    done: Signal<usize>,
    /// The total number.
    #[prop(into)]
    all: Signal<usize>,
    /// True once it was asked to stop.
    #[prop(into)]
    stopping: Signal<bool>,
    /// Called to stop it.
    #[prop(into)]
    on_stop: Callback<()>,
) -> impl IntoView {
    let said = move || import::progress(lang, done.get(), all.get());
    let doing = move || if stopping.get() { import::stopping(lang) } else { what };
    any_view! {
        <div class="progress row">
            <span role="status">{doing}</span>
            <progress aria-label=label::progress(lang) max=move || all.get().max(1).to_string() value=move || done.get().to_string()></progress>
            <span>{said}</span>
            <button type="button" disabled=stopping on:click=move |_| on_stop.run(())>{import::stop(lang)}</button>
        </div>
    }
}
