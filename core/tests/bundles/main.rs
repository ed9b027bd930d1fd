//! Facts files and bundles from outside: round trips, hostile bytes, chains. The vectors are read in `vectors.rs`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops when it cannot go on"
)]

mod bad_input;
mod check;
mod codes;
mod decisions;
mod difference;
mod facts_file;
mod hostile;
mod limits;
mod lines;
mod lost;
mod merge;
mod offices;
mod opinion;
mod parts;
mod replay;
mod review;
mod sample;
mod schemas;
mod strict_json;
mod supersession;
mod taken_back;
mod threats;
mod trust;
mod who;
