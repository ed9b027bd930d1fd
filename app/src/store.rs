//! The store: everything the page keeps (workplaces, registers, files, settings). Uses no leptos, no clock and no words
//! for people.

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;

mod backend;
mod backup;
mod change;
mod error;
mod held;
mod hex;
#[cfg(target_arch = "wasm32")]
mod idb;
mod memory;
#[cfg(target_arch = "wasm32")]
mod migrations;
mod reader;
mod records;
mod register;
mod table;
mod tabs;

use std::{ops::Deref, rc::Rc};

use backend::Backend;
use table::Records;
use tabs::Tabs;

pub use backup::{Backup, BackupError, Brings, Holdings, Restorable, Restore, RestoreError, RestoreMode, Returning};
pub use change::{Change, ChangedOver, Touched};
pub use error::{Notice, RowKey, StoreError};
pub use held::{Effects, Held};
pub use reader::StoreReader;
pub use records::{
    ClockTime, Direction, Draft, EarlierUnit, FileRecord, FileSubject, Followed, Key, Listed, ListedUnit,
    LoadedOverlay, LoadedPack, Moved, OwnKey, Remark, Reviewed, Role, Saved, Seed, Setting, Settings, Workplace,
    WorkplaceId, Wrapped,
};
pub use register::Register;
pub use table::Table;

/// A handle on everything the page keeps, for reading and writing. Open it once and clone it.
#[derive(Clone, Debug)]
pub struct Store(StoreReader);

impl Deref for Store {
    type Target = StoreReader;

    /// Returns the same store, for reading.
    fn deref(&self) -> &StoreReader {
        &self.0
    }
}

impl Store {
    /// Opens the browser's database; creates it, or migrates it to this program's version. `notices` is called from
    /// then on with what the browser reports about it.
    ///
    /// Fails with [`StoreError::Unavailable`] where the browser has no database, as outside a browser: whether to go on
    /// with [`Store::memory`] is the page's decision.
    pub async fn open(notices: impl Fn(Notice) + 'static) -> Result<Self, StoreError> {
        let backend = Backend::open(backend::NAME, Rc::new(notices)).await?;
        Ok(Self::with(backend, Tabs::join(backend::NAME)))
    }

    /// Makes a store in memory, which is gone with the page.
    #[must_use]
    pub fn memory() -> Self {
        Self::with(Backend::default(), Tabs::alone())
    }

    fn with(backend: Backend, tabs: Tabs) -> Self {
        Self(StoreReader::on(backend, tabs))
    }

    /// Applies all the changes in order, or none, in one transaction, which also reads what they depend on. Once this
    /// returns, they are durable, and other tabs have been told.
    ///
    /// Fails with [`StoreError::Personal`], and writes nothing, if a text holds a number that points to a person.
    pub async fn apply(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        if let Some(kind) = changes.iter().find_map(Change::personal) {
            return Err(StoreError::Personal(kind));
        }
        let mut writes = Vec::with_capacity(changes.len());
        changes.into_iter().for_each(|change| change.write(&mut writes));
        let touched = Touched::by(&writes);
        self.backend().apply(writes).await?;
        self.tabs().tell(&touched);
        Ok(())
    }

    /// Sets the function that is called after another tab has changed something. A later one replaces it.
    pub fn on_change(&self, callback: impl Fn(Touched) + 'static) {
        self.tabs().listen(callback);
    }
}
