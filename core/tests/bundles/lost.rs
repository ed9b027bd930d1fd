//! A key in other hands: in whatever order the thief's rotation, the loss and the owner's own rotation come, the call
//! decides. All keys are made from seeds: the village's is 1, the thief's new ones are 7 and 8, the owner's new ones 2
//! and 4.

use cunping_core::{
    bundle::{
        Content, Directory, Enrolling, Enrolment, FalseVouching, KeyState, Party, Succeeds, Thumbprint, Verified,
    },
    days::Day,
};

use super::trust::{
    TOWNSHIP, VILLAGE, after_a_call, day, directory, enrolment, key, key_state, party, rotation, without_a_call,
};

const TODAY: &str = "2026-04-12";

fn kid(seed: u8) -> Thumbprint {
    key(seed).public().thumbprint()
}

fn kids(seeds: &[u8]) -> Vec<Thumbprint> {
    let mut all: Vec<Thumbprint> = seeds.iter().map(|seed| kid(*seed)).collect();
    all.sort();
    all
}

fn village() -> Party {
    party(VILLAGE, "")
}

fn rotates(old: u8, new: u8) -> Verified<Enrolment> {
    enrolment(new, village(), rotation(old, new, &village()))
}

fn reports(lost: u8, new: u8) -> Verified<Enrolment> {
    enrolment(new, village(), Some(Succeeds::Lost { kid: kid(lost), since: day("2026-04-01") }))
}

fn today() -> Day {
    day(TODAY)
}

/// Returns the directory after an enrolment without a call.
fn taken(directory: &Directory, it: &Verified<Enrolment>) -> Directory {
    directory.with_enrolled(it, without_a_call(TODAY)).unwrap()
}

/// Returns the directory after an enrolment with a call.
fn called(directory: &Directory, it: &Verified<Enrolment>) -> Directory {
    let next = directory.with_enrolled(it, after_a_call(TODAY, TODAY)).unwrap();
    assert!(Directory::from_json(next.to_json()).is_ok(), "it is still in order");
    next
}

/// Lists the keys of the village that are in force.
fn in_force(directory: &Directory) -> Vec<Thumbprint> {
    directory.keys_of(&village(), today()).map(|it| it.key.thumbprint()).collect()
}

#[test]
fn the_thief_rotates_first_and_the_loss_retires_what_took_over() {
    let stolen = taken(&directory(), &rotates(1, 7));
    assert_eq!(in_force(&stolen), kids(&[7]));
    let report = reports(1, 2);
    let state = stolen.consider(&report, today());
    assert_eq!(state, Enrolling::LostAfterRotation { lost: kid(1), heirs: kids(&[7]) });
    assert!(state.needs_a_call() && state.is_loss());
    assert_eq!(stolen.with_enrolled(&report, without_a_call(TODAY)), None, "not without a call");
    let back = called(&stolen, &report);
    assert_eq!(in_force(&back), kids(&[2]), "in one step");
    assert_eq!(key_state(&back, kid(7), &village(), today()), KeyState::Retired);
    // The day that people choose, not that of the file, and no later than their decision.
    let earlier = stolen.with_enrolled(&report, after_a_call(TODAY, "2026-04-10")).unwrap();
    for (seen, state) in [("2026-04-09", KeyState::Enrolled), ("2026-04-10", KeyState::Retired)] {
        for it in [1, 7] {
            assert_eq!(key_state(&earlier, kid(it), &village(), day(seen)), state, "{it} {seen}");
        }
    }
}

#[test]
fn a_chain_of_rotations_is_retired_whole() {
    let stolen = taken(&taken(&taken(&directory(), &rotates(1, 7)), &rotates(7, 8)), &rotates(8, 9));
    assert_eq!(in_force(&stolen), kids(&[9]));
    let state = stolen.consider(&reports(1, 2), today());
    assert_eq!(state, Enrolling::LostAfterRotation { lost: kid(1), heirs: kids(&[7, 8, 9]) });
    assert_eq!(in_force(&called(&stolen, &reports(1, 2))), kids(&[2]));
    // The lineage is in the file that the township passes on.
    let passed = Directory::from_json(stolen.to_json()).unwrap();
    assert_eq!(passed, stolen);
    // Records of somebody else's making, round in a circle, end all the same.
    let mut round = stolen;
    round.keys.iter_mut().filter(|it| it.key.thumbprint() == kid(1)).for_each(|it| it.vouched_by = Some(kid(9)));
    assert_eq!(round.heirs(&village(), kid(1)), kids(&[7, 8, 9]));
    assert_eq!(round.heirs(&village(), kid(8)), kids(&[1, 7, 9]));
}

