//! Supersession of files, in whatever order they came.

use cunping_core::{
    bundle::{Heads, Kind, SeenFile, Slot, Supersession, SupersessionBreak, Thumbprint, heads, supersession},
    id::Digest,
};

/// Makes a file named by one letter; `before` is the one that it supersedes.
fn file(name: char, sequence: u32, before: Option<char>, key: u8) -> SeenFile {
    let digest = |name: char| Digest::of(name.to_string().as_bytes());
    SeenFile {
        slot: Slot {
            kind: Kind::Assessment,
            unit: "150626200205".parse().unwrap(),
            pack: "sulide-bawu-2022".parse().unwrap(),
            level: "village".parse().unwrap(),
            period: "2026-Q1".parse().unwrap(),
            example: false,
        },
        digest: digest(name),
        sequence,
        supersedes: before.map(digest),
        kid: Thumbprint([key; 32]),
        enrolled: false,
        first_seen: "2026-04-12".parse().unwrap(),
        settled: false,
    }
}

#[test]
fn a_line_of_files_leads_to_its_last_whatever_the_order() {
    let line = [file('a', 1, None, 1), file('b', 2, Some('a'), 1), file('c', 3, Some('b'), 1)];
    let [a, b, c] = &line;
    for others in [vec![b.clone(), c.clone()], vec![c.clone(), b.clone()]] {
        assert_eq!(supersession(a, &others), Supersession::Superseded(b.digest));
    }
    assert_eq!(supersession(b, &[c.clone(), a.clone()]), Supersession::Superseded(c.digest));
    assert_eq!(supersession(c, &[a.clone(), b.clone()]), Supersession::Supersedes(b.digest));
    assert_eq!(heads(&line), Heads::One(c.digest));
    assert_eq!(heads(line.iter().rev()), Heads::One(c.digest));
    assert_eq!(heads::<Slot>([]), Heads::None);
}

#[test]
fn a_gap_is_a_conflict_until_it_is_filled() {
    let (a, b, c) = (file('a', 1, None, 1), file('b', 2, Some('a'), 1), file('c', 3, Some('b'), 1));
    assert_eq!(
        supersession(&c, std::slice::from_ref(&a)),
        Supersession::Conflict(SupersessionBreak::MissingPredecessor)
    );
    let mut both = vec![a.digest, c.digest];
    both.sort();
    assert_eq!(heads([&a, &c]), Heads::Conflict(both));
    assert_eq!(supersession(&c, &[a, b]), Supersession::Supersedes(Digest::of(b"b")));
}

#[test]
fn only_the_rightful_replace() {
    let a = file('a', 1, None, 1);
    let others = std::slice::from_ref(&a);
    assert_eq!(supersession(&file('b', 1, Some('a'), 1), others), Supersession::Conflict(SupersessionBreak::Sequence));
    let stranger = file('b', 2, Some('a'), 2);
    assert_eq!(supersession(&stranger, others), Supersession::Conflict(SupersessionBreak::OtherKey));
    assert_ne!(supersession(&a, std::slice::from_ref(&stranger)), Supersession::Superseded(stranger.digest));
    let enrolled = SeenFile { enrolled: true, ..stranger };
    assert_eq!(supersession(&enrolled, others), Supersession::Supersedes(a.digest));
    assert_eq!(supersession(&file('b', 1, None, 1), others), Supersession::Conflict(SupersessionBreak::NoPredecessor));
}

#[test]
fn two_successors_are_a_fork() {
    let (a, b, c) = (file('a', 1, None, 1), file('b', 2, Some('a'), 1), file('c', 2, Some('a'), 1));
    assert_eq!(supersession(&c, &[a.clone(), b.clone()]), Supersession::Conflict(SupersessionBreak::Fork));
    assert_eq!(supersession(&b, &[a.clone(), c.clone()]), Supersession::Conflict(SupersessionBreak::Fork));
    assert!(matches!(heads([&a, &b, &c]), Heads::Conflict(both) if both.len() == 2));
}

