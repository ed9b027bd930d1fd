//! Texts that stand together in a file, its figures and its ids.

use super::super::{PersonalKind, of_figure, of_id, of_texts};
use crate::id::IncidentId;

fn places(texts: &[&str]) -> Vec<(String, PersonalKind)> {
    let texts: Vec<(String, &str)> = texts.iter().enumerate().map(|(i, text)| (i.to_string(), *text)).collect();
    of_texts(&texts)
}

#[test]
fn a_number_in_two_texts() {
    for texts in [
        &["请打1380013", "8000核实"][..],
        &["好", "电话：138-", "0013-8000"],
        &["138", "0013", "8000", "好"],
        &["13800\u{200b}", " 138000"],
        &["1101051949", "1231002X"],
        &["一三八〇〇", "一三八〇〇〇"],
    ] {
        let found = places(texts);
        assert_eq!(found.len(), 1, "{texts:?}: {found:?}");
    }
    assert_eq!(places(&["好", "电话138", "00138000"]), [("1".to_owned(), PersonalKind::Mobile)]);
    for texts in [
        &["请打1380013次。", "8000核实"][..],
        &["1380013", "", "共8000元"],
        &["截至2026-03-31", "2026-04-01起"],
        &["150626200205", "150626200206"],
        &["损失15000元", "18000元"],
    ] {
        assert_eq!(places(texts), [], "{texts:?}");
    }
}

#[test]
fn a_number_in_one_text_is_said_once() {
    assert_eq!(places(&["13800138000", "13900139000"]).len(), 2);
    assert_eq!(places(&["86", "13800138000"]), [("1".to_owned(), PersonalKind::Mobile)]);
}

#[test]
fn figures_that_are_numbers() {
    for (figure, kind) in [
        (13_800_138_000, Some(PersonalKind::Mobile)),
        (-13_800_138_000, Some(PersonalKind::Mobile)),
        (110_105_491_231_002, Some(PersonalKind::OldIdentity)),
        (4_367_420_000_000_009, Some(PersonalKind::BankCard)),
        (12_800_138_000, None),
        (9_999_999_999, None),
        (i64::MIN, None),
        (0, None),
    ] {
        assert_eq!(of_figure(figure), kind, "{figure}");
    }
}

#[test]
fn ids_that_are_not_random() {
    for (id, kind) in [
        ("00000000000000000000013800138000", Some(PersonalKind::Mobile)),
        ("13800138000000000000000000000000", Some(PersonalKind::Mobile)),
        ("00000000000000440524188001010014", Some(PersonalKind::Identity)),
        ("00000000000000000000004777212345", Some(PersonalKind::Landline)),
        ("00000000000000000000000000000000", None),
        ("00000000000000000000000000000001", None),
        ("0000000000000000000001380013800a", None),
        ("07070707070707070707070707070707", None),
        ("a3f1138001380009b2c4d5e6f7081920", None),
    ] {
        assert_eq!(of_id(id.parse::<IncidentId>().unwrap()), kind, "{id}");
    }
}
