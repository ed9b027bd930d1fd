//! Backup and restore: writes everything into one file, and reads it back. What a file holds is shown before it is
//! restored.

mod brings;
mod document;

use std::collections::BTreeSet;

use cunping_core::{bundle::KeyRecord, id::Digest, privacy::scan};

use super::{
    Change, ClockTime, FileRecord, Listed, LoadedPack, RowKey, Store, StoreError, StoreReader, Touched, Workplace,
    WorkplaceId, change,
    records::{self, KeylessWorkplace, Setting},
    table::{Merge, Records, Rows, StoredRow, Table, Write, in_range},
};

pub use brings::{Brings, Holdings, Returning};
pub use document::BackupError;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The text of its file.
    pub text: String,
    /// The digest of its content, which changes whenever the content does.
    pub contents: Digest,
}

/// A backup that was read and not yet restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    /// The moment at which it was made.
    pub made: ClockTime,
    /// The workplaces in it, by id.
    pub workplaces: Vec<Restorable>,
    /// The records that this program cannot read. They are left out; an unreadable workplace with all that belongs to
    /// it.
    pub unreadable: Vec<RowKey>,
    /// The number of records with a number that points to a person. They are restored as they are: nothing that was
    /// saved is lost.
    pub personal: usize,
    rows: Vec<(Table, StoredRow)>,
}

/// A workplace in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restorable {
    /// The workplace.
    pub workplace: Workplace,
    /// True if this browser has a workplace of the same id already.
    pub is_here: bool,
    /// The changes of keys and files, compared with the workplace of the same id that is here.
    pub brings: Brings,
}

/// The treatment of a workplace that this browser has already. Others in this browser stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreMode {
    /// The backup's workplace replaces it as a whole.
    Replace,
    /// It stays as it is; only other workplaces are added.
    Merge,
}

/// Why a backup could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// The file is at fault.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl StoreReader {
    /// Writes every workplace but examples, keys and settings included, into one file.
    pub async fn backup(&self, now: ClockTime) -> Result<Backup, StoreError> {
        let rows = self.rows_of(&Table::ALL).await?;
        Ok(Backup { contents: document::contents(rows.iter()), text: document::write(now, rows.into_iter()) })
    }

    /// Returns the digest of what a backup made now would hold ([`Backup::contents`]).
    pub async fn contents(&self) -> Result<Digest, StoreError> {
        let tables: Vec<_> =
            Table::ALL.into_iter().filter(|it| !matches!(it, Table::Settings | Table::Texts)).collect();
        Ok(document::contents(self.rows_of(&tables).await?.iter()))
    }

    /// Reads the rows of some tables, without those of examples. The workplaces must be among the tables.
    async fn rows_of(&self, tables: &[Table]) -> Result<Vec<(Table, StoredRow)>, StoreError> {
        let ranges: Vec<_> = tables.iter().map(|table| (*table, String::new())).collect();
        let all = tables.iter().zip(self.backend().scan(&ranges).await?);
        Ok(real(all.flat_map(|(table, rows)| rows.into_iter().map(move |row| (*table, row))).collect()))
    }

    /// Reads a backup and lists what is in it. Changes nothing.
    pub async fn read_backup(&self, text: &str) -> Result<Restore, RestoreError> {
        let (made, rows) = document::read(text)?;
        let here = self.scan(Table::Workplaces, String::new()).await?;
        let here: BTreeSet<_> = here.iter().filter_map(|(key, _)| records::owner(key)).collect();
        let (rows, bad): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(table, row)| is_readable(*table, row));
        let listed = workplaces(&rows);
        let mut found = Vec::new();
        for workplace in listed.good {
            let is_here = here.contains(&workplace.id);
            let now = if is_here { self.holdings(workplace.id).await? } else { None };
            let brings = Brings::of(now.as_ref(), &holdings(&workplace, &rows));
            found.push(Restorable { workplace, is_here, brings });
        }
        let unreadable = bad.into_iter().map(|(table, (key, _))| RowKey { table, key });
        // A workplace without its key is unreadable, too.
        let unreadable = unreadable.chain(listed.bad).collect();
        let personal = rows.iter().filter(|(table, row)| is_personal(*table, row)).count();
        Ok(Restore { made, workplaces: found, unreadable, personal, rows })
    }

    /// Reads the keys and files of a workplace of this browser; `None` if it is gone or cannot be read.
    async fn holdings(&self, of: WorkplaceId) -> Result<Option<Holdings>, StoreError> {
        let workplace = self.workplaces().await?.good.into_iter().find(|workplace| workplace.id == of);
        let (keys, files) = (self.keys(of).await?.good, self.files(of).await?.good);
        Ok(workplace.map(|workplace| Holdings { thumbprint: workplace.own.thumbprint, keys, files }))
    }
}

