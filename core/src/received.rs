//! What people send: the bytes that chats, mail, editors and archives make of a file, read back into what was sent.

#[cfg(feature = "archive")]
mod archive;
mod bundles;
mod charset;

#[cfg(feature = "archive")]
pub use archive::{ArchiveEntry, ArchiveError, ArchiveLimits, LIMITS, is_archive, is_of_the_computer, unpack};
pub use bundles::{BundleHalf, bundle_texts, half_of};
pub use charset::unicode;
