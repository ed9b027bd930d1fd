//! Faulty packs: a good one with one edit or several, and the problems that must be reported.
//!
//! A fault gives `edits`, each with the `file`, a text to `find` in it (exactly once) and what to `put` there. Its
//! first lines, `# expect: <code> <file>:<line>:<column>`, name every problem that must be reported, and no other is.

use cunping_core::pack::{
    CountedPeriods, CountsFrom, CriterionRole, Falls, IndicatorKind, Pack, ReferenceKind, ResultRule, authoring,
    condition::{Compare, Condition},
};

use crate::files;

#[test]
fn the_good_pack_is_good() {
    let good = files::toml_files(&files::here("good"));
    let json = authoring::compile(&good, &files::toml_files(&files::here("good-catalogue"))).unwrap();
    let pack = Pack::from_json(&json).unwrap();
    let carried: Vec<&str> = pack.indicators.keys().map(|id| id.as_str()).collect();
    let village = ["crime", "crime/homicide", "feeds", "fire", "resolved"];
    let mut all = vec!["above-mean", "at-once", "crime-rank", "crime-rate", "has-sewage", "sewage"];
    all.extend(village);
    all.sort_unstable();
    assert_eq!(carried, all);
    let attributes: Vec<&str> = pack.attributes.keys().map(|id| id.as_str()).collect();
    assert_eq!(attributes, ["grade", "loss"], "an attribute for which no filter asks stays in the catalogue");
    what_may_be_left_out_is_read(&pack);
}

fn what_may_be_left_out_is_read(pack: &Pack) {
    let [village, _, model] = &pack.levels[..] else { panic!("three levels") };
    let review = model.review.as_ref().map(|it| it.as_str());
    let requires = model.requires.as_ref().map(|it| it.as_str());
    assert_eq!((review, requires), (Some("pingan"), Some("village")));
    let rule = model.recognition.as_ref().unwrap();
    let by: Vec<&str> = model.decided_by().iter().map(|it| it.as_str()).collect();
    assert_eq!((by, rule.clause.as_str(), rule.readings.len()), (vec!["police", "pingan"], "五(六)", 1));
    assert!(village.recognition.is_none() && village.decided_by().is_empty());
    assert_eq!(model.first_period.map(|it| it.to_string()).as_deref(), Some("2024-Q2"));
    assert_eq!((village.result, model.result), (ResultRule::All, ResultRule::Score));
    assert_eq!(model.result_clause.as_deref(), Some("五(四)"));
    assert_eq!(model.result_readings.len(), 1);
    let sections: Vec<_> = model.sections.iter().map(|it| (it.id.as_str(), it.scored)).collect();
    assert_eq!(sections, [("model.1", true), ("model.2", true), ("model.other", false)]);
    let roles: Vec<_> = model.criteria.iter().map(|it| (it.section.as_ref().unwrap().as_str(), it.role)).collect();
    let other = "model.other";
    let standards = [("model.1", CriterionRole::Standard), ("model.2", CriterionRole::Standard)];
    assert_eq!(roles[..2], standards);
    assert_eq!(
        roles[2..],
        [(other, CriterionRole::Goal), (other, CriterionRole::Veto), (other, CriterionRole::Negative)]
    );
    let Condition::Not(against) = &model.criteria[4].checks[0].condition else { panic!("a negation") };
    let Condition::Against { must: Compare::MoreThan, reference, or_stated, .. } = &**against else {
        panic!("a figure")
    };
    assert_eq!((reference.as_str(), or_stated.as_str()), ("reference.mean", "above-mean"));
    assert!(matches!(model.criteria[2].checks[0].condition, Condition::OpenUnless(_)));
    let kinds: Vec<_> = pack.references.iter().map(|it| it.kind).collect();
    use ReferenceKind::{PassMark, Text, Value, VetoList, Weights};
    assert_eq!(kinds, [Weights, PassMark, VetoList, Text, Value { decimals: 2 }]);
    assert_eq!(pack.references[0].level.as_ref(), Some(&model.id));
    let names: Vec<_> = village.criteria.iter().map(|it| (it.name.zh.as_deref(), it.name.en.as_str())).collect();
    assert_eq!(names, [(None, "Free of crime"), (Some("治安防范到位"), "Well guarded")]);
    let [plain, quarters] = &pack.targets[..] else { panic!("two targets") };
    assert_eq!((plain.counts, plain.periods, plain.aim), (CountsFrom::Qualified, CountedPeriods::Awarded, false));
    assert_eq!(
        (quarters.counts, quarters.periods, quarters.aim),
        (CountsFrom::Reviewed, CountedPeriods::EveryQuarter, true)
    );
    assert_eq!((pack.priorities[0].share, pack.priorities[0].gives.as_str()), ((80, 100), "township"));
    let bonus = pack.bonus.as_ref().unwrap();
    assert_eq!((bonus.each.values().copied().collect::<Vec<_>>(), bonus.cap), (vec![50, 20], 300));
    let from = Some("2024-07-05".parse().unwrap());
    assert_eq!(pack.calendar[2].falls, Falls::QuarterlyBy { month: 1, day: 5, from });
    let at_once = pack.indicators.iter().find(|(id, _)| id.as_str() == "at-once").unwrap().1;
    assert!(matches!(&at_once.kind, IndicatorKind::Ratio { within: Some(of), .. } if of.as_str() == "resolved"));
}

#[test]
fn every_fault_is_reported_where_it_stands() {
    let faults = files::toml_files(&files::here("bad"));
    assert!(faults.len() >= 120);
    let mut wrong = String::new();
    for (name, text) in faults {
        let expected: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# expect: ")).collect();
        let reported = reported(&name, &text);
        if expected.is_empty() || reported != expected {
            wrong += &format!("{name} reports\n# expect: {}\n", reported.join("\n# expect: "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn reported(name: &str, text: &str) -> Vec<String> {
    let mut pack = files::toml_files(&files::here("good"));
    let mut catalogue = files::toml_files(&files::here("good-catalogue"));
    let fault: toml::Table = toml::from_str(text).unwrap();
    for edit in fault["edits"].as_array().unwrap() {
        let [file, find, put] = ["file", "find", "put"].map(|key| edit[key].as_str().unwrap());
        let found = pack.get_mut(file).or(catalogue.get_mut(file)).unwrap();
        assert_eq!(found.matches(find).count(), 1, "{name}: `{find}` in {file}");
        *found = found.replace(find, put);
    }
    let problems = authoring::compile(&pack, &catalogue).expect_err(name);
    problems
        .iter()
        .map(|it| format!("{} {}:{}:{}", it.kind.code(), it.place.file, it.place.line, it.place.column))
        .collect()
}
