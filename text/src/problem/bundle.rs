//! Words for files that are refused as a whole. A readable file is described by its states.

use cunping_core::{
    bundle::{BundleError, Layer},
    json::{JsonError, Misfit, MisfitReason},
    received::BundleHalf,
};

use super::{Problem, json, misfit};
use crate::{kind, lang::Lang};

/// At most this many places of a file are named one by one.
const LISTED: usize = 3;

/// Describes why a file was refused. Nothing of it was imported.
#[must_use]
pub fn bundle(lang: Lang, problem: &BundleError) -> Problem {
    Problem::new(what(lang, problem), advice(lang, problem))
}

/// Describes why a file was refused; one problem for each place that does not fit.
#[must_use]
pub fn bundle_places(lang: Lang, problem: &BundleError) -> Vec<Problem> {
    let BundleError::Misfits { layer, misfits } = problem else { return vec![bundle(lang, problem)] };
    let place = |it| Problem::new(misfits_at(lang, *layer, &misfit(lang, it)), advice(lang, problem));
    misfits.iter().map(place).collect()
}

fn what(lang: Lang, problem: &BundleError) -> String {
    let (zh, en) = match problem {
        // Whatever has no bundle in it is no damaged file of ours, but another file.
        BundleError::Json { layer: Layer::File, problem: JsonError::Syntax { at: 0 } | JsonError::NotUtf8 { .. } } => {
            ("这里面没有本软件的文件。", "There is no file of this software in it.")
        }
        BundleError::Misfits { layer: Layer::File, misfits } if is_another_file(misfits) => {
            ("这不是本软件的文件。", "This is no file of this software.")
        }
        BundleError::Json { layer, problem } => {
            let (layer, what) = (name(lang, *layer), json::json(lang, problem));
            return say!(lang, "{layer}{what}。", "{layer} {what}.");
        }
        BundleError::Encrypted => {
            ("这是加密的文件（age 格式），还没有打开。", "An encrypted file (age), not opened yet.")
        }
        BundleError::Half(BundleHalf::First) => {
            ("这里只有前半段，后半段没有来。", "Only the first half of it is here.")
        }
        BundleError::Half(BundleHalf::Last) => {
            ("这里只有后半段，前半段没有来。", "Only the second half of it is here.")
        }
        BundleError::Base64(layer) => {
            let layer = name(lang, *layer);
            return say!(lang, "{layer}的编码被改动或不完整。", "{layer} is encoded wrongly: altered or cut.");
        }
        BundleError::Misfits { layer, misfits } => {
            let places: Vec<_> = misfits.iter().take(LISTED).map(|it| misfit(lang, it)).collect();
            let places = places.join(lang.pick("；", "; "));
            let more = misfits.len().saturating_sub(LISTED);
            let more =
                if more > 0 { say!(lang, "；另有 {more} 处", "; {more} more places") } else { String::new() };
            return misfits_at(lang, *layer, &format!("{places}{more}"));
        }
        BundleError::UnknownKind(typ) => {
            return say!(lang, "不是本软件的文件（类型 {typ}）。", "Not a file of this software (type {typ}).");
        }
        BundleError::NewerFormat { kind: of, format } => {
            let of = kind::name(lang, *of);
            return say!(
                lang,
                "“{of}”文件是第 {format} 版格式，比本软件新。",
                "The file ({of}) has format {format}, newer than this software."
            );
        }
        BundleError::OtherKind(of) => {
            let of = kind::name(lang, *of);
            return say!(
                lang,
                "这是“{of}”文件，不是这里要的文件。",
                "A file of the kind “{of}”, not the one wanted here."
            );
        }
        BundleError::Algorithm(name) => {
            return say!(lang, "签名算法是 {name}，不是规定的 Ed25519。", "Signed with {name} and not with Ed25519.");
        }
        BundleError::PrivateKey => {
            ("文件里带着对方的私钥，这把密钥已不能再用。", "The file carries the sender's private key, now worthless.")
        }
        BundleError::WeakKey => ("文件里的密钥不合格。", "The key in the file is not acceptable."),
        BundleError::KeyMismatch => {
            ("文件里的密钥与它自称的编号不一致。", "The key in the file is not the one that it names.")
        }
        BundleError::Signature => {
            ("签名不对：文件签名后被改动过。", "The signature does not hold: the file was changed after signing.")
        }
        BundleError::NotCanonical => {
            ("文件内容的写法不规范。", "The content is not written in its one canonical form.")
        }
    };
    lang.pick(zh, en).to_string()
}

