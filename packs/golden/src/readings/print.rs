//! Prints a source clause by clause with what the pack makes of it, then what is left over on either side.

use std::collections::BTreeSet;

use cunping_core::{
    id::NoteId,
    pack::{Pack, Reading},
};

use super::{
    asked,
    cases::NamedCases,
    clause::{ClausePath, folded},
    compared::Compared,
    entry::{self, EntryLine, PackEntry},
    found::WordFound,
    left::{self, NamedNear},
    source::SourceText,
    split::{self, SourceClause},
};

/// Prints a document.
pub(super) fn document(pack: &Pack, cases: &NamedCases, text: &SourceText, compared: &Compared) -> Vec<String> {
    let entries = entry::of(pack);
    let own = |reading: &Reading| ClausePath::list(&reading.note.clause);
    let named: Vec<ClausePath> =
        entries.iter().flat_map(|it| it.paths.clone()).chain(pack.readings.iter().flat_map(own)).collect();
    let names: BTreeSet<String> = named.iter().map(|path| folded(&path.to_string())).filter(|it| is_name(it)).collect();
    let clauses = split::clauses(&text.text, &names);
    let mut printer = ClausePrinter { pack, cases, entries: &entries, told: BTreeSet::new() };
    let mut lines = vec![format!("==== {} · {} · {} ====", pack.id, pack.source.title, text.name)];
    lines.extend(clauses.iter().flat_map(|clause| printer.clause(clause)));
    lines.extend(left_over(pack, &entries, &clauses, &named));
    lines.extend(words(compared));
    lines.extend(asked::lines(pack));
    lines
}

/// Whether a clause's name is one that no number gives, such as 指导思想.
fn is_name(path: &str) -> bool {
    !path.starts_with("附件") && !path.starts_with(|c: char| "一二三四五六七八九十".contains(c))
}

struct ClausePrinter<'a> {
    pack: &'a Pack,
    cases: &'a NamedCases,
    entries: &'a [PackEntry],
    /// The readings that have been printed in full.
    told: BTreeSet<NoteId>,
}

impl ClausePrinter<'_> {
    fn clause(&mut self, clause: &SourceClause) -> Vec<String> {
        let mut lines = vec![String::new(), format!("== {} ==", clause.path)];
        lines.extend(clause.lines.iter().flat_map(|line| sentences(line)).map(|it| format!("原文 {it}")));
        for entry in self.entries.iter().filter(|entry| entry.paths.contains(&clause.path)) {
            lines.push(format!("  {} [{}]", entry.head, entry.clause));
            for line in &entry.lines {
                lines.extend(self.line(line).into_iter().map(|it| format!("    {it}")));
            }
        }
        let pack = self.pack;
        for reading in pack.readings.iter().filter(|it| ClausePath::list(&it.note.clause).contains(&clause.path)) {
            lines.push(format!("  {} [{}]", self.reading(reading), reading.note.clause));
        }
        lines
    }

    fn line(&mut self, line: &EntryLine) -> Vec<String> {
        match line {
            EntryLine::Text(text) => vec![text.clone()],
            EntryLine::Cases(id, role) => {
                self.cases.lines(id, *role).into_iter().map(|case| format!("  例 {case}")).collect()
            }
            EntryLine::Reading(id) => {
                let pack = self.pack;
                let reading = pack.readings.iter().find(|it| it.note.id == *id);
                reading.map(|it| format!("  {}", self.reading(it))).into_iter().collect()
            }
        }
    }

    /// Prints a reading: in full where it comes first, afterwards its id.
    fn reading(&mut self, reading: &Reading) -> String {
        let id = &reading.note.id;
        if !self.told.insert(id.clone()) {
            return format!("解读 {id}（见前）");
        }
        let other = reading.alternative.as_ref().map_or_else(String::new, |it| format!("／另一种：{}", it.zh));
        format!("解读 {id}：{}{other}", reading.note.text.zh)
    }
}

fn left_over(pack: &Pack, entries: &[PackEntry], clauses: &[SourceClause], named: &[ClausePath]) -> Vec<String> {
    let mut lines = vec![String::new(), "== 剩下的 · 原文 ==".to_owned()];
    lines.extend(left::unnamed(clauses, named).into_iter().map(|(path, near)| {
        let near = match near {
            NamedNear::Within => "只提到它的下级，它自己的句子没有提到",
            NamedNear::Around => "只提到它的上级",
            NamedNear::Nothing => "没有任何一处提到",
        };
        format!("  {path}：{near}")
    }));
    lines.push("== 剩下的 · 数据包 ==".to_owned());
    let missing = |clause: &str| {
        let paths = ClausePath::list(clause).into_iter().filter(|path| !left::is_there(clauses, path));
        paths.map(|path| path.to_string()).collect::<Vec<_>>()
    };
    let readings = pack.readings.iter().map(|it| (format!("解读 {}", it.note.id), &it.note.clause));
    for (head, clause) in entries.iter().map(|it| (it.head.clone(), &it.clause)).chain(readings) {
        lines.extend(missing(clause).into_iter().map(|path| format!("  {head}：原文没有 {path}")));
    }
    lines
}

fn words(compared: &Compared) -> Vec<String> {
    let of = |found: WordFound| compared.of(found).collect::<Vec<_>>();
    let (marks, missing) = (of(WordFound::OtherMarks), of(WordFound::Missing));
    let exact = compared.count() - marks.len() - missing.len();
    let mut lines = vec![
        "== 官方用语 ==".to_owned(),
        format!("  一字不差 {exact}，标点或括号不同 {}，原文没有 {}", marks.len(), missing.len()),
    ];
    lines.extend(marks.iter().map(|it| format!("  标点或括号不同：{}：“{}”", it.place, it.word)));
    lines.extend(missing.iter().map(|it| format!("  原文没有：{}：“{}”", it.place, it.word)));
    lines
}

/// Splits a line after each full stop.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive('。').map(str::trim).filter(|it| !it.is_empty())
}

/// Writes a line without anything that moves a terminal's cursor or turns text around: such characters as `\u{1b}`.
pub(super) fn plain(line: &str) -> String {
    let unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let mut out = String::new();
    for c in line.chars() {
        match c {
            '\t' => out.push(' '),
            c if unseen(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}
