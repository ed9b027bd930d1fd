//! Evaluates units' facts under one level of a pack: findings with their reasons, verdict, points. Cannot fail.

mod answers;
mod as_of;
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
pub use as_of::as_of;
pub use distance::{Distance, distance};
pub use judgement::Judgement;
pub use matching::{Aside, Match, matching, set_aside};
pub use outcome::{Outcome, SeenFacts};
pub use program::Program;
pub use programs::Programs;
pub use sheet::Sheet;

/// All findings of one unit in one period.
///
/// A finding is **settled** when it is the same at every later day of the period, and whatever is added to the facts
/// that takes nothing back. A statement is taken back when its last day is spoken of by a later one, made after that
/// day, about the same or something wider; an incident is taken back when it lies in days that were stated to be
/// complete after them. `settled` is never `true` wrongly; it may stay `false` where two parts of a condition rest on
/// one another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Evaluation {
    /// The day up to which facts were looked at; never after the period's last day.
    pub as_of: Day,
    /// The verdict of the whole.
    pub verdict: Verdict,
    /// `true` where later days or statements of the period can still change the verdict.
    pub provisional: bool,
    /// The finding of every criterion, in the document's order.
    pub criteria: Vec<CriterionFinding>,
    /// The award that has to be reached first; `None` where there is none.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub prerequisite: Option<Prerequisite>,
    /// The points, where the document scores.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub score: Option<Score>,
}

/// The verdict on an award that has to be reached before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerequisite {
    /// The award.
    pub level: LevelId,
    /// Its verdict on the same facts.
    pub verdict: Verdict,
    /// `true` where no later day or statement of the period can change whether it is reached.
    pub settled: bool,
}

/// Points, as exact fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The points that are reached for certain: numerator and denominator, in lowest terms.
    pub low: (i64, i64),
    /// The points that can still be reached, in the same form.
    pub high: (i64, i64),
    /// The pass mark in whole points, where an overlay gives one.
    pub pass: Option<i64>,
    /// `true` where an overlay gives the points; otherwise every section weighs the same, and the score is a trial
    /// (试算).
    pub official: bool,
}

/// The finding of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct CriterionFinding {
    /// The criterion.
    pub id: RuleId,
    /// The finding; met when all checks are.
    pub finding: Finding,
    /// `true` where no later day or statement of the period can change the finding.
    pub settled: bool,
    /// The finding of each check, in order.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub checks: Vec<CheckFinding>,
    /// Figures that are shown and decide nothing.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub measures: Vec<CheckFinding>,
}

/// The finding of one check, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFinding {
    /// The check.
    pub id: RuleId,
    /// The reasons, in the shape of the check's condition.
    pub outcome: Outcome,
}

/// The verdict on a unit under a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
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
    /// 待定: the document leaves to an overlay what decides, and no such overlay is loaded.
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

    /// Returns the stable code for files and programs.
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
/// The same input gives the same result on every machine. Incidents after `as_of` or outside the period are left out; a
/// day that no statement covers is unknown, so a period that has not begun is open throughout. Callers that evaluate
/// many units compile a [`Program`] once.
#[must_use]
pub fn evaluate(pack: &Pack, level: &Level, overlays: &[&Overlay], facts: &Facts, as_of: Day) -> Evaluation {
    let program = Program::new(pack, level, overlays);
    program.judge(&program.answers(facts), as_of, &mut Sheet::default()).evaluation()
}
