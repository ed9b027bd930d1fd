//! What offices decided about the units that were counted: which decisions count, and whose name was taken back. Judges none.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{Counted, Heard, Settled, Slot as About, counting, stands, taken_back},
    id::{Digest, UnitCode},
    json::Value,
    pack::Level,
};
use cunping_office::{lang::Lang, ui::recognition as words};

/// The decisions that count, by the file that they are about.
#[derive(Default)]
pub(super) struct Decisions<'a>(BTreeMap<Digest, Vec<&'a Heard>>);

impl<'a> Decisions<'a> {
    /// Of all that came in, those that count.
    pub(super) fn of(heard: &'a [Heard]) -> Self {
        let mut by_file: BTreeMap<Digest, Vec<&Heard>> = BTreeMap::new();
        for it in counting(heard) {
            by_file.entry(it.assessment).or_default().push(it);
        }
        Self(by_file)
    }

    /// Those on the file that counts of a unit, about just what it is about.
    fn on(&self, about: &About, file: Digest) -> Vec<&'a Heard> {
        let same = |it: &&&Heard| {
            it.about().is_some_and(|slot| {
                let of = |it: &About| (it.unit, it.period, it.example);
                of(slot) == of(about) && slot.pack == about.pack && slot.level == about.level
            })
        };
        self.0.get(&file).into_iter().flatten().filter(same).copied().collect()
    }

    /// The unit with the decision that took its name back, whether that is here or a roll-up from below names it.
    pub(super) fn with_removal(&self, level: &Level, about: &About, counted: Counted) -> Counted {
        let removed = taken_back(level, &self.on(about, counted.bundle)).or(counted.removed);
        Counted { removed, ..counted }
    }
}

/// The units that offices have decided about, counted; a unit is in one of these or waits for an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcomes {
    qualified: usize,
    not_qualified: usize,
    returned: usize,
    /// Whose name was taken back, ordered.
    removed: Vec<UnitCode>,
}

impl Outcomes {
    /// Adds a unit. `counted` is with its removal.
    pub(super) fn add(&mut self, decisions: &Decisions<'_>, level: &Level, about: &About, counted: &Counted) {
        if counted.removed.is_some() {
            return self.removed.push(counted.unit);
        }
        match stands(level, &decisions.on(about, counted.bundle)) {
            Settled::Qualified => self.qualified += 1,
            Settled::NotQualified(_) => self.not_qualified += 1,
            Settled::Returned(_) => self.returned += 1,
            Settled::Waits(_) | Settled::Removed(_) => {}
        }
    }

    /// Lines for people; none before any decision.
    pub(super) fn words(&self, lang: Lang) -> Vec<String> {
        if *self == Self::default() {
            return Vec::new();
        }
        let removed = self.removed.len();
        let mut lines = vec![words::told(lang, self.qualified, self.not_qualified, self.returned, removed)];
        if removed > 0 {
            let units: Vec<String> = self.removed.iter().map(ToString::to_string).collect();
            lines.push(words::taken_back(lang, &units.join(lang.pick("、", ", "))));
        }
        lines
    }

    /// The same for programs; nothing before any decision.
    pub(super) fn json(&self) -> Option<Value<'static>> {
        let number = |it: usize| Value::Number(i64::try_from(it).unwrap_or(i64::MAX));
        let removed = self.removed.iter().map(Value::text).collect();
        (*self != Self::default()).then(|| {
            Value::object([
                ("not_qualified", number(self.not_qualified)),
                ("qualified", number(self.qualified)),
                ("removed", Value::List(removed)),
                ("returned", number(self.returned)),
            ])
        })
    }
}
