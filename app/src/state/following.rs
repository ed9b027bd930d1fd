//! Which documents a workplace follows, and in which edition. Pure; saves nothing.

use std::collections::BTreeSet;

use cunping_core::{
    edition::editions,
    id::{LevelId, PackId, RuleId, UnitLevel},
    pack::Pack,
};

use super::{here::assessed, new_workplace};
use crate::store::{Followed, Moment, Moved, Workplace};

/// The workplace with one more document; unchanged where it follows it, or where the document has nothing for it.
#[must_use]
pub fn with(workplace: &Workplace, pack: &Pack, today: cunping_core::days::Day) -> Workplace {
    let mut documents = workplace.documents.clone();
    if documents.iter().all(|it| it.pack != pack.id) {
        documents.extend(new_workplace::followed(pack, workplace.role, &workplace.office, today));
    }
    Workplace { documents, ..workplace.clone() }
}

/// The workplace without a document; `None` where it follows no other. What was answered stays in the register.
#[must_use]
pub fn without(workplace: &Workplace, pack: &PackId) -> Option<Workplace> {
    let documents: Vec<_> = workplace.documents.iter().filter(|it| it.pack != *pack).cloned().collect();
    (!documents.is_empty()).then(|| Workplace { documents, ..workplace.clone() })
}

/// The workplace at another edition of a document, with the criteria that somebody has to look at again. What was
/// stated stays in the register. `None` where it does not follow `old`, or a level that it follows is not in `new`.
#[must_use]
pub fn moved(workplace: &Workplace, old: &Pack, new: &Pack, now: Moment) -> Option<Workplace> {
    let unit = workplace.unit.level();
    let mut documents = workplace.documents.clone();
    let mut any = false;
    for it in documents.iter_mut().filter(|it| (&it.pack, it.version) == (&old.id, old.version)) {
        let mut again = again(old, new, &it.level, unit)?;
        let before = it.moved.take().map(|it| it.again).unwrap_or_default();
        let kept = assessed(new, &it.level, unit)?;
        again.extend(before.into_iter().filter(|id| kept.criteria.iter().any(|criterion| criterion.id == *id)));
        (it.version, it.since) = (new.version, now.day);
        it.moved = Some(Moved { from: old.version, at_ms: now.ms, again });
        any = true;
    }
    any.then(|| Workplace { documents, ..workplace.clone() })
}

/// The criteria of the level that the unit assesses itself for that ask otherwise in the new edition.
fn again(old: &Pack, new: &Pack, followed: &LevelId, unit: UnitLevel) -> Option<BTreeSet<RuleId>> {
    let (before, after) = (assessed(old, followed, unit), assessed(new, followed, unit)?);
    if after.unit != unit {
        return Some(BTreeSet::new());
    }
    Some(match before.filter(|it| it.id == after.id) {
        Some(before) => editions(before, after).again().cloned().collect(),
        None => after.criteria.iter().map(|it| it.id.clone()).collect(),
    })
}

/// The workplace with one criterion looked at again.
#[must_use]
pub fn confirmed(workplace: &Workplace, pack: &PackId, level: &LevelId, rule: &RuleId) -> Workplace {
    let mut documents = workplace.documents.clone();
    let this = |it: &&mut Followed| it.pack == *pack && it.level == *level;
    if let Some(moved) = documents.iter_mut().find(this).and_then(|it| it.moved.as_mut()) {
        moved.again.remove(rule);
    }
    Workplace { documents, ..workplace.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{documents, edition::sample},
        store::Role,
    };

    fn now(ms: i64) -> Moment {
        Moment { ms, day: "2027-02-01".parse().unwrap() }
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
        assert_eq!(with(&workplace, pack, today), workplace);
        assert_eq!(without(&workplace, &pack.id), None);
        let mut other = pack.clone();
        other.id = "another".parse().unwrap();
        let both = with(&workplace, &other, today);
        assert_eq!(both.documents.len(), 2);
        assert_eq!(without(&both, &other.id), Some(workplace));
    }

    #[test]
    fn a_new_edition_asks_again_what_it_decides_otherwise_and_nothing_else() {
        let (workplace, first) = village();
        let second = sample::edition(2, &[sample::LOSS]);
        let after = moved(&workplace, first, &second, now(5)).unwrap();
        assert_eq!((after.documents[0].version, again(&after)), (2, vec!["village.8"]));
        assert_eq!(after.documents[0].since, now(5).day);
        assert_eq!(moved(&after, first, &second, now(6)), None, "it follows the first no longer");
        let confirmed = confirmed(&after, &second.id, &"village".parse().unwrap(), &"village.8".parse().unwrap());
        assert_eq!(again(&confirmed), [""; 0]);
    }

    #[test]
    fn what_was_not_looked_at_yet_stays_to_be_looked_at_after_the_next_edition() {
        let (workplace, first) = village();
        let second = sample::edition(2, &[sample::LOSS]);
        let third = sample::edition(3, &[sample::LOSS, sample::FRAUD]);
        let after = moved(&moved(&workplace, first, &second, now(5)).unwrap(), &second, &third, now(6)).unwrap();
        assert_eq!(again(&after), ["village.5", "village.8"]);
        assert_eq!(after.documents[0].moved.as_ref().unwrap().from, 2);
    }

    #[test]
    fn an_office_that_only_collects_has_nothing_to_look_at_again() {
        let first = documents::all().first().unwrap();
        let second = sample::edition(2, &[sample::LOSS]);
        let office = sample::workplace(first, Role::Township, "150626200000");
        let after = moved(&office, first, &second, now(5)).unwrap();
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
