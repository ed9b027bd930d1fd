//! The day up to which a period's facts are looked at. Pure.

use cunping_core::{
    days::Day,
    facts::{Facts, Says, coverage_end, leaves},
    pack::Level,
};

/// Returns the day up to which the facts of a period are looked at on `today`.
///
/// After the period it is the period's last day. Within it, it is the earliest day up to which everything that was
/// answered is covered, so that a result says 截至 that day instead of going blank overnight; an incident or figure of a
/// later day is never left out for that. Never after `today`, and `today` itself while nothing is answered.
#[must_use]
pub fn as_of(level: &Level, facts: &Facts, today: Day) -> Day {
    let days = facts.period.days();
    let Some(so_far) = days.until(today) else { return today };
    if so_far == days {
        return days.last();
    }
    let asked = leaves::topics(level);
    let covered = asked.iter().filter_map(|topic| coverage_end(facts, topic, so_far)).min();
    let figures = facts.statements.iter().filter(|it| !matches!(it.says, Says::Complete | Says::Unknown));
    let latest = facts.incidents.iter().map(|it| it.day).chain(figures.map(|it| it.days.last())).max();
    covered.max(latest).map_or(so_far.last(), |day| day.min(so_far.last()))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use cunping_core::{
        days::Days,
        facts::{Incident, Statement},
        id::{IncidentId, UnitLevel},
        pack::{Check, Criterion, PeriodKind, Words, condition::Condition, condition::Filter},
    };

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// A level that asks about these categories, one criterion each.
    fn level(categories: &[&str]) -> Level {
        let criterion = |of: &&str| {
            let condition = Condition::None { of: of.parse().unwrap(), only: Filter::Every };
            let label = Words { zh: String::new(), en: String::new() };
            let id: cunping_core::id::RuleId = of.parse().unwrap();
            Criterion {
                id: id.clone(),
                title: String::new(),
                clause: String::new(),
                monitors: Vec::new(),
                monitors_printed: BTreeMap::new(),
                monitors_in_body: Vec::new(),
                responsible: String::new(),
                printed_remark: None,
                guidance: Vec::new(),
                checks: vec![Check {
                    id,
                    label,
                    clause: String::new(),
                    condition,
                    may_not_apply: false,
                    readings: Vec::new(),
                }],
                measures: Vec::new(),
                section: None,
                role: cunping_core::pack::Role::Standard,
                digest: cunping_core::id::Digest([0; 32]),
            }
        };
        Level {
            id: "village".parse().unwrap(),
            unit: UnitLevel::Village,
            title: String::new(),
            clause: String::new(),
            reports: vec![PeriodKind::Quarter],
            awarded_for: PeriodKind::Year,
            first_period: None,
            requires: None,
            review: None,
            recognition: None,
            result: cunping_core::pack::ResultRule::All,
            result_clause: None,
            result_readings: Vec::new(),
            sections: Vec::new(),
            criteria: categories.iter().map(criterion).collect(),
        }
    }

    fn facts(period: &str, none: &[(&str, &str, &str)]) -> Facts {
        let mut facts = Facts::silent("999999001001".parse().unwrap(), period.parse().unwrap());
        facts.statements = none
            .iter()
            .map(|(of, first, last)| Statement {
                about: of.parse().unwrap(),
                only: cunping_core::pack::condition::Filter::Every,
                days: Days::new(day(first), day(last)).unwrap(),
                made_on: day(last),
                says: Says::Complete,
            })
            .collect();
        facts
    }

    #[test]
    fn a_period_that_is_over_is_looked_at_whole() {
        let silent = facts("2026-Q1", &[]);
        assert_eq!(as_of(&level(&["crime"]), &silent, day("2026-11-22")), day("2026-03-31"));
        let early = facts("2026-Q1", &[("crime", "2026-01-01", "2026-02-03")]);
        assert_eq!(as_of(&level(&["crime"]), &early, day("2026-03-31")), day("2026-03-31"));
    }

    #[test]
    fn within_a_period_the_oldest_answer_decides() {
        let level = level(&["crime", "fire", "cult"]);
        assert_eq!(as_of(&level, &facts("2026-Q4", &[]), day("2026-11-22")), day("2026-11-22"));
        let some = facts("2026-Q4", &[("crime", "2026-10-01", "2026-11-20"), ("fire", "2026-10-01", "2026-11-22")]);
        assert_eq!(as_of(&level, &some, day("2026-11-22")), day("2026-11-20"));
    }

    #[test]
    fn an_incident_is_never_left_out() {
        let mut some = facts("2026-Q4", &[("fire", "2026-10-01", "2026-10-05")]);
        some.incidents.push(Incident {
            id: IncidentId([1; 16]),
            day: day("2026-11-03"),
            categories: BTreeSet::from(["crime".parse().unwrap()]),
            attributes: BTreeMap::new(),
            repeats: None,
            stated_on: day("2026-11-22"),
        });
        assert_eq!(as_of(&level(&["crime", "fire"]), &some, day("2026-11-22")), day("2026-11-03"));
    }

    #[test]
    fn a_period_that_has_not_begun_is_looked_at_on_no_day() {
        let silent = facts("2026-Q4", &[]);
        assert_eq!(as_of(&level(&["crime"]), &silent, day("2026-09-30")), day("2026-09-30"));
    }
}
