//! Decrypts files with the workplace's key; if that does not fit, finds out for which other workplace they are.

use cunping_core::pack::Words;
use cunping_text::{lang::Lang, ui::encrypt, ui::passphrase as told};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{ImportSource, Inbox};
use crate::{
    state::{App, here, keys},
    store::{Seed, Workplace, WorkplaceId},
    worker::{
        Refusal,
        client::WorkerError,
        crypto::{CryptoError, CryptoReply, CryptoRequest, client::Safe},
    },
};

/// The largest total size of encrypted files that wait for a passphrase, in bytes.
const MOST_WAITING: usize = 64 << 20;

/// An encrypted file in armor, or its content; with the name it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Came {
    pub(super) name: String,
    pub(super) text: String,
}

/// Encrypted files that wait for the key of a workplace to be unlocked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting(Vec<Came>);

impl Waiting {
    /// Returns the number of waiting files.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl Inbox {
    /// Imports the waiting files, unless a task is running.
    pub fn go_on(self, app: App) {
        if self.running.with_untracked(Option::is_none) && self.waiting.with_untracked(|waiting| waiting.count() > 0) {
            let waiting = self.waiting.try_update(std::mem::take).unwrap_or_default();
            let offer = |came: Came| ImportSource::Text(came.name, came.text);
            self.import(app, waiting.0.into_iter().map(offer).collect());
        }
    }

    /// Drops the waiting files.
    pub fn let_go(self) {
        self.waiting.set(Waiting::default());
    }
}

/// A worker that decrypts files, and the unlocked keys of this tab.
pub(super) struct Opener {
    safe: Safe,
    /// The seed of the workplace's key; `None` while it is locked.
    own: Option<Seed>,
    /// The identities of its earlier keys, encrypted as they are stored; decrypted into `earlier` when they are first
    /// needed.
    former: Vec<String>,
    earlier: Option<Vec<Zeroizing<String>>>,
    /// The profile's other workplaces whose keys are unlocked.
    others: Vec<(Workplace, Seed)>,
    /// True if a key of another workplace is locked.
    others_locked: bool,
}

/// The outcome for one file: its content, `None` if it waits for a passphrase, or its name and why it is refused.
pub(super) type Decryption = Result<Option<Came>, (String, Refusal)>;

impl Opener {
    /// Starts a worker, which ends when this value is dropped.
    pub(super) fn start(app: App, workplace: &Workplace) -> Result<Self, WorkerError> {
        let all = app.workplaces.get_untracked();
        let kept = |of: WorkplaceId| all.iter().find(|known| known.id == of);
        let key = |of: WorkplaceId| kept(of).and_then(|known| keys::opening_seed(app, known));
        let others =
            || all.iter().filter(|other| other.id != workplace.id && other.own.thumbprint != workplace.own.thumbprint);
        Ok(Self {
            safe: Safe::start()?,
            own: key(workplace.id),
            former: kept(workplace.id).map(|known| known.own.former.clone()).unwrap_or_default(),
            earlier: None,
            others: others().filter_map(|other| Some((other.clone(), key(other.id)?))).collect(),
            others_locked: others().any(|other| key(other.id).is_none()),
        })
    }

