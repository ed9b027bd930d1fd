//! A half-typed incident as fields of text, as it is kept, and back.

use super::IncidentDraft;
use crate::drafts::fields::{self, TypedFields};

const DAY: &str = "day";
const CATEGORIES: &str = "categories";
const NOTE: &str = "note";

/// The beginning of the names of fields that hold an attribute.
const ATTRIBUTE: &str = "attribute/";

impl IncidentDraft {
    /// Returns what is typed, field by field.
    #[must_use]
    pub fn typed(&self) -> TypedFields {
        let mut typed = TypedFields::new();
        let categories: Vec<&str> = self.categories.iter().map(|id| id.as_str()).collect();
        fields::set(&mut typed, DAY, self.day.clone());
        fields::set(&mut typed, CATEGORIES, categories.join(" "));
        fields::set(&mut typed, NOTE, self.note.clone());
        for (id, text) in &self.attributes {
            fields::set(&mut typed, &format!("{ATTRIBUTE}{id}"), text.clone());
        }
        typed
    }

    /// Returns the draft with what was typed in place of its own fields. Ids that this program cannot read are left out.
    #[must_use]
    pub fn with(self, typed: &TypedFields) -> Self {
        let categories = fields::get(typed, CATEGORIES).split(' ').filter_map(|id| id.parse().ok());
        let attributes = typed.iter().filter_map(|(field, text)| {
            let id = field.strip_prefix(ATTRIBUTE)?.parse().ok()?;
            Some((id, text.clone()))
        });
        Self {
            changes: self.changes,
            day: fields::get(typed, DAY).to_owned(),
            categories: categories.collect(),
            attributes: attributes.collect(),
            note: fields::get(typed, NOTE).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_without_numbers_of_persons() {
        let mut draft = IncidentDraft::new("fire/other".parse().unwrap());
        draft.categories.insert("crime".parse().unwrap());
        draft.day = "2026-02-03".into();
        draft.attributes.insert("loss-yuan".parse().unwrap(), "1.5万".into());
        draft.note = "草垛着火，问 13800138000".into();
        let back = |text: &str| IncidentDraft::new("crime".parse().unwrap()).with(&fields::read(text));
        assert_eq!(back(&fields::write(&draft.typed())), draft);
        let kept = back(&fields::write_words(&draft.typed()));
        assert!(!kept.note.contains("138") && kept.note.starts_with("草垛着火"), "{}", kept.note);
        assert_eq!((kept.day, kept.attributes, kept.categories), (draft.day, draft.attributes, draft.categories));
    }
}
