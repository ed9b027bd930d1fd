//! Every chore of the repository: reads the command line and hands over. Does no chore itself.

mod build;
mod files;
mod finish;
mod paths;
mod say;
mod stop;
mod styles;
mod tools;

use std::process::ExitCode;

use say::say;
use stop::{Done, Stop};

const HELP: &str = "\
cargo xtask COMMAND

  build [--dev]   build the page into dist/ (about 5 minutes the first time; --dev: dist-dev/, plain and quick)
  styles          write the one stylesheet (Trunk runs this)
  finish          hash names and compress what Trunk built (Trunk runs this)

exit codes: 0 done, 1 a step failed, 2 wrong usage, 3 a system package is missing and the line to install it was printed";

fn main() -> ExitCode {
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
        ["build"] => build::page(build::Mode::Release),
        ["build", "--dev"] => build::page(build::Mode::Dev),
        ["styles"] => styles::write(),
        ["finish"] => finish::run(),
        [] | ["help" | "--help" | "-h"] => {
            say(HELP);
            Ok(())
        }
        _ => Err(Stop::usage(format!("unknown command `{}`\n\n{HELP}", words.join(" ")))),
    }
}
