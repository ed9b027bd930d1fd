//! The questions of a document: levels, criteria, checks, and notes on them.

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
    /// The kind of unit that it assesses.
    pub unit: UnitLevel,
    /// The official name of the award, such as “八无”嘎查村（社区）.
    pub title: String,
    /// The clause of its standard.
    pub clause: String,
    /// The kinds of period that are reported; a clerk meets the first one first.
    pub reports: Vec<PeriodKind>,
    /// The period whose verdict is the award.
    pub awarded_for: PeriodKind,
    /// The first period of a reported kind that is asked for; `None` where the document names none.
    pub first_period: Option<Period>,
    /// Another level of the same document, for the same unit, that must be reached first.
    pub requires: Option<LevelId>,
    /// The office that decides in the end; a unit that meets everything waits for it.
    pub review: Option<OfficeId>,
    /// The offices that decide about each unit; `None` where the document does not say.
    pub recognition: Option<RecognitionRule>,
    /// The rule by which the verdict follows from the criteria.
    pub result: ResultRule,
    /// The clause of that rule, where the document states it.
    pub result_clause: Option<String>,
    /// The readings that the verdict rests on.
    pub result_readings: Vec<NoteId>,
    /// The parts into which the document divides its criteria; empty where it does not.
    pub sections: Vec<Section>,
    /// The criteria, in the document's order.
    pub criteria: Vec<Criterion>,
}

impl Level {
    /// Returns the offices that decide about a unit, in order; empty where the document names none.
    #[must_use]
    pub fn decided_by(&self) -> &[OfficeId] {
        self.recognition.as_ref().map_or(&[], |it| &it.by)
    }

    /// Tells whether the document's first period is not later than this one.
    #[must_use]
    pub fn has_begun(&self, period: Period) -> bool {
        self.first_period.is_none_or(|first| first.days().first() <= period.days().first())
    }

    /// Tells whether the document rates or asks for this period: of a kind that it reports or awards, and not before
    /// the first.
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

/// The offices that decide about a unit (认定), with the clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognitionRule {
    /// The offices, in the order in which they decide; at least one, none twice.
    pub by: Vec<OfficeId>,
    /// The clause.
    pub clause: String,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
    /// `true` where the step that removes a name concerns this level.
    pub removal: bool,
}

/// The rule by which a verdict follows from the criteria.
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
    /// The clause.
    pub clause: String,
    /// `true` where its criteria take part in the score.
    pub scored: bool,
}

/// The effect of a criterion on the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CriterionRole {
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
    /// Its name in words of this program.
    pub name: PlainName,
    /// The clause.
    pub clause: String,
    /// The offices whose opinion counts: those on the form.
    pub monitors: Vec<OfficeId>,
    /// The monitors as the forms print them, by form id where they differ, otherwise under ``.
    pub monitors_printed: BTreeMap<String, String>,
    /// The monitors as the body names them.
    pub monitors_in_body: Vec<String>,
    /// 责任单位 as the form prints it.
    pub responsible: String,
    /// A note that the form prints in its 备注 column.
    pub printed_remark: Option<String>,
    /// Measures and guidance: shown, never decide.
    pub guidance: Vec<Note>,
    /// The checks, all of which must be met.
    pub checks: Vec<Check>,
    /// Checks that are computed and shown, and never decide.
    pub measures: Vec<Check>,
    /// The section it belongs to, where the level has sections.
    pub section: Option<RuleId>,
    /// Its effect on the verdict.
    pub role: CriterionRole,
    /// The digest of everything that decides it.
    pub digest: Digest,
}

/// The name of a criterion in words of this program (never of the document), beside its official title: it decides
/// nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainName {
    /// Chinese; `None` where the official title can be understood by itself.
    pub zh: Option<String>,
    /// English.
    pub en: String,
}

/// One check of a criterion, or the criterion itself where it has one only.
#[derive(Clone, Debug)]
pub struct Check {
    /// Fixed id, such as `village.8.1`; the criterion's own where it has one check.
    pub id: RuleId,
    /// The subject of the check, in a few words.
    pub label: Words,
    /// The clause, where it is another one than its criterion's; otherwise empty.
    pub clause: String,
    /// The condition that decides it.
    pub condition: Condition,
    /// `true` where the unit may state that there is nothing here to check.
    pub may_not_apply: bool,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// A remark of the pack, in words of this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The clauses that it is about.
    pub clause: String,
    /// Its text.
    pub text: Words,
    /// The rules it concerns; empty for the whole document.
    pub about: Vec<RuleId>,
}

/// A place that the document leaves open, and how this pack decides it (解读).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The place and the decision.
    pub note: Note,
    /// The other possible meaning, where there is one to name.
    pub alternative: Option<Words>,
}
