//! A text with a button that copies it; where the browser refuses, the text is shown to be copied by hand.

use cunping_text::{lang::Lang, ui::export};
use leptos::prelude::*;

/// Draws a text with a button that copies it.
#[component]
pub fn CopyBox(
    /// The language of the page.
    lang: Lang,
    /// The text.
    #[prop(into)]
    text: String,
    /// When to use it.
    #[prop(into)]
    hint: String,
    /// Copies the text; returns true if that worked.
    #[prop(into)]
    on_copy: Callback<String, bool>,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let shown = text.clone();
    let copy = move |_| copied.set(Some(on_copy.run(text.clone())));
    let said =
        move || copied.get().map(|done| if done { export::copied_text(lang) } else { export::copy_failed(lang) });
    let by_hand = move || {
        (copied.get() == Some(false)).then(|| {
            view! { <textarea class="copy-box-text" readonly aria-label=export::copy_text(lang) prop:value=shown.clone()></textarea> }
        })
    };
    any_view! {
        <div class="copy-box stack">
            <p class="soft">{hint}</p>
            <p class="row">
                <button type="button" on:click=copy>{export::copy_text(lang)}</button>
                <span role="status">{said}</span>
            </p>
            {by_hand}
        </div>
    }
}
