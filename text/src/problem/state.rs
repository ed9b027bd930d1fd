//! Describes the states of an imported file for a clerk, each with what to do. Core says which state is the worst.

use cunping_core::bundle::{
    AuthorityState, Axis, ClockState, DaysState, KeyState, Mix, PackState, PrivacyState, Readable, Recompute,
    SignatureState, States, Supersession, SupersessionBreak, groups,
};

use super::Problem;
use crate::{lang::Lang, term, ui, when};

/// Returns the name of an axis, for the head of a line.
#[must_use]
pub fn axis(lang: Lang, axis: Axis) -> &'static str {
    match axis {
        Axis::Readable => lang.pick("能否读取", "Readable"),
        Axis::Signature => lang.pick("签名", "Signature"),
        Axis::Key => lang.pick("密钥", "Key"),
        Axis::Authority => lang.pick("能否这样说", "Whether it may say so"),
        Axis::Clock => lang.pick("签名时间", "Time of signing"),
        Axis::Days => lang.pick("说到的日期", "Days it speaks of"),
        Axis::Pack => lang.pick("依据的文件", "Document"),
        Axis::Recompute => lang.pick("重新计算", "Recomputed"),
        Axis::Supersession => lang.pick("先后次序", "Order"),
        Axis::Privacy => lang.pick("个人信息", "Personal data"),
        Axis::Mix => lang.pick("真实或示例", "Real or example"),
    }
}

