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
        let units = self.units.iter().enumerate().map(|(i, it)| (format!("units[{i}].name"), it.name.as_str()));
        let offices = || self.offices.iter().enumerate();
        let names = offices().map(|(i, it)| (format!("offices[{i}].name"), it.name.as_str()));
        // Ids that somebody chose.
        let ids = offices().map(|(i, it)| (format!("offices[{i}].office"), it.office.as_str()));
        let parts = offices().flat_map(|(i, office)| {
            let parts = office.acts_as.iter().enumerate();
            parts.map(move |(j, it)| (format!("offices[{i}].acts_as[{j}].office"), it.office.as_str()))
        });
        let keys = self.keys.iter().enumerate();
        let keys =
            keys.filter_map(|(i, it)| Some((format!("keys[{i}].party.office"), it.party.office.as_ref()?.as_str())));
        own.chain(units).chain(names).chain(ids).chain(parts).chain(keys).collect()
    }
}

fn unit(it: &DirectoryUnit) -> Value<'static> {
    Value::object([("code", Value::text(it.code)), ("name", Value::text(&it.name))])
}

fn office(it: &DirectoryOffice) -> Value<'static> {
    let part = |it: &ActsAs| Value::object([("pack", Value::text(&it.pack)), ("office", Value::text(&it.office))]);
    let members = [
        ("unit", Value::text(it.unit)),
        ("office", Value::text(&it.office)),
        ("name", Value::text(&it.name)),
        ("acts_as", Value::List(it.acts_as.iter().map(part).collect())),
    ];
    Value::object(members.into_iter().chain(it.serves.as_ref().map(|units| ("serves", parts::texts(units)))))
}

fn key(it: &KeyRecord) -> Value<'static> {
    let mut members = vec![
        ("jwk", it.key.jwk()),
        ("party", parts::party(&it.party)),
        ("role", Value::text(it.role.code())),
        ("enrolled_on", Value::text(it.enrolled_on)),
    ];
    members.extend(it.vouched_by.map(|kid| ("vouched_by", Value::text(kid))));
    members.extend(it.made_sure_on.map(|day| ("made_sure_on", Value::text(day))));
    members.extend(it.retired_on.map(|day| ("retired_on", Value::text(day))));
    members.extend(it.recipient.as_ref().map(|it| ("recipient", Value::text(it))));
    Value::object(members)
}

fn read(it: &mut Fields<'_>) -> Option<Directory> {
    let stated = parts::read_head(it, Kind::Directory);
    let place = parts::read_place(it);
    let area = it.object("area", parts::read_unit);
    let code = area.as_ref().map(|(code, _)| *code);
    if let (Some(code), Some(stated)) = (code, &stated)
        && stated.party.unit != code
    {
        it.note::<()>("area", MisfitReason::Not(Expected::Same));
    }
    let units = it.objects("units", MOST_UNITS, |it| read_unit(it, code));
    let units = units.and_then(|units| it.ordered("units", units, |unit| unit.code));
    let offices = it.objects("offices", MOST_OFFICES, read_office);
    let offices = offices.and_then(|offices| it.ordered("offices", offices, |it| (it.unit, it.office.to_string())));
    let keys = it.objects("keys", MOST_KEYS, read_key);
    let keys = keys.and_then(|keys| it.ordered("keys", keys, |it| (it.key.thumbprint(), it.party.clone())));
    if !keys.iter().flatten().is_sorted_by(|a, b| a.key != b.key || a.party.unit == b.party.unit) {
        it.note::<()>("keys", MisfitReason::Not(Expected::Same));
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

fn read_unit(it: &mut Fields<'_>, area: Option<UnitCode>) -> Option<DirectoryUnit> {
    let code: Option<UnitCode> = it.named("code");
    if let (Some(code), Some(area)) = (code, area)
        && !code.lies_in(area)
    {
        it.note::<()>("code", MisfitReason::Not(Expected::Inside));
    }
    let name = it.need("name", parts::name);
    Some(DirectoryUnit { code: code?, name: name? })
}

fn read_office(it: &mut Fields<'_>) -> Option<DirectoryOffice> {
    let (unit, office) = (it.named("unit"), it.named("office"));
    let name = it.need("name", parts::name);
    let acts_as = it.objects("acts_as", MOST_PARTS, |it| {
        let (pack, office) = (it.named("pack"), it.named("office"));
        Some(ActsAs { pack: pack?, office: office? })
    });
    let acts_as = acts_as.and_then(|parts| it.ordered("acts_as", parts, Clone::clone));
    let serves = if it.has("serves") { parts::set(it, "serves", MOST_UNITS).map(Some) } else { Some(None) };
    Some(DirectoryOffice { unit: unit?, office: office?, name: name?, acts_as: acts_as?, serves: serves? })
}

fn read_key(it: &mut Fields<'_>) -> Option<KeyRecord> {
    let key = it.object("jwk", parts::read_jwk);
    let party = it.object("party", parts::read_party);
    let role = it.word("role", |word| KeyRole::ALL.into_iter().find(|role| role.code() == word));
    let enrolled_on = it.day("enrolled_on");
    let vouched_by: Option<Option<Thumbprint>> = it.optional("vouched_by", Reader::named);
    if let (Some(key), Some(Some(by))) = (key, vouched_by)
        && key.thumbprint() == by
    {
        it.note::<()>("vouched_by", MisfitReason::Not(Expected::Same));
    }
    if it.has("made_sure_on") && vouched_by == Some(None) {
        it.note::<()>("made_sure_on", MisfitReason::Not(Expected::Same));
    }
    let (made_sure_on, retired_on) = (it.optional("made_sure_on", Reader::day), it.optional("retired_on", Reader::day));
    let recipient = parts::read_recipient(it);
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
