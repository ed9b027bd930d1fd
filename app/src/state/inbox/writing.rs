//! A write that goes on while the next files are reviewed. Counts nothing.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::store::{Change, Store, StoreError};

/// Changes that are being stored, and what waits for them.
pub(super) struct Writing<T> {
    done: JsFuture,
    outcome: Rc<RefCell<Result<(), StoreError>>>,
    of: T,
}

impl<T> Writing<T> {
    /// Begins to store some changes.
    pub(super) fn begin(store: &Store, changes: Vec<Change>, of: T) -> Self {
        let (store, outcome) = (store.clone(), Rc::new(RefCell::new(Ok(()))));
        let to = Rc::clone(&outcome);
        let done = future_to_promise(async move {
            let stored = store.apply(changes).await;
            *to.borrow_mut() = stored;
            Ok(JsValue::UNDEFINED)
        });
        Self { done: done.into(), outcome, of }
    }

    /// What waited, once the changes are safe; fails as the store failed.
    pub(super) async fn finish(self) -> Result<T, StoreError> {
        let _always_ok = self.done.await;
        self.outcome.replace(Ok(()))?;
        Ok(self.of)
    }
}
