//! The low level of the store: tables of text rows, and the writes to them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{RowKey, StoreError};

/// A table (an IndexedDB object store). All are declared when the database is created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Settings of this browser profile.
    Settings,
    /// Workplaces, without their keys.
    Workplaces,
    /// The key that each workplace signs with, in a table of its own so that nothing else writes it.
    Keys,
    /// Incidents of a workplace's register.
    Incidents,
    /// Statements of a workplace's register.
    Statements,
    /// Remarks (备注) of a workplace's register.
    Remarks,
    /// The record of each file, sent and received.
    Bundles,
    /// The text of each file, in a table of its own so that a list of thousands stays light.
    Texts,
    /// Markers of the sequence numbers that are taken.
    Sent,
    /// The expected units, offices and enrolled keys of a workplace's area.
    Directory,
    /// Half-typed input.
    Drafts,
    /// Loaded overlays.
    Overlays,
    /// Outcomes of offices' reviews of units.
    Reviews,
    /// Documents that did not come with the program, for every workplace.
    Packs,
}

impl Table {
    /// Every table, in the order of a backup.
    pub const ALL: [Self; 14] = [
        Self::Settings,
        Self::Workplaces,
        Self::Keys,
        Self::Incidents,
        Self::Statements,
        Self::Remarks,
        Self::Bundles,
        Self::Texts,
        Self::Sent,
        Self::Directory,
        Self::Drafts,
        Self::Overlays,
        Self::Reviews,
        Self::Packs,
    ];

    /// Returns its name in the database and in a backup, which must never change.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Workplaces => "workplaces",
            Self::Keys => "keys",
            Self::Incidents => "incidents",
            Self::Statements => "statements",
            Self::Remarks => "remarks",
            Self::Bundles => "bundles",
            Self::Texts => "texts",
            Self::Sent => "sent",
            Self::Directory => "directory",
            Self::Drafts => "drafts",
            Self::Overlays => "overlays",
            Self::Reviews => "reviews",
            Self::Packs => "packs",
        }
    }

    /// Returns whether its rows belong to a workplace, whose id their keys begin with.
    #[must_use]
    pub fn is_owned(self) -> bool {
        !matches!(self, Self::Settings | Self::Workplaces | Self::Packs)
    }

    /// Returns the table with this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// A row: its key and its value.
pub(super) type StoredRow = (String, String);

/// Rows by table and key.
pub(super) type Rows = BTreeMap<(Table, String), String>;

/// One write. Keys are ASCII, so that every backend has the same order.
#[derive(Debug)]
pub(super) enum Write {
    /// Writes a row, replacing one of the same key.
    Put(Table, String, String),
    /// Writes a row that must be new; otherwise the whole batch fails with [`StoreError::Exists`].
    Insert(Table, String, String),
    /// Writes a row unless there is one of the same key, which then stays as it is.
    Keep(Table, String, String),
    /// Requires a row: the whole batch fails with [`StoreError::Missing`] if it is not there.
    Require(Table, String),
    /// Deletes a row; does nothing where there is none.
    Delete(Table, String),
    /// Deletes every row whose key begins with this.
    DeletePrefix(Table, String),
    /// Makes writes from rows that are there.
    Merge(Merge),
}

/// A write that depends on rows, which are read in the same transaction, so that nothing comes between.
pub(super) struct Merge {
    /// The rows that it depends on: of a table, those whose keys begin with a prefix.
    pub(super) reads: Vec<(Table, String)>,
    /// The tables that it may write beside those that it reads.
    pub(super) touches: Vec<Table>,
    /// Makes the writes. They may depend only on rows that it reads.
    pub(super) decide: Decide,
}

/// The function that makes a merge's writes from the rows that it reads.
pub(super) type Decide = Box<dyn FnOnce(&Rows) -> Result<Vec<Write>, StoreError>>;

impl fmt::Debug for Merge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merge").field("reads", &self.reads).finish_non_exhaustive()
    }
}

impl Write {
    /// Returns the rows that it concerns, by table and key, or by the prefix of their keys.
    pub(super) fn concerns(&self) -> Vec<(Table, &str)> {
        match self {
            Self::Put(table, key, _)
            | Self::Insert(table, key, _)
            | Self::Keep(table, key, _)
            | Self::Require(table, key)
            | Self::Delete(table, key)
            | Self::DeletePrefix(table, key) => vec![(*table, key)],
            Self::Merge(merge) => {
                let reads = merge.reads.iter().map(|(table, prefix)| (*table, prefix.as_str()));
                reads.chain(merge.touches.iter().map(|table| (*table, ""))).collect()
            }
        }
    }
}

