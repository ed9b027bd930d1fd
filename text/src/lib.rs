//! The texts that people read, made from core's types. This crate is pure: no browser, no files, no clock.

#![cfg_attr(
    test,
    allow(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used,
        reason = "a test that cannot go on should stop"
    )
)]

#[macro_use]
pub mod lang;

#[cfg(test)]
mod sample;

pub mod answer;
pub mod case;
pub mod change;
pub mod compare;
pub mod deciding;
pub mod distance;
pub mod due;
pub mod edition;
pub mod feeds;
pub mod filter;
pub mod finding;
pub mod form;
pub mod headline;
pub mod kind;
pub mod late;
pub mod number;
pub mod opinion;
pub mod outline;
pub mod overlay;
pub mod plain;
pub mod preview;
pub mod problem;
pub mod progress;
pub mod question;
pub mod reason;
pub mod receipt;
pub mod recognition;
pub mod subordinates;
pub mod table;
pub mod targets;
pub mod term;
pub mod title;
pub mod township;
pub mod trend;
mod typed_day;
mod typed_number;
pub mod ui;
pub mod uncounted;
pub mod unit_code;
pub mod unit_search;
pub mod when;
