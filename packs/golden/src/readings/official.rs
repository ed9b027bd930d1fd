//! Collects the official words of a pack: source, terms, offices, titles, monitors, printed dates, shares, forms.

use cunping_core::pack::{Criterion, Form, Level, Pack, Source, Terms};
use cunping_text::{lang::Lang, number, when};

use super::words::{OfficialWord, WordGatherer};

/// Returns every official word of a pack with its place, sorted.
pub(super) fn words(pack: &Pack) -> Vec<OfficialWord> {
    let mut words = WordGatherer::default();
    source(&mut words, &pack.source);
    terms(&mut words, &pack.terms);
    for (id, office) in &pack.offices {
        words.all(&format!("offices {id}"), std::iter::once(&office.name).chain(&office.variants));
    }
    pack.levels.iter().for_each(|it| level(&mut words, it));
    for target in &pack.targets {
        words.all(target.id.as_str(), target.shares.iter().map(|it| number::share(Lang::Zh, it.part, it.whole)));
    }
    for priority in &pack.priorities {
        words.add(priority.id.as_str(), &number::share(Lang::Zh, priority.share.0, priority.share.1));
    }
    if let Some(bonus) = &pack.bonus {
        words.all("bonus", bonus.each.values().chain([&bonus.cap]).map(|it| points(*it)));
    }
    for deadline in &pack.calendar {
        words.add(deadline.id.as_str(), &deadline.printed);
    }
    for step in &pack.procedure {
        words.add(step.id.as_str(), &step.title);
    }
    pack.forms.iter().for_each(|it| form(&mut words, it));
    words.0.sort();
    words.0
}

fn source(words: &mut WordGatherer, source: &Source) {
    words.all("source title", [&source.title, &source.short]);
    words.all("source number", &source.number);
    words.all("source issued", source.issued.map(|day| when::day(Lang::Zh, day)));
    words.all("source issuers", &source.issuers);
    words.all("source addressees", &source.addressees);
    words.all("source basis", &source.basis);
}

fn terms(words: &mut WordGatherer, terms: &Terms) {
    words.all("terms", [&terms.village, &terms.township, &terms.county, &terms.office, &terms.award]);
    words.all("terms", terms.prefecture.iter().chain(&terms.province));
}

fn level(words: &mut WordGatherer, level: &Level) {
    words.add(&format!("level {} title", level.id), &level.title);
    for section in &level.sections {
        words.add(&format!("{} title", section.id), &section.title);
    }
    level.criteria.iter().for_each(|it| criterion(words, it));
}

fn criterion(words: &mut WordGatherer, criterion: &Criterion) {
    let id = &criterion.id;
    words.add(&format!("{id} title"), &criterion.title);
    words.all(&format!("{id} monitors_printed"), criterion.monitors_printed.values());
    words.all(&format!("{id} monitors_in_body"), &criterion.monitors_in_body);
    words.add(&format!("{id} responsible"), &criterion.responsible);
    words.all(&format!("{id} printed_remark"), &criterion.printed_remark);
}

fn form(words: &mut WordGatherer, form: &Form) {
    let place = format!("form {}", form.id);
    words.all(&place, [&form.annex, &form.title, &form.footnote]);
    words.all(&place, form.header.iter().chain(&form.side).chain(&form.signature_line));
    words.all(&place, form.blocks.iter().flat_map(|block| [&block.heading, &block.seal, &block.date]));
}

/// Writes points that are given in hundredths as documents print them: 0.5分.
fn points(hundredths: i64) -> String {
    let figure = number::decimal(hundredths, 2);
    format!("{}分", figure.trim_end_matches('0').trim_end_matches('.'))
}
