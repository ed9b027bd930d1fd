//! The payload of an enrolment, version 1: `docs/bundle-format.md`, `docs/schemas/enrolment-v1.schema.json`.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::parts;
use crate::{
    bundle::{Content, Enrolment, KeyRole, Kind, Rotation, Succeeds},
    json::{Expected, Fields, MisfitReason, Misfits, Reader, Value, whole},
};

impl Content for Enrolment {
    const KIND: Kind = Kind::Enrolment;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend([("name", Value::text(&self.name)), ("role", Value::text(self.role.code()))]);
        members.extend(self.recipient.as_ref().map(|recipient| ("recipient", Value::text(recipient))));
        members.extend(self.succeeds.as_ref().map(|succeeds| match succeeds {
            Succeeds::Rotation(rotation) => ("rotates", rotates(rotation)),
            Succeeds::Lost { kid, since } => {
                ("lost", Value::object([("kid", Value::text(kid)), ("since", Value::text(since))]))
            }
        }));
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = std::iter::once(("name".to_owned(), self.name.as_str()));
        own.chain(parts::signer(&self.stated.party, &self.stated.software)).collect()
    }
}

fn rotates(rotation: &Rotation) -> Value<'static> {
    let signature = URL_SAFE_NO_PAD.encode(rotation.signature);
    Value::object([("jwk", rotation.old.jwk()), ("signature", Value::text(signature))])
}

fn read(fields: &mut Fields<'_>) -> Option<Enrolment> {
    let stated = parts::read_head(fields, Kind::Enrolment);
    let name = fields.need("name", parts::name);
    let role = fields.word("role", |word| KeyRole::ALL.into_iter().find(|role| role.code() == word));
    let recipient = parts::read_recipient(fields);
    let rotates = fields.optional("rotates", |misfits, node| misfits.object(node, read_rotation));
    let lost = fields.optional("lost", |misfits, node| misfits.object(node, read_lost));
    let succeeds = match (rotates?, lost?) {
        (Some(_), Some(_)) => fields.note("lost", MisfitReason::Not(Expected::Same)),
        (rotation, lost) => Some(rotation.map(Box::new).map(Succeeds::Rotation).or(lost)),
    };
    Some(Enrolment { stated: stated?, name: name?, role: role?, recipient: recipient?, succeeds: succeeds? })
}

fn read_rotation(fields: &mut Fields<'_>) -> Option<Rotation> {
    let old = fields.object("jwk", parts::read_jwk);
    let signature = fields.text("signature", parts::LONGEST_NAME).and_then(|text| {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
        if bytes.is_none() { fields.note("signature", MisfitReason::Not(Expected::Signature)) } else { bytes }
    });
    Some(Rotation { old: old?, signature: signature? })
}

fn read_lost(fields: &mut Fields<'_>) -> Option<Succeeds> {
    let (kid, since) = (fields.named("kid"), fields.day("since"));
    Some(Succeeds::Lost { kid: kid?, since: since? })
}
