//! The rules of the house (ARCHITECTURE.md), each held by a machine. Reads sources and Cargo's own tree; builds nothing.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop"
)]

mod classes;
mod contrast;
mod dependencies;
mod fields;
mod imports;
mod kinds;
#[path = "../../src/locked.rs"]
mod locked;
mod map;
mod source;
mod tools;
mod types;
mod unused_words;
mod uses;
mod words;
