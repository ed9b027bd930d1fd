//! Places each of a unit's files in their chain. Which of them counts is decided by core.

use std::{cmp::Reverse, sync::Arc};

use cunping_core::{
    bundle::{SeenFile, Supersession, supersession},
    rollup::stand,
};

use super::{Stand, UnitFile};
use crate::worker::ReviewedSheet;

/// Returns which of a unit's files about one period counts, and the files with their places, the latest sequence number
/// first.
#[must_use]
pub fn place(sheets: &[Arc<ReviewedSheet>]) -> (Stand, Vec<UnitFile>) {
    let taking_part: Vec<SeenFile> =
        sheets.iter().filter(|sheet| takes_part(sheet)).map(|sheet| sheet.seen.clone()).collect();
    let filed = |sheet: &Arc<ReviewedSheet>| {
        let place = takes_part(sheet).then(|| match taking_part.as_slice() {
            [_] => Supersession::New,
            all => {
                let beside = all.iter().filter(|other| other.digest != sheet.seen.digest);
                supersession(&sheet.seen, &beside.cloned().collect::<Vec<_>>())
            }
        });
        UnitFile { sheet: Arc::clone(sheet), supersession: place }
    };
    let mut files: Vec<UnitFile> = sheets.iter().map(filed).collect();
    files.sort_by_key(|file| (Reverse(file.sheet.seen.sequence), file.digest()));
    let counts = |digest| {
        sheets.iter().any(|sheet| sheet.seen.digest == digest && sheet.states.counts() && sheet.evaluation.is_some())
    };
    let stand = match (stand(&taking_part, counts), files.first()) {
        // A unit that has only files that take no part has none that counts.
        (Stand::Missing, Some(first)) => Stand::NotCounted(first.digest()),
        (stand, _) => stand,
    };
    (stand, files)
}

/// Returns whether a file takes part in the unit's chain. One of a stranger's or another unit's key does not: it
/// supersedes no file and keeps none from counting.
fn takes_part(sheet: &ReviewedSheet) -> bool {
    sheet.states.key.is_some_and(|key| key.takes_part())
}
