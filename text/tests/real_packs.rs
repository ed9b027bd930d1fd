//! Every released document, whole: each check has a question and a reason for every finding, in both languages.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop, and one here reads the source"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use cunping_core::evaluate::distance;
use cunping_core::{
    days::{Day, Days},
    evaluate::{Evaluation, evaluate},
    facts::{Facts, Incident, Says, Statement, Subordinates, leaves, named_indicators},
    id::{IncidentId, UnitCode, UnitLevel},
    pack::{IndicatorKind, Level, Pack, PeriodKind, ResultRule},
    period::Period,
    truth::Finding,
};
use cunping_text::{
    case::{EvaluatedUnit, checks},
    filter,
    form::{Filling, own_sheet, sheet},
    headline::headline,
    lang::Lang,
    plain,
    question::{attribute_question, needed, questions},
    reason::{reasons, sentences},
};

fn packs() -> Vec<Pack> {
    let released = cunping_packs::RELEASED.iter();
    released.map(|it| Pack::from_json(it.json).unwrap_or_else(|problems| panic!("{}: {problems:?}", it.id))).collect()
}

fn period() -> Period {
    "2026-Q1".parse().unwrap()
}

fn end() -> Day {
    "2026-03-31".parse().unwrap()
}

fn unit(pack: &Pack, level: &Level) -> UnitCode {
    match level.unit {
        UnitLevel::Village => format!("{}001", &pack.source.area.to_string()[..9]).parse().unwrap(),
        _ => pack.source.area,
    }
}

fn statement(about: &cunping_core::id::IndicatorId, days: Days, says: Says) -> Statement {
    Statement { about: about.clone(), only: cunping_core::pack::condition::Filter::Every, days, made_on: end(), says }
}

/// Facts of very different kinds: silence, all well, all broken, half stated, not known, not applicable.
fn worlds(pack: &Pack, level: &Level) -> Vec<Facts> {
    let silent = Facts::silent(unit(pack, level), period());
    let whole = period().days();
    let half = Days::new(whole.first(), "2026-02-10".parse().unwrap()).unwrap();
    let named = named_indicators(level);
    let with = |days: Days, says: &dyn Fn(&IndicatorKind) -> Says| {
        let statements = named.iter().map(|id| statement(id, days, says(&pack.indicators[id].kind)));
        Facts { statements: statements.collect(), ..silent.clone() }
    };
    let good = |kind: &IndicatorKind| match kind {
        IndicatorKind::Incidents => Says::Complete,
        IndicatorKind::Stated => Says::Yes,
        IndicatorKind::Count(_) => Says::Count(100),
        IndicatorKind::Ratio { .. } => Says::Ratio { part: 18, whole: 20 },
        IndicatorKind::Rank => Says::Rank(99),
        IndicatorKind::Figure { .. } | IndicatorKind::Series { .. } => Says::Figure(1),
    };
    let empty = |kind: &IndicatorKind| match kind {
        IndicatorKind::Ratio { .. } => Says::Ratio { part: 0, whole: 0 },
        IndicatorKind::Stated => Says::No,
        IndicatorKind::Count(_) => Says::Count(0),
        other => good(other),
    };
    let incidents = |attributes: &dyn Fn() -> Vec<i64>| {
        let categories = named.iter().filter(|id| pack.indicators[*id].kind == IndicatorKind::Incidents);
        let incident = |(place, id): (usize, &cunping_core::id::IndicatorId)| Incident {
            id: IncidentId([u8::try_from(place).unwrap(); 16]),
            day: "2026-02-03".parse().unwrap(),
            categories: [id.clone()].into(),
            attributes: pack.attributes.keys().cloned().zip(attributes().into_iter().cycle()).collect(),
            note: None,
            repeats: None,
            stated_on: "2026-02-04".parse().unwrap(),
        };
        categories.enumerate().map(incident).collect::<Vec<_>>()
    };
    vec![
        with(whole, &good),
        with(half, &good),
        with(whole, &empty),
        with(whole, &|_| Says::Unknown),
        with(whole, &|_| Says::NotApplicable("没有这类对象".into())),
        Facts { incidents: incidents(&|| vec![4]), ..with(whole, &good) },
        Facts { incidents: incidents(&|| vec![0]), ..with(whole, &good) },
        Facts { incidents: incidents(&Vec::new), ..with(whole, &good) },
        silent,
    ]
}

fn every_case(mut look: impl FnMut(EvaluatedUnit)) {
    for pack in packs() {
        for level in &pack.levels {
            for facts in worlds(&pack, level) {
                let evaluation: Evaluation = evaluate(&pack, level, &[], &facts, end());
                look(EvaluatedUnit { pack: &pack, level, facts: &facts, evaluation: &evaluation });
            }
        }
    }
}

