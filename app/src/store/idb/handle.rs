//! The connection to the database: opened once, and closed as soon as a newer program asks for that.

use std::{cell::RefCell, rc::Rc};

use indexed_db_futures::database::Database;
use wasm_bindgen_futures::spawn_local;

use super::fault::{failed, of_open};
use crate::store::{Notice, StoreError, migrations};

/// A connection that another tab can have closed.
#[derive(Debug)]
pub(super) struct Handle(Rc<RefCell<Option<Database>>>);

impl Handle {
    /// Opens the database of this name; creates it, or migrates it to this program's version.
    pub(super) async fn open(name: &str, notices: Rc<dyn Fn(Notice)>) -> Result<Self, StoreError> {
        let blocked = Rc::clone(&notices);
        let opening = Database::open(name)
            .with_version(migrations::VERSION)
            .with_on_blocked(move |_| {
                blocked(Notice::Blocked);
                Ok(())
            })
            .with_on_upgrade_needed(|event, db| migrations::upgrade(&db, whole(event.old_version())));
        let db = opening.await.map_err(of_open)?;
        let handle = Self(Rc::new(RefCell::new(Some(db.clone()))));
        handle.watch(&db, notices)?;
        Ok(handle)
    }

    /// Returns the connection; fails once it is closed.
    pub(super) fn get(&self) -> Result<Database, StoreError> {
        self.0.borrow().clone().ok_or(StoreError::Closed)
    }

    /// Closes the connection when another program asks for it, since a newer one has to wait for every older
    /// connection, and then tells the page.
    fn watch(&self, db: &Database, notices: Rc<dyn Fn(Notice)>) -> Result<(), StoreError> {
        let mut changes = db.version_changes().map_err(failed)?;
        let held = Rc::downgrade(&self.0);
        spawn_local(async move {
            // An event without a new version means that the database is being deleted.
            let newer = changes.recv().await.and_then(|event| event.new_version());
            let db = held.upgrade().and_then(|held| held.borrow_mut().take());
            if let Some(db) = db {
                db.close();
                notices(if newer.is_some() { Notice::Superseded } else { Notice::Lost });
            }
        });
        Ok(())
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if let Some(db) = self.0.borrow_mut().take() {
            db.close();
        }
    }
}

/// Converts a database version, which the browser gives as a float.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "versions are small whole numbers")]
fn whole(version: f64) -> u32 {
    version as u32
}
