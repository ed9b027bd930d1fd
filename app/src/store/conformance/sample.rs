//! One record of each kind, always the same. The data is invented.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{ActsAs, DirectoryOffice, KeyRecord, KeyRole, Party, SigningKey},
    days::Days,
    facts::{Incident, Says, Statement},
    id::{Digest, IncidentId},
    overlay::Overlay,
};

use crate::store::{
    Change, ClockTime, Direction, Draft, FileRecord, FileSubject, Followed, Key, ListedUnit, LoadedOverlay, LoadedPack,
    OwnKey, Remark, Reviewed, Role, Saved, Seed, Setting, Workplace, WorkplaceId,
};

/// The time at which the samples were saved, in milliseconds since 1970.
pub(in crate::store) const AT_MS: i64 = 1_774_972_800_000;

pub(in crate::store) fn id(n: u8) -> WorkplaceId {
    WorkplaceId([n; 16])
}

pub(in crate::store) fn moment() -> ClockTime {
    ClockTime { ms: AT_MS, day: "2026-04-01".parse().unwrap() }
}

pub(in crate::store) fn workplace(n: u8) -> Workplace {
    Workplace {
        id: id(n),
        role: Role::Village,
        documents: vec![Followed {
            pack: "sulide-bawu-2022".parse().unwrap(),
            level: "village".parse().unwrap(),
            version: 1,
            since: "2026-04-01".parse().unwrap(),
            moved: None,
        }],
        unit: "150626200205".parse().unwrap(),
        unit_name: "示例一村".into(),
        earlier: Vec::new(),
        office: "village".parse().unwrap(),
        office_name: None,
        own: OwnKey {
            key: Key::Plain(Seed([n; 32])),
            thumbprint: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".into(),
            former: Vec::new(),
        },
        example: false,
        created: moment(),
    }
}

/// The change of its unit's code and name.
pub(in crate::store) fn renamed(n: u8) -> Change {
    let now = ListedUnit { code: "150626200299".parse().unwrap(), name: "示例新村".into() };
    Change::Rename { of: id(n), was: unit(), now, at: moment() }
}

pub(in crate::store) fn incident() -> Saved<Incident> {
    let value = Incident {
        id: IncidentId([0xab; 16]),
        day: "2026-02-03".parse().unwrap(),
        categories: BTreeSet::from(["crime/theft".parse().unwrap(), "elder-abuse".parse().unwrap()]),
        attributes: BTreeMap::from([("deaths".parse().unwrap(), 0), ("yuan".parse().unwrap(), 12_000)]),
        note: Some("地窖里的白酒被拿走".into()),
        repeats: Some(IncidentId([0xcd; 16])),
        stated_on: "2026-04-01".parse().unwrap(),
    };
    Saved { value, at_ms: AT_MS }
}

pub(in crate::store) fn statement(about: &str, from: &str, to: &str, says: Says) -> Saved<Statement> {
    let days = Days::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
    let value = Statement {
        about: about.parse().unwrap(),
        only: cunping_core::pack::condition::Filter::Every,
        days,
        made_on: "2026-04-01".parse().unwrap(),
        says,
    };
    Saved { value, at_ms: AT_MS }
}

/// A statement of every kind.
pub(in crate::store) fn statements() -> Vec<Saved<Statement>> {
    [
        ("count", Says::Count(3)),
        ("crime", Says::Complete),
        ("figure", Says::Figure(-12)),
        ("no", Says::No),
        ("not-applicable", Says::NotApplicable("没有学校".into())),
        ("rank", Says::Rank(1)),
        ("ratio", Says::Ratio { part: 1, whole: 2 }),
        ("unknown", Says::Unknown),
        ("yes", Says::Yes),
    ]
    .map(|(about, says)| statement(about, "2026-01-01", "2026-03-31", says))
    .into()
}

pub(in crate::store) fn remark() -> Saved<Remark> {
    let value =
        Remark { period: "2026-Q1".parse().unwrap(), rule: "village.8".parse().unwrap(), text: "已核实".into() };
    Saved { value, at_ms: AT_MS }
}

