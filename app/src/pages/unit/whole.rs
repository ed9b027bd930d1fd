//! Reads a stored file, verifies it and reviews it again for one screen. Nothing is cached.

use cunping_core::{
    bundle::{Assessment, Authority, Known, PackRef, Review, Verified, review, verify_as},
    id::Digest,
    pack::{Level, Pack},
};
use leptos::prelude::{GetUntracked, WithUntracked};

use crate::{
    clock,
    state::{App, documents},
    store::StoreError,
};

/// A file with everything that a screen shows about it.
#[derive(Clone, Debug)]
pub(super) struct OpenedFile {
    /// Its text, as received.
    pub(super) text: String,
    /// Its verified content.
    pub(super) verified: Verified<Assessment>,
    /// The findings on every axis but the chain.
    pub(super) review: Review,
}

impl OpenedFile {
    /// Returns the edition of the document that the file was made with, and its level; `None` if that edition is not
    /// here.
    pub(super) fn made_with(&self) -> Option<(&'static Pack, &'static Level)> {
        let assessment = self.assessment();
        let pack = documents::held().into_iter().find(|pack| PackRef::to(pack) == assessment.pack)?;
        Some((pack, pack.level(&assessment.level)?))
    }

    /// Returns the assessment in the file.
    pub(super) fn assessment(&self) -> &Assessment {
        &self.verified.payload
    }
}

/// Reads a file of the current workplace; `Ok(None)` if none is asked for, or it is not there or no longer verifies.
pub(super) async fn read(app: App, digest: Option<Digest>) -> Result<Option<OpenedFile>, StoreError> {
    let (Some(store), Some(of), Some(digest)) = (app.store(), app.current.get_untracked(), digest) else {
        return Ok(None);
    };
    let Some(text) = store.file_text(of, digest).await? else { return Ok(None) };
    let Ok(verified) = verify_as(text.as_bytes()) else { return Ok(None) };
    let packs = documents::held();
    let loaded = app.register.with_untracked(|register| register.overlays.clone());
    let overlays: Vec<_> = loaded.iter().map(|saved| &saved.value.overlay).collect();
    let nobody = Authority::default();
    let known =
        Known { packs: &packs, overlays: &overlays, authority: &nobody, others: &[], first_seen: clock::today() };
    let review = review(&verified, &known);
    Ok(Some(OpenedFile { text, verified, review }).filter(|file| file.verified.digest == digest))
}
