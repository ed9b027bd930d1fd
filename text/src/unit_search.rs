//! Finds units by what people type: the names of a unit and of the township, county, prefecture and province that it
//! lies in, or its code. How it is written does not matter: full-width signs, white space, what a village committee is
//! called, and some characters that are written for one another.

mod fold;

use cunping_core::id::UnitCode;

use crate::unit_code;
use fold::Endings;

/// A unit that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundUnit {
    /// Its division code.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
    /// The names of the units that contain it, the largest first.
    pub above: Vec<String>,
}

/// The units that fit what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitHits {
    /// The number of all of them.
    pub count: usize,
    /// The first of them, those whose own name fits best at the top, else in the order of the list.
    pub first: Vec<FoundUnit>,
}

/// A list of units to search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitIndex {
    rows: Vec<IndexRow>,
    endings: Endings,
}

/// A unit with its names as they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct IndexRow {
    unit: FoundUnit,
    digits: String,
    /// The names above and its own, in a row.
    path: String,
    /// Where its own name begins in the path.
    own: usize,
}

/// A typed word in the two forms that are looked for.
struct SoughtWord<'a> {
    whole: &'a str,
    /// Without what a village is called at its end.
    stem: &'a str,
}

/// How well the own name of a unit fits; the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Same,
    Begins,
    Contains,
    AboveOnly,
}

impl UnitIndex {
    /// Makes the list. `terms` are what documents call villages, such as `村(社区)`: a name may end with one or not.
    pub fn new<'a>(units: impl IntoIterator<Item = FoundUnit>, terms: impl IntoIterator<Item = &'a str>) -> Self {
        let row = |unit: FoundUnit| {
            let above = fold::folded(&unit.above.concat());
            let path = format!("{above}{}", fold::folded(&unit.name));
            IndexRow { digits: unit.code.to_string(), path, own: above.len(), unit }
        };
        Self { rows: units.into_iter().map(row).collect(), endings: Endings::new(terms) }
    }

    /// Finds the units that fit every typed word; all units if nothing is typed. Returns at most `most` of them.
    #[must_use]
    pub fn find(&self, query: &str, most: usize) -> UnitHits {
        let fits: Vec<(Fit, &FoundUnit)> = if unit_code::is_code(query) {
            let digits = unit_code::digits(query);
            self.rows.iter().filter(|row| row.has_code(&digits)).map(|row| (Fit::Same, &row.unit)).collect()
        } else {
            let words = self.endings.words(query);
            let words: Vec<_> =
                words.iter().map(|whole| SoughtWord { whole, stem: self.endings.stem(whole) }).collect();
            self.rows.iter().filter_map(|row| Some((self.fit(row, &words)?, &row.unit))).collect()
        };
        let of = |fit: Fit| fits.iter().filter(move |(it, _)| *it == fit).map(|(_, unit)| (*unit).clone());
        let first = [Fit::Same, Fit::Begins, Fit::Contains, Fit::AboveOnly].into_iter().flat_map(of);
        UnitHits { count: fits.len(), first: first.take(most).collect() }
    }

    /// Returns how well a unit fits; `None` if one of the words is not in its names.
    fn fit(&self, row: &IndexRow, words: &[SoughtWord]) -> Option<Fit> {
        let own = row.path.get(row.own..).unwrap_or_default();
        let one = |word: &SoughtWord| match own.find(word.stem) {
            Some(_) if self.endings.stem(own) == word.stem => Fit::Same,
            Some(0) => Fit::Begins,
            Some(_) => Fit::Contains,
            None => Fit::AboveOnly,
        };
        words.iter().all(|word| row.holds(word)).then(|| words.iter().map(one).min().unwrap_or(Fit::AboveOnly))
    }
}

impl IndexRow {
    /// Returns true if the unit has this code, its code begins so, or it lies in the unit that has this code.
    fn has_code(&self, digits: &str) -> bool {
        self.digits.starts_with(digits) || digits.parse().is_ok_and(|area| self.unit.code.lies_in(area))
    }

    /// Returns true if a word is in the names. Without its ending it must reach into the unit's own name: whoever
    /// writes the ending means a village and not the township of that name.
    fn holds(&self, SoughtWord { whole, stem }: &SoughtWord) -> bool {
        self.path.contains(*whole)
            || self.path.rfind(*stem).is_some_and(|at| at + stem.len() > self.own)
            || self.digits.starts_with(whole)
            || self.is_autonomous(whole)
    }

    /// Returns true if a word is the short name of an autonomous unit: 甲州 for 甲乙族自治州.
    fn is_autonomous(&self, word: &str) -> bool {
        let Some((at, kind)) = word.char_indices().next_back() else { return false };
        let (name, _) = word.split_at(at);
        let after = |at: usize| self.path.get(at + name.len()..).and_then(|rest| rest.split_once("自治"));
        let mut places = self.path.match_indices(name).filter(|_| name.chars().nth(1).is_some());
        places.any(|(at, _)| after(at).is_some_and(|(people, rest)| people.ends_with('族') && rest.starts_with(kind)))
    }
}

#[cfg(test)]
mod tests;
