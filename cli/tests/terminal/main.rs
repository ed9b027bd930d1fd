//! The terminal tools as processes: the same cases and vectors as the core's own tests, through the binary.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop"
)]

mod arrivals;
mod bad_input;
mod cases;
mod directory;
mod folders;
mod halves;
mod hostile;
mod overlays;
mod packs;
mod pipe;
mod process;
mod removal;
mod reviews;
mod rollup;
mod subordinates;
mod usage;
mod vectors;
