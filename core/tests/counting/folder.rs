//! A township's folder: four villages with keys, reports for 2025, decisions of township and county. All of it is
//! honest.

use std::sync::LazyLock;

use cunping_core::{
    bundle::{
        ActsAs, Assessment, Authority, Claim, Content, Decision, DecisionReason, Directory, DirectoryOffice,
        DirectoryUnit, KeyRecord, KeyRole, Known, LinePosition, PackRef, Party, Recognition, SigningKey, Stated,
        Subject, examine, sign, verify, verify_as,
    },
    days::Day,
    evaluate::evaluate,
    facts::file,
    id::Digest,
    pack::{Level, Pack},
    period::Period,
    rollup::{CountedPlace, Counts, Kept, Pile},
};

pub(crate) const TOWNSHIP: &str = "150626200000";
pub(crate) const COUNTY: &str = "150626000000";
/// The villages with their seeds. The first three reported; the last has a key and sent nothing.
pub(crate) const VILLAGES: [(&str, u8); 4] =
    [("150626200205", 21), ("150626200206", 22), ("150626200207", 23), ("150626200208", 24)];
/// A village that never had a key here.
pub(crate) const NEW: &str = "150626200209";
const ASKED: [&str; 8] = [
    "crime",
    "telecom-fraud",
    "cult/activity",
    "fire",
    "gang",
    "petition/unlawful",
    "special-group-lapse",
    "unlawful-act/women-children-elderly",
];
const AT: &str = "2026-01-05T12:00:00+08:00";

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn party(unit: &str, office: &str) -> Party {
    Party { unit: unit.parse().unwrap(), office: office.parse().ok() }
}

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let pack = cunping_packs::RELEASED.iter().find(|it| it.id == "sulide-bawu-2022").unwrap();
    Pack::from_json(pack.json).unwrap()
});

pub(crate) fn pack() -> &'static Pack {
    &PACK
}

/// Returns the level of the villages.
pub(crate) fn level() -> &'static Level {
    pack().level(&"village".parse().unwrap()).unwrap()
}

/// Returns the place of the villages that lie in an area.
pub(crate) fn place(area: &str) -> CountedPlace {
    CountedPlace { area: area.parse().unwrap(), pack: pack().id.clone(), level: level().id.clone(), example: false }
}

pub(crate) fn stated(party: Party) -> Stated {
    Stated { party, at: AT.parse().unwrap(), software: "cunping test".to_owned(), example: false }
}

pub(crate) fn signed<C: Content>(it: &C, seed: u8) -> String {
    sign(it, &SigningKey::from_seed(&[seed; 32])).text
}

pub(crate) fn digest(text: &str) -> Digest {
    verify(text.as_bytes()).unwrap().digest
}

/// Makes a village's report for 2025; one that is silent on gangs leaves that open.
pub(crate) fn report(pack: &Pack, unit: &str, silent: bool, turn: LinePosition) -> Assessment {
    let statement = |about: &str| {
        format!(
            r#"{{"about":"{about}","from":"2025-01-01","made_on":"2026-01-05","says":"complete","to":"2025-12-31"}}"#
        )
    };
    let said: Vec<String> = ASKED.iter().filter(|it| !(silent && **it == "gang")).map(|it| statement(it)).collect();
    let text = format!(
        r#"{{"format":1,"incidents":[],"period":"2025","remarks":{{}},"statements":[{}],"unit":"{unit}"}}"#,
        said.join(",")
    );
    let facts = file::read(text.as_bytes()).unwrap();
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let as_of = day("2025-12-31");
    Assessment {
        party: party(unit, ""),
        unit_name: "示例村".to_owned(),
        level: level.id.clone(),
        pack: PackRef::to(pack),
        overlays: Vec::new(),
        as_of,
        claim: Claim::of(&evaluate(pack, level, &[], &facts, as_of)),
        facts,
        sequence: turn.sequence,
        supersedes: turn.supersedes,
        stated_at: AT.parse().unwrap(),
        software: "cunping test".to_owned(),
        example: false,
    }
}

/// Makes a decision about a village's file.
pub(crate) fn decision(
    pack: &Pack,
    by: Party,
    office: &str,
    unit: &str,
    on: Digest,
    decision: Decision,
) -> Recognition {
    Recognition {
        stated: stated(by),
        place: LinePosition::FIRST,
        subject: Subject {
            unit: unit.parse().unwrap(),
            unit_name: "示例村".to_owned(),
            pack: PackRef::to(pack),
            level: "village".parse().unwrap(),
            period: "2025".parse().unwrap(),
            overlays: Vec::new(),
        },
        office: office.parse().unwrap(),
        assessment: on,
        opinions: Vec::new(),
        reasons: vec![DecisionReason { criterion: None, text: "见文件。".to_owned() }],
        decision,
    }
}