/// Tells whether a JSON text has no member of a bundle: then it is something else, and not a damaged bundle.
fn is_another_file(misfits: &[Misfit]) -> bool {
    let missing = |name: &&str| misfits.iter().any(|it| it.at == *name && it.why == MisfitReason::Missing);
    ["payload", "protected", "signature"].iter().all(missing)
}

fn misfits_at(lang: Lang, layer: Layer, places: &str) -> String {
    let layer = name(lang, layer);
    say!(lang, "{layer}不合格式：{places}。", "{layer} has not the right form: {places}.")
}

fn advice(lang: Lang, problem: &BundleError) -> &'static str {
    let (zh, en) = match problem {
        BundleError::Json { layer: Layer::File, problem: JsonError::Syntax { at: 0 } | JsonError::NotUtf8 { .. } } => (
            "请核对是不是选错了文件；粘贴时请连同花括号整段复制。",
            "Check whether the wrong file was chosen; a pasted text needs everything with its braces.",
        ),
        BundleError::Misfits { layer: Layer::File, misfits } if is_another_file(misfits) => {
            ("请核对是不是选错了文件。", "Check whether the wrong file was chosen.")
        }
        BundleError::Half(_) => (
            "没有导入任何内容。请把两段一起粘贴，或让对方以文件方式再发一次。",
            "Nothing was imported. Paste both halves together, or ask for it as a file.",
        ),
        BundleError::Json { .. } | BundleError::Base64(_) | BundleError::Misfits { .. } | BundleError::NotCanonical => {
            (
                "没有导入任何内容。请让对方重新导出，以文件方式再发一次。",
                "Nothing was imported. Ask the sender to export again and send it as a file.",
            )
        }
        BundleError::Encrypted => (
            "在页面里导入，会用本单位的密钥打开；或在页面的“密钥与登记”取得 age 私钥，存成 key.txt，先打开：age -d -i key.txt -o 打开的文件 文件",
            "Import it in the page, which opens it with the unit's key; or take the age identity from the page's “Keys and enrolment”, keep it as key.txt and open it first: age -d -i key.txt -o OPENED FILE",
        ),
        BundleError::Signature | BundleError::KeyMismatch => (
            "没有导入任何内容。不要采用这份文件，请打电话核实，让对方重新导出再发。",
            "Nothing was imported. Do not use this file: telephone the sender and have it exported again.",
        ),
        BundleError::UnknownKind(_) | BundleError::OtherKind(_) => {
            ("请核对是不是发错了文件。", "Check whether the wrong file was sent.")
        }
        BundleError::NewerFormat { .. } => {
            ("没有导入任何内容。请更新本软件后再导入。", "Nothing was imported. Update this software, then import it.")
        }
        BundleError::Algorithm(_) | BundleError::WeakKey => (
            "没有导入任何内容。请让对方用本软件重新生成密钥、重新导出。",
            "Nothing was imported. Ask the sender to make a new key with this software and export again.",
        ),
        BundleError::PrivateKey => (
            "没有导入任何内容。请通知对方立即停用并另生成密钥，不要转发这份文件。",
            "Nothing was imported. Tell the sender to retire the key and make a new one. Do not pass the file on.",
        ),
    };
    lang.pick(zh, en)
}

fn name(lang: Lang, layer: Layer) -> &'static str {
    match layer {
        Layer::File => lang.pick("文件", "The file"),
        Layer::Header => lang.pick("文件头", "The header of the file"),
        Layer::Payload => lang.pick("文件内容", "The content of the file"),
        Layer::Signature => lang.pick("文件签名", "The signature of the file"),
    }
}
