//! The change of a workplace's unit to another code or name. What the unit had before is kept.

use super::{ClockTime, ListedUnit, RowKey, StoreError, WorkplaceId, Write, records::KeylessWorkplace, rewrite};
use crate::store::{EarlierUnit, Table};

/// Returns the write that gives a workplace's unit the code and name `now`, if it still is `was`.
pub(super) fn rename(of: WorkplaceId, was: ListedUnit, now: ListedUnit, at: ClockTime) -> Write {
    let key = of.to_string();
    let changed = StoreError::Changed(RowKey { table: Table::Workplaces, key: key.clone() });
    rewrite(key, move |place: KeylessWorkplace| {
        if (place.unit, &place.unit_name) != (was.code, &was.name) {
            return Err(changed);
        }
        let mut earlier = place.earlier;
        earlier.push(EarlierUnit { unit: was.code, name: was.name, until: at });
        Ok(KeylessWorkplace { unit: now.code, unit_name: now.name, earlier, ..place })
    })
}
