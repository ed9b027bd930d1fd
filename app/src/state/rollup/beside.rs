//! Combines roll-ups with the units' own files that are here, by core's rules.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::Counted,
    id::UnitCode,
    rollup::{Joined, OutcomeEntry, Stand, UnitStanding, joined, tally},
};

use super::Areas;
use crate::state::township::{UnitLine, UnitsTable};

impl Areas {
    /// Adds the files of units that are here, and returns the number of expected units that count by a roll-up's word
    /// alone.
    #[must_use]
    pub fn beside(mut self, table: &UnitsTable) -> (Self, usize) {
        let lines: BTreeMap<UnitCode, &UnitLine> =
            table.lines.iter().filter(|line| !line.files.is_empty()).map(|line| (line.unit, line)).collect();
        let one = self.sum.counted.iter().map(|entry| (entry.unit, OutcomeEntry::One(entry.clone())));
        let words: BTreeMap<UnitCode, OutcomeEntry> =
            one.chain(self.sum.unsettled.iter().map(|unit| (*unit, OutcomeEntry::Unsettled))).collect();
        let units: BTreeSet<UnitCode> = words.keys().chain(lines.keys()).copied().collect();
        let (mut counted, mut told) = (Vec::<Counted>::new(), 0);
        self.sum.unsettled.clear();
        for unit in units {
            match joined(unit, own(lines.get(&unit).copied()), words.get(&unit)) {
                Joined::Own(own) => {
                    if !words.contains_key(&unit) {
                        self.sum.children.insert(own.bundle);
                    }
                    counted.push(own);
                }
                Joined::Told(word) => {
                    told += usize::from(self.sum.expected.contains(&unit));
                    counted.push(word);
                }
                Joined::Unsettled => drop(self.sum.unsettled.insert(unit)),
                Joined::Missing => {}
            }
        }
        let standing = |entry: &Counted| UnitStanding {
            bundle: entry.bundle,
            verdict: entry.verdict,
            provisional: entry.provisional,
        };
        self.standings = counted.iter().map(|entry| (entry.unit, standing(entry))).collect();
        self.sum.counted = counted;
        self.tally = tally(&self.sum.expected, &self.standings);
        (self, told)
    }
}

/// Returns which of a unit's own files counts, and the result of that one.
fn own(line: Option<&UnitLine>) -> (Stand, Option<UnitStanding>) {
    let Some(line) = line else { return (Stand::Missing, None) };
    let standing = match line.stand {
        Stand::Counted(digest) => line.counted().map(|it| UnitStanding::new(it, digest)),
        _ => None,
    };
    (line.stand, standing)
}

#[cfg(test)]
mod tests {
    use cunping_core::{bundle::Counted, evaluate::Verdict, id::Digest, rollup::Tally};

    use super::*;
    use crate::state::{
        rollup::OfficeSum,
        township::tests::{scope, sheets},
    };

    /// The example township's table, and what its roll-up states about it.
    fn both() -> (UnitsTable, Areas) {
        let table =
            UnitsTable::new(&scope("2026-Q3"), &crate::state::example::villages(), &sheets("2026-Q3", "2026-11-22"));
        let sum = OfficeSum::of_table(&table, &BTreeMap::new(), &BTreeMap::new());
        (table, Areas { lines: Vec::new(), sum, standings: BTreeMap::new(), tally: Tally::default() })
    }

    fn nothing(table: &UnitsTable) -> UnitsTable {
        let without = |line: &UnitLine| UnitLine { files: Vec::new(), stand: Stand::Missing, ..line.clone() };
        UnitsTable { lines: table.lines.iter().map(without).collect(), ..table.clone() }
    }

    #[test]
    fn without_a_file_behind_it_a_verdict_is_a_word() {
        let (table, areas) = both();
        let (told, words) = areas.clone().beside(&nothing(&table));
        assert_eq!((told.tally, words), (table.tally, 11));
        let (own, words) = areas.beside(&table);
        assert_eq!((own.tally, words), (table.tally, 0));
    }

    #[test]
    fn a_word_against_the_file_that_is_here_is_a_conflict() {
        let (table, mut areas) = both();
        let first = &mut areas.sum.counted[0];
        *first = Counted { bundle: Digest([9; 32]), verdict: Verdict::Qualified, ..first.clone() };
        let unit = first.unit;
        let (torn, _) = areas.beside(&table);
        assert!(torn.sum.unsettled.contains(&unit) && !torn.standings.contains_key(&unit));
        assert_eq!(torn.tally.reported, 10);
    }

    #[test]
    fn a_file_counts_as_it_was_computed_here() {
        let (table, mut areas) = both();
        areas.sum.counted.iter_mut().for_each(|it| it.verdict = Verdict::Qualified);
        assert_eq!(areas.beside(&table).0.tally, table.tally);
    }
}