/// Signs the township's directory: its own key, the county's, the police station's, and those of its villages, of which
/// [`NEW`] has none.
pub(crate) fn directory() -> String {
    let offices = [
        (3, TOWNSHIP, "pingan", "sumu-pingan"),
        (4, TOWNSHIP, "police", "sumu-police"),
        (5, COUNTY, "pingan", "flag-pingan"),
    ];
    let record = |seed: u8, party: Party| KeyRecord {
        key: SigningKey::from_seed(&[seed; 32]).public(),
        party,
        role: KeyRole::Shared,
        enrolled_on: day("2025-01-05"),
        vouched_by: None,
        made_sure_on: None,
        retired_on: None,
        recipient: None,
    };
    let mut keys: Vec<KeyRecord> = offices.iter().map(|it| record(it.0, party(it.1, it.2))).collect();
    keys.extend(VILLAGES.iter().map(|(unit, seed)| record(*seed, party(unit, ""))));
    // The third village had another key before.
    keys.push(KeyRecord { retired_on: Some(day("2026-01-15")), ..record(33, party(VILLAGES[2].0, "")) });
    let offices = offices.map(|(_, unit, office, part)| DirectoryOffice {
        unit: unit.parse().unwrap(),
        office: office.parse().unwrap(),
        name: "示例".to_owned(),
        acts_as: vec![ActsAs { pack: "sulide-bawu-2022".parse().unwrap(), office: part.parse().unwrap() }],
        serves: None,
    });
    let (mut offices, mut keys) = (offices.to_vec(), keys);
    offices.sort_by_key(DirectoryOffice::party);
    keys.sort_by_key(|it| (it.key.thumbprint(), it.party.clone()));
    let name = |unit: &str| DirectoryUnit { code: unit.parse().unwrap(), name: "示例村".to_owned() };
    let units = VILLAGES.iter().map(|it| it.0).chain([NEW]).map(name).collect();
    let it = Directory {
        stated: stated(party(TOWNSHIP, "pingan")),
        place: LinePosition::FIRST,
        area_name: "示例苏木".to_owned(),
        units,
        offices,
        keys,
    };
    signed(&it, 3)
}

pub(crate) fn authority() -> Authority {
    let verified = verify_as::<Directory>(directory().as_bytes()).unwrap();
    Authority::of(&verified.payload, verified.key.thumbprint())
}

/// Files with the day on which each was first seen.
#[derive(Default)]
pub(crate) struct Folder(Vec<(String, Day)>);

impl Folder {
    /// Makes the honest files: the first village qualified by both offices, the second not, the third reported twice.
    pub(crate) fn honest() -> Self {
        let (pack, mut all) = (pack(), Self::default());
        let seen = day("2026-02-01");
        let [first, second, third] = [0, 1, 2].map(|it| {
            let (unit, seed) = VILLAGES[it];
            signed(&report(pack, unit, it == 1, LinePosition::FIRST), seed)
        });
        let again = LinePosition { sequence: 2, supersedes: Some(digest(&third)) };
        let again = signed(&report(pack, VILLAGES[2].0, true, again), VILLAGES[2].1);
        let (township, county) = (party(TOWNSHIP, "pingan"), party(COUNTY, "pingan"));
        let decided = |by: &Party, office: &str, which: usize, on: &str, what: Decision, seed: u8| {
            signed(&decision(pack, by.clone(), office, VILLAGES[which].0, digest(on), what), seed)
        };
        let decisions = [
            decided(&township, "sumu-pingan", 0, &first, Decision::Qualified, 3),
            decided(&county, "flag-pingan", 0, &first, Decision::Qualified, 5),
            decided(&township, "sumu-pingan", 1, &second, Decision::NotQualified, 3),
        ];
        for it in [first, second, third, again].iter().chain(&decisions) {
            all.add(it, seen);
        }
        all
    }

    pub(crate) fn add(&mut self, text: &str, seen: Day) {
        self.0.push((text.to_owned(), seen));
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Reviews every file, and keeps those that take part in counting.
    pub(crate) fn pile(&self) -> Pile {
        let (packs, authority) = ([pack()], authority());
        let mut pile = Pile::default();
        for (text, first_seen) in &self.0 {
            let verified = verify(text.as_bytes()).unwrap();
            let known =
                Known { packs: &packs, overlays: &[], authority: &authority, others: &[], first_seen: *first_seen };
            let review = examine(&verified, &known);
            if let Some(kept) = Kept::of(verified, &review, *first_seen) {
                pile.add(kept);
            }
        }
        pile
    }

    /// Returns the state of every village and the decisions of offices, in lines.
    pub(crate) fn counted(&self) -> String {
        let (pile, level, place) = (self.pile(), level(), place(TOWNSHIP));
        let counts = Counts::of(&pile);
        let period: Period = "2025".parse().unwrap();
        let units = VILLAGES.iter().map(|(unit, _)| unit.parse().unwrap()).collect();
        let stands = VILLAGES.iter().map(|(unit, _)| {
            let joined = counts.awarded(level, &place, unit.parse().unwrap(), period);
            format!("{unit} {joined:?}\n")
        });
        let it = counts.outcomes(level, &place, period, &units);
        let stands: String = stands.collect();
        format!(
            "{stands}qualified {} not {} returned {} conflict {} removed {:?}",
            it.qualified, it.not_qualified, it.returned, it.conflict, it.removed
        )
    }
}
