//! How far a unit is from what the document asks, in plain words. Core computes the distance.

use cunping_core::{
    evaluate::{Distance, Verdict},
    truth::Finding,
};

use crate::{case::EvaluatedUnit, finding::Finality, headline, lang::Lang, when};

/// Says what is open, what blocks, and whether the period can still end well, one sentence each.
#[must_use]
pub fn sentences(lang: Lang, case: EvaluatedUnit, distance: &Distance) -> Vec<String> {
    let open = case.evaluation.criteria.iter().filter(|it| it.finding == Finding::Undetermined).count();
    let mut out = Vec::new();
    if open > 0 {
        out.push(say!(lang, "还有 {open} 项没有答完。", "{open} criteria are not fully answered."));
    }
    let (blocking, costing) = (distance.blocking.len(), distance.costing.len());
    if blocking > 0 {
        out.push(say!(lang, "有 {blocking} 项没有做到。", "{blocking} criteria are not met."));
    }
    if costing > 0 {
        out.push(say!(
            lang,
            "有 {costing} 项没有做到，只影响得分。",
            "{costing} more are not met, which costs points only."
        ));
    }
    if let Some(score) = case.evaluation.score {
        let bounds = headline::bounds(lang, score);
        out.push(say!(lang, "得分：{bounds}。", "Points: {bounds}."));
    }
    out.push(outlook(lang, case, distance));
    out
}

/// Says whether the period can still end well: `2026年仍有可能达标。`
#[must_use]
pub fn outlook(lang: Lang, case: EvaluatedUnit, distance: &Distance) -> String {
    let period = when::period(lang, case.facts.period);
    let award = Finality::of(case.level, case.facts.period) == Finality::Award;
    let (done, still, never) = if award {
        (
            say!(lang, "{period}按现有回答已经达标", "by the answers so far {period} qualifies"),
            say!(lang, "{period}仍有可能达标", "{period} can still qualify"),
            say!(lang, "{period}已经不能达标", "{period} can no longer qualify"),
        )
    } else {
        (
            say!(lang, "{period}各项都已实现", "in {period} everything is achieved"),
            say!(lang, "{period}仍有可能全部实现", "in {period} everything can still be achieved"),
            say!(lang, "{period}已经不能全部实现", "in {period} not everything can be achieved any more"),
        )
    };
    let text = match (case.evaluation.verdict, distance.reachable) {
        (Verdict::Qualified, _) if case.evaluation.provisional => {
            let so_far = lang.pick("（暂定，以后的日子还要说明）", " (provisional: later days are still to be stated)");
            format!("{done}{so_far}")
        }
        (Verdict::Qualified, _) => done,
        (Verdict::Pending, true) => {
            say!(
                lang,
                "{period}文件所列的都已符合，由有权单位认定",
                "all that the document lists holds for {period}, and an office decides"
            )
        }
        (_, false) => never,
        (_, true) if distance.blocking.is_empty() => still,
        (_, true) => {
            let how = lang.pick("：没有做到的项还来得及", ", if what is not met is made good in time");
            format!("{still}{how}")
        }
    };
    say!(lang, "{text}。", "{text}.")
}
