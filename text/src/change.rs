//! Describes the changes between two files of one unit, sentence by sentence.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::Changed,
    facts::{Alike, FactChange, Incident, Statement},
    id::UnitCode,
    pack::Pack,
    period::Period,
};

use crate::{
    answer::{self, LabeledValue},
    lang::Lang,
    term, title, when,
};

/// Describes one change in what a unit stated.
#[must_use]
pub fn change(lang: Lang, pack: &Pack, period: Period, change: &FactChange) -> String {
    match change {
        FactChange::IncidentAdded(added) => {
            let head = incident(lang, pack, added);
            say!(lang, "新登记：{head}", "Registered now: {head}")
        }
        FactChange::IncidentRemoved(removed) => {
            let head = incident(lang, pack, removed);
            say!(lang, "不再登记：{head}", "No longer registered: {head}")
        }
        FactChange::IncidentChanged { before, after } => {
            let head = incident(lang, pack, after);
            let parts = differing(lang, pack, period, before, after);
            say!(lang, "{head}：{parts}", "{head}: {parts}")
        }
        FactChange::StatementAdded(added) => {
            let LabeledValue { label, value } = answer::statement(lang, pack, added);
            say!(lang, "新答的：{label}，{value}", "Answered now: {label}, {value}")
        }
        FactChange::StatementRemoved(removed) => {
            let LabeledValue { label, value } = answer::statement(lang, pack, removed);
            say!(lang, "撤回的回答：{label}，{value}", "Answer taken back: {label}, {value}")
        }
        FactChange::StatementChanged { before, after } => statement(lang, pack, before, after),
        FactChange::Subordinates => lang.pick("下级汇总变了", "What the units below stated has changed").to_owned(),
        FactChange::Remark { rule, before, after } => {
            let criteria = pack.levels.iter().flat_map(|level| &level.criteria);
            let title = criteria
                .into_iter()
                .find(|criterion| criterion.id == *rule)
                .map_or(rule.as_str(), |criterion| title::cited(lang, criterion));
            let none = || lang.pick("（没有）", "(none)").to_owned();
            let (before, after) = (before.clone().unwrap_or_else(none), after.clone().unwrap_or_else(none));
            turned(lang, &say!(lang, "“{title}”的备注", "Remark to “{title}”"), &before, &after)
        }
    }
}

/// Describes one reason why an opinion is void.
#[must_use]
pub fn changed(lang: Lang, pack: &Pack, period: Period, changed: &Changed) -> String {
    match changed {
        Changed::Fact(fact) => change(lang, pack, period, fact),
        Changed::Overlays => lang.pick("用到的补充标准变了", "The supplements in force have changed").to_owned(),
        Changed::Subject => {
            lang.pick("单位、时段或文件变了", "The unit, the period or the document has changed").to_owned()
        }
        Changed::Criterion => lang.pick("这一项的要求变了", "What the criterion asks has changed").to_owned(),
    }
}

/// Names a text that several units wrote in the same words, and where:
/// `“…”：示例一村（“第一项。”的备注）、示例二村（…）`.
#[must_use]
pub fn alike(lang: Lang, pack: &Pack, names: &BTreeMap<UnitCode, String>, alike: &Alike) -> String {
    let place = |(unit, path): &(UnitCode, String)| {
        let name = names.get(unit).cloned().unwrap_or_else(|| unit.to_string());
        let path = path.as_str();
        let rule = path.split_once("remarks.").map(|(_, rule)| rule);
        let mut criteria = pack.levels.iter().flat_map(|level| &level.criteria);
        let title = rule
            .and_then(|rule| criteria.find(|criterion| criterion.id.as_str() == rule))
            .map(|criterion| title::cited(lang, criterion));
        match title {
            _ if path.contains("incidents[") => say!(lang, "{name}（案事件的说明）", "{name} (what happened)"),
            Some(title) => say!(lang, "{name}（“{title}”的备注）", "{name} (remark to “{title}”)"),
            None => say!(lang, "{name}（不适用的理由）", "{name} (why something does not apply)"),
        }
    };
    let (text, at) = (&alike.text, term::list(lang, &alike.at.iter().map(place).collect::<Vec<_>>()));
    say!(lang, "“{text}”：{at}", "“{text}”: {at}")
}

