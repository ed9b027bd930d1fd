//! An incident as it is being typed, and the incident that it becomes.

mod kept;

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    days::{Day, Days},
    facts::{Incident, most_specific},
    id::{AttributeId, IncidentId, IndicatorId},
    privacy::{PersonalKind, of_figure, scan},
};
use cunping_text::number::{NumberError, typed_number};

/// An incident as it is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentDraft {
    /// The incident that is changed; `None` for a new one.
    pub changes: Option<Incident>,
    /// The day, as typed.
    pub day: String,
    /// The chosen categories.
    pub categories: BTreeSet<IndicatorId>,
    /// The attributes, as typed; a missing or empty one is unknown.
    pub attributes: BTreeMap<AttributeId, String>,
    /// What happened in a few words, as typed; empty for nothing.
    pub note: String,
}

/// A field of the form, or a group of fields that one message is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentField {
    /// The day.
    Day,
    /// The categories.
    Categories,
    /// An attribute.
    Attribute(AttributeId),
    /// What happened.
    Note,
}

/// Why a draft is not an incident yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IncidentError {
    /// No day is typed.
    #[error("no day")]
    NoDay,
    /// There is no such day.
    #[error("no such day")]
    WrongDay,
    /// The day lies in the future.
    #[error("the day lies in the future")]
    Future,
    /// The day lies outside the period.
    #[error("the day lies outside the period")]
    Outside,
    /// No category is chosen.
    #[error("no category")]
    NoCategory,
    /// An attribute is no whole number that can be taken.
    #[error("{0}: {1}")]
    Number(AttributeId, NumberError),
    /// An attribute could be a person's number, such as a mobile number.
    #[error("{0}: could be a person's number: {1:?}")]
    Personal(AttributeId, PersonalKind),
    /// What happened holds a number that points to a person.
    #[error("the note could hold a person's number: {0:?}")]
    NotePersonal(PersonalKind),
}

impl IncidentError {
    /// Returns the field that it is about.
    #[must_use]
    pub fn field(&self) -> IncidentField {
        match self {
            Self::NoDay | Self::WrongDay | Self::Future | Self::Outside => IncidentField::Day,
            Self::NoCategory => IncidentField::Categories,
            Self::Number(id, _) | Self::Personal(id, _) => IncidentField::Attribute(id.clone()),
            Self::NotePersonal(_) => IncidentField::Note,
        }
    }
}

impl IncidentDraft {
    /// Makes a draft of a new incident of a category.
    #[must_use]
    pub fn new(category: IndicatorId) -> Self {
        Self { categories: BTreeSet::from([category]), ..Self::default() }
    }

    /// Makes a draft from an incident, to change it.
    #[must_use]
    pub fn of(incident: &Incident) -> Self {
        Self {
            changes: Some(incident.clone()),
            day: incident.day.to_string(),
            categories: incident.categories.clone(),
            attributes: incident.attributes.iter().map(|(id, n)| (id.clone(), n.to_string())).collect(),
            note: incident.note.clone().unwrap_or_default(),
        }
    }

    /// Makes the incident. `new_id` is used for a new one only; attributes that are not in `needed`, each with its unit,
    /// are dropped.
    ///
    /// Fails with all the problems, in the order of the form.
    pub fn finish(
        &self,
        period: Days,
        today: Day,
        needed: &[(AttributeId, &str)],
        new_id: IncidentId,
    ) -> Result<Incident, Vec<IncidentError>> {
        let mut problems = Vec::new();
        let day = self.checked_day(period, today).map_err(|it| problems.push(it)).ok();
        let categories: BTreeSet<_> = most_specific(&self.categories).cloned().collect();
        if categories.is_empty() {
            problems.push(IncidentError::NoCategory);
        }
        let mut attributes = BTreeMap::new();
        for (id, unit) in needed {
            match self.attributes.get(id).map(|text| typed_number(text, 0, unit)) {
                None | Some(Ok(None)) => {}
                Some(Ok(Some(n))) => match of_figure(n) {
                    Some(kind) => problems.push(IncidentError::Personal(id.clone(), kind)),
                    None => drop(attributes.insert(id.clone(), n)),
                },
                Some(Err(error)) => problems.push(IncidentError::Number(id.clone(), error)),
            }
        }
        let note = self.note.trim();
        problems.extend(scan(note).first().map(|found| IncidentError::NotePersonal(found.kind)));
        let Some(day) = day.filter(|_| problems.is_empty()) else { return Err(problems) };
        let changes = self.changes.as_ref();
        Ok(Incident {
            id: changes.map_or(new_id, |it| it.id),
            day,
            categories,
            attributes,
            note: (!note.is_empty()).then(|| note.to_owned()),
            repeats: changes.and_then(|it| it.repeats),
            stated_on: changes.map_or(today, |it| it.stated_on),
        })
    }

