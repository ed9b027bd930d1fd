//! Folders, most of them hostile, and the result of each as the writer of the rules expects it.

use cunping_core::{
    bundle::{Assessment, Decision, LinePosition, Party, verify},
    id::Digest,
};
use serde_json::{Value, json};

use super::folder::{COUNTY, NEW, TOWNSHIP, VILLAGES, decision, digest, directory, pack, party, report, signed};

/// The seed of the township's office; then of the county's, the police station's, and of a key that nobody enrolled.
const OFFICE: u8 = 3;
const FLAG: u8 = 5;
const POLICE: u8 = 4;
const STRANGER: u8 = 99;

/// A folder with its expected result.
pub(crate) struct Case {
    /// The name of its file.
    pub(crate) name: &'static str,
    about: &'static str,
    files: Vec<(String, &'static str)>,
    /// The file that counts for each unit that reported.
    counts: Vec<(&'static str, Digest)>,
    /// The units that a person has to settle.
    unsettled: Vec<&'static str>,
    /// The units that qualify, of those that count; the others are open.
    qualified: usize,
    /// Decisions on files that count: qualified, not qualified, returned, in conflict.
    decided: [usize; 4],
}

impl Case {
    /// Returns the folder as its file has it.
    pub(crate) fn text(&self) -> String {
        let files: Vec<Value> = self.files.iter().map(|(text, seen)| json!({ "seen": seen, "text": text })).collect();
        let (reported, unsettled) = (self.counts.len(), self.unsettled.len());
        let counts: serde_json::Map<String, Value> =
            self.counts.iter().map(|(unit, file)| ((*unit).to_owned(), file.to_string().into())).collect();
        let [qualified, not_qualified, returned, conflict] = self.decided;
        // A unit whose files a person has to settle did not report.
        let it = json!({
            "about": self.about,
            "area": TOWNSHIP,
            "counts": counts,
            "decided": {
                "conflict": conflict, "not_qualified": not_qualified, "qualified": qualified, "returned": returned,
            },
            "directory": directory(),
            "files": files,
            "level": "village",
            "pack": "sulide-bawu-2022",
            "period": "2025",
            "totals": {
                "expected": 5, "missing": 5 - reported, "not_qualified": 0, "qualified": self.qualified,
                "reported": reported, "undetermined": reported - self.qualified,
            },
            "unsettled": self.unsettled,
        });
        assert!(unsettled + reported <= 5, "{}", self.name);
        format!("{}\n", serde_json::to_string_pretty(&it).unwrap())
    }
}

/// Makes the first village's report in full, or one that leaves a question open.
fn full(turn: LinePosition) -> Assessment {
    report(pack(), VILLAGES[0].0, false, turn)
}

fn open_one(turn: LinePosition) -> Assessment {
    report(pack(), VILLAGES[0].0, true, turn)
}

fn after(text: &str, sequence: u32) -> LinePosition {
    LinePosition { sequence, supersedes: Some(digest(text)) }
}

fn decided(by: Party, office: &str, on: &str, what: Decision, (turn, seed): (LinePosition, u8)) -> String {
    let unit = match verify(on.as_bytes()).unwrap().payload {
        cunping_core::bundle::Payload::Assessment(it) => it.facts.unit.to_string(),
        _ => panic!("a decision is about an assessment"),
    };
    let mut it = decision(pack(), by, office, &unit, digest(on), what);
    it.place = turn;
    signed(&it, seed)
}

/// Makes a decision of the township's own office.
fn by_township(on: &str, what: Decision, turn: LinePosition) -> String {
    decided(party(TOWNSHIP, "pingan"), "sumu-pingan", on, what, (turn, OFFICE))
}

const DAY: &str = "2026-02-01";
const LATER: &str = "2026-03-01";

/// Makes a folder in which the first village's file counts, whatever else lies there.
fn first_stands(name: &'static str, about: &'static str, others: Vec<(String, &'static str)>) -> Case {
    let first = signed(&full(LinePosition::FIRST), VILLAGES[0].1);
    let counts = vec![(VILLAGES[0].0, digest(&first))];
    let mut files = others;
    files.push((first, DAY));
    Case { name, about, files, counts, unsettled: Vec::new(), qualified: 1, decided: [0; 4] }
}

/// Lists every case.
pub(crate) fn all() -> Vec<Case> {
    [own_files(), strangers(), keys(), decisions()].into_iter().flatten().collect()
}

fn own_files() -> Vec<Case> {
    let (village, seed) = VILLAGES[0];
    let first = signed(&full(LinePosition::FIRST), seed);
    let second = signed(&open_one(after(&first, 2)), seed);
    let third = signed(&full(after(&first, 3)), seed);
    let other = signed(&open_one(LinePosition::FIRST), seed);
    let lost = signed(&full(LinePosition { sequence: 2, supersedes: Some(Digest([7; 32])) }), seed);
    let case = |name, about, files: &[&String], counts: Option<&String>, qualified| Case {
        name,
        about,
        files: files.iter().map(|it| ((*it).clone(), DAY)).collect(),
        counts: counts.map(|it| (village, digest(it))).into_iter().collect(),
        unsettled: if counts.is_none() && !files.is_empty() { vec![village] } else { Vec::new() },
        qualified,
        decided: [0; 4],
    };
    vec![
        case("own-nothing", "no file at all", &[], None, 0),
        case("own-superseded", "a later file that names the one it replaces", &[&second, &first], Some(&second), 0),
        case("own-twice", "the same file twice", &[&first, &first], Some(&first), 1),
        case(
            "own-side-by-side",
            "two first files of one key, as of two officers on two computers",
            &[&first, &other],
            None,
            0,
        ),
        case("own-fork", "two files that replace the same one", &[&first, &second, &third], None, 0),
        case(
            "own-predecessor-missing",
            "one file alone, whose predecessor was never sent here",
            &[&lost],
            Some(&lost),
            1,
        ),
        case("own-predecessor-missing-beside", "the same beside another of the village", &[&lost, &first], None, 0),
    ]
}

fn strangers() -> Vec<Case> {
    let first = signed(&full(LinePosition::FIRST), VILLAGES[0].1);
    let forged = |turn| signed(&open_one(turn), STRANGER);
    let far =
        Assessment { stated_at: "2199-01-01T10:00:00+08:00".parse().unwrap(), ..open_one(after(&first, u32::MAX)) };
    let by_office = |office: &str, what: Decision, turn: LinePosition| {
        decided(party(TOWNSHIP, "pingan"), office, &first, what, (turn, STRANGER))
    };
    vec![
        first_stands(
            "stranger-beside",
            "another first file by a key that nobody knows",
            vec![(forged(LinePosition::FIRST), DAY)],
        ),
        first_stands(
            "stranger-replaces",
            "a stranger's file that names the village's as the one it replaces",
            vec![(forged(after(&first, 2)), DAY)],
        ),
        first_stands(
            "stranger-far-ahead",
            "a stranger's file of the last number and of a day far ahead",
            vec![(signed(&far, STRANGER), DAY)],
        ),
        first_stands(
            "stranger-earlier",
            "a stranger's file that was seen before the village's",
            vec![(forged(LinePosition::FIRST), "2026-01-10")],
        ),
        first_stands(
            "stranger-decides",
            "decisions in the office's name by a key that nobody knows",
            vec![
                (by_office("sumu-pingan", Decision::Qualified, LinePosition::FIRST), DAY),
                (by_office("flag-pingan", Decision::NotQualified, LinePosition::FIRST), DAY),
                (by_office("sumu-pingan", Decision::Returned, LinePosition::FIRST), LATER),
            ],
        ),
        first_stands(
            "other-office-decides",
            "the police station, with its own enrolled key, as the office that decides",
            vec![(
                decided(
                    party(TOWNSHIP, "police"),
                    "sumu-pingan",
                    &first,
                    Decision::NotQualified,
                    (LinePosition::FIRST, POLICE),
                ),
                DAY,
            )],
        ),
        first_stands(
            "out-of-reach-decides",
            "the township as its county, and the county as its township",
            vec![
                (
                    decided(
                        party(TOWNSHIP, "pingan"),
                        "flag-pingan",
                        &first,
                        Decision::NotQualified,
                        (LinePosition::FIRST, OFFICE),
                    ),
                    DAY,
                ),
                (
                    decided(
                        party(COUNTY, "pingan"),
                        "sumu-pingan",
                        &first,
                        Decision::NotQualified,
                        (LinePosition::FIRST, FLAG),
                    ),
                    DAY,
                ),
            ],
        ),
        first_stands(
            "village-decides",
            "a village about itself, as an office of its own",
            vec![(
                decided(
                    party(VILLAGES[0].0, "pingan"),
                    "sumu-pingan",
                    &first,
                    Decision::Qualified,
                    (LinePosition::FIRST, VILLAGES[0].1),
                ),
                DAY,
            )],
        ),
        first_stands(
            "other-village-reports",
            "another village's key under a file about this one",
            vec![(signed(&open_one(after(&first, 2)), VILLAGES[1].1), DAY)],
        ),
    ]
}

fn keys() -> Vec<Case> {
    let third = report(pack(), VILLAGES[2].0, false, LinePosition::FIRST);
    let old = signed(&third, 33);
    let new = |seed, silent, turn| signed(&report(pack(), NEW, silent, turn), seed);
    let (one, two) = (new(STRANGER, false, LinePosition::FIRST), new(98, true, LinePosition::FIRST));
    let replaces = new(98, true, after(&one, 2));
    let goes_on = new(STRANGER, true, after(&one, 2));
    let case =
        |name, about, files: Vec<(&String, &'static str)>, counts: Option<(&'static str, &String)>, qualified| Case {
            name,
            about,
            files: files.into_iter().map(|(text, seen)| (text.clone(), seen)).collect(),
            counts: counts.map(|(unit, it)| (unit, digest(it))).into_iter().collect(),
            unsettled: Vec::new(),
            qualified,
            decided: [0; 4],
        };
    let village = VILLAGES[2].0;
    vec![
        case(
            "key-before-retirement",
            "first seen on the last day of a key",
            vec![(&old, "2026-01-14")],
            Some((village, &old)),
            1,
        ),
        case(
            "key-retired",
            "first seen on the day from which the key counts no more",
            vec![(&old, "2026-01-15")],
            None,
            0,
        ),
        case(
            "key-replayed",
            "the words of a retired key under a fresh one",
            vec![(&old, "2026-01-15"), (&signed(&third, STRANGER), DAY)],
            None,
            0,
        ),
        case("first-seen", "a village that never had a key", vec![(&one, DAY)], Some((NEW, &one)), 1),
        case(
            "first-seen-goes-on",
            "a later file of the key that was seen first",
            vec![(&one, DAY), (&goes_on, LATER)],
            Some((NEW, &goes_on)),
            0,
        ),
        case(
            "first-seen-other-key",
            "a second key that nobody knows stands aside",
            vec![(&one, DAY), (&two, LATER)],
            Some((NEW, &one)),
            1,
        ),
        case(
            "first-seen-other-order",
            "the same two files, the other way round",
            vec![(&one, LATER), (&two, DAY)],
            Some((NEW, &two)),
            0,
        ),
        case(
            "first-seen-other-line",
            "a second key that names the first one's file as its predecessor",
            vec![(&one, DAY), (&replaces, LATER)],
            Some((NEW, &one)),
            1,
        ),
    ]
}

fn decisions() -> Vec<Case> {
    let (village, seed) = VILLAGES[0];
    let first = signed(&full(LinePosition::FIRST), seed);
    let second = signed(&open_one(after(&first, 2)), seed);
    let qualified = by_township(&first, Decision::Qualified, LinePosition::FIRST);
    let not = by_township(&first, Decision::NotQualified, LinePosition::FIRST);
    let corrected = by_township(&first, Decision::NotQualified, after(&qualified, 2));
    let returned = by_township(&first, Decision::Returned, LinePosition::FIRST);
    let county =
        decided(party(COUNTY, "pingan"), "flag-pingan", &first, Decision::Qualified, (LinePosition::FIRST, FLAG));
    let case = |name, about, files: &[&String], counts: &String, qualified, decided| Case {
        name,
        about,
        files: files.iter().map(|it| ((*it).clone(), DAY)).collect(),
        counts: vec![(village, digest(counts))],
        unsettled: Vec::new(),
        qualified,
        decided,
    };
    vec![
        case("decided-by-both", "township and county agree", &[&first, &qualified, &county], &first, 1, [1, 0, 0, 0]),
        case("decided-waits", "the county has not decided yet", &[&first, &qualified], &first, 1, [0; 4]),
        case("decided-not", "the township refuses", &[&first, &not], &first, 1, [0, 1, 0, 0]),
        case(
            "decided-twice",
            "two officers of one office, on two computers",
            &[&first, &qualified, &not],
            &first,
            1,
            [0, 0, 0, 1],
        ),
        case(
            "decided-corrected",
            "a decision that replaces the one before",
            &[&first, &qualified, &corrected],
            &first,
            1,
            [0, 1, 0, 0],
        ),
        case(
            "decided-and-sent-again",
            "a file that would replace a decided one waits",
            &[&first, &qualified, &county, &second],
            &first,
            1,
            [1, 0, 0, 0],
        ),
        case(
            "returned-and-sent-again",
            "a file that was returned is replaced",
            &[&first, &returned, &second],
            &second,
            0,
            [0; 4],
        ),
    ]
}