pub(crate) fn file(n: u8, direction: Direction) -> FileRecord {
    FileRecord {
        digest: Digest([n; 32]),
        direction,
        first_seen: moment(),
        file_name: "八无_示例一村_2026_第1次.cunping.json".into(),
        kind: "assessment".into(),
        unit: "150626200205".parse().unwrap(),
        about: Some(FileSubject {
            pack: "sulide-bawu-2022".parse().unwrap(),
            level: "village".parse().unwrap(),
            period: "2026-Q1".parse().unwrap(),
        }),
        answers: None,
        decides_as: None,
        sequence: 1,
        kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".into(),
        hidden: false,
        encrypted: false,
    }
}

pub(in crate::store) fn unit() -> ListedUnit {
    ListedUnit { code: "150626200205".parse().unwrap(), name: "示例一村".into() }
}

pub(in crate::store) fn office() -> DirectoryOffice {
    DirectoryOffice {
        unit: "150626200000".parse().unwrap(),
        office: "sumu-police".parse().unwrap(),
        name: "示例派出所".into(),
        acts_as: vec![ActsAs { pack: "sulide-bawu-2022".parse().unwrap(), office: "sumu-police".parse().unwrap() }],
        serves: Some(vec!["150626200205".parse().unwrap()]),
    }
}

pub(crate) fn enrolled() -> KeyRecord {
    KeyRecord {
        key: SigningKey::from_seed(&[1; 32]).public(),
        party: Party { unit: "150626200205".parse().unwrap(), office: None },
        role: KeyRole::Clerk,
        enrolled_on: "2026-04-01".parse().unwrap(),
        vouched_by: None,
        made_sure_on: None,
        retired_on: None,
        recipient: None,
    }
}

pub(in crate::store) fn overlay() -> Saved<LoadedOverlay> {
    let text = r#"{"kind":"overlay","format":1,"pack":"sulide-bawu-2022","version":1,"level":"village","title":"示例","issuer":"示例",
        "issued":"2026-04-01","pass_mark":80}"#;
    let overlay = Overlay::read(text.as_bytes()).unwrap();
    Saved { value: LoadedOverlay { overlay, file: None }, at_ms: AT_MS }
}

pub(in crate::store) fn reviewed() -> Saved<Reviewed> {
    let value = Reviewed {
        unit: "150626200205".parse().unwrap(),
        pack: "sulide-bawu-2022".parse().unwrap(),
        level: "village".parse().unwrap(),
        period: "2025".parse().unwrap(),
        passed: true,
    };
    Saved { value, at_ms: AT_MS }
}

pub(in crate::store) fn draft() -> Saved<Draft> {
    Saved { value: Draft { place: "question/village.8".into(), text: "3起".into() }, at_ms: AT_MS }
}

pub(in crate::store) fn settings() -> Vec<Setting> {
    vec![
        Setting::Backup { at_ms: AT_MS, count: 2, contents: Digest([9; 32]) },
        Setting::CurrentDocument { pack: "sulide-bawu-2022".parse().unwrap(), level: "village".parse().unwrap() },
        Setting::CurrentWorkplace(Some(id(1))),
        Setting::LargeType(true),
        Setting::Lang("zh".into()),
        Setting::Persisted(false),
    ]
}

/// A document that belongs to no workplace.
pub(in crate::store) fn pack() -> LoadedPack {
    LoadedPack { bundle: Digest([7; 32]), text: "{}".into(), at_ms: AT_MS }
}

/// The changes that add a workplace with a record of each kind.
pub(in crate::store) fn everything(n: u8) -> Vec<Change> {
    let of = id(n);
    let mut changes = vec![
        Change::AddWorkplace(workplace(n)),
        Change::PutIncident(of, incident()),
        Change::PutRemark(of, remark()),
        Change::AddSent(of, file(1, Direction::Sent), "{\"payload\":\"sent\"}".into()),
        Change::AddReceived(of, file(2, Direction::Received), "{\"payload\":\"received\"}".into()),
        Change::PutUnit(of, unit()),
        Change::PutDraft(of, draft()),
        Change::PutOverlay(of, overlay()),
        Change::PutReview(of, reviewed()),
    ];
    changes.extend(statements().into_iter().map(|statement| Change::State(of, statement)));
    changes
}
