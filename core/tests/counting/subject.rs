//! A decision names a file and a subject: it is about the file only where the subject is the file's own.

use cunping_core::{
    bundle::{Decision, FileLine, Kind, Known, Slot, examine, verify},
    id::Digest,
    rollup::{CountedSubject, Decisions, SignedDecision},
};

use super::folder::{TOWNSHIP, VILLAGES, authority, day, decision, pack, party, place, signed};

const FILE: Digest = Digest([7; 32]);

/// Receives a decision of the township about the first village's report.
fn received() -> SignedDecision {
    let by = party(TOWNSHIP, "pingan");
    let text = signed(&decision(pack(), by, "sumu-pingan", VILLAGES[0].0, FILE, Decision::Qualified), 3);
    let (verified, first_seen) = (verify(text.as_bytes()).unwrap(), day("2026-02-01"));
    let known = Known { packs: &[pack()], overlays: &[], authority: &authority(), others: &[], first_seen };
    SignedDecision::new(&verified, &examine(&verified, &known).states, first_seen).unwrap()
}

/// Returns the subject of the first village's report, and all that differ from it in one thing.
fn subjects() -> (Slot, Vec<Slot>) {
    let own = place(TOWNSHIP).slot(VILLAGES[0].0.parse().unwrap(), "2025".parse().unwrap());
    let others = vec![
        Slot { unit: VILLAGES[1].0.parse().unwrap(), ..own.clone() },
        Slot { pack: "another-2022".parse().unwrap(), ..own.clone() },
        Slot { level: "another".parse().unwrap(), ..own.clone() },
        Slot { period: "2024".parse().unwrap(), ..own.clone() },
        Slot { example: true, ..own.clone() },
    ];
    (own, others)
}

#[test]
fn a_decision_on_a_file_about_another_subject_is_none_about_the_file() {
    let it = [received()];
    let decisions = Decisions::of(&it);
    let (own, others) = subjects();
    assert_eq!(decisions.on(FILE, &own), [&it[0]]);
    assert!(decisions.settle(FILE, &own));
    for other in others {
        assert!(decisions.on(FILE, &other).is_empty(), "{other:?}");
        assert!(!decisions.settle(FILE, &other), "{other:?}");
    }
}

#[test]
fn every_decision_that_counts_is_listed_whichever_file_it_is_on() {
    let one = received();
    let mut other = SignedDecision { assessment: Digest([8; 32]), ..received() };
    other.seen.digest = Digest([1; 32]);
    if let FileLine::Decision(_, _, slot) = &mut other.seen.slot {
        slot.unit = VILLAGES[1].0.parse().unwrap();
    }
    let all = [one, other];
    assert!(Decisions::of(&all).all().eq(&all));
}

/// Files of all units about one subject are counted together, whatever their unit.
#[test]
fn a_file_is_counted_where_it_is_an_assessment_about_the_subject() {
    let (own, others) = subjects();
    let subject =
        CountedSubject { pack: own.pack.clone(), level: own.level.clone(), period: own.period, example: own.example };
    assert!(subject.holds(&own));
    let (of_another_unit, elsewhere) = others.split_first().unwrap();
    assert!(subject.holds(of_another_unit));
    assert!(elsewhere.iter().all(|other| !subject.holds(other)));
    assert!(!subject.holds(&Slot { kind: Kind::Opinion, ..own }));
}
