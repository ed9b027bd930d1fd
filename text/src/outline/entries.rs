//! The entries of an outline, one function for each kind.

use cunping_core::{
    days::Day,
    id::{NoteId, RuleId},
    pack::{Check, Criterion, DatedShare, Deadline, Note, Pack, Reading, Step, Target},
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

pub(super) fn criterion(lang: Lang, pack: &Pack, it: &Criterion) -> OutlineEntry {
    let mut lines = Vec::new();
    let asked = |check: &Check| match check.clause.as_str() {
        "" => lang.of(&check.label).to_owned(),
        clause => format!("{} [{clause}]", lang.of(&check.label)),
    };
    it.checks.iter().for_each(|check| push(&mut lines, words::asks(lang), &asked(check)));
    it.measures.iter().for_each(|check| push(&mut lines, words::measured(lang), &asked(check)));
    push(&mut lines, words::monitors_body(lang), &term::list(lang, &it.monitors_in_body));
    for (form, printed) in &it.monitors_printed {
        let annex = pack.forms.iter().find(|known| known.id == *form).map(|known| known.annex.as_str());
        let label = annex.map_or_else(
            || words::monitors_form(lang).to_owned(),
            |annex| format!("{} {annex}", words::monitors_form(lang)),
        );
        push(&mut lines, &label, printed);
    }
    if it.monitors_printed.is_empty() {
        let names: Vec<_> = it.monitors.iter().filter_map(|id| pack.offices.get(id)).map(|it| &it.name).collect();
        push(&mut lines, words::monitors_form(lang), &term::list(lang, &names));
    }
    push(&mut lines, common::responsible(lang), &it.responsible);
    push(&mut lines, common::remark(lang), it.printed_remark.as_deref().unwrap_or_default());
    it.guidance.iter().for_each(|note| push(&mut lines, common::guidance(lang), lang.of(&note.text)));
    let mut rests_on: Vec<&NoteId> = Vec::new();
    for id in it.checks.iter().chain(&it.measures).flat_map(|it| &it.readings) {
        if !rests_on.contains(&id) {
            rests_on.push(id);
        }
    }
    rested(lang, pack, &mut lines, rests_on);
    OutlineEntry { id: it.id.as_str().to_owned(), title: it.title.clone(), clause: it.clause.clone(), lines }
}

pub(super) fn target(lang: Lang, pack: &Pack, it: &Target) -> OutlineEntry {
    let share = |it: &DatedShare| {
        let years = match it.to {
            Some(to) if to == it.from => words::only_year(lang, it.from),
            Some(to) => words::years(lang, it.from, to),
            None => words::from_year(lang, it.from),
        };
        let share = number::share(lang, it.part, it.whole);
        LabeledText { label: years, text: format!("{} [{}]", words::at_least(lang, &share), it.clause) }
    };
    let mut lines: Vec<LabeledText> = it.shares.iter().map(share).collect();
    rested(lang, pack, &mut lines, it.readings.iter());
    let title = lang.of(&it.label).to_owned();
    OutlineEntry { id: it.id.as_str().to_owned(), title, clause: it.clause.clone(), lines }
}

pub(super) fn deadline(lang: Lang, pack: &Pack, it: &Deadline, today: Day) -> OutlineEntry {
    let mut lines = Vec::new();
    push(&mut lines, words::who(lang), lang.of(&it.who));
    push(&mut lines, words::printed(lang), &it.printed);
    push(&mut lines, words::falls(lang), &due::falls(lang, it.falls));
    push(&mut lines, words::next(lang), &due::next_words(lang, it.falls, today).unwrap_or_default());
    rested(lang, pack, &mut lines, it.readings.iter());
    let title = lang.of(&it.what).to_owned();
    OutlineEntry { id: it.id.as_str().to_owned(), title, clause: it.clause.clone(), lines }
}

pub(super) fn step(lang: Lang, pack: &Pack, it: &Step) -> OutlineEntry {
    let mut lines = Vec::new();
    push(&mut lines, "", lang.of(&it.text));
    rested(lang, pack, &mut lines, it.readings.iter());
    OutlineEntry { id: it.id.as_str().to_owned(), title: it.title.clone(), clause: it.clause.clone(), lines }
}

pub(super) fn reading(lang: Lang, pack: &Pack, it: &Reading) -> OutlineEntry {
    let mut entry = note(lang, pack, &it.note);
    let other = it.alternative.as_ref().map(|words| lang.of(words)).unwrap_or_default();
    push(&mut entry.lines, common::other_reading(lang), other);
    entry
}

pub(super) fn note(lang: Lang, pack: &Pack, it: &Note) -> OutlineEntry {
    let mut lines = Vec::new();
    let concerned: Vec<&str> = it.about.iter().filter_map(|id| title(lang, pack, id)).collect();
    push(&mut lines, words::concerns(lang), &term::list(lang, &concerned));
    OutlineEntry {
        id: it.id.as_str().to_owned(),
        title: lang.of(&it.text).to_owned(),
        clause: it.clause.clone(),
        lines,
    }
}

/// Returns the document's title of a rule: a criterion, a check of one, or a target; `None` if there is no such rule.
fn title<'a>(lang: Lang, pack: &'a Pack, id: &RuleId) -> Option<&'a str> {
    let criteria = || pack.levels.iter().flat_map(|level| &level.criteria);
    let checks = || criteria().flat_map(|it| it.checks.iter().chain(&it.measures));
    criteria()
        .find(|it| it.id == *id)
        .map(|it| it.title.as_str())
        .or_else(|| checks().find(|it| it.id == *id).map(|it| lang.of(&it.label)))
        .or_else(|| pack.targets.iter().find(|it| it.id == *id).map(|it| lang.of(&it.label)))
}

/// Adds the readings with these ids as lines.
fn rested<'a>(lang: Lang, pack: &Pack, lines: &mut Vec<LabeledText>, ids: impl IntoIterator<Item = &'a NoteId>) {
    for id in ids {
        if let Some(reading) = pack.readings.iter().find(|it| it.note.id == *id) {
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
