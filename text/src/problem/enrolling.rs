//! Describes what enrolling a key would change, and what to do about it.

use cunping_core::bundle::{Enrolling, FalseVouching, KeyRole};

use super::Problem;
use crate::{lang::Lang, ui::keys};

/// Describes how a key relates to the enrolled ones, and what to do.
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
            "换密钥：该单位已登记的旧密钥为它担保，没有打过电话。",
            "A change of keys: the party's enrolled key vouches for this one. Nobody has telephoned.",
            "可以先打电话核实；也可以直接登记，登记后注明“未打电话核实”。旧密钥同时停用。",
            "You may call and make sure first. Or enrol it is: it stays marked as not made sure of by a call. The old key is retired.",
        ),
        Enrolling::Contested { .. } => (
            "换密钥：旧密钥为它担保，可是另有文件说这把旧密钥丢了，或者又担保了一把。",
            "A change of keys: the old key vouches for it, while another file says that the old key is lost, or has its word for another key.",
            "拿到旧密钥的人也签得出这样的文件。请用自己通讯录里的号码打电话，问清哪一把是对方的，只登记那一把。",
            "Whoever has the old key can sign such a file. Call a number from your own list, ask which of them is theirs, and enrol that one only.",
        ),
        Enrolling::Lost(_) => (
            "该单位说旧密钥丢失，由这把接替。",
            "The party says that its old key is lost and this one takes over.",
            "请打电话核实后登记；旧密钥从你定的那天起停用。",
            "Call and make sure, then enrol it; the old key is retired from the day that you set.",
        ),
        Enrolling::LostAfterRotation { .. } => (
            "该单位说旧密钥丢失，而丢失的密钥已经担保了别的密钥。",
            "The party says that its old key is lost, and the lost key has vouched for another since.",
            "拿到旧密钥的人可以自己换一把。请打电话核实后登记这一把；丢失的密钥，和只凭它担保登记的密钥，从你定的那天起一并停用。",
            "Whoever has the old key can make a new one. Call and make sure, then enrol this one; the lost key, and what took over by its word alone, is retired with it from the day that you set.",
        ),
        Enrolling::FalseRotation { why: FalseVouching::NotTheirs, .. } => (
            "文件说有旧密钥担保，但担保不成立。",
            "It says that an old key vouches for it, and that does not hold.",
            "不要登记。请用自己通讯录里的号码打电话，问对方发生了什么。",
            "Do not enrol it. Call a number from your own list and ask what happened.",
        ),
        Enrolling::FalseRotation { why: FalseVouching::Retired, .. } => (
            "为它担保的旧密钥已经停用，担保不成立。",
            "The old key that vouches for it is retired, so its word does not count.",
            "不要登记：可能有人还拿着那把旧密钥。请用自己通讯录里的号码打电话，问对方发生了什么。",
            "Do not enrol it: somebody may still have that old key. Call a number from your own list and ask what happened.",
        ),
        Enrolling::FalseRotation { why: FalseVouching::Another(_), .. } => (
            "为它担保的旧密钥早先担保过另一把，担保不成立：两把里必有一把不是对方的。",
            "The old key vouched for another key before, so this does not hold: one of the two is not theirs.",
            "不要登记。请用自己通讯录里的号码打电话问清；早先登记的那把不是对方的，就请对方用新密钥发来“旧密钥丢了”的登记文件。",
            "Do not enrol it. Call a number from your own list and ask. If the one enrolled before is not theirs, have them send the enrolment of a lost key, from the new one.",
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

/// Describes who holds a key.
#[must_use]
pub fn key_role(lang: Lang, role: KeyRole) -> &'static str {
    match role {
        KeyRole::Shared => keys::role_shared(lang),
        KeyRole::Clerk => keys::role_clerk(lang),
        KeyRole::Deputy => keys::role_deputy(lang),
        KeyRole::Spare => keys::role_spare(lang),
    }
}
