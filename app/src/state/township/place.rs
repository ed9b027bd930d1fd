//! How each of one unit's files stands among the others. Which of them counts, core says.

use std::{cmp::Reverse, sync::Arc};

use cunping_core::{
    bundle::{Chain, Seen, chain},
    rollup::stand,
};

use super::{Filed, Stand};
use crate::desk::Sheet;

/// What the files of one unit about one period come to; the files with the latest sequence number first.
#[must_use]
pub fn place(sheets: &[Arc<Sheet>]) -> (Stand, Vec<Filed>) {
    let taking_part: Vec<Seen> = sheets.iter().filter(|it| takes_part(it)).map(|it| it.seen.clone()).collect();
    let filed = |sheet: &Arc<Sheet>| {
        let place = takes_part(sheet).then(|| match taking_part.as_slice() {
            [_] => Chain::New,
            all => {
                let beside = all.iter().filter(|it| it.digest != sheet.seen.digest);
                chain(&sheet.seen, &beside.cloned().collect::<Vec<_>>())
            }
        });
        Filed { sheet: Arc::clone(sheet), chain: place }
    };
    let mut files: Vec<Filed> = sheets.iter().map(filed).collect();
    files.sort_by_key(|it| (Reverse(it.sheet.seen.sequence), it.digest()));
    let counts = |digest| sheets.iter().any(|it| it.seen.digest == digest && it.counts && it.evaluation.is_some());
    let stand = match (stand(&taking_part, counts), files.first()) {
        // Files that take no part leave the unit without one that counts.
        (Stand::Missing, Some(first)) => Stand::NotCounted(first.digest()),
        (stand, _) => stand,
    };
    (stand, files)
}

/// Whether a file is one of those of which one counts: a stranger's, or another unit's, replaces none and keeps none from counting.
fn takes_part(sheet: &Sheet) -> bool {
    sheet.states.key.is_some_and(|key| key.takes_part())
}
