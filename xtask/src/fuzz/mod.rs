//! Runs every parser under cargo-fuzz: for a short time in the tests, for a long one by hand.
//!
//! It uses the stable compiler: coverage needs only flags that it has, and no sanitizer is used because none of our
//! code is `unsafe`.

mod seeds;

use std::fs;
use std::path::PathBuf;

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{paths, tools};

/// The targets in `fuzz/fuzz_targets`, and the maximum size of an input in bytes: some parsers read a whole pack or
/// backup.
const TARGETS: [(&str, u32); 11] = [
    ("bundle", 50_000),
    ("payload", 50_000),
    ("file", 50_000),
    ("pack", 200_000),
    ("text", 2_000),
    ("import", 50_000),
    ("backup", 50_000),
    ("encrypted", 10_000),
    ("message", 20_000),
    ("address", 500),
    ("reviews", 5_000),
];

/// Seconds for each target: in the tests, and by hand if none are given.
const SHORT: u32 = 5;
const LONG: u32 = 300;

/// Fuzzes each target, or the named one.
pub(crate) fn run(words: &[&str]) -> Done {
    let usage = || Stop::usage("cargo xtask fuzz [SECONDS [TARGET]]".to_owned());
    let (seconds, only) = match words {
        [] => (LONG, None),
        [seconds] => (seconds.parse().map_err(|_| usage())?, None),
        [seconds, target] => (seconds.parse().map_err(|_| usage())?, Some(*target)),
        _ => return Err(usage()),
    };
    let chosen: Vec<_> = TARGETS.into_iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        return Err(usage());
    }
    tools::for_fuzz()?;
    each(&chosen, seconds, "--release")
}

/// Fuzzes each target for a short time, as a step of `cargo xtask test`. Builds without optimizations: that takes
/// seconds where the other takes minutes, and every seed is tried all the same.
pub(crate) fn short() -> Done {
    each(&TARGETS, SHORT, "--dev")
}

fn each(targets: &[(&str, u32)], seconds: u32, profile: &str) -> Done {
    cargo_fuzz("build", profile).arg(folder()).ok()?;
    for (target, longest) in targets {
        let found = folder().join("corpus").join(target);
        fs::create_dir_all(&found).map_err(|error| Stop::io(&found, &error))?;
        say(format!("{target}, {seconds} seconds"));
        let run = cargo_fuzz("run", profile).arg(folder()).arg(target).arg(&found).arg(seeds::write(target)?);
        run.args(["--", "-print_final_stats=0", "-verbosity=0", "-print_funcs=0", "-timeout=20", "-rss_limit_mb=2048"])
            .args([format!("-max_len={longest}"), format!("-max_total_time={seconds}")])
            .ok()?;
    }
    Ok(())
}

/// Returns a command of cargo-fuzz that waits for its folder.
fn cargo_fuzz(command: &str, profile: &str) -> Run {
    Run::new(tools::cargo_fuzz()).args(["fuzz", command, profile, "--sanitizer", "none", "--target-dir"])
}

/// Returns the folder of the fuzzer's build and of the inputs it found worth keeping.
fn folder() -> PathBuf {
    paths::target().join("fuzz")
}
