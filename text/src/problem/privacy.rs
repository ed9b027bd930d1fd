//! Words for personal data found in a text, a figure or an id. The words must never repeat what was found.

use cunping_core::privacy::{PersonalKind, scan};

use super::Problem;
use crate::lang::Lang;

/// Describes why a text is refused before it is saved or signed.
#[must_use]
pub fn personal(lang: Lang, kind: PersonalKind) -> Problem {
    let looks = looks_like(lang, kind);
    Problem::new(
        say!(lang, "这里有像{looks}的内容，没有保存。", "This holds what looks like {looks}; it was not saved."),
        take_it_out(lang, kind),
    )
}

fn take_it_out(lang: Lang, kind: PersonalKind) -> &'static str {
    match kind {
        PersonalKind::DoubtfulIdentity => lang.pick(
            "请删去这个数字：多半是抄错一位的身份证号。如果是别的编号，请只写后几位。",
            "Take the number out: most likely it is an identity number with a slip. Of any other number, write the last few digits.",
        ),
        PersonalKind::Email => lang.pick(
            "请删去这个地址：本软件不登记任何人的身份信息。",
            "Take the address out: no one's identity is kept here.",
        ),
        _ => lang.pick(
            "请删去这个数字：本软件不登记任何人的身份信息。",
            "Take the number out: no one's identity is kept here.",
        ),
    }
}

/// Describes why a text may not be saved or signed; `None` if it may.
#[must_use]
pub fn in_text(lang: Lang, text: &str) -> Option<Problem> {
    scan(text).first().map(|found| personal(lang, found.kind))
}

/// Describes what was left out of a text that is saved as it is typed: personal data is removed, the rest is kept.
/// `None` if there was none.
#[must_use]
pub fn left_out(lang: Lang, text: &str) -> Option<Problem> {
    let kind = scan(text).first()?.kind;
    let looks = looks_like(lang, kind);
    let what = say!(
        lang,
        "这段文字里有像{looks}的内容：这一处没有保存，其余的已保存。",
        "The text holds what looks like {looks}: that was not saved, the rest was."
    );
    Some(Problem::new(what, take_it_out(lang, kind)))
}

/// Describes personal data found in a file, with its path in the file.
#[must_use]
pub fn flagged(lang: Lang, at: &str, kind: PersonalKind) -> Problem {
    let looks = looks_like(lang, kind);
    Problem::new(
        say!(lang, "{at}：有像{looks}的内容。", "{at}: holds what looks like {looks}."),
        lang.pick(
            "请让对方删去后重新导出；不要转发这份文件。",
            "Have it taken out and exported again. Do not pass the file on.",
        ),
    )
}

/// Names a kind of personal data: `身份证号`, `手机号`, `银行卡号`.
fn looks_like(lang: Lang, kind: PersonalKind) -> &'static str {
    match kind {
        PersonalKind::Identity => lang.pick("身份证号", "an identity number"),
        PersonalKind::DoubtfulIdentity => {
            lang.pick("身份证号（校验位不对）", "an identity number (its check digit is wrong)")
        }
        PersonalKind::OldIdentity => lang.pick("旧式 15 位身份证号", "an identity number of the old form"),
        PersonalKind::Mobile => lang.pick("手机号", "a mobile number"),
        PersonalKind::Landline => lang.pick("固定电话", "a landline number"),
        PersonalKind::Abroad => lang.pick("港澳台电话号码", "a telephone number of Hong Kong, Macau or Taiwan"),
        PersonalKind::BankCard => lang.pick("银行卡号", "the number of a bank card"),
        PersonalKind::Email => lang.pick("电子邮箱", "an e-mail address"),
    }
}
