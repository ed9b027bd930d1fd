//! Joins signed files, unchanged, into one file for whoever they are forwarded to; into several if one would be larger
//! than every reader takes.

use std::time::Duration;

use cunping_core::id::Digest;
use cunping_text::{lang::Lang, ui::export, ui::passing as words};
use leptos::prelude::*;

use crate::{
    browser,
    components::problem::Problem,
    panels::send,
    state::{
        App,
        passing::{JoinedTexts, MOST_JOINED_BYTES, joined},
    },
};

/// Pause between two downloads: Chromium discards downloads beyond ten a second.
const BETWEEN_DOWNLOADS: Duration = Duration::from_millis(150);

/// Result of joining files.
#[derive(Clone, Debug, PartialEq, Eq)]
enum JoinedFile {
    /// The name and content of each file to send; never empty.
    Ready(Vec<(String, JoinedTexts)>),
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
            let parts = read(app, &wanted).await.unwrap_or_default();
            let parts = named(lang, &name, parts);
            hand_out(&parts);
            let outcome = if parts.is_empty() { JoinedFile::NotRead } else { JoinedFile::Ready(parts) };
            let _gone = made.try_set(Some(outcome));
        });
    };
    let draw = move || match made.get() {
        None => ().into_any(),
        Some(JoinedFile::NotRead) => {
            any_view! { <Problem what=words::not_read(lang) todo=words::not_read_do(lang) /> }
        }
        Some(JoinedFile::Ready(parts)) => ready(lang, parts),
    };
    any_view! {
        <div class="stack">
            <p><button type="button" on:click=pack>{label}</button></p>
            {draw}
        </div>
    }
}

/// Draws the files to send: one as such, several with the sentence that all of them have to be sent.
fn ready(lang: Lang, parts: Vec<(String, JoinedTexts)>) -> AnyView {
    let count = parts.len();
    let all = (count > 1).then(|| {
        view! {
            <div class="notice open" role="status">
                <p><strong>{words::in_parts(lang, count)}</strong>{lang.pick("：", ": ")}{words::all_parts(lang)}</p>
            </div>
        }
    });
    let one = |(name, JoinedTexts { text, count: holds }): (String, JoinedTexts)| {
        let heading = if count > 1 { name.clone() } else { words::ready(lang).to_owned() };
        any_view! {
            <section class="notice stack arrives" role="status">
                <p><strong>{heading}</strong></p>
                <p>{words::holds(lang, holds)}</p>
                <p>{export::file_ready(lang, &name)}</p>
            </section>
            <send::Ways lang name text asked=true />
        }
    };
    any_view! { {all}{parts.into_iter().map(one).collect_view()} }
}

/// Names each part; the only one gets the name of the whole.
fn named(lang: Lang, whole: &str, parts: Vec<JoinedTexts>) -> Vec<(String, JoinedTexts)> {
    let count = parts.len();
    let name = |(part, number): (JoinedTexts, usize)| match count {
        1 => (whole.to_owned(), part),
        _ => (words::part_name(lang, whole, number, count), part),
    };
    parts.into_iter().zip(1..).map(name).collect()
}

/// Has every part downloaded, one after another.
fn hand_out(parts: &[(String, JoinedTexts)]) {
    for ((name, part), place) in parts.iter().cloned().zip(0..) {
        let download = move || {
            let _shown = browser::download(&name, "application/json", &part.text);
        };
        if place == 0 { download() } else { set_timeout(download, BETWEEN_DOWNLOADS * place) }
    }
}

/// Returns the files joined in the order given; `None` if one of them cannot be read.
async fn read(app: App, wanted: &[Digest]) -> Option<Vec<JoinedTexts>> {
    let (store, of) = (app.store()?, app.current.get_untracked()?);
    let texts = store.texts_of(of, wanted).await.ok()?;
    let line = |digest: &Digest| texts.iter().find(|(held, _)| held == digest).map(|(_, text)| text.trim());
    let lines: Option<Vec<&str>> = wanted.iter().map(line).collect();
    Some(joined(&lines?, MOST_JOINED_BYTES))
}