#[test]
fn the_thief_rotates_after_the_loss_and_is_refused() {
    let safe = called(&directory(), &reports(1, 2));
    let late = rotates(1, 7);
    assert_eq!(safe.consider(&late, today()), Enrolling::FalseRotation { old: kid(1), why: FalseVouching::Retired });
    assert_eq!(safe.with_enrolled(&late, after_a_call(TODAY, TODAY)), None);
    assert_eq!(in_force(&safe), kids(&[2]));
}

#[test]
fn a_rotation_that_waits_beside_the_loss_is_taken_by_no_click() {
    let (rotation, report) = (rotates(1, 7), reports(1, 2));
    let waiting = [rotation.clone(), report.clone()];
    let before = directory();
    let state = before.consider_among(&rotation, &waiting, today());
    assert_eq!(state, Enrolling::Contested { old: kid(1), rivals: kids(&[2]) });
    assert!(state.needs_a_call() && state.may_be_enrolled());
    assert_eq!(before.consider_among(&report, &waiting, today()), Enrolling::Lost(kid(1)));
    assert_eq!(in_force(&called(&before, &report)), kids(&[2]));
    // The call may find that the report was the false one.
    let kept = called(&before, &rotation);
    assert_eq!(kept.consider(&report, today()), Enrolling::Further, "people made sure of the key that took over");
    // A loss of the key before contests what its heir vouches for, too.
    let stolen = taken(&before, &rotation);
    let (further, waiting) = (rotates(7, 8), [rotates(7, 8), report]);
    assert_eq!(
        stolen.consider_among(&further, &waiting, today()),
        Enrolling::Contested { old: kid(7), rivals: kids(&[2]) }
    );
    // Nobody else's report does.
    let elsewhere = enrolment(2, party("150626200206", ""), report_of(1));
    assert_eq!(before.consider_among(&rotates(1, 7), [&elsewhere], today()), Enrolling::Rotation(kid(1)));
}

fn report_of(lost: u8) -> Option<Succeeds> {
    Some(Succeeds::Lost { kid: kid(lost), since: day("2026-04-01") })
}

#[test]
fn the_owner_rotates_second_and_it_is_said_that_one_of_two_is_false() {
    let stolen = taken(&directory(), &rotates(1, 7));
    let own = rotates(1, 2);
    let why = FalseVouching::Another(kid(7));
    assert_eq!(stolen.consider(&own, today()), Enrolling::FalseRotation { old: kid(1), why });
    // Then the owner reports the loss from the same new key.
    let report = reports(1, 2);
    assert_eq!(in_force(&called(&stolen, &report)), kids(&[2]));
}

#[test]
fn the_owner_rotates_first_and_the_thief_gets_nothing() {
    let safe = taken(&directory(), &rotates(1, 2));
    let why = FalseVouching::Another(kid(2));
    assert_eq!(safe.consider(&rotates(1, 7), today()), Enrolling::FalseRotation { old: kid(1), why });
    // A loss that the thief makes up needs a call, which the owner answers.
    assert!(safe.consider(&reports(1, 8), today()).needs_a_call());
    assert_eq!(in_force(&safe), kids(&[2]));
}

#[test]
fn two_rotations_of_one_key_that_wait_contest_each_other() {
    let waiting = [rotates(1, 7), rotates(1, 2)];
    for (mine, other) in [(0, 2), (1, 7)] {
        let state = directory().consider_among(&waiting[mine], &waiting, today());
        assert_eq!(state, Enrolling::Contested { old: kid(1), rivals: kids(&[other]) });
    }
    let false_word = enrolment(2, village(), rotation(9, 2, &village()));
    let alone = directory().consider_among(&waiting[0], [&waiting[0], &false_word], today());
    assert_eq!(alone, Enrolling::Rotation(kid(1)), "a word that is not the old key's contests nothing");
}

