//! The readings that a level rests on, as lines for paper.

use cunping_core::pack::{Level, Pack, Reading};

use crate::{lang::Lang, ui::common};

/// Returns one line for each reading, in the document's order, that a check, a measure, a criterion, the verdict of
/// the level or the rule who decides about its units rests on.
pub(crate) fn of_level(lang: Lang, pack: &Pack, level: &Level) -> Vec<String> {
    let checks = || level.criteria.iter().flat_map(|it| it.checks.iter().chain(&it.measures));
    let cited = |it: &&Reading| {
        let id = &it.note.id;
        checks().any(|check| check.readings.contains(id))
            || level.result_readings.contains(id)
            || level.recognition.as_ref().is_some_and(|it| it.readings.contains(id))
            || level.criteria.iter().any(|criterion| it.note.about.contains(&criterion.id))
    };
    pack.readings.iter().filter(cited).map(|it| line(lang, it)).collect()
}

fn line(lang: Lang, it: &Reading) -> String {
    let (clause, text) = (common::clause_of(lang, &it.note.clause), lang.of(&it.note.text));
    let other = it.alternative.as_ref().map_or_else(String::new, |other| {
        let other = lang.of(other);
        say!(lang, "另一种理解：{other}", " Another reading: {other}")
    });
    say!(lang, "{text}（{clause}）{other}", "{text} ({clause}){other}")
}
