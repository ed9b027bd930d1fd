//! The page's copy of the store in memory, changed by exactly the writes that change the store.

use std::collections::BTreeMap;

use super::{
    Change, FileRecord, Register, StoreError, Table, Workplace, WorkplaceId,
    records::{self, Owned, Record},
    table::{self, Plain, Rows, RowsToRead, StoredRow, do_to},
};

/// The records in memory: every workplace, and the register and files of one.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// The workplace that the register and files belong to.
    pub of: Option<WorkplaceId>,
    /// All workplaces.
    pub workplaces: &'a [Workplace],
    /// Its register.
    pub register: &'a Register,
    /// Its files.
    pub files: &'a [FileRecord],
}

/// The effects of some changes on the records in memory.
#[derive(Debug)]
pub struct Effects {
    of: Option<WorkplaceId>,
    writes: Vec<Plain>,
}

impl Held<'_> {
    /// Works out the effects of changes, taking the records in memory for what the store holds. Fails as the store,
    /// which then changes nothing either.
    pub fn effects(&self, changes: Vec<Change>) -> Result<Effects, StoreError> {
        let mut writes = Vec::with_capacity(changes.len());
        changes.into_iter().for_each(|change| change.write(&mut writes));
        let rows = self.rows(table::asked(&writes));
        Ok(Effects { of: self.of, writes: table::resolve(writes, rows)? })
    }

    /// Returns the rows that were asked for, as far as they are in memory; none of other tables.
    fn rows(&self, asked: RowsToRead) -> Rows {
        let single = asked.rows.into_iter().flat_map(|(table, key)| {
            let exact = self.in_range(table, &key).into_iter().filter(move |(at, _)| *at == key);
            exact.map(move |(key, value)| ((table, key), value)).collect::<Vec<_>>()
        });
        let mut rows: Rows = single.collect();
        for (table, prefix) in asked.ranges {
            rows.extend(self.in_range(table, &prefix).into_iter().map(|(key, value)| ((table, key), value)));
        }
        rows
    }

    fn in_range(&self, table: Table, prefix: &str) -> Vec<StoredRow> {
        match (table, self.of) {
            (Table::Workplaces, _) => begin(self.workplaces, prefix, |it| it.id.to_string(), Workplace::place),
            (Table::Keys, _) => begin(self.workplaces, prefix, |it| records::own_key(it.id), |it| it.own.clone()),
            (Table::Incidents, Some(of)) => owned(&self.register.incidents, of, prefix),
            (Table::Statements, Some(of)) => owned(&self.register.statements, of, prefix),
            (Table::Remarks, Some(of)) => owned(&self.register.remarks, of, prefix),
            (Table::Overlays, Some(of)) => owned(&self.register.overlays, of, prefix),
            (Table::Reviews, Some(of)) => owned(&self.register.reviews, of, prefix),
            (Table::Bundles, Some(of)) => owned(self.files, of, prefix),
            _ => Vec::new(),
        }
    }
}

fn owned<R: Owned + Clone>(all: &[R], of: WorkplaceId, prefix: &str) -> Vec<StoredRow> {
    begin(all, prefix, |it| it.key(of), Clone::clone)
}

/// Returns the rows of some records whose keys begin with a prefix.
fn begin<T, R: Record>(
    all: &[T],
    prefix: &str,
    key: impl Fn(&T) -> String,
    record: impl Fn(&T) -> R,
) -> Vec<StoredRow> {
    let keyed = all.iter().map(|item| (key(item), item)).filter(|(key, _)| key.starts_with(prefix));
    keyed.map(|(key, item)| (key, records::write(&record(item)))).collect()
}

impl Effects {
    /// Returns whether the register in memory may change.
    #[must_use]
    pub fn concern_register(&self) -> bool {
        let tables = [Table::Incidents, Table::Statements, Table::Remarks, Table::Overlays, Table::Reviews];
        tables.into_iter().any(|table| self.concern(table))
    }

    /// Returns whether the files in memory may change.
    #[must_use]
    pub fn concern_files(&self) -> bool {
        self.concern(Table::Bundles)
    }

    /// Returns whether a workplace may change.
    #[must_use]
    pub fn concern_workplaces(&self) -> bool {
        self.writes.iter().any(|it| matches!(it.table(), Table::Workplaces | Table::Keys))
    }

    fn concern(&self, table: Table) -> bool {
        let Some(of) = self.of else { return false };
        self.writes.iter().any(|write| write.table() == table && records::owner(write.key()) == Some(of))
    }

    /// Applies the effects to the register.
    pub fn on_register(&self, register: &mut Register) {
        self.on(&mut register.incidents);
        self.on(&mut register.statements);
        self.on(&mut register.remarks);
        self.on(&mut register.overlays);
        self.on(&mut register.reviews);
    }

    /// Applies the effects to the files.
    pub fn on_files(&self, files: &mut Vec<FileRecord>) {
        self.on(files);
    }

    /// Applies the effects to the workplaces.
    pub fn on_workplaces(&self, all: &mut Vec<Workplace>) {
        let (mut places, mut keys) = (Rows::new(), Rows::new());
        for workplace in all.iter() {
            places.insert((Table::Workplaces, workplace.id.to_string()), records::write(&workplace.place()));
            keys.insert((Table::Keys, records::own_key(workplace.id)), records::write(&workplace.own));
        }
        for write in &self.writes {
            match write.table() {
                Table::Workplaces => do_to(&mut places, write.clone()),
                Table::Keys => do_to(&mut keys, write.clone()),
                _ => {}
            }
        }
        let rows = |rows: Rows| rows.into_iter().map(|((_, key), value)| (key, value)).collect();
        *all = records::workplaces(rows(places), rows(keys)).good;
    }

    /// Applies the effects to the records of one kind, and sorts them as the store does.
    fn on<R: Owned>(&self, all: &mut Vec<R>) {
        let Some(of) = self.of.filter(|_| self.concern(R::TABLE)) else { return };
        let mut last: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for write in self.writes.iter().filter(|write| write.table() == R::TABLE) {
            match write {
                Plain::Put(_, key, value) => drop(last.insert(key, Some(value))),
                Plain::Delete(_, key) => drop(last.insert(key, None)),
                Plain::DeletePrefix(_, prefix) => {
                    all.retain(|record| !record.key(of).starts_with(prefix));
                    last.retain(|key, _| !key.starts_with(prefix));
                }
            }
        }
        all.retain(|record| !last.contains_key(record.key(of).as_str()));
        let new = last
            .into_iter()
            .filter_map(|(key, value)| records::read::<R>(value?).filter(|record| record.key(of) == key));
        all.extend(new);
        all.sort_by_cached_key(|record| record.key(of));
    }
}

#[cfg(test)]
impl Workplace {
    /// Returns the workplace after a change of it.
    pub(crate) fn after(&self, change: Change) -> Self {
        let mut all = vec![self.clone()];
        let held = Held { of: None, workplaces: &all, register: &Register::default(), files: &[] };
        let effects = held.effects(vec![change]).unwrap();
        effects.on_workplaces(&mut all);
        all.remove(0)
    }
}
