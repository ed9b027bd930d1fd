//! Everything in one file, and back again. Decides nothing for the person: what a file holds is shown first.

mod document;

use std::collections::BTreeSet;

use super::{
    BadRecord, Moment, Store, StoreError, Touched, Workplace, WorkplaceId, change,
    records::{self, Setting},
    table::{Records, Row, Table, Write},
};

pub use document::BackupProblem;

/// A backup that was read and not yet restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    /// When it was made.
    pub made: Moment,
    /// The workplaces in it, by id.
    pub workplaces: Vec<Restorable>,
    /// Records in it that this program cannot read; they are left out.
    pub unreadable: Vec<BadRecord>,
    rows: Vec<(Table, Row)>,
}

/// A workplace in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restorable {
    /// The workplace.
    pub workplace: Workplace,
    /// Whether this browser has one of the same id already.
    pub is_here: bool,
}

/// What becomes of a workplace that this browser has already. Others in this browser stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreMode {
    /// The backup's takes its place, whole.
    Replace,
    /// It stays as it is, whole; only the others are added.
    Merge,
}

/// Why a backup could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoreError {
    /// The file is at fault.
    Backup(BackupProblem),
    /// The store is.
    Store(StoreError),
}

impl From<StoreError> for RestoreError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<BackupProblem> for RestoreError {
    fn from(problem: BackupProblem) -> Self {
        Self::Backup(problem)
    }
}

impl Store {
    /// Everything of every workplace but examples, keys and settings included, as the text of one file.
    pub async fn backup(&self, now: Moment) -> Result<String, StoreError> {
        let examples: BTreeSet<WorkplaceId> =
            self.workplaces().await?.good.iter().filter(|it| it.example).map(|it| it.id).collect();
        let ranges = Table::ALL.map(|table| (table, String::new()));
        let scanned = self.0.backend.scan(&ranges).await?;
        let all = Table::ALL.into_iter().zip(scanned);
        let rows = all.flat_map(|(table, rows)| rows.into_iter().map(move |row| (table, row)));
        let keeps = |(table, (key, value)): &(Table, Row)| match table {
            Table::Settings => points_at(value).is_none_or(|of| !examples.contains(&of)),
            _ => records::owner(key).is_none_or(|of| !examples.contains(&of)),
        };
        Ok(document::write(now, rows.filter(keeps)))
    }

    /// Reads a backup and says what is in it. Changes nothing.
    pub async fn read_backup(&self, text: &str) -> Result<Restore, RestoreError> {
        let (made, rows) = document::read(text)?;
        let here = self.workplace_ids().await?;
        let (rows, bad): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(table, row)| is_readable(*table, row));
        let of_workplaces = rows.iter().filter(|(table, _)| *table == Table::Workplaces);
        let read = of_workplaces.filter_map(|(_, (_, value))| records::read::<Workplace>(value));
        let workplaces = read.map(|workplace| Restorable { is_here: here.contains(&workplace.id), workplace });
        let unreadable = bad.into_iter().map(|(table, (key, _))| BadRecord { table, key }).collect();
        Ok(Restore { made, workplaces: workplaces.collect(), unreadable, rows })
    }

    /// Restores a backup that was read, whole or not at all. Settings come along where none is set yet.
    pub async fn restore(&self, restore: Restore, mode: RestoreMode) -> Result<(), StoreError> {
        let here = self.workplace_ids().await?;
        let ids = restore.workplaces.iter().map(|it| it.workplace.id);
        let comes: BTreeSet<WorkplaceId> =
            ids.filter(|id| mode == RestoreMode::Replace || !here.contains(id)).collect();
        let mut writes = Vec::with_capacity(restore.rows.len());
        comes.iter().filter(|id| here.contains(id)).for_each(|id| change::remove(*id, &mut writes));
        if here.is_empty() {
            writes.extend(backup_setting(&restore));
        }
        for (table, (key, value)) in restore.rows {
            if table == Table::Settings {
                writes.push(Write::Keep(table, key, value));
            } else if records::owner(&key).is_some_and(|of| comes.contains(&of)) {
                writes.push(Write::Put(table, key, value));
            }
        }
        self.0.backend.apply(writes).await?;
        let touched = comes.into_iter().map(Touched::Workplace).chain([Touched::Settings]);
        self.0.tabs.tell(&touched.collect());
        Ok(())
    }

    async fn workplace_ids(&self) -> Result<BTreeSet<WorkplaceId>, StoreError> {
        let rows = self.scan(Table::Workplaces, String::new()).await?;
        Ok(rows.iter().filter_map(|(key, _)| records::owner(key)).collect())
    }
}

/// In a browser that had nothing, the restored backup is the last one made of what is now there.
fn backup_setting(restore: &Restore) -> Option<Write> {
    let settings = restore.rows.iter().filter(|(table, _)| *table == Table::Settings);
    let before = settings.filter_map(|(_, (_, value))| match records::read(value)? {
        Setting::Backup { count, .. } => Some(count),
        _ => None,
    });
    let last = Setting::Backup { at_ms: restore.made.ms, count: before.sum::<u32>().saturating_add(1) };
    Some(Write::Put(Table::Settings, records::setting_key(&last).to_owned(), records::write(&last)))
}

/// The workplace that a setting's row names.
fn points_at(value: &str) -> Option<WorkplaceId> {
    match records::read(value)? {
        Setting::CurrentWorkplace(of) => of,
        _ => None,
    }
}

fn is_readable(table: Table, (key, value): &Row) -> bool {
    match table {
        Table::Settings => records::read::<Setting>(value).is_some_and(|it| records::setting_key(&it) == key),
        Table::Workplaces => records::read::<Workplace>(value).is_some_and(|it| it.id.to_string() == *key),
        _ => records::owner(key).is_some_and(|of| records::is_owned_row(of, table, key, value)),
    }
}
