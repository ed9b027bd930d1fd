//! A workplace together with the document and level that it works with.

use cunping_core::{
    id::{LevelId, PackId, UnitLevel},
    pack::{Level, Pack, PeriodKind},
    period::{Part, Period},
};
use cunping_text::{lang::Lang, term};

use super::documents;
use crate::store::{Followed, Moved, Role, Workplace};

/// A workplace at one of its documents.
#[derive(Clone, Debug)]
pub struct Here {
    /// The workplace.
    pub workplace: Workplace,
    /// The document.
    pub pack: &'static Pack,
    /// The level that the unit assesses itself for; if it assesses nothing, the level whose files it collects.
    pub level: &'static Level,
    /// The level or award that the workplace follows: for an office, the one whose files it collects.
    pub followed: &'static Level,
}

impl Here {
    /// Returns whether the document asks something of this unit itself.
    #[must_use]
    pub fn assesses(&self) -> bool {
        self.workplace.role != Role::Monitor && self.level.unit == self.workplace.unit.level()
    }

    /// Returns how the workplace came to this edition of the document; `None` if it has not changed the edition.
    #[must_use]
    pub fn moved(&self) -> Option<&Moved> {
        let this = |followed: &&Followed| followed.pack == self.pack.id && followed.level == self.followed.id;
        self.workplace.documents.iter().find(this).and_then(|followed| followed.moved.as_ref())
    }

    /// Returns the document's name; the award's, if the document has several for this kind of unit.
    #[must_use]
    pub fn name(&self) -> &str {
        let awards = self.pack.levels.iter().filter(|level| level.unit == self.followed.unit).count();
        if awards > 1 { &self.followed.title } else { &self.pack.source.short }
    }

    /// Returns whether both are about the same document and followed level.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.pack.id == other.pack.id && self.followed.id == other.followed.id
    }

    /// Returns every document and level that the workplace follows, in its order, without those this program does not
    /// have.
    #[must_use]
    pub fn all(&self) -> Vec<Self> {
        let followed = self.workplace.documents.iter();
        followed.filter_map(|it| at(self.workplace.clone(), it)).collect()
    }

    /// Returns whether the workplace collects other units' files.
    #[must_use]
    pub fn collects(&self) -> bool {
        self.workplace.role != Role::Village
    }

    /// Returns the period that a clerk sees first on a day: the current one of the first kind that the level reports.
    #[must_use]
    pub fn first_period(&self, today: cunping_core::days::Day) -> Option<Period> {
        let quarter = Period::quarter_of(today)?;
        Some(match self.level.reports.first() {
            Some(PeriodKind::Quarter) => quarter,
            Some(PeriodKind::Half) => half(quarter)?,
            Some(PeriodKind::Year) | None => quarter.whole_year(),
        })
    }

    /// Returns the periods of a year that the level rates and that have begun: quarters, halves, then the year.
    #[must_use]
    pub fn periods(&self, year: i32, today: cunping_core::days::Day) -> Vec<Period> {
        let quarters = (1..=4).map(Part::Quarter);
        let parts = quarters.chain((1..=2).map(Part::Half)).chain([Part::Year]);
        let periods = parts.filter_map(|part| Period::new(year, part));
        periods.filter(|period| self.level.rates(*period) && period.days().first() <= today).collect()
    }
}

/// Returns the half-year in which a quarter lies; `None` if the period is not a quarter.
pub fn half(quarter: Period) -> Option<Period> {
    let Part::Quarter(n) = quarter.part() else { return None };
    Period::new(quarter.year(), Part::Half(n.div_ceil(2)))
}

/// Returns a workplace's name: its unit and its role.
#[must_use]
pub fn called(lang: Lang, workplace: &Workplace) -> String {
    let role = of(workplace.clone(), None).map(|here| role(lang, &here)).filter(|role| !role.is_empty());
    [Some(workplace.unit_name.clone()), role].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the role of a workplace in the document's words; empty for a monitor without a name.
fn role(lang: Lang, here: &Here) -> String {
    let workplace = &here.workplace;
    match workplace.role {
        Role::Village => term::unit(lang, here.pack, here.level.unit).to_owned(),
        Role::Township => here.pack.terms.office.clone(),
        Role::County => match here.pack.in_charge(UnitLevel::County) {
            Some((_, office)) => office.name.clone(),
            None => term::unit(lang, here.pack, UnitLevel::County).to_owned(),
        },
        Role::Monitor => {
            let printed = || here.pack.offices.get(&workplace.office).map(|it| it.name.clone());
            workplace.office_name.clone().or_else(printed).unwrap_or_default()
        }
    }
}

/// Returns a workplace at the document `chosen`, or else at the first that it follows; `None` if it follows none or
/// this program does not have that one.
#[must_use]
pub fn of(workplace: Workplace, chosen: Option<&(PackId, LevelId)>) -> Option<Here> {
    let is_chosen =
        |followed: &&Followed| chosen.is_some_and(|(pack, level)| followed.pack == *pack && followed.level == *level);
    let followed = workplace.documents.iter().find(is_chosen).or(workplace.documents.first())?.clone();
    at(workplace, &followed)
}

/// Returns a workplace at the edition of a document that it follows. It moves to a newer edition only by decision.
fn at(workplace: Workplace, followed: &Followed) -> Option<Here> {
    let pack = documents::edition(&followed.pack, followed.version)?;
    let level = match workplace.role {
        Role::Monitor => pack.level(&followed.level)?,
        _ => assessed(pack, &followed.level, workplace.unit.level())?,
    };
    Some(Here { workplace, pack, level, followed: pack.level(&followed.level)? })
}

/// Returns the level that a unit assesses itself for if it follows `followed`; `followed` itself if there is none.
#[must_use]
pub fn assessed<'a>(pack: &'a Pack, followed: &LevelId, unit: UnitLevel) -> Option<&'a Level> {
    let followed = pack.level(followed)?;
    Some(if followed.unit == unit { followed } else { level(pack, unit).unwrap_or(followed) })
}

/// Returns the first level of a document for a kind of unit.
#[must_use]
pub fn level(pack: &Pack, unit: UnitLevel) -> Option<&Level> {
    pack.levels.iter().find(|level| level.unit == unit)
}
