//! What a document asks: levels, criteria, checks, and notes on them. Decides nothing.

use std::collections::BTreeMap;

use super::Words;
use crate::{
    id::{Digest, LevelId, NoteId, OfficeId, RuleId, UnitLevel},
    pack::condition::Condition,
    period::{Part, Period},
};

/// One level (or award) that the document assesses.
#[derive(Clone, Debug)]
pub struct Level {
    /// `village`, `township`, …
    pub id: LevelId,
    /// What kind of unit it assesses.
    pub unit: UnitLevel,
    /// The official name of what is awarded, such as “八无”嘎查村（社区）.
    pub title: String,
    /// Where its standard stands.
    pub clause: String,
    /// Which periods are reported; the first is the one a clerk meets first.
    pub reports: Vec<PeriodKind>,
    /// The period whose verdict is the award.
    pub awarded_for: PeriodKind,
    /// The first period of a reported kind that is asked for; open where the document names none.
    pub first_period: Option<Period>,
    /// Another level of the same document, for the same unit, that must be reached first.
    pub requires: Option<LevelId>,
    /// The office that decides in the end; a unit that meets all waits for it.
    pub review: Option<OfficeId>,
    /// Who decides about each unit; none where the document does not say.
    pub recognition: Option<RecognitionRule>,
    /// How the verdict follows from the criteria.
    pub result: ResultRule,
    /// Where that stands, where the document says it.
    pub result_clause: Option<String>,
    /// The readings that the verdict rests on.
    pub result_readings: Vec<NoteId>,
    /// The parts that the document divides its criteria into; none where it does not.
    pub sections: Vec<Section>,
    /// In the document's order.
    pub criteria: Vec<Criterion>,
}

impl Level {
    /// The offices that decide about a unit, in order; empty where the document names none.
    #[must_use]
    pub fn decided_by(&self) -> &[OfficeId] {
        self.recognition.as_ref().map_or(&[], |it| &it.by)
    }

    /// Whether the document's first period is not later than this one.
    #[must_use]
    pub fn has_begun(&self, period: Period) -> bool {
        self.first_period.is_none_or(|first| first.days().first() <= period.days().first())
    }

    /// Whether the document rates or asks for this period: of a kind that it reports or awards, and not before the first.
    #[must_use]
    pub fn rates(&self, period: Period) -> bool {
        let kind = match period.part() {
            Part::Year => PeriodKind::Year,
            Part::Half(_) => PeriodKind::Half,
            Part::Quarter(_) => PeriodKind::Quarter,
        };
        (self.reports.contains(&kind) || self.awarded_for == kind) && self.has_begun(period)
    }
}

/// Which offices decide about a unit (认定), and where the document says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognitionRule {
    /// One after the other, in this order; at least one, none twice.
    pub by: Vec<OfficeId>,
    /// Where it stands.
    pub clause: String,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
    /// Whether the step that takes a name back is about this level.
    pub removal: bool,
}

/// How a verdict follows from the criteria.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResultRule {
    /// Every criterion is met.
    #[default]
    All,
    /// Points against a pass mark, after vetoes and goals; the document leaves points and pass mark to an overlay.
    Score,
}

/// A part of a document's criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Fixed id, such as `village.good`.
    pub id: RuleId,
    /// Official title, to the letter.
    pub title: String,
    /// Where it stands.
    pub clause: String,
    /// Whether its criteria take part in the score.
    pub scored: bool,
}

/// What a criterion does in the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// A standard to be met.
    #[default]
    Standard,
    /// A goal without which no score counts (创建目标).
    Goal,
    /// A breach bars the award whatever the score (一票否决).
    Veto,
    /// An item of a negative list (负面清单): met means that it has not occurred; an occurrence bars the award (不得评定).
    Negative,
}

/// A kind of period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// Calendar year.
    Year,
    /// Half-year.
    Half,
    /// Quarter.
    Quarter,
}

/// One criterion.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Fixed id, such as `village.8`.
    pub id: RuleId,
    /// Official title, to the letter.
    pub title: String,
    /// Where it stands.
    pub clause: String,
    /// The offices whose opinion counts: those on the form.
    pub monitors: Vec<OfficeId>,
    /// The monitors as the forms print them, by form id where they differ, else under ``.
    pub monitors_printed: BTreeMap<String, String>,
    /// The monitors as the body names them.
    pub monitors_in_body: Vec<String>,
    /// 责任单位 as the form prints it.
    pub responsible: String,
    /// A note that the form prints in its 备注 column.
    pub printed_remark: Option<String>,
    /// Measures and guidance: shown, never decide.
    pub guidance: Vec<Note>,
    /// All must be met.
    pub checks: Vec<Check>,
    /// Computed and shown, never decide.
    pub measures: Vec<Check>,
    /// The section it belongs to, where the level has sections.
    pub section: Option<RuleId>,
    /// What it does in the verdict.
    pub role: Role,
    /// Digest of all that decides it.
    pub digest: Digest,
}

/// One check of a criterion, or the criterion itself where it has one only.
#[derive(Clone, Debug)]
pub struct Check {
    /// Fixed id, such as `village.8.1`; the criterion's own where it has one check.
    pub id: RuleId,
    /// What is checked, in a few words.
    pub label: Words,
    /// Where it stands, when elsewhere than its criterion.
    pub clause: String,
    /// What decides it.
    pub condition: Condition,
    /// Whether the unit may say that there is nothing here to check.
    pub may_not_apply: bool,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// A remark of the pack, in words of this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// Clauses it speaks of.
    pub clause: String,
    /// What it says.
    pub text: Words,
    /// The rules it concerns; empty for the whole document.
    pub about: Vec<RuleId>,
}

/// A place that the document leaves open, and how this pack decides it (解读).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The place and the decision.
    pub note: Note,
    /// What else it could mean, where there is one other meaning to name.
    pub alternative: Option<Words>,
}
