//! Offers the whole page as one file that opens from disk. The build makes the file.

use cunping_text::{lang::Lang, ui::backup as words};
use leptos::prelude::*;

/// Address of the file, which lies beside the page; see `xtask/src/finish/single.rs`.
const ADDRESS: &str = "./cunping.html";

/// Draws a card that explains the file and links to it.
pub(super) fn card(lang: Lang) -> AnyView {
    any_view! {
        <section class="card stack">
            <h2>{words::file_heading(lang)}</h2>
            <p>{words::file_hint(lang)}</p>
            <p>{words::file_no_data(lang)}</p>
            <p><a class="button" href=ADDRESS download=words::file_called(lang)>{words::file_get(lang)}</a></p>
        </section>
    }
}