/// Returns the tables that a batch concerns.
pub(super) fn tables(writes: &[Write]) -> BTreeSet<Table> {
    writes.iter().flat_map(Write::concerns).map(|(table, _)| table).collect()
}

/// The interface of every backend: text rows in tables.
pub(super) trait Records {
    /// Reads one row's value.
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError>;

    /// Reads, for each range, the rows whose keys begin with its prefix, in key order; all as of one moment.
    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<StoredRow>>, StoreError>;

    /// Applies all writes in order, or none, in one transaction, which also reads what they depend on. Returns when
    /// they are durable.
    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError>;
}

/// A write that no longer depends on any row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Put(Table, String, String),
    Delete(Table, String),
    DeletePrefix(Table, String),
}

impl Plain {
    /// Returns the table that it concerns.
    pub(super) fn table(&self) -> Table {
        match self {
            Self::Put(table, ..) | Self::Delete(table, _) | Self::DeletePrefix(table, _) => *table,
        }
    }

    /// Returns the key of its row, or the prefix of the keys of its rows.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Put(_, key, _) | Self::Delete(_, key) | Self::DeletePrefix(_, key) => key,
        }
    }
}

/// The rows to read for a batch.
#[derive(Debug, Default)]
pub(super) struct RowsToRead {
    /// Single rows.
    pub(super) rows: BTreeSet<(Table, String)>,
    /// Ranges of rows: a table and the prefix of their keys.
    pub(super) ranges: BTreeSet<(Table, String)>,
}

/// Returns the rows to read for a batch.
pub(super) fn asked(writes: &[Write]) -> RowsToRead {
    let mut asked = RowsToRead::default();
    for write in writes {
        match write {
            Write::Insert(table, key, _) | Write::Keep(table, key, _) | Write::Require(table, key) => {
                asked.rows.insert((*table, key.clone()));
            }
            Write::Merge(merge) => asked.ranges.extend(merge.reads.iter().cloned()),
            Write::Put(..) | Write::Delete(..) | Write::DeletePrefix(..) => {}
        }
    }
    asked
}

/// Resolves a batch into plain writes, given the rows that it has [`asked`] for. Later writes see the earlier ones.
/// Fails as the first write that cannot be made.
pub(super) fn resolve(writes: Vec<Write>, mut rows: Rows) -> Result<Vec<Plain>, StoreError> {
    let mut plain = Vec::with_capacity(writes.len());
    resolve_on(&mut rows, writes, &mut plain)?;
    Ok(plain)
}

fn resolve_on(rows: &mut Rows, writes: Vec<Write>, plain: &mut Vec<Plain>) -> Result<(), StoreError> {
    for write in writes {
        let one = match write {
            Write::Put(table, key, value) => Plain::Put(table, key, value),
            Write::Insert(table, key, value) => {
                if rows.contains_key(&(table, key.clone())) {
                    return Err(StoreError::Exists(RowKey { table, key }));
                }
                Plain::Put(table, key, value)
            }
            Write::Keep(table, key, value) => {
                if rows.contains_key(&(table, key.clone())) {
                    continue;
                }
                Plain::Put(table, key, value)
            }
            Write::Require(table, key) => {
                if rows.contains_key(&(table, key.clone())) {
                    continue;
                }
                return Err(StoreError::Missing(RowKey { table, key }));
            }
            Write::Delete(table, key) => Plain::Delete(table, key),
            Write::DeletePrefix(table, prefix) => Plain::DeletePrefix(table, prefix),
            Write::Merge(merge) => {
                let writes = (merge.decide)(rows)?;
                resolve_on(rows, writes, plain)?;
                continue;
            }
        };
        do_to(rows, one.clone());
        plain.push(one);
    }
    Ok(())
}

/// Applies a plain write to rows in memory.
pub(super) fn do_to(rows: &mut Rows, write: Plain) {
    match write {
        Plain::Put(table, key, value) => {
            rows.insert((table, key), value);
        }
        Plain::Delete(table, key) => {
            rows.remove(&(table, key));
        }
        Plain::DeletePrefix(table, prefix) => rows.retain(|(of, key), _| *of != table || !key.starts_with(&prefix)),
    }
}

/// Returns the rows of a table whose keys begin with a prefix, in key order.
pub(super) fn in_range<'a>(rows: &'a Rows, table: Table, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let from = rows.range((table, prefix.to_owned())..);
    let of = from.take_while(move |((of, key), _)| *of == table && key.starts_with(prefix));
    of.map(|((_, key), value)| (key.as_str(), value.as_str()))
}
