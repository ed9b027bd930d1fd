//! The overall verdict as a heading and a sentence. For a part of the award's period the word 达标 must not appear.

use cunping_core::{
    evaluate::{Score, Verdict},
    pack::{CriterionRole, PeriodKind},
    truth::Finding,
};

use crate::{
    case::EvaluatedUnit,
    finding::{self, Finality, Mark},
    lang::{self, Lang},
    number,
    ui::overlay,
    when,
};

/// The top of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Icon, word and style key.
    pub mark: Mark,
    /// The subject, such as `2026年第1季度情况`.
    pub title: String,
    /// Numbers of criteria by finding.
    pub sentence: String,
    /// `截至 2026年3月10日（暂定）` while something can still change it.
    pub provisional: Option<String>,
    /// The points, if the document scores: those reached and those that can still be reached.
    pub score: Option<String>,
    /// The award that has to be reached first, and its verdict; `None` if there is none.
    pub prerequisite: Option<String>,
    /// The office that decides in the end; `None` for a part of the award's period.
    pub who_decides: Option<&'static str>,
}

/// Returns the headline of an evaluation.
#[must_use]
pub fn headline(lang: Lang, case: EvaluatedUnit) -> Headline {
    let voice = Finality::of(case.level, case.facts.period);
    Headline {
        mark: finding::verdict(lang, voice, case.evaluation.verdict),
        title: title(lang, case, voice),
        sentence: sentence(lang, case, voice),
        provisional: provisional(lang, case),
        score: case.evaluation.score.map(|it| score(lang, it)),
        prerequisite: prerequisite(lang, case, voice),
        who_decides: (voice == Finality::Award).then(|| {
            lang.pick(
                "这是自评结果，最终以文件规定的认定、评定为准。",
                "A self-assessment: the offices that the document names decide.",
            )
        }),
    }
}

/// Says how many criteria no longer wait for an answer: `6/8 已答`.
#[must_use]
pub fn answered(lang: Lang, case: EvaluatedUnit) -> String {
    let figures = figures(case);
    say!(lang, "{figures} 已答", "{figures} answered")
}

/// Says how many criteria no longer wait for an answer, in figures only: `6/8`.
#[must_use]
pub fn figures(case: EvaluatedUnit) -> String {
    let (all, open) = (case.evaluation.criteria.len(), count(case, Finding::Undetermined));
    format!("{}/{all}", all - open)
}

/// Says as of which day the result is provisional: `截至 2026年3月10日（暂定）`. Returns `None` once nothing can
/// change the verdict any more.
#[must_use]
pub fn provisional(lang: Lang, case: EvaluatedUnit) -> Option<String> {
    let as_of = when::as_of(lang, case.evaluation.as_of);
    case.evaluation.provisional.then(|| lang::sentence(lang, say!(lang, "{as_of}（暂定）", "{as_of} (provisional)")))
}

/// Describes a score: `试算 57.14 分，最多还能到 71.42 分（文件没有定分值…）`; `85 分，合格线 80 分`.
#[must_use]
pub fn score(lang: Lang, score: Score) -> String {
    let mut text = bounds(lang, score);
    if let Some(mark) = score.pass {
        text = format!("{text}{}{}", lang.pick("，", ", "), overlay::pass(lang, mark));
    }
    if score.official {
        let (score, not) = (overlay::score(lang), overlay::not_from_document(lang));
        say!(lang, "{score}：{text}（分值{not}）", "{score}: {text} (the points are not from the document)")
    } else {
        let (trial, hint) = (overlay::trial(lang), overlay::trial_hint(lang));
        say!(lang, "{trial}：{text}。{hint}", "{trial}: {text}. {hint}")
    }
}

/// Describes the points reached and those that can still be reached: `现在 57.14 分，最多还能到 71.42 分`, `85 分`.
#[must_use]
pub fn bounds(lang: Lang, score: Score) -> String {
    let (low, high) = (points(score.low), points(score.high));
    if low == high { overlay::exactly(lang, &low) } else { overlay::between(lang, &low, &high) }
}

/// Formats points to two places, truncated: a score never reads higher than it is.
fn points((part, whole): (i64, i64)) -> String {
    let hundredths = i128::from(part) * 100 / i128::from(whole.max(1));
    let text = number::decimal(i64::try_from(hundredths).unwrap_or(i64::MAX), 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Names the award that has to be reached first, with its verdict on the same answers; `None` if there is none.
fn prerequisite(lang: Lang, case: EvaluatedUnit, voice: Finality) -> Option<String> {
    let before = case.evaluation.prerequisite.as_ref()?;
    let title = &case.pack.level(&before.level)?.title;
    let mark = finding::verdict(lang, voice, before.verdict);
    Some(say!(lang, "前提：先达到“{title}”，现在 {mark}", "Has to be reached first: “{title}”, now {mark}"))
}

fn title(lang: Lang, case: EvaluatedUnit, voice: Finality) -> String {
    let period = when::period(lang, case.facts.period);
    match voice {
        Finality::Award => {
            let award = &case.level.title;
            say!(lang, "{period}{award}自评", "{award}, {period}: self-assessment")
        }
        Finality::Interim(PeriodKind::Quarter) => {
            say!(lang, "本季度情况（{period}）", "This quarter so far ({period})")
        }
        Finality::Interim(_) => say!(lang, "本期情况（{period}）", "This period so far ({period})"),
    }
}

fn sentence(lang: Lang, case: EvaluatedUnit, voice: Finality) -> String {
    let all = case.evaluation.criteria.len();
    let counted = number::criteria(lang, all);
    let (met, broken, open) =
        (count(case, Finding::Met), count(case, Finding::NotMet), count(case, Finding::Undetermined));
    let beside = all - met - broken - open;
    let mut parts = Vec::new();
    let mut part = |n: usize, word: &str| {
        if n > 0 {
            parts.push(say!(lang, "{word} {n} 项", "{n} {word}"));
        }
    };
    let word = |finding| finding::finding(lang, voice, CriterionRole::Standard, finding).word;
    let lower = |finding| if lang == Lang::En { word(finding).to_lowercase() } else { word(finding).to_string() };
    part(met, &lower(Finding::Met));
    part(broken, &lower(Finding::NotMet));
    part(open, &lower(Finding::Undetermined));
    part(beside, &lower(Finding::NotApplicable));
    let parts = parts.join(lang.pick("，", ", "));
    match case.evaluation.verdict {
        Verdict::Vetoed => say!(
            lang,
            "共 {all} 项：{parts}；未实现的项中有一票否决项",
            "{counted}: {parts}; one that is not met vetoes the whole"
        ),
        Verdict::Barred => say!(
            lang,
            "共 {all} 项：{parts}；负面清单中有已发生的项，不得评定",
            "{counted}: {parts}; an item of the negative list has occurred, which bars the award"
        ),
        Verdict::Pending => say!(
            lang,
            "共 {all} 项：{parts}；符合文件所列标准，由有权单位认定",
            "{counted}: {parts}; all that the document lists holds, and the competent office decides"
        ),
        Verdict::AwaitsOverlay => say!(
            lang,
            "共 {all} 项：{parts}；文件没有写分值和合格线，载入上级的补充文件以后才有结果",
            "{counted}: {parts}; the document fixes no points and no pass mark, so a supplement has to be loaded"
        ),
        Verdict::Qualified | Verdict::NotQualified | Verdict::Open => {
            say!(lang, "共 {all} 项：{parts}", "{counted}: {parts}")
        }
    }
}

fn count(case: EvaluatedUnit, finding: Finding) -> usize {
    case.evaluation.criteria.iter().filter(|it| it.finding == finding).count()
}