    /// Decrypts one file.
    pub(super) async fn open(&mut self, inbox: Inbox, came: Came) -> Result<Decryption, WorkerError> {
        let Came { name, text } = came;
        // Even a wrong key shows whether the file is damaged, or under a passphrase.
        let own = self.own.clone().unwrap_or(Seed([0; 32]));
        let fault = match self.decrypt(&own, &text).await? {
            Ok(opened) => return Ok(Ok(Some(Came { name, text: opened }))),
            Err(fault) => fault,
        };
        if fault != CryptoError::SomebodyElses {
            return Ok(Err((name, refusal(fault))));
        }
        for identity in self.earlier().await? {
            if let Ok(opened) = self.asked(&CryptoRequest::DecryptWith { identity }, &text).await? {
                return Ok(Ok(Some(Came { name, text: opened })));
            }
        }
        for (other, seed) in self.others.clone() {
            if self.decrypt(&seed, &text).await?.is_ok() || self.opens_earlier(&other.own.former, &seed, &text).await? {
                return Ok(Err((name, for_other(&other))));
            }
        }
        if self.own.is_some() {
            let refusal = if self.others_locked {
                Refusal::new(encrypt::not_ours_some_locked, encrypt::not_ours_some_locked_todo)
            } else {
                Refusal::new(encrypt::not_ours, encrypt::not_ours_todo)
            };
            return Ok(Err((name, refusal)));
        }
        let room = inbox.waiting.with_untracked(|waiting| waiting.0.iter().map(|came| came.text.len()).sum::<usize>())
            + text.len();
        if room > MOST_WAITING {
            return Ok(Err((name, Refusal::new(encrypt::too_many, encrypt::too_many_todo))));
        }
        inbox.waiting.update(|waiting| waiting.0.push(Came { name, text }));
        Ok(Ok(None))
    }

    async fn decrypt(&mut self, seed: &Seed, text: &str) -> Result<Result<String, CryptoError>, WorkerError> {
        self.asked(&CryptoRequest::Decrypt { seed: seed.clone() }, text).await
    }

    /// Returns the identities of the workplace's earlier keys, the latest first: each decrypts the one before it.
    async fn earlier(&mut self) -> Result<Vec<Zeroizing<String>>, WorkerError> {
        if let Some(found) = &self.earlier {
            return Ok(found.clone());
        }
        let Some(own) = self.own.clone() else { return Ok(Vec::new()) };
        let found = self.earlier_of(&self.former.clone(), &own).await?;
        self.earlier = Some(found.clone());
        Ok(found)
    }

    /// Decrypts the identities of a workplace's earlier keys, the latest first.
    async fn earlier_of(&mut self, former: &[String], own: &Seed) -> Result<Vec<Zeroizing<String>>, WorkerError> {
        let (mut found, mut key) = (Vec::new(), CryptoRequest::Decrypt { seed: own.clone() });
        for encrypted in former.iter().rev() {
            let Ok(identity) = self.asked(&key, encrypted).await?.map(Zeroizing::new) else { break };
            key = CryptoRequest::DecryptWith { identity: identity.clone() };
            found.push(identity);
        }
        Ok(found)
    }

    /// Returns whether one of a workplace's earlier keys decrypts a text.
    async fn opens_earlier(&mut self, former: &[String], own: &Seed, text: &str) -> Result<bool, WorkerError> {
        for identity in self.earlier_of(former, own).await? {
            if self.asked(&CryptoRequest::DecryptWith { identity }, text).await?.is_ok() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn asked(&mut self, ask: &CryptoRequest, text: &str) -> Result<Result<String, CryptoError>, WorkerError> {
        match self.safe.ask(ask, text.as_bytes()).await? {
            CryptoReply::Text(opened) => Ok(Ok(opened)),
            CryptoReply::Failed(fault) => Ok(Err(fault)),
            CryptoReply::Wrapped(_) | CryptoReply::Seed(_) => Err(WorkerError::OtherVersion),
        }
    }
}

fn refusal(fault: CryptoError) -> Refusal {
    match fault {
        CryptoError::UnderPassphrase => Refusal::new(told::under_passphrase, told::under_passphrase_do),
        CryptoError::TooMuchWork => Refusal::new(told::too_much_work, told::too_much_work_do),
        CryptoError::TooLarge => Refusal::new(told::too_large, told::too_large_do),
        CryptoError::UnknownFormat => Refusal::new(told::unknown_format, told::unknown_format_do),
        _ => Refusal::new(told::damaged, told::damaged_do),
    }
}

fn for_other(other: &Workplace) -> Refusal {
    let word = |lang, of: fn(Lang, &str) -> String| of(lang, &here::called(lang, other));
    let words = |of| Words { zh: word(Lang::Zh, of), en: word(Lang::En, of) };
    Refusal { what: words(encrypt::for_other), todo: words(encrypt::for_other_todo) }
}
