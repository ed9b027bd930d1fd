//! The basis that an opinion signs, when it is void, and whose opinion a criterion needs. Boundary: exactly the facts
//! it names.

use std::sync::LazyLock;

use cunping_core::{
    bundle::{
        Assessment, Changed, CountedOpinion, CriterionOpinion, LinePosition, Opinion, PackRef, Subject, basis, changed,
        criteria_for, named_by, voices,
    },
    facts::{FactChange, Facts, Says, Statement, file},
    id::Digest,
    pack::{Criterion, Level, Pack},
};
use proptest::prelude::*;

use crate::{
    sample,
    trust::{directory, party, stated},
};

static PACK: LazyLock<Pack> = LazyLock::new(sample::pack);

fn village() -> &'static Level {
    PACK.level(&"village".parse().unwrap()).unwrap()
}

fn criterion(id: &str) -> &'static Criterion {
    village().criteria.iter().find(|it| it.id.as_str() == id).unwrap()
}

/// Makes facts with one incident of each kind that two criteria ask about, a statement about each category, a remark to
/// two criteria.
fn facts() -> Facts {
    let incident = |n: u8, category: &str| {
        format!(
            r#"{{"id":"{}","day":"2026-02-10","categories":["{category}"],"attributes":{{}},"stated_on":"2026-02-11"}}"#,
            format!("{n:02x}").repeat(16)
        )
    };
    let says = |about: &str| {
        format!(
            r#"{{"about":"{about}","from":"2026-01-01","to":"2026-03-31","made_on":"2026-04-01","says":"complete"}}"#
        )
    };
    let incidents = [incident(1, "telecom-fraud"), incident(2, "fire/other"), incident(3, "gang")].join(",");
    let statements: Vec<String> =
        ["crime", "telecom-fraud", "fire/other", "gang", "petition/unlawful"].map(says).to_vec();
    let text = format!(
        r#"{{"format":1,"unit":"150626200205","period":"2026-Q1","incidents":[{incidents}],"statements":[{}],
            "remarks":{{"village.2":"备注一","village.8":"备注二"}}}}"#,
        statements.join(",")
    );
    file::read(text.as_bytes()).unwrap()
}

fn of(criterion: &Criterion, facts: &Facts) -> Digest {
    basis(&PACK.id, criterion, facts, &[])
}

#[test]
fn what_an_opinion_signs_is_written_down() {
    use serde_json::json;
    let criterion = criterion("village.8");
    let facts = facts();
    let fire = json!({ "about": "fire/other", "from": "2026-01-01", "to": "2026-03-31", "made_on": "2026-04-01", "says": "complete" });
    let theirs = json!({
        "context": "cunping opinion v1",
        "pack": "sulide-bawu-2022",
        "criterion": "village.8",
        "criterion_digest": criterion.digest.to_string(),
        "unit": "150626200205",
        "period": "2026-Q1",
        "overlays": [],
        "facts": {
            "incidents": [{ "id": "02".repeat(16), "day": "2026-02-10", "categories": ["fire/other"], "attributes": {}, "stated_on": "2026-02-11" }],
            "statements": [fire],
            "remarks": { "village.8": "备注二" },
        },
    });
    let canonical = serde_json_canonicalizer::to_string(&theirs).unwrap();
    assert_eq!(of(criterion, &facts), Digest::of(canonical.as_bytes()));
}

#[test]
fn overlays_document_period_and_unit_are_in_it() {
    let (it, facts) = (criterion("village.2"), facts());
    let usual = of(it, &facts);
    let overlay = |byte: u8| Digest([byte; 32]);
    let two = basis(&PACK.id, it, &facts, &[overlay(1), overlay(2)]);
    assert_ne!(usual, two);
    assert_eq!(two, basis(&PACK.id, it, &facts, &[overlay(2), overlay(1)]), "in whatever order");
    assert_ne!(usual, basis(&"other".parse().unwrap(), it, &facts, &[]));
    assert_ne!(usual, of(it, &Facts { unit: "150626200206".parse().unwrap(), ..facts.clone() }));
    assert_ne!(usual, of(it, &Facts { period: "2026-Q2".parse().unwrap(), ..facts.clone() }));
    assert_ne!(usual, of(&Criterion { digest: overlay(1), ..it.clone() }, &facts));
}

/// Changes one fact: an incident, a statement or a remark, by its number.
fn change(facts: &mut Facts, which: usize) {
    let (incidents, statements) = (facts.incidents.len(), facts.statements.len());
    if which < incidents {
        facts.incidents[which].attributes.insert("grade".parse().unwrap(), 4);
    } else if which < incidents + statements {
        facts.statements[which - incidents].made_on = "2026-04-02".parse().unwrap();
    } else {
        let rule = facts.remarks.keys().nth(which - incidents - statements).unwrap().clone();
        facts.remarks.insert(rule, "另一备注".to_owned());
    }
}

