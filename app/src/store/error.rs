//! What can go wrong between the page and its data. Has no words: office supplies them by matching.

use cunping_core::privacy::PersonalKind;

use super::Table;

/// Why the store could not do what was asked. Whatever is returned, nothing was half done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// This browser keeps no database here: a private window, a policy, an engine without one.
    Unavailable,
    /// The database belongs to a newer program than this one.
    Newer,
    /// The handle was closed, because another tab opened a newer program or the browser dropped the data: reload.
    Closed,
    /// The browser has no room left for it.
    Quota,
    /// A row that must be new is there already; another tab may have been first.
    Exists {
        /// Where.
        table: Table,
        /// Under which key.
        key: String,
    },
    /// A row that must be there is not; another tab may have removed it.
    Missing {
        /// Where.
        table: Table,
        /// Under which key.
        key: String,
    },
    /// A row is not as it was when somebody decided about it; another tab has changed it.
    Changed {
        /// Where.
        table: Table,
        /// Under which key.
        key: String,
    },
    /// A row that was asked for by name cannot be read by this program.
    Corrupt(BadRecord),
    /// A text holds a number that points to a person. The fields refuse it before; this is where nothing gets by.
    Personal(PersonalKind),
    /// The browser gave up for a reason of its own.
    Failed {
        /// What the browser said, for whoever looks after the machine.
        said: String,
    },
}

/// A row that this program cannot read. It stays where it is; the rows beside it are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRecord {
    /// Where.
    pub table: Table,
    /// Under which key.
    pub key: String,
}

/// What the store tells the page between calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Opening waits until other tabs with an older program are closed.
    Blocked,
    /// Another tab opened a newer program: this handle is closed and nothing more can be saved here.
    Superseded,
    /// The browser closed the database, as when somebody clears its data.
    Lost,
}
