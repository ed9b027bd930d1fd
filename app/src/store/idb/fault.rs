//! Converts a browser's errors into the store's, by the names in the specification and never by a browser's words.

use indexed_db_futures::error::{DomException, Error, OpenDbError};

use crate::store::StoreError;

/// Converts an error of opening.
pub(super) fn of_open(error: OpenDbError) -> StoreError {
    let error = match error {
        OpenDbError::Base(error) => error,
        OpenDbError::NullFactory | OpenDbError::UnsupportedEnvironment | OpenDbError::VersionZero => {
            return StoreError::Unavailable;
        }
    };
    match exception(&error).map(|it| it.name()).as_deref() {
        Some("VersionError") => StoreError::Newer,
        // A private window, a policy, an opaque origin.
        Some("InvalidStateError" | "SecurityError" | "NotSupportedError") => StoreError::Unavailable,
        _ => failed(error),
    }
}

/// Converts an error of a commit. That the disk is full is seen only in the transaction's own error.
pub(super) fn of_commit(error: Error, of_transaction: Option<web_sys::DomException>) -> StoreError {
    match of_transaction {
        Some(exception) => of_exception(&exception),
        None => failed(error),
    }
}

/// Converts an error of any other request.
pub(super) fn failed(error: Error) -> StoreError {
    exception(&error).map_or_else(|| StoreError::Failed { said: error.to_string() }, |it| of_exception(&it))
}

fn of_exception(exception: &web_sys::DomException) -> StoreError {
    match exception.name().as_str() {
        "QuotaExceededError" => StoreError::Quota,
        // The connection was closed between two calls.
        "InvalidStateError" => StoreError::Closed,
        name => StoreError::Failed { said: format!("{name}: {}", exception.message()) },
    }
}

fn exception(error: &Error) -> Option<web_sys::DomException> {
    match error {
        Error::DomException(exception) => Some(DomException::clone(exception).into()),
        Error::Unknown(_) | Error::Serialisation(_) | Error::MissingData(_) => None,
    }
}
