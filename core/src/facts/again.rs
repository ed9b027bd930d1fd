//! The statements that “all of this up to today” makes: they extend every earlier “none” that could reach further.

use super::{Facts, Says, Statement, Topic, leaves};
use crate::{
    days::{Day, Days, first_gap},
    id::IndicatorId,
    pack::{IndicatorKind, Level, Pack},
};

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
    let is_category =
        |id: &IndicatorId| pack.indicators.get(id).is_some_and(|indicator| indicator.kind == IndicatorKind::Incidents);
    let open = |topic: Topic| {
        let said = facts
            .statements
            .iter()
            .filter(|statement| statement.says == Says::Complete && topic.is_answered_by(statement));
        let mut runs: Vec<Days> =
            said.filter_map(|statement: &Statement| statement.days.until(statement.made_on.pred_opt()?)).collect();
        let begins = runs.iter().any(|run| run.contains(so_far.first()));
        let gap = first_gap(firm, &mut runs).filter(|_| begins)?;
        Some((topic, Days::new(gap.first(), so_far.last())?))
    };
    let all: Vec<(Topic, Days)> =
        leaves::topics(level).into_iter().filter(|topic| is_category(&topic.about)).filter_map(open).collect();
    // What is stated of all of a category need not be stated of some of it, too.
    let said_with = |(topic, days): &(Topic, Days)| {
        all.iter().any(|(wider, of)| wider != topic && wider.about == topic.about && of == days && topic.lies_in(wider))
    };
    all.iter().filter(|one| !said_with(one)).cloned().collect()
}
