//! Newer editions of the followed document, and the answers that were given under an earlier one. Pure.

use std::collections::BTreeMap;

use cunping_core::{
    days::Day,
    edition::{Editions, editions},
    facts::{Statement, Topic, leaves},
    id::{Digest, RuleId},
    pack::{Criterion, Level, Pack},
    period::Period,
};

use super::{Here, here::assessed};
use crate::store::{Moved, Register, Saved};

/// A newer edition than the one that is followed.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The edition.
    pub pack: &'static Pack,
    /// Its level that replaces the current one.
    pub level: &'static Level,
    /// The differences in what it asks.
    pub editions: Editions,
    /// The loaded overlays that do not fit it.
    pub unfit: Vec<Digest>,
}

/// Compares an edition with the current one; `None` if it is not a newer edition of the same document, or lacks the
/// level.
#[must_use]
pub fn offer(here: &Here, register: &Register, pack: &'static Pack) -> Option<Offer> {
    if pack.id != here.pack.id || pack.version <= here.pack.version {
        return None;
    }
    let level = assessed(pack, &here.followed.id, here.workplace.unit.level())?;
    let unfit = register.overlays_of(&pack.id).into_iter().filter(|overlay| !overlay.check(pack).is_empty());
    Some(Offer {
        pack,
        level,
        editions: editions(here.level, level),
        unfit: unfit.map(|overlay| overlay.digest).collect(),
    })
}

/// The effect of a new edition on the answers to a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionNote {
    /// The edition decides the criterion differently, and since then its answers were not confirmed, nor all given
    /// again.
    Again,
    /// The last answer was given under the edition before, on this day.
    Carried(Day),
}

/// Returns the notes on the criteria since the last new edition; empty if there was none, or if the unit is asked
/// nothing.
#[must_use]
pub fn notes(here: &Here, register: &Register, period: Period) -> BTreeMap<RuleId, EditionNote> {
    let Some(moved) = here.moved().filter(|_| here.assesses()) else { return BTreeMap::new() };
    let note =
        |criterion: &Criterion| Some((criterion.id.clone(), note(criterion, moved, &register.statements, period)?));
    here.level.criteria.iter().filter_map(note).collect()
}

fn note(criterion: &Criterion, moved: &Moved, said: &[Saved<Statement>], period: Period) -> Option<EditionNote> {
    let topics = leaves::topics_of(criterion);
    let since = |saved: &&Saved<Statement>| saved.at_ms > moved.at_ms;
    let anew = |topic: &Topic| said.iter().filter(since).any(|saved| Topic::of(&saved.value) == *topic);
    if moved.again.contains(&criterion.id) && !topics.iter().all(anew) {
        return Some(EditionNote::Again);
    }
    let days = period.days();
    let answers = |saved: &&Saved<Statement>| {
        saved.value.days.intersection(days).is_some() && topics.iter().any(|topic| topic.is_answered_by(&saved.value))
    };
    let last = said.iter().filter(answers).max_by_key(|saved| saved.at_ms)?;
    (last.at_ms <= moved.at_ms).then_some(EditionNote::Carried(last.value.made_on))
}

/// Editions that exist in tests only, made of the first document that ships.
#[cfg(test)]
pub(crate) mod sample {
    use cunping_core::pack::Pack;

    use crate::{
        state::{documents, new_workplace},
        store::{ClockTime, Role, Workplace},
    };

    /// The edition in which a fire counts from 50,000 yuan on: `village.8` decides differently.
    pub(crate) const LOSS: (&str, &str) =
        ("{\"at_least\":10000,\"is\":\"loss-yuan\"}", "{\"at_least\":50000,\"is\":\"loss-yuan\"}");
    /// The edition in which only large frauds count: `village.5` decides differently.
    pub(crate) const FRAUD: (&str, &str) = (
        "{\"none\":\"telecom-fraud\"},\"id\":\"village.5\"",
        "{\"none\":\"telecom-fraud\",\"only\":{\"at_least\":500000,\"is\":\"amount-yuan\"}},\"id\":\"village.5\"",
    );

    pub(crate) fn edition(version: u32, changes: &[(&str, &str)]) -> Pack {
        Pack::from_json(edition_json(version, changes).as_bytes()).unwrap()
    }

