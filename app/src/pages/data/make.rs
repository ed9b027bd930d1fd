//! Makes a backup, and shows how old the last one is. A backup is read back before it is handed out.

mod closing;

use cunping_core::id::Digest;
use cunping_text::{lang::Lang, ui::backup as words, ui::common, when};
use leptos::{prelude::*, task::spawn_local};
use zeroize::Zeroizing;

use crate::{
    browser, clock,
    components::{copy_box::CopyBox, problem::Problem},
    panels::{passphrase, send::held_back},
    state,
    state::{App, backup_age::BackupAge, passphrase::PassphraseError, saving},
    store::{Backup, ClockTime, Setting, StoreError},
    worker::crypto::CryptoRequest,
};

const KIND: &str = "application/json";

/// State of making a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Making {
    Nothing,
    UnderWay,
    /// Read back and offered to the user; `made` is recorded only once somebody has seen the file: no page is told
    /// whether the browser saved it. `asked` is false if the browser could not even be asked.
    Made {
        name: String,
        text: String,
        asked: bool,
        made: Setting,
    },
    NotVerified,
    Failed(PassphraseError),
}

/// Draws the age of the last backup, and the ways to make the next, the encrypted one first.
pub(super) fn card(lang: Lang) -> AnyView {
    let app = App::shared();
    let making = RwSignal::new(Making::Nothing);
    let holds = LocalResource::new(move || {
        // Looks again at the contents after every write here and every change read from elsewhere.
        app.saving.track();
        app.workplaces.track();
        app.register.track();
        app.files.track();
        async move { app.store()?.contents().await.ok() }
    });
    let real = Memo::new(move |_| app.workplaces.with(|all| all.iter().any(|workplace| !workplace.example)));
    let start = move |passphrase: Option<Zeroizing<String>>| {
        making.set(Making::UnderWay);
        spawn_local(async move {
            let _gone = making.try_set(make(app, lang, passphrase).await);
        });
    };
    let waits = move || making.with(|making| *making == Making::UnderWay);
    let act = move || {
        if real.get() {
            any_view! {
                {closing::form(lang, Signal::derive(waits), Callback::new(move |given| start(Some(given))))}
                <h3>{words::make_open(lang)}</h3>
                <p class="notice">{words::contains_key(lang)}" "{words::keep_safe(lang)}</p>
                <p><button type="button" id="make-backup" disabled=waits on:click=move |_| start(None)>{words::make(lang)}</button></p>
            }
        } else {
            let nothing = app.workplaces.with(Vec::is_empty);
            any_view! { <p>{if nothing { words::nothing_yet(lang) } else { words::nothing_real(lang) }}</p> }
        }
    };
    any_view! {
        <section class="card stack">
            <h2>{words::make_heading(lang)}</h2>
            {move || real.get().then(|| age(lang, app, holds.get().flatten()))}
            {act}
            <div role="status">{move || making.with(|making| outcome(lang, making))}</div>
        </section>
    }
}

/// Draws the age of the last backup in words; amber when the next is due.
fn age(lang: Lang, app: App, holds: Option<Digest>) -> AnyView {
    let age = BackupAge::at(clock::now(), app.settings.with(|settings| settings.last_backup), holds);
    let when = match age.made_ms {
        None => words::never(lang).to_owned(),
        Some(_) if age.days > 0 => words::days_ago(lang, age.days),
        Some(made) if clock::day(made) == clock::today() => {
            format!("{} {}", words::today(lang), clock::time(made))
        }
        Some(made) => words::made_at(lang, &when::day(lang, clock::day(made)), &clock::time(made)),
    };
    let more = match age.made_ms {
        None => None,
        Some(_) if age.changed == Some(true) => Some(words::changed_since(lang)),
        Some(_) if age.is_due() => Some(words::too_old(lang)),
        Some(_) => age.changed.map(|_| words::up_to_date(lang)),
    };
    let class = if age.is_due() { "notice open" } else { "notice" };
    any_view! { <p class=class><strong>{when}</strong>{more.map(|more| format!(" · {more}"))}</p> }
}

