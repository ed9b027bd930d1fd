//! Checks overlays against their document and against each other, and reports every fault.

use std::collections::BTreeSet;

use super::Overlay;
use crate::{
    id::{Digest, NoteId, RuleId},
    pack::{Check, Level, Pack, Reference, ReferenceKind, condition::Condition},
};

/// A fault of an overlay: something that its document does not leave to others, or that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum OverlayError {
    /// It is about another document.
    OtherPack,
    /// It was made for another version of the document's pack, this one.
    OtherVersion(u32),
    /// The document has no such level.
    NoLevel,
    /// It sets nothing.
    Empty,
    /// The document does not leave such a thing to others.
    NotLeft(ReferenceKind),
    /// The points do not add up to 100; with their sum.
    WeightSum(i64),
    /// A section or criterion without points, points outside 0 to 100, or points for something that is not scored.
    Weight(RuleId),
    /// Points for a section and for a criterion in it.
    WeightTwice(RuleId),
    /// A pass mark outside 0 to 100.
    PassMark(i64),
    /// The level has no such criterion.
    NoCriterion(RuleId),
    /// The document leaves nothing open at this check, or has no such check.
    NothingOpen(RuleId),
    /// The document compares nothing with such a figure at this level.
    NoFigure(NoteId),
    /// The document names no such text at this level.
    NoText(NoteId),
    /// A negative or too large figure.
    Value(NoteId),
    /// Another overlay sets the same thing.
    Conflict(Digest),
}

impl OverlayError {
    /// Returns the stable code of the fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherPack => "other-pack",
            Self::OtherVersion(_) => "other-version",
            Self::NoLevel => "no-level",
            Self::Empty => "empty-overlay",
            Self::NotLeft(_) => "not-left-to-others",
            Self::WeightSum(_) => "weight-sum",
            Self::Weight(_) => "weight",
            Self::WeightTwice(_) => "weight-twice",
            Self::PassMark(_) => "pass-mark",
            Self::NoCriterion(_) => "no-criterion",
            Self::NothingOpen(_) => "nothing-open",
            Self::NoFigure(_) => "no-figure",
            Self::NoText(_) => "no-text",
            Self::Value(_) => "value-out-of-range",
            Self::Conflict(_) => "overlay-conflict",
        }
    }

    /// Returns the place in the file, as a path such as `weights.village.1`; empty for the whole.
    #[must_use]
    pub fn at(&self) -> String {
        match self {
            Self::OtherPack => "pack".to_owned(),
            Self::OtherVersion(_) => "version".to_owned(),
            Self::NoLevel => "level".to_owned(),
            Self::WeightSum(_) | Self::NotLeft(ReferenceKind::Weights) => "weights".to_owned(),
            Self::Weight(id) | Self::WeightTwice(id) => format!("weights.{id}"),
            Self::PassMark(_) | Self::NotLeft(ReferenceKind::PassMark) => "pass_mark".to_owned(),
            Self::NoCriterion(_) | Self::NotLeft(ReferenceKind::VetoList) => "vetoes".to_owned(),
            Self::NothingOpen(id) => format!("settles.{id}"),
            Self::NoFigure(id) | Self::Value(id) => format!("values.{id}"),
            Self::NoText(id) => format!("texts.{id}"),
            Self::Empty | Self::Conflict(_) | Self::NotLeft(ReferenceKind::Text | ReferenceKind::Value { .. }) => {
                String::new()
            }
        }
    }
}

/// Iterates over what a document leaves to others at a level, in its order.
pub fn left<'a>(pack: &'a Pack, level: &'a Level) -> impl Iterator<Item = &'a Reference> {
    pack.references.iter().filter(|it| it.level.as_ref().is_none_or(|id| *id == level.id))
}

/// Iterates over the checks of a level whose finding the document leaves open where their condition does not hold.
pub fn open_checks(level: &Level) -> impl Iterator<Item = &Check> {
    let checks = level.criteria.iter().flat_map(|criterion| &criterion.checks);
    checks.filter(|check| leaves_open(&check.condition))
}

