//! Words for archives, and files in them, that are not unpacked.

use cunping_core::received::ArchiveError;

use super::Problem;
use crate::{lang::Lang, ui::import};

/// Describes why a file in an archive, or the rest of an archive, is not unpacked.
#[must_use]
pub fn archive(lang: Lang, error: ArchiveError) -> Problem {
    let (what, advice) = match error {
        ArchiveError::Damaged => (import::archive_damaged(lang), import::archive_damaged_todo(lang)),
        ArchiveError::Password => (import::archive_password(lang), import::archive_password_todo(lang)),
        ArchiveError::Method | ArchiveError::TooDeep => {
            (import::archive_method(lang), import::archive_method_todo(lang))
        }
        ArchiveError::FileTooLarge => (import::too_large(lang), import::too_large_todo(lang)),
        ArchiveError::TooLarge => (import::archive_too_large(lang), import::archive_too_large_todo(lang)),
        ArchiveError::Office => (import::not_ours(lang), import::not_ours_todo(lang)),
    };
    Problem::new(what, advice)
}

/// Says that an archive has no file in it.
#[must_use]
pub fn empty_archive(lang: Lang) -> Problem {
    Problem::new(import::archive_empty(lang), import::archive_empty_todo(lang))
}