impl Store {
    /// Restores a backup as a whole, in one transaction, which also reads what is here. Settings are restored only into
    /// a browser that has no workplace yet.
    pub async fn restore(&self, restore: Restore, mode: RestoreMode) -> Result<(), StoreError> {
        let ids = restore.workplaces.iter().map(|it| Touched::Workplace(it.workplace.id));
        let touched = ids.chain([Touched::Settings]).collect();
        let reads = [Table::Workplaces, Table::Settings, Table::Packs].map(|table| (table, String::new())).into();
        let decide = Box::new(move |rows: &Rows| Ok(writes(restore, mode, rows)));
        let merge = Merge { reads, touches: Table::ALL.into(), decide };
        self.backend().apply(vec![Write::Merge(merge)]).await?;
        self.tabs().tell(&touched);
        Ok(())
    }
}

/// Returns the writes that restore a backup, given the rows that are here.
fn writes(restore: Restore, mode: RestoreMode, rows: &Rows) -> Vec<Write> {
    let here: BTreeSet<WorkplaceId> =
        in_range(rows, Table::Workplaces, "").filter_map(|(key, _)| records::owner(key)).collect();
    let ids = restore.workplaces.iter().map(|it| it.workplace.id);
    let comes: BTreeSet<WorkplaceId> = ids.filter(|id| mode == RestoreMode::Replace || !here.contains(id)).collect();
    let mut writes = Vec::with_capacity(restore.rows.len());
    comes.iter().filter(|id| here.contains(id)).for_each(|id| change::remove(*id, &mut writes));
    if here.is_empty() {
        writes.extend(settings(&restore));
    }
    let of = |key: &str| is_of(&comes, key);
    for (table, (key, value)) in restore.rows {
        match table {
            // A document is the same wherever it is kept; every workplace needs the ones that it follows.
            Table::Packs => writes.push(Write::Keep(table, key, value)),
            _ if of(&key) => writes.push(Write::Put(table, key, value)),
            _ => {}
        }
    }
    writes
}

/// Returns whether a row belongs to one of some workplaces.
fn is_of(all: &BTreeSet<WorkplaceId>, key: &str) -> bool {
    records::owner(key).is_some_and(|of| all.contains(&of))
}

/// Returns the rows without those of examples.
fn real(rows: Vec<(Table, StoredRow)>) -> Vec<(Table, StoredRow)> {
    let places = rows.iter().filter(|(table, _)| *table == Table::Workplaces);
    let places = places.filter_map(|(_, (_, value))| records::read::<KeylessWorkplace>(value));
    let examples: BTreeSet<WorkplaceId> = places.filter(|place| place.example).map(|place| place.id).collect();
    let keeps = |(table, (key, value)): &(Table, StoredRow)| match table {
        Table::Settings => points_at(value).is_none_or(|of| !examples.contains(&of)),
        _ => records::owner(key).is_none_or(|of| !examples.contains(&of)),
    };
    rows.into_iter().filter(keeps).collect()
}

/// Reads the workplaces among some rows, each with its key.
fn workplaces(rows: &[(Table, StoredRow)]) -> Listed<Workplace> {
    let of =
        |wanted: Table| rows.iter().filter(move |(table, _)| *table == wanted).map(|(_, row)| row.clone()).collect();
    records::workplaces(of(Table::Workplaces), of(Table::Keys))
}

