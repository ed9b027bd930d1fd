//! Describes what is wrong with an overlay, and what to do about it.

use cunping_core::{
    bundle::{Axis, KeyState, Kind, Readable, ReplaceError, SignatureState, States},
    id::PackId,
    overlay::{OverlayError, OverlayFileError},
    pack::{Pack, ReferenceKind},
};

use super::{Problem, bundle_state, json, misfit};
use crate::{lang::Lang, overlay::title, ui::overlay as words};

/// Describes why the file of an overlay cannot be read; one problem for each place.
#[must_use]
pub fn overlay_file(lang: Lang, problem: &OverlayFileError) -> Vec<Problem> {
    match problem {
        OverlayFileError::Json(problem) => {
            let what = json::json(lang, problem);
            vec![Problem::new(
                say!(lang, "补充文件{what}。", "The overlay {what}."),
                lang.pick("请向发文单位重新要一份。", "Ask its issuer for it again."),
            )]
        }
        OverlayFileError::NewerFormat(format) => vec![Problem::new(
            say!(
                lang,
                "补充文件的格式是第 {format} 版，比本软件新。",
                "The overlay is of format {format}, newer than this software."
            ),
            lang.pick("请更新本软件。", "Update this software."),
        )],
        OverlayFileError::Misfits(misfits) => {
            let form = lang.pick("请按补充文件的格式改正这一处。", "Correct this place to the format of overlays.");
            let place = |found| {
                let what = misfit(lang, found);
                Problem::new(say!(lang, "{what}。", "{what}."), form)
            };
            misfits.iter().map(place).collect()
        }
    }
}

/// Describes what is wrong with an overlay under its document.
#[must_use]
pub fn overlay(lang: Lang, pack: &Pack, fault: &OverlayError) -> Problem {
    let what = what(lang, pack, fault);
    Problem::new(say!(lang, "{what}。", "{what}."), advice(lang, fault))
}

/// Says that the document of an overlay is not in this program.
#[must_use]
pub fn no_document(lang: Lang, pack: &PackId) -> Problem {
    Problem::new(
        say!(lang, "程序内没有文件包 {pack}。", "No pack {pack} is in this program."),
        lang.pick("请更新本软件，或核对补充文件里的 pack。", "Update this software, or check `pack` in the overlay."),
    )
}

/// Describes why a signed overlay is refused, given what is loaded.
#[must_use]
pub fn not_taken(lang: Lang, why: ReplaceError) -> Problem {
    let (what, advice) = match why {
        ReplaceError::Key(key) => return signing_key(lang, key),
        ReplaceError::Here(_) => (words::is_here(lang), words::is_here_do(lang)),
        ReplaceError::Older(_) => (words::older(lang), words::older_do(lang)),
        ReplaceError::SameNumber(_) => (words::same_number(lang), words::same_number_do(lang)),
        ReplaceError::OtherKey(_) => (words::other_key(lang), words::other_key_do(lang)),
    };
    Problem::new(what, advice)
}

/// Says that one office signed several overlays for a level, and that they cannot be used together.
#[must_use]
pub fn two_of_a_line(lang: Lang) -> Problem {
    Problem::new(words::two_of_a_line(lang), words::two_of_a_line_do(lang))
}

/// Describes whose key signed an overlay, and what to do about it; the advice is empty if nothing needs to be done.
#[must_use]
pub fn signing_key(lang: Lang, key: KeyState) -> Problem {
    let states = States {
        readable: Readable::Yes,
        signature: SignatureState::Good,
        key: Some(key),
        authority: None,
        clock: None,
        days: None,
        pack: None,
        recompute: None,
        supersession: None,
        privacy: None,
        mix: None,
    };
    bundle_state(lang, Kind::Overlay, &states, Axis::Key)
}

