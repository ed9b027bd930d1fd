//! Axes of a review that vectors cannot show: enrolled keys, and the worst state.

use cunping_core::{
    bundle::{
        Assessment, Authority, Axis, BundleError, Claim, DaysState, KeyRecord, KeyRole, KeyState, Known, Party,
        Readable, Recompute, Severity, SignatureState, SigningKey, States, Supersession, SupersessionBreak, Verified,
        review, sign, verify_as,
    },
    evaluate::{Score, Verdict, evaluate},
    facts::{Gathered, Subordinates, Topic},
    pack::Pack,
    truth::Finding,
};

use crate::sample;

fn verified(pack: &Pack) -> Verified<Assessment> {
    verify_as(sign(&sample::assessment(pack), &SigningKey::from_seed(&[3; 32])).text.as_bytes()).unwrap()
}

fn states(first_seen: &str, keys: &[KeyRecord]) -> States {
    let pack = sample::pack();
    let packs = [&pack];
    let first_seen = first_seen.parse().unwrap();
    let authority = Authority::new(&[], keys, None);
    review(&verified(&pack), &Known { packs: &packs, overlays: &[], authority: &authority, others: &[], first_seen })
        .states
}

fn record(unit: &str, retired_on: Option<&str>) -> KeyRecord {
    KeyRecord {
        key: SigningKey::from_seed(&[3; 32]).public(),
        party: Party { unit: unit.parse().unwrap(), office: None },
        role: KeyRole::Shared,
        enrolled_on: "2026-01-05".parse().unwrap(),
        vouched_by: None,
        made_sure_on: None,
        recipient: None,
        retired_on: retired_on.map(|day| day.parse().unwrap()),
    }
}

#[test]
fn keys_are_known_by_the_directory() {
    let key = |keys: &[KeyRecord]| states("2026-04-12", keys).key.unwrap();
    assert_eq!(key(&[]), KeyState::FirstSeen);
    assert_eq!(key(&[record("150626200205", None)]), KeyState::Enrolled);
    let other = record("150626200206", None);
    assert_eq!(key(std::slice::from_ref(&other)), KeyState::OtherUnit(other.party.unit));
    let mut office = record("150626200205", None);
    office.party.office = Some("police".parse().unwrap());
    assert_eq!(key(std::slice::from_ref(&office)), KeyState::OtherUnit(office.party.unit));
    for retired_on in [None, Some("2026-01-01")] {
        let mut rival = record("150626200205", retired_on);
        rival.key = SigningKey::from_seed(&[4; 32]).public();
        assert_eq!(key(&[rival]), KeyState::Stranger, "the unit has, or had, another key");
    }
    let elsewhere = SigningKey::from_seed(&[4; 32]).public();
    let elsewhere = KeyRecord { key: elsewhere, ..record("150626200206", None) };
    assert_eq!(key(&[elsewhere]), KeyState::FirstSeen, "enrolling one changes nothing for others");
}

#[test]
fn a_retired_key_counts_for_what_came_before() {
    let keys = [record("150626200205", Some("2026-04-12"))];
    assert_eq!(states("2026-04-11", &keys).key, Some(KeyState::Enrolled));
    let late = states("2026-04-12", &keys);
    assert_eq!(late.key, Some(KeyState::Retired));
    assert!(!late.counts());
}

#[test]
fn days_that_had_not_come_settle_nothing() {
    let keys = [record("150626200205", None)];
    let last = sample::assessment(&sample::pack()).last_day();
    let seen = |before: u64| states(&(last - chrono::Days::new(before)).to_string(), &keys);
    assert_eq!(seen(0).days, Some(DaysState::Past));
    assert_eq!(seen(1).days, Some(DaysState::Past), "clocks differ by a day");
    let ahead = seen(2);
    assert_eq!(ahead.days, Some(DaysState::Ahead(last)));
    assert!(!ahead.counts());
    assert_eq!(ahead.by_severity()[0], (Severity::NotCounted, Axis::Days));
}

#[test]
fn what_units_below_say_of_days_to_come_is_looked_at_too() {
    let mut facts = sample::facts();
    let own = facts.last_day().unwrap();
    let covered = own + chrono::Days::new(9);
    let of = |covered| Gathered { topic: Topic::whole("crime".parse().unwrap()), counted: 0, unclear: 0, covered };
    facts.subordinates =
        Some(Subordinates { expected: 1, units: [].into(), topics: vec![of(None), of(Some(covered))] });
    assert_eq!(facts.last_day(), Some(covered));
    facts.subordinates = Some(Subordinates { expected: 1, units: [].into(), topics: vec![of(None)] });
    assert_eq!(facts.last_day(), Some(own));
}

