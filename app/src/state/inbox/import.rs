//! Imports files, some at a time, so that the page stays quick: reviewed by the worker, stored in small transactions.

use std::collections::VecDeque;

use cunping_text::ui::import as words;
use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::{
    ImportError, Inbox, TaskKind,
    catch_up::{overlays, packs},
    encrypted::{Came, Opener},
    writing::Writing,
};
use crate::{
    browser, clock,
    state::{
        App,
        township::{
            came::set_aside,
            intake::{NewFile, Present, Report, Taken, take},
        },
    },
    store::{Change, FileRecord, Workplace},
    worker::{FileReview, Refusal, client::Body, protocol::ReviewOutcome},
};

/// The number of files in one question to the worker: enough to keep it busy, few enough to stop soon.
const ASKED: usize = 16;
/// The number of questions that the worker has at a time, so that it reads on while the page stores.
const AHEAD: usize = 6;
/// The number of files in one transaction: the browser is busy with it for less than a frame or two.
const STORED: usize = 40;

/// A file or text to import.
#[derive(Clone, Debug)]
pub enum ImportSource {
    /// A file that somebody chose or dropped.
    File(File),
    /// A name and the text.
    Text(String, String),
    /// The path of a folder, or of a file in one, that the browser does not hand over.
    Folder(String),
}

impl ImportSource {
    fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Text(name, _) | Self::Folder(name) => name.clone(),
        }
    }

    fn body(self) -> Body {
        match self {
            Self::File(file) => Body::File(file),
            Self::Text(_, text) => Body::Text(text),
            Self::Folder(_) => unreachable!("a folder is refused before anything is read"),
        }
    }
}

impl Inbox {
    /// Imports files after the running task has ended: files that somebody chose are not dropped because a review has
    /// just begun.
    pub fn import(self, app: App, offered: Vec<ImportSource>) {
        let of = app.current.get_untracked();
        spawn_local(async move {
            while self.running.with_untracked(Option::is_some) {
                browser::breath().await;
            }
            // They were meant for the workplace in which they were chosen.
            if app.current.get_untracked() == of {
                import(self, app, offered).await;
            }
        });
    }
}

/// A running import.
struct Import {
    app: App,
    inbox: Inbox,
    workplace: Workplace,
    overlays: Vec<String>,
    present: Present,
    report: Report,
    /// The encrypted files that are not yet decrypted, with the name each came with.
    encrypted: Vec<Came>,
    /// The reviewed files that are not yet stored, with the name each came with.
    waiting: Vec<(String, Taken)>,
    /// The files that are being stored.
    writing: Option<Writing<Vec<(String, Taken)>>>,
    /// The files that are stored.
    files: Vec<FileRecord>,
}

async fn import(inbox: Inbox, app: App, offered: Vec<ImportSource>) {
    let Some(workplace) = untrack(|| app.workplace()) else { return };
    let of = workplace.id;
    inbox.begin(TaskKind::Import, offered.len());
    inbox.report.set(None);
    inbox.removed.set(None);
    let present = app.files.with_untracked(|files| files.iter().map(|file| (file.digest, file.clone())).collect());
    let (waiting, files, report) = (Vec::new(), Vec::new(), Report::default());
    let overlays = overlays(app);
    let encrypted = Vec::new();
    let mut import =
        Import { app, inbox, workplace, overlays, present, report, encrypted, waiting, writing: None, files };
    let ran = import.run(offered).await;
    let outcome = ran.and(import.finish().await);
    let Import { workplace, files, mut report, present, .. } = import;
    report.stopped = inbox.stop.get_value();
    set_aside(&mut report.came, &workplace, &present);
    // Each of these steps takes time if there are many files; between them the page can draw and answer.
    drop(present);
    browser::breath().await;
    inbox.sheets.notify();
    inbox.bundles.verified.notify();
    browser::breath().await;
    if app.settings.with_untracked(|settings| settings.current_workplace) == Some(of) {
        app.add_files(files);
        inbox.look_at_keys(app);
        inbox.bundles.hear_recipients(app, inbox);
    }
    browser::breath().await;
    // If everything waits for a passphrase, there is nothing else to report.
    let waits = inbox.waiting.with_untracked(|waiting| waiting.count() > 0) && report == Report::default();
    inbox.report.set((!waits).then_some(report));
    inbox.end(outcome);
}

