//! Reviews stored files again, once while the page is open, because no stored verdict is trusted.

use std::collections::VecDeque;

use cunping_core::{bundle::Kind, id::Digest};
use leptos::{prelude::*, task::spawn_local};

use super::{ImportError, Inbox, TaskKind, is_here};
use crate::{
    state::{App, documents},
    store::{StoreReader, WorkplaceId},
    worker::{FileReview, client::Body},
};

/// The number of files in one question to the worker.
const ASKED: usize = 40;
/// The number of questions that the worker has at a time.
const AHEAD: usize = 2;

impl Inbox {
    /// Reviews the files that have not been reviewed since the page was opened, and reads the list of units, unless a
    /// task is running.
    pub fn catch_up(self, app: App) {
        if self.running.with_untracked(Option::is_none) {
            spawn_local(catch_up(self, app));
        }
    }
}

async fn catch_up(inbox: Inbox, app: App) {
    let Some(store) = app.store() else { return };
    let Some(of) = app.settings.with_untracked(|settings| settings.current_workplace) else { return };
    if let Ok(listed) = store.units(of).await
        && inbox.listed.with_untracked(|before| *before != listed.good)
    {
        inbox.listed.set(listed.good);
    }
    if let Err(error) = inbox.bundles.read(app).await {
        inbox.trouble.set(Some(error.into()));
    }
    inbox.look_at_keys(app);
    inbox.bundles.hear_recipients(app, inbox);
    let missing: Vec<Digest> = inbox.sheets.with_untracked(|sheets| {
        app.files.with_untracked(|files| {
            let open = files
                .iter()
                .filter(|file| is_here(file) && file.is(Kind::Assessment) && !sheets.contains_key(&file.digest));
            open.map(|file| file.digest).collect()
        })
    });
    if missing.is_empty() || inbox.running.with_untracked(Option::is_some) {
        return;
    }
    inbox.begin(TaskKind::Review, missing.len());
    let outcome = review(inbox, &store, of, &missing, &overlays(app)).await;
    inbox.look_at_keys(app);
    inbox.end(outcome);
}

/// Returns the texts of the documents to review with, beside those that ship.
pub(super) fn packs() -> Vec<String> {
    documents::loaded().into_iter().map(|it| it.text.clone()).collect()
}

/// Returns the overlays to review with, as canonical JSON.
pub(super) fn overlays(app: App) -> Vec<String> {
    app.register.with_untracked(|register| register.overlays.iter().map(|saved| saved.value.overlay.write()).collect())
}

/// Reviews files. The worker always has its next question while this deals with an answer.
async fn review(
    inbox: Inbox,
    store: &StoreReader,
    of: WorkplaceId,
    missing: &[Digest],
    overlays: &[String],
) -> Result<(), ImportError> {
    let (worker, packs) = (inbox.worker.get_value(), packs());
    let mut sheets = Vec::with_capacity(missing.len());
    let (mut open, mut asked) = (missing.chunks(ASKED), VecDeque::new());
    loop {
        while asked.len() < AHEAD && !inbox.stop.get_value() {
            let Some(some) = open.next() else { break };
            let texts = store.texts_of(of, some).await?;
            let bodies: Vec<Body> = texts.into_iter().map(|(_, text)| Body::Text(text)).collect();
            asked.push_back((some, worker.ask(&bodies, overlays, &packs)?));
        }
        let Some((some, pending)) = asked.pop_front() else { break };
        let verified = pending.reviewed().await?.into_iter().filter_map(|review| match review.outcome {
            Ok(FileReview::Assessment(sheet)) => Some(sheet),
            Ok(FileReview::Other | FileReview::Encrypted) | Err(_) => None,
        });
        sheets
            .extend(verified.filter(|sheet| some.contains(&sheet.seen.digest)).map(|sheet| (sheet.seen.digest, sheet)));
        inbox.step(some.len());
    }
    let spoiled = missing.len() - sheets.len();
    inbox.sheets.update(|all| all.extend(sheets));
    if spoiled == 0 || inbox.stop.get_value() { Ok(()) } else { Err(ImportError::Spoiled(spoiled)) }
}
