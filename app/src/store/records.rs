//! The records of the store: one file for each kind, plain types outside, versioned JSON inside.

mod draft;
mod enrolled;
mod file;
mod followed;
mod incident;
mod key;
mod office;
mod overlay;
mod pack;
mod remark;
mod reviewed;
mod setting;
mod statement;
mod text;
mod unit;
mod versioned;
mod workplace;

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{DirectoryOffice, KeyRecord},
    days::Day,
    facts::{Incident, Statement},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{RowKey, Table, table::StoredRow};

pub use draft::Draft;
pub(super) use draft::draft_key;
pub use file::{Direction, FileRecord, FileSubject};
pub(super) use file::{file_key, sent_key};
pub use followed::{Followed, Moved};
pub(super) use incident::incident_key;
pub(super) use key::own_key;
pub use key::{Key, OwnKey, Seed, Wrapped};
pub(super) use office::office_key;
pub use overlay::LoadedOverlay;
pub(super) use overlay::overlay_key;
pub use pack::LoadedPack;
pub(super) use pack::pack_key;
pub use remark::Remark;
pub(super) use remark::remark_key;
pub use reviewed::Reviewed;
pub(super) use reviewed::review_key;
pub(super) use setting::setting_key;
pub use setting::{Setting, Settings};
pub use unit::ListedUnit;
pub(super) use unit::unit_key;
use versioned::Versioned;
pub(super) use workplace::KeylessWorkplace;
pub use workplace::{EarlierUnit, Role, Workplace, WorkplaceId};

/// A record with the time at which it was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saved<T> {
    /// The record.
    #[serde(flatten)]
    pub value: T,
    /// The time, in milliseconds since 1970, UTC, by this machine's clock.
    #[serde(rename = "saved_at")]
    pub at_ms: i64,
}

/// A moment by this machine's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockTime {
    /// The time, in milliseconds since 1970, UTC.
    pub ms: i64,
    /// The day in China at that time.
    #[serde(with = "text")]
    pub day: Day,
}

/// Records of one kind, and the rows among them that this program cannot read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// The records, in key order.
    pub good: Vec<T>,
    /// The rows that cannot be read.
    pub bad: Vec<RowKey>,
}

/// A kind of record that is stored in a table.
pub(super) trait Record: Clone {
    /// Its table.
    const TABLE: Table;

    /// The form that is written, behind the version: the record itself, or its own type where that is core's or differs.
    /// A change of what is written needs a new version.
    type Stored: Serialize + DeserializeOwned + From<Self> + TryInto<Self>;
}

/// A record that belongs to a workplace.
pub(super) trait Owned: Record {
    /// The first field of its keys, if its table holds records of several kinds.
    const PLACE: Option<&str> = None;

    /// Returns its key in the table, given the workplace.
    fn key(&self, of: WorkplaceId) -> String;
}

/// Writes a record as JSON.
pub(super) fn write<R: Record>(record: &R) -> String {
    let stored = Versioned(R::Stored::from(record.clone()));
    serde_json::to_string(&stored).unwrap_or_else(|_| unreachable!("a record holds nothing JSON cannot"))
}

/// Reads a record; `None` if the text is of another version, or not a record at all.
pub(super) fn read<R: Record>(text: &str) -> Option<R> {
    let Versioned(stored) = serde_json::from_str::<Versioned<R::Stored>>(text).ok()?;
    stored.try_into().ok()
}

/// Reads the records among `rows`. One under another key than its own is bad, too.
pub(super) fn list<R: Record>(rows: Vec<StoredRow>, own_key: impl Fn(&R) -> String) -> Listed<R> {
    let mut listed = Listed { good: Vec::with_capacity(rows.len()), bad: Vec::new() };
    for (key, value) in rows {
        match read::<R>(&value).filter(|record| own_key(record) == key) {
            Some(record) => listed.good.push(record),
            None => listed.bad.push(RowKey { table: R::TABLE, key }),
        }
    }
    listed
}

