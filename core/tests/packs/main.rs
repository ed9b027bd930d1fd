//! Packs as files: released ones, refused ones, and the findings of the documents for given facts.

#![cfg(feature = "authoring")]
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads files, and stops when it cannot go on"
)]

mod asked;
mod bad;
mod compiled;
mod due;
mod editions;
mod files;
mod golden;
mod halves;
mod ledger;
mod names;
mod outlook;
mod readings;
mod recognition;
mod released;
mod targets;
