//! A write that goes on while the next files are reviewed. Counts nothing.

use crate::{
    state::{App, saving},
    store::{Change, StoreError},
};

/// Changes that are being stored, and what waits for them.
pub(super) struct Writing<T> {
    done: saving::Answer,
    of: T,
}

impl<T> Writing<T> {
    /// Begins to store some changes, behind what is waiting.
    pub(super) fn begin(app: App, changes: Vec<Change>, of: T) -> Self {
        Self { done: saving::ask(app, changes), of }
    }

    /// What waited, once the changes are safe; fails as the store failed.
    pub(super) async fn finish(self) -> Result<T, StoreError> {
        self.done.await?;
        Ok(self.of)
    }
}
