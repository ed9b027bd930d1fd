//! Words for forwarding files between offices: a unit's papers upward for a decision, decisions back down.

use super::export::named;
use crate::lang::Lang;

words! {
    heading: "上报与发回", "Passing on";
    up_hint: "里面有该单位的自评、监控单位的意见和本单位的认定，都是签过名的原件；上级打开就能核对，不用再问各单位。", "It holds the unit's own file, the opinions and this office's decision, each as it was signed: the office above checks them without asking anybody.";
    decide_first: "本单位还没有认定；先认定，再上报。", "This office has not decided yet: decide first, then pass it on.";
    back_hint: "里面是各级的认定；下级和该单位导入后，就能看到结果和理由。", "It holds every decision: those below import it and see the outcome with its reasons.";
    nothing_back: "还没有可以发回的认定。", "There is no decision to send back yet.";
    ready: "已合成一个文件", "One file is ready";
    all_parts: "都要发给对方，少一份，对方就收不全。", "All of them have to be sent: without one, the other side does not have everything.";
    not_read: "有文件读不出来，没有生成。", "Some files can no longer be read; nothing was made.";
    not_read_do: "请刷新页面再试；还不行的，请让下级重发，重新导入。", "Reload and try again; if that does not help, have the files sent and import them again.";
    to_decide: "报来请本级认定的单位", "Units for this office to decide about";
    none_to_decide: "还没有下级报来的认定材料。", "Nothing has been passed up for a decision yet.";
    none_to_decide_next: "请下级先认定，再在“回执与意见”页面打包上报，用微信等发来，在本页导入。", "Those below decide first, then pack and pass it up on “Receipts and opinions”; import it on this page.";
    decided: "认定情况", "Decision";
    back_all: "打包发回下级", "Pack for those below";
    none_ready: "还没有已认定的单位可以上报。", "No unit has been decided on yet.";
}

sentences! {
    up(receiver: &str): "打包报{receiver}认定", "Pack for {receiver} to decide";
    back(unit: &str): "打包发给{unit}", "Pack for {unit}";
    how_many(units: usize): "已认定、可以上报的单位 {units} 个", "Units decided and ready to pass up: {units}";
    how_many_back(decisions: usize): "本级作出的认定 {decisions} 份", "Decisions of this office: {decisions}";
    in_parts(parts: usize): "太大，分成了 {parts} 份", "Too large for one file: there are {parts} parts";
    part(number: usize, parts: usize): "第{number}份共{parts}份", "{number}of{parts}";
    holds(files: usize): "合成一个文件，里面有 {files} 份签过名的原件。", "One file that holds the others ({files}) as they were signed.";
    up_name(pack: &str, unit: &str, period: &str): "{pack}_{unit}上报_{period}.cunping.json", "{pack}_{unit}_up_{period}.cunping.json";
    back_name(pack: &str, unit: &str, period: &str): "{pack}_{unit}发回_{period}.cunping.json", "{pack}_{unit}_back_{period}.cunping.json";
}

/// The ending of the names of signed files.
const SUFFIX: &str = "cunping.json";

/// The most characters that a part's name takes over from the name of the whole: its number is never cut off.
const KEPT: usize = 60;

/// Returns the name of one of the parts into which a file named `whole` is split; parts count from 1.
#[must_use]
pub fn part_name(lang: Lang, whole: &str, number: usize, parts: usize) -> String {
    let stem = whole.strip_suffix(SUFFIX).unwrap_or(whole).trim_end_matches('.');
    let stem: String = stem.chars().take(KEPT).collect();
    named(&[&stem, &part(lang, number, parts)], SUFFIX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_part_says_which_of_how_many_it_is() {
        let whole = up_name(Lang::Zh, "八无", "示例一村", "2026");
        assert_eq!(part_name(Lang::Zh, &whole, 1, 3), "八无_示例一村上报_2026_第1份共3份.cunping.json");
        let whole = back_name(Lang::En, "a", "b", "2026");
        assert_eq!(part_name(Lang::En, &whole, 12, 12), "a_b_back_2026_12of12.cunping.json");
        let long = part_name(Lang::Zh, &up_name(Lang::Zh, "八无", &"村".repeat(90), "2026"), 2, 3);
        assert!(long.ends_with("_第2份共3份.cunping.json"), "{long}");
    }
}