/// Reads the keys and files of a workplace from some rows.
fn holdings(workplace: &Workplace, rows: &[(Table, StoredRow)]) -> Holdings {
    let of = |wanted: Table| {
        let own = move |(table, (key, _)): &&(Table, StoredRow)| {
            *table == wanted && records::owner(key) == Some(workplace.id)
        };
        rows.iter().filter(own).map(|(_, (_, value))| value)
    };
    let keys = of(Table::Directory).filter_map(|value| records::read::<KeyRecord>(value)).collect();
    let files = of(Table::Bundles).filter_map(|value| records::read::<FileRecord>(value)).collect();
    Holdings { thumbprint: workplace.own.thumbprint.clone(), keys, files }
}

/// Returns the writes of settings for a browser without workplaces: what a person chose, where nobody has chosen here
/// yet, and that this backup is the last one made. What the other browser promised holds there only.
fn settings(restore: &Restore) -> Vec<Write> {
    let rows = restore.rows.iter().filter(|(table, _)| *table == Table::Settings);
    let mut backups = 0_u32;
    let mut writes = Vec::new();
    for (table, (key, value)) in rows {
        match records::read(value) {
            Some(
                Setting::Lang(_)
                | Setting::LargeType(_)
                | Setting::CurrentWorkplace(_)
                | Setting::CurrentDocument { .. },
            ) => {
                writes.push(Write::Keep(*table, key.clone(), value.clone()));
            }
            Some(Setting::Backup { count, .. }) => backups = count,
            Some(Setting::Persisted(_)) | None => {}
        }
    }
    let all = restore.workplaces.iter().map(|it| it.workplace.id).collect();
    let comes = restore.rows.iter().filter(|(table, (key, _))| *table == Table::Packs || is_of(&all, key));
    let contents = document::contents(comes);
    let last = Setting::Backup { at_ms: restore.made.ms, count: backups.saturating_add(1), contents };
    writes.push(Write::Put(Table::Settings, records::setting_key(&last).to_owned(), records::write(&last)));
    writes
}

/// Returns the workplace that a setting's row names.
fn points_at(value: &str) -> Option<WorkplaceId> {
    match records::read(value)? {
        Setting::CurrentWorkplace(of) => of,
        _ => None,
    }
}

/// Returns whether a row holds a text of a person's with a number that points to somebody.
fn is_personal(table: Table, row: &StoredRow) -> bool {
    let personal = |text: &str| !scan(text).is_empty();
    match table {
        Table::Workplaces => records::read::<KeylessWorkplace>(&row.1).is_some_and(|place| place.words().any(personal)),
        _ => brought(table, row).is_some_and(|change| change.personal().is_some()),
    }
}

/// Returns the change that would write a row with somebody's text; `None` for any other row.
fn brought(table: Table, (key, value): &StoredRow) -> Option<Change> {
    let of = records::owner(key)?;
    match table {
        Table::Incidents => records::read(value).map(|incident| Change::PutIncident(of, incident)),
        Table::Statements => records::read(value).map(|statement| Change::State(of, statement)),
        Table::Remarks => records::read(value).map(|remark| Change::PutRemark(of, remark)),
        Table::Overlays => records::read(value).map(|overlay| Change::PutOverlay(of, overlay)),
        Table::Directory => {
            let unit = records::read(value).map(|unit| Change::PutUnit(of, unit));
            unit.or_else(|| records::read(value).map(|office| Change::PutOffice(of, office)))
        }
        _ => None,
    }
}

fn is_readable(table: Table, (key, value): &StoredRow) -> bool {
    match table {
        Table::Settings => records::read::<Setting>(value).is_some_and(|setting| records::setting_key(&setting) == key),
        Table::Workplaces => records::read::<KeylessWorkplace>(value).is_some_and(|place| place.id.to_string() == *key),
        Table::Packs => records::read::<LoadedPack>(value).is_some_and(|pack| records::pack_key(pack.bundle) == *key),
        _ => records::owner(key).is_some_and(|of| records::is_owned_row(of, table, key, value)),
    }
}
