//! Reads levels, and the declarations that the rest of a document refers to.

use std::collections::BTreeSet;

use super::{
    criterion::{criterion, rule},
    error::{ProblemKind, UnknownId},
    head::unit_level,
    plan,
    reader::PackReader,
};
use crate::{
    id::{LevelId, OfficeId},
    json::{Expected, Node, Reader, Value},
    pack::{Level, PeriodKind, RecognitionRule, ResultRule, Section},
    period::{Part, Period},
};

/// Notes every id that the document declares, so that references can be checked while it is read.
pub(super) fn declare(reader: &mut PackReader, document: &Value<'_>) {
    let text = |of: &Value<'_>, key| of.get(key).and_then(Value::as_text).map(str::to_owned);
    let id = |of: &Value<'_>| text(of, "id");
    let part = |key| document.get(key).map(Value::items).unwrap_or_default();
    let mut declare = |what, ids: &mut dyn Iterator<Item = String>| {
        reader.declared.extend(ids.map(|id| (what, id)));
    };
    if let Some(Value::Object(offices)) = document.get("offices") {
        declare(UnknownId::Office, &mut offices.iter().map(|(id, _)| id.to_owned()));
    }
    declare(UnknownId::Level, &mut part("levels").iter().filter_map(id));
    declare(UnknownId::Reading, &mut part("readings").iter().filter_map(id));
    declare(UnknownId::Rule, &mut part("targets").iter().chain(part("priorities")).filter_map(id));
    let levels = part("levels").iter();
    declare(
        UnknownId::Rule,
        &mut levels.filter_map(|level| level.get("sections")).flat_map(Value::items).filter_map(id),
    );
    for criterion in part("levels").iter().filter_map(|level| level.get("criteria")).flat_map(Value::items) {
        let parts = ["checks", "measures"].into_iter().filter_map(|key| criterion.get(key)).flat_map(Value::items);
        declare(UnknownId::Rule, &mut parts.chain([criterion]).filter_map(id));
    }
    for reference in part("references") {
        reader.declared.extend(id(reference).map(|id| (UnknownId::Reference, id)));
        reader.references.extend(id(reference).zip(plan::reference_kind(reference)));
    }
    for level in part("levels") {
        reader.required.extend(id(level).zip(text(level, "requires")));
        reader.units.extend(id(level).zip(text(level, "unit")));
    }
    for form in part("forms") {
        reader.forms.extend(id(form).zip(text(form, "level")));
    }
}

pub(super) fn level(reader: &mut PackReader, node: Node<'_>) -> Option<Level> {
    reader.object(node, |f| {
        let id = f.need("id", PackReader::id);
        let (unit, title) = (f.need("unit", unit_level), f.need("title", PackReader::text));
        let clause = f.need("clause", PackReader::text);
        let reports = f.some("reports", period_kind);
        let awarded_for = f.need("awarded_for", period_kind);
        let reported = reports.as_ref().zip(awarded_for).is_none_or(|(reports, award)| reports.contains(&award));
        if !reported {
            f.problem::<()>("awarded_for", ProblemKind::AwardNotReported);
        }
        if let Some(id) = &id {
            f.reader.claim(UnknownId::Level, id, node);
        }
        let first_period = f.maybe("first_period", |reader, node| first_period(reader, node, reports.as_deref()));
        let requires = f.maybe("requires", |reader, node| requires(reader, node, id.as_ref()));
        let review = f.maybe("review", |reader, node| reader.known(UnknownId::Office, node));
        let recognition = f.maybe("recognition", recognition);
        if let Some(review) = &review {
            let last = recognition.as_ref().and_then(|rule| rule.by.last());
            let faulty = recognition.is_none() && node.value.get("recognition").is_some();
            if !faulty && last != Some(review) {
                f.problem::<()>("review", ProblemKind::ReviewNotLast);
            }
        }
        let words = &["all", "score"];
        let result = f.maybe("result", |reader, node| reader.word(node, words, &[ResultRule::All, ResultRule::Score]));
        let misread = result.is_none() && node.value.get("result").is_some();
        let result = result.unwrap_or_default();
        let result_clause = f.maybe("result_clause", PackReader::text);
        let result_readings = f.any("result_readings", |reader, node| reader.known(UnknownId::Reading, node));
        let sections = f.any("sections", |reader, node| section(reader, node, id.as_ref()));
        let written = node.value.get("sections").map(Value::items).unwrap_or_default();
        let scored = written.iter().any(|section| section.get("scored") == Some(&Value::Bool(true)));
        if !misread && scored != (result == ResultRule::Score) {
            f.problem::<()>("result", ProblemKind::ScoredMismatch);
        }
        let ids = written.iter().filter_map(|section| section.get("id").and_then(Value::as_text));
        f.reader.sections = ids.map(str::to_owned).collect();
        let criteria = f.some("criteria", |reader, node| criterion(reader, node, id.as_ref()));
        f.reader.sections.clear();
        Some(Level {
            id: id?,
            unit: unit?,
            title: title?,
            clause: clause?,
            reports: reports?,
            awarded_for: awarded_for?,
            first_period,
            requires,
            review,
            recognition,
            result,
            result_clause,
            result_readings,
            sections,
            criteria: criteria?,
        })
    })
}

