//! Measures what core does in a second, natively, against the bare work in the same run.

use super::{Budget, Row};
use crate::paths;
use crate::run::Run;
use crate::stop::{Done, Stop};

/// Measures verifying a bundle as a share of the work that no reader can leave out.
pub(crate) fn measure() -> Done<Vec<Row>> {
    let printed = printed("run --quiet --release --package cunping-core --example speed")?;
    let find = |name: &str| figure(&printed, name);
    let (whole, bare) = (find("open_per_second")?, find("open_bare_per_second")?);
    Ok(vec![
        Row { what: "open, verify, recompute a 7 KB bundle, a second", found: whole, budget: Budget::None },
        Row { what: "bare parse and strict verify of it, a second", found: bare, budget: Budget::None },
        Row {
            what: "the first as percent of the second",
            found: whole * 100 / bare.max(1),
            budget: Budget::AtLeast(80),
        },
    ])
}

/// Measures evaluating 32 criteria with reasons, against a general rules engine that finds the same on the same facts.
pub(crate) fn evaluation() -> Done<Vec<Row>> {
    let printed = printed("run --quiet --release --manifest-path bench/Cargo.toml --target-dir target")?;
    let find = |name: &str| figure(&printed, name);
    let (ours, theirs) = (find("evaluate_per_second")?, find("regorus_per_second")?);
    let row = |what, found| Row { what, found, budget: Budget::None };
    Ok(vec![
        row("units on which both engines find the same, criterion by criterion", find("evaluate_agree")?),
        Row {
            what: "evaluate, 32 criteria with reasons, facts come from memory, units a second and core",
            found: ours,
            budget: Budget::AtLeast(1_000_000),
        },
        row("the same, facts are at hand", find("evaluate_near_per_second")?),
        row("regorus bytecode on the same rules and facts, units a second and core", theirs),
        row("times as many as regorus", ours / theirs.max(1)),
    ])
}

fn printed(words: &str) -> Done<String> {
    let printed = Run::new("cargo").args(words.split(' ')).within(paths::root()).output();
    printed.ok_or_else(|| Stop::failed(format!("`cargo {words}` did not run")))
}

fn figure(printed: &str, name: &str) -> Done<u64> {
    let line = printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
    line.ok_or_else(|| Stop::failed(format!("no {name} was printed")))
}
