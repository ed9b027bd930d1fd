//! Restores a backup: a file is chosen or pasted, its contents are shown, and one confirmation restores it.

mod brings;
mod closed;
mod preview;

use cunping_text::{lang::Lang, ui::backup as words};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser, code_page,
    components::{file_button::file_button, problem::Problem},
    panels::alerts,
    state::{App, passphrase::PassphraseError},
    store::{BackupError, Restore, RestoreError, StoreError},
    worker::crypto,
};

/// State of restoring.
#[derive(Clone, Debug, PartialEq, Eq)]
enum RestoreStage {
    Nothing,
    Reading,
    NoText,
    Closed(Vec<u8>, Option<PassphraseError>),
    Refused(RestoreError),
    Read(Restore),
    Writing,
    Done(usize),
}

/// Draws the card that restores a backup.
pub(super) fn card(lang: Lang) -> AnyView {
    let app = App::shared();
    let stage = RwSignal::new(RestoreStage::Nothing);
    let pasted = RwSignal::new(String::new());
    let chosen = move |file| {
        stage.set(RestoreStage::Reading);
        spawn_local(async move { read(app, stage, browser::bytes_of(file).await).await });
    };
    let look = move |_| {
        stage.set(RestoreStage::Reading);
        spawn_local(read(app, stage, Some(pasted.get_untracked().into_bytes())));
    };
    let nothing_pasted = move || pasted.with(|text| text.trim().is_empty());
    any_view! {
        <section class="card stack" aria-label=words::restore_heading(lang)>
            <h2>{words::restore_heading(lang)}</h2>
            <p>{words::restore_hint(lang)}</p>
            {file_button(words::choose_file(lang), ".json,.age,application/json,text/plain", chosen)}
            <details>
                <summary>{words::paste(lang)}</summary>
                <div class="stack">
                    <textarea aria-label=words::paste(lang) autocomplete="off" spellcheck="false" prop:value=pasted
                        on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                    <button type="button" disabled=nothing_pasted on:click=look>{words::read_pasted(lang)}</button>
                </div>
            </details>
            <div role="status">{move || stage.with(|it| shown(app, lang, stage, it))}</div>
        </section>
    }
}

async fn read(app: App, stage: RwSignal<RestoreStage>, bytes: Option<Vec<u8>>) {
    if let Some(bytes) = bytes.as_ref().filter(|bytes| crypto::is_encrypted(bytes)) {
        let _gone = stage.try_set(RestoreStage::Closed(bytes.clone(), None));
        return;
    }
    let text = bytes.as_deref().map(code_page::marked);
    let next = match (app.store(), text) {
        (None, _) => RestoreStage::Refused(StoreError::Closed.into()),
        (_, None) => RestoreStage::NoText,
        (Some(store), Some(text)) => {
            // A pasted text may have a byte order mark or line breaks around it.
            let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            store.read_backup(text).await.map_or_else(RestoreStage::Refused, RestoreStage::Read)
        }
    };
    let _gone = stage.try_set(next);
}

fn shown(app: App, lang: Lang, stage: RwSignal<RestoreStage>, now: &RestoreStage) -> Option<AnyView> {
    Some(match now {
        RestoreStage::Nothing => return None,
        RestoreStage::Reading => any_view! { <p>{words::reading(lang)}</p> },
        RestoreStage::Writing => any_view! { <p>{words::restoring(lang)}</p> },
        RestoreStage::NoText => problem(words::unreadable_file(lang).to_owned(), words::unreadable_file_do(lang)),
        RestoreStage::Refused(RestoreError::Store(error)) => alerts::store_problem(lang, error),
        RestoreStage::Refused(RestoreError::Backup(error)) => {
            let (what, todo) = refused(lang, error);
            problem(what, todo)
        }
        RestoreStage::Read(restore) => preview::preview(app, lang, stage, restore),
        RestoreStage::Closed(bytes, trouble) => closed::closed(app, lang, stage, bytes, trouble.as_ref()),
        RestoreStage::Done(count) => preview::done(lang, *count),
    })
}

fn problem(what: String, todo: &'static str) -> AnyView {
    any_view! { <Problem what todo /> }
}

fn refused(lang: Lang, problem: &BackupError) -> (String, &'static str) {
    match problem {
        BackupError::Truncated => (words::truncated(lang).to_owned(), words::truncated_do(lang)),
        BackupError::NotJson { line, column } => (words::not_json(lang, *line, *column), words::not_json_do(lang)),
        BackupError::NotABackup => (words::not_a_backup(lang).to_owned(), words::not_a_backup_do(lang)),
        BackupError::Newer { .. } => (words::newer(lang).to_owned(), words::newer_do(lang)),
        BackupError::Protected => (words::protected(lang).to_owned(), words::protected_do(lang)),
        BackupError::Altered => (words::altered(lang).to_owned(), words::altered_do(lang)),
    }
}
