//! How periods compare: the counts of each, and whether things turned better or worse.

use cunping_core::{evaluate::Evaluation, truth::Finding};

use crate::{finding::Mark, lang::Lang};

/// Numbers of criteria by finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindingCounts {
    /// Met.
    pub met: usize,
    /// Not met.
    pub broken: usize,
    /// Open.
    pub open: usize,
    /// Not applicable.
    pub beside: usize,
}

impl FindingCounts {
    /// Counts the findings of an evaluation.
    #[must_use]
    pub fn of(evaluation: &Evaluation) -> Self {
        let count = |finding| evaluation.criteria.iter().filter(|it| it.finding == finding).count();
        Self {
            met: count(Finding::Met),
            broken: count(Finding::NotMet),
            open: count(Finding::Undetermined),
            beside: count(Finding::NotApplicable),
        }
    }

    /// Returns true if nothing is answered yet.
    #[must_use]
    pub fn is_silent(self) -> bool {
        self.met + self.broken + self.beside == 0
    }
}

/// Compares the number of unmet criteria with the period before: icon, word and style key. While open answers could
/// still reverse the result, it is “open”, and nothing is better before its period is over.
#[must_use]
pub fn turn(lang: Lang, before: FindingCounts, now: FindingCounts, over: bool) -> Mark {
    let at_most = |counts: FindingCounts| counts.broken + counts.open;
    let (icon, word, key) = if now.broken > at_most(before) {
        ("↓", lang.pick("变差", "Worse"), "not-met")
    } else if now.open > 0 || !over {
        ("？", lang.pick("填完再比", "Not comparable yet"), "open")
    } else if now.broken < before.broken {
        ("↑", lang.pick("变好", "Better"), "met")
    } else if before.open == 0 {
        ("＝", lang.pick("持平", "The same"), "not-applicable")
    } else {
        ("？", lang.pick("填完再比", "Not comparable yet"), "open")
    };
    Mark { icon, word, key }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(met: usize, broken: usize, open: usize) -> FindingCounts {
        FindingCounts { met, broken, open, beside: 0 }
    }

    #[test]
    fn a_turn_is_told_only_when_no_open_answer_can_turn_it_round() {
        for (before, now, icon) in [
            (counts(8, 0, 0), counts(7, 1, 0), "↓"),
            (counts(7, 0, 1), counts(7, 1, 0), "？"),
            (counts(7, 0, 1), counts(6, 2, 0), "↓"),
            (counts(6, 2, 0), counts(7, 1, 0), "↑"),
            (counts(6, 2, 0), counts(7, 0, 1), "？"),
            (counts(6, 2, 0), counts(6, 1, 1), "？"),
            (counts(7, 1, 0), counts(7, 1, 0), "＝"),
            (counts(8, 0, 0), counts(0, 0, 8), "？"),
        ] {
            assert_eq!(turn(Lang::Zh, before, now, true).icon, icon, "{before:?} {now:?}");
        }
        assert_eq!(turn(Lang::Zh, counts(6, 2, 0), counts(8, 0, 0), false).icon, "？", "days are to come");
        assert_eq!(turn(Lang::Zh, counts(8, 0, 0), counts(7, 1, 0), false).icon, "↓", "they cannot undo it");
    }
}
