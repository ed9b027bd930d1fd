//! The opinions that each criterion needs, and their state. An objection changes no finding: both stand side by side.

use super::{Opinion, basis};
use crate::{
    bundle::{Directory, parts::Party},
    evaluate::Evaluation,
    facts::Facts,
    id::{Digest, OfficeId, RuleId},
    pack::{Criterion, Level, Pack},
    truth::Finding,
};

/// The opinions about one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voices {
    /// The criterion.
    pub criterion: RuleId,
    /// The current basis of the criterion, on which an opinion has to rest; see [`basis`].
    pub basis: Digest,
    /// One for every office whose opinion counts, in the document's order.
    pub by_office: Vec<OfficeVoice>,
}

/// One office's opinion about one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeVoice {
    /// The office as the document names it.
    pub monitor: OfficeId,
    /// The real office; `None` where the directory names none for this unit.
    pub by: Option<Party>,
    /// Its opinion.
    pub word: CountedOpinion,
}

/// An office's opinion, or the reason why none counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountedOpinion {
    /// The directory does not say which office it is.
    NoOffice,
    /// It has given no opinion.
    Missing,
    /// It agrees.
    Agrees,
    /// It objects, with its reason.
    Objects(String),
    /// Its opinion is about facts that have changed since.
    Void {
        /// `true` where it had agreed.
        agreed: bool,
    },
}

impl CountedOpinion {
    /// Returns the stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoOffice => "no-office",
            Self::Missing => "missing",
            Self::Agrees => "agrees",
            Self::Objects(_) => "objects",
            Self::Void { .. } => "void",
        }
    }
}

/// A criterion to which an office objects: the recomputed finding and the objection stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// The criterion.
    pub criterion: RuleId,
    /// The recomputed finding.
    pub finding: Finding,
    /// The offices that object, each with its reason; at least one.
    pub objections: Vec<(Party, String)>,
}

/// Lists the criteria to which an office objects, in the document's order.
#[must_use]
pub fn disputed(evaluation: &Evaluation, voices: &[Voices]) -> Vec<Disputed> {
    let of = |entry: &Voices| {
        let finding = evaluation.criteria.iter().find(|criterion| criterion.id == entry.criterion)?.finding;
        let objections: Vec<(Party, String)> = entry.by_office.iter().filter_map(OfficeVoice::objection).collect();
        (!objections.is_empty()).then(|| Disputed { criterion: entry.criterion.clone(), finding, objections })
    };
    voices.iter().filter_map(of).collect()
}

impl OfficeVoice {
    fn objection(&self) -> Option<(Party, String)> {
        match (&self.by, &self.word) {
            (Some(by), CountedOpinion::Objects(reason)) => Some((by.clone(), reason.clone())),
            _ => None,
        }
    }
}

/// Lists the criteria of a level about which a party is asked for this unit, in order.
#[must_use]
pub fn criteria_for<'a>(
    directory: &Directory,
    pack: &Pack,
    level: &'a Level,
    party: &Party,
    facts: &Facts,
) -> Vec<&'a Criterion> {
    let Some(office) = directory.office(party).filter(|office| office.serves(facts.unit)) else { return Vec::new() };
    let is_asked =
        |monitor: &OfficeId| office.acts_as.iter().any(|part| part.pack == pack.id && part.office == *monitor);
    level.criteria.iter().filter(|criterion| criterion.monitors.iter().any(is_asked)).collect()
}

/// Collects the opinion of every office on every criterion that names monitors, in the document's order.
///
/// `opinions` are those that count: one for each party, with an enrolled key, not superseded. Those about another unit,
/// document, level or period are skipped.
#[must_use]
pub fn voices(
    directory: &Directory,
    pack: &Pack,
    level: &Level,
    facts: &Facts,
    overlays: &[Digest],
    opinions: &[&Opinion],
) -> Vec<Voices> {
    let about = |opinion: &&&Opinion| {
        let subject = &opinion.subject;
        (subject.unit, &subject.pack.id, &subject.level, subject.period)
            == (facts.unit, &pack.id, &level.id, facts.period)
    };
    let opinions: Vec<&&Opinion> = opinions.iter().filter(about).collect();
    let of_criterion = |criterion: &Criterion| {
        let basis = basis(&pack.id, criterion, facts, overlays);
        let mut by_office = Vec::new();
        for monitor in &criterion.monitors {
            let before = by_office.len();
            for office in directory.offices_for(&pack.id, monitor, facts.unit) {
                let by = office.party();
                let word = word(criterion, basis, opinions.iter().find(|opinion| opinion.stated.party == by).copied());
                by_office.push(OfficeVoice { monitor: monitor.clone(), by: Some(by), word });
            }
            if by_office.len() == before {
                by_office.push(OfficeVoice { monitor: monitor.clone(), by: None, word: CountedOpinion::NoOffice });
            }
        }
        Voices { criterion: criterion.id.clone(), basis, by_office }
    };
    level.criteria.iter().filter(|criterion| !criterion.monitors.is_empty()).map(of_criterion).collect()
}

fn word(criterion: &Criterion, basis: Digest, opinion: Option<&&Opinion>) -> CountedOpinion {
    let said = opinion.and_then(|it| it.says.iter().find(|said| said.criterion == criterion.id));
    match said {
        None => CountedOpinion::Missing,
        Some(said) if said.basis != basis => CountedOpinion::Void { agreed: said.objection.is_none() },
        Some(said) => said.objection.clone().map_or(CountedOpinion::Agrees, CountedOpinion::Objects),
    }
}