/// Reads the workplaces from the rows of their table and of the table of keys. One without a readable key is bad.
pub(super) fn workplaces(places: Vec<StoredRow>, keys: Vec<StoredRow>) -> Listed<Workplace> {
    let Listed { good, mut bad } = list(places, |it: &KeylessWorkplace| it.id.to_string());
    let mut own = BTreeMap::new();
    for (at, value) in keys {
        let of = owner(&at).filter(|of| own_key(*of) == at);
        match of.zip(read::<OwnKey>(&value)) {
            Some((of, key)) => drop(own.insert(of, key)),
            None => bad.push(RowKey { table: Table::Keys, key: at }),
        }
    }
    let mut whole = Vec::with_capacity(good.len());
    for place in good {
        match own.remove(&place.id) {
            Some(key) => whole.push(place.with_key(key)),
            None => bad.push(RowKey { table: Table::Workplaces, key: place.id.to_string() }),
        }
    }
    Listed { good: whole, bad }
}

/// Returns whether a row can be read, of a table whose rows belong to workplaces. The texts of files and the markers of
/// sequence numbers are not records, and always can.
pub(super) fn is_owned_row(of: WorkplaceId, table: Table, key: &str, value: &str) -> bool {
    fn is<R: Owned>(of: WorkplaceId, key: &str, value: &str) -> bool {
        read::<R>(value).is_some_and(|record| record.key(of) == key)
    }
    match table {
        Table::Keys => is::<OwnKey>(of, key, value),
        Table::Incidents => is::<Saved<Incident>>(of, key, value),
        Table::Statements => is::<Saved<Statement>>(of, key, value),
        Table::Remarks => is::<Saved<Remark>>(of, key, value),
        Table::Bundles => is::<FileRecord>(of, key, value),
        Table::Directory => {
            is::<ListedUnit>(of, key, value) || is::<DirectoryOffice>(of, key, value) || is::<KeyRecord>(of, key, value)
        }
        Table::Drafts => is::<Saved<Draft>>(of, key, value),
        Table::Overlays => is::<Saved<LoadedOverlay>>(of, key, value),
        Table::Reviews => is::<Saved<Reviewed>>(of, key, value),
        Table::Texts | Table::Sent => true,
        Table::Settings | Table::Workplaces | Table::Packs => false,
    }
}

/// The separator between the fields of a key. No id holds it, and it sorts before everything that they hold, so that
/// rows are in the order of their fields.
const BETWEEN: char = ' ';

/// Makes a key of some fields.
pub(super) fn key(of: WorkplaceId, fields: &[&str]) -> String {
    fields.iter().fold(of.to_string(), |key, field| format!("{key}{BETWEEN}{field}"))
}

/// Returns the workplace that a row belongs to, by its key; `None` if the key does not begin with one.
pub(super) fn owner(key: &str) -> Option<WorkplaceId> {
    key.split(BETWEEN).next()?.parse().ok()
}

/// Returns the last field of a key.
pub(super) fn last_field(key: &str) -> &str {
    key.rsplit(BETWEEN).next().unwrap_or(key)
}

/// Returns the prefix of the keys of all records of a workplace.
pub(super) fn prefix(of: WorkplaceId) -> String {
    format!("{of}{BETWEEN}")
}

/// Returns the prefix of the keys of all records of one kind of a workplace.
pub(super) fn prefix_of<R: Owned>(of: WorkplaceId) -> String {
    R::PLACE.map_or_else(|| prefix(of), |place| key(of, &[place, ""]))
}

/// Checks that a record is written as this text, line breaks and indentation aside, and is read back whole.
#[cfg(test)]
fn assert_written<R: Record + PartialEq + std::fmt::Debug>(record: &R, text: &str) {
    let text: String = text.lines().map(str::trim).collect();
    assert_eq!(write(record), text);
    assert_eq!(read::<R>(&text).as_ref(), Some(record));
    assert_eq!(read::<R>(&text.replacen("\"v\":1", "\"v\":2", 1)), None);
}
