//! A document as an outline to read and search: sections, their entries, and the lines of these. Everything is in it
//! but the printed forms.

mod entries;

use cunping_core::{
    days::Day,
    pack::{Level, Pack},
};

use crate::{lang::Lang, ui::document as words};

/// One section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSection {
    /// An id that is unique among the sections.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A line below the heading; empty for none.
    pub hint: &'static str,
    /// Its entries, in the document's order.
    pub entries: Vec<OutlineEntry>,
}

/// One thing that the document says, or that is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// An id that is unique among the entries of all sections.
    pub id: String,
    /// Its heading; empty if the lines need none.
    pub title: String,
    /// The clause it comes from; empty for the document as a whole.
    pub clause: String,
    /// Its lines.
    pub lines: Vec<LabeledText>,
}

/// A label with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabeledText {
    /// The label; empty for plain text.
    pub label: String,
    /// The text.
    pub text: String,
}

impl OutlineEntry {
    /// Returns true if every word of `needle` occurs in the entry, whatever the case. An empty needle matches
    /// everything.
    #[must_use]
    pub fn holds(&self, needle: &str) -> bool {
        let mut text = format!("{}\n{}", self.title, self.clause);
        for line in &self.lines {
            text.push('\n');
            text.push_str(&line.label);
            text.push('\n');
            text.push_str(&line.text);
        }
        let text = text.to_lowercase();
        needle.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// Returns the outline of the whole document, with its next due days as of `today`.
#[must_use]
pub fn outline(lang: Lang, pack: &Pack, area: &str, today: Day) -> Vec<OutlineSection> {
    let section =
        |id: &str, title: &str, hint, entries| OutlineSection { id: id.into(), title: title.into(), hint, entries };
    let level = |level: &Level| {
        let entries = level.criteria.iter().map(|criterion| entries::criterion(lang, pack, criterion)).collect();
        let title = format!("{} {}", level.title, level.clause);
        section(&format!("level-{}", level.id.as_str()), title.trim(), "", entries)
    };
    let mut sections = vec![section("identity", words::identity(lang), "", vec![entries::identity(lang, pack, area)])];
    sections.extend(pack.levels.iter().map(level));
    let titled = pack.targets.iter().map(|target| entries::target(lang, pack, target)).collect();
    sections.push(section("targets", words::targets(lang), "", titled));
    let earned = pack.priorities.iter().map(|priority| entries::priority(lang, pack, priority));
    let earned = earned.chain(pack.bonus.as_ref().map(|bonus| entries::bonus(lang, pack, bonus))).collect();
    sections.push(section("earned", words::earned(lang), "", earned));
    let dated = pack.calendar.iter().map(|deadline| entries::deadline(lang, pack, deadline, today)).collect();
    sections.push(section("calendar", words::calendar(lang), "", dated));
    let steps = pack.procedure.iter().map(|step| entries::step(lang, pack, step)).collect();
    sections.push(section("procedure", words::procedure(lang), "", steps));
    let readings = pack.readings.iter().map(|reading| entries::reading(lang, pack, reading)).collect();
    sections.push(section("readings", words::readings(lang), words::readings_hint(lang), readings));
    let notes = pack.contradictions.iter().map(|note| entries::note(lang, pack, note)).collect();
    sections.push(section("contradictions", words::contradictions(lang), "", notes));
    sections.retain(|section| !section.entries.is_empty());
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn released() -> Vec<OutlineSection> {
        let json = cunping_packs::RELEASED.first().unwrap().json;
        let pack = Pack::from_json(json).unwrap();
        outline(Lang::Zh, &pack, "示例镇", "2026-11-22".parse().unwrap())
    }

    #[test]
    fn every_part_of_a_released_document_is_there_once() {
        let sections = released();
        let ids: Vec<_> = sections.iter().map(|section| section.id.as_str()).collect();
        let expected = [
            "identity",
            "level-township",
            "level-village",
            "targets",
            "calendar",
            "procedure",
            "readings",
            "contradictions",
        ];
        assert_eq!(ids, expected);
        let all: Vec<_> = sections.iter().flat_map(|section| &section.entries).collect();
        let distinct: std::collections::BTreeSet<_> = all.iter().map(|entry| &entry.id).collect();
        assert_eq!(distinct.len(), all.len());
        assert!(all.iter().all(|entry| entry.lines.iter().all(|line| !line.text.is_empty())));
    }

    #[test]
    fn finds_by_any_words_of_an_entry() {
        let sections = released();
        let hits = |needle: &str| {
            sections.iter().flat_map(|section| &section.entries).filter(|entry| entry.holds(needle)).count()
        };
        assert!(hits("诈骗") > 0 && hits("火灾 责任单位") > 0);
        assert_eq!(hits("没有这样的字眼"), 0);
        assert_eq!(hits(" "), sections.iter().map(|section| section.entries.len()).sum::<usize>());
    }
}
