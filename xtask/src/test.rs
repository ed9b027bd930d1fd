//! `cargo xtask test`: everything that must hold, as named steps in one order. Checks nothing itself.

use crate::run::Run;
use crate::say::say;
use crate::step::step;
use crate::stop::{Done, Stop};
use crate::{deny, page, paths, serve, tools};

/// A named check.
struct Check {
    name: &'static str,
    what: &'static str,
    takes: &'static str,
    work: fn() -> Done,
}

const CHECKS: [Check; 10] = [
    Check { name: "setup", what: "the tools", takes: "nothing, 20 minutes on a new machine", work: setup },
    Check { name: "format", what: "rustfmt", takes: "2 seconds", work: format },
    Check { name: "lint", what: "clippy, native", takes: "2 minutes", work: lint },
    Check { name: "lint-page", what: "clippy, the page's target", takes: "2 minutes", work: lint_page },
    Check { name: "unit", what: "cargo test", takes: "3 minutes", work: unit },
    Check { name: "core-wasm", what: "core for the page's target", takes: "20 seconds", work: core_wasm },
    Check { name: "page", what: "the page that ships", takes: "3 minutes, nothing when unchanged", work: page },
    Check { name: "binary", what: "cunping with the page inside", takes: "1 minute", work: serve::binary },
    Check { name: "browser", what: "the binary and real browsers", takes: "3 minutes", work: browser },
    Check { name: "deny", what: "licences and sources", takes: "5 seconds", work: deny::check },
];

/// Runs every check, or the named one.
pub(crate) fn run(only: Option<&str>) -> Done {
    let chosen: Vec<&Check> = CHECKS.iter().filter(|check| only.is_none_or(|name| name == check.name)).collect();
    if chosen.is_empty() {
        return Err(Stop::usage(format!("no such step; `cargo xtask test --list` names them: {}", names().join(" "))));
    }
    chosen.into_iter().try_for_each(|check| step(check.name, check.what, check.takes, check.work))?;
    say("everything holds");
    Ok(())
}

/// Names every check.
pub(crate) fn list() {
    for Check { name, what, takes, .. } in CHECKS {
        say(format!("{name:10} {what} (usually {takes})"));
    }
}

fn names() -> Vec<&'static str> {
    CHECKS.iter().map(|check| check.name).collect()
}

fn cargo(words: &str) -> Run {
    Run::new("cargo").args(words.split(' '))
}

/// Installs everything that the checks use.
pub(crate) fn setup() -> Done {
    tools::for_build()?;
    tools::for_tests()
}

fn format() -> Done {
    cargo("fmt --all --check").ok()
}

fn lint() -> Done {
    cargo("clippy --workspace --all-targets -- -D warnings").ok()
}

fn lint_page() -> Done {
    cargo("clippy --package cunping-app --lib --bins --target wasm32-unknown-unknown -- -D warnings").ok()
}

fn unit() -> Done {
    // The tests of the house ask cargo about every dependency, also those of other systems, without the network.
    cargo("fetch --quiet").ok()?;
    cargo("test --workspace").ok()
}

fn core_wasm() -> Done {
    cargo("check --package cunping-core --target wasm32-unknown-unknown").ok()
}

fn page() -> Done {
    page::build(page::Mode::Release)
}

fn browser() -> Done {
    let tests = paths::root().join("tests");
    Run::new("npm").args(["ci", "--silent", "--no-audit", "--no-fund"]).within(&tests).ok()?;
    let mut run = Run::new("npm").args(["test", "--silent"]).within(&tests);
    run = run.with("CUNPING_BIN", serve::binary_path()).with("CUNPING_DIST", page::dist());
    run = run.with("CUNPING_JOSE_PYTHON", tools::jose_python());
    for (name, file) in tools::old_browsers() {
        run = run.with(name, file);
    }
    run.ok()
}
