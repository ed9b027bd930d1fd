//! Migrates an older database to the version of this program, one file for each step.
//!
//! The upgrade callback has no transaction of its own to read rows in. A step may therefore only declare tables, and a
//! change of what a table holds takes three: a step declares the new table; once the database is open, one transaction
//! copies the rows and marks that it has; the step of the next version deletes the old table.

mod v0_to_v1;

use indexed_db_futures::{Result, database::Database};

/// The version of the database that this program reads and writes.
pub(super) const VERSION: u32 = 1;

/// Declares the tables that a database of version `from` lacks. Called inside the browser's upgrade transaction: an
/// error leaves the database as it was.
pub(super) fn upgrade(db: &Database, from: u32) -> Result<()> {
    if from < 1 {
        v0_to_v1::declare(db)?;
    }
    Ok(())
}
