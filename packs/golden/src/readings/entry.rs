//! What a pack makes of a clause: one entry for each thing of a pack that names a clause.

use cunping_core::{
    id::NoteId,
    pack::{Check, Criterion, CriterionRole, Level, Note, Pack},
};
use cunping_text::{due, lang::Lang, number};

use super::{clause::ClausePath, condition};

/// A thing of a pack with its clauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PackEntry {
    pub(super) clause: String,
    pub(super) paths: Vec<ClausePath>,
    /// Its kind, id and title.
    pub(super) head: String,
    pub(super) lines: Vec<EntryLine>,
}

/// A line of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EntryLine {
    Text(String),
    /// The cases that name a rule or a target.
    Cases(String, CriterionRole),
    /// A reading that it rests on.
    Reading(NoteId),
}

fn entry(clause: &str, head: String, lines: Vec<EntryLine>) -> PackEntry {
    PackEntry { clause: clause.to_owned(), paths: ClausePath::list(clause), head, lines }
}

fn rests_on(ids: &[NoteId]) -> impl Iterator<Item = EntryLine> {
    ids.iter().cloned().map(EntryLine::Reading)
}

/// Lists everything of a pack that names a clause, in the pack's order. Readings stand in a list of their own.
pub(super) fn of(pack: &Pack) -> Vec<PackEntry> {
    let mut entries = Vec::new();
    for level in &pack.levels {
        of_level(&mut entries, level);
        for criterion in &level.criteria {
            of_criterion(&mut entries, pack, criterion);
        }
    }
    plan(&mut entries, pack);
    for form in &pack.forms {
        entries.push(entry(&form.annex, format!("表格 {}：{}", form.id, form.title), Vec::new()));
    }
    entries.extend(pack.contradictions.iter().map(|it| note("矛盾", it)));
    entries
}

fn of_level(entries: &mut Vec<PackEntry>, level: &Level) {
    let id = &level.id;
    entries.push(entry(&level.clause, format!("标准 {id}：{}", level.title), Vec::new()));
    if let Some(clause) = &level.result_clause {
        entries.push(entry(clause, format!("结论的规则 {id}"), rests_on(&level.result_readings).collect()));
    }
    if let Some(rule) = &level.recognition {
        let by: Vec<String> = rule.by.iter().map(ToString::to_string).collect();
        entries.push(entry(&rule.clause, format!("认定 {id}：{}", by.join("、")), rests_on(&rule.readings).collect()));
    }
    for section in &level.sections {
        entries.push(entry(&section.clause, format!("部分 {}：{}", section.id, section.title), Vec::new()));
    }
}

fn of_criterion(entries: &mut Vec<PackEntry>, pack: &Pack, criterion: &Criterion) {
    let role = criterion.role;
    let measured = criterion.measures.iter().map(|it| ("只显示", it));
    let (mut lines, mut apart) = (Vec::new(), Vec::new());
    for (kind, check) in criterion.checks.iter().map(|it| ("检查", it)).chain(measured) {
        let head = format!("{kind} {}：{}", check.id, check.label.zh);
        if check.clause.is_empty() || check.clause == criterion.clause {
            lines.push(EntryLine::Text(head));
            lines.extend(of_check(pack, check, role));
        } else {
            apart.push(entry(&check.clause, head, of_check(pack, check, role).collect()));
        }
    }
    if criterion.checks.iter().all(|check| check.id != criterion.id) {
        lines.push(EntryLine::Cases(criterion.id.to_string(), role));
    }
    entries.push(entry(&criterion.clause, format!("条目 {}：{}", criterion.id, criterion.title), lines));
    entries.extend(apart);
    entries.extend(criterion.guidance.iter().map(|it| note("指引", it)));
}

fn of_check(pack: &Pack, check: &Check, role: CriterionRole) -> impl Iterator<Item = EntryLine> {
    let asks = EntryLine::Text(format!("条件：{}", condition::short(pack, &check.condition)));
    [asks].into_iter().chain(rests_on(&check.readings)).chain([EntryLine::Cases(check.id.to_string(), role)])
}

fn plan(entries: &mut Vec<PackEntry>, pack: &Pack) {
    for it in &pack.targets {
        let shares = it.shares.iter().map(|share| {
            let until = share.to.map_or_else(|| "起".to_owned(), |to| format!("—{to}"));
            let figure = number::share(Lang::Zh, share.part, share.whole);
            EntryLine::Text(format!("{}{until}：{figure} [{}]", share.from, share.clause))
        });
        let cases = EntryLine::Cases(it.id.to_string(), CriterionRole::Standard);
        let lines = shares.chain(rests_on(&it.readings)).chain([cases]).collect();
        entries.push(entry(&it.clause, format!("目标 {}：{}", it.id, it.label.zh), lines));
    }
    for it in &pack.priorities {
        let share = EntryLine::Text(number::share(Lang::Zh, it.share.0, it.share.1));
        let lines = [share].into_iter().chain(rests_on(&it.readings)).collect();
        entries.push(entry(&it.clause, format!("优先 {}：{}", it.id, it.label.zh), lines));
    }
    if let Some(it) = &pack.bonus {
        entries.push(entry(&it.clause, format!("加分：{}", it.label.zh), rests_on(&it.readings).collect()));
    }
    for it in &pack.references {
        let who = EntryLine::Text(format!("由谁提供：{}", it.who.zh));
        let lines = [who].into_iter().chain(rests_on(&it.readings)).collect();
        entries.push(entry(&it.clause, format!("留给别处 {}：{}", it.id, it.label.zh), lines));
    }
    for it in &pack.calendar {
        let falls = EntryLine::Text(format!("印的是“{}”：{}", it.printed, due::falls(Lang::Zh, it.falls)));
        let lines = [falls].into_iter().chain(rests_on(&it.readings)).collect();
        entries.push(entry(&it.clause, format!("日期 {}：{}：{}", it.id, it.who.zh, it.what.zh), lines));
    }
    for it in &pack.procedure {
        let text = EntryLine::Text(it.text.zh.clone());
        let lines = [text].into_iter().chain(rests_on(&it.readings)).collect();
        entries.push(entry(&it.clause, format!("步骤 {}：{}", it.id, it.title), lines));
    }
}

fn note(kind: &str, note: &Note) -> PackEntry {
    entry(&note.clause, format!("{kind} {}：{}", note.id, note.text.zh), Vec::new())
}
