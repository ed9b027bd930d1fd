//! Makes the browser begin a new write-ahead log before the page writes its first row.
//!
//! Chromium keeps IndexedDB in LevelDB and, when it opens a database again, goes on writing behind whatever its log
//! holds. A process that was killed between the two writes that make a record leaves half a record there. Reading stops
//! at it without harm once; but what is written behind it cannot be read any more, and at the opening after that the
//! browser finds its database damaged and begins with an empty one. Everything is lost, also what was there long before
//! (`tests/page/torn.test.js`).
//!
//! Deleting a database makes Chromium compact its files, and with that it gives the old log up: seen on 86, 109 and
//! 156. So the page makes one without a table and deletes it, and only then saves anything. The browser says that it
//! has deleted it some 10 ms later, and gives the log up within the 25 ms after that (seen under load; it promises no
//! time, and tells no page). A kill between the first save and that moment, on a log that was torn before, still loses
//! data.

use indexed_db_futures::{OpenDbResult, database::Database};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

const NAME: &str = "cunping-log";

/// Starts to renew the log. The promise is fulfilled when the log is a new one, or could not be renewed: if the disk
/// has no room, for example, the save that waits will meet that error itself.
pub(super) fn renew() -> Promise {
    future_to_promise(async {
        let _ = made_and_deleted().await;
        Ok(JsValue::UNDEFINED)
    })
}

async fn made_and_deleted() -> OpenDbResult<()> {
    Database::open(NAME).await?.close();
    Ok(Database::delete_by_name(NAME)?.await?)
}
