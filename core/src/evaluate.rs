//! Findings, with their reasons, of units' facts under one level of a pack. Cannot fail; judges nothing twice.

mod answers;
mod distance;
mod judgement;
mod leaf;
mod matching;
mod outcome;
mod program;
mod programs;
mod run;
mod score;
mod sheet;
mod verdict;

use crate::{
    days::Day,
    facts::Facts,
    id::{LevelId, RuleId},
    overlay::Overlay,
    pack::{Level, Pack},
    truth::Finding,
};

pub use answers::Answers;
pub use distance::{Distance, distance};
pub use judgement::Judgement;
pub use matching::{Aside, Match, matching, set_aside};
pub use outcome::{Outcome, Seen};
pub use program::Program;
pub use programs::Programs;
pub use sheet::Sheet;

/// All findings of one unit in one period.
///
/// **Settled** means of a finding: it is the same at every later day of the period, and whatever is added to the facts
/// that takes nothing back. A statement takes something back when its last day has been spoken of by one made after that
/// day, about the same or something wider; an incident, when it lies in days that were stated to be complete, after them.
/// Settled is never said wrongly; it may go unsaid where two parts of a condition rest on one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The day up to which facts were looked at; never after the period's last day.
    pub as_of: Day,
    /// The verdict of the whole.
    pub verdict: Verdict,
    /// Whether later days or statements of the period can still change the verdict.
    pub provisional: bool,
    /// In the document's order.
    pub criteria: Vec<CriterionFinding>,
    /// How the award stands that has to be reached first, where there is one.
    pub prerequisite: Option<Prerequisite>,
    /// The points, where the document scores.
    pub score: Option<Score>,
}

/// How an award stands that has to be reached before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerequisite {
    /// Which award.
    pub level: LevelId,
    /// Its verdict on the same facts.
    pub verdict: Verdict,
    /// Whether no later day or statement of the period can change whether it is reached.
    pub settled: bool,
}

/// Points, as exact fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Numerator and denominator, in lowest terms, of what is reached for certain.
    pub low: (i64, i64),
    /// The same of what can still be reached.
    pub high: (i64, i64),
    /// The least whole points that pass, where an overlay says.
    pub pass: Option<i64>,
    /// Whether an overlay gives the points; otherwise every section weighs the same, and the score is a trial (试算).
    pub official: bool,
}

/// The finding of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionFinding {
    /// Which criterion.
    pub id: RuleId,
    /// Met when all its checks are.
    pub finding: Finding,
    /// Whether no later day or statement of the period can change the finding.
    pub settled: bool,
    /// The finding of each check, in order.
    pub checks: Vec<CheckFinding>,
    /// Figures that are shown and decide nothing.
    pub measures: Vec<CheckFinding>,
}

/// The finding of one check, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFinding {
    /// Which check.
    pub id: RuleId,
    /// The reasons, in the shape of the check's condition.
    pub outcome: Outcome,
}

/// What the whole comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// 达标: every criterion is met or does not apply.
    Qualified,
    /// 未达标: a criterion is not met.
    NotQualified,
    /// 一票否决: a criterion that vetoes is not met.
    Vetoed,
    /// 不得评定: an item of a negative list has occurred.
    Barred,
    /// 待填: answers are missing that could still decide.
    Open,
    /// 待认定: all that the document asks holds, and an office decides.
    Pending,
    /// 待定: the document leaves to an overlay what decides, and none is loaded that does.
    AwaitsOverlay,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Qualified,
        Self::NotQualified,
        Self::Vetoed,
        Self::Barred,
        Self::Open,
        Self::Pending,
        Self::AwaitsOverlay,
    ];

    /// A fixed name for files and programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Qualified => "qualified",
            Self::NotQualified => "not-qualified",
            Self::Vetoed => "vetoed",
            Self::Barred => "barred",
            Self::Open => "open",
            Self::Pending => "pending",
            Self::AwaitsOverlay => "awaits-overlay",
        }
    }
}

/// Evaluates one unit's facts against one level of a pack, looking at the days of the period up to `as_of`.
///
/// The same input gives the same result on every machine. Incidents after `as_of` or outside the period are left
/// out; a day that no statement covers is unknown, so a period that has not begun is open throughout. Whoever judges
/// many units makes a [`Program`] once.
#[must_use]
pub fn evaluate(pack: &Pack, level: &Level, overlays: &[&Overlay], facts: &Facts, as_of: Day) -> Evaluation {
    let program = Program::new(pack, level, overlays);
    program.judge(&program.answers(facts), as_of, &mut Sheet::default()).evaluation()
}
