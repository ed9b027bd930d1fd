//! One binary for the file server and the terminal tools: parses the command line and calls the command.

mod evaluate;
mod fault;
mod input;
mod output;
mod overlay;
mod overlays;
mod pack;
mod packs;
mod reading;
mod review;
mod rollup;
mod serve;
mod stop;
mod units;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use stop::Done;

/// 村评: serve the page; evaluate, verify and add up the files it makes.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::ServeArgs),
    Evaluate(evaluate::EvaluateArgs),
    Verify(verify::VerifyArgs),
    Rollup(rollup::RollupArgs),
    Pack(pack::PackArgs),
    Overlay(overlay::OverlayArgs),
}

impl Command {
    fn run(self) -> Done {
        match self {
            Self::Serve(args) => serve::run(&args),
            Self::Evaluate(args) => evaluate::run(&args),
            Self::Verify(args) => verify::run(&args),
            Self::Rollup(args) => rollup::run(&args),
            Self::Pack(args) => pack::run(&args),
            Self::Overlay(args) => overlay::run(&args),
        }
    }
}

fn main() -> ExitCode {
    match Args::try_parse().map(|args| args.command.run()) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(stop)) => stop.report(),
        Err(error) => usage::answer(&error, std::env::args_os()),
    }
}
