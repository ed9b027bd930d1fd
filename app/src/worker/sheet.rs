//! The results of a review that a table needs. Small enough to keep ten thousand; the rest is read from the file
//! itself.

use std::sync::Arc;

use cunping_core::{
    bundle::{Assessment, ClockState, DaysState, KeyState, Party, Review, SeenFile, States, Verified},
    days::Day,
    evaluate::{CriterionFinding, Evaluation},
    moment::Moment,
    pack::Words,
};
use cunping_text::{lang::Lang, problem::Problem, ui::import};
use serde::{Deserialize, Serialize};

/// A file that was verified, or is encrypted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileReview {
    /// A verified assessment, with the results that a table needs.
    Assessment(Arc<ReviewedSheet>),
    /// A verified file of another kind. They are small and few: the page reads them itself and knows whose keys it has.
    Other,
    /// An encrypted file, which has to be decrypted first.
    Encrypted,
}

/// The results of reviewing a verified assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewedSheet {
    /// The unit, document and period it is about, and its place in the chain of files.
    pub seen: SeenFile,
    /// Who signed it.
    pub party: Party,
    /// The unit's name, as the signer writes it.
    pub unit_name: String,
    /// The time of signing by the signer's clock.
    pub stated_at: Moment,
    /// The day up to which the facts were looked at, as the file states it.
    pub as_of: Day,
    /// The last day that it speaks of.
    pub last_day: Day,
    /// The incidents that were entered late: the day of each, and the day on which it was entered.
    pub late: Vec<(Day, Day)>,
    /// Its state on every axis but the chain, which depends on the other files.
    pub states: States,
    /// The recomputed findings without reasons and points; `None` if its document is not here or its facts do not fit it.
    pub evaluation: Option<Evaluation>,
}

/// Why a file was refused, in words for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The reason.
    pub what: Words,
    /// The advice on what to do.
    pub todo: Words,
}

impl ReviewedSheet {
    /// Makes the sheet of a review.
    #[must_use]
    pub fn new(verified: &Verified<Assessment>, review: Review) -> Self {
        let assessment = &verified.payload;
        // The page knows when the file was first seen, and sets what depends on that then.
        let states = States { supersession: None, clock: None, days: None, ..review.states };
        Self {
            seen: verified.seen(false, Day::MIN),
            party: assessment.party.clone(),
            unit_name: assessment.unit_name.clone(),
            stated_at: assessment.stated_at,
            as_of: assessment.as_of,
            last_day: assessment.last_day(),
            late: assessment.facts.late().map(|incident| (incident.day, incident.stated_on)).collect(),
            states,
            evaluation: review.evaluation.map(without_reasons),
        }
    }
}

impl ReviewedSheet {
    /// Returns a copy with the state of the signer's key and the day on which the file was first seen, which only the
    /// workplace knows.
    #[must_use]
    pub fn with_key(&self, key: KeyState, first_seen: Day) -> Self {
        let mut next = self.clone();
        (next.seen.enrolled, next.seen.first_seen) = (key == KeyState::Enrolled, first_seen);
        next.states.key = Some(key);
        next.states.clock = Some(ClockState::of(self.stated_at, first_seen));
        next.states.days = Some(DaysState::of(self.last_day, first_seen));
        next
    }
}

impl Refusal {
    /// Makes a refusal whose words do not depend on the file.
    #[must_use]
    pub fn new(what: fn(Lang) -> &'static str, todo: fn(Lang) -> &'static str) -> Self {
        let words = |of: fn(Lang) -> &'static str| Words { zh: of(Lang::Zh).into(), en: of(Lang::En).into() };
        Self { what: words(what), todo: words(todo) }
    }

    /// Makes a refusal of a described problem.
    #[must_use]
    pub fn told(problem: impl Fn(Lang) -> Problem) -> Self {
        let [zh, en] = [Lang::Zh, Lang::En].map(problem);
        Self { what: Words { zh: zh.what, en: en.what }, todo: Words { zh: zh.advice, en: en.advice } }
    }

    /// Returns the refusal of a file that the browser could not read.
    #[must_use]
    pub fn not_read() -> Self {
        Self::new(import::not_read, import::not_read_todo)
    }

    /// Returns the refusal of a file that belongs to another program.
    #[must_use]
    pub fn not_ours() -> Self {
        Self::new(import::not_ours, import::not_ours_todo)
    }

    /// Returns the refusal of a file that is larger than any bundle.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(import::too_large, import::too_large_todo)
    }
}

/// Reduces an evaluation to its findings, which is what a message says of it.
fn without_reasons(evaluation: Evaluation) -> Evaluation {
    let bare = |finding| CriterionFinding { checks: Vec::new(), measures: Vec::new(), ..finding };
    let criteria = evaluation.criteria.into_iter().map(bare).collect();
    Evaluation { criteria, prerequisite: None, score: None, ..evaluation }
}
