//! The errors of the store. Their texts are for engineers: the words for people come by matching.

use cunping_core::privacy::PersonalKind;

use super::Table;

/// Why the store could not do what was asked. In every case nothing was half done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// This browser keeps no database here: a private window, a policy, an engine without one.
    #[error("this browser keeps no database here")]
    Unavailable,
    /// The database belongs to a newer program than this one.
    #[error("the database belongs to a newer program")]
    Newer,
    /// The handle was closed, because another tab opened a newer program or the browser dropped the data: reload.
    #[error("the database was closed")]
    Closed,
    /// The browser has no room left.
    #[error("no room left")]
    Quota,
    /// A row that must be new is there already; another tab may have been first.
    #[error("{:?} {}: there already", .0.table, .0.key)]
    Exists(RowKey),
    /// A row that must be there is not; another tab may have removed it.
    #[error("{:?} {}: not there", .0.table, .0.key)]
    Missing(RowKey),
    /// A row is not as it was when a change of it was decided; another tab has changed it.
    #[error("{:?} {}: changed meanwhile", .0.table, .0.key)]
    Changed(RowKey),
    /// A row that is needed cannot be read by this program.
    #[error("{0:?}: cannot be read")]
    Corrupt(RowKey),
    /// A text holds a number that points to a person. Fields refuse it before; this check cannot be passed by.
    #[error("could be a person's number: {0:?}")]
    Personal(PersonalKind),
    /// The browser failed for another reason.
    #[error("the browser failed: {said}")]
    Failed {
        /// The browser's message, for whoever looks after the machine.
        said: String,
    },
}

/// The table and the key of a row. One that this program cannot read stays where it is; the rows beside it are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowKey {
    /// The table.
    pub table: Table,
    /// The key.
    pub key: String,
}

/// A notice from the store to the page, between calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Opening waits until other tabs with an older program are closed.
    Blocked,
    /// Another tab opened a newer program: this handle is closed and nothing more can be saved here.
    Superseded,
    /// The browser closed the database, as when somebody clears its data.
    Lost,
}