impl Overlay {
    /// Lists every fault of this overlay under its document, in order; empty where there is none. Cannot fail.
    #[must_use]
    pub fn check(&self, pack: &Pack) -> Vec<OverlayError> {
        if self.pack != pack.id {
            return vec![OverlayError::OtherPack];
        }
        if self.version != pack.version {
            return vec![OverlayError::OtherVersion(self.version)];
        }
        let Some(level) = pack.level(&self.level) else { return vec![OverlayError::NoLevel] };
        let mut faults = Vec::new();
        let nothing = self.weights.is_empty() && self.vetoes.is_empty() && self.settles.is_empty();
        if nothing && self.values.is_empty() && self.texts.is_empty() && self.pass_mark.is_none() {
            faults.push(OverlayError::Empty);
        }
        let references: Vec<&Reference> = left(pack, level).collect();
        let leaves = |kind| references.iter().any(|reference| reference.kind == kind);
        let parts = [
            (!self.weights.is_empty(), ReferenceKind::Weights),
            (self.pass_mark.is_some(), ReferenceKind::PassMark),
            (!self.vetoes.is_empty(), ReferenceKind::VetoList),
        ];
        let stray = parts.into_iter().filter(|(there, kind)| *there && !leaves(*kind));
        faults.extend(stray.map(|(_, kind)| OverlayError::NotLeft(kind)));
        self.check_weights(level, &mut faults);
        faults.extend(self.pass_mark.filter(|mark| !(0..=100).contains(mark)).map(OverlayError::PassMark));
        let unknown = self.vetoes.iter().filter(|id| level.criteria.iter().all(|criterion| criterion.id != **id));
        faults.extend(unknown.cloned().map(OverlayError::NoCriterion));
        let closed = self.settles.keys().filter(|id| open_checks(level).all(|check| check.id != **id));
        faults.extend(closed.cloned().map(OverlayError::NothingOpen));
        let reference =
            |id: &NoteId| references.iter().find(|reference| reference.id == *id).map(|reference| reference.kind);
        for (id, value) in &self.values {
            match reference(id) {
                Some(ReferenceKind::Value { .. }) if (0..=crate::MAX_NUMBER).contains(value) => {}
                Some(ReferenceKind::Value { .. }) => faults.push(OverlayError::Value(id.clone())),
                _ => faults.push(OverlayError::NoFigure(id.clone())),
            }
        }
        let no_text = self.texts.keys().filter(|id| reference(id) != Some(ReferenceKind::Text));
        faults.extend(no_text.cloned().map(OverlayError::NoText));
        faults
    }

    fn check_weights(&self, level: &Level, faults: &mut Vec<OverlayError>) {
        if self.weights.is_empty() {
            return;
        }
        let mut known = BTreeSet::new();
        for section in level.sections.iter().filter(|section| section.scored) {
            known.insert(&section.id);
            let inside: Vec<_> =
                level.criteria.iter().filter(|criterion| criterion.section.as_ref() == Some(&section.id)).collect();
            let given: Vec<_> = inside.iter().filter(|criterion| self.weights.contains_key(&criterion.id)).collect();
            known.extend(inside.iter().map(|criterion| &criterion.id));
            match (self.weights.contains_key(&section.id), given.len()) {
                (true, 0) => {}
                (true, _) => faults.push(OverlayError::WeightTwice(section.id.clone())),
                (false, n) if n == inside.len() => {}
                (false, 0) => faults.push(OverlayError::Weight(section.id.clone())),
                (false, _) => {
                    let without = inside.iter().filter(|criterion| !self.weights.contains_key(&criterion.id));
                    faults.extend(without.map(|criterion| OverlayError::Weight(criterion.id.clone())));
                }
            }
        }
        let stray = self.weights.iter().filter(|(id, points)| !known.contains(id) || !(0..=100).contains(*points));
        faults.extend(stray.map(|(id, _)| OverlayError::Weight(id.clone())));
        let sum: i64 = self.weights.values().fold(0, |sum, points| sum.saturating_add(*points));
        if sum != 100 {
            faults.push(OverlayError::WeightSum(sum));
        }
    }

    /// Tells whether it has a bearing on the verdict of a level: it is for this version of the document, and about that
    /// level or one that has to be reached first.
    #[must_use]
    pub fn bears_on(&self, pack: &Pack, level: &Level) -> bool {
        let first = || level.requires.as_ref().and_then(|id| pack.level(id));
        self.is_for(pack) && (self.level == level.id || first().is_some_and(|it| self.bears_on(pack, it)))
    }

    /// Tells whether both set the same thing for one version of a document: points, pass mark, the same figure, text or check.
    #[must_use]
    pub fn conflicts_with(&self, other: &Self) -> bool {
        let level = |it: &Self| (it.pack.clone(), it.version, it.level.clone());
        let same = level(self) == level(other) && self.digest != other.digest;
        same && ((!self.weights.is_empty() && !other.weights.is_empty())
            || (self.pass_mark.is_some() && other.pass_mark.is_some())
            || self.settles.keys().any(|id| other.settles.contains_key(id))
            || self.values.keys().any(|id| other.values.contains_key(id))
            || self.texts.keys().any(|id| other.texts.contains_key(id)))
    }
}

/// Tells whether a condition has a part that the document leaves open.
fn leaves_open(condition: &Condition) -> bool {
    match condition {
        Condition::OpenUnless(_) => true,
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(leaves_open),
        Condition::Not(part) | Condition::ApplicableIf { then: part, .. } => leaves_open(part),
        _ => false,
    }
}
