//! A pack, a level, facts and an assessment to start from.

use cunping_core::{
    bundle::{Assessment, Claim, PackRef, Party},
    evaluate::evaluate,
    facts::{Facts, file},
    pack::Pack,
};

/// Facts in every shape that a fact can have; not for any one pack.
pub(crate) const EVERY_SHAPE: &str = r#"{"format":1,"incidents":[{"attributes":{"deaths":0,"grade":2},"categories":["crime/homicide","fire"],"day":"2026-02-01","id":"000102030405060708090a0b0c0d0e0f","note":"草垛着火","repeats":"ffffffffffffffffffffffffffffffff","stated_on":"2026-02-02"}],"period":"2026-Q1","remarks":{"village.1":"备注"},"statements":[{"about":"a","from":"2026-01-01","made_on":"2026-03-31","says":"complete","to":"2026-03-31"},{"about":"b","from":"2026-01-01","made_on":"2026-03-31","says":"yes","to":"2026-03-31"},{"about":"c","from":"2026-01-01","made_on":"2026-03-31","says":"no","to":"2026-03-31"},{"about":"d","from":"2026-01-01","made_on":"2026-03-31","says":"count","to":"2026-03-31","value":3},{"about":"e","from":"2026-01-01","made_on":"2026-03-31","part":9,"says":"ratio","to":"2026-03-31","whole":10},{"about":"f","from":"2026-01-01","made_on":"2026-03-31","says":"rank","to":"2026-03-31","value":1},{"about":"g","from":"2026-01-01","made_on":"2026-03-31","says":"figure","to":"2026-03-31","value":-5},{"about":"h","from":"2026-01-01","made_on":"2026-03-31","reason":"没有","says":"not-applicable","to":"2026-03-31"},{"about":"i","from":"2026-01-01","made_on":"2026-03-31","says":"unknown","to":"2026-03-31"}],"unit":"150626200205"}"#;

pub(crate) fn pack() -> Pack {
    Pack::from_json(cunping_packs::RELEASED[0].json).unwrap()
}

/// Makes facts of the pack's village level with one incident and one statement.
pub(crate) fn facts() -> Facts {
    let text = r#"{"format":1,"unit":"150626200205","period":"2026-Q1","remarks":{"village.2":"派出所已立案"},
        "incidents":[{"id":"000102030405060708090a0b0c0d0e0f","day":"2026-02-10","categories":["crime"],
            "attributes":{"grade":1},"stated_on":"2026-02-11"}],
        "statements":[{"about":"gang","from":"2026-01-01","to":"2026-03-31","made_on":"2026-04-01","says":"complete"}]}"#;
    file::read(text.as_bytes()).unwrap()
}

pub(crate) fn assessment(pack: &Pack) -> Assessment {
    let facts = facts();
    let level = &pack.levels.iter().find(|level| level.unit == facts.unit.level()).unwrap();
    let as_of = "2026-03-31".parse().unwrap();
    Assessment {
        party: Party { unit: facts.unit, office: None },
        unit_name: "示例嘎查".to_owned(),
        level: level.id.clone(),
        pack: PackRef::to(pack),
        overlays: Vec::new(),
        as_of,
        claim: Claim::of(&evaluate(pack, level, &[], &facts, as_of)),
        facts,
        sequence: 1,
        supersedes: None,
        stated_at: "2026-04-01T08:00:00+08:00".parse().unwrap(),
        software: "cunping test".to_owned(),
        example: false,
    }
}
