//! Tests of sentences as people read them, at and around thresholds.

use cunping_core::{
    evaluate::evaluate,
    facts::{Facts, Says},
    pack::condition::{Compare, Condition, Filter},
};

use super::sentences;
use crate::{
    case::EvaluatedUnit,
    lang::Lang,
    sample::{facts, incident, large, none, ratio, says, with},
};

fn told(lang: Lang, condition: Condition, facts: &Facts) -> Vec<String> {
    with(condition, facts, |case| sentences(lang, case, &"village.1".parse().unwrap()))
}

fn zh(condition: Condition, facts: &Facts) -> String {
    told(Lang::Zh, condition, facts).join("\n")
}

fn whole(about: &str, answer: Says) -> cunping_core::facts::Statement {
    says(about, "2026-01-01", "2026-03-31", answer)
}

#[test]
fn incidents_that_count_and_days_that_are_open() {
    let crime = || none("crime", Filter::Every);
    let one = facts(vec![incident("2026-02-03", "crime", &[])], vec![]);
    assert_eq!(zh(crime(), &one), "登记了 1 起刑事案件（2026年2月3日），文件要求为 0 起 · 四(二)1");
    assert_eq!(
        told(Lang::En, crime(), &one),
        ["Criminal case: 1 registered (3 February 2026); the document asks for 0 · 四(二)1"]
    );
    let stated = facts(vec![], vec![whole("crime", Says::Complete)]);
    assert_eq!(zh(crime(), &stated), "已答：2026年1月1日至3月31日没有刑事案件，文件要求为 0 起 · 四(二)1");
    let partly = facts(vec![], vec![says("crime", "2026-01-01", "2026-03-10", Says::Complete)]);
    assert_eq!(zh(crime(), &partly), "还没有答：2026年3月11日至3月31日有没有刑事案件 · 四(二)1");
    let unknown = facts(vec![], vec![whole("crime", Says::Unknown)]);
    assert_eq!(zh(crime(), &unknown), "刑事案件：已答“不清楚”，还要查明 · 四(二)1");
}

#[test]
fn a_late_entry_says_when_it_was_made() {
    let mut late = incident("2026-02-03", "crime", &[]);
    late.stated_on = "2026-05-02".parse().unwrap();
    let text = zh(none("crime", Filter::Every), &facts(vec![late], vec![]));
    assert_eq!(text, "登记了 1 起刑事案件（2026年2月3日，2026年5月2日补登），文件要求为 0 起 · 四(二)1");
}

#[test]
fn a_filter_below_at_and_without_its_figure() {
    let fire = |attributes: &[(&str, i64)]| {
        facts(vec![incident("2026-03-08", "fire", attributes)], vec![whole("fire", Says::Complete)])
    };
    let subordinates = fire(&[("loss-yuan", 9_999), ("deaths", 0), ("grade", 1)]);
    assert_eq!(
        zh(none("fire", large()), &subordinates),
        "2026年1月1日至3月31日没有算数的火灾，文件要求为 0 起\n另有 1 起火灾不在本项范围内，本项只算：直接财产损失 10,000 \
         元或以上的，或者死亡 1 人或以上的，或者等级为较大的 · 四(二)1"
    );
    let at = fire(&[("loss-yuan", 10_000)]);
    assert_eq!(zh(none("fire", large()), &at), "登记了 1 起火灾（2026年3月8日），文件要求为 0 起 · 四(二)1");
    let without = fire(&[("deaths", 0)]);
    assert_eq!(zh(none("fire", large()), &without), "有 1 起火灾的等级、直接财产损失不清楚，可能算数 · 四(二)1");
}

#[test]
fn an_incident_of_which_only_a_wider_category_is_recorded() {
    let theft = facts(vec![incident("2026-02-03", "crime", &[])], vec![whole("crime", Says::Complete)]);
    let pack_words = zh(none("crime/homicide", Filter::Every), &theft);
    assert_eq!(pack_words, "登记了 1 起刑事案件，没有写明是不是命案，可能算数 · 四(二)1");
    let of_another =
        facts(vec![incident("2026-02-03", "crime/another-kind", &[])], vec![whole("crime", Says::Complete)]);
    assert_eq!(
        zh(none("crime/homicide", Filter::Every), &of_another),
        "已答：2026年1月1日至3月31日没有命案，文件要求为 0 起 · 四(二)1"
    );
}

#[test]
fn ratios_below_at_and_above() {
    let resolved = |part, whole_| facts(vec![], vec![whole("resolved", Says::Ratio { part, whole: whole_ })]);
    let share = || ratio(Compare::AtLeast, (90, 100));
    assert_eq!(
        zh(share(), &resolved(18, 20)),
        "已化解（件）：18，全部（件）：20，90%，文件要求 90% 以上（含） · 四(二)1"
    );
    assert_eq!(
        zh(share(), &resolved(179, 199)),
        "已化解（件）：179，全部（件）：199，约 89.94%（不进位），文件要求 90% 以上（含） · 四(二)1"
    );
    assert_eq!(zh(share(), &resolved(0, 0)), "已化解（件）：0，全部（件）：0，没有可计算的对象，视为做到 · 四(二)1");
}

