//! Reads catalogue entries: indicators by kind, and attributes.

use std::collections::BTreeMap;

use super::{
    error::{ProblemKind, UnknownId},
    reader::{MAX_ENTRIES, PackReader},
};
use crate::{
    id::{AttributeId, IndicatorId},
    json::{Fields, Node, Path, Reader as _},
    pack::{Attribute, AttributeKind, Indicator, IndicatorKind, Words, YearRule},
};

/// The tables of a catalogue, by the kind of their entries.
#[cfg(feature = "authoring")]
pub(crate) const GROUPS: [&str; 8] =
    ["attributes", "incidents", "stated", "counts", "figures", "ratios", "ranks", "series"];

/// Reads a catalogue into the reader, for conditions to refer to.
pub(crate) fn catalogue(reader: &mut PackReader, node: Node<'_>) -> Option<()> {
    reader.object(node, |f| {
        let attributes = f.maybe("attributes", |reader, node| reader.entries(node, MAX_ENTRIES, attribute));
        f.reader.attributes = attributes.unwrap_or_default();
        group(f, "incidents", incidents);
        group(f, "stated", |f| plain(f, Some(IndicatorKind::Stated)));
        group(f, "counts", |f| {
            let kind = f.need("year", year_rule).map(IndicatorKind::Count);
            plain(f, kind)
        });
        group(f, "figures", figure);
        group(f, "ratios", ratio);
        group(f, "ranks", |f| plain(f, Some(IndicatorKind::Rank)));
        group(f, "series", series);
        within(f);
        counts(f);
        Some(())
    })
}

fn group(f: &mut Fields<'_, PackReader>, key: &str, read: impl Fn(&mut Fields<'_, PackReader>) -> Option<Indicator>) {
    f.maybe(key, |reader, node| {
        reader.declared.extend(node.members().map(|(id, _)| (UnknownId::Indicator, id.to_owned())));
        let entries: BTreeMap<IndicatorId, _> =
            reader.entries(node, MAX_ENTRIES, |reader, entry| reader.object(entry, &read))?;
        for (id, indicator) in entries {
            if reader.indicators.insert(id.clone(), indicator).is_some() {
                let twice = ProblemKind::DuplicateId(id.to_string());
                reader.problem::<()>(Path::Member(&node.at, id.as_str()), twice);
            }
        }
        Some(())
    });
}

fn name(f: &mut Fields<'_, PackReader>) -> Option<Words> {
    let (zh, en) = (f.need("zh", PackReader::text), f.need("en", PackReader::text));
    Some(Words { zh: zh?, en: en? })
}

/// Builds an entry whose kind may have turned out faulty; reads its name in any case.
fn plain(f: &mut Fields<'_, PackReader>, kind: Option<IndicatorKind>) -> Option<Indicator> {
    let name = name(f);
    Some(Indicator { name: name?, kind: kind?, attributes: Vec::new() })
}

fn incidents(f: &mut Fields<'_, PackReader>) -> Option<Indicator> {
    let attributes = f.any("attributes", |reader, node| {
        let id: AttributeId = reader.id(node)?;
        let known = reader.attributes.contains_key(&id);
        reader.check(known, node, || ProblemKind::Unknown(UnknownId::Attribute, id.to_string()))?;
        Some(id)
    });
    Some(Indicator { name: name(f)?, kind: IndicatorKind::Incidents, attributes })
}

fn ratio(f: &mut Fields<'_, PackReader>) -> Option<Indicator> {
    let year = f.need("year", year_rule);
    let (part, whole) = (f.need("part", PackReader::words), f.need("whole", PackReader::words));
    let within = f.maybe("within", PackReader::id);
    let counts = f.maybe("counts", PackReader::id);
    let sides = part.zip(whole);
    let kind = year.zip(sides).map(|(year, (part, whole))| IndicatorKind::Ratio { year, part, whole, within, counts });
    plain(f, kind)
}

