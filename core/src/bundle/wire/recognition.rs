//! The payload of a recognition, version 1: `docs/bundle-format.md`, `docs/schemas/recognition-v1.schema.json`.

use super::parts;
use crate::{
    bundle::{Content, Decision, DecisionReason, Kind, Recognition},
    json::{Expected, Fields, MisfitReason, Misfits, Value, whole},
};

const MOST_OPINIONS: usize = 1_000;

impl Content for Recognition {
    const KIND: Kind = Kind::Recognition;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend(parts::place(self.place));
        members.extend(parts::subject(&self.subject));
        members.extend([
            ("office", Value::text(&self.office)),
            ("assessment", Value::text(self.assessment)),
            ("opinions", parts::texts(&self.opinions)),
            ("decision", Value::text(self.decision.code())),
            ("reasons", parts::reasons(&self.reasons)),
        ]);
        if let Decision::Removed(step) = &self.decision {
            members.push(("step", Value::text(step)));
        }
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = [("unit.name", self.subject.unit_name.as_str()), ("office", self.office.as_str())];
        let own = own.into_iter().map(|(at, text)| (at.to_owned(), text));
        own.chain(parts::signer(&self.stated.party, &self.stated.software)).chain(reasons(&self.reasons)).collect()
    }
}

/// Lists the texts of reasons, then the criteria that they are about, with their paths.
pub(super) fn reasons(reasons: &[DecisionReason]) -> impl Iterator<Item = (String, &str)> {
    let texts = reasons.iter().enumerate().map(|(i, reason)| (format!("reasons[{i}].text"), reason.text.as_str()));
    let about = reasons.iter().enumerate();
    let about =
        about.filter_map(|(i, reason)| Some((format!("reasons[{i}].criterion"), reason.criterion.as_ref()?.as_str())));
    texts.chain(about)
}

fn read(fields: &mut Fields<'_>) -> Option<Recognition> {
    let stated = parts::read_head(fields, Kind::Recognition);
    let (place, subject) = (parts::read_place(fields), parts::read_subject(fields));
    let (office, assessment) = (fields.named("office"), fields.named("assessment"));
    let opinions = parts::set(fields, "opinions", MOST_OPINIONS);
    let word = fields.text("decision", parts::LONGEST_NAME);
    let decision = word.and_then(|word| match word.as_str() {
        "qualified" => Some(Decision::Qualified),
        "not-qualified" => Some(Decision::NotQualified),
        "returned" => Some(Decision::Returned),
        "removed" => fields.named("step").map(Decision::Removed),
        _ => fields.note("decision", MisfitReason::Not(Expected::Word)),
    });
    let needed = decision.as_ref().is_some_and(|decision| *decision != Decision::Qualified);
    let reasons = parts::read_reasons(fields, needed);
    Some(Recognition {
        stated: stated?,
        place: place?,
        subject: subject?,
        office: office?,
        assessment: assessment?,
        opinions: opinions?,
        decision: decision?,
        reasons: reasons?,
    })
}
