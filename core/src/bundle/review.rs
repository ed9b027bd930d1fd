//! What an importer makes of an opened file, given what it knows. Reads no store and settles no conflict.

use super::{
    Assessment, Chain, Claim, KeyState, Mix, Opened, PackState, Payload, PrivacyState, Readable, Recompute, Seen,
    SignatureState, Slot, States, Thumbprint, chain,
};
use crate::{
    days::Day,
    evaluate::{Evaluation, evaluate},
    facts::check::{FactsProblem, check},
    id::{Digest, OfficeId, RuleId, UnitCode},
    overlay::Overlay,
    pack::{Level, Pack},
    privacy::{Personal, scan},
};

/// What the importer knows.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The documents.
    pub packs: &'a [&'a Pack],
    /// The overlays.
    pub overlays: &'a [&'a Overlay],
    /// The keys that it has enrolled; `None` before it has enrolled any.
    pub keys: Option<&'a [KeyRecord]>,
    /// Files seen before; only those about the same slot, or the same file, matter.
    pub others: &'a [Seen],
    /// The day on which this file was first seen, by the importer's clock.
    pub first_seen: Day,
}

/// An enrolled key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// Its thumbprint.
    pub kid: Thumbprint,
    /// Whose it is.
    pub unit: UnitCode,
    /// Whose office's; none for the unit itself.
    pub office: Option<OfficeId>,
    /// The day from which files first seen no longer count.
    pub retired_on: Option<Day>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The states.
    pub states: States,
    /// The findings that count, where the document is here and the facts fit it.
    pub evaluation: Option<Evaluation>,
    /// What is wrong with the facts, warnings included.
    pub problems: Vec<FactsProblem>,
    /// Where texts hold what looks like a person's number, as paths into the payload.
    pub personal: Vec<(String, Personal)>,
}

impl Opened {
    /// The file's place among others. `enrolled` says whether its key is enrolled for its unit.
    #[must_use]
    pub fn seen(&self, enrolled: bool) -> Seen {
        let Payload::Assessment(it) = &self.payload;
        let slot = Slot {
            kind: self.kind(),
            unit: it.facts.unit,
            pack: it.pack.id.clone(),
            level: it.level.clone(),
            period: it.facts.period,
            example: it.example,
        };
        let (sequence, supersedes) = (it.sequence, it.supersedes);
        Seen { slot, digest: self.digest, sequence, supersedes, kid: self.key.thumbprint(), enrolled }
    }
}

/// Looks at an opened file from every side. Cannot fail.
#[must_use]
pub fn review(opened: &Opened, known: &Known<'_>) -> Review {
    let Payload::Assessment(it) = &opened.payload;
    let key = key_state(opened.key.thumbprint(), it, known);
    let (pack_state, found) = find_pack(it, known);
    let problems = found.map(|(pack, level)| check(&it.facts, pack, level)).unwrap_or_default();
    let fit = problems.iter().all(|problem| problem.fault.is_warning());
    let evaluation = found.filter(|_| fit).map(|(pack, level)| {
        let mut facts = it.facts.clone();
        facts.sort();
        evaluate(pack, level, &overlays(it, known), &facts, it.as_of)
    });
    let recompute = match &evaluation {
        Some(evaluation) => compare(&it.claim, evaluation),
        None if found.is_some() => Recompute::FactsInvalid,
        None => Recompute::NotPossible,
    };
    let personal = personal(it);
    let states = States {
        readable: Readable::Yes,
        signature: SignatureState::Good,
        key: Some(key),
        pack: Some(pack_state),
        recompute: Some(recompute),
        chain: Some(place(opened, key, known)),
        privacy: Some(if personal.is_empty() { PrivacyState::Clean } else { PrivacyState::Flagged }),
        mix: Some(if it.example { Mix::Example } else { Mix::Real }),
    };
    Review { states, evaluation, problems, personal }
}

/// The overlays that a file names, in the order in which it names them.
fn overlays<'a>(it: &Assessment, known: &Known<'a>) -> Vec<&'a Overlay> {
    it.overlays.iter().filter_map(|digest| overlay(*digest, known)).collect()
}

fn overlay<'a>(digest: Digest, known: &Known<'a>) -> Option<&'a Overlay> {
    known.overlays.iter().copied().find(|overlay| overlay.digest == digest)
}

