//! Personal numbers and their look-alikes, at the boundaries. All numbers are invented.

mod files;
mod passing;
mod signs;
mod written;

use super::{MOST_GROUPS, PersonalKind, RunReading, runs, scan, together, without};

fn found(text: &str) -> Vec<(PersonalKind, &str)> {
    scan(text).into_iter().map(|it| (it.kind, &text[it.span])).collect()
}

#[test]
fn identity_numbers() {
    for text in [
        "11010519491231002X",
        "11010519491231002x",
        "110105 19491231 002X",
        "110105-1949-1231-002X",
        "110105.19491231.002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105\u{3000}19491231\u{200b}002X",
        "440524188001010014",
        "4405 2418 8001 0100 14",
        "110105\n19491231\n002X",
        "110105, 19491231, 002X",
        "110 105 194 912 310 02X",
    ] {
        assert_eq!(found(text), [(PersonalKind::Identity, text)], "{text}");
        let within = format!("张某（身份证号：{text}），");
        assert_eq!(found(&within), [(PersonalKind::Identity, text)], "{within}");
    }
    for text in [
        "1101051949123100X2",
        "1101051949123100211",
        "000000000000000000",
        "110105191349123100",
        "990105194912310021",
        "150626202601130012",
        "150626200205 202601",
        "150626200205 2026-01",
        "202603 202604 202605",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn identity_numbers_with_a_slip() {
    for text in ["110105194912310021", "110105194912310020", "110105 19491231 0021", "11010519491231003x"] {
        assert_eq!(found(text), [(PersonalKind::DoubtfulIdentity, text)], "{text}");
    }
}

#[test]
fn identity_numbers_of_the_old_form() {
    for text in ["110105491231002", "110105 491231 002", "１１０１０５４９１２３１００２", "110105-49-12-31-002"]
    {
        assert_eq!(found(text), [(PersonalKind::OldIdentity, text)], "{text}");
    }
    for text in [
        "110105491331002",
        "110105490231002",
        "100105491231002",
        "11010549123100",
        "150626200205 120",
        "1101054912310021",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn mobile_numbers() {
    for text in [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138.0013.8000",
        "1380013 8000",
        "1 3 8 0 0 1 3 8 0 0 0",
        "１３８００１３８０００",
        "１３８－００１３－８０００",
        "8613800138000",
        "008613800138000",
        "86 138 0013 8000",
        "19912345678",
    ] {
        assert_eq!(found(text), [(PersonalKind::Mobile, text)], "{text}");
    }
    assert_eq!(found("电话+86 138-0013-8000。"), [(PersonalKind::Mobile, "86 138-0013-8000")]);
    assert_eq!(found("13800138000、13900139000").len(), 2);
    assert_eq!(found("13800138000 13900139000").len(), 2);
    assert_eq!(found("13800138000x2"), [(PersonalKind::Mobile, "13800138000x")], "an x hides nothing");
    for text in ["12800138000", "1380013800", "138001380001", "23800138000", "10086", "12345", "95588"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn landlines_with_their_area_code() {
    for text in [
        "0477-7212345",
        "0477 7212345",
        "04777212345",
        "(0477)7212345",
        "（0477）72123456",
        "010-62345678",
        "01062345678",
        "021 6234 5678",
        "０４７７－７２１２３４５",
    ] {
        let digits = found(text);
        assert_eq!(digits.len(), 1, "{text}");
        assert_eq!(digits[0].0, PersonalKind::Landline, "{text}");
    }
    assert_eq!(found("+86-477-7212345"), [(PersonalKind::Landline, "86-477-7212345")]);
    for text in ["7212345", "0477-721234", "0477-721234567", "0477-1212345", "0000-7212345", "86-477-7212345", "0477"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn dates_amounts_and_division_codes_pass() {
    for text in [
        "",
        "2026-03-31",
        "2026.3.31",
        "2026年3月31日",
        "20260331",
        "2026-01-01 — 2026-03-31",
        "2026-03-31 09:05:00",
        "2026-03-31 2026-04-01 12",
        "15 2026-01-13 1",
        "0477 2026-03-31",
        "150626200205",
        "150626 200 205",
        "150626200205，150626200206",
        "150626200205 150626200206",
        "损失12000元",
        "138123456.78元",
        "1381234567.8",
        "13,800,138,000元",
        "13，800，138，000",
        "13 800 138 000元",
        "13 800 138 000 yuan",
        "￥13 800 138 000",
        "138,001,380.00",
        "第1期 第2期 第3期",
        "内党发〔2022〕12号",
        "占比 99.99%",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn what_is_left_of_a_text_holds_no_number() {
    for (text, left) in [
        ("", ""),
        ("2026-03-31 共3起", "2026-03-31 共3起"),
        ("电话13800138000，已核实", "电话，已核实"),
        ("13800138000、13900139000", "、"),
        ("138 0013 8000", ""),
        ("1380013 13900139000 8000", ""),
        ("邮箱a.b@example.com。", "邮箱。"),
    ] {
        assert_eq!(without(text), left, "{text}");
    }
}

/// Eight times the text takes eight times as long: from each place no more groups are read than a number can have.
#[test]
fn what_is_looked_at_from_one_place_does_not_grow_with_the_text() {
    for text in ["1 ", "1-", "0477-", "110105 "] {
        let groups = runs::of(&text.repeat(2_000), RunReading::Strict).all;
        assert_eq!(groups.len(), 2_000, "{text}");
        let most = (0..groups.len()).map(|at| together(&groups[at..])).max();
        assert!(most <= Some(MOST_GROUPS), "{text}: {most:?}");
    }
}

#[test]
fn an_address_that_ends_in_a_digit_hides_no_number_behind_it() {
    let all = [(PersonalKind::Email, "a@example.net0"), (PersonalKind::Mobile, "13800138000")];
    assert_eq!(found("a@example.net0，\n13800138000，"), all);
    assert_eq!(
        found("13800138000 b@example.com"),
        [(PersonalKind::Mobile, "13800138000"), (PersonalKind::Email, "b@example.com")]
    );
}
