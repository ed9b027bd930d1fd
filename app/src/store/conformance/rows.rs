//! Cases about text rows: order, prefixes, all or nothing.

use super::{Bench, write};
use crate::store::{
    RowKey, Store, StoreError,
    table::{Records, Table, Write},
};

const TABLE: Table = Table::Drafts;

fn put(key: &str, value: &str) -> Write {
    Write::Put(TABLE, key.into(), value.into())
}

async fn all(store: &Store) -> Vec<(String, String)> {
    begin(store, "").await
}

async fn begin(store: &Store, prefix: &str) -> Vec<(String, String)> {
    store.backend().scan(&[(TABLE, prefix.into())]).await.unwrap().pop().unwrap()
}

fn rows(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
}

/// Rows are found by prefix, in key order, whatever order they were written in; those of other tables are not.
pub async fn rows_come_back_by_prefix_in_key_order(bench: &impl Bench) {
    let store = bench.open().await;
    let other = Write::Put(Table::Settings, "a|3".into(), "elsewhere".into());
    write(&store, vec![put("b|1", "3"), put("a|2", "2"), put("a|10", "1"), put("a", "0"), other]).await.unwrap();
    assert_eq!(begin(&store, "a|").await, rows(&[("a|10", "1"), ("a|2", "2")]));
    assert_eq!(all(&store).await, rows(&[("a", "0"), ("a|10", "1"), ("a|2", "2"), ("b|1", "3")]));
    assert_eq!(store.backend().get(TABLE, "a|2").await.unwrap().as_deref(), Some("2"));
    assert_eq!(store.backend().get(TABLE, "a|3").await.unwrap(), None);
}

/// Values are any text, long ones too.
pub async fn any_text_comes_back_as_it_was(bench: &impl Bench) {
    let store = bench.open().await;
    for text in ["", "苏力德苏木 䶮𬭚 \u{0} \u{feff} \"\\", &"长".repeat(400_000)] {
        write(&store, vec![put("a", text)]).await.unwrap();
        assert_eq!(store.backend().get(TABLE, "a").await.unwrap().as_deref(), Some(text));
    }
}

/// An insert of a key that is taken fails, and with it everything before and after it.
pub async fn a_failing_insert_undoes_the_whole_batch(bench: &impl Bench) {
    let store = bench.open().await;
    write(&store, vec![put("a", "1"), put("b", "1")]).await.unwrap();
    let batch = vec![
        put("a", "2"),
        Write::Delete(TABLE, "b".into()),
        Write::Insert(TABLE, "a".into(), "3".into()),
        put("c", "4"),
    ];
    assert_eq!(write(&store, batch).await, Err(StoreError::Exists(RowKey { table: TABLE, key: "a".into() })));
    assert_eq!(all(&store).await, rows(&[("a", "1"), ("b", "1")]));
    write(&store, vec![Write::Insert(TABLE, "c".into(), "1".into())]).await.unwrap();
    assert_eq!(all(&store).await, rows(&[("a", "1"), ("b", "1"), ("c", "1")]));
}

/// A row that must be there and is not fails the batch.
pub async fn a_missing_row_undoes_the_whole_batch(bench: &impl Bench) {
    let store = bench.open().await;
    let batch = vec![put("a", "1"), Write::Require(Table::Workplaces, "gone".into())];
    assert_eq!(
        write(&store, batch).await,
        Err(StoreError::Missing(RowKey { table: Table::Workplaces, key: "gone".into() }))
    );
    assert_eq!(all(&store).await, []);
}

/// Within a batch, a write sees the writes and deletions before it.
pub async fn later_writes_see_the_earlier_ones(bench: &impl Bench) {
    let store = bench.open().await;
    write(&store, vec![put("a|1", "1"), put("a|2", "1")]).await.unwrap();
    let batch = vec![
        Write::DeletePrefix(TABLE, "a|".into()),
        Write::Insert(TABLE, "a|1".into(), "2".into()),
        put("b", "2"),
        Write::Require(TABLE, "b".into()),
        Write::Keep(TABLE, "b".into(), "3".into()),
    ];
    write(&store, batch).await.unwrap();
    assert_eq!(all(&store).await, rows(&[("a|1", "2"), ("b", "2")]));
    let twice = vec![Write::Insert(TABLE, "c".into(), "1".into()), Write::Insert(TABLE, "c".into(), "2".into())];
    assert!(write(&store, twice).await.is_err());
}

/// `Keep` writes a row only if there is none.
pub async fn a_row_that_is_there_is_kept(bench: &impl Bench) {
    let store = bench.open().await;
    let keep = |value: &str| Write::Keep(TABLE, "a".into(), value.into());
    write(&store, vec![keep("1"), keep("2")]).await.unwrap();
    write(&store, vec![keep("3")]).await.unwrap();
    assert_eq!(all(&store).await, rows(&[("a", "1")]));
}

/// Deleting by prefix deletes exactly the keys that begin so, of that table; deleting a row that is not there is no
/// error.
pub async fn a_prefix_deletes_only_what_it_begins(bench: &impl Bench) {
    let store = bench.open().await;
    let other = Write::Put(Table::Remarks, "a|1".into(), "stays".into());
    write(&store, vec![put("a", "1"), put("a|1", "1"), put("a|~", "1"), put("b|1", "1"), other]).await.unwrap();
    let batch = vec![Write::DeletePrefix(TABLE, "a|".into()), Write::Delete(TABLE, "nothing".into())];
    write(&store, batch).await.unwrap();
    assert_eq!(all(&store).await, rows(&[("a", "1"), ("b|1", "1")]));
    assert_eq!(store.backend().get(Table::Remarks, "a|1").await.unwrap().as_deref(), Some("stays"));
    write(&store, Vec::new()).await.unwrap();
}
