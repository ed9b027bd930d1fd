//! The payloads of signed overlays and packs, version 1: `docs/bundle-format.md` and the schemas beside it.

use std::borrow::Cow;

use super::parts;
use crate::{
    bundle::{Content, Kind, PackRef, SignedOverlay, SignedPack},
    json::{Expected, Fields, Limits, Misfits, Reader, Value, parse, whole},
    overlay::Overlay,
    pack::Pack,
    privacy::{PersonalKind, of_texts},
};

impl Content for SignedOverlay {
    const KIND: Kind = Kind::Overlay;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend(parts::place(self.place));
        members.push(("overlay", self.overlay.to_json()));
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, |fields| {
            let stated = parts::read_head(fields, Self::KIND);
            let place = parts::read_place(fields);
            let overlay = fields.object("overlay", Overlay::inside);
            Some(Self { stated: stated?, place: place?, overlay: overlay? })
        })
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let said = self.overlay.said().into_iter().map(|(at, text)| (format!("overlay.{at}"), text));
        parts::signer(&self.stated.party, &self.stated.software).chain(said).collect()
    }

    fn personal(&self) -> Vec<(String, PersonalKind)> {
        let own: Vec<_> = parts::signer(&self.stated.party, &self.stated.software).collect();
        let overlay = self.overlay.personal().into_iter().map(|(at, kind)| (format!("overlay.{at}"), kind));
        of_texts(&own).into_iter().chain(overlay).collect()
    }
}

impl Content for SignedPack {
    const KIND: Kind = Kind::Pack;

    fn to_json(&self) -> Value<'_> {
        // What was read as a pack is JSON; for anything else nothing is written, and the reader refuses that.
        let json = parse(self.json.as_bytes(), &Limits::FACTS).unwrap_or(Value::Null);
        let mut members = parts::head(Self::KIND, &self.stated);
        members.push(("pack", json));
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, |fields| {
            let stated = parts::read_head(fields, Self::KIND);
            let pack = read_pack(fields);
            let (pack, json) = pack?;
            Some(Self { stated: stated?, pack, json })
        })
    }

    fn texts(&self) -> Vec<(String, &str)> {
        parts::signer(&self.stated.party, &self.stated.software).collect()
    }

    fn personal(&self) -> Vec<(String, PersonalKind)> {
        let json = parse(self.json.as_bytes(), &Limits::FACTS).unwrap_or(Value::Null);
        let mut texts: Vec<(String, Cow<'_, str>)> = Vec::new();
        said(json, "pack".to_owned(), &mut texts);
        let own: Vec<_> = self.texts();
        of_texts(&own).into_iter().chain(of_texts(&texts)).collect()
    }
}

/// Collects every text of a document with its path. Names of members are left out: they are the format's own, or ids
/// that are texts too.
fn said<'a>(value: Value<'a>, at: String, texts: &mut Vec<(String, Cow<'a, str>)>) {
    match value {
        Value::Text(text) => texts.push((at, text)),
        Value::List(items) => {
            items.into_iter().enumerate().for_each(|(i, item)| said(item, format!("{at}[{i}]"), texts));
        }
        Value::Object(members) => {
            members.into_iter().for_each(|(name, value)| said(value, format!("{at}.{name}"), texts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Reads a pack as a member, with its own reader, which has its own limits and canonical form.
fn read_pack(fields: &mut Fields<'_>) -> Option<(PackRef, String)> {
    fields.need("pack", |misfits, node| {
        let json = node.value.canonical();
        match Pack::from_json(json.as_bytes()) {
            Ok(pack) => Some((PackRef::to(&pack), json)),
            Err(_) => misfits.not(node, Expected::Pack),
        }
    })
}
