//! The payload of a receipt, version 1: `docs/bundle-format.md`, `docs/schemas/receipt-v1.schema.json`.

use super::{parts, recognition};
use crate::{
    bundle::{Content, Kind, Receipt, ReceiptAnswer},
    json::{Expected, Fields, MisfitReason, Misfits, Reader, Value, whole},
};

impl Content for Receipt {
    const KIND: Kind = Kind::Receipt;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend(parts::place(self.place));
        let file = Value::object([("digest", Value::text(self.file)), ("kind", Value::text(self.kind))]);
        members.extend([
            ("unit", parts::unit(self.unit, &self.unit_name)),
            ("file", file),
            ("first_seen", Value::text(self.first_seen)),
            ("answer", Value::text(self.answer.code())),
        ]);
        members.extend(self.due.map(|day| ("due", Value::text(day))));
        if let ReceiptAnswer::Returned(reasons) = &self.answer {
            members.push(("reasons", parts::reasons(reasons)));
        }
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = std::iter::once(("unit.name".to_owned(), self.unit_name.as_str()));
        let own = own.chain(parts::signer(&self.stated.party, &self.stated.software));
        let reasons = if let ReceiptAnswer::Returned(reasons) = &self.answer { reasons.as_slice() } else { &[] };
        own.chain(recognition::reasons(reasons)).collect()
    }
}

fn read(fields: &mut Fields<'_>) -> Option<Receipt> {
    let stated = parts::read_head(fields, Kind::Receipt);
    let place = parts::read_place(fields);
    let unit = fields.object("unit", parts::read_unit);
    let file = fields.object("file", |file| {
        let kind = file.word("kind", |word| Kind::ALL.into_iter().find(|kind| kind.name() == word));
        let digest = file.named("digest");
        Some((digest?, kind?))
    });
    let first_seen = fields.day("first_seen");
    let due = fields.optional("due", Reader::day);
    let word = fields.text("answer", parts::LONGEST_NAME);
    let answer = word.and_then(|word| match word.as_str() {
        "received" => Some(ReceiptAnswer::Received),
        "accepted" => Some(ReceiptAnswer::Accepted),
        "returned" => parts::read_reasons(fields, true).map(ReceiptAnswer::Returned),
        _ => fields.note("answer", MisfitReason::Not(Expected::Word)),
    });
    let ((unit, unit_name), (file, kind)) = (unit?, file?);
    Some(Receipt {
        stated: stated?,
        place: place?,
        unit,
        unit_name,
        file,
        kind,
        first_seen: first_seen?,
        due: due?,
        answer: answer?,
    })
}
