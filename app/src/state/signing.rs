//! Signs an assessment, stores it, reads it back and verifies it before it is reported as signed.

use cunping_core::{
    bundle::{Assessment, Content as _, Kind, sign, verify_as},
    id::Digest,
    moment::Moment,
    privacy::PersonalKind,
};
use cunping_text::{lang::Lang, ui::export};
use leptos::prelude::*;

use super::{App, Here, Standing, assessing, keys, keys::KeyError, saving};
use crate::{
    clock,
    store::{self, About, Change, Direction, FileRecord, Reader, StoreError},
};

/// Why no file was signed. Nothing was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// A text holds a number that points to a person.
    #[error("could be a person's number: {0:?}")]
    Personal(PersonalKind),
    /// The key is locked, or cannot be used here.
    #[error(transparent)]
    Closed(KeyError),
    /// The store could not keep it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The signed file does not verify, or the stored one does not read back the same.
    #[error("the signed file does not verify or read back")]
    NotVerified,
    /// The worker did not answer, so the age recipient of the key is not known.
    #[error("the worker did not answer")]
    NoWorker,
}

/// Signs the assessment of a period and stores the file; returns its digest once it has been read back and verified.
pub async fn sign_and_keep(app: App, here: &Here, standing: &Standing) -> Result<Digest, SignError> {
    let key = keys::signing_key(app, &here.workplace).map_err(SignError::Closed)?;
    saving::settled(app).await?;
    let store = app.store().ok_or(StoreError::Closed)?;
    let now = clock::now();
    let stated_at = Moment::from_unix(now.div_euclid(1000)).ok_or(SignError::NotVerified)?;
    let assessment = app.files.with_untracked(|files| {
        let before = assessing::last(here, files, standing.facts.period);
        assessing::assessment(here, standing, before, stated_at)
    });
    if let Some((_, kind)) = assessment.personal().first() {
        return Err(SignError::Personal(*kind));
    }
    let signed = sign(&assessment, &key);
    if !says(&signed.text, signed.digest, &assessment) {
        return Err(SignError::NotVerified);
    }
    let record = record(here, &assessment, signed.digest, now);
    let of = here.workplace.id;
    app.keep(vec![Change::AddSent(of, record.clone(), signed.text)]).await?;
    if !reads_back(&store, here, signed.digest, &assessment).await? {
        app.keep(vec![Change::DeleteFile(of, signed.digest)]).await?;
        return Err(SignError::NotVerified);
    }
    app.add_files(vec![record]);
    app.fresh.set_value(Some(signed.digest));
    Ok(signed.digest)
}

async fn reads_back(store: &Reader, here: &Here, digest: Digest, signed: &Assessment) -> Result<bool, StoreError> {
    let kept = store.file_text(here.workplace.id, digest).await?;
    Ok(kept.is_some_and(|text| says(&text, digest, signed)))
}

/// Returns whether a file verifies with this digest and exactly this content.
fn says(text: &str, digest: Digest, signed: &Assessment) -> bool {
    verify_as::<Assessment>(text.as_bytes())
        .is_ok_and(|verified| verified.digest == digest && verified.payload == *signed)
}

fn record(here: &Here, it: &Assessment, digest: Digest, now: i64) -> FileRecord {
    let workplace = &here.workplace;
    let period = it.facts.period;
    FileRecord {
        digest,
        direction: Direction::Sent,
        first_seen: store::Moment { ms: now, day: clock::day(now) },
        file_name: export::file_name(Lang::Zh, here.pack, &workplace.unit_name, period, u64::from(it.sequence)),
        kind: Kind::Assessment.to_string(),
        unit: workplace.unit,
        about: Some(About { pack: here.pack.id.clone(), level: here.level.id.clone(), period }),
        answers: None,
        decides_as: None,
        sequence: it.sequence,
        kid: workplace.thumbprint.clone(),
        hidden: false,
        encrypted: false,
    }
}
