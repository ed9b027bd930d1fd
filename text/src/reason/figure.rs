//! Sentences about stated figures: counts, ratios, ranks, series, yes and no. Shares are computed exactly.

use cunping_core::{
    evaluate::SeenFacts,
    id::IndicatorId,
    pack::{
        IndicatorKind, Pack,
        condition::{Compare, Condition, WhenEmpty},
    },
};

use super::request;
use crate::{lang::Lang, number, term};

/// Says what was stated, and what the document asks for.
pub(super) fn sentence(
    lang: Lang,
    pack: &Pack,
    (of, leaf): (&IndicatorId, &Condition),
    seen: &SeenFacts,
    negated: bool,
) -> String {
    let name = term::indicator(lang, pack, of);
    match (seen, leaf) {
        (SeenFacts::Stated(yes), _) => stated(lang, name, *yes, negated),
        (SeenFacts::Ratio { part, whole }, Condition::Ratio { must, share, empty, .. }) => {
            let sides = sides(lang, pack, of, *part, *whole);
            if *whole == 0 {
                return nothing_to_count(lang, &sides, *empty);
            }
            let is = number::percent(lang, *part, *whole);
            let share = number::share(lang, share.0, share.1);
            let asked = request(lang, &shares(lang, *must, &share), negated);
            say!(lang, "{sides}，{is}，{asked}", "{sides}, {is}; {asked}")
        }
        (SeenFacts::Against { figure, reference }, Condition::Against { must, .. }) => {
            let (figure, bound) = (decimal(pack, of, *figure), decimal(pack, of, *reference));
            let asked = request(lang, &number::bound(lang, *must, &bound), negated);
            say!(
                lang,
                "{name}：{figure}，{asked}（参照数不是文件原文）",
                "{name}: {figure}; {asked} (the figure to compare with is not from the document)"
            )
        }
        (SeenFacts::Figure(n), Condition::Rank { must, bound, .. }) => {
            let asked = request(lang, &rank(lang, *must, *bound), negated);
            say!(lang, "{name}：第 {n} 位，{asked}", "{name}: place {n}; {asked}")
        }
        (SeenFacts::Figure(n), Condition::Count { must, bound, .. }) => {
            let n = number::grouped(*n);
            let asked = request(lang, &number::bound(lang, *must, &number::grouped(*bound)), negated);
            say!(lang, "{name}：{n}，{asked}", "{name}: {n}; {asked}")
        }
        (SeenFacts::Rises(n), Condition::Rises { times, .. }) => {
            let asked = request(lang, &say!(lang, "连续上升 {times} 次", "{times} rises in a row"), negated);
            say!(lang, "{name}：最长连续上升 {n} 次，{asked}", "{name}: {n} rises in a row at most; {asked}")
        }
        _ => name.to_string(),
    }
}

/// Formats a published figure with its decimals.
fn decimal(pack: &Pack, of: &IndicatorId, n: i64) -> String {
    match pack.indicators.get(of).map(|it| &it.kind) {
        Some(IndicatorKind::Figure { decimals, .. }) => number::decimal(n, *decimals),
        _ => number::grouped(n),
    }
}

fn stated(lang: Lang, name: &str, yes: bool, negated: bool) -> String {
    let said = yes_no(lang, yes);
    let wanted = yes_no(lang, true);
    let asked = request(lang, &say!(lang, "为“{wanted}”", "“{wanted}”"), negated);
    say!(lang, "{name}：已答“{said}”，{asked}", "{name}: “{said}”; {asked}")
}

fn yes_no(lang: Lang, yes: bool) -> &'static str {
    if yes { lang.pick("是", "yes") } else { lang.pick("否", "no") }
}

fn sides(lang: Lang, pack: &Pack, of: &IndicatorId, part: i64, whole: i64) -> String {
    let (part, whole) = (number::grouped(part), number::grouped(whole));
    let Some(IndicatorKind::Ratio { part: top, whole: bottom, .. }) = pack.indicators.get(of).map(|it| &it.kind) else {
        return format!("{part}/{whole}");
    };
    let (top, bottom) = (lang.of(top), lang.of(bottom));
    say!(lang, "{top}：{part}，{bottom}：{whole}", "{top}: {part}, {bottom}: {whole}")
}

fn nothing_to_count(lang: Lang, sides: &str, empty: WhenEmpty) -> String {
    let then = match empty {
        WhenEmpty::Met => lang.pick("视为做到", "taken as met"),
        WhenEmpty::NotMet => lang.pick("视为没有做到", "taken as not met"),
        WhenEmpty::Undetermined => lang.pick("无法判断", "so nothing can be said"),
        WhenEmpty::NotApplicable => lang.pick("本项不适用", "so it does not apply"),
    };
    say!(lang, "{sides}，没有可计算的对象，{then}", "{sides}; there is nothing to count, {then}")
}

fn shares(lang: Lang, must: Compare, share: &str) -> String {
    match must {
        Compare::AtLeast => say!(lang, " {share} 以上（含）", "at least {share}"),
        Compare::AtMost => say!(lang, " {share} 以下（含）", "at most {share}"),
        Compare::MoreThan => say!(lang, "高于 {share}", "more than {share}"),
        Compare::LessThan => say!(lang, "低于 {share}", "less than {share}"),
        Compare::Equal => say!(lang, "为 {share}", "exactly {share}"),
    }
}

fn rank(lang: Lang, must: Compare, bound: i64) -> String {
    match must {
        Compare::AtMost => say!(lang, "排在前 {bound} 位（含）", "place {bound} or before"),
        Compare::LessThan => say!(lang, "排在第 {bound} 位以前（不含）", "a place before {bound}"),
        Compare::MoreThan => say!(lang, "排在第 {bound} 位以后（不含）", "a place after {bound}"),
        Compare::AtLeast => say!(lang, "排在第 {bound} 位或以后", "place {bound} or after"),
        Compare::Equal => say!(lang, "排在第 {bound} 位", "place {bound}"),
    }
}
