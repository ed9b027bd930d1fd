//! Criteria logic, pure: no clock, file, network, browser, randomness, hash order, or words for readers.

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

pub mod bundle;
pub mod days;
pub mod deciding;
pub mod due;
pub mod edition;
pub mod evaluate;
pub mod facts;
pub mod gather;
pub mod id;
pub mod json;
pub mod moment;
pub mod overlay;
pub mod pack;
pub mod period;
pub mod printable;
pub mod privacy;
pub mod received;
pub mod review_table;
pub mod reward;
pub mod rollup;
mod spreadsheet;
pub mod target;
#[cfg(feature = "serde")]
mod text_form;
pub mod truth;
pub mod unit_table;

/// The number of the evaluation rules, raised whenever the same facts under the same pack could lead to another
/// finding.
pub const EVALUATOR: u32 = 2;

/// The largest magnitude of any number in a file: 2^53 − 1, which every JSON reader holds exactly (RFC 8259 §6).
pub const MAX_NUMBER: i64 = 9_007_199_254_740_991;