    fn checked_day(&self, period: Days, today: Day) -> Result<Day, IncidentError> {
        let text = self.day.trim();
        if text.is_empty() {
            return Err(IncidentError::NoDay);
        }
        let day = cunping_text::when::typed_day(text).ok_or(IncidentError::WrongDay)?;
        if day > today {
            return Err(IncidentError::Future);
        }
        if period.contains(day) { Ok(day) } else { Err(IncidentError::Outside) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: IncidentId = IncidentId([7; 16]);

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn quarter() -> Days {
        Days::new(day("2026-01-01"), day("2026-03-31")).unwrap()
    }

    fn draft(on: &str) -> IncidentDraft {
        IncidentDraft { day: on.into(), ..IncidentDraft::new("crime".parse().unwrap()) }
    }

    #[test]
    fn the_day_is_one_of_the_period_and_not_to_come() {
        for (on, today, problem) in [
            ("", "2026-02-03", IncidentError::NoDay),
            ("2026-02-30", "2026-02-03", IncidentError::WrongDay),
            ("2026-02-04", "2026-02-03", IncidentError::Future),
            ("2025-12-31", "2026-02-03", IncidentError::Outside),
        ] {
            assert_eq!(draft(on).finish(quarter(), day(today), &[], NEW), Err(vec![problem]));
        }
        assert!(draft("2026-02-03").finish(quarter(), day("2026-02-03"), &[], NEW).is_ok());
    }

    #[test]
    fn what_is_not_typed_is_not_known_and_what_is_not_needed_is_dropped() {
        let mut draft = draft("2026-02-03");
        for (id, text) in [("deaths", ""), ("loss-yuan", "１．2万元"), ("grade", "1")] {
            draft.attributes.insert(id.parse().unwrap(), text.into());
        }
        let needed = [("deaths".parse().unwrap(), "人"), ("loss-yuan".parse().unwrap(), "元")];
        let made = draft.finish(quarter(), day("2026-11-22"), &needed, NEW).unwrap();
        assert_eq!(made.attributes, BTreeMap::from([("loss-yuan".parse().unwrap(), 12_000)]));
        assert_eq!((made.id, made.stated_on), (NEW, day("2026-11-22")));
        draft.attributes.insert("deaths".parse().unwrap(), "-1".into());
        let wrong = IncidentError::Number("deaths".parse().unwrap(), NumberError::NotANumber);
        assert_eq!(draft.finish(quarter(), day("2026-11-22"), &needed, NEW), Err(vec![wrong.clone()]));
        draft.attributes.insert("loss-yuan".parse().unwrap(), "13800138000".into());
        let personal = IncidentError::Personal("loss-yuan".parse().unwrap(), PersonalKind::Mobile);
        assert_eq!(draft.finish(quarter(), day("2026-11-22"), &needed, NEW), Err(vec![wrong, personal]));
    }

    #[test]
    fn what_happened_is_kept_without_numbers_of_persons() {
        let mut draft = draft("2026-02-03");
        let finished = |draft: &IncidentDraft| draft.finish(quarter(), day("2026-11-22"), &[], NEW);
        assert_eq!(finished(&draft).unwrap().note, None);
        draft.note = " 草垛着火 ".into();
        assert_eq!(finished(&draft).unwrap().note.as_deref(), Some("草垛着火"));
        draft.note = "联系 13800138000".into();
        let wrong = finished(&draft).unwrap_err();
        assert_eq!(wrong, [IncidentError::NotePersonal(PersonalKind::Mobile)]);
        assert_eq!(wrong[0].field(), IncidentField::Note);
    }

    #[test]
    fn a_change_keeps_the_id_and_the_day_of_entry() {
        let first = draft("2026-02-03").finish(quarter(), day("2026-02-05"), &[], NEW).unwrap();
        let mut again = IncidentDraft::of(&first);
        again.categories.insert("crime/homicide".parse().unwrap());
        let changed = again.finish(quarter(), day("2026-03-01"), &[], IncidentId([9; 16])).unwrap();
        assert_eq!((changed.id, changed.stated_on), (NEW, day("2026-02-05")));
        assert_eq!(changed.categories, BTreeSet::from(["crime/homicide".parse().unwrap()]));
    }
}
