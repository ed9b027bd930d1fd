//! The day up to which a period's facts are looked at.

use crate::{
    days::Day,
    facts::{Facts, Says, coverage_end, leaves},
    pack::Level,
};

/// Returns the day up to which the facts of a period are looked at on `today`.
///
/// After the period it is the period's last day. Within it, it is the earliest day up to which everything that was
/// answered is covered, so that a result says 截至 that day instead of going blank overnight; an incident or figure of a
/// later day is never left out for that. An incident alone answers nothing about other days, so it shortens none. Never
/// after `today`, and `today` itself while nothing is answered.
#[must_use]
pub fn as_of(level: &Level, facts: &Facts, today: Day) -> Day {
    let days = facts.period.days();
    let Some(so_far) = days.until(today) else { return today };
    if so_far == days {
        return days.last();
    }
    let asked = leaves::topics(level);
    let covered = asked.iter().filter_map(|topic| coverage_end(facts, topic, so_far)).min();
    let figures = facts.statements.iter().filter(|statement| !matches!(statement.says, Says::Complete | Says::Unknown));
    let answered = covered.max(figures.map(|statement| statement.days.last()).max());
    let happened = facts.incidents.iter().map(|incident| incident.day).max();
    answered.map_or(so_far.last(), |day| happened.map_or(day, |happened| day.max(happened)).min(so_far.last()))
}
