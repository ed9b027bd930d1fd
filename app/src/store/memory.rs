//! The backend without a browser's database: rows in memory, gone with the page. Two stores on one value share it.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use super::{
    StoreError,
    table::{Plain, Records, Row, Table, Write, probes, resolve},
};

type Rows = BTreeMap<(Table, String), String>;

/// Rows in memory. A clone sees the same rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory(Rc<RefCell<Rows>>);

impl Records for Memory {
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(&(table, key.to_owned())).cloned())
    }

    async fn scan(&self, ranges: &[(Table, String)]) -> Result<Vec<Vec<Row>>, StoreError> {
        let rows = self.0.borrow();
        let scan = |(table, prefix): &(Table, String)| {
            let from = rows.range((*table, prefix.clone())..);
            let of = from.take_while(|((of, key), _)| of == table && key.starts_with(prefix));
            of.map(|((_, key), value)| (key.clone(), value.clone())).collect()
        };
        Ok(ranges.iter().map(scan).collect())
    }

    async fn apply(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let mut rows = self.0.borrow_mut();
        let there = probes(&writes).into_iter().map(|probe| (probe.clone(), rows.contains_key(&probe))).collect();
        for write in resolve(writes, there)? {
            match write {
                Plain::Put(table, key, value) => {
                    rows.insert((table, key), value);
                }
                Plain::Delete(table, key) => {
                    rows.remove(&(table, key));
                }
                Plain::DeletePrefix(table, prefix) => {
                    rows.retain(|(of, key), _| *of != table || !key.starts_with(&prefix));
                }
            }
        }
        Ok(())
    }
}
