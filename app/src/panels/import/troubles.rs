//! Says what stopped an import or a review, and what to do about it.

use cunping_text::{lang::Lang, ui::boot, ui::common, ui::import};
use leptos::prelude::*;

use crate::{
    browser,
    components::problem::Problem,
    panels::alerts::{store_words, worker_words},
    state::{
        App,
        inbox::{ImportError, Inbox},
    },
};

/// Draws the last error, if there is one.
pub(crate) fn notice(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    let draw = move |trouble: ImportError| {
        let (what, todo) = words(lang, &trouble);
        let retry = move |_| inbox.catch_up(app);
        view! {
            <Problem what todo>
                <button type="button" on:click=retry>{common::retry(lang)}</button>
                <button type="button" on:click=|_| browser::reload()>{boot::reload(lang)}</button>
            </Problem>
        }
    };
    any_view! { {move || inbox.trouble.get().map(draw)} }
}

fn words(lang: Lang, trouble: &ImportError) -> (String, String) {
    let (what, todo) = match trouble {
        ImportError::Worker(error) => worker_words(lang, *error),
        ImportError::Store(error) => store_words(lang, error),
        ImportError::Spoiled(count) => return (import::spoiled(lang, *count), import::spoiled_do(lang).to_owned()),
    };
    (what.to_owned(), todo.to_owned())
}