fn place(opened: &Opened, key: KeyState, known: &Known<'_>) -> Chain {
    chain(&opened.seen(key == KeyState::Enrolled), known.others)
}

/// A unit assesses itself: the party has to be the unit, and the key enrolled for it.
fn key_state(kid: Thumbprint, it: &Assessment, known: &Known<'_>) -> KeyState {
    if it.party.unit != it.facts.unit {
        return KeyState::OtherUnit(it.party.unit);
    }
    let Some(keys) = known.keys else {
        return KeyState::NotEnrolledYet;
    };
    let same_key = || keys.iter().filter(|record| record.kid == kid);
    let own = same_key().find(|record| record.unit == it.party.unit && record.office == it.party.office);
    match (own, same_key().next()) {
        (Some(own), _) if own.retired_on.is_some_and(|day| known.first_seen >= day) => KeyState::Retired,
        (Some(_), _) => KeyState::Enrolled,
        (None, Some(other)) => KeyState::OtherUnit(other.unit),
        (None, None) => KeyState::Unknown,
    }
}

fn find_pack<'a>(it: &Assessment, known: &Known<'a>) -> (PackState, Option<(&'a Pack, &'a Level)>) {
    let same_id = || known.packs.iter().filter(|pack| pack.id == it.pack.id);
    let same_version = || same_id().filter(|pack| pack.version == it.pack.version);
    if same_id().next().is_none() {
        return (PackState::UnknownPack, None);
    }
    if same_version().next().is_none() {
        return (PackState::UnknownVersion, None);
    }
    let Some(pack) = same_version().find(|pack| pack.digest == it.pack.digest) else {
        return (PackState::DigestDiffers, None);
    };
    let Some(level) = pack.level(&it.level) else {
        return (PackState::UnknownLevel, None);
    };
    let fits = |digest: &Digest| match overlay(*digest, known) {
        None => Some(PackState::UnknownOverlay(*digest)),
        Some(overlay) if !overlay.bears_on(pack, level) => Some(PackState::OtherOverlay(*digest)),
        Some(_) => None,
    };
    match it.overlays.iter().find_map(fits) {
        Some(state) => (state, None),
        None => (PackState::Known, Some((*pack, level))),
    }
}

fn compare(claim: &Claim, evaluation: &Evaluation) -> Recompute {
    let own = Claim::of(evaluation);
    if claim.evaluator != own.evaluator {
        return Recompute::OtherEvaluator(claim.evaluator);
    }
    let verdict = (claim.verdict, claim.provisional) != (own.verdict, own.provisional);
    let score = claim.score != own.score;
    if claim.findings == own.findings && !verdict && !score {
        return Recompute::Same;
    }
    Recompute::Differs { rules: differing(claim, &own), verdict, score }
}

/// The criteria and checks that stand on one side only or differ: first ours in order, then the claim's own.
fn differing(claim: &Claim, own: &Claim) -> Vec<RuleId> {
    let flat = |claim: &Claim| -> Vec<_> {
        let rules = claim.findings.iter().flat_map(|it| {
            let whole = (it.id.clone(), None, it.finding);
            let check = |(id, finding): &(RuleId, _)| (id.clone(), Some(it.id.clone()), *finding);
            std::iter::once(whole).chain(it.checks.iter().map(check)).collect::<Vec<_>>()
        });
        rules.collect()
    };
    let (theirs, ours) = (flat(claim), flat(own));
    let mut rules: Vec<RuleId> = Vec::new();
    let one_sided = |a: &[_], b: &[_]| -> Vec<RuleId> {
        let other: std::collections::BTreeSet<_> = b.iter().collect();
        a.iter().filter(|it| !other.contains(it)).map(|it: &(RuleId, Option<RuleId>, _)| it.0.clone()).collect()
    };
    for id in one_sided(&ours, &theirs).into_iter().chain(one_sided(&theirs, &ours)) {
        if !rules.contains(&id) {
            rules.push(id);
        }
    }
    rules
}

fn personal(it: &Assessment) -> Vec<(String, Personal)> {
    let texts = [("unit.name".to_owned(), &it.unit_name), ("software".to_owned(), &it.software)];
    let facts = it.facts.texts().into_iter().map(|(at, text)| (format!("facts.{at}"), text));
    let found = |(at, text): (String, &String)| scan(text).into_iter().map(move |found| (at.clone(), found));
    texts.into_iter().chain(facts).flat_map(found).collect()
}
