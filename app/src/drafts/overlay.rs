//! An overlay as it is being typed, field by field, and the overlay that it becomes. Core checks the whole.

use std::fmt::Display;

use cunping_core::{
    id::Digest,
    json::{JsonError, Misfit, MisfitReason},
    overlay::{Overlay, OverlayError, OverlayFileError, left, open_checks},
    pack::{Level, Pack, ReferenceKind},
    privacy::{self, PersonalKind},
};
use cunping_text::number::{NumberError, typed_number};

use super::fields::{self, TypedFields};

/// The typed texts by their place in the overlay's file, such as `weights.village.1`; a place without text is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverlayDraft(TypedFields);

/// A problem that keeps a draft from being an overlay.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {why}")]
pub struct DraftError {
    /// The place; empty for the overlay as a whole.
    pub at: String,
    /// The problem at that place.
    pub why: DraftErrorKind,
}

/// The kinds of problems in a draft.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftErrorKind {
    /// It is no number that can be taken, with the decimals that its field has.
    #[error("{0}")]
    Number(NumberError, u8),
    /// It is not a day.
    #[error("not a day")]
    Day,
    /// The text is missing or too long.
    #[error("the text is missing or too long")]
    Text,
    /// It holds a number that points to a person.
    #[error("could be a person's number: {0:?}")]
    Personal(PersonalKind),
    /// Core's check fails.
    #[error(transparent)]
    Overlay(OverlayError),
}

/// The text of a field that is ticked.
pub const YES: &str = "yes";
/// The text that counts a check as met which the document leaves open.
pub const MET: &str = "met";
/// The text that counts such a check as not met; see [`MET`].
pub const NOT_MET: &str = "not-met";

const LONGEST_LINE: usize = 2 << 10;

impl OverlayDraft {
    /// Returns the text at a place; empty if nothing is typed.
    #[must_use]
    pub fn get(&self, at: &str) -> &str {
        fields::get(&self.0, at)
    }

    /// Sets the text at a place.
    pub fn set(&mut self, at: &str, text: String) {
        fields::set(&mut self.0, at, text);
    }

    /// Returns whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the digest of the overlay that the draft was copied from and will replace; `None` if there is none.
    #[must_use]
    pub fn replaces(&self) -> Option<Digest> {
        self.get("replaces").parse().ok()
    }

    /// Makes a draft from an overlay, to change it.
    #[must_use]
    pub fn of(pack: &Pack, it: &Overlay) -> Self {
        let mut draft = Self::default();
        let mut put = |at: &str, text: String| draft.set(at, text);
        put("replaces", it.digest.to_string());
        put("title", it.title.clone());
        put("issuer", it.issuer.clone());
        put("number", it.number.clone().unwrap_or_default());
        put("issued", it.issued.to_string());
        put("pass_mark", it.pass_mark.map(|mark| mark.to_string()).unwrap_or_default());
        it.weights.iter().for_each(|(id, points)| put(&place("weights", id), points.to_string()));
        it.vetoes.iter().for_each(|id| put(&place("vetoes", id), YES.to_owned()));
        it.settles.iter().for_each(|(id, met)| put(&place("settles", id), if *met { MET } else { NOT_MET }.to_owned()));
        for reference in &pack.references {
            let (id, value) = (&reference.id, it.values.get(&reference.id));
            if let (ReferenceKind::Value { decimals }, Some(value)) = (reference.kind, value) {
                put(&place("values", id), cunping_text::number::decimal(*value, decimals).replace(',', ""));
            }
            it.texts.get(id).into_iter().for_each(|items| put(&place("texts", id), items.join("\n")));
        }
        let level = pack.level(&it.level);
        let parts = level.into_iter().flat_map(|level| &level.sections).filter(|part| part.scored);
        for part in parts.filter(|part| !it.weights.is_empty() && !it.weights.contains_key(&part.id)) {
            put(&place("items", &part.id), YES.to_owned());
        }
        draft
    }

    /// Writes the draft as the text that is stored, without numbers that point to a person.
    #[must_use]
    pub fn write(&self) -> String {
        let words = |at: &str| matches!(at, "title" | "issuer" | "number") || at.starts_with("texts.");
        let kept = |(at, text): (&String, &String)| {
            let text = if words(at) { privacy::without(text) } else { text.clone() };
            (at.clone(), text)
        };
        fields::write(&self.0.iter().map(kept).collect())
    }

