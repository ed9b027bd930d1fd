//! The leaf about quarterly figures that rise. Exact integers only.

use super::{LeafView, NodeResult, SeenFacts};
use crate::{days::Days, truth::Finding};

impl LeafView<'_> {
    /// Tells whether the year's quarterly figures rise `times` in a row. Reads the quarters that are over, and is
    /// decided as soon as no other figure can change it; settled where that holds of figures stated after their
    /// quarter.
    pub(super) fn rises(&self, times: u8) -> NodeResult {
        let (now, ever) = [false, true].map(|last| self.answers.quarters().map(|days| self.quarter(days, last))).into();
        let finding = rising(&now, times);
        let seen = match self.silence() {
            Some(silence) if finding == Finding::Undetermined => silence,
            _ => SeenFacts::Rises(longest(&now)),
        };
        NodeResult::new(finding, finding != Finding::Undetermined && rising(&ever, times) == finding, seen)
    }

    /// Returns the figure of a quarter that is over; with `last`, only one that was stated after the quarter.
    fn quarter(&self, days: Option<Days>, last: bool) -> Quarter {
        let Some(days) = days else { return Quarter::Never };
        let stated = self.answers.parts(self.topic).iter().find(|part| part.days == days && self.window.covers(days));
        let figure = stated.filter(|part| !last || part.after).and_then(|part| part.figure);
        figure.map_or(Quarter::Open, |(figure, _)| Quarter::Is(figure))
    }
}

/// The knowledge of a quarter's figure.
#[derive(Clone, Copy)]
enum Quarter {
    Is(i64),
    /// It may still be stated.
    Open,
    /// It belongs to no day of the period.
    Never,
}

/// Tells whether some run of quarters rises `times` in a row.
fn rising(quarters: &[Quarter], times: u8) -> Finding {
    if longest(quarters) >= times {
        Finding::Met
    } else if quarters.iter().any(|it| matches!(it, Quarter::Never))
        || quarters.windows(usize::from(times) + 1).any(may_rise)
    {
        Finding::Undetermined
    } else {
        Finding::NotMet
    }
}

/// Counts the rises in a row of the longest run of known figures.
fn longest(quarters: &[Quarter]) -> u8 {
    let mut run = 0;
    let runs = quarters.windows(2).map(|two| {
        run = if matches!(two, [Quarter::Is(before), Quarter::Is(after)] if after > before) { run + 1 } else { 0 };
        run
    });
    runs.max().unwrap_or(0)
}

/// Tells whether a run can rise throughout: between two known figures there has to be room for those between them.
fn may_rise(run: &[Quarter]) -> bool {
    let mut least = i64::MIN;
    run.iter().all(|quarter| {
        let fits = !matches!(quarter, Quarter::Is(figure) if *figure < least);
        least = match quarter {
            Quarter::Is(figure) => figure.saturating_add(1),
            Quarter::Open | Quarter::Never if least == i64::MIN => least,
            Quarter::Open | Quarter::Never => least.saturating_add(1),
        };
        fits
    })
}