fn what(lang: Lang, pack: &Pack, fault: &OverlayError) -> String {
    let (zh, en) = match fault {
        OverlayError::NotLeft(kind) => {
            let kind = left(lang, *kind);
            return say!(lang, "文件没有把{kind}留给别处规定", "the document does not leave {kind} to others");
        }
        OverlayError::WeightSum(sum) => {
            return say!(lang, "分值合计 {sum}，应为 100", "the points add up to {sum}, not 100");
        }
        OverlayError::Weight(id) => {
            let name = title(lang, pack, id.as_str());
            return say!(lang, "“{name}”缺少分值，或分值不对", "no points, or wrong ones, for “{name}”");
        }
        OverlayError::WeightTwice(id) => {
            let name = title(lang, pack, id.as_str());
            return say!(lang, "“{name}”整部分和其中的项都给了分", "points for “{name}” and for items in it");
        }
        OverlayError::PassMark(mark) => {
            return say!(lang, "合格线 {mark} 不在 0 到 100 之间", "the pass mark {mark} is not between 0 and 100");
        }
        OverlayError::NoCriterion(id) => {
            return say!(lang, "文件没有 {id} 这一项", "the document has no criterion {id}");
        }
        OverlayError::NothingOpen(id) => {
            return say!(lang, "文件对 {id} 没有留下未定的内容", "the document leaves nothing open at {id}");
        }
        OverlayError::NoFigure(id) => {
            return say!(lang, "文件没有要和 {id} 比较的数字", "the document compares nothing with a figure {id}");
        }
        OverlayError::NoText(id) => {
            return say!(lang, "文件没有引用 {id} 这份文字", "the document refers to no text {id}");
        }
        OverlayError::Value(id) => {
            let name = title(lang, pack, id.as_str());
            return say!(lang, "“{name}”的数字超出范围", "the figure of “{name}” is out of range");
        }
        OverlayError::Conflict(_) => {
            ("已载入的另一份补充文件规定了同一件事", "another loaded overlay sets the same thing")
        }
        OverlayError::OtherVersion(made_for) => {
            let (id, here) = (&pack.id, pack.version);
            return say!(
                lang,
                "它是为文件包 {id} 第 {made_for} 版写的，这里用的是第 {here} 版",
                "it was made for version {made_for} of the pack {id}, and version {here} is used here"
            );
        }
        OverlayError::OtherPack => ("这是另一份文件的补充文件", "it belongs to another document"),
        OverlayError::NoLevel => ("文件没有这一级", "the document has no such level"),
        OverlayError::Empty => ("补充文件没有内容", "it brings nothing"),
    };
    lang.pick(zh, en).to_string()
}

fn left(lang: Lang, kind: ReferenceKind) -> &'static str {
    match kind {
        ReferenceKind::Weights => lang.pick("分值", "points"),
        ReferenceKind::PassMark => lang.pick("合格线", "the pass mark"),
        ReferenceKind::VetoList => lang.pick("否决事项", "vetoes"),
        ReferenceKind::Text => lang.pick("文字", "a text"),
        ReferenceKind::Value { .. } => lang.pick("参照数", "a figure"),
    }
}

fn advice(lang: Lang, fault: &OverlayError) -> &'static str {
    match fault {
        OverlayError::Conflict(_) => {
            lang.pick("请先移除另一份，再载入这一份。", "Remove the other one first, then load this one.")
        }
        OverlayError::OtherPack | OverlayError::NoLevel => {
            lang.pick("请核对是不是这份文件的补充文件。", "Check that it belongs to this document.")
        }
        OverlayError::OtherVersion(_) => lang.pick(
            "请发文单位对照这一版核对，改写 version 后重新发出。",
            "Let its issuer compare it with this version, and issue it anew with that `version`.",
        ),
        OverlayError::Empty => lang.pick(
            "请至少写明一项文件留给别处规定的内容。",
            "Give at least one thing that the document leaves to others.",
        ),
        OverlayError::NotLeft(_) | OverlayError::NoFigure(_) | OverlayError::NoText(_) => lang.pick(
            "请删去这一项，文件只补充它留下的内容。",
            "Take it out: an overlay brings only what the document leaves.",
        ),
        OverlayError::WeightSum(_) => lang.pick("请改到合计正好 100。", "Change the points until they add up to 100."),
        OverlayError::Weight(_) => lang.pick(
            "请填 0 到 100 的整数；计分的每一部分，整部分或其中每一项都要有分值。",
            "Give a whole number from 0 to 100 to each scored part, or to every item in it.",
        ),
        OverlayError::WeightTwice(_) => {
            lang.pick("请只留一种：整部分，或其中的每一项。", "Keep one of the two: the part, or every item in it.")
        }
        OverlayError::PassMark(_) => lang.pick("请填 0 到 100 的整数。", "Give a whole number from 0 to 100."),
        OverlayError::NoCriterion(_) | OverlayError::NothingOpen(_) => {
            lang.pick("请核对编号，或删去这一项。", "Check the id, or take it out.")
        }
        OverlayError::Value(_) => lang.pick("请填 0 或更大的数。", "Give a number, 0 or more."),
    }
}
