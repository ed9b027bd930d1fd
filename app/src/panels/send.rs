//! How to send a signed file to whoever waits for it: its name, digest, download, text, share sheet.

use cunping_core::bundle;
use cunping_text::{lang::Lang, ui::encrypt as encrypt_words, ui::export};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser,
    components::copy_box::CopyBox,
    panels::encryption,
    state::{App, Here},
    store::FileRecord,
};

const KIND: &str = "application/json";
/// Media type of an encrypted file: age has no registered one.
pub(crate) const ENCRYPTED_KIND: &str = "application/octet-stream";

/// Draws the name and digest of a signed file, and the ways to send it once its text has been read. `asked` is true if
/// the browser is asked for a download meanwhile.
pub(crate) fn file(lang: Lang, record: &FileRecord, text: RwSignal<Option<String>>, asked: bool) -> AnyView {
    let (name, digest) = (record.file_name.clone(), record.digest);
    any_view! {
        <p>{export::file_ready(lang, &name)}</p>
        <p>
            {export::digest(lang)}" "<strong class="digest">{bundle::groups(digest)}</strong>
            <br /><span class="soft small">{export::digest_hint(lang)}</span>
        </p>
        <h2>{export::how_to_send(lang)}</h2>
        {asked.then(|| in_wechat(lang, &record.file_name))}
        {move || text.get().map(|text| view! { <Ways lang name=name.clone() text asked /> })}
        {(!asked).then(|| in_wechat(lang, &record.file_name))}
    }
}

/// Draws how the file gets from the downloads folder into a chat, step by step.
fn in_wechat(lang: Lang, name: &str) -> AnyView {
    let name = name.to_owned();
    any_view! {
        <h3>{export::wechat(lang)}</h3>
        <ol class="send-steps">
            <li>{export::wechat_chat(lang)}</li>
            <li>
                <svg class="send-folder" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
                    <path d="M3 6h6l2 2h10v11H3z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
                </svg>
                " "{export::wechat_folder(lang)}
            </li>
            <li>{export::wechat_downloads(lang)}</li>
            <li><strong class="file-name">{name}</strong>" "{export::wechat_file(lang)}</li>
        </ol>
        <p class="soft">{export::wechat_phone(lang)}</p>
    }
}

/// Reads the file into `text`. A file that was signed a moment ago is downloaded at once.
pub(crate) async fn read(app: App, here: Here, record: FileRecord, text: RwSignal<Option<String>>) {
    let Some(store) = app.store() else { return };
    let Ok(Some(found)) = store.file_text(here.workplace.id, record.digest).await else { return };
    if app.fresh.get_value() == Some(record.digest) {
        app.fresh.set_value(None);
        browser::download(&record.file_name, KIND, &found);
    }
    let _gone = text.try_set(Some(found));
}

/// Draws download, text and share sheet, and the offer to encrypt a file that is not encrypted yet.
#[component]
pub(crate) fn Ways(
    /// The language of the page.
    lang: Lang,
    /// Name of the file.
    name: String,
    /// Content of the file.
    text: String,
    /// True for a file that everybody may read: encryption is not offered.
    #[prop(optional)]
    public: bool,
    /// True if the browser was asked to download it just now.
    #[prop(optional)]
    asked: bool,
) -> impl IntoView {
    let encrypted = name.ends_with(".age");
    let (kind, label) =
        if encrypted { (ENCRYPTED_KIND, encrypt_words::download(lang)) } else { (KIND, export::download_file(lang)) };
    let offer = (!encrypted && !public).then(|| encryption::offer(App::shared(), lang, name.clone(), text.clone()));
    let said = RwSignal::new("");
    let prominent = if asked { "" } else { "primary" };
    let shareable = browser::shareable(&name, &text);
    let share = shareable.map(|data| {
        let data = StoredValue::new_local(data);
        let share = move |_| {
            spawn_local(async move {
                let shared = browser::share(&data.get_value()).await;
                let _gone = said.try_set(if shared { "" } else { export::share_refused(lang) });
            });
        };
        view! { <button type="button" on:click=share>{export::share_file(lang)}</button> }
    });
    // A person who is sent the text reads what it is; whoever pastes it into the page need not cut the line off.
    let copied = format!("{}\n{text}", export::copied_head(lang, &name));
    let file = StoredValue::new((name, text));
    let download = move |_| {
        let handed = file.with_value(|(name, text)| browser::download(name, kind, text));
        said.set(if handed { export::saved_where(lang) } else { export::not_saved(lang) });
    };
    let messenger = browser::in_messenger().then(|| {
        view! { <p class="notice open">{export::in_messenger(lang)}</p> }
    });
    any_view! {
        {messenger}
        {held_back(lang)}
        <p>{if asked { export::how_saved(lang) } else { export::how_to_save(lang) }}</p>
        <p class="row">
            <button type="button" class=prominent on:click=download>{label}</button>
            {share}
            <span role="status">{said}</span>
        </p>
        <CopyBox lang text=copied hint=export::copy_text_hint(lang) on_copy=move |text: String| browser::copy(&text) />
        {offer}
    }
}

/// Draws that downloads may be held back, where browsers do that; `None` elsewhere.
pub(crate) fn held_back(lang: Lang) -> Option<AnyView> {
    (!browser::is_secure()).then(|| any_view! { <p class="soft">{export::held_back(lang)}</p> })
}
