//! Reviews a verified file against what the importer knows. A conflict between files is left for a person to settle.

use super::{
    Assessment, Authority, Claim, ClockState, Content as _, DaysState, FileLine, KeyState, Kind, Mix, PackRef,
    PackState, Payload, PrivacyState, Readable, Recompute, SeenFile, SignatureState, States, Supersession, Verified,
    authority::may_assess, supersession,
};
use crate::{
    days::Day,
    evaluate::{Evaluation, Programs},
    facts::check::{FactsError, check},
    gather::shortfalls,
    id::{Digest, LevelId, RuleId},
    overlay::Overlay,
    pack::{Level, Pack},
    privacy::PersonalKind,
};

/// The importer's knowledge.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The documents.
    pub packs: &'a [&'a Pack],
    /// The overlays.
    pub overlays: &'a [&'a Overlay],
    /// The offices and keys that it knows.
    pub authority: &'a Authority,
    /// Files seen before; only those of the same line, or the same file, matter.
    pub others: &'a [SeenFile<FileLine>],
    /// The day on which this file was first seen, by the importer's clock.
    pub first_seen: Day,
}

/// The result of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The states.
    pub states: States,
    /// The recomputed findings, which are those that count; `None` where the document is not here or the facts do not
    /// fit it.
    pub evaluation: Option<Evaluation>,
    /// The problems of the facts, warnings included.
    pub problems: Vec<FactsError>,
    /// Personal numbers and addresses that were found, with their paths in the payload.
    pub personal: Vec<(String, PersonalKind)>,
}

/// Reviews a verified file of any kind on every axis. Cannot fail.
///
/// Facts are evaluated for assessments only; other kinds have nothing to recompute, and that axis is `None`.
#[must_use]
pub fn examine(verified: &Verified, known: &Known<'_>) -> Review {
    if let Payload::Assessment(assessment) = &verified.payload {
        return reviewed(&verified.with(assessment), known, &mut Programs::default());
    }
    let payload = &verified.payload;
    let key = known.authority.key(payload.kind(), (verified.key.thumbprint(), payload.party()), known.first_seen);
    let personal = payload.personal();
    let document = match payload {
        Payload::Opinion(opinion) => Some((&opinion.subject.pack, &opinion.subject.level, &opinion.subject.overlays)),
        Payload::Recognition(recognition) => {
            Some((&recognition.subject.pack, &recognition.subject.level, &recognition.subject.overlays))
        }
        Payload::Rollup(rollup) => Some((&rollup.pack, &rollup.level, &rollup.overlays)),
        Payload::Assessment(_)
        | Payload::Receipt(_)
        | Payload::Enrolment(_)
        | Payload::Directory(_)
        | Payload::Overlay(_)
        | Payload::Pack(_) => None,
    };
    let states = States {
        readable: Readable::Yes,
        signature: SignatureState::Good,
        key: Some(key),
        authority: Some(known.authority.may_say(payload, known.packs)),
        clock: Some(ClockState::of(payload.stated_at(), known.first_seen)),
        days: None,
        pack: document.map(|(pack, level, overlays)| find_pack(pack, level, overlays, known).0),
        recompute: None,
        supersession: verified
            .seen(key == KeyState::Enrolled, known.first_seen)
            .map(|seen| supersession(&seen, known.others)),
        privacy: Some(privacy(&personal)),
        mix: Some(if payload.example() { Mix::Example } else { Mix::Real }),
    };
    Review { states, evaluation: None, problems: Vec::new(), personal }
}

/// Reviews a verified assessment on every axis. Cannot fail.
#[must_use]
pub fn review(verified: &Verified<Assessment>, known: &Known<'_>) -> Review {
    review_with(verified, known, &mut Programs::default())
}

/// Reviews as [`review`] does, with compiled documents kept in `programs`: for callers that review many files.
#[must_use]
pub fn review_with(verified: &Verified<Assessment>, known: &Known<'_>, programs: &mut Programs) -> Review {
    reviewed(&verified.with(&verified.payload), known, programs)
}

