//! Personal numbers in facts outside texts: in ids that should be random, in attributes and figures.

use super::{Facts, Says};
use crate::privacy::{PersonalKind, of_figure, of_id};

impl Facts {
    /// Finds personal numbers in ids, attributes and figures, with their paths in the file; texts are in
    /// [`Facts::texts`]. Allocates nothing where there are none.
    #[must_use]
    pub fn personal(&self) -> Vec<(String, PersonalKind)> {
        let mut found = Vec::new();
        for (i, incident) in self.incidents.iter().enumerate() {
            let ids = [("id", Some(incident.id)), ("repeats", incident.repeats)];
            let ids = ids.into_iter().filter_map(|(name, id)| Some((name, of_id(id?)?)));
            found.extend(ids.map(|(name, kind)| (format!("incidents[{i}].{name}"), kind)));
            let attributes = incident.attributes.iter().filter_map(|(id, value)| Some((id, of_figure(*value)?)));
            found.extend(attributes.map(|(id, kind)| (format!("incidents[{i}].attributes.{id}"), kind)));
        }
        for (i, statement) in self.statements.iter().enumerate() {
            let figures =
                statement.says.figures().into_iter().filter_map(|(name, value)| Some((name, of_figure(value?)?)));
            found.extend(figures.map(|(name, kind)| (format!("statements[{i}].{name}"), kind)));
        }
        found
    }
}

impl Says {
    /// Finds a personal number in its figures; returns `None` where there is none.
    #[must_use]
    pub fn personal(&self) -> Option<PersonalKind> {
        self.figures().into_iter().find_map(|(_, value)| of_figure(value?))
    }

    fn figures(&self) -> [(&'static str, Option<i64>); 2] {
        match *self {
            Self::Count(value) | Self::Rank(value) | Self::Figure(value) => [("value", Some(value)), ("", None)],
            Self::Ratio { part, whole } => [("part", Some(part)), ("whole", Some(whole))],
            Self::Complete | Self::Yes | Self::No | Self::NotApplicable(_) | Self::Unknown => [("", None), ("", None)],
        }
    }
}
