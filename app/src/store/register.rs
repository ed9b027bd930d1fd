//! The register: everything that a workplace has stated so far.

use std::collections::BTreeMap;

use cunping_core::{
    facts::{Facts, Incident, Statement},
    id::{Digest, LevelId, PackId, UnitCode},
    overlay::Overlay,
    period::Period,
};

use super::{LoadedOverlay, Remark, Reviewed, RowKey, Saved};

/// The register of a workplace, for every period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The incidents, in order of id.
    pub incidents: Vec<Saved<Incident>>,
    /// The statements, in order of indicator and days.
    pub statements: Vec<Saved<Statement>>,
    /// The remarks (备注), in order of period and criterion.
    pub remarks: Vec<Saved<Remark>>,
    /// The loaded overlays, in order of digest.
    pub overlays: Vec<Saved<LoadedOverlay>>,
    /// The outcomes of offices' reviews of units, in order of document, level, period and unit.
    pub reviews: Vec<Saved<Reviewed>>,
    /// The rows that this program cannot read.
    pub bad: Vec<RowKey>,
}

impl Register {
    /// Returns everything stated as facts of `unit`, with the remarks of `period`. [`Facts::named_by`] then picks what
    /// a document asks about.
    #[must_use]
    pub fn facts(&self, unit: UnitCode, period: Period) -> Facts {
        let of_period = self.remarks.iter().filter(|saved| saved.value.period == period);
        let remarks: BTreeMap<_, _> =
            of_period.map(|saved| (saved.value.rule.clone(), saved.value.text.clone())).collect();
        let mut facts = Facts {
            incidents: self.incidents.iter().map(|saved| saved.value.clone()).collect(),
            statements: self.statements.iter().map(|saved| saved.value.clone()).collect(),
            remarks,
            ..Facts::silent(unit, period)
        };
        facts.sort();
        facts
    }

    /// Returns the overlays of a document, for all its levels.
    #[must_use]
    pub fn overlays_of(&self, pack: &PackId) -> Vec<&Overlay> {
        self.overlays.iter().map(|saved| &saved.value.overlay).filter(|overlay| overlay.pack == *pack).collect()
    }

    /// Returns copies of the overlays with these digests.
    #[must_use]
    pub fn overlays_named(&self, digests: &[Digest]) -> Vec<Overlay> {
        let all = self.overlays.iter().map(|saved| &saved.value.overlay);
        all.filter(|overlay| digests.contains(&overlay.digest)).cloned().collect()
    }

    /// Returns whether each reviewed unit passed the office's review, under a level of a document in a period.
    #[must_use]
    pub fn reviews_of(&self, pack: &PackId, level: &LevelId, period: Period) -> BTreeMap<UnitCode, bool> {
        let of = |review: &&Reviewed| review.pack == *pack && review.level == *level && review.period == period;
        self.reviews.iter().map(|saved| &saved.value).filter(of).map(|review| (review.unit, review.passed)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance::sample::{incident, remark};

    #[test]
    fn facts_hold_everything_stated_and_the_remarks_of_the_period() {
        let register = Register { incidents: vec![incident()], remarks: vec![remark()], ..Register::default() };
        let unit = "150626200205".parse().unwrap();
        let facts = register.facts(unit, "2026-Q1".parse().unwrap());
        assert_eq!((facts.incidents, facts.remarks.len()), (vec![incident().value], 1));
        assert!(register.facts(unit, "2026-Q2".parse().unwrap()).remarks.is_empty());
    }
}