fn incident(lang: Lang, pack: &Pack, incident: &Incident) -> String {
    let (day, names) = (when::day(lang, incident.day), term::categories(lang, pack, &incident.categories));
    say!(lang, "{day}的{names}", "{names}, {day}")
}

/// Describes the lines of an incident that have changed.
fn differing(lang: Lang, pack: &Pack, period: Period, before: &Incident, after: &Incident) -> String {
    let (old, new) = (answer::incident(lang, pack, period, before), answer::incident(lang, pack, period, after));
    let unknown = || lang.pick("没有填", "not given").to_owned();
    let mut parts = Vec::new();
    for line in &new {
        let was = old
            .iter()
            .find(|earlier| earlier.label == line.label)
            .map_or_else(unknown, |earlier| earlier.value.clone());
        if was != line.value {
            parts.push(turned(lang, &line.label, &was, &line.value));
        }
    }
    let gone = old.iter().filter(|line| new.iter().all(|later| later.label != line.label));
    parts.extend(gone.map(|line| turned(lang, &line.label, &line.value, &unknown())));
    parts.join(lang.pick("；", "; "))
}

fn statement(lang: Lang, pack: &Pack, before: &Statement, after: &Statement) -> String {
    let (was, is) = (answer::statement(lang, pack, before), answer::statement(lang, pack, after));
    turned(lang, &is.label, &was.value, &is.value)
}

fn turned(lang: Lang, what: &str, before: &str, after: &str) -> String {
    say!(lang, "{what}：原来“{before}”，现在“{after}”", "{what}: was “{before}”, is “{after}”")
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        facts::{Says, alike as find_alike, difference},
        pack::condition::Filter,
    };

    use super::*;
    use crate::sample::{facts, incident, level, none, pack, says};

    #[test]
    fn every_change_names_what_was_and_what_is() {
        let pack = pack(level(none("crime", Filter::Every)));
        let mut old = facts(
            vec![incident("2026-02-03", "fire", &[("deaths", 0)])],
            vec![says("patrols", "2026-01-01", "2026-03-31", Says::Yes)],
        );
        let mut new = facts(
            vec![incident("2026-02-03", "fire", &[("deaths", 1)])],
            vec![says("patrols", "2026-01-01", "2026-03-31", Says::No)],
        );
        old.remarks.insert("village.1".parse().unwrap(), "已处置".into());
        let mut added = incident("2026-03-01", "crime", &[]);
        added.id = cunping_core::id::IncidentId([8; 16]);
        new.incidents.push(added);
        let told: Vec<_> =
            difference(&old, &new).iter().map(|difference| change(Lang::Zh, &pack, new.period, difference)).collect();
        let expected = [
            "2026年2月3日的火灾：死亡人数：原来“0 人”，现在“1 人”",
            "新登记：2026年3月1日的刑事案件",
            "治安巡逻常态化：原来“2026年1月1日至3月31日：是，2026年3月31日答”，现在“2026年1月1日至3月31日：否，2026年3月31日答”",
            "“第一项。”的备注：原来“已处置”，现在“（没有）”",
        ];
        assert_eq!(told, expected);
        let back: Vec<_> =
            difference(&new, &old).iter().map(|difference| change(Lang::En, &pack, new.period, difference)).collect();
        assert!(back.contains(&"Remark to “First item”: was “(none)”, is “已处置”".to_owned()), "{back:?}");
        assert!(back.contains(&"No longer registered: criminal case, 1 March 2026".to_owned()), "{back:?}");
    }

    #[test]
    fn equal_words_are_told_with_their_units() {
        let pack = pack(level(none("crime", Filter::Every)));
        let of = |unit: &str| {
            let mut facts = facts(vec![], vec![]);
            facts.unit = unit.parse().unwrap();
            facts.remarks.insert("village.1".parse().unwrap(), "草垛失火 已及时处置".into());
            facts
        };
        let (one, two) = (of("990101001001"), of("990101001002"));
        let names = BTreeMap::from([(one.unit, "示例一村".to_owned())]);
        let told: Vec<_> = find_alike([&one, &two]).iter().map(|found| alike(Lang::Zh, &pack, &names, found)).collect();
        let text = "“草垛失火已及时处置”：示例一村（“第一项。”的备注）、990101001002（“第一项。”的备注）";
        assert_eq!(told, [text]);
    }
}
