//! Reads criteria and their checks: ids under their level, monitors that exist and are printed.

use std::collections::BTreeMap;

use super::{
    condition::condition,
    digest::criterion_digest,
    error::{ProblemKind, UnknownId},
    plan::{clause, note},
    reader::PackReader,
};
use crate::{
    id::{LevelId, RuleId},
    json::{Fields, Node, Reader, Value},
    pack::{Check, Criterion, CriterionRole, PlainName},
};

/// The most characters of a criterion's name in Chinese and in English: it has to fit into a line of a list.
const LONGEST_NAME: (usize, usize) = (20, 60);

pub(super) fn criterion(reader: &mut PackReader, node: Node<'_>, level: Option<&LevelId>) -> Option<Criterion> {
    reader.object(node, |f| {
        let id = f.need("id", |reader, node| rule(reader, node, level.map(LevelId::as_str)));
        let (title, clause) = (f.need("title", PackReader::text), f.need("clause", PackReader::text));
        let name = f.need("name", plain_name);
        let monitors = f.any("monitors", |reader, node| reader.known(UnknownId::Office, node));
        let printed = f.maybe("monitors_printed", |reader, node| printed(reader, node, level));
        let monitors_in_body = f.any("monitors_in_body", PackReader::text);
        let responsible = f.maybe("responsible", PackReader::text).unwrap_or_default();
        let printed_remark = f.maybe("printed_remark", PackReader::text);
        let guidance = f.any("guidance", note);
        let alone = node.value.get("checks").is_some_and(|checks| checks.items().len() == 1);
        let own = id.as_ref().map(RuleId::as_str);
        let checks = f.some("checks", |reader, node| check(reader, node, own, alone));
        let measures = f.any("measures", |reader, node| check(reader, node, own, false));
        let section = f.maybe("section", section);
        let lacks = node.value.get("section").is_none() && !f.reader.sections.is_empty();
        f.reader.check(!lacks, node, || ProblemKind::NoSection);
        let words = &["goal", "veto", "negative"];
        let role = f.maybe("role", |reader, node| {
            reader.word(node, words, &[CriterionRole::Goal, CriterionRole::Veto, CriterionRole::Negative])
        });
        let role = role.unwrap_or_default();
        let printed = printed.unwrap_or_default();
        f.reader.check(printed.is_empty() || node.value.get("monitors").is_some(), node, || ProblemKind::NoMonitor);
        printed_everywhere(f, level, &printed);
        let digest = criterion_digest(f.reader, node.value);
        Some(Criterion {
            id: id?,
            title: title?,
            name: name?,
            clause: clause?,
            monitors,
            monitors_printed: printed,
            monitors_in_body,
            responsible,
            printed_remark,
            guidance,
            checks: checks?,
            measures,
            section,
            role,
            digest,
        })
    })
}

/// Reads what this program calls a criterion: English, and Chinese where the official title needs it.
fn plain_name(reader: &mut PackReader, node: Node<'_>) -> Option<PlainName> {
    let (zh, en) = LONGEST_NAME;
    let within = |reader: &mut PackReader, node: Node<'_>, longest| {
        reader.text_within(node, longest)?;
        reader.text(node)
    };
    reader.object(node, |f| {
        let zh = f.optional("zh", |reader, node| within(reader, node, zh));
        let en = f.need("en", |reader, node| within(reader, node, en));
        Some(PlainName { zh: zh?, en: en? })
    })
}

/// Reads the id of a section of the level that is being read.
fn section(reader: &mut PackReader, node: Node<'_>) -> Option<RuleId> {
    let id: RuleId = reader.id(node)?;
    let known = reader.sections.contains(id.as_str());
    reader.check(known, node, || ProblemKind::Unknown(UnknownId::Section, id.to_string()))?;
    Some(id)
}

fn check(reader: &mut PackReader, node: Node<'_>, criterion: Option<&str>, alone: bool) -> Option<Check> {
    reader.object(node, |f| {
        let id = f.need("id", |reader, node| {
            if alone && node.value.as_text() == criterion {
                return reader.id(node);
            }
            let id = rule(reader, node, criterion)?;
            match criterion.filter(|_| alone) {
                Some(own) => reader.problem(node.at, ProblemKind::NotOwnId(own.to_owned())),
                None => Some(id),
            }
        });
        let (label, clause) = (f.need("label", PackReader::words), clause(f));
        let condition = f.need("condition", condition);
        let may_not_apply = f.maybe("may_not_apply", Reader::bool).unwrap_or_default();
        let readings = f.any("readings", |reader, node| reader.known(UnknownId::Reading, node));
        Some(Check { id: id?, label: label?, clause, condition: condition?, may_not_apply, readings })
    })
}

/// Reads a rule id below its parent's and claims it.
pub(super) fn rule(reader: &mut PackReader, node: Node<'_>, parent: Option<&str>) -> Option<RuleId> {
    let id: RuleId = reader.id(node)?;
    if let Some(parent) = parent {
        let below = id.as_str().strip_prefix(parent).is_some_and(|rest| rest.len() > 1 && rest.starts_with('.'));
        reader.check(below, node, || ProblemKind::IdOutside(parent.to_owned()))?;
    }
    reader.claim(UnknownId::Rule, &id, node);
    Some(id)
}

/// Reads monitors as printed: one text for every form (kept under no id), or a table by form.
fn printed(reader: &mut PackReader, node: Node<'_>, level: Option<&LevelId>) -> Option<BTreeMap<String, String>> {
    if let Value::Text(_) = node.value {
        return Some(BTreeMap::from([(String::new(), reader.text(node)?)]));
    }
    let Value::Object(_) = node.value else {
        return reader.problem(node.at, ProblemKind::WrongType("a text or a table"));
    };
    let mut printed = BTreeMap::new();
    for (form, text) in node.members() {
        match (reader.forms.get(form).cloned(), level) {
            (None, _) => reader.problem(text.at, ProblemKind::Unknown(UnknownId::Form, form.to_owned())),
            (Some(of), Some(level)) if of != level.as_str() => {
                reader.problem(text.at, ProblemKind::FormOfAnotherLevel(form.to_owned()))
            }
            _ => Some(()),
        };
        printed.extend(reader.text(text).map(|text| (form.to_owned(), text)));
    }
    Some(printed)
}

/// Checks that every form of the level has printed monitors in the row of this criterion.
fn printed_everywhere(f: &mut Fields<'_, PackReader>, level: Option<&LevelId>, printed: &BTreeMap<String, String>) {
    if printed.contains_key("") {
        return;
    }
    let forms = f.reader.forms.iter().filter(|(_, of)| level.is_some_and(|level| level.as_str() == *of));
    let missing: Vec<String> = forms.map(|(form, _)| form.clone()).filter(|form| !printed.contains_key(form)).collect();
    for form in missing {
        f.problem::<()>("monitors_printed", ProblemKind::NotPrinted(form));
    }
}
