//! `cunping overlay`: checks overlays, describes them in words, and writes them canonically.

use clap::{Args, Subcommand};
use cunping_core::{bundle::groups, json::Value};
use cunping_text::{lang::Lang, overlay};

use crate::{
    fault::FileFault,
    input::{NamedText, Texts},
    output,
    overlays::{Loaded, Loader},
    packs, reading,
    review::Keys,
    stop::{Done, Stop},
};

/// Check, describe and compile overlays (docs/pack-format.md): what a document leaves to others.
///
/// All problems of all files are reported at once, each with its place and what to do. For a signed overlay the signer
/// is named, and with --directory whose key signed it.
///
/// Exit codes: 0 every file fits its document, 1 could not run, 3 a file does not fit, sets what another one sets, is
/// older than another of the same office, or its key belongs to somebody else or is retired.
#[derive(Args)]
pub(crate) struct OverlayArgs {
    #[command(subcommand)]
    command: OverlayCommand,
}

#[derive(Subcommand)]
enum OverlayCommand {
    /// Report all problems of overlays at once
    Check(SharedArgs),
    /// Describe what overlays set, by the names that their documents give
    Show(SharedArgs),
    /// Check overlays and print each as canonical JSON, from which its digest is computed
    Compile(SharedArgs),
}

/// Arguments that the subcommands share.
#[derive(Args)]
struct SharedArgs {
    #[command(flatten)]
    texts: Texts,
    #[command(flatten)]
    keys: Keys,
}

/// Runs one subcommand over every file; an error in one does not stop the others.
pub(crate) fn run(args: &OverlayArgs) -> Done {
    let packs = packs::all()?;
    let (OverlayCommand::Check(told) | OverlayCommand::Show(told) | OverlayCommand::Compile(told)) = &args.command;
    let texts = &told.texts;
    let vouched = told.keys.read(texts.lang)?;
    let mut loader = Loader::new(&packs, vouched.as_ref(), texts.lang);
    let mut all_fit = true;
    reading::each(texts, reading::Holds::One, cunping_core::bundle::MAX_BYTES, |given| {
        let input = match given {
            Ok(input) => input,
            Err(unread) => {
                all_fit = false;
                return unread.refuse(texts);
            }
        };
        let found = loader.load(&input);
        all_fit &= found.is_ok();
        match (&args.command, found) {
            (OverlayCommand::Compile(_), Ok(loaded)) => output::json(&loaded.overlay.write()),
            (_, Ok(loaded)) if texts.json => output::json(&fits(&input, &loaded)),
            (OverlayCommand::Check(_), Ok(loaded)) => output::lines(&summary(texts.lang, &input, &loaded)),
            (_, Ok(loaded)) => output::lines(&words(texts.lang, &input, &loaded)),
            (_, Err(faults)) => FileFault::refuse(&faults, texts, &input.name),
        }
    })?;
    if all_fit { Ok(()) } else { Err(Stop::silent(3)) }
}

fn summary(lang: Lang, input: &NamedText, Loaded { pack, overlay, signer }: &Loaded) -> Vec<String> {
    let fits = format!(
        "✓ {}  {}  {}@{} {}  {}",
        input.name, overlay.title, pack.id, pack.version, overlay.level, overlay.digest
    );
    std::iter::once(fits).chain(signer.words(lang).into_iter().map(|line| format!("   {line}"))).collect()
}

fn words(lang: Lang, input: &NamedText, Loaded { pack, overlay, signer }: &Loaded) -> Vec<String> {
    let lines = overlay::told(lang, pack, overlay).into_iter().map(|line| format!("   {}: {}", line.label, line.value));
    let signed = signer.words(lang).into_iter().map(|line| format!("   {line}"));
    let not = cunping_text::ui::overlay::not_from_document(lang);
    let head = [format!("✓ {}  {not}", input.name), format!("   {}  {}", overlay.digest, groups(overlay.digest))];
    head.into_iter().chain(signed).chain(lines).collect()
}

fn fits(input: &NamedText, Loaded { pack, overlay, signer }: &Loaded) -> String {
    let mut members = vec![
        ("digest", Value::text(overlay.digest)),
        ("file", Value::text(&input.name)),
        ("holds", Value::Bool(true)),
        ("issuer", Value::text(&overlay.issuer)),
        ("level", Value::text(&overlay.level)),
        ("pack", Value::text(format!("{}@{}", pack.id, pack.version))),
        ("title", Value::text(&overlay.title)),
    ];
    members.extend(signer.members());
    Value::object(members).canonical()
}
