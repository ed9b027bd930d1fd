//! Decisions of offices about a unit (认定), in words: the decision, whose turn it is, what follows.

use cunping_core::{
    bundle::{Decision, DecisionReason, Order, Recognition, Settled},
    days::Day,
    facts::leaves,
    id::{IndicatorId, OfficeId},
    pack::{IndicatorKind, Level, Pack},
};

use crate::{finding::Mark, lang::Lang, term, ui::recognition as words, when};

/// Returns the mark of a decision.
#[must_use]
pub fn decision(lang: Lang, decision: &Decision) -> Mark {
    let (icon, word, key) = match decision {
        Decision::Qualified => ("✓", words::qualified(lang), "met"),
        Decision::NotQualified => ("✕", words::not_qualified(lang), "not-met"),
        Decision::Returned => ("↩", words::returned(lang), "open"),
        Decision::Removed(_) => ("⊘", words::removed(lang), "not-met"),
    };
    Mark { icon, word, key }
}

/// Says who decides, in order: `先由镇平安办，再由县平安办认定（五(三)）`.
#[must_use]
pub fn order(lang: Lang, pack: &Pack, level: &Level) -> String {
    let Some(rule) = &level.recognition else { return words::nobody_named(lang).to_owned() };
    let (names, clause) = (rule.by.iter().map(|id| name(pack, id)).collect::<Vec<_>>(), &rule.clause);
    match names.as_slice() {
        [only] => say!(lang, "由{only}认定（{clause}）", "{only} decides ({clause})"),
        names => {
            let names = names.join(lang.pick("，再由", ", then "));
            say!(lang, "先由{names}认定（{clause}）", "first {names} decides ({clause})")
        }
    }
}

/// Returns the document's name of an office; its id if the document has no such office.
#[must_use]
pub fn name<'a>(pack: &'a Pack, id: &'a OfficeId) -> &'a str {
    pack.offices.get(id).map_or(id.as_str(), |it| it.name.as_str())
}

/// The outcome for a unit after decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stands {
    /// Icon and word.
    pub mark: Mark,
    /// Who decided, or whose turn it is.
    pub sentence: String,
    /// What to do.
    pub next: &'static str,
}

/// Describes where a unit stands after all decisions.
#[must_use]
pub fn settled(lang: Lang, pack: &Pack, settled: &Settled) -> Stands {
    let by = |office: &OfficeId| {
        let name = name(pack, office);
        say!(lang, "由{name}作出", "decided by {name}")
    };
    let stands = |decision: &Decision, sentence, next| Stands { mark: self::decision(lang, decision), sentence, next };
    match settled {
        Settled::Waits(offices) => {
            let first = offices.first().map(|office| name(pack, office));
            let sentence = first.map_or_else(
                || words::nobody_named(lang).to_owned(),
                |first| say!(lang, "等{first}认定", "{first} has yet to decide"),
            );
            let next = if first.is_none() { "" } else { words::waits_next(lang) };
            Stands { mark: Mark { icon: "？", word: words::not_decided(lang), key: "open" }, sentence, next }
        }
        Settled::Qualified => {
            stands(&Decision::Qualified, words::all_qualified(lang).to_owned(), words::qualified_next(lang))
        }
        Settled::NotQualified(office) => stands(&Decision::NotQualified, by(office), words::not_qualified_next(lang)),
        Settled::Returned(office) => stands(&Decision::Returned, by(office), words::returned_next(lang)),
        Settled::Removed(office) => {
            Stands { mark: removed(lang), sentence: by(office), next: words::removed_next(lang) }
        }
        Settled::Forbidden(_) => Stands {
            mark: Mark { icon: "！", word: words::not_qualified(lang), key: "not-met" },
            sentence: words::forbidden_stands(lang).to_owned(),
            next: words::forbidden_next(lang),
        },
        Settled::Conflict(office) => {
            let name = name(pack, office);
            let sentence =
                say!(lang, "承担{name}职责的部门作出的认定不一致", "offices that act as {name} decided differently");
            let mark = Mark { icon: "！", word: words::not_decided(lang), key: "open" };
            Stands { mark, sentence, next: words::conflict_next(lang) }
        }
    }
}

fn removed(lang: Lang) -> Mark {
    Mark { icon: "⊘", word: words::removed(lang), key: "not-met" }
}

/// Says why a decision has no effect yet; `None` if it was that office's turn.
#[must_use]
pub fn early(lang: Lang, pack: &Pack, order: &Order) -> Option<String> {
    match order {
        Order::InOrder => None,
        Order::NoPart => Some(words::no_part(lang).to_owned()),
        Order::Early(before) => {
            let names: Vec<&str> = before.iter().map(|office| name(pack, office)).collect();
            let names = term::list(lang, &names);
            Some(say!(
                lang,
                "要等{names}先认定达标，这个认定才算数。",
                "It counts once {names} has found the unit qualified."
            ))
        }
    }
}

/// The ground on which a name is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The regular review on this day failed.
    Review(Day),
    /// An incident on this day, named in Chinese as it is signed.
    Event(Day, String),
}

/// A kind of incident for which a name is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokingIncident {
    /// A key that is unique among the kinds.
    pub key: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Its name in Chinese, as it is signed.
    pub written: String,
}

