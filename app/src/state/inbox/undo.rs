//! Undoes the last import, some files at a time.

use std::collections::BTreeSet;

use leptos::{prelude::*, task::spawn_local};

use super::{ImportError, Inbox, TaskKind};
use crate::{
    state::App,
    store::{Change, StoreReader, WorkplaceId},
};

const DELETED: usize = 200;

impl Inbox {
    /// Undoes the last import, unless a task is running.
    pub fn undo(self, app: App) {
        if self.running.with_untracked(Option::is_none) {
            spawn_local(undo(self, app));
        }
    }
}

async fn undo(inbox: Inbox, app: App) {
    let (Some(store), Some(report)) = (app.store(), inbox.report.get_untracked()) else { return };
    let Some(of) = app.settings.with_untracked(|settings| settings.current_workplace) else { return };
    inbox.begin(TaskKind::Undo, report.added.len() + report.back.len());
    let deleted = report.added.iter().map(|digest| Change::DeleteFile(of, *digest));
    let hidden = report.back.iter().map(|file| Change::HideFile(of, file.digest));
    let outcome = apply(inbox, app, deleted.chain(hidden).collect()).await;
    if outcome.is_ok() {
        let (added, back): (BTreeSet<_>, BTreeSet<_>) =
            (report.added.iter().copied().collect(), report.back.iter().map(|file| file.digest).collect());
        app.files.update(|files| {
            files.retain(|file| !added.contains(&file.digest));
            files.iter_mut().filter(|file| back.contains(&file.digest)).for_each(|file| file.hidden = true);
        });
        inbox.report.set(None);
    } else {
        reread(app, &store, of).await;
    }
    inbox.end(outcome);
}

async fn apply(inbox: Inbox, app: App, changes: Vec<Change>) -> Result<(), ImportError> {
    for some in changes.chunks(DELETED) {
        app.keep(some.to_vec()).await?;
        inbox.step(some.len());
    }
    Ok(())
}

/// Shows what the store holds, since some of the undo may be done.
async fn reread(app: App, store: &StoreReader, of: WorkplaceId) {
    if let Ok(files) = store.files(of).await {
        app.files.set(files.good);
    }
}
