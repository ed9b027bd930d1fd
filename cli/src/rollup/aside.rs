//! Says of every unit whose files do not all count which files, why, and what to do.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{Supersession, groups},
    id::{Digest, UnitCode},
    json::Value,
    period::Period,
    rollup::{CountedPlace, CountedSubject},
};
use cunping_text::{
    lang::Lang,
    problem::{self, Problem},
};

use crate::{output, stop::Done};

/// The most files of one unit that are named; a flood of them about one unit tells nobody more.
pub(super) const MOST_FILES: usize = 100;

/// The names under which files came, by digest.
pub(super) type FileNames = BTreeMap<Digest, String>;

/// Files that do not count.
pub(super) struct FilesAside {
    why: Why,
    about: CountedSubject,
    unit: UnitCode,
    files: Vec<(Digest, Option<Supersession>)>,
    /// The number of files that are not named.
    more: usize,
}

/// Why files do not count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Files of a unit, or what roll-ups count of it, contradict one another.
    Unit,
    /// Roll-ups of an area contradict one another.
    RollUps,
    /// Another file of the unit counts.
    Other,
    /// The unit is not among those that are to report.
    NotExpected,
}

impl FilesAside {
    /// Makes one about a unit in a place.
    pub(super) fn of_unit(
        why: Why,
        (place, period): (&CountedPlace, Period),
        unit: UnitCode,
        files: Vec<(Digest, Option<Supersession>)>,
    ) -> Self {
        Self::of(why, place.about(period), unit, files)
    }

    /// Makes one about a unit, or about the area of roll-ups.
    pub(super) fn of(
        why: Why,
        about: CountedSubject,
        unit: UnitCode,
        mut files: Vec<(Digest, Option<Supersession>)>,
    ) -> Self {
        let more = files.len().saturating_sub(MOST_FILES);
        files.truncate(MOST_FILES);
        Self { why, about, unit, files, more }
    }

    /// Returns true if a person has to settle it.
    pub(super) fn is_conflict(&self) -> bool {
        matches!(self.why, Why::Unit | Why::RollUps)
    }

    fn code(&self) -> &'static str {
        match self.why {
            Why::Unit | Why::RollUps => "unsettled",
            Why::Other => "aside",
            Why::NotExpected => "not-expected",
        }
    }

    fn problem(&self, lang: Lang) -> Problem {
        match self.why {
            Why::Unit => problem::unit_in_conflict(lang),
            Why::RollUps => problem::roll_ups_in_conflict(lang),
            Why::Other => problem::waits_aside(lang),
            Why::NotExpected => problem::not_expected(lang),
        }
    }

    /// Prints it on standard error.
    pub(super) fn report(&self, lang: Lang, names: &FileNames) -> Done {
        let CountedSubject { pack, level, period, .. } = &self.about;
        let said = self.problem(lang);
        output::aside(&format!("✕ {}  {pack} {level} {period}", self.unit))?;
        output::aside(&format!("   {}", said.line(lang)))?;
        for (digest, state) in &self.files {
            let name = names.get(digest).map_or(lang.pick("（文件不在这里）", "(not here)"), String::as_str);
            let why = state.as_ref().map(|state| problem::among_files(lang, state).line(lang)).unwrap_or_default();
            output::aside(format!("   {}  {name}  {why}", groups(*digest)).trim_end())?;
        }
        if self.more > 0 {
            let more = self.more;
            let line = lang.pick(format!("   另有 {more} 份"), format!("   and {more} more"));
            output::aside(&line)?;
        }
        Ok(())
    }

    /// Returns it as JSON.
    pub(super) fn json(&self, lang: Lang, names: &FileNames) -> Value<'static> {
        let file = |(digest, state): &(Digest, Option<Supersession>)| {
            let mut members = vec![("digest", Value::text(digest))];
            members.extend(names.get(digest).map(|name| ("file", Value::text(name))));
            members.extend(state.as_ref().map(|state| ("state", Value::text(state.code()))));
            Value::object(members)
        };
        let (said, about) = (self.problem(lang), &self.about);
        let count = i64::try_from(self.files.len().saturating_add(self.more)).unwrap_or(i64::MAX);
        Value::object([
            ("advice", Value::text(&said.advice)),
            ("count", Value::Number(count)),
            ("example", Value::Bool(about.example)),
            ("files", Value::List(self.files.iter().map(file).collect())),
            ("level", Value::text(&about.level)),
            ("pack", Value::text(&about.pack)),
            ("period", Value::text(about.period)),
            ("problem", Value::text(self.code())),
            ("said", Value::text(&said.what)),
            ("unit", Value::text(self.unit)),
        ])
    }
}
