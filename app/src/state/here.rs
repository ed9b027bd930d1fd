//! A workplace together with the document and the level that it works with. Knows no screen.

use cunping_core::{
    id::{LevelId, PackId, UnitLevel},
    pack::{Level, Pack, PeriodKind},
    period::{Part, Period},
};
use cunping_office::{lang::Lang, term};

use super::documents;
use crate::store::{Followed, Moved, Role, Workplace};

/// A workplace at one of its documents.
#[derive(Clone, Debug)]
pub struct Here {
    /// Who works here.
    pub workplace: Workplace,
    /// The document.
    pub pack: &'static Pack,
    /// The level that the unit assesses itself for; where it assesses nothing, the level whose files it collects.
    pub level: &'static Level,
    /// The level or award that the workplace follows: for an office, the one whose files it collects.
    pub followed: &'static Level,
}

impl Here {
    /// Whether the document asks something of this unit itself.
    #[must_use]
    pub fn assesses(&self) -> bool {
        self.workplace.role != Role::Monitor && self.level.unit == self.workplace.unit.level()
    }

    /// How the workplace came to this edition of the document; none where it was the first.
    #[must_use]
    pub fn moved(&self) -> Option<&Moved> {
        let this = |it: &&Followed| it.pack == self.pack.id && it.level == self.followed.id;
        self.workplace.documents.iter().find(this).and_then(|it| it.moved.as_ref())
    }

    /// What the document is called; the award, where the document gives the unit several.
    #[must_use]
    pub fn name(&self) -> &str {
        let awards = self.pack.levels.iter().filter(|level| level.unit == self.followed.unit).count();
        if awards > 1 { &self.followed.title } else { &self.pack.source.short }
    }

    /// Whether both are the same document at the same level.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.pack.id == other.pack.id && self.followed.id == other.followed.id
    }

    /// Every document and level that the workplace follows, in its order; unknown ones are left out.
    #[must_use]
    pub fn all(&self) -> Vec<Self> {
        let followed = self.workplace.documents.iter();
        followed.filter_map(|it| at(self.workplace.clone(), it)).collect()
    }

    /// Whether other units' files are collected here.
    #[must_use]
    pub fn collects(&self) -> bool {
        self.workplace.role != Role::Village
    }

    /// The period that a clerk meets first on a day.
    #[must_use]
    pub fn first_period(&self, today: cunping_core::days::Day) -> Option<Period> {
        let quarter = Period::quarter_of(today)?;
        Some(match self.level.reports.first() {
            Some(PeriodKind::Quarter) => quarter,
            Some(PeriodKind::Half) => half(quarter)?,
            Some(PeriodKind::Year) | None => quarter.whole_year(),
        })
    }

    /// Every period of a year that the document rates and that has begun, the parts before the year.
    #[must_use]
    pub fn periods(&self, year: i32, today: cunping_core::days::Day) -> Vec<Period> {
        let quarters = (1..=4).map(Part::Quarter);
        let parts = quarters.chain((1..=2).map(Part::Half)).chain([Part::Year]);
        let periods = parts.filter_map(|part| Period::new(year, part));
        periods.filter(|period| self.level.rates(*period) && period.days().first() <= today).collect()
    }
}

/// The half-year in which a quarter lies; none for what is no quarter.
pub fn half(quarter: Period) -> Option<Period> {
    let Part::Quarter(n) = quarter.part() else { return None };
    Period::new(quarter.year(), Part::Half(n.div_ceil(2)))
}

/// What a workplace is called: its unit and what it does.
#[must_use]
pub fn called(lang: Lang, workplace: &Workplace) -> String {
    let role = of(workplace.clone(), None).map(|here| role(lang, &here)).filter(|role| !role.is_empty());
    [Some(workplace.unit_name.clone()), role].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a workplace does, in the document's words.
fn role(lang: Lang, here: &Here) -> String {
    let workplace = &here.workplace;
    match workplace.role {
        Role::Village => term::unit(lang, here.pack, here.level.unit).to_owned(),
        Role::Township => here.pack.terms.office.clone(),
        Role::County => term::office_of(lang, here.pack, UnitLevel::County),
        Role::Monitor => {
            let printed = || here.pack.offices.get(&workplace.office).map(|it| it.name.clone());
            workplace.office_name.clone().or_else(printed).unwrap_or_default()
        }
    }
}

/// A workplace at the document `chosen`, or at the first that it follows; `None` where this program knows neither.
#[must_use]
pub fn of(workplace: Workplace, chosen: Option<&(PackId, LevelId)>) -> Option<Here> {
    let is_chosen = |it: &&Followed| chosen.is_some_and(|(pack, level)| it.pack == *pack && it.level == *level);
    let followed = workplace.documents.iter().find(is_chosen).or(workplace.documents.first())?.clone();
    at(workplace, &followed)
}

/// A workplace at the edition of a document that it follows: a newer one takes its word first.
fn at(workplace: Workplace, followed: &Followed) -> Option<Here> {
    let pack = documents::edition(&followed.pack, followed.version)?;
    let level = match workplace.role {
        Role::Monitor => pack.level(&followed.level)?,
        _ => assessed(pack, &followed.level, workplace.unit.level())?,
    };
    Some(Here { workplace, pack, level, followed: pack.level(&followed.level)? })
}

/// The level that a unit assesses itself for where it follows `followed`; that one itself where there is none.
#[must_use]
pub fn assessed<'a>(pack: &'a Pack, followed: &LevelId, unit: UnitLevel) -> Option<&'a Level> {
    let followed = pack.level(followed)?;
    Some(if followed.unit == unit { followed } else { level(pack, unit).unwrap_or(followed) })
}

/// The level of a document for a kind of unit.
#[must_use]
pub fn level(pack: &Pack, unit: UnitLevel) -> Option<&Level> {
    pack.levels.iter().find(|level| level.unit == unit)
}
