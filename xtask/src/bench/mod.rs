//! `cargo xtask bench`: compares measurements with their budgets. Each thing is measured in a file of its own.

mod effort;
mod page;
mod pile;
mod served;
mod size;
mod speed;

use crate::say::say;
use crate::stop::{Done, Stop};

/// One measurement with its budget.
pub(crate) struct Row {
    /// Name of the measurement, with its unit.
    pub(crate) what: &'static str,
    /// The measured value.
    pub(crate) found: u64,
    /// The limit for it.
    pub(crate) budget: Budget,
}

/// A limit, in the row's unit.
pub(crate) enum Budget {
    /// No more than this.
    AtMost(u64),
    /// No less than this.
    AtLeast(u64),
    /// No limit: shown for comparison with another row.
    None,
}

impl Row {
    fn holds(&self) -> bool {
        match self.budget {
            Budget::AtMost(limit) => self.found <= limit,
            Budget::AtLeast(limit) => self.found >= limit,
            Budget::None => true,
        }
    }
}

/// A function that measures one or several things.
type Measure = fn() -> Done<Vec<Row>>;

const MEASURES: [Measure; 7] =
    [size::measure, page::measure, effort::measure, pile::measure, served::measure, speed::evaluation, speed::measure];

/// Measures everything and prints the table.
///
/// # Errors
///
/// When a budget is not met.
pub(crate) fn run() -> Done {
    let mut broken = 0_usize;
    say(format!("{:>12} {:>14}  {}", "found", "budget", "what"));
    for measure in MEASURES {
        for row in measure()? {
            let budget = match row.budget {
                Budget::AtMost(limit) => format!("≤ {limit}"),
                Budget::AtLeast(limit) => format!("≥ {limit}"),
                Budget::None => String::new(),
            };
            let mark = if row.holds() { "" } else { "  ← budget not reached" };
            broken += usize::from(!row.holds());
            say(format!("{:>12} {budget:>14}  {}{mark}", row.found, row.what));
        }
    }
    if broken == 0 { Ok(()) } else { Err(Stop::failed(format!("{broken} budgets do not hold"))) }
}
