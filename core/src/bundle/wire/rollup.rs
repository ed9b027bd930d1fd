//! The payload of a roll-up, version 1: `docs/bundle-format.md`, `docs/schemas/rollup-v1.schema.json`.

use super::{parts, words};
use crate::{
    bundle::{Content, Counted, Kind, Rollup},
    id::UnitCode,
    json::{Expected, Fields, MisfitReason, Misfits, Reader, Value, whole},
};

const MOST_UNITS: usize = 20_000;

impl Content for Rollup {
    const KIND: Kind = Kind::Rollup;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend(parts::place(self.place));
        members.extend([
            ("area", parts::unit(self.stated.party.unit, &self.area_name)),
            ("pack", parts::pack(&self.pack)),
            ("level", Value::text(&self.level)),
            ("period", Value::text(self.period)),
            ("overlays", parts::texts(&self.overlays)),
            ("children", parts::texts(&self.children)),
            ("expected", parts::texts(&self.expected)),
            ("counted", Value::List(self.counted.iter().map(counted).collect())),
            ("unsettled", parts::texts(&self.unsettled)),
        ]);
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = std::iter::once(("area.name".to_owned(), self.area_name.as_str()));
        own.chain(parts::signer(&self.stated.party, &self.stated.software)).collect()
    }
}

fn counted(counted: &Counted) -> Value<'static> {
    let members = [
        ("unit", Value::text(counted.unit)),
        ("bundle", Value::text(counted.bundle)),
        ("verdict", Value::text(counted.verdict.code())),
        ("provisional", Value::Bool(counted.provisional)),
    ];
    let decisions = [("recognition", counted.recognition), ("removed", counted.removed)].into_iter();
    let decisions = decisions.filter_map(|(name, digest)| Some((name, Value::text(digest?))));
    Value::object(members.into_iter().chain(decisions))
}

fn read(fields: &mut Fields<'_>) -> Option<Rollup> {
    let stated = parts::read_head(fields, Kind::Rollup);
    let place = parts::read_place(fields);
    let area = fields.object("area", parts::read_unit);
    let code = area.as_ref().map(|(code, _)| *code);
    if let (Some(code), Some(stated)) = (code, &stated)
        && stated.party.unit != code
    {
        fields.note::<()>("area", MisfitReason::Not(Expected::Same));
    }
    let pack = fields.object("pack", parts::read_pack);
    let (level, period) = (fields.named("level"), fields.named("period"));
    let overlays = parts::read_overlays(fields);
    let children = parts::set(fields, "children", MOST_UNITS);
    let expected = read_units(fields, "expected", code);
    let unsettled = read_units(fields, "unsettled", code);
    let counted = fields.objects("counted", MOST_UNITS, |entry| read_counted(entry, code));
    let counted = counted.and_then(|counted| fields.ordered("counted", counted, |entry| entry.unit));
    if let (Some(counted), Some(unsettled)) = (&counted, &unsettled)
        && counted.iter().any(|entry| unsettled.binary_search(&entry.unit).is_ok())
    {
        fields.note::<()>("unsettled", MisfitReason::Not(Expected::Same));
    }
    Some(Rollup {
        stated: stated?,
        place: place?,
        area_name: area?.1,
        pack: pack?,
        level: level?,
        period: period?,
        overlays: overlays?,
        children: children?,
        expected: expected?,
        counted: counted?,
        unsettled: unsettled?,
    })
}

/// Reads units inside the area, ordered.
fn read_units(fields: &mut Fields<'_>, name: &str, area: Option<UnitCode>) -> Option<Vec<UnitCode>> {
    let units: Vec<UnitCode> = parts::set(fields, name, MOST_UNITS)?;
    match area {
        Some(area) if units.iter().any(|unit| !unit.lies_in(area)) => {
            fields.note(name, MisfitReason::Not(Expected::Inside))
        }
        _ => Some(units),
    }
}

fn read_counted(fields: &mut Fields<'_>, area: Option<UnitCode>) -> Option<Counted> {
    let unit: Option<UnitCode> = fields.named("unit");
    if let (Some(unit), Some(area)) = (unit, area)
        && !unit.lies_in(area)
    {
        fields.note::<()>("unit", MisfitReason::Not(Expected::Inside));
    }
    let (bundle, verdict) = (fields.named("bundle"), fields.word("verdict", words::verdict));
    let (recognition, removed) =
        (fields.optional("recognition", Reader::named), fields.optional("removed", Reader::named));
    let provisional = fields.bool("provisional");
    Some(Counted {
        unit: unit?,
        bundle: bundle?,
        verdict: verdict?,
        provisional: provisional?,
        recognition: recognition?,
        removed: removed?,
    })
}