/// Lists the kinds of incident that the criteria of a level ask about, in the document's order, and at the end “any
/// other”.
#[must_use]
pub fn events(lang: Lang, pack: &Pack, level: &Level) -> Vec<RevokingIncident> {
    let incidents =
        |id: &IndicatorId| pack.indicators.get(id).is_some_and(|indicator| indicator.kind == IndicatorKind::Incidents);
    let mut asked: Vec<IndicatorId> = Vec::new();
    for topic in leaves::topics(level) {
        if incidents(&topic.about) && !asked.contains(&topic.about) {
            asked.push(topic.about);
        }
    }
    let named = |id: &IndicatorId| RevokingIncident {
        key: id.to_string(),
        name: term::indicator(lang, pack, id).to_owned(),
        written: term::indicator(Lang::Zh, pack, id).to_owned(),
    };
    let other = RevokingIncident {
        key: "other".to_owned(),
        name: words::event_other(lang).to_owned(),
        written: words::event_other(Lang::Zh).to_owned(),
    };
    asked.iter().map(named).chain([other]).collect()
}

/// Returns the reason of a removal as it is signed: the day and what happened on it, then `why`.
#[must_use]
pub fn removed_for(ground: &Ground, why: &str) -> String {
    let day = |it: &Day| when::day(Lang::Zh, *it);
    let text = match ground {
        Ground::Review(on) => words::removed_for_review(Lang::Zh, &day(on), why),
        Ground::Event(on, event) => words::removed_for_event(Lang::Zh, &day(on), event, why),
    };
    text.trim_end().to_owned()
}

/// Returns reasons as lines, each with the criterion that it concerns.
#[must_use]
pub fn reasons(lang: Lang, level: &Level, all: &[DecisionReason]) -> Vec<String> {
    let titled = |reason: &DecisionReason| {
        let text = &reason.text;
        let criterion = reason.criterion.as_ref().and_then(|id| level.criteria.iter().find(|one| one.id == *id));
        match criterion {
            Some(criterion) => {
                let title = &criterion.title;
                say!(lang, "“{title}”：{text}", "“{title}”: {text}")
            }
            None => text.clone(),
        }
    };
    all.iter().map(titled).collect()
}

/// Returns the text of a form's review block: the decision and its reasons.
#[must_use]
pub fn printed(lang: Lang, level: &Level, recognition: &Recognition) -> Vec<String> {
    let mut lines = vec![decision(lang, &recognition.decision).word.to_owned()];
    lines.extend(reasons(lang, level, &recognition.reasons));
    lines
}

#[cfg(test)]
mod tests {
    use cunping_core::pack::{Office, RecognitionRule, condition::Filter};

    use super::*;
    use crate::sample::{level, none, pack};

    fn sample(by: &[&str]) -> Pack {
        let mut level = level(none("crime", Filter::Every));
        let by: Vec<OfficeId> = by.iter().map(|it| it.parse().unwrap()).collect();
        level.recognition = (!by.is_empty()).then(|| RecognitionRule {
            by,
            clause: "五(三)".into(),
            readings: Vec::new(),
            removal: false,
        });
        let mut pack = pack(level);
        for (id, name) in [("town", "镇平安办"), ("county", "县平安办")] {
            let level = cunping_core::id::UnitLevel::Township;
            pack.offices.insert(
                id.parse().unwrap(),
                Office { name: name.into(), variants: Vec::new(), level, in_charge: false },
            );
        }
        pack
    }

    #[test]
    fn whose_turn_it_is_and_who_decided() {
        let pack = sample(&["town", "county"]);
        assert_eq!(order(Lang::Zh, &pack, &pack.levels[0]), "先由镇平安办，再由县平安办认定（五(三)）");
        let only = sample(&["town"]);
        assert_eq!(order(Lang::En, &only, &only.levels[0]), "镇平安办 decides (五(三))");
        let nobody = sample(&[]);
        assert!(order(Lang::Zh, &nobody, &nobody.levels[0]).contains("没有写明由谁认定"));
        let county: OfficeId = "county".parse().unwrap();
        let waits = settled(Lang::Zh, &pack, &Settled::Waits(vec![county.clone()]));
        assert_eq!((waits.mark.word, waits.sentence.as_str()), ("未认定", "等县平安办认定"));
        let removed = settled(Lang::Zh, &pack, &Settled::Removed(county.clone()));
        assert_eq!((removed.mark.word, removed.sentence.as_str()), ("取消命名", "由县平安办作出"));
        assert_eq!(early(Lang::Zh, &pack, &Order::InOrder), None);
        let early = early(Lang::Zh, &pack, &Order::Early(vec!["town".parse().unwrap()])).unwrap();
        assert!(early.contains("镇平安办"), "{early}");
    }

    #[test]
    fn a_removal_says_when_and_for_what() {
        let day: Day = "2026-03-02".parse().unwrap();
        assert_eq!(removed_for(&Ground::Review(day), ""), "2026年3月2日复核不合格，取消命名。");
        let event = Ground::Event(day, "命案".into());
        assert_eq!(removed_for(&event, "见省文件。"), "2026年3月2日发生“命案”，取消命名。见省文件。");
        let pack = sample(&["town"]);
        let keys: Vec<String> = events(Lang::En, &pack, &pack.levels[0]).into_iter().map(|it| it.key).collect();
        assert_eq!(keys, ["crime", "other"]);
    }

    #[test]
    fn decisions_are_told_apart_without_colour() {
        let all = [
            Decision::Qualified,
            Decision::NotQualified,
            Decision::Returned,
            Decision::Removed("step.removal".parse().unwrap()),
        ];
        let icons: std::collections::BTreeSet<_> = all.iter().map(|it| decision(Lang::Zh, it).icon).collect();
        assert_eq!(icons.len(), 4);
    }
}