/// Reads the offices that decide, in order, none twice.
fn recognition(reader: &mut PackReader, node: Node<'_>) -> Option<RecognitionRule> {
    reader.object(node, |f| {
        let mut before = BTreeSet::new();
        let by = f.some("by", |reader, node| {
            let office: OfficeId = reader.known(UnknownId::Office, node)?;
            reader.check(before.insert(office.clone()), node, || ProblemKind::DuplicateId(office.to_string()));
            Some(office)
        });
        let clause = f.need("clause", PackReader::text);
        let readings = f.any("readings", |reader, node| reader.known(UnknownId::Reading, node));
        let removal = f.maybe("removal", Reader::bool).unwrap_or_default();
        Some(RecognitionRule { by: by?, clause: clause?, readings, removal })
    })
}

fn section(reader: &mut PackReader, node: Node<'_>, level: Option<&LevelId>) -> Option<Section> {
    reader.object(node, |f| {
        let id = f.need("id", |reader, node| rule(reader, node, level.map(LevelId::as_str)));
        let (title, clause) = (f.need("title", PackReader::text), f.need("clause", PackReader::text));
        let scored = f.maybe("scored", Reader::bool).unwrap_or_default();
        Some(Section { id: id?, title: title?, clause: clause?, scored })
    })
}

/// Reads the award that must be held first: of the same kind of unit, and without a circle.
fn requires(reader: &mut PackReader, node: Node<'_>, own: Option<&LevelId>) -> Option<LevelId> {
    let id: LevelId = reader.known(UnknownId::Level, node)?;
    let own = own?;
    let mut next = Some(id.to_string());
    for _ in 0..=reader.required.len() {
        let at = next?;
        reader.check(at != own.as_str(), node, || ProblemKind::RequiresItself)?;
        next = reader.required.get(&at).cloned();
        if next.is_none() {
            break;
        }
    }
    let same = reader.units.get(id.as_str()) == reader.units.get(own.as_str());
    reader.check(same, node, || ProblemKind::RequiresOtherUnit)?;
    Some(id)
}

fn first_period(reader: &mut PackReader, node: Node<'_>, reports: Option<&[PeriodKind]>) -> Option<Period> {
    let text = reader.text(node)?;
    let Ok(period) = text.parse::<Period>() else { return reader.not(node, Expected::Period) };
    let kind = match period.part() {
        Part::Year => PeriodKind::Year,
        Part::Half(_) => PeriodKind::Half,
        Part::Quarter(_) => PeriodKind::Quarter,
    };
    reader.check(reports.is_none_or(|reports| reports.contains(&kind)), node, || ProblemKind::PeriodNotReported)?;
    Some(period)
}

fn period_kind(reader: &mut PackReader, node: Node<'_>) -> Option<PeriodKind> {
    reader.word(node, &["year", "half", "quarter"], &[PeriodKind::Year, PeriodKind::Half, PeriodKind::Quarter])
}