fn figure(f: &mut Fields<'_, PackReader>) -> Option<Indicator> {
    let (year, unit) = (f.need("year", year_rule), f.need("unit", PackReader::words));
    let decimals = f.need("decimals", decimals);
    let kind = year.zip(unit.zip(decimals));
    plain(f, kind.map(|(year, (unit, decimals))| IndicatorKind::Figure { year, unit, decimals }))
}

/// Checks every ratio within another: that other exists, has the same rule for the year, and does not lie within it.
fn within(f: &mut Fields<'_, PackReader>) {
    let known = std::mem::take(&mut f.reader.indicators);
    for (id, indicator) in &known {
        let IndicatorKind::Ratio { year, within: Some(other), .. } = &indicator.kind else { continue };
        let outer = known.get(other).map(|it| &it.kind);
        let alike = matches!(outer, Some(IndicatorKind::Ratio { year: theirs, .. }) if theirs == year);
        let fits =
            alike && std::iter::successors(Some(other), |at| next(&known, at)).take(known.len()).all(|at| at != id);
        if !fits {
            let kind = match outer {
                None => ProblemKind::Unknown(UnknownId::Indicator, other.to_string()),
                Some(_) if alike => ProblemKind::WithinItself,
                Some(_) => ProblemKind::WrongIndicatorKind("another ratio with the same rule for the year"),
            };
            let ratios = Path::Member(&f.node.at, "ratios");
            let entry = Path::Member(&ratios, id.as_str());
            f.reader.problem::<()>(Path::Member(&entry, "within"), kind);
        }
    }
    f.reader.indicators = known;
}

/// Checks that what the part of a ratio counts is a category of incidents.
fn counts(f: &mut Fields<'_, PackReader>) {
    let known = std::mem::take(&mut f.reader.indicators);
    for (id, indicator) in &known {
        let IndicatorKind::Ratio { counts: Some(of), .. } = &indicator.kind else { continue };
        let kind = match known.get(of).map(|it| &it.kind) {
            Some(IndicatorKind::Incidents) => continue,
            Some(_) => ProblemKind::WrongIndicatorKind("a category of incidents"),
            None => ProblemKind::Unknown(UnknownId::Indicator, of.to_string()),
        };
        let ratios = Path::Member(&f.node.at, "ratios");
        let entry = Path::Member(&ratios, id.as_str());
        f.reader.problem::<()>(Path::Member(&entry, "counts"), kind);
    }
    f.reader.indicators = known;
}

/// Returns the ratio within which another one lies.
fn next<'k>(known: &'k BTreeMap<IndicatorId, Indicator>, of: &IndicatorId) -> Option<&'k IndicatorId> {
    match &known.get(of)?.kind {
        IndicatorKind::Ratio { within, .. } => within.as_ref(),
        _ => None,
    }
}

fn series(f: &mut Fields<'_, PackReader>) -> Option<Indicator> {
    let unit = f.need("unit", PackReader::words);
    let decimals = f.need("decimals", decimals);
    plain(f, unit.zip(decimals).map(|(unit, decimals)| IndicatorKind::Series { unit, decimals }))
}

pub(super) fn decimals(reader: &mut PackReader, node: Node<'_>) -> Option<u8> {
    u8::try_from(reader.whole(node, 0, 9)?).ok()
}

fn year_rule(reader: &mut PackReader, node: Node<'_>) -> Option<YearRule> {
    let values = [YearRule::Sum, YearRule::Latest, YearRule::YearOnly];
    reader.word(node, &["sum", "latest", "year-only"], &values)
}

fn attribute(reader: &mut PackReader, node: Node<'_>) -> Option<Attribute> {
    reader.object(node, |f| {
        let kind = f.need("kind", |reader, node| {
            let values = [Some(AttributeKind::People), Some(AttributeKind::Yuan), Some(AttributeKind::YesNo), None];
            let place = [0, 1, 2, 3];
            let found = reader.word(node, &["people", "yuan", "yes-no", "choice"], &place)?;
            values.into_iter().nth(found)
        });
        let kind = match kind? {
            Some(kind) => kind,
            None => AttributeKind::Choice(f.some("choices", PackReader::words)?),
        };
        let scope = f.maybe("scope", PackReader::words);
        Some(Attribute { name: name(f)?, kind, scope })
    })
}
