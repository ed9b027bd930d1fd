//! An official document as the engine sees it, filled by `file` and `authoring`.

use std::collections::BTreeMap;

use super::{
    Attribute, Bonus, Deadline, Form, Indicator, Level, Note, Priority, Reading, Reference, Scheme, Step, Target,
};
use crate::{
    days::Day,
    id::{AttributeId, Digest, IndicatorId, OfficeId, PackId, UnitCode, UnitLevel},
};

/// One official document (创建标准).
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its fixed id.
    pub id: PackId,
    /// The version, raised with every correction; a released version never changes.
    pub version: u32,
    /// SHA-256 of the canonical JSON.
    pub digest: Digest,
    /// Its origin.
    pub source: Source,
    /// The document's own words for things.
    pub terms: Terms,
    /// The offices it names.
    pub offices: BTreeMap<OfficeId, Office>,
    /// The levels that it assesses, or awards of one level.
    pub levels: Vec<Level>,
    /// How long the document says that it is carried out; `None` where it names no end.
    pub scheme: Option<Scheme>,
    /// Shares of units that are to qualify.
    pub targets: Vec<Target>,
    /// Advantages that a share of qualifying units gives the unit above.
    pub priorities: Vec<Priority>,
    /// Points in another assessment for units that qualify.
    pub bonus: Option<Bonus>,
    /// Values and texts that it leaves to others, or refers to without containing them.
    pub references: Vec<Reference>,
    /// The deadlines.
    pub calendar: Vec<Deadline>,
    /// The steps of the procedure.
    pub procedure: Vec<Step>,
    /// The forms it prints.
    pub forms: Vec<Form>,
    /// The places where it contradicts itself.
    pub contradictions: Vec<Note>,
    /// The places that it leaves open, with the decisions of this pack.
    pub readings: Vec<Reading>,
    /// The catalogue entries that its conditions use, and the categories below them.
    pub indicators: BTreeMap<IndicatorId, Indicator>,
    /// The attributes that its conditions use.
    pub attributes: BTreeMap<AttributeId, Attribute>,
}

/// The origin of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Official title.
    pub title: String,
    /// The short name in use, such as 八无; also used in file names.
    pub short: String,
    /// Document number; `None` where it has none.
    pub number: Option<String>,
    /// The mark that tells editions of an undated document apart.
    pub edition: Option<String>,
    /// Day of issue; `None` where it has none.
    pub issued: Option<Day>,
    /// The issuers.
    pub issuers: Vec<String>,
    /// The addressees.
    pub addressees: Vec<String>,
    /// The documents it rests on.
    pub basis: Vec<String>,
    /// The day on which the pack was last compared with the source.
    pub checked_on: Day,
    /// The division code of the area it holds for, and all below it.
    pub area: UnitCode,
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
    /// 州, 市, where the document speaks of it.
    pub prefecture: Option<String>,
    /// 省, where the document speaks of it.
    pub province: Option<String>,
    /// The office in charge at the township, such as 苏木平安办.
    pub office: String,
    /// The name of a qualified unit, such as “八无”嘎查村（社区）.
    pub award: String,
}

/// An office that the document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The name that the pack shows.
    pub name: String,
    /// Every other way in which the document prints it.
    pub variants: Vec<String>,
    /// The level at which it works.
    pub level: UnitLevel,
    /// True of the one office in charge at its level, to which the units of the level below report.
    pub in_charge: bool,
}
