//! The readings that a level rests on, as lines for paper.

use cunping_core::pack::{Level, Pack, Reading};

use crate::{lang::Lang, ui::common};

/// Returns one line for each reading, in the document's order, that a check, a measure, a criterion, the verdict of
/// the level or the rule who decides about its units rests on.
pub(crate) fn of_level(lang: Lang, pack: &Pack, level: &Level) -> Vec<String> {
    let checks = || level.criteria.iter().flat_map(|criterion| criterion.checks.iter().chain(&criterion.measures));
    let cited = |reading: &&Reading| {
        let id = &reading.note.id;
        checks().any(|check| check.readings.contains(id))
            || level.result_readings.contains(id)
            || level.recognition.as_ref().is_some_and(|rule| rule.readings.contains(id))
            || level.criteria.iter().any(|criterion| reading.note.about.contains(&criterion.id))
    };
    pack.readings.iter().filter(cited).map(|reading| line(lang, reading)).collect()
}

fn line(lang: Lang, reading: &Reading) -> String {
    let (clause, text) = (common::clause_of(lang, &reading.note.clause), lang.of(&reading.note.text));
    let other = reading.alternative.as_ref().map_or_else(String::new, |other| {
        let other = lang.of(other);
        say!(lang, "另一种理解：{other}", " Another reading: {other}")
    });
    say!(lang, "{text}（{clause}）{other}", "{text} ({clause}){other}")
}
