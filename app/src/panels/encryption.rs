//! Offers to encrypt a signed file to its recipients, beside the ways to send it.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{Party, Receiver, receivers, verify},
    id::{Digest, UnitCode},
    received::bundle_texts,
};
use cunping_text::{lang::Lang, ui::encrypt as words};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::{choice_row::Radios, choice_row::RowOption, problem::Problem},
    panels::{
        parties::PartyView,
        passphrase,
        send::{ENCRYPTED_KIND, Ways},
    },
    routes::Route,
    state::{App, bundles::Bundles, encryption, inbox::Inbox, keys, passphrase::PassphraseError},
    worker::crypto::CryptoError,
};

/// Key of the answer “nobody”.
const NOBODY: &str = "nobody";

/// State of the encryption.
#[derive(Clone, Debug, PartialEq, Eq)]
enum EncryptionStage {
    /// Nobody is chosen.
    Off,
    /// Being encrypted, and decrypted again for comparison.
    Busy,
    /// Encrypted, decrypted again and found to be the same: the encrypted text.
    Done(String),
    /// Why encryption failed.
    Failed(PassphraseError),
}

/// Somebody to choose: the name to show, and the age recipients to encrypt to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choosable {
    text: String,
    to: Vec<String>,
}

/// Draws the offer; the file stays unencrypted until somebody is chosen.
pub(crate) fn offer(app: App, lang: Lang, name: String, text: String) -> AnyView {
    let Some(here) = untrack(|| app.here()) else { return ().into_any() };
    let view = PartyView { app, inbox: Inbox::shared(), bundles: Bundles::shared(), lang, here };
    // The keys may not have been read yet, since not every screen needs them.
    let bundles = view.bundles;
    leptos::task::spawn_local(async move {
        let _unread = bundles.read(app).await;
    });
    let workplace = view.here.workplace.clone();
    let about = units(&text);
    let found = Memo::new(move |_| {
        let own = (workplace.unit, workplace.own.thumbprint.parse().ok());
        bundles.roster.with(|roster| receivers(&roster.keys, own, &about, clock::today()))
    });
    let (chosen, stage) = (RwSignal::new(NOBODY.to_owned()), RwSignal::new(EncryptionStage::Off));
    let file = StoredValue::new((name, text));
    let own = file.with_value(|(name, _)| Digest::of(name.as_bytes()));
    let drawn = move || {
        let (options, without) = found.with(|found| sorted(&view, found));
        let nobody = options.is_empty() && without.is_empty();
        let locked = keys::is_locked(app, &view.here.workplace).then(|| {
            let workplace = view.here.workplace.clone();
            view! { <p>{words::locked(lang)}</p><passphrase::Unlock lang workplace way_on=true id=format!("passphrase-encrypt-{own}") /> }
        });
        let open = locked.is_none();
        let to_choose = (open && !options.is_empty()).then(|| choices(app, lang, options, chosen, stage, file));
        view! {
            {nobody.then(|| view! { <p>{words::none_enrolled(lang)}" "<a href=Route::Keys.to_string()>{words::to_keys(lang)}</a></p> })}
            {(!nobody).then_some(locked)}
            {to_choose}
            {(!without.is_empty()).then(|| view! { <p class="soft">{words::without(lang, &without.join(lang.pick("、", ", ")))}</p> })}
        }
    };
    let outcome = move || match stage.get() {
        EncryptionStage::Off => ().into_any(),
        EncryptionStage::Busy => any_view! { <p>{words::working(lang)}</p> },
        EncryptionStage::Done(text) => done(lang, &file.with_value(|(name, _)| name.clone()), text),
        EncryptionStage::Failed(trouble) => failed(lang, &trouble),
    };
    any_view! {
        <details class="encryption">
            <summary>{words::heading(lang)}</summary>
            <div class="stack">
                <p>{words::hint(lang)}</p>
                {drawn}
                <div class="stack" role="status">{outcome}</div>
            </div>
        </details>
    }
}

