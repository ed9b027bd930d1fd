//! Every chore of the repository: parses the command line and calls the chore.

mod bench;
mod beside;
mod bindgen;
mod cases;
mod deny;
mod failures;
mod files;
mod finish;
mod fuzz;
mod locked;
mod mutants;
mod page;
mod parts;
mod paths;
mod readings;
mod run;
mod say;
mod serve;
mod step;
mod stop;
mod styles;
mod test;
mod today;
mod tools;

use std::process::ExitCode;

use page::Mode;
use say::say;
use stop::{Done, Stop};

const HELP: &str = "\
cargo xtask COMMAND

  serve [--listen ADDRESS]  set up, build and serve the page (15 minutes on a new machine, then seconds)
  test [--only STEP]        everything that must hold; --list names the steps
  long                      the long forms of browser tests: every look of every screen, more kills; 10 minutes
  hands [GESTURES [SEED]]   a random hand on a village's screens, the store compared after each gesture; minutes
  bench                     each budget beside what was measured
  cases PACK | --spell      a document's golden cases for a reader who knows it; all of them, for the browsers' tests
  readings SEEDS [PACK]     the source texts in SEEDS beside the packs, clause by clause; --record writes packs/read.toml
  fuzz [SECONDS [TARGET]]   every parser under a fuzzer, 300 seconds each
  mutants [FILE…]           changes in core's rules that no test notices, in all of them or in the named files; hours
  setup                     install what build and tests use, into ~/.cache/cunping and, as root, with apt-get
  build [--dev]             build the page into dist/; --dev: quickly, into dist-dev/
  advisories FOLDER         renew the kept list of advisories from a clone of RustSec's advisory-db
  styles, bindgen, finish   parts of a build: Trunk runs them

exit codes: 0 done, 1 a step failed, 2 wrong usage, 3 a system package is missing and the line to install it was printed";

fn main() -> ExitCode {
    paths::note_me();
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            say(&stop);
            ExitCode::from(stop.code())
        }
    }
}

fn dispatch(words: &[&str]) -> Done {
    match words {
        ["serve", rest @ ..] => serve::run(rest),
        ["test"] => test::run(None),
        ["test", "--only", step] => test::run(Some(step)),
        ["test", "--list"] => {
            test::list();
            Ok(())
        }
        ["long"] => test::long(),
        ["hands"] => test::hands(None, None),
        ["hands", gestures] => test::hands(Some(gestures), None),
        ["hands", gestures, seed] => test::hands(Some(gestures), Some(seed)),
        ["bench"] => bench::run(),
        ["cases", "--spell"] => cases::spell().map(drop),
        ["cases", pack] => cases::print(pack),
        ["readings", rest @ ..] => readings::run(rest),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["mutants", files @ ..] => mutants::run(files),
        ["advisories", folder] => deny::renew(folder),
        ["setup"] => test::setup(),
        ["build"] => page::build(Mode::Release),
        ["build", "--dev"] => page::build(Mode::Dev),
        ["styles"] => styles::write(),
        ["bindgen", args @ ..] => bindgen::run(args),
        ["finish"] => finish::run(),
        [] | ["help" | "--help" | "-h"] => {
            say(HELP);
            Ok(())
        }
        _ => Err(Stop::usage(format!("unknown command `{}`\n\n{HELP}", words.join(" ")))),
    }
}
