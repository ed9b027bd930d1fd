//! Reads a whole document, part by part.

use super::{
    FORMAT,
    catalogue::catalogue,
    error::Kind,
    form::form,
    head::{office, source, terms},
    level::{declare, level},
    node::{Node, Value},
    plan::{bonus, deadline, note, priority, reading, reference, step, target},
    reader::Reader,
};
use crate::{id::Digest, pack::Pack};

/// Reads a pack. A newer format is reported alone.
pub(crate) fn document(reader: &mut Reader, node: &Node, digest: Digest) -> Option<Pack> {
    if let Some(Value::Whole(newer @ 2..)) = node.get("format").map(|format| &format.value) {
        return reader.problem(&node.place_of("format"), Kind::NewerFormat(*newer));
    }
    declare(reader, node);
    let pack = reader.table(node, |f| {
        f.need("format", |reader, node| reader.whole(node, FORMAT, FORMAT));
        let (id, version) =
            (f.need("id", Reader::id), f.need("version", |r, node| r.whole(node, 1, i64::from(u32::MAX))));
        let (source, terms) = (f.need("source", source), f.need("terms", terms));
        f.need("catalogue", catalogue);
        let offices = f.maybe("offices", |reader, node| reader.entries(node, office)).unwrap_or_default();
        let levels = f.some("levels", level);
        let (targets, calendar) = (f.list("targets", target), f.list("calendar", deadline));
        let (priorities, references) = (f.list("priorities", priority), f.list("references", reference));
        let bonus = f.maybe("bonus", bonus);
        let (procedure, forms) = (f.list("procedure", step), f.list("forms", form));
        let (contradictions, readings) = (f.list("contradictions", note), f.list("readings", reading));
        Some(Pack {
            id: id?,
            version: u32::try_from(version?).ok()?,
            digest,
            source: source?,
            terms: terms?,
            offices,
            levels: levels?,
            targets,
            priorities,
            bonus,
            references,
            calendar,
            procedure,
            forms,
            contradictions,
            readings,
            indicators: std::mem::take(&mut f.reader.indicators),
            attributes: std::mem::take(&mut f.reader.attributes),
        })
    });
    unused_readings(reader, node);
    pack
}

/// Checks that every reading has a rule, a date or a step that rests on it, or names the rules it is about.
fn unused_readings(reader: &mut Reader, node: &Node) {
    for reading in node.get("readings").map(Node::items).unwrap_or_default() {
        let about = reading.get("about").is_some_and(|about| !about.items().is_empty());
        let used = reading.get("id").and_then(Node::text).is_none_or(|id| reader.used.contains(id));
        reader.check(about || used, reading, || Kind::UnusedReading);
    }
}