    pub(crate) fn edition_json(version: u32, changes: &[(&str, &str)]) -> String {
        let pack = documents::all().first().unwrap();
        let released = cunping_packs::RELEASED.iter().find(|it| it.id == pack.id.as_str()).unwrap();
        let mut json = std::str::from_utf8(released.json).unwrap().to_owned();
        let number = format!("\"version\":{version}}}");
        for (old, new) in changes.iter().copied().chain([("\"version\":1}", number.as_str())]) {
            assert_eq!(json.matches(old).count(), 1, "{old}");
            json = json.replace(old, new);
        }
        json
    }

    pub(crate) fn workplace(pack: &Pack, role: Role, unit: &str) -> Workplace {
        let unit = (unit.parse().unwrap(), "a".to_owned());
        let made = ClockTime { ms: 0, day: "2026-11-22".parse().unwrap() };
        new_workplace::make(&[pack], role, unit, ([1; 16], [2; 32]), made).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::{edition::Became, facts::Says, pack::condition::Filter};

    use super::*;
    use crate::{
        state::{documents, following, here},
        store::{Change, ClockTime, Role},
    };

    /// A village at the second edition since the moment 100; the statements and when each was saved.
    fn at_second(said: &[(&str, i64)]) -> (Here, Register) {
        let (first, second) = editions_here();
        let village = sample::workplace(first, Role::Village, "150626200205");
        let now = ClockTime { ms: 100, day: "2026-05-01".parse().unwrap() };
        let workplace = village.after(following::moved(&village, first, second, now).unwrap());
        let level = second.level(&"village".parse().unwrap()).unwrap();
        let statement = |(about, at_ms): &(&str, i64)| Saved {
            at_ms: *at_ms,
            value: Statement {
                about: about.parse().unwrap(),
                only: Filter::Every,
                days: Period::days("2026-Q1".parse().unwrap()),
                made_on: "2026-04-01".parse().unwrap(),
                says: Says::Complete,
            },
        };
        let register = Register { statements: said.iter().map(statement).collect(), ..Register::default() };
        (Here { workplace, pack: second, level, followed: level }, register)
    }

    fn editions_here() -> (&'static Pack, &'static Pack) {
        let second = Box::leak(Box::new(sample::edition(2, &[sample::LOSS, sample::FRAUD])));
        (documents::all().first().unwrap(), second)
    }

    fn of(said: &[(&str, i64)], rule: &str) -> Option<EditionNote> {
        let (here, register) = at_second(said);
        notes(&here, &register, "2026-Q1".parse().unwrap()).get(&rule.parse().unwrap()).copied()
    }

    #[test]
    fn an_offer_is_newer_and_says_what_changed() {
        let (first, second) = editions_here();
        let at = |pack| here::of(sample::workplace(pack, Role::Village, "150626200205"), None);
        let here = at(first).unwrap();
        let offered = offer(&here, &Register::default(), second).unwrap();
        assert_eq!((offered.editions.count(Became::Changed), offered.editions.count(Became::Same)), (2, 6));
        assert!(offer(&here, &Register::default(), first).is_none());
        assert!(at(second).is_none(), "an edition that does not ship is not worked with");
    }

    #[test]
    fn what_the_edition_decides_otherwise_is_looked_at_again() {
        let carried = Some(EditionNote::Carried("2026-04-01".parse().unwrap()));
        assert_eq!(of(&[("crime", 99), ("telecom-fraud", 99)], "village.5"), Some(EditionNote::Again));
        assert_eq!(of(&[("crime", 100)], "village.2"), carried);
        assert_eq!(of(&[("crime", 99), ("crime", 101)], "village.2"), None);
        assert_eq!(of(&[], "village.2"), None, "silence carries nothing over");
        assert_eq!(of(&[], "village.5"), Some(EditionNote::Again));
    }

    #[test]
    fn only_answers_to_exactly_what_it_asks_take_the_mark_away() {
        assert_eq!(of(&[("crime", 101)], "village.5"), Some(EditionNote::Again), "a wider answer was not asked here");
        let (mut here, mut register) = at_second(&[("telecom-fraud", 101)]);
        let topic = leaves::topics_of(&here.level.criteria[4]).remove(0);
        register.statements[0].value.only = topic.only;
        let period = "2026-Q1".parse().unwrap();
        assert_eq!(notes(&here, &register, period).get(&"village.5".parse().unwrap()), None);
        assert_eq!(notes(&here, &register, period).get(&"village.8".parse().unwrap()), Some(&EditionNote::Again));
        let level = here.level.id.clone();
        let confirm = Change::Confirm(here.workplace.id, here.pack.id.clone(), level, "village.8".parse().unwrap());
        here.workplace = here.workplace.after(confirm);
        assert_eq!(notes(&here, &register, period).get(&"village.8".parse().unwrap()), None);
    }
}
