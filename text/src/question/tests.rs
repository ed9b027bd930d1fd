//! Tests of questions as people read them.

use cunping_core::pack::condition::{Condition, Filter};

use super::*;
use crate::sample::{at_least, large, level, none, pack};

fn asked(lang: Lang, condition: Condition) -> Vec<Question> {
    let pack = pack(level(condition));
    let level = &pack.levels[0];
    questions(lang, &pack, level, &level.criteria[0].checks[0])
}

#[test]
fn the_question_names_the_category() {
    let [question] = &asked(Lang::Zh, none("crime", Filter::Every))[..] else { panic!() };
    assert_eq!(question.text, "有没有刑事案件？");
    assert_eq!((&question.only, &question.input), (&None, &Input::Incidents));
    let [question] = &asked(Lang::En, none("crime", Filter::Every))[..] else { panic!() };
    assert_eq!(question.text, "Any of this: criminal case?");
}

#[test]
fn a_filter_is_said_with_inclusive_and_exclusive_words() {
    let [question] = &asked(Lang::Zh, none("fire", large()))[..] else { panic!() };
    assert_eq!(
        question.only.as_deref().unwrap(),
        "本项只算：直接财产损失 10,000 元或以上的，或者死亡 1 人或以上的，或者等级为较大的"
    );
    let graded =
        Filter::All(vec![at_least("grade", 2), Filter::Any(vec![at_least("deaths", 2), at_least("handled", 1)])]);
    let [question] = &asked(Lang::En, none("fire", graded))[..] else { panic!() };
    assert_eq!(
        question.only.as_deref().unwrap(),
        "This counts only: those whose grade is fairly large, and (with 2 or more deaths, or effectively handled)"
    );
}

#[test]
fn each_indicator_is_asked_once_and_applicability_first() {
    let crime = || none("crime", Filter::Every);
    let then = Condition::All(vec![crime(), Condition::Stated { of: "patrols".parse().unwrap() }, crime()]);
    let condition = Condition::ApplicableIf { of: "railway".parse().unwrap(), then: Box::new(then) };
    let about: Vec<String> = asked(Lang::Zh, condition).iter().map(|it| it.topic.about.to_string()).collect();
    assert_eq!(about, ["railway", "crime", "patrols"]);
}

#[test]
fn an_incident_needs_only_what_its_checks_filter_by() {
    let condition = Condition::All(vec![none("fire", large()), none("crime", at_least("deaths", 1))]);
    let level = level(condition);
    let need = |category: &str| -> Vec<String> {
        let categories = [category.parse().unwrap()].into();
        needed(&level, &categories).iter().map(ToString::to_string).collect()
    };
    assert_eq!(need("fire/other"), ["loss-yuan", "deaths", "grade"]);
    assert_eq!(need("crime"), ["deaths"]);
    assert!(need("petition").is_empty());
}

#[test]
fn the_asked_category_stands_before_those_below_it() {
    let mut pack = pack(level(none("fire", Filter::Every)));
    for id in ["fire/other", "fire/forest"] {
        let subordinates = pack.indicators[&"fire".parse().unwrap()].clone();
        pack.indicators.insert(id.parse().unwrap(), subordinates);
    }
    let found: Vec<_> = categories(&pack, &"fire".parse().unwrap()).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["fire", "fire/forest", "fire/other"]);
}

#[test]
fn attributes_with_their_units_and_values() {
    let pack = pack(level(none("fire", Filter::Every)));
    let question = attribute_question(Lang::Zh, &pack, &"loss-yuan".parse().unwrap()).unwrap();
    assert_eq!((question.label.as_str(), question.unit), ("直接财产损失", "元"));
    for (id, value, text) in [("loss-yuan", 10_000, "10,000 元"), ("grade", 2, "较大"), ("handled", 0, "否")] {
        assert_eq!(attribute_value(Lang::Zh, &pack, &id.parse().unwrap(), value), text);
    }
}

#[test]
fn every_input_can_be_left_unknown() {
    for input in [Input::Incidents, Input::YesNo, Input::Count, Input::Rank] {
        assert!(choices(&input, false).contains(&Choice::Unknown));
        assert_eq!(choices(&input, true).last(), Some(&Choice::NotApplicable));
        assert!(!choices(&input, false).contains(&Choice::NotApplicable));
    }
}

#[test]
fn what_is_asked_whole_elsewhere_is_asked_whole_once() {
    let mut level = level(none("fire", large()));
    let mut second = level.criteria[0].clone();
    second.id = "village.2".parse().unwrap();
    second.checks[0].condition = none("fire", Filter::Every);
    level.criteria.push(second);
    let pack = pack(level);
    let level = &pack.levels[0];
    let asked = |criterion: usize| questions(Lang::Zh, &pack, level, &level.criteria[criterion].checks[0]).remove(0);
    let (first, second) = (asked(0), asked(1));
    assert_eq!(first.topic, second.topic, "one answer serves both");
    assert_eq!(first.topic.only, Filter::Every);
    assert!(first.only.as_deref().unwrap().starts_with("本项只算："), "and what counts here is said");
    assert_eq!(second.only, None);
    assert_eq!(leaves::topics(level).len(), 2);
    assert!(leaves::asked(level).iter().eq([&second.topic]));
    // Both on one screen: all of it counts for one of them.
    let mut both = first;
    both.join(Lang::Zh, second);
    assert_eq!(both.only, None);
}
