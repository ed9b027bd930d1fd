//! Writes a condition in one short line, in the names of the catalogue.

use cunping_core::pack::{
    Pack,
    condition::{Compare, Condition, Filter},
};
use cunping_text::{filter, lang::Lang, number, term};

/// Writes a condition in short.
pub(super) fn short(pack: &Pack, condition: &Condition) -> String {
    let name = |of| term::indicator(Lang::Zh, pack, of);
    let bound = |must: Compare, figure: String| number::bound(Lang::Zh, must, &figure);
    let parts = |parts: &[Condition]| -> Vec<String> { parts.iter().map(|part| short(pack, part)).collect() };
    match condition {
        Condition::None { of, only } => format!("没有：{}{}", name(of), filtered(pack, only)),
        Condition::Count { of, only, must, bound: figure } => {
            format!("{}{} {}", name(of), filtered(pack, only), bound(*must, figure.to_string()))
        }
        Condition::Ratio { of, must, share, .. } => {
            format!("{} {}", name(of), bound(*must, number::share(Lang::Zh, share.0, share.1)))
        }
        Condition::Rank { of, must, bound: figure } => format!("{} {}", name(of), bound(*must, figure.to_string())),
        Condition::Rises { of, times } => format!("{} 连续上升 {times} 次", name(of)),
        Condition::Stated { of } => format!("答“是”：{}", name(of)),
        Condition::All(all) => parts(all).join("；且 "),
        Condition::Any(any) => format!("〔{}〕", parts(any).join("；或 ")),
        Condition::Not(part) => format!("并非〔{}〕", short(pack, part)),
        Condition::OpenUnless(part) => format!("〔{}〕，否则文件没有写明", short(pack, part)),
        Condition::Against { of, must, reference, or_stated } => {
            let compared = bound(*must, reference.to_string());
            format!("{} {compared}；没有补充文件时答“是”：{}", name(of), name(or_stated))
        }
        Condition::ApplicableIf { of, then } => format!("{}时：{}", name(of), short(pack, then)),
    }
}

fn filtered(pack: &Pack, only: &Filter) -> String {
    filter::words(Lang::Zh, pack, only).map_or_else(String::new, |only| format!("（{only}）"))
}
