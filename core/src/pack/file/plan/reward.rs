//! Reads priorities and bonus points, and what a document leaves to others.

use std::collections::BTreeMap;

use super::{note_id, readings};
use crate::{
    MAX_NUMBER,
    id::LevelId,
    json::{Expected, Node, Reader as _, Value},
    pack::{
        Bonus, Priority, Reference, ReferenceKind,
        file::{
            catalogue::decimals,
            condition::share,
            criterion::rule,
            error::{ProblemKind, UnknownId},
            reader::{MAX_ENTRIES, PackReader},
        },
    },
};

pub(in crate::pack::file) fn priority(reader: &mut PackReader, node: Node<'_>) -> Option<Priority> {
    reader.object(node, |f| {
        let id = f.need("id", |reader, node| rule(reader, node, Some("priority")));
        let (label, clause) = (f.need("label", PackReader::words), f.need("clause", PackReader::text));
        let of = f.need("of", |reader, node| reader.known(UnknownId::Level, node));
        let share = f.need("share", share);
        let gives = f.need("gives", |reader, node| reader.known(UnknownId::Level, node));
        let readings = readings(f);
        Some(Priority { id: id?, label: label?, clause: clause?, of: of?, share: share?, gives: gives?, readings })
    })
}

pub(in crate::pack::file) fn bonus(reader: &mut PackReader, node: Node<'_>) -> Option<Bonus> {
    reader.object(node, |f| {
        let (label, clause) = (f.need("label", PackReader::words), f.need("clause", PackReader::text));
        let each = f.need("each", points);
        let cap = f.need("cap", |reader, node| reader.whole(node, 0, MAX_NUMBER));
        let readings = readings(f);
        Some(Bonus { clause: clause?, label: label?, each: each?, cap: cap?, readings })
    })
}

/// Reads hundredths of a point for each qualifying unit of a level.
fn points(reader: &mut PackReader, node: Node<'_>) -> Option<BTreeMap<LevelId, i64>> {
    let points = reader.entries::<LevelId, _>(node, MAX_ENTRIES, |reader, value| reader.whole(value, 0, MAX_NUMBER))?;
    if node.members().next().is_none() {
        return reader.not(node, Expected::Members);
    }
    for (level, value) in node.members().filter(|(level, _)| level.parse::<LevelId>().is_ok()) {
        let known = reader.declared.contains(&(UnknownId::Level, level.to_owned()));
        reader.check(known, value, || ProblemKind::Unknown(UnknownId::Level, level.to_owned()));
    }
    Some(points)
}

pub(in crate::pack::file) fn reference(reader: &mut PackReader, node: Node<'_>) -> Option<Reference> {
    reader.object(node, |f| {
        let id = f.need("id", |reader, node| {
            let below = node.value.as_text().is_some_and(|id| id.starts_with("reference."));
            reader.check(below, node, || ProblemKind::IdOutside("reference".to_owned()))?;
            note_id(reader, node)
        });
        let words = &["weights", "pass-mark", "veto-list", "text", "value"];
        let place = f.need("kind", |reader, node| reader.word(node, words, &[0, 1, 2, 3, 4]));
        let step = match place {
            Some(4) => f.need("decimals", decimals),
            // Of an unknown kind nobody can say whether it has decimals.
            None => f.maybe("decimals", decimals),
            Some(_) => None,
        };
        let kind = place.and_then(|place| {
            Some(match place {
                0 => ReferenceKind::Weights,
                1 => ReferenceKind::PassMark,
                2 => ReferenceKind::VetoList,
                3 => ReferenceKind::Text,
                _ => ReferenceKind::Value { decimals: step? },
            })
        });
        let level = f.maybe("level", |reader, node| reader.known(UnknownId::Level, node));
        let (clause, label) = (f.need("clause", PackReader::text), f.need("label", PackReader::words));
        let (who, readings) = (f.need("who", PackReader::words), readings(f));
        Some(Reference { id: id?, kind: kind?, level, clause: clause?, label: label?, who: who?, readings })
    })
}

/// Returns the kind of a reference, for conditions that are read before it; `None` where it is faulty, which is
/// reported when the reference itself is read.
pub(in crate::pack::file) fn reference_kind(reference: &Value<'_>) -> Option<ReferenceKind> {
    Some(match reference.get("kind")?.as_text()? {
        "weights" => ReferenceKind::Weights,
        "pass-mark" => ReferenceKind::PassMark,
        "veto-list" => ReferenceKind::VetoList,
        "text" => ReferenceKind::Text,
        "value" => match reference.get("decimals")? {
            Value::Number(decimals @ 0..=9) => ReferenceKind::Value { decimals: u8::try_from(*decimals).ok()? },
            _ => return None,
        },
        _ => return None,
    })
}