proptest! {
    /// Changing any fact that the criterion names voids an opinion, changing any other does not.
    #[test]
    fn void_exactly_when_a_named_fact_changes(at in any::<prop::sample::Index>(), of_criterion in any::<prop::sample::Index>()) {
        let before = facts();
        let criterion = &village().criteria[of_criterion.index(village().criteria.len())];
        let mut after = before.clone();
        change(&mut after, at.index(before.incidents.len() + before.statements.len() + before.remarks.len()));
        let named = named_by(criterion, &before) != named_by(criterion, &after);
        prop_assert_eq!(of(criterion, &before) != of(criterion, &after), named);
        let said = changed(criterion, Some(criterion), &assessment(before), &assessment(after));
        prop_assert_eq!(!said.is_empty(), named, "what changed is named exactly then");
    }

    /// Removing any fact is a change of its criteria only.
    #[test]
    fn void_exactly_when_a_named_fact_goes(at in any::<prop::sample::Index>()) {
        let before = facts();
        let mut after = before.clone();
        let gone = after.statements.remove(at.index(before.statements.len()));
        for criterion in &village().criteria {
            let mut names = false;
            criterion.checks[0].condition.indicators(&mut |id| names |= id.is_a(&gone.about) || gone.about.is_a(id));
            for check in &criterion.checks {
                check.condition.indicators(&mut |id| names |= id.is_a(&gone.about) || gone.about.is_a(id));
            }
            prop_assert_eq!(of(criterion, &before) != of(criterion, &after), names, "{}", criterion.id);
        }
    }

    #[test]
    fn the_order_of_facts_changes_nothing(seed in 0_usize..120) {
        let before = facts();
        let mut after = before.clone();
        let incidents = after.incidents.len();
        let statements = after.statements.len();
        after.incidents.rotate_left(seed % incidents);
        after.statements.rotate_left(seed % statements);
        for criterion in &village().criteria {
            prop_assert_eq!(of(criterion, &before), of(criterion, &after));
        }
    }
}

fn assessment(facts: Facts) -> Assessment {
    Assessment { facts, ..sample::assessment(&PACK) }
}

#[test]
fn what_changed_is_named() {
    let before = assessment(facts());
    let mut after = before.clone();
    after.facts.statements.retain(|it| it.about.as_str() != "gang");
    after.facts.remarks.insert("village.2".parse().unwrap(), "改了".to_owned());
    let gang = criterion("village.6");
    let said = changed(gang, Some(gang), &before, &after);
    assert!(
        matches!(said.as_slice(), [Changed::Fact(fact)] if matches!(&**fact, FactChange::StatementRemoved(it) if it.about.as_str() == "gang")),
        "{said:?}"
    );
    let crime = criterion("village.2");
    let said = changed(crime, Some(crime), &before, &after);
    assert!(
        matches!(said.as_slice(), [Changed::Fact(fact)] if matches!(**fact, FactChange::Remark { .. })),
        "{said:?}"
    );
    after.overlays = vec![Digest([1; 32])];
    let other = Criterion { digest: Digest([9; 32]), ..crime.clone() };
    let said = changed(crime, Some(&other), &before, &after);
    assert!(said.contains(&Changed::Overlays) && said.contains(&Changed::Criterion), "{said:?}");
}

pub(crate) fn opinion(office: &str, says: Vec<CriterionOpinion>) -> Opinion {
    let facts = facts();
    Opinion {
        stated: stated(party("150626200000", office)),
        place: LinePosition::FIRST,
        subject: Subject {
            unit: facts.unit,
            unit_name: "示例嘎查".to_owned(),
            pack: PackRef::to(&PACK),
            level: "village".parse().unwrap(),
            period: facts.period,
            overlays: Vec::new(),
        },
        assessment: Digest([7; 32]),
        says,
    }
}

fn said(id: &str, facts: &Facts, objection: Option<&str>) -> CriterionOpinion {
    let criterion = criterion(id);
    CriterionOpinion {
        criterion: criterion.id.clone(),
        basis: of(criterion, facts),
        objection: objection.map(str::to_owned),
    }
}

fn words(facts: &Facts, opinions: &[&Opinion], of: &str) -> Vec<(String, &'static str)> {
    let all = voices(&directory(), &PACK, village(), facts, &[], opinions);
    let of = all.into_iter().find(|it| it.criterion.as_str() == of).unwrap();
    of.by_office.into_iter().map(|it| (it.monitor.to_string(), it.word.code())).collect()
}

