//! What a table needs to know of a reviewed file. Small enough to keep ten thousand; the file itself says the rest.

use std::sync::Arc;

use cunping_core::{
    bundle::{Assessment, ClockState, KeyState, Party, Review, Seen, States, Verified},
    days::Day,
    evaluate::{CriterionFinding, Evaluation},
    moment::Moment,
    pack::Words,
};
use cunping_office::{lang::Lang, ui::import};

/// A file that could be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// A unit's own assessment, with all that a table needs to know.
    Assessment(Arc<Sheet>),
    /// A file of another kind. They are small and few: the page opens them itself and knows whose keys it has.
    Other,
    /// An encrypted file: whoever has the key opens it first.
    Encrypted,
}

/// An assessment that could be opened, as it was reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about, and its place among others.
    pub seen: Seen,
    /// Who signed it.
    pub party: Party,
    /// The unit's name, as the signer writes it.
    pub unit_name: String,
    /// When it was signed, by the signer's clock.
    pub stated_at: Moment,
    /// The day up to which the facts were looked at, as the file says.
    pub as_of: Day,
    /// The incidents that were entered after the period was over: the day of each, and the day on which it was entered.
    pub late: Vec<(Day, Day)>,
    /// Where it stands on every axis but the chain, which depends on what else is there.
    pub states: States,
    /// Whether it counts as far as these axes go.
    pub counts: bool,
    /// The recomputed findings without their reasons; `None` where its document is not here or its facts do not fit.
    pub evaluation: Option<Evaluation>,
}

/// Why a file was refused, for people: what happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What happened.
    pub what: Words,
    /// What to do.
    pub todo: Words,
}

impl Sheet {
    /// What is kept of a review.
    #[must_use]
    pub fn new(opened: &Verified<Assessment>, review: Review) -> Self {
        let it = &opened.payload;
        // When it was first seen is known to the page, which also asks for the clock then.
        let states = States { chain: None, clock: None, ..review.states };
        Self {
            seen: opened.seen(false, Day::MIN),
            party: it.party.clone(),
            unit_name: it.unit_name.clone(),
            stated_at: it.stated_at,
            as_of: it.as_of,
            late: it.facts.late().map(|it| (it.day, it.stated_on)).collect(),
            counts: states.counts(),
            states,
            evaluation: review.evaluation.map(without_reasons),
        }
    }
}

impl Sheet {
    /// The same with whose key it is and when it was first seen, which is known where the workplace's enrolled keys are.
    #[must_use]
    pub fn with_key(&self, key: KeyState, first_seen: Day) -> Self {
        let mut next = self.clone();
        (next.seen.enrolled, next.seen.first_seen) = (key == KeyState::Enrolled, first_seen);
        (next.states.key, next.states.clock) = (Some(key), Some(ClockState::of(self.stated_at, first_seen)));
        next.counts = next.states.counts();
        next
    }
}

impl Refusal {
    /// A refusal in words that do not depend on the file.
    #[must_use]
    pub fn new(what: fn(Lang) -> &'static str, todo: fn(Lang) -> &'static str) -> Self {
        let words = |of: fn(Lang) -> &'static str| Words { zh: of(Lang::Zh).into(), en: of(Lang::En).into() };
        Self { what: words(what), todo: words(todo) }
    }

    /// The browser could not read the file.
    #[must_use]
    pub fn not_read() -> Self {
        Self::new(import::not_read, import::not_read_todo)
    }

    /// The file is one of another program.
    #[must_use]
    pub fn not_ours() -> Self {
        Self::new(import::not_ours, import::not_ours_todo)
    }

    /// The file is larger than any bundle.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(import::too_large, import::too_large_todo)
    }
}

fn without_reasons(evaluation: Evaluation) -> Evaluation {
    let bare = |it| CriterionFinding { checks: Vec::new(), measures: Vec::new(), ..it };
    Evaluation { criteria: evaluation.criteria.into_iter().map(bare).collect(), ..evaluation }
}
