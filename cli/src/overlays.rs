//! The overlays that a command is given: read, checked against their documents and each other. Applies none.

use std::path::PathBuf;

use clap::Args as Arguments;
use cunping_core::{
    overlay::{LIMITS, Overlay, OverlayFault, OverlayFileProblem},
    pack::Pack,
};
use cunping_office::{
    lang::Lang,
    problem::{self, Problem},
};

use crate::{
    input::{self, Input},
    output,
    stop::{Done, Stop},
};

/// What every command that evaluates is told.
#[derive(Arguments)]
pub(crate) struct Supplements {
    /// What a document leaves to others (docs/pack-format.md); may be given several times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
}

impl Supplements {
    /// Every overlay; none is used unless all fit.
    ///
    /// Fails with every problem said, on a file that is no overlay, fits no document, or sets what another sets.
    pub(crate) fn read(&self, packs: &[Pack], lang: Lang) -> Done<Vec<Overlay>> {
        let (mut loader, mut wrong) = (Loader::new(packs, lang), false);
        input::each(&self.overlays, LIMITS.bytes, |input| match loader.load(&input) {
            Ok(_) => Ok(()),
            Err(faults) => {
                wrong = true;
                faults.iter().try_for_each(|it| it.report(&input))
            }
        })?;
        if wrong { Err(Stop::silent(3)) } else { Ok(loader.overlays) }
    }
}

/// One thing that is wrong with an overlay.
pub(crate) struct Fault {
    /// Where it stands in the file, as a path; empty for the whole.
    pub(crate) at: String,
    /// Its fixed name.
    pub(crate) code: &'static str,
    /// What happened, and what to do.
    pub(crate) words: Problem,
}

impl Fault {
    /// Says it on standard error.
    pub(crate) fn report(&self, input: &Input) -> Done {
        let name = if self.at.is_empty() { input.name.clone() } else { format!("{}  {}", input.name, self.at) };
        output::problem(&name, &self.words)
    }
}

/// Reads overlays one after another, each also against those before it.
pub(crate) struct Loader<'a> {
    packs: &'a [Pack],
    lang: Lang,
    overlays: Vec<Overlay>,
}

impl<'a> Loader<'a> {
    /// None read yet.
    pub(crate) fn new(packs: &'a [Pack], lang: Lang) -> Self {
        Self { packs, lang, overlays: Vec::new() }
    }

    /// Reads one, for the newest version of its document; or all that is wrong with it.
    pub(crate) fn load(&mut self, input: &Input) -> Result<(&'a Pack, Overlay), Vec<Fault>> {
        let lang = self.lang;
        let overlay = Overlay::read(input.bytes.trim_ascii()).map_err(|problem| unreadable(lang, &problem))?;
        let versions = self.packs.iter().filter(|pack| pack.id == overlay.pack);
        let Some(pack) = versions.max_by_key(|pack| pack.version) else {
            let words = problem::no_document(lang, &overlay.pack);
            return Err(vec![Fault { at: "pack".to_owned(), code: "unknown-pack", words }]);
        };
        let mut faults = overlay.check(pack);
        let other = self.overlays.iter().filter(|other| overlay.conflicts_with(other));
        faults.extend(other.map(|other| OverlayFault::Conflict(other.digest)));
        if faults.is_empty() {
            self.overlays.push(overlay.clone());
            return Ok((pack, overlay));
        }
        let fault = |it: &OverlayFault| Fault { at: it.at(), code: it.code(), words: problem::overlay(lang, pack, it) };
        Err(faults.iter().map(fault).collect())
    }
}

fn unreadable(lang: Lang, problem: &OverlayFileProblem) -> Vec<Fault> {
    let places: Vec<(String, &'static str)> = match problem {
        OverlayFileProblem::Json(json) => vec![(String::new(), json.code())],
        OverlayFileProblem::NewerFormat(_) => vec![("format".to_owned(), "newer-format")],
        OverlayFileProblem::Misfits(misfits) => misfits.iter().map(|it| (it.at.clone(), it.why.code())).collect(),
    };
    let words = problem::overlay_file(lang, problem);
    places.into_iter().zip(words).map(|((at, code), words)| Fault { at, code, words }).collect()
}