fn reviewed(verified: &Verified<&Assessment>, known: &Known<'_>, programs: &mut Programs) -> Review {
    let assessment = verified.payload;
    let key = known.authority.key(Kind::Assessment, (verified.key.thumbprint(), &assessment.party), known.first_seen);
    let (pack_state, found) = find_pack(&assessment.pack, &assessment.level, &assessment.overlays, known);
    let mut problems = found.map(|(pack, level)| check(&assessment.facts, pack, level)).unwrap_or_default();
    problems.extend(found.iter().flat_map(|(_, level)| shortfalls(&assessment.facts, level)));
    let fit = problems.iter().all(|problem| problem.fault.is_warning());
    let evaluation = found.filter(|_| fit).map(|(pack, level)| {
        programs.evaluate(pack, level, &overlays(assessment, known), &assessment.facts, assessment.as_of)
    });
    let recompute = match &evaluation {
        Some(evaluation) => compare(&assessment.claim, evaluation),
        None if found.is_some() => Recompute::FactsInvalid,
        None => Recompute::NotPossible,
    };
    let personal = assessment.personal();
    let states = States {
        readable: Readable::Yes,
        signature: SignatureState::Good,
        key: Some(key),
        authority: Some(may_assess(&assessment.party, assessment.facts.unit)),
        clock: Some(ClockState::of(assessment.stated_at, known.first_seen)),
        days: Some(DaysState::of(assessment.last_day(), known.first_seen)),
        pack: Some(pack_state),
        recompute: Some(recompute),
        supersession: key.takes_part().then(|| place(verified, key, known)),
        privacy: Some(privacy(&personal)),
        mix: Some(if assessment.example { Mix::Example } else { Mix::Real }),
    };
    Review { states, evaluation, problems, personal }
}

/// Collects the overlays that a file names, in the order in which it names them.
fn overlays<'a>(assessment: &Assessment, known: &Known<'a>) -> Vec<&'a Overlay> {
    assessment.overlays.iter().filter_map(|digest| overlay(*digest, known)).collect()
}

fn overlay<'a>(digest: Digest, known: &Known<'a>) -> Option<&'a Overlay> {
    known.overlays.iter().copied().find(|overlay| overlay.digest == digest)
}

fn place(verified: &Verified<&Assessment>, key: KeyState, known: &Known<'_>) -> Supersession {
    let seen = verified.place(key == KeyState::Enrolled, known.first_seen);
    let others: Vec<SeenFile> = known.others.iter().filter_map(SeenFile::of_unit).collect();
    supersession(&seen, &others)
}

fn find_pack<'a>(
    reference: &PackRef,
    level: &LevelId,
    overlays: &[Digest],
    known: &Known<'a>,
) -> (PackState, Option<(&'a Pack, &'a Level)>) {
    let same_id = || known.packs.iter().filter(|pack| pack.id == reference.id);
    let same_version = || same_id().filter(|pack| pack.version == reference.version);
    if same_id().next().is_none() {
        return (PackState::UnknownPack, None);
    }
    if same_version().next().is_none() {
        return (PackState::UnknownVersion, None);
    }
    let Some(pack) = same_version().find(|pack| pack.digest == reference.digest) else {
        return (PackState::DigestDiffers, None);
    };
    let Some(level) = pack.level(level) else {
        return (PackState::UnknownLevel, None);
    };
    let fits = |digest: &Digest| match overlay(*digest, known) {
        None => Some(PackState::UnknownOverlay(*digest)),
        Some(overlay) if !overlay.bears_on(pack, level) => Some(PackState::OtherOverlay(*digest)),
        Some(_) => None,
    };
    match overlays.iter().find_map(fits) {
        Some(state) => (state, None),
        None => (PackState::Known, Some((*pack, level))),
    }
}

fn compare(claim: &Claim, evaluation: &Evaluation) -> Recompute {
    if claim.is_of(evaluation) {
        return Recompute::Same;
    }
    let own = Claim::of(evaluation);
    if claim.evaluator != own.evaluator {
        return Recompute::OtherEvaluator(claim.evaluator);
    }
    let verdict = (claim.verdict, claim.provisional) != (own.verdict, own.provisional);
    let score = claim.score != own.score;
    Recompute::Differs { rules: differing(claim, &own), verdict, score }
}

/// Lists the criteria and checks that stand on one side only or differ: first ours in order, then the claim's own.
fn differing(claim: &Claim, own: &Claim) -> Vec<RuleId> {
    let flat = |claim: &Claim| -> Vec<_> {
        let rules = claim.findings.iter().flat_map(|criterion| {
            let whole = (criterion.id.clone(), None, criterion.finding);
            let check = |(id, finding): &(RuleId, _)| (id.clone(), Some(criterion.id.clone()), *finding);
            std::iter::once(whole).chain(criterion.checks.iter().map(check)).collect::<Vec<_>>()
        });
        rules.collect()
    };
    let (theirs, ours) = (flat(claim), flat(own));
    let mut rules: Vec<RuleId> = Vec::new();
    let one_sided = |a: &[_], b: &[_]| -> Vec<RuleId> {
        let other: std::collections::BTreeSet<_> = b.iter().collect();
        a.iter().filter(|row| !other.contains(row)).map(|row: &(RuleId, Option<RuleId>, _)| row.0.clone()).collect()
    };
    for id in one_sided(&ours, &theirs).into_iter().chain(one_sided(&theirs, &ours)) {
        if !rules.contains(&id) {
            rules.push(id);
        }
    }
    rules
}

fn privacy(personal: &[(String, PersonalKind)]) -> PrivacyState {
    if personal.is_empty() { PrivacyState::Clean } else { PrivacyState::Flagged }
}
