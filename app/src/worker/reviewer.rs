//! Verifies and reviews files against the documents that are here. Pure: takes bytes and returns results.

use std::{cell::RefCell, sync::Arc};

use cunping_core::{
    bundle::{Assessment, Authority, BundleError, Known, Payload, Verified, review_with, verify},
    days::Day,
    evaluate::Programs,
    overlay::Overlay,
    pack::{Pack, Words},
};
use cunping_text::{lang::Lang, problem};

use super::{FileReview, Refusal, ReviewedSheet, age_texts, pieces, protocol::ReviewOutcome};

/// The first bytes of files that people send by mistake: zip and the newer Office files, older Office files, PDF, rar,
/// 7z, PNG, JPEG, GIF.
const OTHERS: [&[u8]; 8] =
    [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"Rar!", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"];

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

    /// Reviews every bundle in one body: a file or a text that holds one, or several with anything between them.
    /// Returns at least one result: a body without a bundle is refused as a whole. Takes any bytes and cannot fail.
    #[must_use]
    pub fn review(&self, body: usize, bytes: &[u8]) -> Vec<ReviewOutcome> {
        if OTHERS.iter().any(|begins| bytes.starts_with(begins)) {
            return vec![ReviewOutcome { body, outcome: Err(Refusal::not_ours()), text: String::new() }];
        }
        let (encrypted, left) = age_texts(bytes);
        if encrypted.is_empty() {
            return self.unencrypted(body, bytes);
        }
        let encrypted =
            encrypted.into_iter().map(|text| ReviewOutcome { body, outcome: Ok(FileReview::Encrypted), text });
        let beside = pieces(&left).next().map(|_| self.unencrypted(body, &left));
        encrypted.chain(beside.into_iter().flatten()).collect()
    }

    /// Reviews the bundles in bytes that hold no encrypted file.
    fn unencrypted(&self, body: usize, bytes: &[u8]) -> Vec<ReviewOutcome> {
        let mut found: Vec<&[u8]> = pieces(bytes).collect();
        if found.len() < 2 {
            // Verifying the whole names the problem best; the piece alone is tried because a messenger may have put
            // text around it.
            let whole = verify(bytes);
            let verified = match (whole, found.pop()) {
                (Err(of_whole), Some(piece)) => verify(piece).map(|verified| (verified, piece)).map_err(|_| of_whole),
                (whole, _) => whole.map(|verified| (verified, bytes)),
            };
            return vec![self.reviewed(body, verified)];
        }
        let verified: Vec<_> = found.into_iter().map(|piece| verify(piece).map(|verified| (verified, piece))).collect();
        match verify(bytes) {
            // A file with ten thousand broken pieces is refused once, not ten thousand times.
            Err(of_whole) if verified.iter().all(Result::is_err) => vec![self.reviewed(body, Err(of_whole))],
            _ => verified.into_iter().map(|piece| self.reviewed(body, piece)).collect(),
        }
    }

    fn reviewed(&self, body: usize, verified: Result<(Verified, &[u8]), BundleError>) -> ReviewOutcome {
        match verified {
            Ok((verified, bytes)) => {
                let text = String::from_utf8_lossy(bytes.trim_ascii()).into_owned();
                ReviewOutcome { body, outcome: Ok(self.look(verified)), text }
            }
            Err(problem) => ReviewOutcome { body, outcome: Err(refusal(&problem)), text: String::new() },
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

fn refusal(problem: &BundleError) -> Refusal {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| problem::bundle(lang, problem));
    Refusal { what: Words { zh: zh.what, en: en.what }, todo: Words { zh: zh.advice, en: en.advice } }
}
