//! The contradictions to a decision, boundary by boundary: the order of offices, vetoes, negative lists, prerequisites,
//! reviews, items, opinions, earlier decisions. The facts are golden cases.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test stops when it cannot go on")]

use std::sync::LazyLock;

use cunping_core::{
    bundle::{
        CountedOpinion, Decision, DecisionReason, LinePosition, OfficeVoice, PackRef, Party, Recognition, Stated,
        Subject, Voices,
    },
    deciding::{
        Before, Contradiction, Recomputed, Undecidable, contradictions, decide, forbidden, unreasoned, wants_review,
    },
    evaluate::{Verdict, evaluate},
    facts,
    id::{Digest, OfficeId},
    overlay::Overlay,
    pack::{Level, Pack},
};
use serde_json::Value;

static CASES: LazyLock<Vec<Value>> = LazyLock::new(|| cunping_golden::all().unwrap());

static PACKS: LazyLock<Vec<Pack>> =
    LazyLock::new(|| cunping_packs::RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap()).collect());

const QUALIFIED: Decision = Decision::Qualified;

/// A document's level with the evaluation of a golden case under it.
struct Case {
    pack: &'static Pack,
    level: &'static Level,
    found: Recomputed,
}

impl Case {
    fn new(pack: &str, level: &str, name: &str) -> Self {
        let (id, pack) = (pack, PACKS.iter().find(|it| it.id.as_str() == pack).unwrap());
        let it = CASES.iter().find(|it| it["pack"] == id && it["level"] == level && it["name"] == name);
        let it = it.unwrap_or_else(|| panic!("no case {name} of {id} {level}"));
        let level = pack.level(&level.parse().unwrap()).unwrap();
        let facts = facts::file::read(it["facts"].to_string().as_bytes()).unwrap();
        let overlays: Vec<Overlay> = it["overlays"].as_array().into_iter().flatten().map(overlay).collect();
        let overlays: Vec<&Overlay> = overlays.iter().collect();
        let evaluation = evaluate(pack, level, &overlays, &facts, it["as_of"].as_str().unwrap().parse().unwrap());
        assert_eq!(evaluation.verdict.code(), it["expect"]["verdict"].as_str().unwrap(), "{name}");
        let found = Recomputed::new(level, &overlays, &evaluation);
        Self { pack, level, found }
    }

    fn before<'a>(&'a self, decided: &'a [(&'a OfficeId, &'a Decision)]) -> Before<'a> {
        let (pack, level, found) = (self.pack, self.level, Some(&self.found));
        Before { pack, level, found, voices: &[], decided, own: None, reviewed: None }
    }

    /// Lists the codes of all contradictions to a first decision of the document's first office.
    fn codes(&self, decision: &Decision) -> Vec<&'static str> {
        codes(&self.before(&[]), self.level.decided_by().first().unwrap().as_str(), decision)
    }
}

fn overlay(it: &Value) -> Overlay {
    Overlay::read(it.to_string().as_bytes()).unwrap()
}

fn office(id: &str) -> OfficeId {
    id.parse().unwrap()
}

