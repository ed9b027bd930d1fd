//! The queue of everything that the page writes, one job after another, and the state of saving. Says “saved” only
//! after the store has written.
//!
//! Only this file has the store for writing: edits and deliberate actions wait in one queue.

mod answer;

use std::{collections::VecDeque, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::{App, opening};
use crate::{
    clock,
    store::{Change, Restore, RestoreMode, Store, StoreError, StoreReader},
};

pub(super) use answer::WriteOutcome;

/// The state of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was edited since the page was opened.
    Idle,
    /// Edits are being written.
    Saving,
    /// Everything has been saved since this moment (milliseconds since 1970, UTC).
    Saved(i64),
    /// An edit could not be written. It and the edits after it are kept in memory, in order.
    Failed(StoreError),
}

/// A write that is waiting.
#[derive(Clone, Debug)]
struct Job {
    work: Work,
    /// The answer for whoever waits for the write and deals with its failure. `None` for an edit, which stays queued
    /// until it is written.
    asked: Option<WriteOutcome>,
}

#[derive(Clone, Debug)]
enum Work {
    /// Changes that belong together.
    Apply(Vec<Change>),
    /// A backup to be restored as a whole.
    Restore(Rc<Restore>, RestoreMode),
}

/// The waiting writes, and the store that they go to.
#[derive(Debug, Default)]
pub(super) struct Queue {
    store: Option<Store>,
    jobs: VecDeque<Job>,
    running: bool,
    stale: bool,
    /// The number of times that something was queued or finished.
    turns: u64,
}

/// Sets the store that writes go to.
pub(super) fn begin(app: App, store: Store) {
    app.queue.update_value(|queue| queue.store = Some(store));
}

/// Returns the store for reading; `None` before it is open.
pub(super) fn reader(app: App) -> Option<StoreReader> {
    app.queue.with_value(|queue| queue.store.as_deref().cloned())
}

/// Queues an edit, and begins writing unless that is under way. If it cannot be written, it stays queued with the edits
/// behind it.
pub(super) fn edit(app: App, changes: Vec<Change>) {
    push(app, Job { work: Work::Apply(changes), asked: None });
}

/// Queues changes behind those that are waiting; the answer comes when they are saved. If they, or an edit before them,
/// cannot be written, the answer fails and they are dropped.
pub(super) fn ask(app: App, changes: Vec<Change>) -> WriteOutcome {
    asked(app, Work::Apply(changes))
}

/// Queues restoring a backup, in the same way.
pub(super) fn restore(app: App, restore: Restore, mode: RestoreMode) -> WriteOutcome {
    asked(app, Work::Restore(Rc::new(restore), mode))
}

fn asked(app: App, work: Work) -> WriteOutcome {
    let answer = WriteOutcome::default();
    push(app, Job { work, asked: Some(answer.clone()) });
    answer
}

fn push(app: App, job: Job) {
    app.queue.update_value(|queue| {
        // The first job may be running. A job that waits behind it is replaced by a later one about the same place.
        if queue.jobs.len() > 1 && queue.jobs.back().is_some_and(|last| outdoes(&job, last)) {
            queue.jobs.pop_back();
        }
        queue.jobs.push_back(job);
        queue.turns += 1;
    });
    retry(app);
}

/// Returns whether a job makes an earlier one needless: typing a remark or a draft queues one for each key press.
fn outdoes(later: &Job, earlier: &Job) -> bool {
    let (Work::Apply(later), Work::Apply(earlier), None) = (&later.work, &earlier.work, &earlier.asked) else {
        return false;
    };
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

/// Begins writing the waiting jobs, unless that is under way.
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

/// Returns whether something would be lost if the page closed now.
#[must_use]
pub fn unsaved(app: App) -> bool {
    app.queue.with_value(|queue| !queue.jobs.is_empty())
}

/// Returns the number of times that something was queued or finished in this tab: anything read before the last time
/// may be out of date.
pub(super) fn turns(app: App) -> u64 {
    app.queue.with_value(|queue| queue.turns)
}

/// Notes that another tab has changed what this one shows: it is read again once nothing waits here.
pub(super) fn mark_stale(app: App) {
    if unsaved(app) {
        app.queue.update_value(|queue| queue.stale = true);
    } else {
        spawn_local(opening::read_again(app));
    }
}

/// Retries a failed edit, and waits until the queue is written; fails as the write that failed.
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
        let outcome = match app.queue.with_value(|queue| queue.store.clone()) {
            Some(store) => run(&store, job.work).await,
            None => Err(StoreError::Closed),
        };
        // An edit that may not be saved (a number of a person) is dropped: it would keep everything behind it from
        // being saved.
        let stays = job.asked.is_none() && !matches!(outcome, Ok(()) | Err(StoreError::Personal(_)));
        if !stays {
            app.queue.update_value(|queue| {
                queue.jobs.pop_front();
                queue.turns += 1;
            });
        }
        match (job.asked, outcome) {
            (Some(asked), outcome) => asked.give(outcome),
            (None, Ok(())) => {}
            (None, Err(error)) => {
                give_up(app, &error);
                return Err(error);
            }
        }
    }
    Ok(())
}

/// Drops the jobs that somebody waits for, and gives each the error: nothing is built on an edit that is not saved.
/// They may be asked for again.
fn give_up(app: App, error: &StoreError) {
    let mut asked = Vec::new();
    app.queue.update_value(|queue| {
        asked.extend(queue.jobs.iter().filter_map(|job| job.asked.clone()));
        queue.jobs.retain(|job| job.asked.is_none());
    });
    asked.into_iter().for_each(|it| it.give(Err(error.clone())));
}

async fn run(store: &Store, work: Work) -> Result<(), StoreError> {
    match work {
        Work::Apply(changes) => store.apply(changes).await,
        Work::Restore(restore, mode) => store.restore(Restore::clone(&restore), mode).await,
    }
}
