//! `cargo xtask test`: everything that must hold, as named steps in a fixed order.

use crate::beside::Beside;
use crate::run::Run;
use crate::say::say;
use crate::step::step;
use crate::stop::{Done, Stop};
use crate::{cases, deny, fuzz, page, paths, serve, tools};

/// A named check.
struct Check {
    name: &'static str,
    what: &'static str,
    takes: &'static str,
    /// The check that must succeed first; this one is skipped if that failed.
    needs: Option<&'static str>,
    /// True if it runs beside the others: it builds into folders that no other check uses, much of it on one core.
    beside: bool,
    work: fn() -> Done,
}

const fn check(name: &'static str, what: &'static str, takes: &'static str, work: fn() -> Done) -> Check {
    Check { name, what, takes, needs: Some("setup"), beside: false, work }
}

const CHECKS: [Check; 13] = [
    Check { needs: None, ..check("setup", "the tools", "nothing, 20 minutes on a new machine", setup) },
    Check { beside: true, ..check("page", "the page that ships", "12 minutes, nothing when unchanged", page) },
    Check {
        needs: Some("page"),
        beside: true,
        ..check("binary", "cunping with the page inside", "1 minute", serve::binary)
    },
    check("format", "rustfmt", "2 seconds", format),
    check("lint", "clippy, native", "1 minute", lint),
    check("lint-page", "clippy, the page's target", "2 minutes", lint_page),
    check("unit", "cargo test", "2 minutes", unit),
    check("core-wasm", "core for the page's target", "30 seconds", core_wasm),
    check("store", "the store's suite in Chromium", "4 minutes", store),
    check("fuzz", "every parser under the fuzzer, 5 seconds each", "2 minutes", fuzz::short),
    check("parts", "all of cunping but the page", "2 minutes", serve::parts),
    check("deny", "licences, sources, duplicates, advisories", "5 seconds", deny::check),
    Check { needs: Some("binary"), ..check("browser", "the binary and real browsers", "16 minutes", browser) },
];

/// Runs every check, or only the named one. A failure does not stop the others, so that one run shows everything.
pub(crate) fn run(only: Option<&str>) -> Done {
    let mut failed = Failed::default();
    match only {
        None => everything(&mut failed)?,
        Some(name) => match CHECKS.iter().find(|check| check.name == name) {
            Some(check) => failed.run(check),
            None => {
                let names = CHECKS.map(|check| check.name).join(" ");
                return Err(Stop::usage(format!("no such step; `cargo xtask test --list` names them: {names}")));
            }
        },
    }
    failed.done()
}

/// Runs the setup, then two lanes side by side: the checks that build into folders of their own, and all others up to
/// the browsers, which wait for both.
fn everything(failed: &mut Failed) -> Done {
    let [setup, rest @ .., last] = &CHECKS;
    failed.run(setup);
    if !failed.0.is_empty() {
        return Ok(());
    }
    let (beside, here): (Vec<&Check>, Vec<&Check>) = rest.iter().partition(|check| check.beside);
    let lane = Beside::start(beside.iter().map(|check| check.name).collect())?;
    for check in here {
        failed.run(check);
    }
    for (name, result) in lane.wait() {
        failed.note(name, result);
    }
    failed.run(last);
    Ok(())
}

/// The checks that failed, and why.
#[derive(Default)]
struct Failed(Vec<(&'static str, Stop)>);

impl Failed {
    /// Runs a check, unless the one that it needs has failed.
    fn run(&mut self, Check { name, what, takes, needs, work, beside: _ }: &Check) {
        let cause = self.0.iter().find(|(cause, _)| Some(*cause) == *needs).map(|(cause, _)| *cause);
        let result = match cause {
            Some(cause) => Err(Stop::failed(format!("not run: it needs {cause}"))),
            None => step(name, what, takes, work),
        };
        self.note(name, result);
    }

    fn note(&mut self, name: &'static str, result: Done) {
        self.0.extend(result.err().map(|stop| (name, stop)));
    }

    /// Says what failed, or that everything holds.
    fn done(self) -> Done {
        for (name, stop) in &self.0 {
            say(format!("{name}: {stop}"));
        }
        let Some((_, first)) = self.0.first() else {
            say("everything holds");
            return Ok(());
        };
        let names: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
        Err(first.instead(format!("these steps do not hold: {}", names.join(" "))))
    }
}

/// Prints the name of every check.
pub(crate) fn list() {
    for Check { name, what, takes, .. } in CHECKS {
        say(format!("{name:10} {what} (usually {takes})"));
    }
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
    let target = "--target wasm32-unknown-unknown -- -D warnings";
    cargo(&format!("clippy --package cunping-app --lib --bins {target}")).ok()?;
    cargo(&format!("clippy --package cunping-app --lib --tests --features conformance {target}")).ok()
}

fn unit() -> Done {
    // The house tests ask cargo about every dependency, including those for other systems, without the network.
    cargo("fetch --quiet").ok()?;
    cargo("test --workspace --no-fail-fast").tests()
}

fn core_wasm() -> Done {
    cargo("check --package cunping-core --target wasm32-unknown-unknown").ok()
}

/// Runs the suite that `unit` runs against the store in memory against the browser's store.
fn store() -> Done {
    let suite =
        "test --package cunping-app --features conformance --target wasm32-unknown-unknown --test store_browser";
    cargo(suite)
        .with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .with("PATH", tools::path(&[])?)
        .with("CHROMEDRIVER", "/usr/bin/chromedriver")
        .with("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .tests()
}

fn page() -> Done {
    page::build(page::Mode::Release)
}

fn browser() -> Done {
    // Its parts may have been built after it, without the page, under the same name.
    serve::binary()?;
    in_browsers("npm", &["test", "--silent"], &[])
}

/// Runs in their long form the browser tests that have a short one: every look of every screen, and more kills.
pub(crate) fn long() -> Done {
    setup()?;
    page()?;
    serve::binary()?;
    let files = ["page/screens.test.js", "page/offices.test.js", "page/kill.test.js"];
    in_browsers("npm", &[&["run", "--silent", "some", "--"], files.as_slice()].concat(), &[("CUNPING_LONG", "1")])
}

/// Lets a random hand work on the screens of villages for `gestures`, and compares the store with the screens after each;
/// with `seed` it does again what it did before.
pub(crate) fn hands(gestures: Option<&str>, seed: Option<&str>) -> Done {
    let is_number = |text: &&str| text.parse::<u32>().is_ok_and(|number| number > 0);
    if let Some(wrong) = [gestures, seed].into_iter().flatten().find(|text| !is_number(text)) {
        return Err(Stop::usage(format!("`{wrong}` is no number above 0: cargo xtask hands [GESTURES [SEED]]")));
    }
    setup()?;
    page()?;
    serve::binary()?;
    let settings = [("CUNPING_GESTURES", gestures), ("CUNPING_SEED", seed)];
    let settings: Vec<_> = settings.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    in_browsers("node", &["hands.js"], &settings)
}

fn in_browsers(program: &str, args: &[&str], settings: &[(&str, &str)]) -> Done {
    let cases = cases::spell()?;
    let tests = paths::root().join("tests");
    Run::new("npm").args(["ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund"]).within(&tests).ok()?;
    let mut run = Run::new(program).args(args).within(&tests);
    for (name, value) in settings {
        run = run.with(name, value);
    }
    run = run.with("CUNPING_BIN", serve::binary_path()).with("CUNPING_DIST", page::dist()).with("CUNPING_CASES", cases);
    for (name, file) in tools::old_browsers().into_iter().chain(tools::jose_pythons()) {
        run = run.with(name, file);
    }
    run.tests()
}