    /// Reads a draft from such a text; an empty one if it is something else.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self(fields::read(text))
    }

    /// Returns the places at which points are typed: of each scored section, the section itself or every item in it.
    #[must_use]
    pub fn weighed(&self, level: &Level) -> Vec<String> {
        let scored = level.sections.iter().filter(|part| part.scored);
        let of = |part: &cunping_core::pack::Section| -> Vec<String> {
            if self.get(&place("items", &part.id)) != YES {
                return vec![place("weights", &part.id)];
            }
            let inside = level.criteria.iter().filter(|it| it.section.as_ref() == Some(&part.id));
            inside.map(|it| place("weights", &it.id)).collect()
        };
        scored.flat_map(of).collect()
    }

    /// Returns the sum of the points so far; a text that is not a number counts as nothing.
    #[must_use]
    pub fn sum(&self, level: &Level) -> i64 {
        let points = self.weighed(level).into_iter().filter_map(|at| typed_number(self.get(&at), 0, "").ok()?);
        points.fold(0, i64::saturating_add)
    }

    /// Makes the overlay.
    ///
    /// Fails with all the problems, at most one for each place but the whole.
    pub fn finish(&self, pack: &Pack, level: &Level) -> Result<Overlay, Vec<DraftError>> {
        let mut faults = Faults::default();
        let overlay = self.typed(pack, level, &mut faults);
        for (at, kind) in overlay.personal() {
            faults.add(at.split('[').next().unwrap_or_default().to_owned(), DraftErrorKind::Personal(kind));
        }
        let read = Overlay::read(overlay.write().as_bytes());
        if let Err(problem) = &read {
            faults.of_file(problem);
        }
        for fault in overlay.check(pack).into_iter().flat_map(|it| self.by_item(level, it)) {
            faults.add(fault.at(), DraftErrorKind::Overlay(fault));
        }
        match read {
            Ok(overlay) if faults.0.is_empty() => Ok(overlay),
            _ => Err(faults.0),
        }
    }

    /// Moves a fault about a section's points to its items if points are typed for those.
    fn by_item(&self, level: &Level, fault: OverlayError) -> Vec<OverlayError> {
        match &fault {
            OverlayError::Weight(id) if self.get(&place("items", id)) == YES => {
                let inside = level.criteria.iter().filter(|it| it.section.as_ref() == Some(id));
                inside.map(|it| OverlayError::Weight(it.id.clone())).collect()
            }
            _ => vec![fault],
        }
    }

    /// Makes an overlay of every text that can be read, and notes the faults of the others. Its digest is zeros.
    fn typed(&self, pack: &Pack, level: &Level, faults: &mut Faults) -> Overlay {
        let mut number = |at: String, decimals: u8| {
            typed_number(self.get(&at), decimals, "").unwrap_or_else(|error| {
                faults.add(at, DraftErrorKind::Number(error, decimals));
                None
            })
        };
        let weighed = self.weighed(level).into_iter();
        let weights = weighed.filter_map(|at| {
            let id = at.strip_prefix("weights.")?.parse().ok()?;
            Some((id, number(at, 0)?))
        });
        let weights = weights.collect();
        let pass_mark = number("pass_mark".to_owned(), 0);
        let references: Vec<_> = left(pack, level).collect();
        let values = references.iter().filter_map(|it| match it.kind {
            ReferenceKind::Value { decimals } => Some((it.id.clone(), number(place("values", &it.id), decimals)?)),
            _ => None,
        });
        let values = values.collect();
        let criteria = level.criteria.iter().map(|it| it.id.clone());
        let vetoes = criteria.filter(|id| self.get(&place("vetoes", id)) == YES).collect();
        let settles = open_checks(level).filter_map(|it| match self.get(&place("settles", &it.id)) {
            "" => None,
            word => Some((it.id.clone(), word == MET)),
        });
        let texts = references.iter().filter(|it| it.kind == ReferenceKind::Text).map(|it| {
            let at = place("texts", &it.id);
            let lines = self.get(&at).lines().map(str::trim).filter(|line| !line.is_empty());
            let lines: Vec<String> = lines.map(str::to_owned).collect();
            if lines.iter().any(|line| line.len() > LONGEST_LINE) {
                faults.add(at, DraftErrorKind::Text);
            }
            (it.id.clone(), lines)
        });
        let texts = texts.filter(|(_, lines)| !lines.is_empty()).collect();
        let line = |at: &str| self.get(at).trim().to_owned();
        let issued = cunping_text::when::typed_day(&line("issued"));
        if issued.is_none() {
            faults.add("issued".to_owned(), DraftErrorKind::Day);
        }
        Overlay {
            digest: Digest([0; 32]),
            pack: pack.id.clone(),
            version: pack.version,
            level: level.id.clone(),
            title: line("title"),
            issuer: line("issuer"),
            number: Some(line("number")).filter(|number| !number.is_empty()),
            issued: issued.unwrap_or_default(),
            weights,
            pass_mark,
            vetoes,
            settles: settles.collect(),
            values,
            texts,
        }
    }
}

/// Returns the place of an entry in an overlay's file, such as `weights.village.1`.
#[must_use]
pub fn place(part: &str, id: &impl Display) -> String {
    format!("{part}.{id}")
}

/// The problems so far, at most one for each place but the whole.
#[derive(Default)]
struct Faults(Vec<DraftError>);

impl Faults {
    fn add(&mut self, at: String, why: DraftErrorKind) {
        if at.is_empty() || self.0.iter().all(|it| it.at != at) {
            self.0.push(DraftError { at, why });
        }
    }

    fn of_file(&mut self, problem: &OverlayFileError) {
        match problem {
            OverlayFileError::Misfits(misfits) => misfits.iter().for_each(|it| self.misfit(it)),
            // Only the texts can be long enough for that, and they have been reported.
            OverlayFileError::Json(JsonError::TextTooLong { .. }) if !self.0.is_empty() => {}
            _ => self.add(String::new(), DraftErrorKind::Text),
        }
    }

    fn misfit(&mut self, it: &Misfit) {
        let at = it.at.split('[').next().unwrap_or_default();
        if it.why != MisfitReason::Unknown {
            self.add(at.to_owned(), DraftErrorKind::Text);
        }
    }
}

#[cfg(test)]
mod tests;
