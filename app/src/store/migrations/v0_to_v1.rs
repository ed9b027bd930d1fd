//! Version 1: the tables of the first release, keys and values as text. The names here must never change.

use indexed_db_futures::{Build, Result, database::Database};

const TABLES: [&str; 14] = [
    "settings",
    "workplaces",
    "keys",
    "incidents",
    "statements",
    "remarks",
    "bundles",
    "texts",
    "sent",
    "directory",
    "drafts",
    "overlays",
    "reviews",
    "packs",
];

/// Declares the tables.
pub(super) fn declare(db: &Database) -> Result<()> {
    for name in TABLES {
        db.create_object_store(name).build()?;
    }
    Ok(())
}
