//! Every parser under cargo-fuzz, from the vectors on. Finds; mends nothing.

use crate::paths;
use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};

/// The targets in `fuzz/fuzz_targets`.
const TARGETS: [&str; 4] = ["bundle", "payload", "file", "text"];

/// Seconds for each target, where none are given.
const SECONDS: &str = "300";

/// Fuzzes each target for a while. What crashes is kept in `fuzz/artifacts`.
pub(crate) fn run(words: &[&str]) -> Done {
    let seconds = match words {
        [] => SECONDS,
        [seconds] if seconds.parse::<u32>().is_ok() => seconds,
        _ => return Err(Stop::usage("cargo xtask fuzz [SECONDS]".to_owned())),
    };
    if Run::new("cargo").args(["+nightly", "fuzz", "--version"]).output().is_none() {
        say(
            "fuzzing needs nightly Rust and cargo-fuzz:\n  rustup toolchain install nightly\n  cargo install cargo-fuzz --locked",
        );
        return Err(Stop::failed("cargo-fuzz is not here".to_owned()));
    }
    let vectors = paths::root().join("core/tests/vectors");
    for target in TARGETS {
        say(format!("{target}, {seconds} seconds"));
        let corpus = paths::root().join("fuzz/corpus").join(target);
        std::fs::create_dir_all(&corpus).map_err(|error| Stop::failed(format!("{}: {error}", corpus.display())))?;
        let run = Run::new("cargo").args(["+nightly", "fuzz", "run", target]).arg(&corpus).arg(&vectors);
        run.args(["--", "-max_len=200000", &format!("-max_total_time={seconds}")]).ok()?;
    }
    Ok(())
}
