//! One binary: the file server and the terminal tools. Reads the command line and hands over.

mod serve;
mod stop;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use stop::Done;

/// 村评: serve the page, and read, check and add up what it makes.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Args),
}

impl Command {
    fn run(self) -> Done {
        match self {
            Self::Serve(args) => serve::run(&args),
        }
    }
}

fn main() -> ExitCode {
    match Args::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.report(),
    }
}
