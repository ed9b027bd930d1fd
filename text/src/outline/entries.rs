//! The entries of an outline, one function for each kind.

use cunping_core::{
    days::Day,
    id::{LevelId, NoteId, RuleId},
    pack::{Bonus, Check, Criterion, DatedShare, Deadline, Note, Pack, Priority, Reading, Step, Target},
};

use super::{LabeledText, OutlineEntry};
use crate::{
    due,
    lang::Lang,
    number, term,
    ui::{common, document as words},
    when,
};

pub(super) fn identity(lang: Lang, pack: &Pack, area: &str) -> OutlineEntry {
    let source = &pack.source;
    let or_silent = |text: Option<String>| text.unwrap_or_else(|| words::not_printed(lang).into());
    let mut lines = Vec::new();
    push(&mut lines, words::title(lang), &source.title);
    push(&mut lines, words::number(lang), &or_silent(source.number.clone()));
    push(&mut lines, words::issuers(lang), &term::list(lang, &source.issuers));
    push(&mut lines, words::issued(lang), &or_silent(source.issued.map(|day| when::day(lang, day))));
    push(&mut lines, words::addressees(lang), &term::list(lang, &source.addressees));
    push(&mut lines, words::basis(lang), &term::list(lang, &source.basis));
    push(&mut lines, words::area(lang), area);
    push(&mut lines, words::checked(lang), &common::checked_on(lang, &when::day(lang, source.checked_on)));
    push(&mut lines, words::version(lang), &common::version_of(lang, pack.version));
    OutlineEntry { id: "identity".into(), title: String::new(), clause: String::new(), lines }
}

pub(super) fn criterion(lang: Lang, pack: &Pack, criterion: &Criterion) -> OutlineEntry {
    let mut lines = Vec::new();
    let asked = |check: &Check| match check.clause.as_str() {
        "" => lang.of(&check.label).to_owned(),
        clause => format!("{} [{clause}]", lang.of(&check.label)),
    };
    criterion.checks.iter().for_each(|check| push(&mut lines, words::asks(lang), &asked(check)));
    criterion.measures.iter().for_each(|check| push(&mut lines, words::measured(lang), &asked(check)));
    push(&mut lines, words::monitors_body(lang), &term::list(lang, &criterion.monitors_in_body));
    for (form, printed) in &criterion.monitors_printed {
        let annex = pack.forms.iter().find(|known| known.id == *form).map(|known| known.annex.as_str());
        let label = annex.map_or_else(
            || words::monitors_form(lang).to_owned(),
            |annex| format!("{} {annex}", words::monitors_form(lang)),
        );
        push(&mut lines, &label, printed);
    }
    if criterion.monitors_printed.is_empty() {
        let names: Vec<_> =
            criterion.monitors.iter().filter_map(|id| pack.offices.get(id)).map(|office| &office.name).collect();
        push(&mut lines, words::monitors_form(lang), &term::list(lang, &names));
    }
    push(&mut lines, common::responsible(lang), &criterion.responsible);
    push(&mut lines, common::remark(lang), criterion.printed_remark.as_deref().unwrap_or_default());
    criterion.guidance.iter().for_each(|note| push(&mut lines, common::guidance(lang), lang.of(&note.text)));
    let mut rests_on: Vec<&NoteId> = Vec::new();
    for id in criterion.checks.iter().chain(&criterion.measures).flat_map(|check| &check.readings) {
        if !rests_on.contains(&id) {
            rests_on.push(id);
        }
    }
    rested(lang, pack, &mut lines, rests_on);
    OutlineEntry {
        id: criterion.id.as_str().to_owned(),
        title: criterion.title.clone(),
        clause: criterion.clause.clone(),
        lines,
    }
}

pub(super) fn target(lang: Lang, pack: &Pack, target: &Target) -> OutlineEntry {
    let share = |dated: &DatedShare| {
        let years = match dated.to {
            Some(to) if to == dated.from => words::only_year(lang, dated.from),
            Some(to) => words::years(lang, dated.from, to),
            None => words::from_year(lang, dated.from),
        };
        let share = number::share(lang, dated.part, dated.whole);
        LabeledText { label: years, text: format!("{} [{}]", words::at_least(lang, &share), dated.clause) }
    };
    let mut lines: Vec<LabeledText> = target.shares.iter().map(share).collect();
    rested(lang, pack, &mut lines, target.readings.iter());
    let title = lang.of(&target.label).to_owned();
    OutlineEntry { id: target.id.as_str().to_owned(), title, clause: target.clause.clone(), lines }
}