#[test]
fn an_enrolled_key_reports_the_loss_of_another_until_it_is_retired() {
    let second = called(&directory(), &enrolment(2, village(), None));
    let report = reports(1, 2);
    assert_eq!(second.consider(&report, today()), Enrolling::Lost(kid(1)));
    let stolen = taken(&second, &rotates(1, 7));
    let state = stolen.consider(&report, today());
    assert_eq!(state, Enrolling::LostAfterRotation { lost: kid(1), heirs: kids(&[7]) });
    let safe = called(&stolen, &report);
    assert_eq!(in_force(&safe), kids(&[2]));
    assert_eq!(safe.keys.iter().filter(|it| it.key == key(2).public()).count(), 1, "no second record");
    assert_eq!(safe.consider(&report, today()), Enrolling::Known);
}

#[test]
fn a_key_that_people_made_sure_of_rests_on_no_word() {
    let rotated = taken(&directory(), &rotates(1, 2));
    let of = |directory: &Directory, seed| directory.keys.iter().find(|it| it.key == key(seed).public()).cloned();
    assert!(of(&rotated, 2).unwrap().rests_on_a_word(), "nobody telephoned");
    let sure = rotated.with_made_sure(kid(2), today());
    assert!(!of(&sure, 2).unwrap().rests_on_a_word());
    assert_eq!(of(&sure, 2).unwrap().vouched_by, Some(kid(1)));
    assert_eq!(sure.consider(&reports(1, 4), today()), Enrolling::Further);
    let at_once = called(&directory(), &rotates(1, 2));
    assert_eq!(at_once, sure, "the call may come with it");
    assert!(!of(&directory(), 1).unwrap().rests_on_a_word());
    // Whom a made-sure key vouched for rests on that key, and not on the one before.
    let next = taken(&sure, &rotates(2, 4));
    assert_eq!(
        next.consider(&reports(2, 9), today()),
        Enrolling::LostAfterRotation { lost: kid(2), heirs: kids(&[4]) }
    );
    assert_eq!(next.consider(&reports(1, 9), today()), Enrolling::Further);
}

#[test]
fn one_party_is_one_lineage() {
    let office = party(TOWNSHIP, "pingan");
    let report = enrolment(2, office.clone(), Some(Succeeds::Lost { kid: kid(1), since: day("2026-04-01") }));
    assert_eq!(taken(&directory(), &rotates(1, 7)).consider(&report, today()), Enrolling::Further);
    let both = called(&directory(), &enrolment(3, party(TOWNSHIP, ""), None));
    let rotated = taken(&both, &enrolment(5, office.clone(), rotation(3, 5, &office)));
    let lost = |party: Party| rotated.consider(&enrolment(6, party, report_of(3)), today());
    assert_eq!(lost(office), Enrolling::LostAfterRotation { lost: kid(3), heirs: kids(&[5]) });
    assert_eq!(lost(party(TOWNSHIP, "")), Enrolling::Lost(kid(3)));
}

#[test]
fn what_stops_counting_is_what_was_first_seen_on_the_day_or_later() {
    let before = taken(&directory(), &rotates(1, 7));
    let after = before.with_enrolled(&reports(1, 2), after_a_call(TODAY, "2026-04-10")).unwrap();
    let stops = |seed, seen: &str| before.stops_counting(&after, (kid(seed), &village()), day(seen));
    for seed in [1, 7] {
        assert!(!stops(seed, "2026-04-09"), "the day before counts");
        assert!(stops(seed, "2026-04-10"), "the day itself does not");
    }
    assert!(stops(1, "2026-04-11"));
    assert!(!stops(1, TODAY), "it did not count before either");
    assert!(stops(7, TODAY));
    assert!(!stops(2, TODAY) && !stops(3, TODAY) && !stops(9, TODAY), "other keys");
    let manual = before.with_retired(kid(3), day("2026-04-12"));
    let office = party(TOWNSHIP, "pingan");
    assert!(before.stops_counting(&manual, (kid(3), &office), day("2026-04-12")));
    assert!(!before.stops_counting(&manual, (kid(3), &office), day("2026-04-11")));
    assert!(!before.stops_counting(&manual, (kid(3), &village()), day("2026-04-12")), "never its key");
}
