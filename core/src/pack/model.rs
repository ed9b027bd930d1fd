//! An official document as the engine sees it. Reads no file: `file` and `authoring` fill it.

use std::collections::BTreeMap;

use crate::{
    days::Day,
    id::{AttributeId, Digest, IndicatorId, LevelId, NoteId, OfficeId, PackId, RuleId, UnitLevel},
    pack::condition::Condition,
};

/// Words of this program (never of a document), in both languages of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One official document (创建标准).
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its fixed id.
    pub id: PackId,
    /// Raised with every correction; a released version never changes.
    pub version: u32,
    /// SHA-256 of the canonical JSON.
    pub digest: Digest,
    /// Where it comes from.
    pub source: Source,
    /// The document's own words for things.
    pub terms: Terms,
    /// The offices it names.
    pub offices: BTreeMap<OfficeId, Office>,
    /// What it assesses: levels, or awards of one level.
    pub levels: Vec<Level>,
    /// Shares of units that are to qualify.
    pub targets: Vec<Target>,
    /// What is due when.
    pub calendar: Vec<Deadline>,
    /// How it is decided, step by step.
    pub procedure: Vec<Step>,
    /// The forms it prints.
    pub forms: Vec<Form>,
    /// Where it contradicts itself.
    pub contradictions: Vec<Note>,
    /// Where it leaves something open and this pack decided.
    pub readings: Vec<Reading>,
    /// The catalogue entries that its conditions use, and the categories below them.
    pub indicators: BTreeMap<IndicatorId, Indicator>,
    /// The attributes that its conditions use.
    pub attributes: BTreeMap<AttributeId, Attribute>,
}

/// Where a pack comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Official title.
    pub title: String,
    /// What people call it, such as 八无; also used in file names.
    pub short: String,
    /// Document number, where it has one.
    pub number: Option<String>,
    /// Day of issue, where it has one.
    pub issued: Option<Day>,
    /// Who issued it.
    pub issuers: Vec<String>,
    /// Whom it addresses.
    pub addressees: Vec<String>,
    /// The documents it rests on.
    pub basis: Vec<String>,
    /// The day on which somebody last compared the pack with the source.
    pub checked_on: Day,
    /// The division code of the area it holds for, and all below it.
    pub area: crate::id::UnitCode,
}

/// The document's own words for things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// 村, 嘎查村（社区）.
    pub village: String,
    /// 镇, 苏木镇.
    pub township: String,
    /// 县, 旗, 区, 市.
    pub county: String,
    /// The office in charge at the township, such as 苏木平安办.
    pub office: String,
    /// What a qualified unit is called, such as “八无”嘎查村（社区）.
    pub award: String,
}

/// An office that the document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The name that the pack shows.
    pub name: String,
    /// Every other way in which the document prints it.
    pub variants: Vec<String>,
    /// At which level it works.
    pub level: UnitLevel,
}

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
    /// In the document's order.
    pub criteria: Vec<Criterion>,
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
    /// Whether a breach bars the award whatever the score.
    pub veto: bool,
    /// Whether it is an item of a negative list: met means “has not occurred”.
    pub negative: bool,
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

/// A share of units that is to qualify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id, such as `target.rising`.
    pub id: RuleId,
    /// What it asks, in a few words.
    pub label: Words,
    /// Where it stands.
    pub clause: String,
    /// Which units are counted.
    pub level: LevelId,
    /// The share that holds from a year on, ordered by year.
    pub shares: Vec<DatedShare>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// A share with the years it holds for and its clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedShare {
    /// First year.
    pub from: i32,
    /// Last year; open where the document names none.
    pub to: Option<i32>,
    /// At least `part` of `whole`.
    pub part: i64,
    /// See `part`; more than 0.
    pub whole: i64,
    /// Where the figure stands.
    pub clause: String,
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its id.
    pub id: NoteId,
    /// Where it stands.
    pub clause: String,
    /// Who owes it: a level's unit or an office.
    pub who: Words,
    /// What is owed.
    pub what: Words,
    /// The phrase as printed, such as 每年1月10日前.
    pub printed: String,
    /// When it falls.
    pub falls: Falls,
    /// The levels it concerns; empty for offices only.
    pub levels: Vec<LevelId>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Falls {
    /// Once, within these days.
    Once {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// Every year, on or before a day (month, day); reminders go to the same day.
    Yearly {
        /// First day, as (month, day), where one is named; it may lie in the year before.
        from: Option<(u32, u32)>,
        /// Last day on which it is on time under every reading, as (month, day).
        to: (u32, u32),
    },
    /// After every quarter; no day is stated.
    Quarterly,
    /// After every half-year; no day is stated.
    HalfYearly,
    /// At the end of the year; no day is stated.
    YearEnd,
    /// No date is stated.
    Undated,
}

/// A step of the procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: NoteId,
    /// Where it stands.
    pub clause: String,
    /// The step's official name, such as 自评申报.
    pub title: String,
    /// What happens.
    pub text: Words,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// A form that the document prints, official words to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// `1`, `2`, …
    pub id: String,
    /// As the annex is printed, such as 附件1 or 附件 3.
    pub annex: String,
    /// Printed title.
    pub title: String,
    /// Which level's unit fills it.
    pub level: LevelId,
    /// What kind of form.
    pub kind: FormKind,
    /// Header cells, as printed.
    pub header: Vec<String>,
    /// The cell beside the rows, where there is one.
    pub side: Option<String>,
    /// Blocks for review below the rows.
    pub blocks: Vec<Block>,
    /// The line for who and when, as printed.
    pub signature_line: Option<String>,
    /// The note below the table.
    pub footnote: String,
}

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// 统计表: the unit's own answers for a quarter or year.
    Report,
    /// 认定表: opinions and reviews at the year's end.
    Recognition,
}

/// A block for an office's review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Heading, as printed.
    pub heading: String,
    /// The word for the seal, as printed.
    pub seal: String,
    /// The date line as printed, year included.
    pub date: String,
}

/// An entry of the shared catalogue (指标).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What is stated.
    pub name: Words,
    /// What kind of answer it takes.
    pub kind: IndicatorKind,
    /// The attributes that an incident of this category can carry.
    pub attributes: Vec<AttributeId>,
}

/// What kind of answer an indicator takes, and how a year is made of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndicatorKind {
    /// Incidents of a category; a year has those of all its days.
    Incidents,
    /// Yes or no; the year has the latest.
    Stated,
    /// A count.
    Count(YearRule),
    /// A part and a whole.
    Ratio {
        /// Sum of both sides, or the latest.
        year: YearRule,
        /// What the part counts.
        part: Words,
        /// What the whole counts.
        whole: Words,
    },
    /// A published rank; of the year only.
    Rank,
    /// A figure for every quarter.
    Series {
        /// Its unit, such as mg/L; the smallest step is `10^-decimals` of it.
        unit: Words,
        /// How many decimals.
        decimals: u8,
    },
}

/// How a year is made of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRule {
    /// The sum of the parts (for a ratio: of both sides).
    Sum,
    /// The latest part.
    Latest,
    /// Stated for the year as a whole only.
    YearOnly,
}

/// An attribute of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// What is asked.
    pub name: Words,
    /// What values it takes.
    pub kind: AttributeKind,
}

/// What values an attribute takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// A number of people, 0 or more.
    People,
    /// Chinese yuan, 0 or more.
    Yuan,
    /// No (0) or yes (1).
    YesNo,
    /// One of some words, numbered from 0, lowest first.
    Choice(Vec<Words>),
}
