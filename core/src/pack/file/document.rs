//! Reads a whole document, part by part.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    FORMAT,
    catalogue::catalogue,
    error::ProblemKind,
    form::form,
    head::{office, source, terms},
    level::{declare, level},
    plan::{bonus, deadline, note, priority, reading, reference, scheme, step, target},
    reader::{MAX_ENTRIES, PackReader},
};
use crate::{
    id::{Digest, OfficeId},
    json::{Fields, Node, Path, Reader as _, Value},
    pack::{Office, Pack},
};

/// Reads a pack. A newer format is reported alone.
pub(crate) fn document(reader: &mut PackReader, node: Node<'_>, digest: Digest) -> Option<Pack> {
    if let Some(Value::Number(newer @ 2..)) = node.value.get("format") {
        return reader.problem(Path::Member(&node.at, "format"), ProblemKind::NewerFormat(*newer));
    }
    declare(reader, node.value);
    reader.object(node, |f| {
        f.need("format", |reader, node| reader.whole(node, FORMAT, FORMAT));
        let (id, version) =
            (f.need("id", PackReader::id), f.need("version", |r, node| r.whole(node, 1, i64::from(u32::MAX))));
        let (source, terms) = (f.need("source", source), f.need("terms", terms));
        f.need("catalogue", catalogue);
        let offices = f.maybe("offices", |reader, node| reader.entries(node, MAX_ENTRIES, office)).unwrap_or_default();
        one_in_charge(f, &offices);
        let levels = f.some("levels", level);
        let scheme = f.maybe("scheme", scheme);
        let (targets, calendar) = (f.any("targets", target), f.any("calendar", deadline));
        let (priorities, references) = (f.any("priorities", priority), f.any("references", reference));
        let bonus = f.maybe("bonus", bonus);
        let (procedure, forms) = (f.any("procedure", step), f.any("forms", form));
        let (contradictions, readings) = (f.any("contradictions", note), f.any("readings", reading));
        unused_readings(f);
        Some(Pack {
            id: id?,
            version: u32::try_from(version?).ok()?,
            digest,
            source: source?,
            terms: terms?,
            offices,
            levels: levels?,
            scheme,
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
    })
}

/// Checks that no two offices are in charge at one level.
fn one_in_charge(f: &mut Fields<'_, PackReader>, offices: &BTreeMap<OfficeId, Office>) {
    let mut levels = BTreeSet::new();
    for (id, _) in offices.iter().filter(|(_, office)| office.in_charge && !levels.insert(office.level)) {
        f.problem::<()>("offices", ProblemKind::DuplicateId(id.to_string()));
    }
}

/// Checks that every reading has a rule, a date or a step that rests on it, or names the rules it is about.
fn unused_readings(f: &mut Fields<'_, PackReader>) {
    let Some(value) = f.node.value.get("readings") else { return };
    let readings = Node { value, at: Path::Member(&f.node.at, "readings") };
    for reading in readings.items() {
        let about = reading.value.get("about").is_some_and(|about| !about.items().is_empty());
        let used = reading.value.get("id").and_then(Value::as_text).is_none_or(|id| f.reader.used.contains(id));
        f.reader.check(about || used, reading, || ProblemKind::UnusedReading);
    }
}
