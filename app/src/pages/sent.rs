//! A signed file: that it is there, how it gets to whoever waits for it, and what happens next. Signs nothing.

use cunping_core::{bundle, id::Digest};
use cunping_office::{
    lang::Lang,
    term,
    ui::{export, history, result, seal as seal_words, shell},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use super::{nowhere, sealing};
use crate::{
    browser, clock,
    components::copy_box::CopyBox,
    routes::Route,
    state::{App, Here},
    store::FileRecord,
};

const KIND: &str = "application/json";
/// A sealed file is age's, which has no registered type.
pub(super) const SEALED_KIND: &str = "application/octet-stream";

/// The screen of a signed file.
#[component]
pub fn Sent(
    /// The language of the page.
    lang: Lang,
    /// Who works, with which document.
    here: Here,
    /// Which file.
    digest: Digest,
) -> impl IntoView {
    let app = App::shared();
    let record = app.files.with_untracked(|files| files.iter().find(|it| it.digest == digest).cloned());
    let Some((record, period)) = record.and_then(|it| it.period().map(|period| (it, period))) else {
        return nowhere::missing(lang, shell::no_such_file(lang), Route::History);
    };
    let text = RwSignal::new(None::<String>);
    spawn_local(read(app, here.clone(), record.clone(), text));
    let (signed, number) = (when::day(lang, record.first_seen.day), u64::from(record.sequence));
    let time = clock::time(record.first_seen.ms);
    view! {
        <div class="page stack">
            <h1 tabindex="-1">{export::verified(lang)}</h1>
            <p>
                <strong>{when::period(lang, period)}" "{export::sequence_of(lang, number)}</strong>
                " · "{signed}" "{export::signed_at(lang, &time)}
            </p>
            {file(lang, &record, text)}
            {next_steps(lang, &here, period)}
        </div>
    }
    .into_any()
}

/// What a signed file is called, its digest, and the ways to send it once its text has been read.
pub(super) fn file(lang: Lang, record: &FileRecord, text: RwSignal<Option<String>>) -> AnyView {
    let (name, digest) = (record.file_name.clone(), record.digest);
    view! {
        <p>{export::file_ready(lang, &name)}</p>
        <p>
            {export::digest(lang)}" "<strong class="digest">{bundle::groups(digest)}</strong>
            <br /><span class="soft small">{export::digest_hint(lang)}</span>
        </p>
        <h2>{export::how_to_send(lang)}</h2>
        {move || text.get().map(|text| view! { <Ways lang name=name.clone() text /> })}
    }
    .into_any()
}

/// Reads the file; one that was signed a moment ago is handed to the browser as a download.
pub(super) async fn read(app: App, here: Here, record: FileRecord, text: RwSignal<Option<String>>) {
    let Some(store) = app.store() else { return };
    let Ok(Some(found)) = store.file_text(here.workplace.id, record.digest).await else { return };
    if app.fresh.get_value() == Some(record.digest) {
        app.fresh.set_value(None);
        browser::download(&record.file_name, KIND, &found);
    }
    let _gone = text.try_set(Some(found));
}

/// Download, text, share sheet; and the offer to encrypt what is not encrypted yet.
#[component]
pub(super) fn Ways(
    /// The language of the page.
    lang: Lang,
    /// What the file is called.
    name: String,
    /// What is in it.
    text: String,
    /// Everybody is to read it: nothing offers to encrypt it.
    #[prop(optional)]
    public: bool,
) -> impl IntoView {
    let encrypted = name.ends_with(".age");
    let (kind, label) =
        if encrypted { (SEALED_KIND, seal_words::download(lang)) } else { (KIND, export::download_file(lang)) };
    let offer = (!encrypted && !public).then(|| sealing::offer(App::shared(), lang, name.clone(), text.clone()));
    let shareable = browser::shareable(&name, kind, &text);
    let share = shareable.map(|data| {
        let data = StoredValue::new_local(data);
        let share = move |_| data.with_value(browser::share);
        view! { <button type="button" on:click=share>{export::share_file(lang)}</button> }
    });
    let file = StoredValue::new((name, text.clone()));
    let download = move |_| {
        file.with_value(|(name, text)| browser::download(name, kind, text));
    };
    view! {
        <p>{export::saved_where(lang)}</p>
        <p class="row">
            <button type="button" class="primary" on:click=download>{label}</button>
            {share}
        </p>
        <CopyBox lang text hint=export::copy_text_hint(lang) on_copy=move |text: String| browser::copy(&text) />
        {offer}
    }
    .into_any()
}

fn next_steps(lang: Lang, here: &Here, period: cunping_core::period::Period) -> AnyView {
    let form = here.pack.forms.iter().find(|form| form.level == here.level.id).map(|it| it.id.clone());
    let form = form.map(|id| Route::Form(id, period).to_string());
    let receiver = term::receiver(lang, here.pack, here.level);
    let steps = here.pack.procedure.iter().map(|step| {
        view! { <li><strong lang="zh-Hans">{step.title.clone()}</strong>" "{lang.of(&step.text).to_owned()}</li> }
    });
    view! {
        <h2>{export::then(lang)}</h2>
        <ul>
            <li>{export::next_send_to(lang, &receiver)}</li>
            <li>{form.map(|to| view! { <a href=to>{export::next_paper(lang)}</a> })}</li>
            <li><a href=Route::Data.to_string()>{export::next_backup(lang)}</a></li>
        </ul>
        <details>
            <summary>{result::procedure(lang)}</summary>
            <ol>{steps.collect_view()}</ol>
        </details>
        <p class="row">
            <a class="button" href=Route::Tasks(period).to_string()>{export::back_to_tasks(lang)}</a>
            <a class="button" href=Route::History.to_string()>{history::reports(lang)}</a>
        </p>
    }
    .into_any()
}