#[test]
fn other_slots_are_no_rivals() {
    let a = file('a', 1, None, 1);
    for change in [
        |slot: &mut Slot| slot.unit = "150626200206".parse().unwrap(),
        |slot: &mut Slot| slot.pack = "other".parse().unwrap(),
        |slot: &mut Slot| slot.level = "township".parse().unwrap(),
        |slot: &mut Slot| slot.period = "2026".parse().unwrap(),
        |slot: &mut Slot| slot.example = true,
        |slot: &mut Slot| slot.kind = Kind::Opinion,
    ] {
        let mut other = file('b', 2, Some('a'), 1);
        change(&mut other.slot);
        assert_eq!(supersession(&a, std::slice::from_ref(&other)), Supersession::New);
        assert_eq!(supersession(&other, std::slice::from_ref(&a)), Supersession::New);
    }
}

#[test]
fn the_same_file_is_a_duplicate() {
    let a = file('a', 1, None, 1);
    assert_eq!(supersession(&a, std::slice::from_ref(&a)), Supersession::Duplicate);
    assert_eq!(heads([&a, &a]), Heads::One(a.digest));
}

#[test]
fn after_a_decision_a_successor_waits_for_the_office() {
    let (a, b, c) = (file('a', 1, None, 1), file('b', 2, Some('a'), 1), file('c', 3, Some('b'), 1));
    let decided = SeenFile { settled: true, ..a.clone() };
    let all = [decided.clone(), b.clone(), c.clone()];
    assert_eq!(heads(&all), Heads::One(a.digest));
    assert_eq!(supersession(&b, &[decided.clone(), c.clone()]), Supersession::Waits(a.digest));
    assert_eq!(supersession(&c, &[b.clone(), decided.clone()]), Supersession::Waits(a.digest));
    assert_eq!(supersession(&decided, &[b.clone(), c.clone()]), Supersession::New);
    assert_eq!(heads([&a, &b, &c]), Heads::One(c.digest), "returned for correction, it lets them in");
    let last = SeenFile { settled: true, ..c };
    assert_eq!(heads([&a, &b, &last]), Heads::One(last.digest));
    assert_eq!(supersession(&last, &[a, b.clone()]), Supersession::Supersedes(b.digest));
}

#[test]
fn a_key_that_nobody_enrolled_keeps_no_enrolled_one_from_counting() {
    let enrolled = |it: SeenFile| SeenFile { enrolled: true, ..it };
    let own = enrolled(file('a', 1, None, 1));
    let forged = file('b', 1, None, 2);
    assert_eq!(supersession(&own, std::slice::from_ref(&forged)), Supersession::New);
    assert_eq!(supersession(&forged, std::slice::from_ref(&own)), Supersession::Conflict(SupersessionBreak::OtherKey));
    assert_eq!(heads([&own, &forged]), Heads::One(own.digest));
    let next = enrolled(file('c', 2, Some('b'), 1));
    assert_eq!(
        supersession(&next, std::slice::from_ref(&forged)),
        Supersession::Supersedes(forged.digest),
        "it may take up any file"
    );
    let other = enrolled(file('d', 1, None, 3));
    assert!(matches!(heads([&own, &other, &forged]), Heads::Conflict(both) if both.len() == 2));
    let decided = SeenFile { settled: true, ..forged };
    assert_eq!(heads([&own, &decided]), Heads::One(own.digest), "a decision makes no stranger's file a rival");
    assert_eq!(supersession(&own, std::slice::from_ref(&decided)), Supersession::New);
}

#[test]
fn while_no_key_is_enrolled_the_one_that_came_first_goes_on_and_a_later_one_stands_aside() {
    let on = |it: SeenFile, day: &str| SeenFile { first_seen: day.parse().unwrap(), ..it };
    let first = on(file('a', 1, None, 1), "2026-04-01");
    let second = on(file('b', 2, Some('a'), 1), "2026-04-20");
    let later = on(file('c', 9, None, 2), "2026-04-02");
    let all = [first.clone(), second.clone(), later.clone()];
    assert_eq!(heads(&all), Heads::One(second.digest));
    assert_eq!(supersession(&second, &[first.clone(), later.clone()]), Supersession::Supersedes(first.digest));
    assert_eq!(supersession(&later, &[first.clone(), second]), Supersession::Conflict(SupersessionBreak::OtherKey));
    let same_day = SeenFile { first_seen: first.first_seen, ..later };
    assert!(matches!(heads([&first, &same_day]), Heads::Conflict(_)), "of two on one day a person says whose it is");
}
