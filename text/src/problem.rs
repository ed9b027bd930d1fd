//! Describes every refusal in two sentences: what happened, and what to do. Matches are exhaustive, so that no kind of
//! problem compiles without words.

mod archive;
mod bundle;
mod bundle_state;
mod counting;
mod enrolling;
mod facts;
mod given;
mod json;
mod number;
mod overlay;
mod pack;
mod privacy;
mod review;
mod state;
mod unit_code;
mod unit_table;

pub use archive::{archive, empty_archive};
pub use bundle::{bundle, bundle_places};
pub use bundle_state::bundle_state;
pub use counting::{not_counted_kind, not_expected, roll_ups_in_conflict, unit_in_conflict, waits_aside};
pub use enrolling::{enrolling, key_role};
pub use facts::{facts, facts_file};
pub use given::{blank_name, no_document_for, no_level, not_assessed, not_one_line, nothing_given, unreadable_file};
pub use json::misfit;
pub use number::typed_number;
pub use overlay::{no_document, not_taken, overlay, overlay_file, signing_key, two_of_a_line};
pub use pack::{pack, pack_kind};
pub use privacy::{flagged, in_text, left_out, personal};
pub use review::{first_seen_line, review_fault, review_outcome};
pub use state::{among_files, axis, state};
pub use unit_code::unit_code;
pub use unit_table::{cell, unit_table};

use crate::lang::Lang;

/// The words for one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What happened.
    pub what: String,
    /// What to do; empty if nothing needs to be done.
    pub advice: String,
}

impl Problem {
    fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into() }
    }

    /// Joins both sentences into one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let Self { what, advice } = self;
        if advice.is_empty() { what.clone() } else { say!(lang, "{what}{advice}", "{what} {advice}") }
    }
}

#[cfg(test)]
mod tests;
