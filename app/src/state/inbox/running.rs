//! The tasks of the inbox, and how they can fail.

use crate::{store::StoreError, worker::client::WorkerError};

/// A running task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunningTask {
    /// The kind of task.
    pub what: TaskKind,
    /// The number of files done.
    pub done: usize,
    /// The number of all files.
    pub all: usize,
    /// True once somebody has asked it to stop.
    pub stopping: bool,
}

/// The kinds of tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// Files are being imported.
    Import,
    /// Files that are here are being reviewed again.
    Review,
    /// An import is being undone.
    Undo,
}

/// Why a task stopped half-way. What was done before stays.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The worker failed.
    #[error(transparent)]
    Worker(#[from] WorkerError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This number of stored files could not be reviewed again as they were stored: they do not count.
    #[error("{0} stored files could not be reviewed again")]
    Spoiled(usize),
}