fn outcome(lang: Lang, making: &Making) -> Option<AnyView> {
    Some(match making {
        Making::Nothing => return None,
        Making::UnderWay => any_view! { <p>{words::making(lang)}</p> },
        Making::NotVerified => any_view! { <Problem what=words::not_verified(lang) todo=common::retry(lang) /> },
        Making::Failed(trouble) => passphrase::problem(lang, trouble),
        Making::Made { name, text, asked, made: backup } => {
            made(lang, name.clone(), text.clone(), *asked, backup.clone())
        }
    })
}

fn made(lang: Lang, name: String, text: String, asked: bool, made: Setting) -> AnyView {
    let app = App::shared();
    let said = if asked { words::made(lang) } else { words::made_not_saved(lang) };
    let file = words::file(lang, &name);
    let again = StoredValue::new((name, text.clone()));
    let again = move |_| {
        again.with_value(|(name, text)| browser::download(name, KIND, text));
    };
    let seen = RwSignal::new(false);
    let see = move |_| {
        app.set(made.clone());
        seen.set(true);
    };
    let confirm = move || match seen.get() {
        true => any_view! { <p><strong>"✓ "{words::counted(lang)}</strong></p> },
        false => any_view! {
            <p>{words::look(lang)}</p>
            {held_back(lang)}
            <p class="row">
                <button type="button" class="primary" on:click=see.clone()>{words::is_there(lang)}</button>
                <button type="button" on:click=again>{words::download_again(lang)}</button>
            </p>
        },
    };
    any_view! {
        <div class="stack">
            <p><strong>{said}</strong></p>
            <p class="file-name">{file}</p>
            {confirm}
            <CopyBox lang text hint=words::copy_hint(lang) on_copy=|text: String| browser::copy(&text) />
        </div>
    }
}

async fn make(app: App, lang: Lang, passphrase: Option<Zeroizing<String>>) -> Making {
    let closed = passphrase.is_some();
    match text(app, passphrase).await {
        Err(error) => Making::Failed(error),
        Ok(None) => Making::NotVerified,
        Ok(Some((at_ms, Backup { text, contents }))) => {
            let mut name = words::file_name(lang, &unit(app), clock::day(at_ms));
            if closed {
                name.push_str(".age");
            }
            let asked = browser::download(&name, KIND, &text);
            let count = app.settings.with_untracked(|settings| settings.backup_count).saturating_add(1);
            let made = Setting::Backup { at_ms, count, contents };
            Making::Made { name, text, asked, made }
        }
    }
}

/// Writes a backup, reads it back, and returns its time in Unix milliseconds with its text. With a passphrase the text
/// is encrypted, and decrypted again for comparison. Returns `Ok(None)` if what was read back is not complete.
///
/// # Errors
///
/// When writing, encrypting or decrypting fails.
async fn text(app: App, passphrase: Option<Zeroizing<String>>) -> Result<Option<(i64, Backup)>, PassphraseError> {
    saving::settled(app).await?;
    let store = app.store().ok_or(PassphraseError::Store(StoreError::Closed))?;
    let ms = clock::now();
    let Backup { text, contents } = store.backup(ClockTime { ms, day: clock::day(ms) }).await?;
    let reads = store.read_backup(&text).await.is_ok_and(|it| it.unreadable.is_empty());
    if !reads {
        return Ok(None);
    }
    let Some(passphrase) = passphrase else { return Ok(Some((ms, Backup { text, contents }))) };
    let closed = state::passphrase::text(
        CryptoRequest::EncryptUnderPassphrase { passphrase: passphrase.clone() },
        text.as_bytes(),
    )
    .await?;
    let opened =
        state::passphrase::text(CryptoRequest::DecryptUnderPassphrase { passphrase }, closed.as_bytes()).await?;
    Ok((opened == text).then_some((ms, Backup { text: closed, contents })))
}

/// Returns the unit name for the file's name: that of the current workplace, else of the first real one; empty if
/// there is none.
fn unit(app: App) -> String {
    let current = app.current.get_untracked();
    app.workplaces.with_untracked(|all| {
        let mut real = all.iter().filter(|workplace| !workplace.example);
        let first = real.clone().next();
        let chosen = real.find(|workplace| Some(workplace.id) == current).or(first);
        chosen.map(|workplace| workplace.unit_name.clone()).unwrap_or_default()
    })
}
