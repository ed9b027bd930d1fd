//! The backend on the browser's IndexedDB: one handle, opened once, for rows of text.

mod fault;
mod handle;
mod log;

use std::rc::Rc;

use indexed_db_futures::{
    Build, BuildPrimitive, KeyRange,
    internals::SystemRepr,
    query_source::QuerySource,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{
    Notice, StoreError,
    table::{Plain, Records, Rows, RowsToRead, StoredRow, Table, Write, asked, resolve, tables},
};
use fault::{failed, of_commit};
use handle::Handle;

/// A character above all others in keys, which are ASCII: a prefix followed by it is above every key with the prefix.
const ABOVE: char = '\u{ffff}';

/// An open database.
#[derive(Debug)]
pub(super) struct Idb {
    handle: Handle,
    /// Fulfilled when the browser has begun a new log, so that no earlier process can have left it torn.
    fresh_log: Promise,
}

impl Idb {
    /// Opens the database; creates it, or migrates it to this program's version.
    pub(super) async fn open(name: &str, notices: Rc<dyn Fn(Notice)>) -> Result<Self, StoreError> {
        let handle = Handle::open(name, notices).await?;
        Ok(Self { handle, fresh_log: log::renew() })
    }
}

impl Records for Idb {
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError> {
        let db = self.handle.get()?;
        let tx = db.transaction(table.name()).build().map_err(failed)?;
        let store = tx.object_store(table.name()).map_err(failed)?;
        let value: Option<JsValue> = store.get(key).primitive().map_err(failed)?.await.map_err(failed)?;
        Ok(value.map(text))
    }

    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<StoredRow>>, StoreError> {
        if ranges.is_empty() {
            // The browser refuses a transaction over no table.
            return Ok(Vec::new());
        }
        let db = self.handle.get()?;
        let tx = db.transaction(names(ranges.iter().map(|(table, _)| *table))).build().map_err(failed)?;
        // All requests go out before the first answer is awaited.
        let asked = ranges.iter().map(|(table, prefix)| ask_range(&tx, *table, prefix));
        let asked = asked.collect::<Result<Vec<_>, _>>()?;
        let mut found = Vec::with_capacity(ranges.len());
        for rows in asked {
            found.push(rows.await?);
        }
        Ok(found)
    }

    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let touched = names(tables(&writes).into_iter());
        if touched.is_empty() {
            return Ok(());
        }
        // The promise is never rejected.
        let _ = JsFuture::from(self.fresh_log.clone()).await;
        let db = self.handle.get()?;
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let begin = db.transaction(touched).with_mode(TransactionMode::Readwrite).with_options(strict);
        // A transaction that is dropped before its commit, as by every `?` below, is aborted.
        let tx = begin.build().map_err(failed)?;
        let found = found(&tx, asked(&writes)).await?;
        for write in resolve(writes, found)? {
            request(&tx, write).map_err(failed)?;
        }
        let browsers = tx.as_sys().clone();
        tx.commit().await.map_err(|error| of_commit(error, browsers.error()))
    }
}

/// Reads the rows that a batch depends on. Awaits only requests of this transaction, so that it stays open.
async fn found(tx: &Transaction<'_>, wanted: RowsToRead) -> Result<Rows, StoreError> {
    let (mut single, mut ranges) = (Vec::new(), Vec::new());
    for (table, key) in wanted.rows {
        let store = tx.object_store(table.name()).map_err(failed)?;
        single.push((store.get(key.clone()).primitive().map_err(failed)?, (table, key)));
    }
    for (table, prefix) in wanted.ranges {
        ranges.push((table, ask_range(tx, table, &prefix)?));
    }
    let mut rows = Rows::new();
    for (value, row) in single {
        let value: Option<JsValue> = value.await.map_err(failed)?;
        rows.extend(value.map(|value| (row, text(value))));
    }
    for (table, of_range) in ranges {
        rows.extend(of_range.await?.into_iter().map(|(key, value)| ((table, key), value)));
    }
    Ok(rows)
}

/// Requests the rows of a table whose keys begin with a prefix. The requests are sent before this returns.
fn ask_range<'a>(
    tx: &Transaction<'a>,
    table: Table,
    prefix: &str,
) -> Result<impl Future<Output = Result<Vec<StoredRow>, StoreError>> + use<'a>, StoreError> {
    let store = tx.object_store(table.name()).map_err(failed)?;
    let keys = store.get_all_keys::<JsValue>().with_query::<String, _>(begins(prefix)).primitive().map_err(failed)?;
    let values = store.get_all::<JsValue>().with_query::<String, _>(begins(prefix)).primitive().map_err(failed)?;
    Ok(async move {
        let rows = keys.await.map_err(failed)?.zip(values.await.map_err(failed)?);
        rows.map(|(key, value)| Ok((text(key.map_err(failed)?), text(value.map_err(failed)?)))).collect()
    })
}

/// Requests one write; its outcome is the transaction's.
fn request(tx: &Transaction<'_>, write: Plain) -> indexed_db_futures::Result<()> {
    match write {
        Plain::Put(table, key, value) => {
            tx.object_store(table.name())?.put(value).with_key(key).without_key_type().primitive()?;
        }
        Plain::Delete(table, key) => {
            tx.object_store(table.name())?.delete(key).primitive()?;
        }
        Plain::DeletePrefix(table, prefix) => {
            tx.object_store(table.name())?.delete::<String, _>(begins(&prefix)).primitive()?;
        }
    }
    Ok(())
}

fn begins(prefix: &str) -> KeyRange<String> {
    KeyRange::from(prefix.to_owned()..format!("{prefix}{ABOVE}"))
}

fn names(tables: impl Iterator<Item = Table>) -> Vec<&'static str> {
    tables.collect::<std::collections::BTreeSet<_>>().into_iter().map(Table::name).collect()
}

/// Converts a value to its text. Any other value becomes an empty text, which is not a record, so that it is reported
/// as a bad one and not lost.
fn text(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}
