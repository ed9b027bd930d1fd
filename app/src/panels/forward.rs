//! Signed files put together as one file, for whoever they go on to. Signs nothing, changes nothing.

use cunping_core::id::Digest;
use cunping_office::{
    lang::Lang,
    ui::{export, passing as words},
};
use leptos::prelude::*;

use crate::{browser, components::problem::Problem, panels::send, state::App};

/// What became of putting a file together.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Made {
    /// Its name, its text, and how many files it holds.
    Ready(String, String, usize),
    /// A file can no longer be read.
    NotRead,
}

/// A button that puts files together and hands them out, and below it what became of it.
pub(crate) fn button(
    app: App,
    lang: Lang,
    label: String,
    name: String,
    files: impl Fn() -> Vec<Digest> + Copy + Send + Sync + 'static,
) -> AnyView {
    let made = RwSignal::new(None::<Made>);
    let pack = move |_| {
        let (name, wanted) = (name.clone(), untrack(files));
        app.undertake(async move {
            let outcome = match read(app, &wanted).await {
                Some(text) => {
                    browser::download(&name, "application/json", &text);
                    Made::Ready(name, text, wanted.len())
                }
                None => Made::NotRead,
            };
            let _gone = made.try_set(Some(outcome));
        });
    };
    let draw = move || match made.get() {
        None => ().into_any(),
        Some(Made::NotRead) => {
            view! { <Problem what=words::not_read(lang) todo=words::not_read_do(lang) /> }.into_any()
        }
        Some(Made::Ready(name, text, count)) => view! {
            <section class="notice stack arrives" role="status">
                <p><strong>{words::ready(lang)}</strong></p>
                <p>{words::holds(lang, count)}</p>
                <p>{export::file_ready(lang, &name)}</p>
            </section>
            <send::Ways lang name text />
        }
        .into_any(),
    };
    view! {
        <div class="stack">
            <p><button type="button" on:click=pack>{label}</button></p>
            {draw}
        </div>
    }
    .into_any()
}

/// The files, one a line, in the order in which they are wanted; `None` where one is not to be had.
async fn read(app: App, wanted: &[Digest]) -> Option<String> {
    let (store, of) = (app.store()?, app.current.get_untracked()?);
    let texts = store.texts_of(of, wanted).await.ok()?;
    let line = |digest: &Digest| texts.iter().find(|(it, _)| it == digest).map(|(_, text)| text.trim());
    let lines: Option<Vec<&str>> = wanted.iter().map(line).collect();
    lines.filter(|it| !it.is_empty()).map(|it| it.join("\n"))
}