fn reads_well(lang: Lang, text: &str) {
    assert!(!text.trim().is_empty());
    assert!(!text.contains("  ") && !text.contains("{") && !text.contains("，，"), "{text}");
    if lang == Lang::Zh {
        assert!(!text.contains(['"', '\'', ',', '?', ';', '!']) || text.contains("000"), "{text}");
    }
}

#[test]
fn every_check_has_a_question_in_both_languages() {
    for pack in packs() {
        for level in &pack.levels {
            for check in level.criteria.iter().flat_map(|it| it.checks.iter().chain(&it.measures)) {
                for lang in Lang::ALL {
                    let asked = questions(lang, &pack, level, check);
                    assert!(!asked.is_empty(), "{}", check.id);
                    for question in asked {
                        reads_well(lang, &question.text);
                        question.only.iter().for_each(|only| reads_well(lang, only));
                        for id in needed(level, &BTreeSet::from([question.topic.about])) {
                            let attribute = attribute_question(lang, &pack, &id).unwrap();
                            reads_well(lang, &attribute.label);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn what_counts_is_said_in_peoples_words_and_yes_is_good_unless_the_question_says_so() {
    let (mut scopes, mut no_is_good) = (BTreeSet::new(), Vec::new());
    for pack in packs() {
        for level in &pack.levels {
            for check in level.criteria.iter().flat_map(|criterion| &criterion.checks) {
                for question in questions(Lang::Zh, &pack, level, check) {
                    let Some(only) = question.only else { continue };
                    assert!(!only.contains("由哪一级"), "{}: {only}", check.id);
                    scopes.extend(only.strip_prefix("本项只算：").map(str::to_owned));
                    if only.contains("答“否”") {
                        no_is_good.push(check.id.to_string());
                    }
                }
            }
        }
    }
    for scope in ["县级或以上部门认定的", "乡镇级或以上部门作出的", "没有有效处置的", "有重大影响的"]
    {
        assert!(scopes.contains(scope), "{scope} in {scopes:?}");
    }
    assert_eq!(no_is_good, ["village.neg.6.3"]);
}

/// Lists every scope of every document, each sentence once, in both languages.
fn scopes() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for pack in packs() {
        for level in &pack.levels {
            for check in level.criteria.iter().flat_map(|it| it.checks.iter().chain(&it.measures)) {
                leaves::each(&check.condition, &mut |_, only| {
                    let told = |lang| only.and_then(|only| filter::words(lang, &pack, only));
                    if let (Some(zh), Some(en)) = (told(Lang::Zh), told(Lang::En)) {
                        all.insert(format!("{zh} | {en}"));
                    }
                });
            }
        }
    }
    all
}

#[test]
fn every_scope_of_every_document_reads_as_people_say_it() {
    let wanted: BTreeSet<String> = include_str!("scopes.txt").lines().map(str::to_owned).collect();
    let told = scopes();
    let (new, gone): (Vec<_>, Vec<_>) = (told.difference(&wanted).collect(), wanted.difference(&told).collect());
    assert!(
        new.is_empty() && gone.is_empty(),
        "read these, and write them into scopes.txt: {new:#?}\nno more: {gone:#?}"
    );
    for line in &told {
        for machine in ["为“", "”为", "是否", "由哪", "到哪", "（含）", "（不含）"] {
            assert!(!line.contains(machine), "{machine} in {line}");
        }
    }
}

#[test]
fn a_document_that_leaves_its_points_to_others_says_so_before_anything_else() {
    let (mut waits, mut others) = (0, 0);
    every_case(|case| {
        let told = cunping_text::distance::sentences(Lang::Zh, case, &distance(case.level, case.evaluation));
        if case.level.result != ResultRule::Score {
            assert!(!told.concat().contains("补充文件，才能"), "{told:?}");
            others += 1;
            return;
        }
        waits += 1;
        let office = cunping_text::term::receiver(Lang::Zh, case.pack, case.level.unit);
        assert!(told[0].contains("没有写分值和合格线") && told[0].contains(&format!("向{office}要")), "{told:?}");
        assert!(told.iter().all(|it| !it.contains("仍有可能") && !it.contains("得分：")), "{told:?}");
    });
    assert!(waits > 0 && others > 0);
}

#[test]
fn every_finding_of_every_check_has_a_reason() {
    let mut seen = BTreeSet::new();
    every_case(|case| {
        for (criterion, found) in case.criteria() {
            for (check, found) in checks(criterion, found) {
                for lang in Lang::ALL {
                    let told = reasons(lang, case, &check.id);
                    assert!(!told.is_empty(), "{} {:?}", check.id, found.outcome);
                    told.iter().for_each(|it| reads_well(lang, &it.text));
                    assert!(sentences(lang, case, &check.id).last().unwrap().contains(&criterion.clause));
                }
                seen.insert(found.outcome.finding);
            }
        }
    });
    assert!([Finding::Met, Finding::NotMet, Finding::Undetermined].iter().all(|it| seen.contains(it)));
}

#[test]
fn a_quarter_never_speaks_of_the_award() {
    every_case(|case| {
        // One document rates by quarter: there a quarter's verdict is the award.
        if case.level.awarded_for == PeriodKind::Quarter {
            return;
        }
        let top = headline(Lang::Zh, case);
        assert!(!format!("{} {} {}", top.mark, top.title, top.sentence).contains("达标"));
        let said = plain::evaluation(Lang::Zh, case, "示例");
        assert!(!said.iter().any(|line| line.contains("✓ 达标") || line.contains("✕ 未达标")));
    });
}

#[test]
fn forms_are_blank_or_filled_to_the_letter() {
    every_case(|case| {
        for form in case.pack.forms.iter().filter(|form| form.level == case.level.id) {
            let blank = Filling { period: period(), unit: None, date: None, case: None, overlays: &[], decided: None };
            let filled = Filling { unit: Some("示例一村"), date: Some(end()), case: Some(case), ..blank };
            for filling in [blank, filled] {
                let sheet = sheet(case.pack, case.level, form, filling);
                assert_eq!(sheet.rows.len(), case.level.criteria.len());
                assert_eq!(sheet.columns.iter().map(|it| u32::from(it.width)).sum::<u32>(), 100);
                let cells = sheet.columns.len() - usize::from(sheet.side.is_some());
                assert!(sheet.rows.iter().all(|row| row.len() == cells));
            }
        }
    });
}

/// Who knows a document works in `packs/`: this crate holds none of one document's local words.
#[test]
fn a_paper_says_who_reported_below() {
    let packs = packs();
    let subordinates = Subordinates { expected: 2, units: BTreeMap::new(), topics: Vec::new() };
    for (pack, form) in packs.iter().flat_map(|pack| pack.forms.iter().map(move |form| (pack, form))) {
        let level = pack.level(&form.level).unwrap();
        let mut facts = Facts::silent(unit(pack, level), period());
        let notes = |facts: &Facts| {
            let evaluation = evaluate(pack, level, &[], facts, end());
            let case = Some(EvaluatedUnit { pack, level, facts, evaluation: &evaluation });
            sheet(
                pack,
                level,
                form,
                Filling { period: period(), unit: None, date: None, case, overlays: &[], decided: None },
            )
            .notes
        };
        assert!(notes(&facts).is_empty());
        facts.subordinates = Some(subordinates.clone());
        assert!(notes(&facts).concat().contains("应报 2 个，已报 0 个"));
    }
}

#[test]
fn our_own_sheet_denies_no_form_that_the_document_has() {
    let mut with = BTreeSet::new();
    for pack in packs() {
        let filling = Filling { period: period(), unit: None, date: None, case: None, overlays: &[], decided: None };
        let note = own_sheet(&pack, &pack.levels[0], filling).footnote;
        let (none, other) = ("文件本身没有规定表格", "不是文件规定的表格");
        assert_eq!(
            (note.contains(none), note.contains(other)),
            (pack.forms.is_empty(), !pack.forms.is_empty()),
            "{note}"
        );
        with.insert(pack.forms.is_empty());
    }
    assert_eq!(with.len(), 2, "documents with forms and without");
}

#[test]
fn no_local_word_stands_in_the_source() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for word in ["嘎查", "苏木", "旗"] {
                assert!(!text.contains(word), "{} holds {word}", path.display());
            }
            files += 1;
        }
    }
    assert!(files > 30);
}

/// Words for units that some documents use and others do not.
const LOCAL: [&str; 7] = ["嘎查", "苏木", "行政村", "乡镇", "街道", "旗", "镇"];

#[test]
fn no_document_is_told_in_another_ones_words_for_units() {
    for released in cunping_packs::RELEASED {
        let pack = Pack::from_json(released.json).unwrap();
        let own = std::str::from_utf8(released.json).unwrap();
        let foreign: Vec<&str> = LOCAL.into_iter().filter(|word| !own.contains(word)).collect();
        for level in &pack.levels {
            for facts in worlds(&pack, level) {
                let evaluation = evaluate(&pack, level, &[], &facts, end());
                let case = EvaluatedUnit { pack: &pack, level, facts: &facts, evaluation: &evaluation };
                let told = headline(Lang::Zh, case);
                let mut texts =
                    vec![told.title, told.sentence, cunping_text::term::receiver(Lang::Zh, &pack, level.unit)];
                texts.extend(cunping_text::distance::sentences(Lang::Zh, case, &distance(level, &evaluation)));
                for check in level.criteria.iter().flat_map(|it| &it.checks) {
                    texts.extend(questions(Lang::Zh, &pack, level, check).into_iter().map(|it| it.text));
                    texts.extend(sentences(Lang::Zh, case, &check.id));
                }
                for (text, word) in texts.iter().flat_map(|text| foreign.iter().map(move |word| (text, word))) {
                    assert!(!text.contains(word), "{}: {word} in {text}", pack.id);
                }
            }
        }
    }
}
