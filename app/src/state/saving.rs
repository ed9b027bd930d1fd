//! Writes edits one after another and says how that stands. Never says saved before the store has.

use std::collections::VecDeque;

use cunping_core::facts::Statement;
use leptos::{prelude::*, task::spawn_local};

use super::{App, opening};
use crate::{
    clock,
    store::{Change, Saved, Store, StoreError, WorkplaceId},
};

/// How saving stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was edited since the page was opened.
    Idle,
    /// Edits are being written.
    Saving,
    /// Everything is safe, since this moment (milliseconds since 1970, UTC).
    Saved(i64),
    /// An edit was not written. It and those after it are kept in memory, in order.
    Failed(StoreError),
}

/// One write that is waiting.
#[derive(Clone, Debug)]
pub(super) enum Job {
    /// Changes that belong together.
    Apply(Vec<Change>),
    /// A statement, fitted to what the store holds when its turn comes.
    State(WorkplaceId, Saved<Statement>),
}

/// What is waiting.
#[derive(Debug, Default)]
pub(super) struct Queue {
    jobs: VecDeque<Job>,
    running: bool,
    stale: bool,
    edits: u64,
}

/// Queues a write and begins writing unless that is under way.
pub(super) fn push(app: App, job: Job) {
    app.queue.update_value(|queue| {
        // The first job may be under way; one that waits behind it is outdone by a later one about the same place.
        if queue.jobs.len() > 1 && queue.jobs.back().is_some_and(|last| outdoes(&job, last)) {
            queue.jobs.pop_back();
        }
        queue.jobs.push_back(job);
        queue.edits += 1;
    });
    retry(app);
}

/// Whether a job makes an earlier one needless: typing a remark or a draft queues one a key press.
fn outdoes(later: &Job, earlier: &Job) -> bool {
    let (Job::Apply(later), Job::Apply(earlier)) = (later, earlier) else { return false };
    match (later.as_slice(), earlier.as_slice()) {
        ([Change::PutRemark(here, new)], [Change::PutRemark(there, old)]) => {
            (here, new.value.period, &new.value.rule) == (there, old.value.period, &old.value.rule)
        }
        ([Change::PutDraft(here, new)], [Change::PutDraft(there, old)]) => {
            (here, &new.value.place) == (there, &old.value.place)
        }
        _ => false,
    }
}

/// Begins writing what is waiting, unless that is under way.
pub fn retry(app: App) {
    let mut begin = false;
    app.queue.update_value(|queue| {
        begin = !queue.running && !queue.jobs.is_empty();
        queue.running |= begin;
    });
    if begin {
        app.saving.set(Saving::Saving);
        spawn_local(write(app));
    }
}

/// Whether something would be lost if the page closed now.
#[must_use]
pub fn unsaved(app: App) -> bool {
    app.queue.with_value(|queue| !queue.jobs.is_empty())
}

/// How often something was edited and written in this tab: what was read before the last time may be out of date.
pub(super) fn turns(app: App) -> (u64, u64) {
    (app.queue.with_value(|queue| queue.edits), app.store().map_or(0, |store| store.written()))
}

/// Another tab has changed what this one shows: read it again once nothing waits here.
pub(super) fn mark_stale(app: App) {
    if unsaved(app) {
        app.queue.update_value(|queue| queue.stale = true);
    } else {
        spawn_local(opening::read_again(app));
    }
}

/// Waits until everything queued so far is safe; fails as the write that failed.
pub async fn settled(app: App) -> Result<(), StoreError> {
    retry(app);
    while app.queue.with_value(|queue| queue.running) {
        crate::browser::breath().await;
    }
    match app.saving.get_untracked() {
        Saving::Failed(error) => Err(error),
        _ => Ok(()),
    }
}

async fn write(app: App) {
    let outcome = write_all(app).await;
    let mut stale = false;
    app.queue.update_value(|queue| {
        queue.running = false;
        stale = std::mem::take(&mut queue.stale);
    });
    app.saving.set(match outcome {
        Ok(()) => Saving::Saved(clock::now()),
        Err(error) => Saving::Failed(error),
    });
    if stale {
        opening::read_again(app).await;
    }
}

async fn write_all(app: App) -> Result<(), StoreError> {
    while let Some(job) = app.queue.with_value(|queue| queue.jobs.front().cloned()) {
        let store = app.store().ok_or(StoreError::Closed)?;
        let outcome = run(&store, job).await;
        // What may not be saved waits for nothing: it would keep everything behind it from being saved.
        if matches!(outcome, Err(StoreError::Personal(_))) {
            app.queue.update_value(|queue| drop(queue.jobs.pop_front()));
        }
        outcome?;
        app.queue.update_value(|queue| {
            queue.jobs.pop_front();
        });
    }
    Ok(())
}

async fn run(store: &Store, job: Job) -> Result<(), StoreError> {
    match job {
        Job::Apply(changes) => store.apply(changes).await,
        Job::State(of, statement) => store.state(of, statement).await,
    }
}
