//! The files of every kind but assessments in memory, with the offices and keys of the area; and signing such files.

pub mod keys;

use std::sync::Arc;

use cunping_core::{
    bundle::{Kind, Payload, SigningKey, Verified, verify},
    id::Digest,
    moment::Moment,
};
use leptos::prelude::*;

use super::{
    App, documents,
    examined::{self, Examined, VerifiedFiles, examine_all, next_place},
    filing, keys as own,
    responses::Responses,
    roster::Roster,
    saving,
    signing::{SignError, keep},
};
use crate::{
    clock,
    store::{Direction, FileRecord, StoreError, Workplace, WorkplaceId},
};

/// The state that the screens share of such files. A handle: copies are the same.
#[derive(Clone, Copy, Default)]
pub struct Bundles {
    /// The files that were verified since the page was opened, by digest, of whichever workplace.
    pub verified: RwSignal<VerifiedFiles>,
    /// The offices and keys of the current workplace.
    pub roster: RwSignal<Roster>,
}

impl Bundles {
    /// Returns the state that the page provided as a context.
    #[must_use]
    pub fn shared() -> Self {
        use_context().unwrap_or_else(|| unreachable!("the page provides it before it draws"))
    }

    /// Returns the files of a kind that are here, sent and received, with their states, as a memo.
    #[must_use]
    pub fn of_kind(self, app: App, kind: Kind) -> Memo<Vec<Examined>> {
        Memo::new(move |_| self.looked_at(app, |it| it.is(kind)))
    }

    /// Returns the opinions, decisions and receipts that count, as a memo.
    #[must_use]
    pub fn responses(self, app: App) -> Memo<Responses> {
        Memo::new(move |_| self.responses_now(app))
    }

    /// Returns the opinions, decisions and receipts that count now.
    #[must_use]
    pub fn responses_now(self, app: App) -> Responses {
        let examined = self.all(app);
        app.files.with(|files| Responses::of(&examined, files))
    }

    /// Returns the files of every kind but assessments that are here, with their states. Tracks changes when it is
    /// called in a view or a memo.
    #[must_use]
    pub fn all(self, app: App) -> Vec<Examined> {
        self.looked_at(app, |_| true)
    }

    fn looked_at(self, app: App, wanted: impl Fn(&FileRecord) -> bool) -> Vec<Examined> {
        let packs = documents::held();
        app.register.with(|register| {
            let overlays: Vec<_> = register.overlays.iter().map(|saved| &saved.value.overlay).collect();
            self.roster.with(|roster| {
                let authority = app.workplace().map(|workplace| roster.authority(&workplace)).unwrap_or_default();
                let here = examined::ExaminedBy { packs: &packs, overlays: &overlays, authority: &authority };
                app.files.with(|files| {
                    let files = files.iter().filter(|file| wanted(file));
                    self.verified.with(|verified| examine_all(files, verified, here))
                })
            })
        })
    }

    /// Reads the offices and keys of the current workplace, and verifies those of its files that were not verified
    /// since the page was opened. Fails as the store, or as the write that waits and fails. What was read before stays.
    pub async fn read(self, app: App) -> Result<(), StoreError> {
        self.read_files(app).await?;
        self.read_roster(app).await
    }

    async fn read_files(self, app: App) -> Result<(), StoreError> {
        let (Some(store), Some(of)) = (app.store(), current(app)) else { return Ok(()) };
        let closed: Vec<Digest> = app.files.with_untracked(|files| {
            self.verified.with_untracked(|verified| {
                let other =
                    files.iter().filter(|file| !file.is(Kind::Assessment) && !verified.contains_key(&file.digest));
                other.map(|file| file.digest).collect()
            })
        });
        let texts = store.texts_of(of, &closed).await?;
        let read = |(digest, text): (Digest, String)| {
            let verified = verify(text.as_bytes()).ok().filter(|verified| verified.digest == digest)?;
            Some((digest, Arc::new(verified)))
        };
        let new: Vec<_> = texts.into_iter().filter_map(read).collect();
        if !new.is_empty() && current(app) == Some(of) {
            self.verified.update(|verified| verified.extend(new));
        }
        Ok(())
    }

