//! A write that goes on while the next files are reviewed.

use crate::{
    state::{App, saving},
    store::{Change, StoreError},
};

/// Changes that are being stored, and a value that waits for them.
pub(super) struct Writing<T> {
    done: saving::WriteOutcome,
    of: T,
}

impl<T> Writing<T> {
    /// Queues some changes to be stored.
    pub(super) fn begin(app: App, changes: Vec<Change>, of: T) -> Self {
        Self { done: saving::ask(app, changes), of }
    }

    /// Waits until the changes are saved, and returns the value. Fails as the store failed.
    pub(super) async fn finish(self) -> Result<T, StoreError> {
        self.done.await?;
        Ok(self.of)
    }
}
