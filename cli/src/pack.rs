//! `cunping pack`: lists and prints the documents inside this program, and compiles those that people write.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use cunping_core::{
    json::Value,
    pack::{Pack, PackError, PackPlace, ProblemKind, authoring},
};

use cunping_text::{lang::Lang, problem as words};

use crate::{
    output, packs,
    stop::{Done, Stop},
};

/// List and print documents; check and compile those that people write.
///
/// Exit codes: 0 done, 1 could not run, 3 the pack is not valid or does not exist.
#[derive(Args)]
pub(crate) struct PackArgs {
    #[command(subcommand)]
    command: PackCommand,
    /// Print JSON, one object per line
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum PackCommand {
    /// List the documents inside this program
    List,
    /// Print one document as canonical JSON
    Show {
        /// `ID` or `ID@VERSION`
        id: String,
    },
    /// Report all problems of a pack's folder at once
    Check {
        /// The folder with pack.toml; the catalogue is in the folder beside it
        dir: PathBuf,
    },
    /// Check a pack's folder and print its canonical JSON
    Compile {
        /// The folder with pack.toml; the catalogue is in the folder beside it
        dir: PathBuf,
    },
}

/// Runs one of the subcommands.
pub(crate) fn run(args: &PackArgs) -> Done {
    match &args.command {
        PackCommand::List => packs::all()?.iter().try_for_each(|pack| say(pack, args.json)),
        PackCommand::Show { id } => show(id),
        PackCommand::Check { dir } => compiled(dir, args.json).and_then(|(pack, _)| say(&pack, args.json)),
        PackCommand::Compile { dir } => compiled(dir, args.json).and_then(|(_, json)| output::json(&json)),
    }
}

/// Prints a line about a pack.
fn say(pack: &Pack, json: bool) -> Done {
    if json {
        let members = [
            ("digest", Value::text(pack.digest)),
            ("id", Value::text(&pack.id)),
            ("title", Value::text(&pack.source.title)),
            ("version", Value::Number(pack.version.into())),
        ];
        return output::json(&Value::object(members).canonical());
    }
    let criteria: usize = pack.levels.iter().map(|level| level.criteria.len()).sum();
    let title = &pack.source.title;
    output::line(&format!("{}@{}  {title}  {criteria} 项 / criteria  {}", pack.id, pack.version, pack.digest))
}

fn show(name: &str) -> Done {
    let all = packs::all()?;
    let pack = packs::named(&all, name)?;
    let released = cunping_packs::RELEASED
        .iter()
        .find(|edition| edition.id == pack.id.as_str() && edition.version == pack.version);
    released.map_or(Ok(()), |edition| output::json(&String::from_utf8_lossy(edition.json)))
}

/// Compiles a folder.
///
/// # Errors
///
/// After every problem has been printed.
fn compiled(dir: &Path, json: bool) -> Done<(Pack, String)> {
    let mut unreadable = Vec::new();
    let files = texts(dir, &mut unreadable)?;
    let catalogue = texts(&dir.join("../catalogue"), &mut unreadable)?;
    if !unreadable.is_empty() {
        return Err(refused(&unreadable, json)?);
    }
    let bytes = match authoring::compile(&files, &catalogue) {
        Ok(bytes) => bytes,
        Err(problems) => return Err(refused(&problems, json)?),
    };
    let pack = match Pack::from_json(&bytes) {
        Ok(pack) => pack,
        Err(problems) => return Err(refused(&problems, json)?),
    };
    let folder = std::fs::canonicalize(dir).ok().and_then(|dir| Some(dir.file_name()?.to_string_lossy().into_owned()));
    if let Some(folder) = folder.filter(|folder| folder != pack.id.as_str()) {
        let place = PackPlace { file: "pack.toml".to_owned(), line: 1, column: 1, path: "/id".to_owned() };
        return Err(refused(&[PackError { place, kind: ProblemKind::NotTheFolder(folder) }], json)?);
    }
    Ok((pack, String::from_utf8_lossy(&bytes).into_owned()))
}

/// The most problems that are told in words; as JSON all are.
const MOST_TOLD: usize = 1_000;

/// Prints problems, and returns how the command ends.
fn refused(problems: &[PackError], json: bool) -> Done<Stop> {
    let count = problems.len();
    if json {
        for error in problems {
            let members = [
                ("code", Value::text(error.kind.code())),
                ("place", Value::text(&error.place)),
                ("problem", Value::text(words::pack_kind(Lang::En, &error.kind))),
            ];
            output::json_aside(&Value::object(members).canonical())?;
        }
        return Ok(Stop::silent(3));
    }
    for error in problems.iter().take(MOST_TOLD) {
        let (zh, en) = (words::pack(Lang::Zh, error), words::pack(Lang::En, error));
        output::aside(&format!("✕ {}", zh.what))?;
        for line in [&zh.advice, &en.what, &en.advice] {
            output::aside(&format!("   {line}"))?;
        }
    }
    if count > MOST_TOLD {
        output::aside(&format!(
            "只列出前 {MOST_TOLD} 个；`--json` 列出全部 / the first {MOST_TOLD} only; `--json` names all"
        ))?;
    }
    Ok(Stop::invalid(format!("{count} 个问题，改正后再检查 / {count} problems: mend them and check again")))
}

/// Reads the TOML files of a folder, by name. Those that are not UTF-8 are added to `unreadable`.
fn texts(dir: &Path, unreadable: &mut Vec<PackError>) -> Done<BTreeMap<String, String>> {
    let missing = |path: &Path, error: std::io::Error| {
        let path = path.display();
        Stop::could_not_run(format!(
            "读不到 `{path}`：请检查路径和权限 / cannot read `{path}`: check its path and permissions ({error})"
        ))
    };
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(dir).map_err(|error| missing(dir, error))? {
        let path = entry.map_err(|error| missing(dir, error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| missing(&path, error))?;
        match String::from_utf8(bytes) {
            Ok(text) => drop(texts.insert(name, text)),
            Err(error) => {
                let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
                let before = String::from_utf8_lossy(before);
                let last = before.rsplit('\n').next().unwrap_or_default();
                let (line, column) = (before.matches('\n').count() + 1, last.chars().count() + 1);
                let place = PackPlace { file: name, line, column, path: String::new() };
                unreadable.push(PackError { place, kind: ProblemKind::NotUtf8 });
            }
        }
    }
    Ok(texts)
}