#[test]
fn figures_yes_and_no() {
    let count = |must| Condition::Count { of: "cameras".parse().unwrap(), only: Filter::Every, must, bound: 6 };
    let six = facts(vec![], vec![whole("cameras", Says::Count(6))]);
    assert_eq!(zh(count(Compare::AtLeast), &six), "监控探头（路）：6，文件要求不少于 6 · 四(二)1");
    assert_eq!(zh(count(Compare::MoreThan), &six), "监控探头（路）：6，文件要求超过 6 · 四(二)1");
    let rank = Condition::Rank { of: "rank".parse().unwrap(), must: Compare::AtMost, bound: 20 };
    let twentieth = facts(vec![], vec![whole("rank", Says::Rank(20))]);
    let barred = Condition::Not(Box::new(rank));
    assert_eq!(
        told(Lang::Zh, barred, &facts(vec![], vec![])),
        ["案件数位次：还没有回答 · 四(二)1"],
        "silence is told as silence"
    );
    let rank = Condition::Rank { of: "rank".parse().unwrap(), must: Compare::AtMost, bound: 20 };
    assert!(zh(Condition::Not(Box::new(rank)), &twentieth).ends_with(" · 四(二)1"));
    let patrols = Condition::Stated { of: "patrols".parse().unwrap() };
    let no = facts(vec![], vec![whole("patrols", Says::No)]);
    assert_eq!(zh(patrols, &no), "治安巡逻常态化：已答“否”，文件要求为“是” · 四(二)1");
}

#[test]
fn what_must_not_hold_is_not_told_as_asked_for() {
    let two = Condition::Count { of: "crime".parse().unwrap(), only: Filter::Every, must: Compare::AtLeast, bound: 2 };
    let one = facts(vec![incident("2026-02-03", "crime", &[])], vec![whole("crime", Says::Complete)]);
    assert_eq!(
        zh(Condition::Not(Box::new(two)), &one),
        "登记了 1 起刑事案件（2026年2月3日），文件所指的情况是不少于 2 起 · 四(二)1"
    );
}

#[test]
fn applicability_comes_first() {
    let railway =
        || Condition::ApplicableIf { of: "railway".parse().unwrap(), then: Box::new(none("crime", Filter::Every)) };
    assert_eq!(zh(railway(), &facts(vec![], vec![])), "有铁路护路任务：还没有回答，答后才知道本项是否适用 · 四(二)1");
    let no = facts(vec![], vec![whole("railway", Says::No)]);
    assert_eq!(zh(railway(), &no), "有铁路护路任务：已答“否”，本项不适用 · 四(二)1");
}

#[test]
fn not_applicable_shows_its_reason() {
    let stated = facts(vec![], vec![whole("patrols", Says::NotApplicable("没有临街商铺".into()))]);
    let patrols = Condition::Stated { of: "patrols".parse().unwrap() };
    assert_eq!(zh(patrols, &stated), "治安巡逻常态化：已答不适用，理由：没有临街商铺 · 四(二)1");
}

#[test]
fn not_applicable_where_the_document_has_no_such_way_out() {
    let pack = {
        let mut level = crate::sample::level(Condition::Stated { of: "patrols".parse().unwrap() });
        level.criteria[0].checks[0].may_not_apply = false;
        crate::sample::pack(level)
    };
    let facts = facts(vec![], vec![whole("patrols", Says::NotApplicable("没有".into()))]);
    let evaluation = evaluate(&pack, &pack.levels[0], &[], &facts, "2026-03-31".parse().unwrap());
    let case = EvaluatedUnit { pack: &pack, level: &pack.levels[0], facts: &facts, evaluation: &evaluation };
    let told = sentences(Lang::Zh, case, &"village.1".parse().unwrap());
    assert_eq!(told, ["治安巡逻常态化：已答“不适用”，但文件没有说可以不适用，请重新回答 · 四(二)1"]);
}

#[test]
fn a_series_and_a_choice_of_parts() {
    let rises = Condition::Rises { of: "residue".parse().unwrap(), times: 3 };
    let quarter = facts(vec![], vec![whole("residue", Says::Figure(45))]);
    assert_eq!(zh(rises, &quarter), "污水中的浓度：最长连续上升 0 次，文件要求连续上升 3 次 · 四(二)1");
    let any = Condition::Any(vec![
        Condition::Stated { of: "patrols".parse().unwrap() },
        Condition::Stated { of: "railway".parse().unwrap() },
    ]);
    assert_eq!(
        zh(any, &facts(vec![], vec![])),
        "以下至少一项应做到\n　治安巡逻常态化：还没有回答\n　有铁路护路任务：还没有回答 · 四(二)1"
    );
}

#[test]
fn before_the_period_nothing_can_be_stated() {
    let later = crate::sample::facts_in("2026-Q2".parse().unwrap(), vec![], vec![]);
    assert_eq!(zh(none("crime", Filter::Every), &later), "刑事案件：本期从 2026年4月1日开始，还不能填 · 四(二)1");
}
