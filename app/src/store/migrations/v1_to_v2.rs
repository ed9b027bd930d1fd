//! Version 2: a table for documents that did not come with the program. The name stays here as it was then.

use indexed_db_futures::{Build, Result, database::Database};

/// Declares the table.
pub(super) fn declare(db: &Database) -> Result<()> {
    db.create_object_store("packs").build()?;
    Ok(())
}
