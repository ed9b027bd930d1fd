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
    let texts = reasons.iter().enumerate().map(|(i, it)| (format!("reasons[{i}].text"), it.text.as_str()));
    let about = reasons.iter().enumerate();
    let about = about.filter_map(|(i, it)| Some((format!("reasons[{i}].criterion"), it.criterion.as_ref()?.as_str())));
    texts.chain(about)
}

fn read(it: &mut Fields<'_>) -> Option<Recognition> {
    let stated = parts::read_head(it, Kind::Recognition);
    let (place, subject) = (parts::read_place(it), parts::read_subject(it));
    let (office, assessment) = (it.named("office"), it.named("assessment"));
    let opinions = parts::set(it, "opinions", MOST_OPINIONS);
    let word = it.text("decision", parts::LONGEST_NAME);
    let decision = word.and_then(|word| match word.as_str() {
        "qualified" => Some(Decision::Qualified),
        "not-qualified" => Some(Decision::NotQualified),
        "returned" => Some(Decision::Returned),
        "removed" => it.named("step").map(Decision::Removed),
        _ => it.note("decision", MisfitReason::Not(Expected::Word)),
    });
    let needed = decision.as_ref().is_some_and(|decision| *decision != Decision::Qualified);
    let reasons = parts::read_reasons(it, needed);
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