#[test]
fn every_office_of_a_criterion_counts() {
    let facts = facts();
    let of_three = |words: [&'static str; 4]| -> Vec<(String, &'static str)> {
        let offices = ["sumu-police", "sumu-justice", "sumu-health", "sumu-youth"];
        offices.map(str::to_owned).into_iter().zip(words).collect()
    };
    assert_eq!(words(&facts, &[], "village.3"), of_three(["missing", "no-office", "missing", "no-office"]));
    let police = opinion("police", vec![said("village.3", &facts, None), said("village.2", &facts, Some("另有一案"))]);
    let health = opinion("health-1", vec![said("village.3", &facts, Some("缺台账"))]);
    let both = [&police, &health];
    assert_eq!(words(&facts, &both, "village.3"), of_three(["agrees", "no-office", "objects", "no-office"]));
    assert_eq!(words(&facts, &both, "village.2"), [("sumu-police".to_owned(), "objects")]);
    let wrong = opinion("health-2", vec![said("village.3", &facts, None)]);
    assert_eq!(
        words(&facts, &[&wrong], "village.3"),
        of_three(["missing", "no-office", "missing", "no-office"]),
        "it serves another village"
    );
    let mut later = facts.clone();
    later.statements.retain(|it| it.about.as_str() != "crime");
    assert_eq!(words(&later, &both, "village.2"), [("sumu-police".to_owned(), "void")]);
    assert_eq!(words(&later, &both, "village.3")[0].1, "agrees", "another criterion's facts do not matter");
}

#[test]
fn where_an_office_objects_both_stand_side_by_side() {
    let facts = facts();
    let police = opinion("police", vec![said("village.2", &facts, Some("另有一案")), said("village.3", &facts, None)]);
    let all = voices(&directory(), &PACK, village(), &facts, &[], &[&police]);
    let evaluation = cunping_core::evaluate::evaluate(&PACK, village(), &[], &facts, facts.period.days().last());
    let disputed = cunping_core::bundle::disputed(&evaluation, &all);
    assert_eq!(disputed.len(), 1);
    assert_eq!(disputed[0].criterion.as_str(), "village.2");
    assert_eq!(disputed[0].finding, evaluation.criteria[1].finding);
    assert_eq!(disputed[0].objections, [(party("150626200000", "police"), "另有一案".to_owned())]);
}

#[test]
fn an_opinion_about_something_else_does_not_count() {
    let facts = facts();
    let good = opinion("police", vec![said("village.2", &facts, None)]);
    let mut others = vec![good.clone(), good.clone(), good.clone(), good.clone()];
    others[0].subject.unit = "150626200206".parse().unwrap();
    others[1].subject.period = "2026-Q2".parse().unwrap();
    others[2].subject.level = "township".parse().unwrap();
    others[3].subject.pack.id = "other".parse().unwrap();
    for other in &others {
        assert_eq!(words(&facts, &[other], "village.2"), [("sumu-police".to_owned(), "missing")]);
    }
    assert_eq!(words(&facts, &[&good], "village.2"), [("sumu-police".to_owned(), "agrees")]);
    let mut newer = good;
    newer.subject.pack.version = 2;
    newer.subject.pack.digest = Digest([3; 32]);
    assert_eq!(
        words(&facts, &[&newer], "village.2")[0].1,
        "agrees",
        "a correction elsewhere in the document voids nothing"
    );
}

#[test]
fn an_office_sees_only_its_own_criteria() {
    let (directory, facts) = (directory(), facts());
    let ids = |office: &str| -> Vec<String> {
        let of = criteria_for(&directory, &PACK, village(), &party("150626200000", office), &facts);
        of.iter().map(|it| it.id.to_string()).collect()
    };
    assert_eq!(ids("health-1"), ["village.3"]);
    assert_eq!(ids("health-2"), [""; 0], "it serves another village");
    assert_eq!(ids("police"), ["village.2", "village.3", "village.4", "village.5", "village.7"]);
    assert_eq!(ids("fire"), [""; 0]);
    assert_eq!(CountedOpinion::NoOffice.code(), "no-office");
}

#[test]
fn a_restated_statement_is_a_change_of_its_topic() {
    let before = facts();
    let mut after = before.clone();
    let crime = after.statements.iter_mut().find(|it| it.about.as_str() == "crime").unwrap();
    *crime = Statement { says: Says::Unknown, ..crime.clone() };
    let changes = cunping_core::facts::difference(&before, &after);
    assert!(
        matches!(changes.as_slice(), [FactChange::StatementChanged { before, after }]
        if before.says == Says::Complete && after.says == Says::Unknown),
        "{changes:?}"
    );
    assert_eq!(cunping_core::facts::difference(&before, &before), []);
}
