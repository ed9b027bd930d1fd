//! What a workplace has stated so far, and how a new statement changes it. Judges nothing.

use std::collections::BTreeMap;

use cunping_core::{
    days::Days,
    facts::{Facts, Incident, Says, Statement, Topic},
    id::{LevelId, PackId, UnitCode},
    overlay::Overlay,
    period::Period,
};

use super::{BadRecord, Change, LoadedOverlay, Remark, Reviewed, Saved, WorkplaceId};

/// All that a workplace has stated, of every period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Incidents, by id.
    pub incidents: Vec<Saved<Incident>>,
    /// Statements, by indicator and days.
    pub statements: Vec<Saved<Statement>>,
    /// 备注, by period and criterion.
    pub remarks: Vec<Saved<Remark>>,
    /// What documents leave to others, as somebody loaded it, by digest.
    pub overlays: Vec<Saved<LoadedOverlay>>,
    /// What offices' reviews of units came to, by document, level, period and unit.
    pub reviews: Vec<Saved<Reviewed>>,
    /// What this program cannot read.
    pub bad: Vec<BadRecord>,
}

impl Register {
    /// Everything stated, as facts of `unit`, with the remarks of `period`. [`Facts::named_by`] then picks what a
    /// document asks about.
    #[must_use]
    pub fn facts(&self, unit: UnitCode, period: Period) -> Facts {
        let of_period = self.remarks.iter().filter(|it| it.value.period == period);
        let remarks: BTreeMap<_, _> = of_period.map(|it| (it.value.rule.clone(), it.value.text.clone())).collect();
        let mut facts = Facts {
            incidents: self.incidents.iter().map(|it| it.value.clone()).collect(),
            statements: self.statements.iter().map(|it| it.value.clone()).collect(),
            remarks,
            ..Facts::silent(unit, period)
        };
        facts.sort();
        facts
    }

    /// The overlays of a document, of all its levels.
    #[must_use]
    pub fn overlays_of(&self, pack: &PackId) -> Vec<&Overlay> {
        self.overlays.iter().map(|it| &it.value.overlay).filter(|it| it.pack == *pack).collect()
    }

    /// Which units passed an office's review under a level of a document in a period.
    #[must_use]
    pub fn reviews_of(&self, pack: &PackId, level: &LevelId, period: Period) -> BTreeMap<UnitCode, bool> {
        let of = |it: &&Reviewed| it.pack == *pack && it.level == *level && it.period == period;
        self.reviews.iter().map(|it| &it.value).filter(of).map(|it| (it.unit, it.passed)).collect()
    }

    /// When anything was last saved, in milliseconds since 1970, UTC.
    #[must_use]
    pub fn last_saved_ms(&self) -> Option<i64> {
        let incidents = self.incidents.iter().map(|it| it.at_ms);
        let statements = self.statements.iter().map(|it| it.at_ms);
        incidents.chain(statements).chain(self.remarks.iter().map(|it| it.at_ms)).max()
    }
}

/// The changes that make `new` the only word on its topic and days: what it covers goes, what holds day by day
/// is cut to the days that are left, and a figure that shares a day goes, because a part of its days has no figure.
#[must_use]
pub fn changes_for_statement(of: WorkplaceId, existing: &[Saved<Statement>], new: Saved<Statement>) -> Vec<Change> {
    let days = new.value.days;
    let topic = Topic::of(&new.value);
    let touched = |it: &&Saved<Statement>| Topic::of(&it.value) == topic && it.value.days.intersection(days).is_some();
    let (mut gone, mut left) = (Vec::new(), Vec::new());
    for old in existing.iter().filter(touched) {
        gone.push(Change::DeleteStatement(of, topic.clone(), old.value.days));
        if holds_day_by_day(&old.value.says) {
            let cut = |days| Saved { value: Statement { days, ..old.value.clone() }, at_ms: old.at_ms };
            left.extend(around(old.value.days, days).into_iter().map(|days| Change::PutStatement(of, cut(days))));
        }
    }
    gone.extend(left);
    gone.push(Change::PutStatement(of, new));
    gone
}

fn holds_day_by_day(says: &Says) -> bool {
    match says {
        Says::Complete | Says::Yes | Says::No | Says::NotApplicable(_) | Says::Unknown => true,
        Says::Count(_) | Says::Ratio { .. } | Says::Rank(_) | Says::Figure(_) => false,
    }
}

