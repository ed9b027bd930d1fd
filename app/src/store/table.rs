//! The low level of the store: tables of text rows, and what can be done to them. Knows no record.

use std::collections::{BTreeMap, BTreeSet};

use super::StoreError;

/// A table (object store). All are declared when the database is created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Settings of this browser profile.
    Settings,
    /// Workplaces, keys included.
    Workplaces,
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
    pub const ALL: [Self; 13] = [
        Self::Settings,
        Self::Workplaces,
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

/// One write. Keys are ASCII, so that every backend has the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

impl Write {
    /// The table it concerns.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn table(&self) -> Table {
        match self {
            Self::Put(table, ..)
            | Self::Insert(table, ..)
            | Self::Keep(table, ..)
            | Self::Require(table, _)
            | Self::Delete(table, _)
            | Self::DeletePrefix(table, _) => *table,
        }
    }
}

/// Text rows in tables: what every backend can do.
pub(super) trait Records {
    /// One row's value.
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError>;

    /// For each range, the rows whose keys begin with its prefix, in key order; all as of one moment.
    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<Row>>, StoreError>;

    /// Does all writes in order, or none. Returns when they are safe on the disk.
    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError>;
}

/// A write that no longer depends on what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Put(Table, String, String),
    Delete(Table, String),
    DeletePrefix(Table, String),
}

/// The rows whose presence decides about a batch.
pub(super) fn probes(writes: &[Write]) -> BTreeSet<(Table, String)> {
    let probe = |write: &Write| match write {
        Write::Insert(table, key, _) | Write::Keep(table, key, _) | Write::Require(table, key) => {
            Some((*table, key.clone()))
        }
        Write::Put(..) | Write::Delete(..) | Write::DeletePrefix(..) => None,
    };
    writes.iter().filter_map(probe).collect()
}

/// What a batch comes to, given which of its [`probes`] are there. Later writes see the earlier ones.
pub(super) fn resolve(
    writes: Vec<Write>,
    mut there: BTreeMap<(Table, String), bool>,
) -> Result<Vec<Plain>, StoreError> {
    let mut plain = Vec::with_capacity(writes.len());
    for write in writes {
        match write {
            Write::Put(table, key, value) => {
                there.insert((table, key.clone()), true);
                plain.push(Plain::Put(table, key, value));
            }
            Write::Insert(table, key, value) => {
                if there.insert((table, key.clone()), true) == Some(true) {
                    return Err(StoreError::Exists { table, key });
                }
                plain.push(Plain::Put(table, key, value));
            }
            Write::Keep(table, key, value) => {
                if there.insert((table, key.clone()), true) != Some(true) {
                    plain.push(Plain::Put(table, key, value));
                }
            }
            Write::Require(table, key) => {
                if there.get(&(table, key.clone())) != Some(&true) {
                    return Err(StoreError::Missing { table, key });
                }
            }
            Write::Delete(table, key) => {
                there.insert((table, key.clone()), false);
                plain.push(Plain::Delete(table, key));
            }
            Write::DeletePrefix(table, prefix) => {
                let gone = there.iter_mut().filter(|((of, key), _)| *of == table && key.starts_with(&prefix));
                gone.for_each(|(_, is_there)| *is_there = false);
                plain.push(Plain::DeletePrefix(table, prefix));
            }
        }
    }
    Ok(plain)
}
