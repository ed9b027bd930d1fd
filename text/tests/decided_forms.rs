//! The recognition forms of the documents, filled from opinions and decisions to the letter. Reads released packs only.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use cunping_core::{
    bundle::{
        ActsAs, CriterionOpinion, Decision, DecisionReason, Directory, DirectoryOffice, LinePosition, Opinion, PackRef,
        Party, Recognition, Stated, Subject, basis, voices,
    },
    facts::Facts,
    id::{Digest, UnitCode, UnitLevel},
    pack::{FormKind, Pack},
    period::Period,
};
use cunping_text::form::{Filling, UnitDecisions, sheet};

fn office(unit: UnitCode, id: &str) -> Party {
    Party { unit, office: Some(id.parse().unwrap()) }
}

fn stated(party: Party) -> Stated {
    let at = "2027-01-12T09:30:00+08:00".parse().unwrap();
    Stated { party, at, software: String::new(), example: false }
}

/// Every recognition form: each office of the order has decided, each monitor agrees but one, who objects.
#[test]
fn every_recognition_form_holds_opinions_and_decisions() {
    let packs = cunping_packs::RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap());
    let mut forms = 0;
    for pack in packs {
        for form in pack.forms.iter().filter(|it| it.kind == FormKind::Recognition) {
            forms += 1;
            let level = pack.level(&form.level).unwrap();
            let (area, period): (UnitCode, Period) = (pack.source.area, "2026".parse().unwrap());
            let unit = match level.unit {
                UnitLevel::Village => format!("{}999", &area.to_string()[..9]).parse().unwrap(),
                _ => area,
            };
            let facts = Facts::silent(unit, period);
            let real = |id: &cunping_core::id::OfficeId| DirectoryOffice {
                unit: area,
                office: id.clone(),
                name: pack.offices[id].name.clone(),
                acts_as: vec![ActsAs { pack: pack.id.clone(), office: id.clone() }],
                serves: None,
            };
            let directory = Directory {
                stated: stated(office(area, "office")),
                place: LinePosition::FIRST,
                area_name: "示例".into(),
                units: Vec::new(),
                offices: pack.offices.keys().map(real).collect(),
                keys: Vec::new(),
            };
            let subject = Subject {
                unit,
                unit_name: "示例".into(),
                pack: PackRef::to(&pack),
                level: level.id.clone(),
                period,
                overlays: Vec::new(),
            };
            let objecting = level.criteria[1].monitors[0].clone();
            let opinion = |id: &cunping_core::id::OfficeId| {
                let asked = level.criteria.iter().filter(|it| it.monitors.contains(id));
                let says = asked.map(|it| CriterionOpinion {
                    criterion: it.id.clone(),
                    basis: basis(&pack.id, it, &facts, &[]),
                    objection: (*id == objecting).then(|| "漏了一起".to_owned()),
                });
                Opinion {
                    stated: stated(office(area, id.as_str())),
                    place: LinePosition::FIRST,
                    subject: subject.clone(),
                    assessment: Digest([1; 32]),
                    says: says.collect(),
                }
            };
            let opinions: Vec<Opinion> = pack.offices.keys().map(opinion).collect();
            let said = voices(&directory, &pack, level, &facts, &[], &opinions.iter().collect::<Vec<_>>());
            let reason = DecisionReason { criterion: None, text: "与监控单位意见一致".into() };
            let decisions: Vec<Recognition> = level
                .decided_by()
                .iter()
                .map(|id| Recognition {
                    stated: stated(office(area, id.as_str())),
                    place: LinePosition::FIRST,
                    subject: subject.clone(),
                    office: id.clone(),
                    assessment: Digest([1; 32]),
                    opinions: Vec::new(),
                    decision: Decision::NotQualified,
                    reasons: vec![reason.clone()],
                })
                .collect();
            let decisions: Vec<&Recognition> = decisions.iter().collect();
            let decided = UnitDecisions { directory: &directory, voices: &said, decisions: &decisions };
            let blank = Filling { period, unit: None, date: None, case: None, overlays: &[], decided: None };
            let filled = sheet(&pack, level, form, Filling { decided: Some(decided), ..blank });
            assert_eq!(filled.blocks.len(), level.decided_by().len(), "{} {}", pack.id, form.id);
            for block in &filled.blocks {
                assert_eq!(block.text, ["不达标", "与监控单位意见一致"]);
                assert_eq!(block.date, "2027年1月12日");
            }
            assert!(filled.rows.iter().all(|row| !row[2].is_empty()), "a criterion without an opinion");
            assert!(filled.rows[1][2].contains("有异议：漏了一起"), "{:?}", filled.rows[1]);
            let empty = sheet(&pack, level, form, blank);
            assert!(empty.blocks.iter().all(|it| it.text.is_empty() && it.date.starts_with("2027年  月")));
            assert!(empty.rows.iter().all(|row| row[2].is_empty()));
        }
    }
    assert!(forms >= 2);
}
