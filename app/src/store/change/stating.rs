//! The effect of a new statement on earlier ones, given those that are there when it is applied.

use cunping_core::{
    days::Days,
    facts::{Says, Statement, Topic},
};

use super::{delete, put};
use crate::store::{
    Saved, Table, WorkplaceId,
    records::{self, Owned},
    table::{Merge, Rows, Write, in_range},
};

/// Replaces what was said about a topic on some days by `new`; without it, only withdraws that.
pub(super) fn settle(of: WorkplaceId, topic: Topic, days: Days, new: Option<Saved<Statement>>) -> Write {
    let prefix = records::key(of, &[topic.about.as_str(), ""]);
    let reads = vec![(Table::Statements, prefix.clone())];
    let decide = move |rows: &Rows| {
        let said = in_range(rows, Table::Statements, &prefix).filter_map(|(key, text)| {
            let said = records::read::<Saved<Statement>>(text).filter(|saved| saved.key(of) == key)?;
            (Topic::of(&said.value) == topic && said.value.days.intersection(days).is_some()).then_some((key, said))
        });
        let (mut gone, mut left) = (Vec::new(), Vec::new());
        for (key, old) in said {
            gone.push(delete(Table::Statements, key.to_owned()));
            if holds_day_by_day(&old.value.says) {
                let cut = |days| Saved { value: Statement { days, ..old.value.clone() }, at_ms: old.at_ms };
                left.extend(around(old.value.days, days).into_iter().map(cut));
            }
        }
        left.extend(new);
        gone.extend(left.into_iter().map(|saved| put(saved.key(of), &saved)));
        Ok(gone)
    };
    Write::Merge(Merge { reads, touches: Vec::new(), decide: Box::new(decide) })
}

fn holds_day_by_day(says: &Says) -> bool {
    match says {
        Says::Complete | Says::Yes | Says::No | Says::NotApplicable(_) | Says::Unknown => true,
        Says::Count(_) | Says::Ratio { .. } | Says::Rank(_) | Says::Figure(_) => false,
    }
}

/// Returns the days of `whole` before and after `middle`.
fn around(whole: Days, middle: Days) -> Vec<Days> {
    let before = middle.first().pred_opt().and_then(|last| whole.until(last));
    let after = middle.last().succ_opt().and_then(|first| Days::new(first.max(whole.first()), whole.last()));
    before.into_iter().chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{
        Change, Held, Register,
        conformance::sample::{id, statement, workplace},
    };

    type Said = (&'static str, &'static str, Says);

    /// Returns the statements that are left after a change, as days and words.
    fn left(old: &[Saved<Statement>], change: Change) -> Vec<(String, String, Says)> {
        let (mut register, workplaces) = (Register { statements: old.to_vec(), ..Register::default() }, [workplace(1)]);
        let held = Held { of: Some(id(1)), workplaces: &workplaces, register: &register, files: &[] };
        let effects = held.effects(vec![change]).unwrap();
        effects.on_register(&mut register);
        let mut left = register.statements;
        left.sort_by_key(|saved| saved.value.days);
        let days = |saved: Saved<Statement>| {
            (saved.value.days.first().to_string(), saved.value.days.last().to_string(), saved.value.says)
        };
        left.into_iter().map(days).collect()
    }

    fn about((from, to, says): &Said) -> Saved<Statement> {
        statement("crime", from, to, says.clone())
    }

    fn after(old: &[Said], new: Said) -> Vec<(String, String, Says)> {
        left(&old.iter().map(about).collect::<Vec<_>>(), Change::State(id(1), about(&new)))
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
        assert_eq!(left(&old, Change::State(id(1), new)).len(), 2);
    }

    #[test]
    fn what_is_taken_back_leaves_the_other_days() {
        let old =
            [about(&("2026-01-01", "2026-06-30", Says::Complete)), about(&("2026-07-01", "2026-07-31", Says::No))];
        let quarter = Days::new("2026-04-01".parse().unwrap(), "2026-06-30".parse().unwrap()).unwrap();
        let back = Change::TakeBack(id(1), Topic::of(&old[0].value), quarter);
        let rest = [("2026-01-01", "2026-03-31", Says::Complete), ("2026-07-01", "2026-07-31", Says::No)];
        assert_eq!(left(&old, back), said(&rest));
    }
}
