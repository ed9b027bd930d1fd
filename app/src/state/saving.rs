//! Everything that the page writes, one after another, and how that stands. Never says saved before the store has.
//!
//! Only this file has the store for writing: what is edited and what is undertaken waits in one queue.

mod answer;

use std::{collections::VecDeque, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::{App, opening};
use crate::{
    clock,
    store::{Change, Reader, Restore, RestoreMode, Store, StoreError},
};

pub(super) use answer::Answer;

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
struct Job {
    work: Work,
    /// Whoever waits for it and deals with its failure. An edit has nobody: it is kept until it is written.
    asked: Option<Answer>,
}

#[derive(Clone, Debug)]
enum Work {
    /// Changes that belong together.
    Apply(Vec<Change>),
    /// A backup, whole.
    Restore(Rc<Restore>, RestoreMode),
}

/// What is waiting, and where it goes.
#[derive(Debug, Default)]
pub(super) struct Queue {
    store: Option<Store>,
    jobs: VecDeque<Job>,
    running: bool,
    stale: bool,
    /// How often something was queued or written.
    turns: u64,
}

/// From now on writes go to this store.
pub(super) fn begin(app: App, store: Store) {
    app.queue.update_value(|queue| queue.store = Some(store));
}

/// The store, for reading.
pub(super) fn reader(app: App) -> Option<Reader> {
    app.queue.with_value(|queue| queue.store.as_deref().cloned())
}

/// Queues an edit and begins writing unless that is under way. Where it cannot be written it is kept, with all behind it.
pub(super) fn edit(app: App, changes: Vec<Change>) {
    push(app, Job { work: Work::Apply(changes), asked: None });
}

/// Queues changes behind the edits that are waiting; the answer comes when they are safe. Where they, or an edit before
/// them, cannot be written, the answer says so and they are given up.
pub(super) fn ask(app: App, changes: Vec<Change>) -> Answer {
    asked(app, Work::Apply(changes))
}

/// The same for a backup.
pub(super) fn restore(app: App, restore: Restore, mode: RestoreMode) -> Answer {
    asked(app, Work::Restore(Rc::new(restore), mode))
}

fn asked(app: App, work: Work) -> Answer {
    let answer = Answer::default();
    push(app, Job { work, asked: Some(answer.clone()) });
    answer
}

fn push(app: App, job: Job) {
    app.queue.update_value(|queue| {
        // The first job may be under way; one that waits behind it is outdone by a later one about the same place.
        if queue.jobs.len() > 1 && queue.jobs.back().is_some_and(|last| outdoes(&job, last)) {
            queue.jobs.pop_back();
        }
        queue.jobs.push_back(job);
        queue.turns += 1;
    });
    retry(app);
}

/// Whether a job makes an earlier one needless: typing a remark or a draft queues one a key press.
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

/// How often something was queued or written in this tab: what was read before the last time may be out of date.
pub(super) fn turns(app: App) -> u64 {
    app.queue.with_value(|queue| queue.turns)
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
        let outcome = match app.queue.with_value(|queue| queue.store.clone()) {
            Some(store) => run(&store, job.work).await,
            None => Err(StoreError::Closed),
        };
        // What may not be saved waits for nothing: it would keep everything behind it from being saved.
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

/// Nothing is undertaken on top of an edit that is not safe: whoever waits hears why, and may ask again.
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
