//! A stored file, opened and reviewed again for one screen. Reads the store; keeps nothing.

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

/// A file with everything that a screen shows of it.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    /// Its text, as it came.
    pub(super) text: String,
    /// What it says.
    pub(super) opened: Verified<Assessment>,
    /// What was found on every axis but the chain.
    pub(super) review: Review,
}

impl Whole {
    /// The edition of the document that it was made with, and the level of it; `None` where that is not here.
    pub(super) fn made_with(&self) -> Option<(&'static Pack, &'static Level)> {
        let it = self.assessment();
        let pack = documents::held().into_iter().find(|pack| PackRef::to(pack) == it.pack)?;
        Some((pack, pack.level(&it.level)?))
    }

    /// The assessment in it.
    pub(super) fn assessment(&self) -> &Assessment {
        &self.opened.payload
    }
}

/// Reads a file of the current workplace; `None` where it is not there or no longer opens.
pub(super) async fn read(app: App, digest: Digest) -> Result<Option<Whole>, StoreError> {
    let (Some(store), Some(of)) = (app.store(), app.current.get_untracked()) else { return Ok(None) };
    let Some(text) = store.file_text(of, digest).await? else { return Ok(None) };
    let Ok(opened) = verify_as(text.as_bytes()) else { return Ok(None) };
    let packs = documents::held();
    let loaded = app.register.with_untracked(|it| it.overlays.clone());
    let overlays: Vec<_> = loaded.iter().map(|it| &it.value.overlay).collect();
    let nobody = Authority::default();
    let known =
        Known { packs: &packs, overlays: &overlays, authority: &nobody, others: &[], first_seen: clock::today() };
    let review = review(&opened, &known);
    Ok(Some(Whole { text, opened, review }).filter(|it| it.opened.digest == digest))
}
