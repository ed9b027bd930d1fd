//! What this office signed before, criterion by criterion: what is still valid, what is void.

use std::collections::BTreeMap;

use crate::{
    pages::opinions::{OpinionFile, OpinionKey, OpinionsView},
    state::examined::Examined,
    store::Direction,
};
use cunping_core::{
    bundle::{Opinion, Payload, basis},
    days::Day,
    id::{Digest, UnitCode},
};

/// The last opinion signed here about each unit, with its digest.
pub(super) type EarlierOpinions = BTreeMap<UnitCode, (Digest, Opinion)>;

/// The signed opinion on one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Was {
    /// The day on which it was signed.
    pub(super) on: Day,
    /// The reason of the objection; `None` if the office agreed.
    pub(super) objection: Option<String>,
    /// True while it is about the same answers as the file here; otherwise the opinion is void.
    pub(super) stands: bool,
}

/// Picks the last opinion about each unit from all that were signed here for this document, level and period.
pub(super) fn signed(view: &OpinionsView, examined: &[Examined]) -> EarlierOpinions {
    let mut all = EarlierOpinions::new();
    for bundle in examined.iter().filter(|bundle| bundle.record.direction == Direction::Sent) {
        let Payload::Opinion(opinion) = &bundle.verified.payload else { continue };
        let of = &opinion.subject;
        if (&of.pack.id, &of.level, of.period) != (&view.here.pack.id, &view.level.id, view.period) {
            continue;
        }
        if all.get(&of.unit).is_none_or(|(_, known)| known.place.sequence < opinion.place.sequence) {
            all.insert(of.unit, (bundle.verified.digest, (**opinion).clone()));
        }
    }
    all
}

/// Returns what was signed about every criterion that is asked about these files.
pub(super) fn was(view: &OpinionsView, all: &[OpinionFile], signed: &EarlierOpinions) -> BTreeMap<OpinionKey, Was> {
    let mut out = BTreeMap::new();
    for file in all {
        let facts = &file.assessment.facts;
        let Some((_, opinion)) = signed.get(&facts.unit) else { continue };
        for criterion in &view.asked {
            let Some(said) = opinion.says.iter().find(|said| said.criterion == criterion.id) else { continue };
            let now = basis(&view.here.pack.id, criterion, facts, &file.assessment.overlays);
            let was = Was { on: opinion.stated.at.day(), objection: said.objection.clone(), stands: said.basis == now };
            out.insert((facts.unit, criterion.id.clone()), was);
        }
    }
    out
}

/// Returns true if two opinions say the same about the same answers.
pub(super) fn same(one: &Opinion, other: &Opinion) -> bool {
    let says = |opinion: &Opinion| {
        let mut says: Vec<_> =
            opinion.says.iter().map(|said| (said.criterion.clone(), said.basis, said.objection.clone())).collect();
        says.sort();
        says
    };
    says(one) == says(other)
}

impl Was {
    /// Returns true if “agree with all the rest” may agree with it: not while it is still valid, and never where the
    /// office had objected.
    pub(super) fn is_open_to_all(&self) -> bool {
        !self.stands && self.objection.is_none()
    }
}
