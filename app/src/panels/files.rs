//! Reads the assessments of several units for one screen and verifies their signatures. Nothing is cached.

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{Assessment, verify_as},
    id::Digest,
};
use leptos::prelude::*;

use crate::{state::App, store::StoreError};

/// Verified assessments by digest.
pub(crate) type VerifiedByDigest = BTreeMap<Digest, Arc<Assessment>>;

/// Reads files of the current workplace; those that are missing or no longer verify are left out.
///
/// # Errors
///
/// When the store cannot be read.
pub(crate) async fn open(app: App, wanted: Vec<Digest>) -> Result<VerifiedByDigest, StoreError> {
    let (Some(store), Some(of)) = (app.store(), app.current.get_untracked()) else {
        return Ok(VerifiedByDigest::new());
    };
    let texts = store.texts_of(of, &wanted).await?;
    let verified = |(digest, text): (Digest, String)| {
        let verified = verify_as::<Assessment>(text.as_bytes()).ok().filter(|verified| verified.digest == digest)?;
        Some((digest, Arc::new(verified.payload)))
    };
    Ok(texts.into_iter().filter_map(verified).collect())
}

/// Reads them again whenever `wanted` returns other files.
pub(crate) fn keep_open(
    app: App,
    wanted: impl Fn() -> Vec<Digest> + Copy + Send + Sync + 'static,
) -> LocalResource<Result<VerifiedByDigest, StoreError>> {
    LocalResource::new(move || {
        let wanted = wanted();
        async move { open(app, wanted).await }
    })
}
