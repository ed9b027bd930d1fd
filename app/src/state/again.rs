//! The statements that “all of this up to today” makes: they extend every earlier “none” that could reach further.
//! Pure.

use cunping_core::{
    days::{Day, Days, first_gap},
    facts::{Facts, Says, Statement, Topic, leaves},
    id::IndicatorId,
    pack::{Level, Pack},
};

use cunping_core::pack::IndicatorKind;

/// Returns the categories to state again, each with the days to state it for, so that everything that was stated before
/// reaches today.
///
/// A statement made on a day is firm only for the days before it, so the day on which the last one was made is stated
/// again. A category that was never stated from the period's first day on is left out: nobody is asked to confirm what
/// they have not said.
#[must_use]
pub fn up_to_today(pack: &Pack, level: &Level, facts: &Facts, today: Day) -> Vec<(Topic, Days)> {
    let Some(so_far) = facts.period.days().until(today) else { return Vec::new() };
    let Some(firm) = today.pred_opt().and_then(|yesterday| so_far.until(yesterday)) else { return Vec::new() };
    let is_category = |id: &IndicatorId| pack.indicators.get(id).is_some_and(|it| it.kind == IndicatorKind::Incidents);
    let open = |topic: Topic| {
        let said = facts.statements.iter().filter(|it| it.says == Says::Complete && topic.is_answered_by(it));
        let mut runs: Vec<Days> = said.filter_map(|it: &Statement| it.days.until(it.made_on.pred_opt()?)).collect();
        let begins = runs.iter().any(|run| run.contains(so_far.first()));
        let gap = first_gap(firm, &mut runs).filter(|_| begins)?;
        Some((topic, Days::new(gap.first(), so_far.last())?))
    };
    leaves::topics(level).into_iter().filter(|it| is_category(&it.about)).filter_map(open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::documents;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn run(first: &str, last: &str) -> Days {
        Days::new(day(first), day(last)).unwrap()
    }

    fn asked(period: &str, none: &[(&str, Days, &str)], today: &str) -> Vec<(String, Days)> {
        let pack = documents::all().first().unwrap();
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        let mut facts = Facts::silent("999999001201".parse().unwrap(), period.parse().unwrap());
        facts.statements = none
            .iter()
            .map(|(about, days, made_on)| Statement {
                about: about.parse().unwrap(),
                only: cunping_core::pack::condition::Filter::Every,
                days: *days,
                made_on: day(made_on),
                says: Says::Complete,
            })
            .collect();
        up_to_today(pack, level, &facts, day(today))
            .into_iter()
            .map(|(topic, days)| (topic.about.to_string(), days))
            .collect()
    }

    #[test]
    fn what_was_said_earlier_is_said_again_from_its_last_day_on() {
        let none = [("gang", run("2026-10-01", "2026-11-03"), "2026-11-03")];
        assert_eq!(asked("2026-Q4", &none, "2026-11-22"), [("gang".into(), run("2026-11-03", "2026-11-22"))]);
        assert_eq!(asked("2026-Q4", &none, "2027-01-02"), [("gang".into(), run("2026-11-03", "2026-12-31"))]);
    }

    #[test]
    fn what_is_firm_or_was_said_today_or_never_is_left_alone() {
        let today = [("gang", run("2026-10-01", "2026-11-22"), "2026-11-22")];
        assert_eq!(asked("2026-Q4", &today, "2026-11-22"), []);
        let firm = [("gang", run("2026-07-01", "2026-09-30"), "2026-10-02")];
        assert_eq!(asked("2026-Q3", &firm, "2026-11-22"), []);
        let late = [("gang", run("2026-08-01", "2026-08-03"), "2026-08-03")];
        assert_eq!(asked("2026-Q3", &late, "2026-11-22"), []);
        assert_eq!(asked("2026-Q4", &[], "2026-11-22"), []);
    }

    #[test]
    fn a_wider_category_speaks_for_the_narrower() {
        let none = [("crime", run("2026-10-01", "2026-11-03"), "2026-11-03")];
        let asked = asked("2026-Q4", &none, "2026-11-22");
        assert_eq!(asked.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["crime", "crime/telecom-fraud"]);
    }
}
