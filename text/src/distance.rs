//! How far a unit is from what the document asks, in plain words. Core computes the distance.

use cunping_core::{
    evaluate::{Distance, Verdict},
    pack::ReferenceKind,
    truth::Finding,
};

use crate::{
    case::EvaluatedUnit,
    finding::Finality,
    headline,
    lang::{self, Lang},
    number, term, when,
};

/// Says what is open, what blocks, and whether the period can still end well, one sentence each; first of all if nobody
/// can tell yet.
#[must_use]
pub fn sentences(lang: Lang, case: EvaluatedUnit, distance: &Distance) -> Vec<String> {
    let open = case.evaluation.criteria.iter().filter(|it| it.finding == Finding::Undetermined).count();
    let waits = waits_for_supplement(lang, case);
    let mut out: Vec<String> = waits.iter().cloned().collect();
    let (counted, are) = (number::criteria(lang, open), number::is_or_are(open));
    if open > 0 {
        out.push(say!(lang, "还有 {open} 项没有答完。", "{counted} {are} not fully answered."));
    }
    let (blocking, costing) = (distance.blocking.len(), distance.costing.len());
    let (counted, are) = (number::criteria(lang, blocking), number::is_or_are(blocking));
    if blocking > 0 {
        out.push(say!(lang, "有 {blocking} 项没有做到。", "{counted} {are} not met."));
    }
    let are = number::is_or_are(costing);
    if costing > 0 {
        out.push(say!(
            lang,
            "有 {costing} 项没有做到，只影响得分。",
            "{costing} more {are} not met, which costs points only."
        ));
    }
    // Points that the document does not give would be taken for its own here.
    if let Some(score) = case.evaluation.score.filter(|score| score.official) {
        let bounds = headline::bounds(lang, score);
        out.push(say!(lang, "得分：{bounds}。", "Points: {bounds}."));
    }
    if waits.is_none() || !distance.reachable || case.evaluation.verdict == Verdict::Pending {
        out.push(outlook(lang, case, distance));
    }
    out
}

/// Says that the document leaves its points or its pass mark to others and nobody has brought them yet, whom to ask, and
/// that the work goes on; `None` where nothing is waited for.
#[must_use]
pub fn waits_for_supplement(lang: Lang, case: EvaluatedUnit) -> Option<String> {
    let score = case.evaluation.score?;
    let (what, kind) = match (score.official, score.pass) {
        (true, Some(_)) => return None,
        (false, None) => (lang.pick("分值和合格线", "points and no pass mark"), ReferenceKind::Weights),
        (false, Some(_)) => (lang.pick("分值", "points"), ReferenceKind::Weights),
        (true, None) => (lang.pick("合格线", "pass mark"), ReferenceKind::PassMark),
    };
    let named = case.pack.references.iter().find(|reference| reference.kind == kind);
    let who = named.map_or(lang.pick("上级", "the level above"), |reference| lang.of(&reference.who));
    let ask = term::receiver(lang, case.pack, case.level.unit);
    Some(say!(
        lang,
        "这份文件没有写{what}，要等{who}的补充文件，才能算出结果。向{ask}要这个文件；没有也可以先答题、签名、报送。",
        "This document has no {what}: the result has to wait for a supplement from {who}. Ask {ask} for that file. \
         Without it you can already answer, sign and report."
    ))
}

/// Says whether the period can still end well: `2026年仍有可能达标。`
#[must_use]
pub fn outlook(lang: Lang, case: EvaluatedUnit, distance: &Distance) -> String {
    let period = when::period(lang, case.facts.period);
    let award = Finality::of(case.level, case.facts.period) == Finality::Award;
    let (done, still, never) = if award {
        (
            say!(lang, "{period}按现有回答已经达标", "By the answers so far {period} qualifies"),
            say!(lang, "{period}仍有可能达标", "{period} can still qualify"),
            say!(lang, "{period}已经不能达标", "{period} can no longer qualify"),
        )
    } else {
        (
            say!(lang, "{period}各项都已实现", "In {period} everything is achieved"),
            say!(lang, "{period}仍有可能全部实现", "In {period} everything can still be achieved"),
            say!(lang, "{period}已经不能全部实现", "In {period} not everything can be achieved any more"),
        )
    };
    let text = match (case.evaluation.verdict, distance.reachable) {
        (Verdict::Qualified, _) if case.evaluation.provisional => {
            let so_far = lang.pick("（暂定，以后的日子还要答）", " (provisional: later days are still to be answered)");
            format!("{done}{so_far}")
        }
        (Verdict::Qualified, _) => done,
        (Verdict::Pending, true) => {
            say!(
                lang,
                "{period}文件所列的都已符合，由有权单位认定",
                "All that the document lists holds for {period}, and an office decides"
            )
        }
        (_, false) => never,
        (_, true) if waits_for_supplement(lang, case).is_some() => {
            say!(lang, "{period}的结果要等补充文件", "The result of {period} waits for the supplement")
        }
        (_, true) if distance.blocking.is_empty() => still,
        (_, true) => {
            let how = lang.pick("：没有做到的项还来得及", ", if what is not met is made good in time");
            format!("{still}{how}")
        }
    };
    lang::sentence(lang, say!(lang, "{text}。", "{text}."))
}

#[cfg(test)]
mod tests;
