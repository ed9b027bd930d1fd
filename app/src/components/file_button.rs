//! A button that opens the file dialog for one file.

use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

/// Draws the button; `accept` lists the kinds of files, and `on_file` is called with the one that was chosen.
pub fn file_button(text: &'static str, accept: &'static str, on_file: impl Fn(File) + 'static) -> AnyView {
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_file(file);
        }
        // Emptied, so that choosing the same file again is a change, too.
        input.set_value("");
    };
    any_view! {
        <label class="button file-button">
            {text}
            <input type="file" class="hidden-text" accept=accept on:change=chosen />
        </label>
    }
}
