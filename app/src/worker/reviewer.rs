//! Verifies and reviews files against the documents that are here. Pure: takes bytes and returns results.

use std::{cell::RefCell, sync::Arc};

use cunping_core::{
    bundle::{Assessment, Authority, Known, Payload, Verified, review_with, verify},
    days::Day,
    evaluate::Programs,
    overlay::Overlay,
    pack::Pack,
    received::{bundle_texts, is_archive, unicode},
};
use cunping_text::problem;

use super::{FileReview, Refusal, ReviewedSheet, age_texts, archives, protocol::ReviewOutcome};

/// The first bytes of files that people send by mistake: older Office files, PDF, rar, 7z, PNG, JPEG, GIF. The newer
/// Office files are archives.
const OTHERS: [&[u8]; 7] = [b"\xd0\xcf\x11\xe0", b"%PDF", b"Rar!", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"];

/// What was found in a file: a bundle, an encrypted file, or why there is none.
struct Found {
    outcome: Result<FileReview, Refusal>,
    text: String,
}

impl Found {
    fn refused(refusal: Refusal) -> Self {
        Self { outcome: Err(refusal), text: String::new() }
    }

    fn in_body(self, body: usize, inside: Option<String>) -> ReviewOutcome {
        ReviewOutcome { body, inside, outcome: self.outcome, text: self.text }
    }
}

/// A reviewer with some documents and overlays.
#[derive(Debug)]
pub struct CachedReviewer {
    packs: Vec<&'static Pack>,
    overlays: Vec<Overlay>,
    programs: RefCell<Programs>,
}

impl CachedReviewer {
    /// Makes a reviewer with these documents and no overlays.
    #[must_use]
    pub fn new(packs: Vec<&'static Pack>) -> Self {
        Self { packs, overlays: Vec::new(), programs: RefCell::default() }
    }

    /// Returns a reviewer with the same documents and these overlays; a text that is not an overlay is left out.
    #[must_use]
    pub fn with(&self, overlays: &[String]) -> Self {
        let overlays = overlays.iter().filter_map(|text| Overlay::read(text.as_bytes()).ok()).collect();
        Self { packs: self.packs.clone(), overlays, programs: RefCell::default() }
    }

    /// Reviews every bundle in one body: a file or a text that holds one, or several with anything between them, or an
    /// archive of such files. Returns at least one result: a file without a bundle is refused as a whole. Takes any bytes
    /// and cannot fail.
    #[must_use]
    pub fn review(&self, body: usize, bytes: &[u8]) -> Vec<ReviewOutcome> {
        if !is_archive(bytes) {
            return self.file(bytes).into_iter().map(|it| it.in_body(body, None)).collect();
        }
        let one = |(name, content): (String, Result<Vec<u8>, Refusal>)| {
            let found = content.map_or_else(|refusal| vec![Found::refused(refusal)], |bytes| self.file(&bytes));
            found.into_iter().map(move |it| it.in_body(body, Some(name.clone()).filter(|name| !name.is_empty())))
        };
        archives::files(bytes).into_iter().flat_map(one).collect()
    }

    /// Reviews every bundle in one file that is no archive.
    fn file(&self, bytes: &[u8]) -> Vec<Found> {
        if OTHERS.iter().any(|begins| bytes.starts_with(begins)) {
            return vec![Found::refused(Refusal::not_ours())];
        }
        let decoded = unicode(bytes);
        let bytes = decoded.as_ref().map_or(bytes, |text| text.as_bytes());
        let (encrypted, left) = age_texts(bytes);
        if encrypted.is_empty() {
            return self.unencrypted(bytes);
        }
        let encrypted = encrypted.into_iter().map(|text| Found { outcome: Ok(FileReview::Encrypted), text });
        let beside = left.contains(&b'{').then(|| self.unencrypted(&left));
        encrypted.chain(beside.into_iter().flatten()).collect()
    }

    /// Reviews the bundles in bytes that hold no encrypted file.
    fn unencrypted(&self, bytes: &[u8]) -> Vec<Found> {
        bundle_texts(bytes).into_iter().map(|text| self.reviewed(&text)).collect()
    }

    fn reviewed(&self, text: &[u8]) -> Found {
        match verify(text) {
            Ok(verified) => Found {
                outcome: Ok(self.look(verified)),
                text: String::from_utf8_lossy(text.trim_ascii()).into_owned(),
            },
            Err(error) => Found::refused(Refusal::told(|lang| problem::bundle(lang, &error))),
        }
    }

    fn look(&self, verified: Verified) -> FileReview {
        let Verified { digest, key, payload } = verified;
        if let Payload::Assessment(assessment) = payload {
            FileReview::Assessment(Arc::new(self.sheet(&Verified { digest, key, payload: *assessment })))
        } else {
            FileReview::Other
        }
    }

    /// Reviews an assessment by itself. What depends on other files, on keys and on the day it was first seen is left
    /// for the page, which knows those.
    fn sheet(&self, verified: &Verified<Assessment>) -> ReviewedSheet {
        let overlays: Vec<&Overlay> = self.overlays.iter().collect();
        let (nobody, first_seen) = (Authority::default(), Day::MIN);
        let known = Known { packs: &self.packs, overlays: &overlays, authority: &nobody, others: &[], first_seen };
        ReviewedSheet::new(verified, review_with(verified, &known, &mut self.programs.borrow_mut()))
    }
}
