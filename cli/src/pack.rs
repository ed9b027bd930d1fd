//! `cunping pack`: lists and prints the documents inside this program, and compiles those that people write.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use cunping_core::{
    json::Value,
    pack::{Pack, PackError, authoring},
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
    let files = texts(dir)?;
    let catalogue = texts(&dir.join("../catalogue"))?;
    let bytes = authoring::compile(&files, &catalogue).map_err(|problems| refused(&problems, json))?;
    let pack = Pack::from_json(&bytes).map_err(|problems| refused(&problems, json))?;
    Ok((pack, String::from_utf8_lossy(&bytes).into_owned()))
}

fn refused(problems: &[PackError], json: bool) -> Stop {
    let lines: Vec<String> = problems.iter().map(|it| problem(it, json)).collect();
    let count = lines.len();
    let summary = format!("{count} 个问题，改正后再检查 / {count} problems: mend them and check again");
    Stop::invalid(if json { lines.join("\n") } else { format!("{}\n{summary}", lines.join("\n")) })
}

fn problem(error: &PackError, json: bool) -> String {
    if json {
        let members = [
            ("code", Value::text(error.kind.code())),
            ("place", Value::text(&error.place)),
            ("problem", Value::text(words::pack_kind(Lang::En, &error.kind))),
        ];
        return Value::object(members).canonical();
    }
    let zh = words::pack(Lang::Zh, error);
    let en = words::pack(Lang::En, error);
    format!("✕ {}\n   {}\n   {}\n   {}", zh.what, zh.advice, en.what, en.advice)
}

/// Reads the TOML files of a folder, by name.
fn texts(dir: &Path) -> Done<BTreeMap<String, String>> {
    let unreadable = |error: std::io::Error| {
        let dir = dir.display();
        Stop::could_not_run(format!(
            "读不到文件夹 `{dir}`：请检查路径 / cannot read the folder `{dir}`: check its path ({error})"
        ))
    };
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_some_and(|ending| ending == "toml") {
            texts.insert(name, std::fs::read_to_string(&path).map_err(unreadable)?);
        }
    }
    Ok(texts)
}
