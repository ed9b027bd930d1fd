//! Sentences about registered incidents: how many count, on which days, what is unclear, which days are not answered.

use std::collections::BTreeSet;

use cunping_core::{
    evaluate::{Aside, Match, Outcome, SeenFacts, matching, set_aside},
    facts::Incident,
    id::IndicatorId,
    pack::condition::Filter,
    truth::Finding,
};

use crate::{case::EvaluatedUnit, filter, lang::Lang, term, when};

/// At most this many days are listed one by one; more are only counted.
const LISTED: usize = 3;

/// Describes what was found of a category, in order; `asked` is what the document asks for.
pub(super) fn sentences(
    lang: Lang,
    case: EvaluatedUnit,
    (of, only): (&IndicatorId, &Filter),
    outcome: &Outcome,
    asked: &str,
) -> Vec<String> {
    let (SeenFacts::Incidents { counted, unclear, missing }, Some(window)) = (&outcome.seen, case.window()) else {
        return Vec::new();
    };
    let name = term::indicator(lang, case.pack, of);
    let found: Vec<_> = matching(case.facts, of, only, window).collect();
    let of_kind =
        |how| found.iter().filter(move |(_, kind)| *kind == how).map(|(incident, _)| *incident).collect::<Vec<_>>();
    let of_it = |incident: &&Incident| incident.categories.iter().any(|category| category.is_a(of));
    let aside =
        set_aside(case.facts, of, only, window).filter(|(incident, why)| *why == Aside::Filtered && of_it(incident));
    let beside = aside.count();
    let mut out = Vec::new();
    if *counted > 0 {
        let on = dates(lang, case, &of_kind(Match::Counts));
        out.push(say!(
            lang,
            "登记了 {counted} 起{name}（{on}），{asked}",
            "{name}: {counted} registered ({on}); {asked}"
        ));
    } else if *unclear == 0 && missing.is_none() {
        let days = when::days(lang, window);
        out.push(if beside == 0 {
            say!(lang, "已答：{days}没有{name}，{asked}", "{name}: “none”, {days}; {asked}")
        } else {
            say!(lang, "{days}没有算数的{name}，{asked}", "{name}: none that counts, {days}; {asked}")
        });
    }
    if let (true, Some(only)) = (beside > 0, filter::words(lang, case.pack, only)) {
        out.push(say!(
            lang,
            "另有 {beside} 起{name}不在本项范围内，本项只算：{only}",
            "{beside} more registered but not counted here; this counts only: {only}"
        ));
    }
    let unclear = of_kind(Match::Unclear);
    if !unclear.is_empty() {
        let (number, open) = (unclear.len(), unknown_attributes(lang, case, only, &unclear));
        out.push(say!(
            lang,
            "有 {number} 起{name}的{open}不清楚，可能算数",
            "{name}: {number} may count, because this is not known: {open}"
        ));
    }
    let open = of_kind(Match::KindOpen);
    if !open.is_empty() {
        let (number, what) = (open.len(), wider(lang, case, of, &open));
        out.push(say!(
            lang,
            "登记了 {number} 起{what}，没有写明是不是{name}，可能算数",
            "{what}: {number} registered without saying whether it was of this kind, and may count: {name}"
        ));
    }
    if let (Finding::Undetermined, Some(missing)) = (outcome.finding, missing) {
        let days = when::days(lang, *missing);
        out.push(say!(lang, "还没有答：{days}有没有{name}", "{name}: not answered yet for {days}"));
    }
    out
}

/// Names the recorded categories of incidents that may belong to a narrower one.
fn wider(lang: Lang, case: EvaluatedUnit, of: &IndicatorId, incidents: &[&Incident]) -> String {
    let all = incidents.iter().flat_map(|it| it.categories.iter());
    term::categories(lang, case.pack, all.filter(|category| of.is_a(category)).collect::<BTreeSet<_>>())
}

fn dates(lang: Lang, case: EvaluatedUnit, incidents: &[&Incident]) -> String {
    let date = |incident: &&Incident| {
        let day = when::day(lang, incident.day);
        if !incident.is_late(case.facts.period) {
            return day;
        }
        let late = when::day(lang, incident.stated_on);
        say!(lang, "{day}，{late}补登", "{day}, entered late on {late}")
    };
    let listed: Vec<_> = incidents.iter().take(LISTED).map(date).collect();
    let listed = term::list(lang, &listed);
    if incidents.len() > LISTED { say!(lang, "{listed}等", "{listed}, …") } else { listed }
}

fn unknown_attributes(lang: Lang, case: EvaluatedUnit, only: &Filter, incidents: &[&Incident]) -> String {
    let mut named = BTreeSet::new();
    only.attributes(&mut |id| {
        if incidents.iter().any(|incident| !incident.attributes.contains_key(id)) {
            named.insert(id);
        }
    });
    let names: Vec<_> = named.into_iter().map(|id| term::bare(term::attribute(lang, case.pack, id))).collect();
    term::list(lang, &names)
}
