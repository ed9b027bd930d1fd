//! Files whose key is enrolled and whose party may not say what they say, and those of keys that nobody enrolled.

use serde_json::{Value, json};

use super::{
    Vector, opened,
    payload::{
        COUNTY, OFFICE, POLICE, VILLAGE, directory, joined, not_qualified, opinion, receipt, recognition, rollup,
    },
    signed,
};

const STRANGER: u8 = 2;

/// The same, by another party.
fn by(payload: Value, unit: &str, office: Option<&str>) -> Value {
    let mut party = json!({ "unit": unit });
    if let Some(office) = office {
        party["office"] = office.into();
    }
    joined(&[payload, json!({ "party": party })])
}

pub(super) fn all() -> Vec<Vector> {
    [decisions(), answers(), sums(), directories()].into_iter().flatten().collect()
}

fn out(name: &str, about: &str, payload: &Value, seed: u8, states: &[(&'static str, &str)]) -> Vector {
    let kind = payload["kind"].as_str().expect("a kind");
    opened(name, about, kind, &signed(seed, payload), &[&[("counts", "no")], states].concat())
}

fn decisions() -> Vec<Vector> {
    let (township, county) = ("150626200000", "150626000000");
    let police = by(recognition(), township, Some("police"));
    let for_county = joined(&[recognition(), json!({ "office": "flag-pingan" })]);
    let free_text = by(for_county.clone(), county, Some("a"));
    let by_county = by(for_county.clone(), county, Some("pingan"));
    let for_township = by(recognition(), county, Some("pingan"));
    let village = by(recognition(), "150626200205", Some("pingan"));
    vec![
        out(
            "authority-police-decides",
            "the police station's own key, as the office that decides",
            &police,
            POLICE,
            &[("authority", "no-part")],
        ),
        out(
            "authority-township-for-county",
            "a township's office as that of its county",
            &for_county,
            OFFICE,
            &[("authority", "other-unit")],
        ),
        out(
            "authority-county-for-township",
            "a county's office as that of its township",
            &for_township,
            COUNTY,
            &[("authority", "other-unit")],
        ),
        out(
            "authority-village-decides",
            "a village, as an office of its own, about itself",
            &village,
            VILLAGE,
            &[("key", "other-unit"), ("authority", "other-unit")],
        ),
        out(
            "authority-office-of-free-text",
            "a decision by an office that somebody made up",
            &free_text,
            STRANGER,
            &[("key", "stranger"), ("authority", "no-part")],
        ),
        out(
            "authority-stranger-decides",
            "the office's own words by a key that nobody enrolled",
            &not_qualified(),
            STRANGER,
            &[("key", "stranger")],
        ),
        out(
            "authority-stranger-opines",
            "the police station's own words by a key that nobody enrolled",
            &opinion(),
            STRANGER,
            &[("key", "stranger")],
        ),
        out(
            "authority-office-opines",
            "an opinion by an office that the document asks for none here",
            &by(opinion(), county, Some("pingan")),
            COUNTY,
            &[("authority", "no-part")],
        ),
        opened(
            "authority-county-decides",
            "the county's office in its own name",
            "recognition",
            &signed(COUNTY, &by_county),
            &[],
        ),
    ]
}

fn answers() -> Vec<Vector> {
    let far = joined(&[receipt(), json!({ "answer": "accepted", "stated_at": "2199-01-01T10:00:00+08:00" })]);
    let police = by(receipt(), "150626200000", Some("police"));
    let upward = joined(&[
        by(receipt(), "150626200205", Some("pingan")),
        json!({ "unit": { "code": "150626200000", "name": "示例苏木", "level": "township" } }),
    ]);
    let pack = [("pack", "-")];
    vec![
        out(
            "authority-stranger-answers-far-ahead",
            "a receipt from the next century by a key that nobody enrolled",
            &far,
            STRANGER,
            &[&pack[..], &[("key", "stranger"), ("clock", "ahead")]].concat(),
        ),
        out(
            "authority-police-answers",
            "a receipt by an office that collects nothing",
            &police,
            POLICE,
            &[&pack[..], &[("authority", "no-part")]].concat(),
        ),
        out(
            "authority-village-answers",
            "a village's office answers its township",
            &upward,
            VILLAGE,
            &[&pack[..], &[("key", "other-unit"), ("authority", "other-unit")]].concat(),
        ),
    ]
}

fn sums() -> Vec<Vector> {
    let village = json!({
        "party": { "unit": "150626200205" },
        "area": { "code": "150626200205", "name": "示例嘎查", "level": "village" },
        "expected": ["150626200205"],
    });
    let village = joined(&[rollup(), village]);
    let elsewhere = json!({
        "party": { "unit": "150625200000", "office": "pingan" },
        "area": { "code": "150625200000", "name": "外县苏木", "level": "township" },
        "expected": ["150625200205"],
        "counted": [],
    });
    vec![
        out(
            "authority-village-sums",
            "a village counts itself in a roll-up",
            &village,
            VILLAGE,
            &[("authority", "other-unit")],
        ),
        out(
            "authority-police-sums",
            "a roll-up by an office that collects nothing",
            &by(rollup(), "150626200000", Some("police")),
            POLICE,
            &[("authority", "no-part")],
        ),
        out(
            "authority-stranger-sums",
            "the office's own roll-up by a key that nobody enrolled",
            &rollup(),
            STRANGER,
            &[("key", "stranger")],
        ),
        out(
            "authority-elsewhere-sums",
            "a roll-up of another county's township",
            &joined(&[rollup(), elsewhere]),
            STRANGER,
            &[("key", "stranger"), ("authority", "other-unit")],
        ),
    ]
}

fn directories() -> Vec<Vector> {
    let pack = [("pack", "-")];
    vec![
        out(
            "authority-police-directs",
            "a directory by an office that collects nothing: it would enrol keys",
            &by(directory(), "150626200000", Some("police")),
            POLICE,
            &[&pack[..], &[("authority", "no-part")]].concat(),
        ),
        out(
            "authority-stranger-directs",
            "the office's own directory by a key that nobody enrolled",
            &directory(),
            STRANGER,
            &[&pack[..], &[("key", "stranger")]].concat(),
        ),
    ]
}
