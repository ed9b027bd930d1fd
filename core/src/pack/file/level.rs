//! Reads levels, and the declarations that the rest of a document refers to.

use std::collections::BTreeSet;

use super::{
    criterion::{criterion, rule},
    error::{Kind, What},
    head::unit_level,
    node::{Node, Value},
    plan,
    reader::Reader,
};
use crate::{
    id::{LevelId, OfficeId},
    pack::{Level, PeriodKind, RecognitionRule, ResultRule, Section},
    period::{Part, Period},
};

/// Notes every id that the document declares, so that references can be checked while it is read.
pub(super) fn declare(reader: &mut Reader, node: &Node) {
    let id = |node: &Node| node.get("id").and_then(Node::text).map(str::to_owned);
    let part = |key| node.get(key).map(Node::items).unwrap_or_default();
    let mut declare = |what, ids: &mut dyn Iterator<Item = String>| {
        reader.declared.extend(ids.map(|id| (what, id)));
    };
    if let Some(Value::Table(offices)) = node.get("offices").map(|offices| &offices.value) {
        declare(What::Office, &mut offices.keys().cloned());
    }
    declare(What::Level, &mut part("levels").iter().filter_map(id));
    declare(What::Reading, &mut part("readings").iter().filter_map(id));
    declare(What::Rule, &mut part("targets").iter().chain(part("priorities")).filter_map(id));
    let levels = part("levels").iter();
    declare(What::Rule, &mut levels.filter_map(|level| level.get("sections")).flat_map(Node::items).filter_map(id));
    for criterion in part("levels").iter().filter_map(|level| level.get("criteria")).flat_map(Node::items) {
        let parts = ["checks", "measures"].into_iter().filter_map(|key| criterion.get(key)).flat_map(Node::items);
        declare(What::Rule, &mut parts.chain([criterion]).filter_map(id));
    }
    for reference in part("references") {
        reader.declared.extend(id(reference).map(|id| (What::Reference, id)));
        reader.references.extend(id(reference).zip(plan::reference_kind(reference)));
    }
    for level in part("levels") {
        let required = level.get("requires").and_then(Node::text).map(str::to_owned);
        reader.required.extend(id(level).zip(required));
        let unit = level.get("unit").and_then(Node::text).map(str::to_owned);
        reader.units.extend(id(level).zip(unit));
    }
    for form in part("forms") {
        let level = form.get("level").and_then(Node::text);
        reader.forms.extend(id(form).zip(level.map(str::to_owned)));
    }
}

pub(super) fn level(reader: &mut Reader, node: &Node) -> Option<Level> {
    reader.table(node, |f| {
        let id = f.need("id", Reader::id);
        let (unit, title) = (f.need("unit", unit_level), f.need("title", Reader::text));
        let clause = f.need("clause", Reader::text);
        let reports = f.some("reports", period_kind);
        let awarded_for = f.need("awarded_for", period_kind);
        let reported = reports.as_ref().zip(awarded_for).is_none_or(|(reports, award)| reports.contains(&award));
        if !reported {
            f.reader.problem::<()>(&node.place_of("awarded_for"), Kind::AwardNotReported);
        }
        if let Some(id) = &id {
            f.reader.claim(What::Level, id, node);
        }
        let first_period = f.maybe("first_period", |reader, node| first_period(reader, node, reports.as_deref()));
        let requires = f.maybe("requires", |reader, node| requires(reader, node, id.as_ref()));
        let review = f.maybe("review", |reader, node| reader.known(What::Office, node));
        let recognition = f.maybe("recognition", recognition);
        if let (Some(review), Some(place)) = (&review, node.get("review")) {
            let last = recognition.as_ref().and_then(|it| it.by.last());
            let faulty = recognition.is_none() && node.get("recognition").is_some();
            f.reader.check(faulty || last == Some(review), place, || Kind::ReviewNotLast);
        }
        let words = &["all", "score"];
        let result = f.maybe("result", |reader, node| reader.word(node, words, &[ResultRule::All, ResultRule::Score]));
        let misread = result.is_none() && node.get("result").is_some();
        let result = result.unwrap_or_default();
        let result_clause = f.maybe("result_clause", Reader::text);
        let result_readings = f.list("result_readings", |reader, node| reader.known(What::Reading, node));
        let sections = f.list("sections", |reader, node| section(reader, node, id.as_ref()));
        let written = node.get("sections").map(Node::items).unwrap_or_default();
        let scored = written.iter().any(|it| matches!(it.get("scored").map(|it| &it.value), Some(Value::Flag(true))));
        if !misread && scored != (result == ResultRule::Score) {
            f.reader.problem::<()>(&node.place_of("result"), Kind::ScoredMismatch);
        }
        let ids = written.iter().filter_map(|it| it.get("id").and_then(Node::text));
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
fn recognition(reader: &mut Reader, node: &Node) -> Option<RecognitionRule> {
    reader.table(node, |f| {
        let by: Option<Vec<OfficeId>> = f.some("by", |reader, node| reader.known(What::Office, node));
        let clause = f.need("clause", Reader::text);
        let readings = f.list("readings", |reader, node| reader.known(What::Reading, node));
        let removal = f.flag("removal");
        let mut before = BTreeSet::new();
        for (office, place) in by.iter().flatten().zip(node.get("by").map(Node::items).unwrap_or_default()) {
            f.reader.check(before.insert(office), place, || Kind::DuplicateId(office.to_string()));
        }
        Some(RecognitionRule { by: by?, clause: clause?, readings, removal })
    })
}

fn section(reader: &mut Reader, node: &Node, level: Option<&LevelId>) -> Option<Section> {
    reader.table(node, |f| {
        let id = f.need("id", |reader, node| rule(reader, node, level.map(LevelId::as_str)));
        let (title, clause) = (f.need("title", Reader::text), f.need("clause", Reader::text));
        let scored = f.flag("scored");
        Some(Section { id: id?, title: title?, clause: clause?, scored })
    })
}

/// Reads the award that must be held first: of the same kind of unit, and without a circle.
fn requires(reader: &mut Reader, node: &Node, own: Option<&LevelId>) -> Option<LevelId> {
    let id: LevelId = reader.known(What::Level, node)?;
    let own = own?;
    let mut next = Some(id.to_string());
    for _ in 0..=reader.required.len() {
        let at = next?;
        reader.check(at != own.as_str(), node, || Kind::RequiresItself)?;
        next = reader.required.get(&at).cloned();
        if next.is_none() {
            break;
        }
    }
    let same = reader.units.get(id.as_str()) == reader.units.get(own.as_str());
    reader.check(same, node, || Kind::RequiresOtherUnit)?;
    Some(id)
}

fn first_period(reader: &mut Reader, node: &Node, reports: Option<&[PeriodKind]>) -> Option<Period> {
    let text = reader.text(node)?;
    let Ok(period) = text.parse::<Period>() else { return reader.problem(&node.place, Kind::BadPeriod) };
    let kind = match period.part() {
        Part::Year => PeriodKind::Year,
        Part::Half(_) => PeriodKind::Half,
        Part::Quarter(_) => PeriodKind::Quarter,
    };
    reader.check(reports.is_none_or(|reports| reports.contains(&kind)), node, || Kind::PeriodNotReported)?;
    Some(period)
}

fn period_kind(reader: &mut Reader, node: &Node) -> Option<PeriodKind> {
    reader.word(node, &["year", "half", "quarter"], &[PeriodKind::Year, PeriodKind::Half, PeriodKind::Quarter])
}
