//! The backends of the store: the browser's database, or memory.

use std::rc::Rc;

use super::{
    Notice, StoreError,
    memory::Memory,
    table::{Records, StoredRow, Table, Write},
};

/// The database's name.
pub(super) const NAME: &str = "cunping";

/// The place where rows are kept.
#[derive(Debug)]
pub(super) enum Backend {
    /// In memory.
    Memory(Memory),
    /// In the browser's database.
    #[cfg(target_arch = "wasm32")]
    Idb(super::idb::Idb),
}

impl Default for Backend {
    /// Makes an empty memory.
    fn default() -> Self {
        Self::Memory(Memory::default())
    }
}

impl Backend {
    /// Opens the browser's database of this name.
    #[cfg(target_arch = "wasm32")]
    pub(super) async fn open(name: &str, notices: Rc<dyn Fn(Notice)>) -> Result<Self, StoreError> {
        Ok(Self::Idb(super::idb::Idb::open(name, notices).await?))
    }

    /// Fails with [`StoreError::Unavailable`]: outside a browser there is no database.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) async fn open(_: &str, _: Rc<dyn Fn(Notice)>) -> Result<Self, StoreError> {
        Err(StoreError::Unavailable)
    }

    /// Returns whether the rows outlive the page.
    pub(super) fn is_lasting(&self) -> bool {
        !matches!(self, Self::Memory(_))
    }
}

impl Records for Backend {
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError> {
        match self {
            Self::Memory(rows) => rows.get(table, key).await,
            #[cfg(target_arch = "wasm32")]
            Self::Idb(rows) => rows.get(table, key).await,
        }
    }

    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<StoredRow>>, StoreError> {
        match self {
            Self::Memory(rows) => rows.scan(ranges).await,
            #[cfg(target_arch = "wasm32")]
            Self::Idb(rows) => rows.scan(ranges).await,
        }
    }

    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        match self {
            Self::Memory(rows) => rows.apply(writes).await,
            #[cfg(target_arch = "wasm32")]
            Self::Idb(rows) => rows.apply(writes).await,
        }
    }
}
