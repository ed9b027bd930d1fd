//! What is under way, and what can go wrong on the way. Does nothing itself.

use crate::{desk::client::DeskFailure, store::StoreError};

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// What.
    pub what: What,
    /// How many files are done.
    pub done: usize,
    /// Of how many.
    pub all: usize,
    /// Whether somebody asked it to stop.
    pub stopping: bool,
}

/// What can be under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Files are being taken in.
    Import,
    /// Files that are here are being reviewed again.
    Review,
    /// An import is being taken back.
    Undo,
}

/// Why something stopped half-way. What was done before stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The worker.
    Desk(DeskFailure),
    /// The store.
    Store(StoreError),
    /// So many stored files no longer read as what they were: they do not count.
    Spoiled(usize),
}

impl From<DeskFailure> for Trouble {
    fn from(failure: DeskFailure) -> Self {
        Self::Desk(failure)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