/// The days of `whole` before and after `middle`.
fn around(whole: Days, middle: Days) -> Vec<Days> {
    let before = middle.first().pred_opt().and_then(|last| whole.until(last));
    let after = middle.last().succ_opt().and_then(|first| Days::new(first.max(whole.first()), whole.last()));
    before.into_iter().chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance::sample::{id, incident, remark, statement};

    type Said = (&'static str, &'static str, Says);

    /// What is left of `old` after `new`, as days and words.
    fn after(old: &[Said], new: Said) -> Vec<(String, String, Says)> {
        let about = |(from, to, says): &Said| statement("crime", from, to, says.clone());
        let mut left: Vec<_> = old.iter().map(about).collect();
        for change in changes_for_statement(id(1), &left.clone(), about(&new)) {
            match change {
                Change::DeleteStatement(_, _, days) => left.retain(|it| it.value.days != days),
                Change::PutStatement(_, it) => left.push(it),
                other => panic!("{other:?}"),
            }
        }
        left.sort_by_key(|it| it.value.days);
        let days =
            |it: Saved<Statement>| (it.value.days.first().to_string(), it.value.days.last().to_string(), it.value.says);
        left.into_iter().map(days).collect()
    }

    fn said(said: &[Said]) -> Vec<(String, String, Says)> {
        said.iter().map(|(from, to, says)| ((*from).into(), (*to).into(), says.clone())).collect()
    }

    #[test]
    fn what_is_covered_goes() {
        let new = ("2026-01-01", "2026-03-10", Says::Complete);
        assert_eq!(after(&[("2026-01-01", "2026-02-10", Says::Complete)], new.clone()), said(&[new]));
    }

    #[test]
    fn runs_that_touch_stay_apart() {
        let (old, new) = (("2026-01-01", "2026-01-31", Says::Complete), ("2026-02-01", "2026-02-28", Says::Complete));
        assert_eq!(after(std::slice::from_ref(&old), new.clone()), said(&[old, new]));
    }

    #[test]
    fn what_overlaps_is_cut_on_both_sides() {
        let old = [("2026-01-01", "2026-03-31", Says::Complete), ("2026-04-01", "2026-04-30", Says::No)];
        let left = [
            ("2026-01-01", "2026-02-28", Says::Complete),
            ("2026-03-01", "2026-04-02", Says::Unknown),
            ("2026-04-03", "2026-04-30", Says::No),
        ];
        assert_eq!(after(&old, left[1].clone()), said(&left));
        let split = [
            ("2026-01-01", "2026-01-31", Says::Complete),
            ("2026-02-01", "2026-02-28", Says::Unknown),
            ("2026-03-01", "2026-03-31", Says::Complete),
        ];
        assert_eq!(after(&old[..1], split[1].clone()), said(&split));
    }

    #[test]
    fn a_figure_that_shares_a_day_goes_whole() {
        let year = ("2026-01-01", "2026-12-31", Says::Count(5));
        let quarter = ("2026-01-01", "2026-03-31", Says::Count(1));
        assert_eq!(after(std::slice::from_ref(&year), quarter.clone()), said(std::slice::from_ref(&quarter)));
        assert_eq!(after(&[quarter], year.clone()), said(&[year]));
    }

    #[test]
    fn other_indicators_are_left_alone() {
        let old = [statement("crime/theft", "2026-01-01", "2026-03-31", Says::Complete)];
        let new = statement("crime", "2026-01-01", "2026-03-31", Says::Complete);
        assert_eq!(changes_for_statement(id(1), &old, new.clone()), [Change::PutStatement(id(1), new)]);
    }

    #[test]
    fn facts_hold_everything_stated_and_the_remarks_of_the_period() {
        let register = Register { incidents: vec![incident()], remarks: vec![remark()], ..Register::default() };
        let unit = "150626200205".parse().unwrap();
        let facts = register.facts(unit, "2026-Q1".parse().unwrap());
        assert_eq!((facts.incidents, facts.remarks.len()), (vec![incident().value], 1));
        assert!(register.facts(unit, "2026-Q2".parse().unwrap()).remarks.is_empty());
    }
}
