//! What the core does in a second, natively, in one run with the bare work beside it. Opens no browser.

use super::{Budget, Row};
use crate::run::Run;
use crate::stop::{Done, Stop};

/// Evaluation, and opening a bundle as a share of the work that no reader can leave out.
pub(crate) fn measure() -> Done<Vec<Row>> {
    let example = "run --quiet --release --package cunping-core --example speed";
    let printed = Run::new("cargo").args(example.split(' ')).output();
    let printed = printed.ok_or_else(|| Stop::failed("the speed example did not run".to_owned()))?;
    let find = |name: &str| {
        let line = printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
        line.ok_or_else(|| Stop::failed(format!("the speed example printed no {name}")))
    };
    let (whole, bare) = (find("open_per_second")?, find("open_bare_per_second")?);
    Ok(vec![
        Row {
            what: "evaluate, 8 criteria in a year of quarters, units a second (the budget is for 32)",
            found: find("evaluate_per_second")?,
            budget: Budget::AtLeast(1_000_000),
        },
        Row { what: "open, verify, recompute a 7 KB bundle, a second", found: whole, budget: Budget::None },
        Row { what: "bare parse and strict verify of it, a second", found: bare, budget: Budget::None },
        Row {
            what: "the first as percent of the second",
            found: whole * 100 / bare.max(1),
            budget: Budget::AtLeast(80),
        },
    ])
}
