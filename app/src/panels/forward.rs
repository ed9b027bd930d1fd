//! Joins signed files, unchanged, into one file for whoever they are forwarded to.

use cunping_core::id::Digest;
use cunping_text::{lang::Lang, ui::export, ui::passing as words};
use leptos::prelude::*;

use crate::{browser, components::problem::Problem, panels::send, state::App};

/// Result of joining files.
#[derive(Clone, Debug, PartialEq, Eq)]
enum JoinedFile {
    /// Its name, its text, and the number of files in it.
    Ready(String, String, usize),
    /// One of the files can no longer be read.
    NotRead,
}

/// Draws a button that joins files and hands them out, with the result below it.
pub(crate) fn button(
    app: App,
    lang: Lang,
    label: String,
    name: String,
    files: impl Fn() -> Vec<Digest> + Copy + Send + Sync + 'static,
) -> AnyView {
    let made = RwSignal::new(None::<JoinedFile>);
    let pack = move |_| {
        let (name, wanted) = (name.clone(), untrack(files));
        app.undertake(async move {
            let outcome = match read(app, &wanted).await {
                Some(text) => {
                    browser::download(&name, "application/json", &text);
                    JoinedFile::Ready(name, text, wanted.len())
                }
                None => JoinedFile::NotRead,
            };
            let _gone = made.try_set(Some(outcome));
        });
    };
    let draw = move || match made.get() {
        None => ().into_any(),
        Some(JoinedFile::NotRead) => {
            any_view! { <Problem what=words::not_read(lang) todo=words::not_read_do(lang) /> }
        }
        Some(JoinedFile::Ready(name, text, count)) => any_view! {
            <section class="notice stack arrives" role="status">
                <p><strong>{words::ready(lang)}</strong></p>
                <p>{words::holds(lang, count)}</p>
                <p>{export::file_ready(lang, &name)}</p>
            </section>
            <send::Ways lang name text />
        },
    };
    any_view! {
        <div class="stack">
            <p><button type="button" on:click=pack>{label}</button></p>
            {draw}
        </div>
    }
}

/// Returns the files one a line, in the order given; `None` if one of them cannot be read or none is wanted.
async fn read(app: App, wanted: &[Digest]) -> Option<String> {
    let (store, of) = (app.store()?, app.current.get_untracked()?);
    let texts = store.texts_of(of, wanted).await.ok()?;
    let line = |digest: &Digest| texts.iter().find(|(held, _)| held == digest).map(|(_, text)| text.trim());
    let lines: Option<Vec<&str>> = wanted.iter().map(line).collect();
    lines.filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n"))
}