/// Describes the state of a file on one axis, and what to do about it; the advice is empty if nothing needs to be
/// done.
#[must_use]
pub fn state(lang: Lang, states: &States, axis: Axis) -> Problem {
    let not_looked_at = || ("没有核对。", "Not looked at.", "", "");
    let (zh, en, zh_advice, en_advice) = match axis {
        Axis::Readable => readable(states.readable),
        Axis::Signature => signature(states.signature),
        Axis::Key => match states.key {
            Some(KeyState::OtherUnit(unit)) => {
                let advice = lang.pick(OTHER_UNIT.0, OTHER_UNIT.1);
                return Problem::new(
                    say!(lang, "签名的密钥属于另一单位（{unit}）。", "The key belongs to another unit ({unit})."),
                    advice,
                );
            }
            Some(KeyState::FirstSeen) => (
                "该单位还没有登记密钥；这把是第一次收到。",
                "The unit has no enrolled key; this one was seen first.",
                NOT_YET.0,
                NOT_YET.1,
            ),
            Some(KeyState::Enrolled) => ("密钥已登记，是本单位的。", "The key is enrolled for the unit.", "", ""),
            Some(KeyState::Stranger) => (
                "没有登记过这把密钥，文件不计入。",
                "The key is not enrolled; the file does not count.",
                STRANGER.0,
                STRANGER.1,
            ),
            Some(KeyState::Retired) => {
                ("这把密钥已停用，文件不计入。", "The key is retired; the file does not count.", RETIRED.0, RETIRED.1)
            }
            None => not_looked_at(),
        },
        Axis::Authority => states.authority.map_or_else(not_looked_at, authority),
        Axis::Clock => match states.clock {
            Some(ClockState::Plausible) => ("没有发现问题。", "Nothing speaks against it.", "", ""),
            Some(ClockState::Ahead) => (
                "文件写的签名时间在收到它以后。",
                "The file says that it was signed after it came in.",
                "先后不看这个时间，文件照常处理；请让对方把电脑的日期调对。",
                "Nothing is decided by that time. Ask the sender to set the computer's date.",
            ),
            None => not_looked_at(),
        },
        Axis::Days => match states.days {
            Some(DaysState::Past) => ("没有说到以后的日子。", "It speaks of no day to come.", "", ""),
            Some(DaysState::Ahead(last)) => {
                let day = when::day(lang, last);
                return Problem::new(
                    say!(
                        lang,
                        "文件说到{day}为止的情况，收到它的时候这些日子还没有过，不计入。",
                        "The file tells of days up to {day}, which had not come when it came in; it does not count."
                    ),
                    lang.pick(
                        "请让对方把电脑的日期调对，更正那些回答，再签名发来。",
                        "Ask the sender to set the computer's date, to correct those statements, and to sign again.",
                    ),
                );
            }
            None => not_looked_at(),
        },
        Axis::Pack => match states.pack {
            Some(PackState::UnknownOverlay(digest)) => {
                let digest = groups(digest);
                return Problem::new(
                    say!(lang, "缺少它用到的补充标准（{digest}）。", "An overlay that it uses is not here ({digest})."),
                    lang.pick("请先载入这份补充标准。", "Load that overlay first."),
                );
            }
            Some(PackState::OtherOverlay(digest)) => {
                let digest = groups(digest);
                return Problem::new(
                    say!(
                        lang,
                        "它用到的补充标准（{digest}）属于另一份文件或另一级，不计入。",
                        "An overlay that it uses ({digest}) belongs to another document or level; it does not count."
                    ),
                    lang.pick(
                        "请让对方用这份文件、这一级的补充标准重新自评并导出。",
                        "Ask the sender to assess and export again with the overlays of this document and level.",
                    ),
                );
            }
            Some(state) => pack(state),
            None => not_looked_at(),
        },
        Axis::Recompute => match &states.recompute {
            Some(recomputed) => return recompute(lang, recomputed),
            None => not_looked_at(),
        },
        Axis::Supersession => states.supersession.as_ref().map_or_else(not_looked_at, supersession),
        Axis::Privacy => match states.privacy {
            Some(PrivacyState::Clean) => (
                "没有发现证件号、电话、银行卡号、邮箱。",
                "No number or address that points to a person was found.",
                "",
                "",
            ),
            Some(PrivacyState::Flagged) => (
                "里面有像证件号、电话、银行卡号或邮箱的内容。",
                "It holds what looks like someone's identity, telephone or bank card number or e-mail address.",
                "请让对方删去后重新导出；不要转发这份文件。",
                "Ask the sender to take it out and export again. Do not pass this file on.",
            ),
            None => not_looked_at(),
        },
        Axis::Mix => match states.mix {
            Some(Mix::Real) => ("真实数据。", "Real data.", "", ""),
            Some(Mix::Example) => (
                "示例数据，只和示例一起计算。",
                "Example data; it counts among examples only.",
                "不要当作真实报送。",
                "Do not take it for a real report.",
            ),
            None => not_looked_at(),
        },
    };
    Problem::new(lang.pick(zh, en), lang.pick(zh_advice, en_advice))
}

/// What happened in Chinese and English, then what to do in both.
type StateWords = (&'static str, &'static str, &'static str, &'static str);

const OTHER_UNIT: (&str, &str) = (
    "文件不计入。请打电话向两个单位核实，让本单位用自己的密钥重新导出。",
    "The file does not count. Telephone both units and have the unit export again with its own key.",
);
const NOT_YET: (&str, &str) =
    ("文件照常计入；来源请打电话核实。", "The file counts; make sure by telephone where it comes from.");
const STRANGER: (&str, &str) = (
    "该单位有登记过的密钥，这把不是。请打电话核实；换了密钥的，登记新密钥以后文件才计入。",
    "The unit has an enrolled key, and this is another. Telephone; once a new key is enrolled its files count.",
);
const RETIRED: (&str, &str) =
    ("请让该单位用现在的密钥重新导出。", "Ask the unit to export again with its current key.");

