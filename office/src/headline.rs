//! The verdict of the whole in a heading and a sentence. A part of the award's period never says 达标.

use cunping_core::{
    evaluate::Verdict,
    pack::{PeriodKind, Role},
    truth::Finding,
};

use crate::{
    case::Case,
    finding::{self, Mark, Voice},
    lang::Lang,
    when,
};

/// What stands at the top of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Icon, word and style key.
    pub mark: Mark,
    /// What it is about, such as `2026年第1季度情况`.
    pub title: String,
    /// How many of the criteria stand how.
    pub sentence: String,
    /// `截至 2026年3月10日（暂定）` while something can still change it.
    pub provisional: Option<String>,
    /// Who decides in the end; only where the award is spoken of.
    pub who_decides: Option<&'static str>,
}

/// The headline of an evaluation.
#[must_use]
pub fn headline(lang: Lang, case: Case) -> Headline {
    let voice = Voice::of(case.level, case.facts.period);
    Headline {
        mark: finding::verdict(lang, voice, case.evaluation.verdict),
        title: title(lang, case, voice),
        sentence: sentence(lang, case, voice),
        provisional: provisional(lang, case),
        who_decides: (voice == Voice::Award).then(|| {
            lang.pick(
                "这是自评结果，最终以文件规定的认定、评定为准。",
                "A self-assessment: the offices that the document names decide.",
            )
        }),
    }
}

/// `6/8 已答`: how many criteria no longer wait for an answer.
#[must_use]
pub fn answered(lang: Lang, case: Case) -> String {
    let criteria = &case.evaluation.criteria;
    let (all, open) = (criteria.len(), count(case, Finding::Undetermined));
    let done = all - open;
    say!(lang, "{done}/{all} 已答", "{done}/{all} answered")
}

/// `截至 2026年3月10日（暂定）`; `None` when nothing can change the verdict any more.
#[must_use]
pub fn provisional(lang: Lang, case: Case) -> Option<String> {
    let as_of = when::as_of(lang, case.evaluation.as_of);
    case.evaluation.provisional.then(|| say!(lang, "{as_of}（暂定）", "{as_of} (provisional)"))
}

fn title(lang: Lang, case: Case, voice: Voice) -> String {
    let period = when::period(lang, case.facts.period);
    match voice {
        Voice::Award => {
            let award = &case.level.title;
            say!(lang, "{period}{award}自评", "{award}, {period}: self-assessment")
        }
        Voice::Interim(PeriodKind::Quarter) => say!(lang, "本季度情况（{period}）", "This quarter so far ({period})"),
        Voice::Interim(_) => say!(lang, "本期情况（{period}）", "This period so far ({period})"),
    }
}

fn sentence(lang: Lang, case: Case, voice: Voice) -> String {
    let all = case.evaluation.criteria.len();
    let (met, broken, open) =
        (count(case, Finding::Met), count(case, Finding::NotMet), count(case, Finding::Undetermined));
    let beside = all - met - broken - open;
    let mut parts = Vec::new();
    let mut part = |n: usize, word: &str| {
        if n > 0 {
            parts.push(say!(lang, "{word} {n} 项", "{n} {word}"));
        }
    };
    let word = |it| finding::finding(lang, voice, Role::Standard, it).word;
    let lower = |it| if lang == Lang::En { word(it).to_lowercase() } else { word(it).to_string() };
    part(met, &lower(Finding::Met));
    part(broken, &lower(Finding::NotMet));
    part(open, &lower(Finding::Undetermined));
    part(beside, &lower(Finding::NotApplicable));
    let parts = parts.join(lang.pick("，", ", "));
    match case.evaluation.verdict {
        Verdict::Vetoed => say!(
            lang,
            "共 {all} 项：{parts}；未实现的项中有一票否决项",
            "{all} criteria: {parts}; one that is not met vetoes the whole"
        ),
        Verdict::Barred => say!(
            lang,
            "共 {all} 项：{parts}；负面清单中有已发生的项，不得评定",
            "{all} criteria: {parts}; an item of the negative list has occurred, which bars the award"
        ),
        Verdict::Pending => say!(
            lang,
            "共 {all} 项：{parts}；符合文件所列标准，由有权单位认定",
            "{all} criteria: {parts}; all that the document lists holds, and the competent office decides"
        ),
        Verdict::AwaitsOverlay => say!(
            lang,
            "共 {all} 项：{parts}；文件未定分值和合格线，载入上级补充文件后才能得出结果",
            "{all} criteria: {parts}; the document fixes no points and no pass mark, so a supplement has to be loaded"
        ),
        Verdict::Qualified | Verdict::NotQualified | Verdict::Open => {
            say!(lang, "共 {all} 项：{parts}", "{all} criteria: {parts}")
        }
    }
}

fn count(case: Case, finding: Finding) -> usize {
    case.evaluation.criteria.iter().filter(|it| it.finding == finding).count()
}
