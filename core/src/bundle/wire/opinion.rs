//! The payload of an opinion, version 1: `docs/bundle-format.md`, `docs/schemas/opinion-v1.schema.json`.

use super::parts;
use crate::{
    bundle::{Content, CriterionOpinion, Kind, Opinion},
    json::{Expected, Fields, MisfitReason, Misfits, Value, whole},
};

const MOST_SAID: usize = 1_000;

impl Content for Opinion {
    const KIND: Kind = Kind::Opinion;

    fn to_json(&self) -> Value<'_> {
        let mut members = parts::head(Self::KIND, &self.stated);
        members.extend(parts::place(self.place));
        members.extend(parts::subject(&self.subject));
        members.extend([
            ("assessment", Value::text(self.assessment)),
            ("says", Value::List(self.says.iter().map(said).collect())),
        ]);
        Value::object(members)
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = std::iter::once(("unit.name".to_owned(), self.subject.unit_name.as_str()));
        let own = own.chain(parts::signer(&self.stated.party, &self.stated.software));
        let said = || self.says.iter().enumerate();
        let objections =
            said().filter_map(|(i, opinion)| Some((format!("says[{i}].objection"), opinion.objection.as_deref()?)));
        let about = said().map(|(i, opinion)| (format!("says[{i}].criterion"), opinion.criterion.as_str()));
        own.chain(objections).chain(about).collect()
    }
}

fn said(opinion: &CriterionOpinion) -> Value<'static> {
    let members = [("criterion", Value::text(&opinion.criterion)), ("basis", Value::text(opinion.basis))];
    Value::object(members.into_iter().chain(opinion.objection.as_ref().map(|text| ("objection", Value::text(text)))))
}

fn read(fields: &mut Fields<'_>) -> Option<Opinion> {
    let stated = parts::read_head(fields, Kind::Opinion);
    let (place, subject) = (parts::read_place(fields), parts::read_subject(fields));
    let assessment = fields.named("assessment");
    let says = fields.objects("says", MOST_SAID, read_said).and_then(|says| match says.as_slice() {
        [] => fields.note("says", MisfitReason::Not(Expected::Elements)),
        _ => fields.distinct("says", says, |opinion| opinion.criterion.clone()),
    });
    Some(Opinion { stated: stated?, place: place?, subject: subject?, assessment: assessment?, says: says? })
}

fn read_said(fields: &mut Fields<'_>) -> Option<CriterionOpinion> {
    let (criterion, basis) = (fields.named("criterion"), fields.named("basis"));
    let objection = fields.optional("objection", parts::reason);
    Some(CriterionOpinion { criterion: criterion?, basis: basis?, objection: objection? })
}
