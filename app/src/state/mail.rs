//! The files of every kind but assessments in memory, with the offices and keys of the area. Draws nothing.

pub mod keys;

use std::sync::Arc;

use cunping_core::{
    bundle::{Kind, Payload, verify},
    id::Digest,
    moment::Moment,
};
use leptos::prelude::*;

use super::{
    App,
    counsel::Counsel,
    documents, filing, keys as own,
    letters::{self, Letter, VerifiedFiles, letters, next_place},
    roster::Roster,
    saving,
    signing::SignProblem,
};
use crate::{
    clock,
    store::{self, Change, Direction, FileRecord, StoreError, Workplace, WorkplaceId},
};

/// What the screens share of such files. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Mail {
    /// What was opened since the page was opened, by digest, whichever workplace it belongs to.
    pub opened: RwSignal<VerifiedFiles>,
    /// The offices and keys of the current workplace.
    pub roster: RwSignal<Roster>,
}

impl Mail {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
        Self { opened: RwSignal::default(), roster: RwSignal::default() }
    }

    /// The one that the page provided.
    #[must_use]
    pub fn shared() -> Self {
        use_context().unwrap_or_else(|| unreachable!("the page provides it before it draws"))
    }

    /// The files of a kind that are here, sent and received, with where each stands; kept up to date.
    #[must_use]
    pub fn letters(self, app: App, kind: Kind) -> Memo<Vec<Letter>> {
        Memo::new(move |_| self.looked_at(app, |it| it.is(kind)))
    }

    /// What offices said, decided and answered, as far as it counts; kept up to date.
    #[must_use]
    pub fn counsel(self, app: App) -> Memo<Counsel> {
        Memo::new(move |_| self.counsel_now(app))
    }

    /// The same, as it is now.
    #[must_use]
    pub fn counsel_now(self, app: App) -> Counsel {
        let letters = self.all(app);
        app.files.with(|files| Counsel::of(&letters, files))
    }

    /// The files of every kind but assessments that are here, with where each stands. Whoever calls it in a view or a
    /// memo hears of changes.
    #[must_use]
    pub fn all(self, app: App) -> Vec<Letter> {
        self.looked_at(app, |_| true)
    }

    fn looked_at(self, app: App, wanted: impl Fn(&FileRecord) -> bool) -> Vec<Letter> {
        let packs = documents::held();
        app.register.with(|register| {
            let overlays: Vec<_> = register.overlays.iter().map(|it| &it.value.overlay).collect();
            self.roster.with(|roster| {
                let authority = app.workplace().map(|it| roster.authority(&it)).unwrap_or_default();
                let here = letters::Here { packs: &packs, overlays: &overlays, authority: &authority };
                app.files.with(|files| {
                    let files = files.iter().filter(|it| wanted(it));
                    self.opened.with(|opened| letters(files, opened, here))
                })
            })
        })
    }

    /// Reads the offices and keys of the current workplace, and opens its files that nobody has opened since the page was.
    ///
    /// # Errors
    ///
    /// As the store. What was read before stays.
    pub async fn read(self, app: App) -> Result<(), StoreError> {
        let (Some(store), Some(of)) = (app.store(), current(app)) else { return Ok(()) };
        let roster = Roster { offices: store.offices(of).await?.good, keys: store.keys(of).await?.good };
        let closed: Vec<Digest> = app.files.with_untracked(|files| {
            self.opened.with_untracked(|opened| {
                let other = files.iter().filter(|it| !it.is(Kind::Assessment) && !opened.contains_key(&it.digest));
                other.map(|it| it.digest).collect()
            })
        });
        let texts = store.texts_of(of, &closed).await?;
        if current(app) != Some(of) {
            return Ok(());
        }
        let read = |(digest, text): (Digest, String)| {
            verify(text.as_bytes()).ok().filter(|it| it.digest == digest).map(|it| (digest, Arc::new(it)))
        };
        let new: Vec<_> = texts.into_iter().filter_map(read).collect();
        if !new.is_empty() {
            self.opened.update(|opened| opened.extend(new));
        }
        if self.roster.with_untracked(|it| *it != roster) {
            self.roster.set(roster);
        }
        Ok(())
    }

    /// Signs a payload of any kind at its place in its line, keeps the file, and answers with its digest once it has
    /// been read back and verified.
    ///
    /// # Errors
    ///
    /// When a text points to a person, the key cannot be used, or the store fails. Nothing is kept then.
    pub async fn sign_and_keep(
        self,
        app: App,
        workplace: &Workplace,
        payload: impl Into<Payload>,
        file_name: String,
    ) -> Result<Digest, SignProblem> {
        saving::settled(app).await?;
        self.read(app).await?;
        let payload: Payload = payload.into();
        if let Some((_, kind)) = payload.personal().first() {
            return Err(SignProblem::Personal(*kind));
        }
        let place =
            app.files.with_untracked(|files| self.opened.with_untracked(|opened| next_place(&payload, files, opened)));
        let payload = payload.at(place);
        let signed = payload.sign(&own::signing_key(app, workplace).map_err(SignProblem::Closed)?);
        let opened =
            verify(signed.text.as_bytes()).ok().filter(|it| it.digest == signed.digest && it.payload == payload);
        let opened = opened.ok_or(SignProblem::NotVerified)?;
        let ms = clock::now();
        let record = filing::record(&opened, Direction::Sent, store::Moment { ms, day: clock::day(ms) }, file_name);
        keep(app, workplace.id, &record, signed.text).await?;
        self.opened.update(|all| all.extend([(signed.digest, Arc::new(opened))]));
        app.add_files(vec![record]);
        app.fresh.set_value(Some(signed.digest));
        Ok(signed.digest)
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self::new()
    }
}

/// The moment that a file says it was signed at; `None` on a clock beyond every calendar.
#[must_use]
pub fn now() -> Option<Moment> {
    Moment::from_unix(clock::now().div_euclid(1000))
}

async fn keep(app: App, of: WorkplaceId, record: &FileRecord, text: String) -> Result<(), SignProblem> {
    let store = app.store().ok_or(StoreError::Closed)?;
    app.keep(vec![Change::AddSent(of, record.clone(), text.clone())]).await?;
    if store.file_text(of, record.digest).await? == Some(text) {
        return Ok(());
    }
    app.keep(vec![Change::DeleteFile(of, record.digest)]).await?;
    Err(SignProblem::NotVerified)
}

fn current(app: App) -> Option<WorkplaceId> {
    app.settings.with_untracked(|it| it.current_workplace)
}
