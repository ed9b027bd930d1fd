//! The file that a workplace last signed about a period, read again. Only its signature is verified, nothing else.

use cunping_core::{
    bundle::{Assessment, PackRef, verify_as},
    id::Digest,
    period::Period,
};
use leptos::prelude::*;

use crate::state::{App, Here, assessing};

/// Returns the last file with its digest; `None` if there is none, if it cannot be read, or if it was made with
/// another version of the document.
pub(super) async fn last(app: App, here: &Here, period: Period) -> Option<(Digest, Assessment)> {
    let digest = app.files.with_untracked(|files| assessing::last(here, files, period).map(|it| it.digest))?;
    let text = app.store()?.file_text(here.workplace.id, digest).await.ok()??;
    let verified = verify_as::<Assessment>(text.as_bytes()).ok()?;
    let it = verified.payload;
    (verified.digest == digest && it.pack == PackRef::to(here.pack)).then_some((digest, it))
}