#[test]
fn the_worst_comes_first() {
    let mut states = states("2026-04-12", &[record("150626200205", None)]);
    assert_eq!(states.worst(), None);
    assert!(states.counts());
    states.recompute = Some(Recompute::Differs { rules: Vec::new(), verdict: true, score: false });
    assert_eq!(states.worst(), Some((Severity::Attention, Axis::Recompute)));
    assert!(states.counts());
    states.key = Some(KeyState::Retired);
    assert_eq!(states.worst(), Some((Severity::NotCounted, Axis::Key)));
    assert!(!states.counts());
    let refused = States::refused(&BundleError::Signature);
    assert_eq!((refused.readable, refused.signature), (Readable::Yes, SignatureState::Wrong));
    assert_eq!(refused.worst(), Some((Severity::NotCounted, Axis::Signature)));
}

#[test]
fn a_file_alone_counts_whatever_its_place_among_others_is() {
    let mut states = states("2026-04-12", &[record("150626200205", None)]);
    states.supersession = Some(Supersession::Conflict(SupersessionBreak::Fork));
    assert!(!states.counts());
    assert!(states.alone().counts());
}

#[test]
fn severities_have_codes() {
    let all = [Severity::Fine, Severity::Note, Severity::Attention, Severity::NotCounted];
    assert_eq!(all.map(Severity::code), ["fine", "note", "attention", "not-counted"]);
}

#[test]
fn a_claim_that_differs_in_one_thing_is_not_the_same() {
    let (pack, first_seen) = (sample::pack(), "2026-04-12".parse().unwrap());
    let recomputed = |change: fn(&mut Claim)| {
        let mut assessment = sample::assessment(&pack);
        change(&mut assessment.claim);
        let verified = verify_as(sign(&assessment, &SigningKey::from_seed(&[3; 32])).text.as_bytes()).unwrap();
        let known = Known { packs: &[&pack], overlays: &[], authority: &Authority::default(), others: &[], first_seen };
        review(&verified, &known).states.recompute.unwrap()
    };
    assert_eq!(recomputed(|_| ()), Recompute::Same);
    let changes: [fn(&mut Claim); 10] = [
        |it| it.evaluator += 1,
        |it| it.verdict = Verdict::Qualified,
        |it| it.provisional = !it.provisional,
        |it| it.score = Some(Score { low: (1, 1), high: (1, 1), pass: None, official: false }),
        |it| drop(it.findings.pop()),
        |it| it.findings[0].id = "village.99".parse().unwrap(),
        |it| it.findings[0].finding = Finding::NotApplicable,
        |it| drop(it.findings[0].checks.pop()),
        |it| it.findings[0].checks[0].0 = "village.99".parse().unwrap(),
        |it| it.findings[0].checks[0].1 = Finding::NotApplicable,
    ];
    for (number, change) in changes.into_iter().enumerate() {
        assert_ne!(recomputed(change), Recompute::Same, "{number}");
    }
}

#[test]
fn a_claim_is_written_with_its_points_where_there_are_some() {
    let mut claim = sample::assessment(&sample::pack()).claim;
    let members = |it: &Claim| cunping_core::bundle::claim(it).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(members(&claim), ["evaluator", "findings", "verdict"]);
    claim.score = Some(Score { low: (1, 1), high: (1, 1), pass: None, official: false });
    assert_eq!(members(&claim), ["evaluator", "findings", "verdict", "score"]);
}

#[test]
fn points_that_no_file_can_hold_are_not_claimed() {
    let pack = sample::pack();
    let facts = sample::facts();
    let mut evaluation = evaluate(
        &pack,
        pack.level(&sample::assessment(&pack).level).unwrap(),
        &[],
        &facts,
        "2026-03-31".parse().unwrap(),
    );
    let mut claimed = |low, high| {
        let score = Score { low: (low, 1), high: (1, high), pass: None, official: false };
        evaluation.score = Some(score);
        Claim::of(&evaluation).score == Some(score)
    };
    assert!(claimed(cunping_core::MAX_NUMBER, cunping_core::MAX_NUMBER));
    assert!(!claimed(cunping_core::MAX_NUMBER + 1, 1));
    assert!(!claimed(1, cunping_core::MAX_NUMBER + 1));
}

#[test]
fn a_claim_that_differs_names_the_rules() {
    let pack = sample::pack();
    let mut assessment = sample::assessment(&pack);
    let met = cunping_core::truth::Finding::Met;
    let breached = &mut assessment.claim.findings[1];
    (breached.finding, breached.checks[0].1) = (met, met);
    let verified = verify_as(sign(&assessment, &SigningKey::from_seed(&[3; 32])).text.as_bytes()).unwrap();
    let first_seen = "2026-04-12".parse().unwrap();
    let known = Known { packs: &[&pack], overlays: &[], authority: &Authority::default(), others: &[], first_seen };
    let review = review(&verified, &known);
    let rules = vec!["village.2".parse().unwrap()];
    assert_eq!(review.states.recompute, Some(Recompute::Differs { rules, verdict: false, score: false }));
    let evaluation = review.evaluation.unwrap();
    assert_eq!(evaluation.criteria[1].finding, cunping_core::truth::Finding::NotMet, "the recomputed finding counts");
}