fn authority(state: AuthorityState) -> StateWords {
    match state {
        AuthorityState::Yes => ("由有权的单位或部门签名。", "Signed by whoever may say so.", "", ""),
        AuthorityState::OtherUnit => (
            "签名的单位或部门不能就这个单位这样说，不计入。",
            "The signer may not say this about this unit; it does not count.",
            "不要采用。请用自己通讯录里的号码打电话，问清是谁发的。",
            "Do not use it. Call a number from your own list and ask who sent it.",
        ),
        AuthorityState::NoPart => (
            "名录里没有写明签名的部门承担文件里的这个职责，不计入。",
            "The directory does not give the signer's office this part in the document; it does not count.",
            "核实无误的，在“单位名录”里写明该部门承担的职责，文件随即计入。",
            "If it is right, give the office this part in the directory; the file then counts.",
        ),
        AuthorityState::NotInDocument => (
            "依据的文件没有规定可以这样做，不计入。",
            "The document knows no such act; it does not count.",
            "请让对方按文件的规定重新作出。",
            "Ask the sender to act as the document says.",
        ),
    }
}

fn readable(state: Readable) -> StateWords {
    match state {
        Readable::Yes => ("文件可以读取。", "The file can be read.", "", ""),
        Readable::Unreadable => (
            "读不出来：不是本软件的文件，或已损坏。",
            "Cannot be read: not a file of this software, or damaged.",
            "请让对方重新导出，以文件方式再发一次。",
            "Ask the sender to export again and send it as a file.",
        ),
        Readable::NewerFormat => (
            "文件来自更新版本的软件。",
            "The file comes from a newer version.",
            "请更新本软件后再导入。",
            "Update this software, then import it.",
        ),
    }
}

fn signature(state: SignatureState) -> StateWords {
    match state {
        SignatureState::Good => ("签名有效，文件没有被改动。", "The signature holds; nothing was changed.", "", ""),
        SignatureState::Wrong => (
            "签名不对：文件被改动过，或密钥有问题。",
            "The signature does not hold: the file was changed, or its key is bad.",
            "不要采用。请打电话核实，让对方重新导出再发。",
            "Do not use it. Telephone the sender and have it exported again.",
        ),
        SignatureState::Unchecked => ("没有核对签名。", "The signature was not checked.", "", ""),
    }
}

fn pack(state: PackState) -> StateWords {
    match state {
        PackState::Known => ("依据的文件和版本都有。", "Its document and version are here.", "", ""),
        PackState::UnknownPack => (
            "这里没有它依据的文件，不计入。",
            "Its document is not here; it does not count.",
            "请先载入那份文件的标准。",
            "Load that document first.",
        ),
        PackState::UnknownVersion => (
            "这里没有它所用的标准版本，不计入。",
            "Its version of the document is not here; it does not count.",
            "请更新本软件，或先在“文件”里载入那一版标准。",
            "Update this software, or load that version.",
        ),
        PackState::DigestDiffers => (
            "它所用的标准内容与这里的同一版本不同，不计入。",
            "Its document has the same version as here and other content; it does not count.",
            "请核对对方的标准从哪里来，用发布的版本重新自评。",
            "Find out where the sender's document comes from; assess again with the released one.",
        ),
        PackState::UnknownLevel => (
            "标准里没有它评的这一级，不计入。",
            "The document has no such level; it does not count.",
            "请让对方重新导出。",
            "Ask the sender to export again.",
        ),
        PackState::UnknownOverlay(_) | PackState::OtherOverlay(_) => (
            "缺少它用到的补充标准，不计入。",
            "An overlay that it uses is not here; it does not count.",
            "请先载入这份补充标准。",
            "Load that overlay first.",
        ),
    }
}

