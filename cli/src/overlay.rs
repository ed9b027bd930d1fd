//! `cunping overlay`: what a document leaves to others, checked, told in words, written canonically. Edits none.

use clap::{Args as Arguments, Subcommand};
use cunping_core::{json::Value, overlay::Overlay, pack::Pack};
use cunping_office::{lang::Lang, overlay};

use crate::{
    input::{self, Input, Texts},
    output,
    overlays::{Fault, Loader},
    packs,
    stop::{Done, Stop},
};

/// Check, tell and compile overlays (docs/pack-format.md): what a document leaves to others.
///
/// Every problem of every file is reported at once, with its place and what to do.
/// Exit codes: 0 every file fits its document, 1 could not run, 3 a file does not fit, or sets what another sets.
#[derive(Arguments)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report every problem of overlays at once
    Check(Texts),
    /// Tell what overlays bring, by the names that their documents give
    Show(Texts),
    /// Check overlays and print each as its canonical JSON, to which its digest belongs
    Compile(Texts),
}

/// Runs one of the commands over every file; what is wrong with one does not stop the others.
pub(crate) fn run(args: &Args) -> Done {
    let packs = packs::all()?;
    let (Command::Check(texts) | Command::Show(texts) | Command::Compile(texts)) = &args.command;
    let mut loader = Loader::new(&packs, texts.lang);
    let mut all_fit = true;
    input::each(&texts.files, cunping_core::overlay::LIMITS.bytes, |input| {
        let found = loader.load(&input);
        all_fit &= found.is_ok();
        match (&args.command, found) {
            (Command::Compile(_), Ok((_, overlay))) => output::line(&overlay.write()),
            (_, Ok((pack, overlay))) if texts.json => output::line(&fits(&input, pack, &overlay)),
            (Command::Check(_), Ok((pack, overlay))) => output::line(&summary(&input, pack, &overlay)),
            (_, Ok((pack, overlay))) => output::lines(&words(texts.lang, &input, pack, &overlay)),
            (_, Err(faults)) if texts.json => output::line(&refused(&input, &faults)),
            (_, Err(faults)) => faults.iter().try_for_each(|it| it.report(&input)),
        }
    })?;
    if all_fit { Ok(()) } else { Err(Stop::silent(3)) }
}

fn summary(input: &Input, pack: &Pack, it: &Overlay) -> String {
    format!("✓ {}  {}  {}@{} {}  {}", input.name, it.title, pack.id, pack.version, it.level, it.digest)
}

fn words(lang: Lang, input: &Input, pack: &Pack, it: &Overlay) -> Vec<String> {
    let lines = overlay::told(lang, pack, it).into_iter().map(|line| format!("   {}: {}", line.label, line.value));
    let not = cunping_office::ui::overlay::not_from_document(lang);
    [format!("✓ {}  {not}", input.name), format!("   {}", it.digest)].into_iter().chain(lines).collect()
}

fn fits(input: &Input, pack: &Pack, it: &Overlay) -> String {
    let members = [
        ("digest", Value::text(it.digest)),
        ("file", Value::text(&input.name)),
        ("holds", Value::Bool(true)),
        ("issuer", Value::text(&it.issuer)),
        ("level", Value::text(&it.level)),
        ("pack", Value::text(format!("{}@{}", pack.id, pack.version))),
        ("title", Value::text(&it.title)),
    ];
    Value::object(members).canonical()
}

fn refused(input: &Input, faults: &[Fault]) -> String {
    let problem = |it: &Fault| {
        Value::object([
            ("advice", Value::text(&it.words.advice)),
            ("at", Value::text(&it.at)),
            ("code", Value::text(it.code)),
            ("problem", Value::text(&it.words.what)),
        ])
    };
    let members = [
        ("file", Value::text(&input.name)),
        ("holds", Value::Bool(false)),
        ("problems", Value::List(faults.iter().map(problem).collect())),
    ];
    Value::object(members).canonical()
}
