//! The register in memory, kept equal to what the store will hold. Writes nothing to the store.

use cunping_core::{
    days::{Day, Days},
    facts::{Says, Statement, Topic},
};

use crate::store::{Change, Register, Reviewed, Saved, WorkplaceId, changes_for_statement};

/// Makes the changes that concern the register of `of`, as the store will.
pub fn apply(register: &mut Register, of: WorkplaceId, changes: &[Change]) {
    for change in changes {
        match change {
            Change::PutIncident(to, new) if *to == of => {
                register.incidents.retain(|it| it.value.id != new.value.id);
                register.incidents.push(new.clone());
            }
            Change::DeleteIncident(to, id) if *to == of => register.incidents.retain(|it| it.value.id != *id),
            Change::PutStatement(to, new) if *to == of => {
                let same = (Topic::of(&new.value), new.value.days);
                register.statements.retain(|it| (Topic::of(&it.value), it.value.days) != same);
                register.statements.push(new.clone());
            }
            Change::DeleteStatement(to, topic, days) if *to == of => {
                register.statements.retain(|it| (&Topic::of(&it.value), it.value.days) != (topic, *days));
            }
            Change::PutRemark(to, new) if *to == of => {
                let same = (new.value.period, &new.value.rule);
                register.remarks.retain(|it| (it.value.period, &it.value.rule) != same);
                register.remarks.push(new.clone());
            }
            Change::DeleteRemark(to, period, rule) if *to == of => {
                register.remarks.retain(|it| (it.value.period, &it.value.rule) != (*period, rule));
            }
            Change::PutOverlay(to, new) if *to == of => {
                register.overlays.retain(|it| it.value.overlay.digest != new.value.overlay.digest);
                register.overlays.push(new.clone());
            }
            Change::DeleteOverlay(to, digest) if *to == of => {
                register.overlays.retain(|it| it.value.overlay.digest != *digest)
            }
            Change::PutReview(to, new) if *to == of => {
                register.reviews.retain(|it| !same_review(&it.value, &new.value));
                register.reviews.push(new.clone());
            }
            Change::DeleteReview(to, gone) if *to == of => {
                register.reviews.retain(|it| !same_review(&it.value, gone));
            }
            _ => {}
        }
    }
}

/// Whether two are about the same unit, document, level and period.
fn same_review(a: &Reviewed, b: &Reviewed) -> bool {
    (a.unit, &a.pack, &a.level, a.period) == (b.unit, &b.pack, &b.level, b.period)
}

/// The changes that take back what was said about `topic` on `days`; what was said of other days stays, but for a
/// figure, which holds for its days as a whole.
#[must_use]
pub fn take_back(register: &Register, of: WorkplaceId, topic: &Topic, days: Days, today: Day) -> Vec<Change> {
    // A statement that nothing is known replaces exactly what overlaps; without it, the days are silent again.
    let value =
        Statement { about: topic.about.clone(), only: topic.only.clone(), days, made_on: today, says: Says::Unknown };
    let mut changes = changes_for_statement(of, &register.statements, Saved { value, at_ms: 0 });
    changes.pop();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Remark;

    const HERE: WorkplaceId = WorkplaceId([1; 16]);

    fn none(first: &str, last: &str) -> Saved<Statement> {
        let days = Days::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        let made_on = days.last();
        Saved {
            value: Statement {
                about: "crime".parse().unwrap(),
                only: cunping_core::pack::condition::Filter::Every,
                days,
                made_on,
                says: Says::Complete,
            },
            at_ms: 1,
        }
    }

    #[test]
    fn a_new_statement_is_the_only_word_on_its_days() {
        let mut register = Register::default();
        for new in [none("2026-01-01", "2026-02-10"), none("2026-01-01", "2026-03-31")] {
            let changes = changes_for_statement(HERE, &register.statements, new);
            apply(&mut register, HERE, &changes);
        }
        assert_eq!(register.statements, [none("2026-01-01", "2026-03-31")]);
    }

    #[test]
    fn what_is_taken_back_leaves_the_other_days() {
        let mut register = Register { statements: vec![none("2026-01-01", "2026-06-30")], ..Register::default() };
        let quarter = Days::new("2026-04-01".parse().unwrap(), "2026-06-30".parse().unwrap()).unwrap();
        let (topic, today) = (Topic::whole("crime".parse().unwrap()), "2026-11-22".parse().unwrap());
        let changes = take_back(&register, HERE, &topic, quarter, today);
        apply(&mut register, HERE, &changes);
        let left = register.statements.iter().map(|it| (it.value.says.clone(), it.value.days.last().to_string()));
        assert_eq!(left.collect::<Vec<_>>(), [(Says::Complete, "2026-03-31".to_owned())]);
    }

    #[test]
    fn what_belongs_to_another_workplace_changes_nothing() {
        let mut register = Register::default();
        apply(&mut register, HERE, &[Change::PutStatement(WorkplaceId([2; 16]), none("2026-01-01", "2026-01-01"))]);
        assert_eq!(register, Register::default());
    }

    #[test]
    fn a_remark_is_replaced_and_removed() {
        let remark = |text: &str| {
            let (period, rule) = ("2026-Q1".parse().unwrap(), "village.1".parse().unwrap());
            Saved { value: Remark { period, rule, text: text.into() }, at_ms: 1 }
        };
        let mut register = Register::default();
        apply(&mut register, HERE, &[Change::PutRemark(HERE, remark("a")), Change::PutRemark(HERE, remark("b"))]);
        assert_eq!(register.remarks, [remark("b")]);
        let Remark { period, rule, .. } = remark("b").value;
        apply(&mut register, HERE, &[Change::DeleteRemark(HERE, period, rule)]);
        assert!(register.remarks.is_empty());
    }
}
