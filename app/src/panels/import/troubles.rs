//! What stopped an import or a review, and what to do. Mends nothing itself.

use cunping_office::{
    lang::Lang,
    ui::{boot, common, import},
};
use leptos::prelude::*;

use crate::{
    browser,
    components::problem::Problem,
    desk::client::DeskFailure,
    panels::alerts::store_words,
    state::{
        App,
        inbox::{Inbox, Trouble},
    },
};

/// The last trouble, if there is one.
pub(crate) fn notice(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    let draw = move |trouble: Trouble| {
        let (what, todo) = words(lang, &trouble);
        let retry = move |_| inbox.catch_up(app);
        view! {
            <Problem what todo>
                <button type="button" on:click=retry>{common::retry(lang)}</button>
                <button type="button" on:click=|_| browser::reload()>{boot::reload(lang)}</button>
            </Problem>
        }
    };
    view! { {move || inbox.trouble.get().map(draw)} }.into_any()
}

fn words(lang: Lang, trouble: &Trouble) -> (String, String) {
    let (what, todo) = match trouble {
        Trouble::Desk(DeskFailure::NotStarted) => (import::desk_not_started(lang), import::desk_not_started_do(lang)),
        Trouble::Desk(DeskFailure::Stopped) => (import::desk_stopped(lang), import::desk_stopped_do(lang)),
        Trouble::Desk(DeskFailure::OtherVersion) => {
            (import::desk_other_version(lang), import::desk_other_version_do(lang))
        }
        Trouble::Store(error) => store_words(lang, error),
        Trouble::Spoiled(count) => return (import::spoiled(lang, *count), import::spoiled_do(lang).to_owned()),
    };
    (what.to_owned(), todo.to_owned())
}
