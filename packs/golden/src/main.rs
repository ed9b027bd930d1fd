//! Spells out or prints golden cases, or reads the sources beside the packs. Reads the command line; knows no case.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

const HELP: &str = "\
golden COMMAND

  spell FILE  write the cases of every document into FILE, as a JSON list with one case a line
  print PACK  print every case of a document for a reader who knows it
  readings SEEDS [PACK]          read the source texts in the folder SEEDS beside the packs, clause by clause
  readings SEEDS --record DAY    the same, and write down what was found, as of that day, into packs/read.toml

exit codes: 0 done, 1 it failed, 2 wrong usage";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["spell", file] => spell(Path::new(file)),
        ["print", pack] => print(pack),
        ["readings", seeds] => readings(seeds, None, None),
        ["readings", seeds, "--record", day] => readings(seeds, None, Some(day)),
        ["readings", seeds, pack] => readings(seeds, Some(pack), None),
        _ => {
            complain(HELP);
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            complain(&words);
            ExitCode::FAILURE
        }
    }
}

fn spell(file: &Path) -> Result<(), String> {
    let cases = cunping_golden::all().map_err(|problem| problem.to_string())?;
    let lines: Vec<String> = cases.iter().map(ToString::to_string).collect();
    let unwritten = |error: io::Error| format!("{}: {error}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(unwritten)?;
    }
    fs::write(file, format!("[\n{}\n]\n", lines.join(",\n"))).map_err(unwritten)
}

fn print(pack: &str) -> Result<(), String> {
    say(&cunping_golden::printed(pack).map_err(|problem| problem.to_string())?);
    Ok(())
}

fn readings(seeds: &str, pack: Option<&str>, record: Option<&str>) -> Result<(), String> {
    let record = record.map(|day| day.parse().map_err(|error| format!("`{day}`: {error}"))).transpose()?;
    let read = cunping_golden::read(Path::new(seeds), pack, record).map_err(|problem| problem.to_string())?;
    say(&read.lines);
    if read.wrong.is_empty() { Ok(()) } else { Err(read.wrong.join("\n")) }
}

fn say(lines: &[String]) {
    let mut out = io::stdout().lock();
    for line in lines {
        // A closed pipe is not an error: the reader has seen enough.
        if writeln!(out, "{line}").is_err() {
            break;
        }
    }
}

fn complain(words: &str) {
    let _closed = writeln!(io::stderr(), "{words}");
}