fn recompute(lang: Lang, state: &Recompute) -> Problem {
    let (zh, en, zh_advice, en_advice) = match state {
        Recompute::Differs { rules, verdict, score } => {
            let mut rules: Vec<_> = rules.iter().map(ToString::to_string).collect();
            rules.extend(score.then(|| ui::overlay::score(lang).to_owned()));
            let rules = term::list(lang, &rules);
            let whole = if *verdict { lang.pick("，总体结果也不同", ", and so does the verdict") } else { "" };
            let what = if rules.is_empty() {
                lang.pick("自报的总体结果与重新计算的不同。", "The claimed verdict differs from the recomputed one.")
                    .to_string()
            } else {
                say!(
                    lang,
                    "自报结果与重新计算的不同：{rules}{whole}。",
                    "The claim differs from what was recomputed: {rules}{whole}."
                )
            };
            let advice =
                lang.pick("以重新计算的为准。请提醒该单位核对。", "The recomputed result counts. Let the unit know.");
            return Problem::new(what, advice);
        }
        Recompute::OtherEvaluator(number) => {
            return Problem::new(
                say!(
                    lang,
                    "对方软件的评判程序编号是 {number}，与本软件不同，不是改动。",
                    "The sender's software has evaluator {number}, another than this one. That is no alteration."
                ),
                lang.pick("以本软件重新计算的为准。", "What this software recomputes counts."),
            );
        }
        Recompute::Same => ("重新计算，结果一致。", "Recomputed, with the same result.", "", ""),
        Recompute::FactsInvalid => (
            "填报内容与标准不符，无法计算，不计入。",
            "What is stated does not fit the document and cannot be computed; it does not count.",
            "请把下面的问题告诉该单位，改正后重新导出。",
            "Tell the unit what is listed below and have it exported again.",
        ),
        Recompute::NotPossible => (
            "没有相应的标准，无法重新计算，不计入。",
            "Its document is not here, so it cannot be recomputed and does not count.",
            "请先载入标准。",
            "Load the document first.",
        ),
    };
    Problem::new(lang.pick(zh, en), lang.pick(zh_advice, en_advice))
}

/// Describes how a unit's file stands to the others about the same, and what to do about it.
#[must_use]
pub fn among_files(lang: Lang, state: &Supersession) -> Problem {
    let (zh, en, zh_advice, en_advice) = supersession(state);
    Problem::new(lang.pick(zh, en), lang.pick(zh_advice, en_advice))
}

fn supersession(state: &Supersession) -> StateWords {
    match state {
        Supersession::New => ("新的报送。", "A new report.", "", ""),
        Supersession::Supersedes(_) => ("替代上一次报送。", "It replaces the previous report.", "", ""),
        Supersession::Duplicate => ("已经收过同一份文件。", "The same file is here already.", "", ""),
        Supersession::Superseded(_) => ("已被更新的报送替代。", "A later report replaces it.", "", ""),
        Supersession::Waits(_) => (
            "要替代的上一次报送已经认定，这份先不计入。",
            "The report that it would replace has been decided on; it does not count yet.",
            "要采用它，请先把已认定的那份退回更正。",
            "To let it in, first return the decided one for correction.",
        ),
        Supersession::Conflict(broken) => conflict(*broken),
    }
}

fn conflict(broken: SupersessionBreak) -> StateWords {
    let (zh, en) = match broken {
        SupersessionBreak::NoPredecessor => (
            "同一单位同一时段已有别的文件，这份没有写明替代哪一份。",
            "There are other files of the unit and period, and this one does not say which it replaces.",
        ),
        SupersessionBreak::MissingPredecessor => {
            ("它要替代的上一次报送没有收到。", "The report that it replaces has not arrived.")
        }
        SupersessionBreak::Sequence => {
            ("报送次数不大于它要替代的那一次。", "Its report number is not above the one it replaces.")
        }
        SupersessionBreak::OtherKey => (
            "签名密钥与上一次报送不同，又没有登记。",
            "Signed with another key than the previous report, and not enrolled.",
        ),
        SupersessionBreak::Fork => ("另有一份文件也替代同一次报送。", "Another file replaces the same report."),
    };
    let advice =
        ("请打电话问清哪一份算数，再选定一份。", "Ask the unit by telephone which one counts, then choose it.");
    (zh, en, advice.0, advice.1)
}