pub(super) fn priority(lang: Lang, pack: &Pack, priority: &Priority) -> OutlineEntry {
    let unit = |level: &LevelId| pack.level(level).map_or("", |level| term::unit(lang, pack, level.unit));
    let mut lines = Vec::new();
    let (part, whole) = priority.share;
    push(&mut lines, unit(&priority.of), &words::at_least(lang, &number::share(lang, part, whole)));
    rested(lang, pack, &mut lines, priority.readings.iter());
    let title = lang.of(&priority.label).to_owned();
    OutlineEntry { id: priority.id.as_str().to_owned(), title, clause: priority.clause.clone(), lines }
}

pub(super) fn bonus(lang: Lang, pack: &Pack, bonus: &Bonus) -> OutlineEntry {
    let mut lines = Vec::new();
    for (level, hundredths) in &bonus.each {
        let unit = pack.level(level).map_or("", |level| term::unit(lang, pack, level.unit));
        push(&mut lines, unit, &words::each_gives(lang, &number::decimal(*hundredths, 2)));
    }
    push(&mut lines, "", &words::at_most(lang, &number::decimal(bonus.cap, 2)));
    rested(lang, pack, &mut lines, bonus.readings.iter());
    let title = lang.of(&bonus.label).to_owned();
    OutlineEntry { id: "bonus".to_owned(), title, clause: bonus.clause.clone(), lines }
}

pub(super) fn deadline(lang: Lang, pack: &Pack, deadline: &Deadline, today: Day) -> OutlineEntry {
    let mut lines = Vec::new();
    push(&mut lines, words::who(lang), lang.of(&deadline.who));
    push(&mut lines, words::printed(lang), &deadline.printed);
    push(&mut lines, words::falls(lang), &due::falls(lang, deadline.falls));
    push(&mut lines, words::next(lang), &due::next_words(lang, deadline.falls, today).unwrap_or_default());
    rested(lang, pack, &mut lines, deadline.readings.iter());
    let title = lang.of(&deadline.what).to_owned();
    OutlineEntry { id: deadline.id.as_str().to_owned(), title, clause: deadline.clause.clone(), lines }
}

pub(super) fn step(lang: Lang, pack: &Pack, step: &Step) -> OutlineEntry {
    let mut lines = Vec::new();
    push(&mut lines, "", lang.of(&step.text));
    rested(lang, pack, &mut lines, step.readings.iter());
    OutlineEntry { id: step.id.as_str().to_owned(), title: step.title.clone(), clause: step.clause.clone(), lines }
}

pub(super) fn reading(lang: Lang, pack: &Pack, reading: &Reading) -> OutlineEntry {
    let mut entry = note(lang, pack, &reading.note);
    let other = reading.alternative.as_ref().map(|words| lang.of(words)).unwrap_or_default();
    push(&mut entry.lines, common::other_reading(lang), other);
    entry
}

pub(super) fn note(lang: Lang, pack: &Pack, note: &Note) -> OutlineEntry {
    let mut lines = Vec::new();
    let concerned: Vec<&str> = note.about.iter().filter_map(|id| title(lang, pack, id)).collect();
    push(&mut lines, words::concerns(lang), &term::list(lang, &concerned));
    OutlineEntry {
        id: note.id.as_str().to_owned(),
        title: lang.of(&note.text).to_owned(),
        clause: note.clause.clone(),
        lines,
    }
}

/// Returns the document's title of a rule: a criterion, a check of one, or a target; `None` if there is no such rule.
fn title<'a>(lang: Lang, pack: &'a Pack, id: &RuleId) -> Option<&'a str> {
    let criteria = || pack.levels.iter().flat_map(|level| &level.criteria);
    let checks = || criteria().flat_map(|criterion| criterion.checks.iter().chain(&criterion.measures));
    criteria()
        .find(|criterion| criterion.id == *id)
        .map(|criterion| criterion.title.as_str())
        .or_else(|| checks().find(|check| check.id == *id).map(|check| lang.of(&check.label)))
        .or_else(|| pack.targets.iter().find(|target| target.id == *id).map(|target| lang.of(&target.label)))
}

/// Adds the readings with these ids as lines.
fn rested<'a>(lang: Lang, pack: &Pack, lines: &mut Vec<LabeledText>, ids: impl IntoIterator<Item = &'a NoteId>) {
    for id in ids {
        if let Some(reading) = pack.readings.iter().find(|reading| reading.note.id == *id) {
            push(lines, common::our_reading(lang), lang.of(&reading.note.text));
        }
    }
}

/// Adds a line, unless its text is empty.
fn push(lines: &mut Vec<LabeledText>, label: &str, text: &str) {
    if !text.is_empty() {
        lines.push(LabeledText { label: label.to_owned(), text: text.to_owned() });
    }
}
