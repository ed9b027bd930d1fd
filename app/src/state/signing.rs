//! Signs an assessment, and keeps signed files of every kind: each is read back before it is reported as signed.

use cunping_core::{
    bundle::{Assessment, Content as _, Payload, Verified, sign, verify_as},
    id::Digest,
    moment::Moment,
    privacy::PersonalKind,
};
use cunping_text::{lang::Lang, ui::export};
use leptos::prelude::*;

use super::{App, Here, PeriodStanding, assessing, filing, keys, keys::KeyError, saving};
use crate::{
    clock,
    store::{Change, Direction, FileRecord, StoreError, WorkplaceId},
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

/// Signs the assessment of a period and stores the file; returns its digest once it has been read back and compared.
pub async fn sign_and_keep(app: App, here: &Here, standing: &PeriodStanding) -> Result<Digest, SignError> {
    let workplace = &here.workplace;
    let key = keys::signing_key(app, workplace).map_err(SignError::Closed)?;
    saving::settled(app).await?;
    let now = clock::moment();
    let stated_at = Moment::from_unix(now.ms.div_euclid(1000)).ok_or(SignError::NotVerified)?;
    let assessment = app.files.with_untracked(|files| {
        let before = assessing::last(here, files, standing.facts.period);
        assessing::assessment(here, standing, before, stated_at)
    });
    if let Some((_, kind)) = assessment.personal().first() {
        return Err(SignError::Personal(*kind));
    }
    let signed = sign(&assessment, &key);
    let read_back = verify_as::<Assessment>(signed.text.as_bytes()).ok();
    let read_back = read_back.filter(|it| it.digest == signed.digest && it.payload == assessment);
    let Verified { digest, key, payload } = read_back.ok_or(SignError::NotVerified)?;
    let sequence = u64::from(payload.sequence);
    let name = export::file_name(Lang::Zh, here.pack, &workplace.unit_name, payload.facts.period, sequence);
    let verified = Verified { digest, key, payload: Payload::from(payload) };
    let record = filing::record(&verified, Direction::Sent, now, name);
    keep(app, workplace.id, vec![(record, signed.text)]).await?;
    Ok(digest)
}

/// Stores signed files in one step, reads each back, and shows them; if one differs, deletes them all again. The last
/// of them is the one to be offered for download.
pub(super) async fn keep(app: App, of: WorkplaceId, signed: Vec<(FileRecord, String)>) -> Result<(), SignError> {
    let store = app.store().ok_or(StoreError::Closed)?;
    let add = |(record, text): &(FileRecord, String)| Change::AddSent(of, record.clone(), text.clone());
    app.keep(signed.iter().map(add).collect()).await?;
    for (record, text) in &signed {
        if store.file_text(of, record.digest).await?.as_ref() != Some(text) {
            app.keep(signed.iter().map(|(file, _)| Change::DeleteFile(of, file.digest)).collect()).await?;
            return Err(SignError::NotVerified);
        }
    }
    app.fresh.set_value(signed.last().map(|(record, _)| record.digest));
    app.add_files(signed.into_iter().map(|(record, _)| record).collect());
    Ok(())
}
