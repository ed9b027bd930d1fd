//! The ways to import: files that are chosen, text that is pasted, the example's files.

use std::time::Duration;

use cunping_text::{lang::Lang, ui::import};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::{
    browser,
    components::progress::Progress,
    panels::import::drop::offered,
    state::{
        App,
        example::ExampleFile,
        inbox::{ImportSource, Inbox, RunningTask, TaskKind},
    },
    worker::{Refusal, protocol::MOST_PASTED_BYTES},
};

/// Pause between two downloads: Chromium discards downloads beyond ten a second.
const BETWEEN_DOWNLOADS: Duration = Duration::from_millis(150);

/// Draws the card with every way to import, or the progress of a running import; with the example's files if there are
/// some.
pub(crate) fn card(app: App, inbox: Inbox, lang: Lang, examples: Option<Vec<ExampleFile>>) -> AnyView {
    let busy = Memo::new(move |_| inbox.running.with(Option::is_some));
    any_view! {
        <section class="card stack no-print" aria-labelledby="intake">
            <h2 id="intake">{import::heading(lang)}</h2>
            {move || busy.get().then(|| under_way(inbox, lang))}
            <div class="stack" hidden=busy>
                <div class="row">
                    {choose(app, inbox, lang)}
                    <span class="soft">{import::drop_anywhere(lang)}</span>
                </div>
                {paste(app, inbox, lang)}
                {examples.map(|files| example_files(app, inbox, lang, files))}
            </div>
        </section>
    }
}

/// Draws every way to import, or the progress of a running import, for other screens.
pub(crate) fn ways_in(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    let busy = Memo::new(move |_| inbox.running.with(Option::is_some));
    any_view! {
        {move || busy.get().then(|| under_way(inbox, lang))}
        <div class="stack" hidden=busy>
            <div class="row">{choose(app, inbox, lang)}</div>
            {paste(app, inbox, lang)}
        </div>
    }
}

fn under_way(inbox: Inbox, lang: Lang) -> AnyView {
    let of = move |what: fn(RunningTask) -> usize| Signal::derive(move || inbox.running.get().map_or(0, what));
    let what = match inbox.running.get_untracked().map(|task| task.what) {
        Some(TaskKind::Review) => import::rechecking(lang),
        Some(TaskKind::Undo) => import::undoing(lang),
        Some(TaskKind::Import) | None => import::checking(lang),
    };
    let stopping = Signal::derive(move || inbox.running.get().is_some_and(|task| task.stopping));
    any_view! { <Progress lang what done=of(|task| task.done) all=of(|task| task.all) stopping on_stop=move |()| inbox.stop() /> }
}

/// Draws the button that opens the file dialog.
fn choose(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(files) = input.files() {
            inbox.import(app, offered(&files));
        }
        // Emptied, so that choosing the same files again is a change, too.
        input.set_value("");
    };
    any_view! {
        <label class="button primary file-button">
            {import::choose(lang)}
            <input type="file" multiple class="hidden-text" on:change=chosen />
        </label>
    }
}

/// Draws the field for text from a message.
fn paste(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    let text = RwSignal::new(String::new());
    let take = move |_| {
        let pasted = text.get();
        if pasted.trim().is_empty() {
            return;
        }
        if pasted.len() > MOST_PASTED_BYTES {
            let refusal = Refusal::new(import::pasted_too_large, import::pasted_too_large_todo);
            inbox.refuse(import::pasted(lang).to_owned(), refusal);
            return;
        }
        let name = import::pasted(lang).to_owned();
        inbox.import(app, vec![ImportSource::Text(name, pasted)]);
        text.set(String::new());
    };
    any_view! {
        <details class="import-paste">
            <summary>{import::paste_text(lang)}</summary>
            <div class="stack">
                <label for="pasted">{import::paste_hint(lang)}</label>
                <textarea id="pasted" rows="4" spellcheck="false" prop:value=text on:input=move |event| text.set(event_target_value(&event))></textarea>
                <button type="button" on:click=take>{import::take_pasted(lang)}</button>
            </div>
        </details>
    }
}

/// Draws the example's files: import them at once, or save them to try the file dialog.
fn example_files(app: App, inbox: Inbox, lang: Lang, files: Vec<ExampleFile>) -> AnyView {
    let count = files.len();
    let files = StoredValue::new(files);
    let take = move |_| {
        let offer = |file: ExampleFile| ImportSource::Text(file.name, file.text);
        inbox.import(app, files.get_value().into_iter().map(offer).collect());
    };
    let save = move |_| {
        for (file, place) in files.get_value().into_iter().zip(0..) {
            let hand_out = move || {
                let _shown = browser::download(&file.name, "application/json", &file.text);
            };
            set_timeout(hand_out, BETWEEN_DOWNLOADS * place);
        }
    };
    any_view! {
        <div class="row example-files">
            <button type="button" on:click=take>{import::take_examples(lang, count)}</button>
            <button type="button" class="quiet" on:click=save>{import::save_examples(lang, count)}</button>
        </div>
    }
}
