//! Levels, and the declarations that the rest of a document refers to. Reads no single criterion.

use super::{
    criterion::criterion,
    head::unit_level,
    node::{Node, Value},
    problem::{Kind, What},
    reader::Reader,
};
use crate::pack::{Level, PeriodKind};

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
    declare(What::Rule, &mut part("targets").iter().filter_map(id));
    for criterion in part("levels").iter().filter_map(|level| level.get("criteria")).flat_map(Node::items) {
        let parts = ["checks", "measures"].into_iter().filter_map(|key| criterion.get(key)).flat_map(Node::items);
        declare(What::Rule, &mut parts.chain([criterion]).filter_map(id));
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
        let criteria = f.some("criteria", |reader, node| criterion(reader, node, id.as_ref()));
        Some(Level {
            id: id?,
            unit: unit?,
            title: title?,
            clause: clause?,
            reports: reports?,
            awarded_for: awarded_for?,
            first_period: None,
            requires: None,
            review: None,
            result: crate::pack::ResultRule::All,
            result_clause: None,
            result_readings: Vec::new(),
            sections: Vec::new(),
            criteria: criteria?,
        })
    })
}

fn period_kind(reader: &mut Reader, node: &Node) -> Option<PeriodKind> {
    reader.word(node, &["year", "half", "quarter"], &[PeriodKind::Year, PeriodKind::Half, PeriodKind::Quarter])
}
