//! The files that are forwarded from office to office: a unit's file with everything said about it upward, decisions
//! back down. Pure.

use cunping_core::{bundle::Recognition, id::Digest};

use super::{responses::Responses, township::CountedSubject};
use crate::store::Workplace;

/// Returns a unit's file that was decided on, the opinions about it, and every decision on it: all that the office
/// above needs for its own decision. Empty before anybody has decided.
#[must_use]
pub fn upward(responses: &Responses, file: Digest) -> Vec<Digest> {
    let on = || responses.decisions.iter().filter(|(_, decision)| decision.assessment == file);
    if on().next().is_none() {
        return Vec::new();
    }
    let here = |digest: &Digest| responses.opinions.iter().any(|(known, _)| known == digest);
    let mut opinions: Vec<Digest> =
        on().flat_map(|(_, decision)| decision.opinions.iter().copied()).filter(here).collect();
    // Opinions that came after the decision belong to the same file.
    opinions
        .extend(responses.opinions.iter().filter(|(_, opinion)| opinion.assessment == file).map(|(digest, _)| *digest));
    opinions.sort();
    opinions.dedup();
    std::iter::once(file).chain(opinions).chain(on().map(|(digest, _)| *digest)).collect()
}

/// Returns every decision on a file, for those below.
#[must_use]
pub fn back(responses: &Responses, file: Digest) -> Vec<Digest> {
    responses.decisions.iter().filter(|(_, decision)| decision.assessment == file).map(|(digest, _)| *digest).collect()
}

/// Returns every decision that a workplace took in a scope, also under an earlier code of its unit, for those below.
#[must_use]
pub fn all_back(responses: &Responses, scope: &CountedSubject, workplace: &Workplace) -> Vec<Digest> {
    let about = |decision: &Recognition| {
        let of = &decision.subject;
        workplace.is_or_was(decision.stated.party.unit)
            && (&of.pack.id, &of.level, of.period) == (&scope.pack, &scope.level, scope.period)
    };
    responses.decisions.iter().filter(|(_, decision)| about(decision)).map(|(digest, _)| *digest).collect()
}
