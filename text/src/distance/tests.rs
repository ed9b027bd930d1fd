//! Tests of what is told about the way to the award, and of documents that cannot end in a verdict alone.

use cunping_core::{
    evaluate::{distance, evaluate},
    overlay::Overlay,
    pack::{ResultRule, condition::Filter},
};

use super::sentences;
use crate::{
    case::EvaluatedUnit,
    lang::Lang,
    sample::{facts_in, incident, level, none, overlay, pack},
};

/// Tells of a year without answers under a level that decides so; `crimes` are registered.
fn told(lang: Lang, result: ResultRule, overlays: &[&Overlay], crimes: usize) -> Vec<String> {
    let mut level = level(none("crime", Filter::Every));
    level.result = result;
    let pack = pack(level);
    let registered = (0..crimes).map(|_| incident("2026-02-03", "crime", &[])).collect();
    let facts = facts_in("2026".parse().unwrap(), registered, vec![]);
    let evaluation = evaluate(&pack, &pack.levels[0], overlays, &facts, "2026-03-31".parse().unwrap());
    let case = EvaluatedUnit { pack: &pack, level: &pack.levels[0], facts: &facts, evaluation: &evaluation };
    sentences(lang, case, &distance(case.level, case.evaluation))
}

#[test]
fn one_criterion_is_and_two_are() {
    let all = |lang, crimes| told(lang, ResultRule::All, &[], crimes);
    assert_eq!(all(Lang::Zh, 0), ["还有 1 项没有答完。", "2026年仍有可能达标。"]);
    assert_eq!(all(Lang::En, 0), ["1 criterion is not fully answered.", "2026 can still qualify."]);
    assert_eq!(
        all(Lang::En, 1),
        ["1 criterion is not met.", "2026 can still qualify, if what is not met is made good in time."]
    );
}

#[test]
fn a_document_without_points_says_so_first_and_promises_nothing() {
    let without = told(Lang::Zh, ResultRule::Score, &[], 0);
    let said = "这份文件没有写分值和合格线，要等上级的补充文件，才能算出结果。向镇平安办要这个文件；没有也可以先答题、\
                签名、报送。";
    assert_eq!(without, [said, "还有 1 项没有答完。"]);
    let en = told(Lang::En, ResultRule::Score, &[], 0);
    assert!(en[0].starts_with("This document has no points and no pass mark: the result has to wait"), "{en:?}");
    // The pass mark alone is not enough.
    let part = told(Lang::Zh, ResultRule::Score, &[&overlay()], 0);
    assert!(part[0].starts_with("这份文件没有写分值，要等上级的补充文件"), "{part:?}");
    let mut whole = overlay();
    whole.weights.insert("village.1".parse().unwrap(), 100);
    let told = told(Lang::Zh, ResultRule::Score, &[&whole], 0);
    assert!(!told.concat().contains("补充文件"), "{told:?}");
}
