//! Tests of the words for problems, as people read them.

use cunping_core::{
    bundle::{BundleError, Kind, Layer},
    facts::check::{FactsError, Fault},
    json::{Expected, JsonError, Misfit, MisfitReason},
    pack::{PackError, PackPlace, ProblemKind, condition::Filter},
};

use super::*;
use crate::{
    lang::Lang,
    sample::{self, level, none},
};

#[test]
fn a_changed_file_is_not_to_be_used() {
    let told = bundle(Lang::Zh, &BundleError::Signature);
    assert_eq!(told.what, "签名不对：文件签名后被改动过。");
    assert!(told.advice.starts_with("没有导入任何内容。"));
    assert!(told.line(Lang::Zh).starts_with("签名不对：文件签名后被改动过。没有导入任何内容。"));
}

#[test]
fn places_are_named() {
    let problem = BundleError::Json { layer: Layer::File, problem: JsonError::Syntax { at: 0 } };
    assert_eq!(bundle(Lang::Zh, &problem).what, "这里面没有本软件的文件。");
    let problem = BundleError::Json { layer: Layer::File, problem: JsonError::Syntax { at: 9 } };
    assert_eq!(bundle(Lang::Zh, &problem).what, "文件不是 JSON（第 10 个字节）。");
    let day = Misfit { at: "statements[3].from".into(), why: MisfitReason::Not(Expected::Day) };
    let misfits = vec![day.clone(), day.clone(), day.clone(), day];
    let problem = BundleError::Misfits { layer: Layer::Payload, misfits };
    let told = bundle(Lang::En, &problem).what;
    assert!(told.contains("statements[3].from: not a day such as 2026-03-31") && told.ends_with("1 more places."));
    let told: Vec<String> = bundle_places(Lang::Zh, &problem).into_iter().map(|it| it.what).collect();
    assert_eq!(told, ["文件内容不合格式：statements[3].from：不是日期，应写成 2026-03-31。"; 4]);
}

#[test]
fn a_newer_file_asks_for_an_update() {
    let told = bundle(Lang::Zh, &BundleError::NewerFormat { kind: Kind::Assessment, format: 2 });
    assert_eq!(told.what, "“自评”文件是第 2 版格式，比本软件新。");
    assert!(told.advice.contains("更新"));
}

#[test]
fn faults_name_things_by_their_names() {
    let pack = sample::pack(level(none("crime", Filter::Every)));
    let problem = FactsError { at: "statements[0].says".into(), fault: Fault::WrongKind("crime".parse().unwrap()) };
    assert_eq!(facts(Lang::Zh, &pack, &problem).what, "statements[0].says：“刑事案件”不是这样回答的。");
}

#[test]
fn an_author_learns_file_and_line() {
    let place = PackPlace { file: "village.toml".into(), line: 7, column: 3, path: "/levels/0".into() };
    let told =
        super::pack(Lang::Zh, &PackError { place, kind: ProblemKind::Misfit(MisfitReason::Not(Expected::Saying)) });
    assert_eq!(told.what, "village.toml 第 7 行第 3 字（/levels/0）：文字是空的。");
}

#[test]
fn a_personal_number_is_pointed_at_and_never_repeated() {
    let text = "联系 13800138000";
    let found = cunping_core::privacy::scan(text);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    let told = personal(Lang::Zh, one.kind);
    assert!(flagged(Lang::En, "facts.remarks.village.2", one.kind).what.starts_with("facts.remarks.village.2: "));
    assert!(told.what.contains("手机号") && !format!("{told:?}").contains("1380"));
}

#[test]
fn every_kind_is_called_by_its_name_with_what_to_do() {
    use cunping_core::privacy::PersonalKind;

    for lang in [Lang::Zh, Lang::En] {
        let told: std::collections::BTreeSet<String> =
            PersonalKind::ALL.iter().map(|kind| personal(lang, *kind).what).collect();
        assert_eq!(told.len(), PersonalKind::ALL.len());
        assert!(PersonalKind::ALL.iter().all(|kind| !personal(lang, *kind).advice.is_empty()));
    }
    assert!(personal(Lang::Zh, PersonalKind::DoubtfulIdentity).advice.contains("抄错"));
    assert!(personal(Lang::Zh, PersonalKind::Email).advice.contains("删去这个地址"));
    assert!(in_text(Lang::Zh, "卡号6222021001112223331").is_some_and(|it| it.what.contains("银行卡号")));
}
