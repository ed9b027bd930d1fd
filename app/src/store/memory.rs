//! The backend in memory: rows that are gone with the page. Clones share the rows.

use std::{cell::RefCell, rc::Rc};

use super::{
    StoreError,
    table::{Records, Rows, RowsToRead, StoredRow, Table, Write, asked, do_to, in_range, resolve, tables},
};

/// Rows in memory. A clone shares the rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory(Rc<RefCell<Rows>>);

impl Records for Memory {
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(&(table, key.to_owned())).cloned())
    }

    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<StoredRow>>, StoreError> {
        let rows = self.0.borrow();
        let owned = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
        let scan = |(table, prefix): &(Table, String)| in_range(&rows, *table, prefix).map(owned).collect();
        Ok(ranges.iter().map(scan).collect())
    }

    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let (found, scope) = (found(&self.0.borrow(), asked(&writes)), tables(&writes));
        let plain = resolve(writes, found)?;
        debug_assert!(plain.iter().all(|it| scope.contains(&it.table())), "IndexedDB would refuse it");
        let mut rows = self.0.borrow_mut();
        plain.into_iter().for_each(|write| do_to(&mut rows, write));
        Ok(())
    }
}

/// Returns the rows that were asked for.
fn found(rows: &Rows, asked: RowsToRead) -> Rows {
    let mut found = Rows::new();
    for (table, prefix) in asked.ranges {
        let of = in_range(rows, table, &prefix);
        found.extend(of.map(|(key, value)| ((table, key.to_owned()), value.to_owned())));
    }
    found.extend(asked.rows.into_iter().filter_map(|row| rows.get(&row).cloned().map(|value| (row, value))));
    found
}