    /// Reads the offices and keys. Starts over if something was written meanwhile: a key that was enrolled or retired
    /// in that time would be undone on the screen.
    async fn read_roster(self, app: App) -> Result<(), StoreError> {
        let (Some(store), Some(of)) = (app.store(), current(app)) else { return Ok(()) };
        loop {
            saving::settled(app).await?;
            let turns = saving::turns(app);
            let roster = Roster { offices: store.offices(of).await?.good, keys: store.keys(of).await?.good };
            if current(app) != Some(of) {
                return Ok(());
            }
            if saving::turns(app) != turns {
                continue;
            }
            if self.roster.with_untracked(|it| *it != roster) {
                self.roster.set(roster);
            }
            return Ok(());
        }
    }

    /// Signs a payload of any kind at its place in its chain, stores the file, and returns its digest once it has been
    /// read back and compared. Fails if a text points to a person, the key cannot be used, or the store fails. Nothing
    /// is kept then.
    pub async fn sign_and_keep(
        self,
        app: App,
        workplace: &Workplace,
        payload: impl Into<Payload>,
        file_name: String,
    ) -> Result<Digest, SignError> {
        let digests = self.sign_and_keep_all(app, workplace, vec![(payload.into(), file_name)]).await?;
        digests.first().copied().ok_or(SignError::NotVerified)
    }

    /// Signs payloads that belong together, each with the name of its file: all are stored, or none. Fails as
    /// [`Bundles::sign_and_keep`].
    pub async fn sign_and_keep_all(
        self,
        app: App,
        workplace: &Workplace,
        payloads: Vec<(Payload, String)>,
    ) -> Result<Vec<Digest>, SignError> {
        saving::settled(app).await?;
        self.read(app).await?;
        if let Some((_, kind)) = payloads.iter().find_map(|(payload, _)| payload.personal().first().cloned()) {
            return Err(SignError::Personal(kind));
        }
        let key = own::signing_key(app, workplace).map_err(SignError::Closed)?;
        let first_seen = clock::moment();
        // One of them may supersede another.
        let (mut files, mut verified) = (app.files.get_untracked(), self.verified.get_untracked());
        let mut signed = Vec::with_capacity(payloads.len());
        for (payload, file_name) in payloads {
            let place = next_place(&payload, &files, &verified);
            let (text, read_back) = sign(&key, payload.at(place))?;
            let record = filing::record(&read_back, Direction::Sent, first_seen, file_name);
            verified.insert(record.digest, Arc::new(read_back));
            files.push(record.clone());
            signed.push((record, text));
        }
        let digests: Vec<Digest> = signed.iter().map(|(record, _)| record.digest).collect();
        keep(app, workplace.id, signed).await?;
        let new: Vec<_> = digests.iter().filter_map(|digest| Some((*digest, verified.remove(digest)?))).collect();
        self.verified.update(|all| all.extend(new));
        Ok(digests)
    }
}

/// Signs a payload and verifies the result, as a receiver will.
fn sign(key: &SigningKey, payload: Payload) -> Result<(String, Verified<Payload>), SignError> {
    let signed = payload.sign(key);
    let read_back = verify(signed.text.as_bytes()).ok();
    let read_back = read_back.filter(|it| it.digest == signed.digest && it.payload == payload);
    Ok((signed.text, read_back.ok_or(SignError::NotVerified)?))
}

/// Returns the moment at which a file that is signed now says it was signed; `None` if the clock is out of range.
#[must_use]
pub fn now() -> Option<Moment> {
    Moment::from_unix(clock::now().div_euclid(1000))
}

fn current(app: App) -> Option<WorkplaceId> {
    app.settings.with_untracked(|it| it.current_workplace)
}