fn choices(
    app: App,
    lang: Lang,
    options: Vec<Choosable>,
    chosen: RwSignal<String>,
    stage: RwSignal<EncryptionStage>,
    file: StoredValue<(String, String)>,
) -> AnyView {
    // A screen may hand out several files: each has its own choice.
    let group = file.with_value(|(name, _)| format!("encrypt-to-{}", Digest::of(name.as_bytes())));
    let shown =
        options.iter().zip(0..).map(|(option, at): (_, usize)| RowOption::new(&at.to_string(), &option.text, ""));
    let shown = std::iter::once(RowOption::new(NOBODY, words::nobody(lang), "")).chain(shown).collect();
    let choose = move |key: String| {
        chosen.set(key.clone());
        let Some(option) = key.parse().ok().and_then(|at: usize| options.get(at)) else {
            return stage.set(EncryptionStage::Off);
        };
        let (to, text) = (option.to.clone(), file.with_value(|(_, text)| text.clone()));
        let Some(own) = untrack(|| app.workplace()).and_then(|workplace| keys::opening_seed(app, &workplace)) else {
            return;
        };
        stage.set(EncryptionStage::Busy);
        app.undertake(async move {
            let next = match encryption::encrypt(&text, &to, &own).await {
                Ok(encrypted) => {
                    // Downloaded by itself only once, like a file that was signed a moment ago.
                    if chosen.try_get_untracked().as_ref() == Some(&key) {
                        let name = file.try_with_value(|(name, _)| encrypted_name(name)).unwrap_or_default();
                        let _shown = browser::download(&name, ENCRYPTED_KIND, &encrypted);
                    }
                    EncryptionStage::Done(encrypted)
                }
                Err(trouble) => EncryptionStage::Failed(trouble),
            };
            // If somebody else was chosen meanwhile, this result is out of date.
            if chosen.try_get_untracked() == Some(key) {
                stage.set(next);
            }
        });
    };
    any_view! { <Radios legend=words::to(lang) name=group choices=shown chosen=Signal::derive(move || Some(chosen.get())) on_choose=choose /> }
}

fn done(lang: Lang, name: &str, text: String) -> AnyView {
    let name = encrypted_name(name);
    any_view! {
        <div class="notice stack">
            <p><strong>{words::checked(lang)}</strong>" "{words::unseen(lang)}</p>
            <p>{words::file_ready(lang, &name)}</p>
        </div>
        <Ways lang name text asked=true />
    }
}

/// Returns the name of an encrypted file. Import does not look at the name.
fn encrypted_name(name: &str) -> String {
    format!("{name}.age")
}

fn failed(lang: Lang, trouble: &PassphraseError) -> AnyView {
    match trouble {
        PassphraseError::Crypto(CryptoError::Damaged) => {
            any_view! { <Problem what=words::not_the_same(lang) todo=words::failed(lang) /> }
        }
        other => passphrase::problem(lang, other),
    }
}

/// Returns who can be chosen, and the names of those who cannot because no enrolment gives a recipient for them.
fn sorted(view: &PartyView, found: &[Receiver]) -> (Vec<Choosable>, Vec<String>) {
    let (lang, own) = (view.lang, view.here.workplace.unit);
    let below = |receiver: &&Receiver| !own.lies_in(receiver.party.unit);
    let many = found.iter().filter(below).count() > 1;
    let name = |party: &Party| view.name_of(party);
    let can = |receiver: &&Receiver| !receiver.recipients.is_empty();
    let to = |receiver: &Receiver| receiver.recipients.iter().map(ToString::to_string).collect::<Vec<_>>();
    let alone = found.iter().filter(can).filter(|receiver| !many || !below(receiver));
    let mut options: Vec<Choosable> = alone
        .map(|receiver| Choosable { text: words::encrypt_to(lang, &name(&receiver.party)), to: to(receiver) })
        .collect();
    // A file for many units goes to their chat group: either all of them can decrypt it, or it is of no use there.
    if many && found.iter().filter(below).all(|receiver| can(&receiver)) {
        let all: Vec<&Receiver> = found.iter().filter(below).collect();
        options.push(Choosable {
            text: words::encrypt_to_all(lang, all.len()),
            to: all.into_iter().flat_map(to).collect(),
        });
    }
    (options, found.iter().filter(|receiver| !can(receiver)).map(|receiver| name(&receiver.party)).collect())
}

/// Returns the units that the bundles in a text are about.
fn units(text: &str) -> BTreeSet<UnitCode> {
    bundle_texts(text.as_bytes()).iter().filter_map(|text| Some(verify(text).ok()?.payload.unit())).collect()
}
