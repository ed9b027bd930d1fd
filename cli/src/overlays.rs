//! Reads the overlays given to a command, signed or not, and checks them against their documents and each other.

mod signer;

use std::path::PathBuf;

use clap::Args;
use cunping_core::{
    bundle::{FileLine, KeyState, MAX_BYTES, ReplaceError, SeenFile, SignedOverlay, Verified, replaces, verify_as},
    overlay::{Overlay, OverlayError, OverlayFileError},
    pack::Pack,
};
use cunping_text::{lang::Lang, problem};

use crate::{
    fault::FileFault,
    input::{self, NamedText},
    output,
    review::Vouched,
    stop::{Done, Stop},
};

pub(crate) use signer::Signer;

/// Arguments of every command that evaluates.
#[derive(Args)]
pub(crate) struct Supplements {
    /// An overlay: what a document leaves to others (docs/pack-format.md), signed or not; may be given several times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
}

impl Supplements {
    /// Reads every overlay and names on standard error who signed it, or that nobody did. None is used unless all fit.
    ///
    /// # Errors
    ///
    /// After every problem has been printed: for a file that is not an overlay, does not fit its document, sets what
    /// another one sets, is older than another of its office, or is signed by a key that `vouched` says belongs to
    /// somebody else or is retired.
    pub(crate) fn read(&self, packs: &[Pack], vouched: Option<&Vouched>, lang: Lang) -> Done<Vec<Overlay>> {
        let (mut loader, mut wrong) = (Loader::new(packs, vouched, lang), false);
        input::each(&self.overlays, MAX_BYTES, |input| match loader.load(&input) {
            Ok(loaded) => {
                let signed = loaded.signer.words(lang);
                output::lines_aside(
                    std::iter::once(input.name).chain(signed.into_iter().map(|line| format!("   {line}"))),
                )
            }
            Err(faults) => {
                wrong = true;
                faults.iter().try_for_each(|fault| fault.report(&input.name))
            }
        })?;
        if wrong { Err(Stop::silent(3)) } else { Ok(loader.overlays) }
    }
}

/// An overlay that was read.
pub(crate) struct Loaded<'a> {
    /// Its document.
    pub(crate) pack: &'a Pack,
    /// The overlay.
    pub(crate) overlay: Overlay,
    /// Who signed it.
    pub(crate) signer: Signer,
}

/// Reads overlays one after another, and checks each against those before it.
pub(crate) struct Loader<'a> {
    packs: &'a [Pack],
    vouched: Option<&'a Vouched>,
    lang: Lang,
    overlays: Vec<Overlay>,
    signed: Vec<SeenFile<FileLine>>,
}

impl<'a> Loader<'a> {
    /// Starts with no overlay read. `vouched` says whose keys are whose.
    pub(crate) fn new(packs: &'a [Pack], vouched: Option<&'a Vouched>, lang: Lang) -> Self {
        Self { packs, vouched, lang, overlays: Vec::new(), signed: Vec::new() }
    }

    /// Reads an overlay for the newest version of its document.
    ///
    /// # Errors
    ///
    /// All errors found in it.
    pub(crate) fn load(&mut self, input: &NamedText) -> Result<Loaded<'a>, Vec<FileFault>> {
        let lang = self.lang;
        let (overlay, verified) = read(lang, input.bytes.trim_ascii())?;
        let versions = self.packs.iter().filter(|pack| pack.id == overlay.pack);
        let Some(pack) = versions.max_by_key(|pack| pack.version) else {
            let words = problem::no_document(lang, &overlay.pack);
            return Err(vec![FileFault { at: "pack".to_owned(), code: "unknown-pack", words }]);
        };
        let signer = verified.as_ref().map_or(Signer::Nobody, |file| Signer::of(file, self.vouched));
        let seen =
            verified.map(|file| file.seen(signer.key() == Some(KeyState::Enrolled), file.payload.stated.at.day()));
        if let Some(seen) = &seen {
            self.place(seen, &signer)?;
        }
        let mut faults = overlay.check(pack);
        let other = self.overlays.iter().filter(|other| overlay.conflicts_with(other));
        faults.extend(other.map(|other| OverlayError::Conflict(other.digest)));
        if faults.is_empty() {
            self.overlays.push(overlay.clone());
            self.signed.extend(seen);
            return Ok(Loaded { pack, overlay, signer });
        }
        let fault = |error: &OverlayError| FileFault {
            at: error.at(),
            code: error.code(),
            words: problem::overlay(lang, pack, error),
        };
        Err(faults.iter().map(fault).collect())
    }

    /// Checks a signed overlay against those before it: of one office and level only one may be given, the newest,
    /// whichever comes first.
    fn place(&self, seen: &SeenFile<FileLine>, signer: &Signer) -> Result<(), Vec<FileFault>> {
        let key = signer.key().unwrap_or(KeyState::Stranger);
        let why = match replaces(seen, key, &self.signed) {
            Ok(gone) => match gone.first() {
                None => return Ok(()),
                Some(older) => ReplaceError::Older(*older),
            },
            Err(why) => why,
        };
        let words = match why {
            ReplaceError::Older(_) => problem::two_of_a_line(self.lang),
            why => problem::not_taken(self.lang, why),
        };
        Err(vec![FileFault::whole(why.code(), words)])
    }
}

/// Reads the overlay in a file, and the signed file around it if it is signed.
fn read(lang: Lang, bytes: &[u8]) -> Result<(Overlay, Option<Verified<SignedOverlay>>), Vec<FileFault>> {
    match (Overlay::read(bytes), verify_as::<SignedOverlay>(bytes)) {
        (Ok(overlay), _) => Ok((overlay, None)),
        (Err(_), Ok(verified)) => Ok((verified.payload.overlay.clone(), Some(verified))),
        // A file that tries to be signed is recognised by a member that an unsigned overlay does not have.
        (Err(_), Err(wrong)) if bytes.windows(11).any(|window| window == b"\"protected\"") => {
            Err(FileFault::of_bundle(lang, &wrong))
        }
        (Err(wrong), _) => Err(unreadable(lang, &wrong)),
    }
}

fn unreadable(lang: Lang, problem: &OverlayFileError) -> Vec<FileFault> {
    let places: Vec<(String, &'static str)> = match problem {
        OverlayFileError::Json(_) => vec![(String::new(), problem.code())],
        OverlayFileError::NewerFormat(_) => vec![("format".to_owned(), problem.code())],
        OverlayFileError::Misfits(misfits) => misfits.iter().map(|it| (it.at.clone(), it.why.code())).collect(),
    };
    let words = problem::overlay_file(lang, problem);
    places.into_iter().zip(words).map(|((at, code), words)| FileFault { at, code, words }).collect()
}