fn codes(before: &Before<'_>, by: &str, decision: &Decision) -> Vec<&'static str> {
    contradictions(before, &office(by), decision).iter().map(Contradiction::code).collect()
}

fn bawu(name: &str) -> Case {
    Case::new("sulide-bawu-2022", "village", name)
}

fn model(name: &str) -> Case {
    Case::new("wangchang-pingan-cun-2023", "model", name)
}

const ALL_STATED: &str = "village-incidents.toml: 综合：八项都已说明没有发生";
const CRIME: &str = "village-incidents.toml: 四(二)2：发生1起刑事案件，未说明等级";
const SILENCE: &str = "village-statements.toml: 综合：未作任何填报";
const ALL_MET: &str = "model.toml: 三(二)：两个附件各项都达到，待推荐、审定命名；是否复核合格由市里推荐时看";
const CAMERAS: &str = "model.toml: 附件1五：接入综治中心的高清探头4个，差1个，不足5个；附件2各项都达到";
const MAJOR: &str = "incidents.toml: 二、四（一）6、五（四）：刑事案件1起，主管部门认定恰好为重大";

#[test]
fn a_plain_decision_has_nothing_against_it() {
    assert!(bawu(ALL_STATED).codes(&QUALIFIED).is_empty());
    assert!(bawu(CRIME).codes(&Decision::NotQualified).is_empty());
    assert!(bawu(CRIME).codes(&Decision::Returned).is_empty());
}

#[test]
fn a_crime_or_a_missing_answer_is_named_and_wants_a_reason() {
    // 附件4: the document bars nobody by itself, so the office may decide against it, in writing.
    let crime = bawu(CRIME);
    let against = contradictions(&crime.before(&[]), &office("sumu-pingan"), &QUALIFIED);
    let second = Contradiction::NotMet("village.2".parse().unwrap());
    assert_eq!(against[..2], [Contradiction::Computed(Verdict::NotQualified), second]);
    assert!(against.iter().all(|it| !it.forbids()));
    assert_eq!(forbidden(&crime.found, &QUALIFIED), None);
    let silent = bawu(SILENCE).codes(&QUALIFIED);
    assert_eq!((silent.len(), silent[0], silent[1]), (9, "computed-otherwise", "open"));
    assert_eq!(
        bawu(SILENCE).codes(&Decision::NotQualified).len(),
        9,
        "refusing what nobody knows is no plain decision"
    );
}

#[test]
fn refusing_or_taking_back_what_holds_is_named() {
    assert_eq!(bawu(ALL_STATED).codes(&Decision::NotQualified), ["computed-otherwise"]);
    let model = model(ALL_MET);
    let [city, province] = ["city-leading-group", "province-leading-group"].map(office);
    let gone = Decision::Removed("step.removal".parse().unwrap());
    let both = [(&city, &QUALIFIED), (&province, &QUALIFIED)];
    let before = Before { own: Some(&QUALIFIED), ..model.before(&both) };
    assert_eq!(codes(&before, "province-leading-group", &gone), ["computed-otherwise"]);
    assert_eq!(codes(&before, "city-leading-group", &gone)[0], "given-by-another");
    let half = [(&city, &QUALIFIED)];
    assert_eq!(codes(&model.before(&half), "province-leading-group", &gone), ["not-named", "computed-otherwise"]);
    let after = [(&city, &QUALIFIED), (&province, &gone)];
    let again = Before { own: Some(&gone), reviewed: Some(true), ..model.before(&after) };
    assert_eq!(codes(&again, "province-leading-group", &QUALIFIED), ["name-taken-back"]);
    assert_eq!(bawu(ALL_STATED).codes(&gone)[0], "no-removal");
}

#[test]
fn nothing_is_decided_before_its_turn() {
    let it = bawu(ALL_STATED);
    let [sumu, flag] = ["sumu-pingan", "flag-pingan"].map(office);
    let early = |decided: &[(&OfficeId, &Decision)]| codes(&it.before(decided), "flag-pingan", &QUALIFIED);
    assert_eq!(early(&[]), ["early"]);
    assert_eq!(early(&[(&sumu, &Decision::NotQualified)]), ["early"]);
    assert_eq!(early(&[(&sumu, &Decision::Returned)]), ["early"]);
    assert_eq!(early(&[(&sumu, &QUALIFIED)]), Vec::<&str>::new());
    assert_eq!(codes(&it.before(&[]), "flag-pingan", &Decision::NotQualified), ["early", "computed-otherwise"]);
    assert_eq!(codes(&it.before(&[(&flag, &QUALIFIED)]), "sumu-police", &QUALIFIED), ["no-part"]);
}

#[test]
fn a_negative_item_bars_the_award_in_words_of_the_document() {
    let names =
        CASES.iter().filter(|it| it["pack"] == "dali-pingan-xiangcun-2024" && it["expect"]["verdict"] == "barred");
    let mut barred = 0;
    for it in names {
        let case = Case::new("dali-pingan-xiangcun-2024", it["level"].as_str().unwrap(), it["name"].as_str().unwrap());
        let why = forbidden(&case.found, &QUALIFIED);
        assert!(matches!(&why, Some(Contradiction::Barred(id)) if id.as_str().contains(".neg.")), "{why:?}");
        assert_eq!(forbidden(&case.found, &Decision::NotQualified), None);
        barred += 1;
    }
    assert!(barred > 50, "{barred}");
    let open = Case::new("dali-pingan-xiangcun-2024", "village", "village-silence.toml: 综合：未作任何填报");
    assert_eq!(forbidden(&open.found, &QUALIFIED), None, "what nobody has said bars nobody yet");
    assert_eq!(codes(&open.before(&[]), "village", &QUALIFIED)[0], "no-part", "the document names nobody who decides");
}

#[test]
fn a_veto_forbids_and_a_missed_goal_does_not() {
    let of = |name: &str| Case::new("changgang-pingan-fazhi-xing-2023", "village", name);
    let vetoed = of(MAJOR);
    assert!(matches!(forbidden(&vetoed.found, &QUALIFIED), Some(Contradiction::Vetoed(_))));
    let listed = of("verdict.toml: 四（六）4、五（四）：县里把微型消防站（点）列为否决事项，该站填报为“否”");
    assert!(matches!(forbidden(&listed.found, &QUALIFIED), Some(Contradiction::Vetoed(_))), "an overlay’s veto is one");
    let met = of("standing.toml: 综合：创建目标和32项标准全部做到");
    assert!(met.codes(&QUALIFIED).is_empty());
    let goal = CASES
        .iter()
        .find(|it| it["pack"] == "changgang-pingan-fazhi-xing-2023" && it["expect"]["verdict"] == "not-qualified");
    let goal = of(goal.unwrap()["name"].as_str().unwrap());
    assert_eq!(forbidden(&goal.found, &QUALIFIED), None);
    assert!(goal.codes(&QUALIFIED).contains(&"computed-otherwise"));
}

#[test]
fn an_award_that_needs_another_is_forbidden_without_it_and_wants_a_reason_while_it_is_open() {
    let prerequisite = |name: &str| {
        let case = model(name);
        let all = contradictions(&case.before(&[]), &office("city-leading-group"), &QUALIFIED);
        all.into_iter().find(|it| matches!(it, Contradiction::Requires(..)))
    };
    let missed = prerequisite(CAMERAS).unwrap();
    assert!(missed.forbids());
    let open =
        prerequisite("model.toml: 附件1七：平安建设宣传有阵地、有声势、氛围浓厚：未填报；附件2各项都达到").unwrap();
    assert!(!open.forbids());
    assert_eq!(prerequisite("model.toml: 附件2三：坚持和发展“枫桥经验”，积极创新“枫桥式”工作法：填报为“否”"), None);
    let case = model(CAMERAS);
    assert_eq!(forbidden(&case.found, &QUALIFIED), Some(missed));
}

#[test]
fn only_a_village_that_passed_the_review_may_be_recommended() {
    let case = model(ALL_MET);
    let at = |reviewed| codes(&Before { reviewed, ..case.before(&[]) }, "city-leading-group", &QUALIFIED);
    assert_eq!(at(Some(true)), Vec::<&str>::new());
    assert_eq!(at(Some(false)), ["not-reviewed"]);
    assert_eq!(at(None), ["not-reviewed"]);
    let refuse = Before { reviewed: None, ..case.before(&[]) };
    assert!(!codes(&refuse, "city-leading-group", &Decision::NotQualified).contains(&"not-reviewed"));
    let village = case.pack.level(&"village".parse().unwrap()).unwrap();
    assert_eq!(wants_review(case.pack, village), None, "the award itself comes before its review");
    let bawu = bawu(ALL_STATED);
    assert_eq!(wants_review(bawu.pack, bawu.level), None);
}

#[test]
fn every_opinion_that_is_missing_void_or_an_objection_is_named() {
    let it = bawu(ALL_STATED);
    let by = Some(Party { unit: "150626200000".parse().unwrap(), office: Some(office("sumu-police")) });
    let voice = |word: CountedOpinion| OfficeVoice { monitor: office("sumu-police"), by: by.clone(), word };
    let words = [
        CountedOpinion::Agrees,
        CountedOpinion::Missing,
        CountedOpinion::Objects("立案一起".into()),
        CountedOpinion::Void { agreed: true },
        CountedOpinion::NoOffice,
    ];
    let voices = vec![Voices {
        criterion: "village.2".parse().unwrap(),
        basis: Digest([0; 32]),
        by_office: words.map(voice).to_vec(),
    }];
    let before = Before { voices: &voices, ..it.before(&[]) };
    assert_eq!(codes(&before, "sumu-pingan", &QUALIFIED), ["missing", "objects", "void", "no-office"]);
    assert_eq!(codes(&before, "sumu-pingan", &Decision::NotQualified).len(), 5);
    assert!(codes(&before, "sumu-pingan", &Decision::Returned).is_empty(), "a file can be sent back at any time");
}

#[test]
fn turning_what_the_office_decided_before_is_named() {
    let it = bawu(ALL_STATED);
    let own = |own: &Decision, now: &Decision| codes(&Before { own: Some(own), ..it.before(&[]) }, "sumu-pingan", now);
    assert_eq!(own(&Decision::NotQualified, &QUALIFIED), ["decided-otherwise"]);
    assert_eq!(own(&QUALIFIED, &Decision::Returned), ["decided-otherwise"]);
    assert_eq!(own(&QUALIFIED, &Decision::NotQualified), ["computed-otherwise", "decided-otherwise"]);
    assert!(own(&Decision::Returned, &QUALIFIED).is_empty());
    assert!(own(&QUALIFIED, &QUALIFIED).is_empty());
}

fn recognition(it: &Case, decision: Decision, reasons: &[&str]) -> Recognition {
    let unit: cunping_core::id::UnitCode = "150626200205".parse().unwrap();
    let party = Party { unit: unit.township(), office: Some(office("sumu-pingan")) };
    let at = "2027-01-12T10:00:00+08:00".parse().unwrap();
    Recognition {
        stated: Stated { party, at, software: "cunping test".to_owned(), example: false },
        place: LinePosition::FIRST,
        subject: Subject {
            unit,
            unit_name: "示例嘎查".to_owned(),
            pack: PackRef::to(it.pack),
            level: it.level.id.clone(),
            period: "2026".parse().unwrap(),
            overlays: Vec::new(),
        },
        office: office("sumu-pingan"),
        assessment: Digest([7; 32]),
        opinions: Vec::new(),
        decision,
        reasons: reasons.iter().map(|it| DecisionReason { criterion: None, text: (*it).to_owned() }).collect(),
    }
}

#[test]
fn what_is_contradicted_is_signed_with_a_reason_only_and_what_is_forbidden_never() {
    let crime = bawu(CRIME);
    let signed = |reasons: &[&str]| decide(&crime.before(&[]), recognition(&crime, QUALIFIED, reasons));
    assert!(matches!(signed(&[]), Err(Undecidable::NoReason(all)) if all.len() >= 2));
    assert!(matches!(signed(&[" "]), Err(Undecidable::NoReason(_))), "a blank is no reason");
    assert_eq!(signed(&["公安机关已撤案。"]), Ok(recognition(&crime, QUALIFIED, &["公安机关已撤案。"])));
    let plain = bawu(ALL_STATED);
    assert!(decide(&plain.before(&[]), recognition(&plain, QUALIFIED, &[])).is_ok());
    let vetoed = Case::new("changgang-pingan-fazhi-xing-2023", "village", MAJOR);
    let made =
        Recognition { office: office("town-committee"), ..recognition(&vetoed, QUALIFIED, &["县里同意。"]) };
    assert!(matches!(decide(&vetoed.before(&[]), made), Err(Undecidable::Forbidden(_))), "no reason lifts a veto");
    let none = Before { found: None, ..plain.before(&[]) };
    assert!(matches!(decide(&none, recognition(&plain, QUALIFIED, &[])), Err(Undecidable::NoReason(_))));
}

#[test]
fn a_decision_that_came_in_without_a_reason_is_told_from_one_with() {
    let crime = bawu(CRIME);
    assert!(unreasoned(&crime.found, &recognition(&crime, QUALIFIED, &[])).len() >= 2);
    assert!(unreasoned(&crime.found, &recognition(&crime, QUALIFIED, &["公安机关已撤案。"])).is_empty());
    assert!(unreasoned(&bawu(ALL_STATED).found, &recognition(&crime, QUALIFIED, &[])).is_empty());
}
