//! Asks for the passphrase of an encrypted backup, and goes on reading once it decrypts.

use cunping_text::{lang::Lang, ui::backup, ui::passphrase as words};
use leptos::{prelude::*, task::spawn_local};
use zeroize::Zeroizing;

use crate::{
    components::secret_field::SecretField,
    pages::data::restore::{RestoreStage, read},
    panels::passphrase::problem,
    state::{App, passphrase, passphrase::PassphraseError},
    worker::crypto::CryptoRequest,
};

/// Draws the field for the passphrase, and why the last one failed.
pub(super) fn closed(
    app: App,
    lang: Lang,
    stage: RwSignal<RestoreStage>,
    bytes: &[u8],
    trouble: Option<&PassphraseError>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let bytes = bytes.to_vec();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (bytes, passphrase) = (bytes.clone(), Zeroizing::new(typed.get_untracked()));
        stage.set(RestoreStage::Reading);
        spawn_local(async move {
            match passphrase::text(CryptoRequest::DecryptUnderPassphrase { passphrase }, &bytes).await {
                Ok(text) => read(app, stage, Some(text.into_bytes())).await,
                Err(trouble) => drop(stage.try_set(RestoreStage::Closed(bytes, Some(trouble)))),
            }
        });
    };
    any_view! {
        <form class="stack" aria-label=backup::restore_heading(lang) on:submit=open>
            <p><strong>{words::backup_asks(lang)}</strong></p>
            {trouble.map(|it| problem(lang, it))}
            <SecretField id="open-passphrase" label=words::backup_field(lang) value=typed />
            <p><button type="submit" class="primary">{words::backup_open(lang)}</button></p>
        </form>
    }
}