impl Import {
    /// Imports the files. The worker always has its next question while this deals with an answer.
    async fn run(&mut self, offered: Vec<ImportSource>) -> Result<(), ImportError> {
        let (worker, packs) = (self.inbox.worker.get_value(), packs());
        let (folders, offered): (Vec<_>, Vec<_>) =
            offered.into_iter().partition(|source| matches!(source, ImportSource::Folder(_)));
        let refused = |source: &ImportSource| (source.name(), Refusal::new(words::folder, words::folder_todo));
        self.report.refused.extend(folders.iter().map(refused));
        let (mut offered, mut asked) = (offered.into_iter(), VecDeque::new());
        loop {
            while asked.len() < AHEAD && offered.len() > 0 && !self.inbox.stop.get_value() {
                let batch: Vec<ImportSource> = offered.by_ref().take(ASKED).collect();
                let names: Vec<String> = batch.iter().map(ImportSource::name).collect();
                let bodies: Vec<Body> = batch.into_iter().map(ImportSource::body).collect();
                asked.push_back((names, worker.ask(&bodies, &self.overlays, &packs)?));
            }
            let Some((names, pending)) = asked.pop_front() else { break };
            let reviewed = pending.reviewed().await?;
            self.take(&names, reviewed, false).await?;
            self.open_encrypted().await?;
            self.inbox.step(names.len());
        }
        self.save().await?;
        self.finish().await
    }

    /// Decrypts what came encrypted, and imports its content like any other file.
    async fn open_encrypted(&mut self) -> Result<(), ImportError> {
        let encrypted = std::mem::take(&mut self.encrypted);
        if encrypted.is_empty() {
            return Ok(());
        }
        let mut opener = Opener::start(self.app, &self.workplace)?;
        let (mut names, mut bodies) = (Vec::new(), Vec::new());
        for came in encrypted {
            if self.inbox.stop.get_value() {
                break;
            }
            match opener.open(self.inbox, came).await? {
                Ok(Some(Came { name, text })) => {
                    names.push(name);
                    bodies.push(Body::Text(text));
                }
                Ok(None) => {}
                Err((name, refusal)) => self.report.refused.push((name, refusal)),
            }
        }
        // Whatever holds a key is dropped before the long part.
        drop(opener);
        if bodies.is_empty() {
            return Ok(());
        }
        let reviewed = self.inbox.worker.get_value().ask(&bodies, &self.overlays, &packs())?.reviewed().await?;
        self.take(&names, reviewed, true).await
    }

    async fn take(
        &mut self,
        names: &[String],
        reviewed: Vec<ReviewOutcome>,
        encrypted: bool,
    ) -> Result<(), ImportError> {
        let now = clock::moment();
        for review in reviewed {
            let name = names.get(review.body).cloned().unwrap_or_default();
            let name = match &review.inside {
                Some(inside) => format!("{name} › {inside}"),
                None => name,
            };
            if !encrypted && review.outcome == Ok(FileReview::Encrypted) {
                self.encrypted.push(Came { name, text: review.text });
                continue;
            }
            match take(review, (&name, encrypted), now, &self.workplace, &mut self.present) {
                taken @ (Taken::New(..) | Taken::Back(_)) => self.waiting.push((name, taken)),
                taken @ (Taken::Same(_) | Taken::Refused(_)) => self.report.count(&name, &taken),
            }
            if self.waiting.len() >= STORED {
                self.save().await?;
            }
        }
        Ok(())
    }

    /// Begins to store the waiting files, once the write before is saved.
    async fn save(&mut self) -> Result<(), ImportError> {
        self.finish().await?;
        let of = self.workplace.id;
        let waiting = std::mem::take(&mut self.waiting);
        let change = |(_, taken): &(String, Taken)| match taken {
            Taken::New(file, _, text) => Some(Change::AddReceived(of, file.clone(), text.clone())),
            Taken::Back(file) => Some(Change::UnhideFile(of, file.digest)),
            Taken::Same(_) | Taken::Refused(_) => None,
        };
        let changes: Vec<Change> = waiting.iter().filter_map(change).collect();
        self.writing = (!changes.is_empty()).then(|| Writing::begin(self.app, changes, waiting));
        Ok(())
    }

    /// Waits until the running write is saved, and counts its files only then.
    async fn finish(&mut self) -> Result<(), ImportError> {
        let Some(writing) = self.writing.take() else { return Ok(()) };
        for (name, taken) in writing.finish().await? {
            self.report.count(&name, &taken);
            match taken {
                Taken::New(file, new, _) => {
                    self.files.push(file);
                    // Views are notified of all of them at once, at the end.
                    match new {
                        NewFile::Assessment(sheet) => {
                            self.inbox.sheets.update_untracked(|all| all.insert(sheet.seen.digest, sheet));
                        }
                        NewFile::Other(verified) => {
                            self.inbox.bundles.verified.update_untracked(|all| all.insert(verified.digest, verified));
                        }
                    }
                }
                Taken::Back(file) => self.files.push(file),
                Taken::Same(_) | Taken::Refused(_) => {}
            }
        }
        Ok(())
    }
}
