//! The low level of the store: tables of text rows, and what can be done to them. Knows no record.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::StoreError;

/// A table (object store). All are declared when the database is created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Settings of this browser profile.
    Settings,
    /// Workplaces, without their keys.
    Workplaces,
    /// The key that each workplace signs with, apart so that nothing else writes it.
    Keys,
    /// Incidents of a workplace's register.
    Incidents,
    /// Statements of a workplace's register.
    Statements,
    /// 备注 of a workplace's register.
    Remarks,
    /// What is known of each file, sent and received.
    Bundles,
    /// The text of each file, apart so that a list of thousands stays light.
    Texts,
    /// Sequence numbers that are taken.
    Sent,
    /// The units a township expects.
    Directory,
    /// Half-typed input.
    Drafts,
    /// What documents leave to others, as somebody loaded it.
    Overlays,
    /// What offices' reviews of units came to.
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

    /// Its name in the database and in a backup. Never changes.
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

    /// Whether its rows belong to a workplace, whose id their keys begin with.
    #[must_use]
    pub fn is_owned(self) -> bool {
        !matches!(self, Self::Settings | Self::Workplaces | Self::Packs)
    }

    /// The table of a name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// A row: its key and its value.
pub(super) type Row = (String, String);

/// Rows as they are when a batch decides what it comes to.
pub(super) type Rows = BTreeMap<(Table, String), String>;

/// One write. Keys are ASCII, so that every backend has the same order.
#[derive(Debug)]
pub(super) enum Write {
    /// Writes a row, replacing one of the same key.
    Put(Table, String, String),
    /// Writes a row that must be new; otherwise the whole batch fails with [`StoreError::Exists`].
    Insert(Table, String, String),
    /// Writes a row unless one of the same key is there, which then stays as it is.
    Keep(Table, String, String),
    /// Writes nothing, but the whole batch fails with [`StoreError::Missing`] unless the row is there.
    Require(Table, String),
    /// Deletes a row; does nothing where there is none.
    Delete(Table, String),
    /// Deletes every row whose key begins with this.
    DeletePrefix(Table, String),
    /// Writes what follows from rows that are there.
    Merge(Merge),
}

/// A write that depends on what is there: it is read and written in one transaction, so nothing comes between.
pub(super) struct Merge {
    /// The rows that it depends on: of a table, those whose keys begin with a prefix.
    pub(super) reads: Vec<(Table, String)>,
    /// The tables that it may write beside those that it reads.
    pub(super) touches: Vec<Table>,
    /// What it comes to. Its writes may ask only about rows that it reads.
    pub(super) decide: Decide,
}

/// What a merge comes to, given the rows.
pub(super) type Decide = Box<dyn FnOnce(&Rows) -> Result<Vec<Write>, StoreError>>;

impl fmt::Debug for Merge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merge").field("reads", &self.reads).finish_non_exhaustive()
    }
}

impl Write {
    /// The tables it concerns.
    fn tables(&self) -> Vec<Table> {
        match self {
            Self::Put(table, ..)
            | Self::Insert(table, ..)
            | Self::Keep(table, ..)
            | Self::Require(table, _)
            | Self::Delete(table, _)
            | Self::DeletePrefix(table, _) => vec![*table],
            Self::Merge(merge) => {
                merge.reads.iter().map(|(table, _)| *table).chain(merge.touches.iter().copied()).collect()
            }
        }
    }
}

/// The tables that a batch concerns.
pub(super) fn tables(writes: &[Write]) -> BTreeSet<Table> {
    writes.iter().flat_map(Write::tables).collect()
}

/// Text rows in tables: what every backend can do.
pub(super) trait Records {
    /// One row's value.
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError>;

    /// For each range, the rows whose keys begin with its prefix, in key order; all as of one moment.
    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<Row>>, StoreError>;

    /// Does all writes in order, or none; what they depend on is read in the same transaction. Returns when they are
    /// safe on the disk.
    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError>;
}

/// A write that no longer depends on what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Put(Table, String, String),
    Delete(Table, String),
    DeletePrefix(Table, String),
}

impl Plain {
    /// The table it concerns.
    pub(super) fn table(&self) -> Table {
        match self {
            Self::Put(table, ..) | Self::Delete(table, _) | Self::DeletePrefix(table, _) => *table,
        }
    }

    /// The key of its row, or what the keys of its rows begin with.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Put(_, key, _) | Self::Delete(_, key) | Self::DeletePrefix(_, key) => key,
        }
    }
}

/// The rows that decide about a batch.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Single rows.
    pub(super) rows: BTreeSet<(Table, String)>,
    /// Of a table, the rows whose keys begin with a prefix.
    pub(super) ranges: BTreeSet<(Table, String)>,
}

/// What a batch asks.
pub(super) fn asked(writes: &[Write]) -> Asked {
    let mut asked = Asked::default();
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

/// What a batch comes to, given the rows that it has [`asked`] about. Later writes see the earlier ones.
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
                    return Err(StoreError::Exists { table, key });
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
                return Err(StoreError::Missing { table, key });
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

/// Does a plain write to rows in memory.
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

/// The rows of a table whose keys begin with a prefix, in key order.
pub(super) fn in_range<'a>(rows: &'a Rows, table: Table, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let from = rows.range((table, prefix.to_owned())..);
    let of = from.take_while(move |((of, key), _)| *of == table && key.starts_with(prefix));
    of.map(|((_, key), value)| (key.as_str(), value.as_str()))
}
