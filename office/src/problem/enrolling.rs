//! What an enrolment would change, and what to do about it. Enrols nothing.

use cunping_core::bundle::{Enrolling, KeyRole};

use super::Problem;
use crate::{lang::Lang, ui::keys};

/// How a key stands to those that are enrolled, with what to do.
#[must_use]
pub fn enrolling(lang: Lang, state: &Enrolling) -> Problem {
    let (zh, en, zh_advice, en_advice) = match state {
        Enrolling::First => (
            "这是该单位的第一把密钥。",
            "This is the party's first key.",
            "请打电话核实后登记。",
            "Call and make sure, then enrol it.",
        ),
        Enrolling::Further => (
            "该单位已有登记的密钥，这是又一把。",
            "The party has enrolled keys; this is a further one.",
            "请打电话问清是不是多了一台电脑或一位经办，核实后登记。",
            "Ask by telephone whether there is another computer or clerk; make sure, then enrol it.",
        ),
        Enrolling::Rotation(_) => (
            "换密钥：该单位已登记的旧密钥为它担保。",
            "A change of keys: the party's enrolled key vouches for this one.",
            "不用打电话，可以登记；旧密钥同时停用。",
            "No call is needed; enrol it, and the old key is retired.",
        ),
        Enrolling::Lost(_) => (
            "该单位说旧密钥丢失，由这把接替。",
            "The party says that its old key is lost and this one takes over.",
            "请打电话核实后登记；旧密钥从你定的那天起停用。",
            "Call and make sure, then enrol it; the old key is retired from the day that you set.",
        ),
        Enrolling::FalseRotation(_) => (
            "文件说有旧密钥担保，但担保不成立。",
            "It says that an old key vouches for it, and that does not hold.",
            "不要登记。请用自己通讯录里的号码打电话，问对方发生了什么。",
            "Do not enrol it. Call a number from your own list and ask what happened.",
        ),
        Enrolling::OtherParty(party) => {
            let unit = party.unit;
            return Problem::new(
                say!(
                    lang,
                    "这把密钥已登记在另一单位名下（{unit}）。",
                    "The key is enrolled for another unit ({unit})."
                ),
                lang.pick("不能登记。请打电话向两个单位核实。", "It cannot be enrolled. Telephone both units."),
            );
        }
        Enrolling::Retired => (
            "这把密钥已停用。",
            "The key is retired.",
            "不能再登记。请对方换一把新密钥。",
            "It does not come back. Ask for a new key.",
        ),
        Enrolling::Known => ("这把密钥已登记。", "The key is enrolled already.", "", ""),
    };
    Problem::new(lang.pick(zh, en), lang.pick(zh_advice, en_advice))
}

/// Whose hands a key is in.
#[must_use]
pub fn key_role(lang: Lang, role: KeyRole) -> &'static str {
    match role {
        KeyRole::Shared => keys::role_shared(lang),
        KeyRole::Clerk => keys::role_clerk(lang),
        KeyRole::Deputy => keys::role_deputy(lang),
        KeyRole::Spare => keys::role_spare(lang),
    }
}
