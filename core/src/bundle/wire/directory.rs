//! The payload of a directory, version 1: `docs/bundle-format.md`, `docs/schemas/directory-v1.schema.json`.

use super::parts;
use crate::{
    bundle::{ActsAs, Content, Directory, DirectoryOffice, DirectoryUnit, KeyRecord, KeyRole, Kind, Thumbprint},
    id::UnitCode,
    json::{Expected, Fields, MisfitReason, Misfits, Reader, Value, whole},
};

const MOST_UNITS: usize = 20_000;
const MOST_OFFICES: usize = 5_000;
const MOST_KEYS: usize = 20_000;
const MOST_PARTS: usize = 100;

impl Content for Directory {
    const KIND: Kind = Kind::Directory;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend(parts::place(self.place));
        members.extend([
            ("area", parts::unit(self.stated.party.unit, &self.area_name)),
            ("units", Value::List(self.units.iter().map(unit).collect())),
            ("offices", Value::List(self.offices.iter().map(office).collect())),
            ("keys", Value::List(self.keys.iter().map(key).collect())),
        ]);
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = std::iter::once(("area.name".to_owned(), self.area_name.as_str()));
        let own = own.chain(parts::signer(&self.stated.party, &self.stated.software));
        let units = self.units.iter().enumerate().map(|(i, unit)| (format!("units[{i}].name"), unit.name.as_str()));
        let offices = || self.offices.iter().enumerate();
        let names = offices().map(|(i, office)| (format!("offices[{i}].name"), office.name.as_str()));
        // Ids that somebody chose.
        let ids = offices().map(|(i, office)| (format!("offices[{i}].office"), office.office.as_str()));
        let parts = offices().flat_map(|(i, office)| {
            let parts = office.acts_as.iter().enumerate();
            parts.map(move |(j, part)| (format!("offices[{i}].acts_as[{j}].office"), part.office.as_str()))
        });
        let keys = self.keys.iter().enumerate();
        let keys = keys.filter_map(|(i, record)| {
            Some((format!("keys[{i}].party.office"), record.party.office.as_ref()?.as_str()))
        });
        own.chain(units).chain(names).chain(ids).chain(parts).chain(keys).collect()
    }
}

fn unit(unit: &DirectoryUnit) -> Value<'static> {
    Value::object([("code", Value::text(unit.code)), ("name", Value::text(&unit.name))])
}

fn office(office: &DirectoryOffice) -> Value<'static> {
    let part =
        |part: &ActsAs| Value::object([("pack", Value::text(&part.pack)), ("office", Value::text(&part.office))]);
    let members = [
        ("unit", Value::text(office.unit)),
        ("office", Value::text(&office.office)),
        ("name", Value::text(&office.name)),
        ("acts_as", Value::List(office.acts_as.iter().map(part).collect())),
    ];
    Value::object(members.into_iter().chain(office.serves.as_ref().map(|units| ("serves", parts::texts(units)))))
}

fn key(record: &KeyRecord) -> Value<'static> {
    let mut members = vec![
        ("jwk", record.key.jwk()),
        ("party", parts::party(&record.party)),
        ("role", Value::text(record.role.code())),
        ("enrolled_on", Value::text(record.enrolled_on)),
    ];
    members.extend(record.vouched_by.map(|kid| ("vouched_by", Value::text(kid))));
    members.extend(record.made_sure_on.map(|day| ("made_sure_on", Value::text(day))));
    members.extend(record.retired_on.map(|day| ("retired_on", Value::text(day))));
    members.extend(record.recipient.as_ref().map(|recipient| ("recipient", Value::text(recipient))));
    Value::object(members)
}

fn read(fields: &mut Fields<'_>) -> Option<Directory> {
    let stated = parts::read_head(fields, Kind::Directory);
    let place = parts::read_place(fields);
    let area = fields.object("area", parts::read_unit);
    let code = area.as_ref().map(|(code, _)| *code);
    if let (Some(code), Some(stated)) = (code, &stated)
        && stated.party.unit != code
    {
        fields.note::<()>("area", MisfitReason::Not(Expected::Same));
    }
    let units = fields.objects("units", MOST_UNITS, |entry| read_unit(entry, code));
    let units = units.and_then(|units| fields.ordered("units", units, |unit| unit.code));
    let offices = fields.objects("offices", MOST_OFFICES, read_office);
    let offices = offices
        .and_then(|offices| fields.ordered("offices", offices, |office| (office.unit, office.office.to_string())));
    let keys = fields.objects("keys", MOST_KEYS, read_key);
    let keys =
        keys.and_then(|keys| fields.ordered("keys", keys, |record| (record.key.thumbprint(), record.party.clone())));
    if !keys.iter().flatten().is_sorted_by(|a, b| a.key != b.key || a.party.unit == b.party.unit) {
        fields.note::<()>("keys", MisfitReason::Not(Expected::Same));
    }
    Some(Directory {
        stated: stated?,
        place: place?,
        area_name: area?.1,
        units: units?,
        offices: offices?,
        keys: keys?,
    })
}

fn read_unit(fields: &mut Fields<'_>, area: Option<UnitCode>) -> Option<DirectoryUnit> {
    let code: Option<UnitCode> = fields.named("code");
    if let (Some(code), Some(area)) = (code, area)
        && !code.lies_in(area)
    {
        fields.note::<()>("code", MisfitReason::Not(Expected::Inside));
    }
    let name = fields.need("name", parts::name);
    Some(DirectoryUnit { code: code?, name: name? })
}

fn read_office(fields: &mut Fields<'_>) -> Option<DirectoryOffice> {
    let (unit, office) = (fields.named("unit"), fields.named("office"));
    let name = fields.need("name", parts::name);
    let acts_as = fields.objects("acts_as", MOST_PARTS, |part| {
        let (pack, office) = (part.named("pack"), part.named("office"));
        Some(ActsAs { pack: pack?, office: office? })
    });
    let acts_as = acts_as.and_then(|parts| fields.ordered("acts_as", parts, Clone::clone));
    let serves = if fields.has("serves") { parts::set(fields, "serves", MOST_UNITS).map(Some) } else { Some(None) };
    Some(DirectoryOffice { unit: unit?, office: office?, name: name?, acts_as: acts_as?, serves: serves? })
}

fn read_key(fields: &mut Fields<'_>) -> Option<KeyRecord> {
    let key = fields.object("jwk", parts::read_jwk);
    let party = fields.object("party", parts::read_party);
    let role = fields.word("role", |word| KeyRole::ALL.into_iter().find(|role| role.code() == word));
    let enrolled_on = fields.day("enrolled_on");
    let vouched_by: Option<Option<Thumbprint>> = fields.optional("vouched_by", Reader::named);
    if let (Some(key), Some(Some(by))) = (key, vouched_by)
        && key.thumbprint() == by
    {
        fields.note::<()>("vouched_by", MisfitReason::Not(Expected::Same));
    }
    if fields.has("made_sure_on") && vouched_by == Some(None) {
        fields.note::<()>("made_sure_on", MisfitReason::Not(Expected::Same));
    }
    let (made_sure_on, retired_on) =
        (fields.optional("made_sure_on", Reader::day), fields.optional("retired_on", Reader::day));
    let recipient = parts::read_recipient(fields);
    Some(KeyRecord {
        key: key?,
        party: party?,
        role: role?,
        enrolled_on: enrolled_on?,
        vouched_by: vouched_by?,
        made_sure_on: made_sure_on?,
        retired_on: retired_on?,
        recipient: recipient?,
    })
}
