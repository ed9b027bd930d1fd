//! The changes by which a workplace follows a document, stops following it, or moves to another edition. Pure.

use std::collections::BTreeSet;

use cunping_core::{
    edition::editions,
    id::{LevelId, PackId, RuleId, UnitLevel},
    pack::Pack,
};

use super::{here::assessed, new_workplace};
use crate::store::{Change, ChangedOver, ClockTime, Followed, Moved, Workplace};

/// Returns the change that follows one more document; `None` if the workplace follows it already, or the document has
/// nothing for it.
#[must_use]
pub fn with(workplace: &Workplace, pack: &Pack, today: cunping_core::days::Day) -> Option<Change> {
    let known = workplace.documents.iter().any(|it| it.pack == pack.id);
    let new = new_workplace::followed(pack, workplace.role, &workplace.office, today);
    (!known && !new.is_empty()).then(|| Change::Follow(workplace.id, new))
}

/// Returns the change that stops following a document; `None` if the workplace follows no other. The answers stay in
/// the register.
#[must_use]
pub fn without(workplace: &Workplace, pack: &PackId) -> Option<Change> {
    let other = workplace.documents.iter().any(|it| it.pack != *pack);
    other.then(|| Change::Unfollow(workplace.id, pack.clone()))
}

/// Returns the change to another edition of a document, with the criteria that have to be looked at again. The
/// statements stay in the register. `None` if the workplace does not follow `old`, or `new` lacks a level that it
/// follows.
#[must_use]
pub fn moved(workplace: &Workplace, old: &Pack, new: &Pack, now: ClockTime) -> Option<Change> {
    let unit = workplace.unit.level();
    let followed =
        workplace.documents.iter().filter(|followed| (&followed.pack, followed.version) == (&old.id, old.version));
    let over = followed.map(|followed| {
        let moved = Moved { from: old.version, at_ms: now.ms, again: again(old, new, &followed.level, unit)? };
        let asks =
            assessed(new, &followed.level, unit)?.criteria.iter().map(|criterion| criterion.id.clone()).collect();
        let now = Followed { version: new.version, since: now.day, moved: Some(moved), ..followed.clone() };
        Some(ChangedOver { now, asks })
    });
    let over = over.collect::<Option<Vec<_>>>()?;
    (!over.is_empty()).then(|| Change::ChangeOver(workplace.id, over))
}

/// Returns the criteria, of the level that the unit assesses itself for, that ask differently in the new edition.
fn again(old: &Pack, new: &Pack, followed: &LevelId, unit: UnitLevel) -> Option<BTreeSet<RuleId>> {
    let (before, after) = (assessed(old, followed, unit), assessed(new, followed, unit)?);
    if after.unit != unit {
        return Some(BTreeSet::new());
    }
    Some(match before.filter(|level| level.id == after.id) {
        Some(before) => editions(before, after).again().cloned().collect(),
        None => after.criteria.iter().map(|criterion| criterion.id.clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{documents, edition::sample},
        store::Role,
    };

    fn now(ms: i64) -> ClockTime {
        ClockTime { ms, day: "2027-02-01".parse().unwrap() }
    }

    fn village() -> (Workplace, &'static Pack) {
        let pack = documents::all().first().unwrap();
        (sample::workplace(pack, Role::Village, "150626200205"), pack)
    }

    fn again(workplace: &Workplace) -> Vec<&str> {
        workplace.documents[0].moved.iter().flat_map(|it| &it.again).map(RuleId::as_str).collect()
    }

    #[test]
    fn a_document_is_followed_once_and_the_last_one_stays() {
        let (workplace, pack) = village();
        let today = "2026-11-23".parse().unwrap();
        assert_eq!(with(&workplace, pack, today), None);
        assert_eq!(without(&workplace, &pack.id), None);
        let mut other = pack.clone();
        other.id = "another".parse().unwrap();
        let follow = with(&workplace, &other, today).unwrap();
        let both = workplace.after(follow.clone());
        assert_eq!(both.documents.len(), 2);
        assert_eq!(both.after(follow), both, "as another tab would, which does not know yet");
        assert_eq!(both.after(without(&both, &other.id).unwrap()), workplace);
        let only = workplace.after(Change::Unfollow(workplace.id, pack.id.clone()));
        assert_eq!(only, workplace, "another tab may have left the other one meanwhile");
    }

    #[test]
    fn a_new_edition_asks_again_what_it_decides_otherwise_and_nothing_else() {
        let (workplace, first) = village();
        let second = sample::edition(2, &[sample::LOSS]);
        let over = moved(&workplace, first, &second, now(5)).unwrap();
        let after = workplace.after(over.clone());
        assert_eq!((after.documents[0].version, again(&after)), (2, vec!["village.8"]));
        assert_eq!(after.documents[0].since, now(5).day);
        assert_eq!(moved(&after, first, &second, now(6)), None, "it follows the first no longer");
        let level = "village".parse().unwrap();
        let confirm = Change::Confirm(after.id, second.id.clone(), level, "village.8".parse().unwrap());
        let confirmed = after.after(confirm);
        assert_eq!(again(&confirmed), [""; 0]);
        assert_eq!(confirmed.after(over), confirmed, "a tab that goes over later asks nothing again");
    }

    #[test]
    fn what_was_not_looked_at_yet_stays_to_be_looked_at_after_the_next_edition() {
        let (workplace, first) = village();
        let second = sample::edition(2, &[sample::LOSS]);
        let third = sample::edition(3, &[sample::LOSS, sample::FRAUD]);
        let after = workplace.after(moved(&workplace, first, &second, now(5)).unwrap());
        let after = after.after(moved(&after, &second, &third, now(6)).unwrap());
        assert_eq!(again(&after), ["village.5", "village.8"]);
        assert_eq!(after.documents[0].moved.as_ref().unwrap().from, 2);
    }

    #[test]
    fn an_office_that_only_collects_has_nothing_to_look_at_again() {
        let first = documents::all().first().unwrap();
        let second = sample::edition(2, &[sample::LOSS]);
        let office = sample::workplace(first, Role::Township, "150626200000");
        let after = office.after(moved(&office, first, &second, now(5)).unwrap());
        assert_eq!((after.documents[0].version, again(&after)), (2, vec![]), "the changed criterion is the village's");
    }

    #[test]
    fn an_edition_without_the_level_is_not_followed() {
        let (workplace, first) = village();
        let mut second = sample::edition(2, &[]);
        second.levels.retain(|level| level.id.as_str() != "village");
        assert_eq!(moved(&workplace, first, &second, now(5)), None);
    }
}
