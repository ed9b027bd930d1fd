//! Opens what came encrypted with the workplace's key, and says whose it is where that does not open it. Takes nothing in.

use cunping_core::pack::Words;
use cunping_office::{
    lang::Lang,
    ui::{encrypt, passphrase as told},
};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{Inbox, Offered};
use crate::{
    desk::{
        Refusal,
        client::DeskFailure,
        crypto::{self, Answer, Ask, Fault, client::Safe},
    },
    state::{App, here, keys},
    store::{Seed, Workplace, WorkplaceId},
};

/// The most bytes of encrypted files that wait for a passphrase.
const MOST_WAITING: usize = 64 << 20;

/// An encrypted file, armored, or what was in it; and the name it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Came {
    pub(super) name: String,
    pub(super) text: String,
}

/// Encrypted files that wait for the key of a workplace to be unlocked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting(Vec<Came>);

impl Waiting {
    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl Inbox {
    /// Takes the files that wait in, unless something is under way.
    pub fn go_on(self, app: App) {
        if self.running.with_untracked(Option::is_none) && self.waiting.with_untracked(|it| it.count() > 0) {
            let waiting = self.waiting.try_update(std::mem::take).unwrap_or_default();
            let offer = |it: Came| Offered::Text(it.name, it.text);
            self.import(app, waiting.0.into_iter().map(offer).collect());
        }
    }

    /// Lets the files that wait go.
    pub fn let_go(self) {
        self.waiting.set(Waiting::default());
    }
}

/// A worker that opens files, and the keys that are open in this tab.
pub(super) struct Opener {
    safe: Safe,
    /// The workplace's key; none while it is locked.
    own: Option<Seed>,
    /// The identities of its earlier keys, encrypted as they are stored; opened when they are first needed.
    former: Vec<String>,
    earlier: Option<Vec<Zeroizing<String>>>,
    /// The profile's other workplaces whose keys are open.
    others: Vec<(Workplace, Seed)>,
    /// Whether other workplaces' keys are locked.
    others_locked: bool,
}

/// What came of one: its content, nothing where it waits for a passphrase, or why it is not taken in.
pub(super) type Verified = Result<Option<Came>, (String, Refusal)>;

impl Opener {
    /// Starts a worker; it ends with this.
    pub(super) fn start(app: App, workplace: &Workplace) -> Result<Self, DeskFailure> {
        let all = app.workplaces.get_untracked();
        let key = |of: WorkplaceId| all.iter().find(|it| it.id == of).and_then(|it| keys::opening_seed(app, it));
        let others = || all.iter().filter(|it| it.id != workplace.id && it.thumbprint != workplace.thumbprint);
        Ok(Self {
            safe: Safe::start()?,
            own: key(workplace.id),
            former: all.iter().find(|it| it.id == workplace.id).map(|it| it.former.clone()).unwrap_or_default(),
            earlier: None,
            others: others().filter_map(|it| Some((it.clone(), key(it.id)?))).collect(),
            others_locked: others().any(|it| key(it.id).is_none()),
        })
    }

    /// Opens one.
    pub(super) async fn open(&mut self, inbox: Inbox, came: Came) -> Result<Verified, DeskFailure> {
        let Came { name, text } = came;
        // Without a key it still shows whether it is damaged, or under a passphrase.
        let own = self.own.clone().unwrap_or(Seed([0; 32]));
        let fault = match self.decrypt(&own, &text).await? {
            Ok(opened) => return Ok(Ok(Some(Came { name, text: opened }))),
            Err(fault) => fault,
        };
        if fault != Fault::SomebodyElses {
            return Ok(Err((name, refusal(fault))));
        }
        for identity in self.earlier().await? {
            if let Ok(opened) = self.asked(&Ask::DecryptWith { identity }, &text).await? {
                return Ok(Ok(Some(Came { name, text: opened })));
            }
        }
        for (other, seed) in self.others.clone() {
            if self.decrypt(&seed, &text).await?.is_ok() || self.opens_earlier(&other.former, &seed, &text).await? {
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
        let room = inbox.waiting.with_untracked(|it| it.0.iter().map(|it| it.text.len()).sum::<usize>()) + text.len();
        if room > MOST_WAITING {
            return Ok(Err((name, Refusal::new(encrypt::too_many, encrypt::too_many_todo))));
        }
        inbox.waiting.update(|it| it.0.push(Came { name, text }));
        Ok(Ok(None))
    }

    async fn decrypt(&mut self, seed: &Seed, text: &str) -> Result<Result<String, Fault>, DeskFailure> {
        self.asked(&Ask::Decrypt { seed: crypto::digits(&seed.0) }, text).await
    }

    /// The identities of the workplace's earlier keys, the latest first: each opens the one before it.
    async fn earlier(&mut self) -> Result<Vec<Zeroizing<String>>, DeskFailure> {
        if let Some(found) = &self.earlier {
            return Ok(found.clone());
        }
        let Some(own) = self.own.clone() else { return Ok(Vec::new()) };
        let found = self.earlier_of(&self.former.clone(), &own).await?;
        self.earlier = Some(found.clone());
        Ok(found)
    }

    /// The identities of a workplace's earlier keys.
    async fn earlier_of(&mut self, former: &[String], own: &Seed) -> Result<Vec<Zeroizing<String>>, DeskFailure> {
        let (mut found, mut key) = (Vec::new(), Ask::Decrypt { seed: crypto::digits(&own.0) });
        for encrypted in former.iter().rev() {
            let Ok(identity) = self.asked(&key, encrypted).await?.map(Zeroizing::new) else { break };
            key = Ask::DecryptWith { identity: identity.clone() };
            found.push(identity);
        }
        Ok(found)
    }

    /// Whether one of a workplace's earlier keys opens a text.
    async fn opens_earlier(&mut self, former: &[String], own: &Seed, text: &str) -> Result<bool, DeskFailure> {
        for identity in self.earlier_of(former, own).await? {
            if self.asked(&Ask::DecryptWith { identity }, text).await?.is_ok() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn asked(&mut self, ask: &Ask, text: &str) -> Result<Result<String, Fault>, DeskFailure> {
        match self.safe.ask(ask, text.as_bytes()).await? {
            Answer::Text(opened) => Ok(Ok(opened)),
            Answer::Failed(fault) => Ok(Err(fault)),
            Answer::Wrapped(_) | Answer::Seed(_) => Err(DeskFailure::OtherVersion),
        }
    }
}

fn refusal(fault: Fault) -> Refusal {
    match fault {
        Fault::UnderPassphrase => Refusal::new(told::under_passphrase, told::under_passphrase_do),
        Fault::TooMuchWork => Refusal::new(told::too_much_work, told::too_much_work_do),
        Fault::TooLarge => Refusal::new(told::too_large, told::too_large_do),
        Fault::UnknownFormat => Refusal::new(told::unknown_format, told::unknown_format_do),
        _ => Refusal::new(told::damaged, told::damaged_do),
    }
}

fn for_other(other: &Workplace) -> Refusal {
    let word = |lang, of: fn(Lang, &str) -> String| of(lang, &here::called(lang, other));
    let words = |of| Words { zh: word(Lang::Zh, of), en: word(Lang::En, of) };
    Refusal { what: words(encrypt::for_other), todo: words(encrypt::for_other_todo) }
}
