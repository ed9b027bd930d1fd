//! Measures the page in a real browser at a quarter of the processor's speed, against a hand-written minimal page in
//! the same run.

use super::{Budget, Row};
use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{paths, serve};

/// Measures the time to the first question, and from a key press to the reaction.
pub(crate) fn measure() -> Done<Vec<Row>> {
    serve::binary()?;
    let printed = Run::new("node").arg("bench/page.js").within(paths::root().join("tests"));
    let printed = printed.with("CUNPING_BIN", serve::binary_path()).output();
    let printed =
        printed.ok_or_else(|| Stop::failed("tests/bench/page.js did not run; `cargo xtask setup` first".to_owned()))?;
    let find = |name: &str| {
        let line = printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
        line.ok_or_else(|| Stop::failed(format!("tests/bench/page.js printed no {name}")))
    };
    let floor = find("first_question_floor_ms ")?;
    Ok(vec![
        Row {
            what: "first load to the first question as a browser counts it, bytes",
            found: find("first_load_bytes ")?,
            budget: Budget::AtMost(200_000),
        },
        Row { what: "the floor page's questions, ms", found: floor, budget: Budget::None },
        Row {
            what: "navigation to the first question, ms (1.5 × the floor page)",
            found: find("first_question_ms ")?,
            budget: Budget::AtMost(floor * 3 / 2),
        },
        Row {
            what: "key to verdict on the floor page, ms",
            found: find("key_to_verdict_floor_ms ")?,
            budget: Budget::None,
        },
        Row { what: "key to verdict, ms", found: find("key_to_verdict_ms ")?, budget: Budget::AtMost(16) },
    ])
}
