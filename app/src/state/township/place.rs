//! Which of one unit's files counts, and how each stands among the others. Settles no conflict.

use std::sync::Arc;

use cunping_core::bundle::{Heads, KeyState, Seen, chain, heads};

use super::{Filed, Stand};
use crate::desk::Sheet;

/// What the files of one unit about one period come to; the files with the latest sequence number first.
///
/// A file that another unit signed takes no part: nobody else may replace a unit's report, or keep it from counting.
#[must_use]
pub fn place(sheets: &[Arc<Sheet>]) -> (Stand, Vec<Filed>) {
    let taking_part = || sheets.iter().filter(|it| takes_part(it));
    let filed = |sheet: &Arc<Sheet>| {
        let beside = || taking_part().filter(|it| it.seen.digest != sheet.seen.digest);
        let place = takes_part(sheet).then(|| {
            let others: Vec<Seen> = beside().map(|it| it.seen.clone()).collect();
            chain(&sheet.seen, &others)
        });
        Filed { sheet: Arc::clone(sheet), chain: place }
    };
    let mut files: Vec<Filed> = sheets.iter().map(filed).collect();
    let order = |it: &Filed| (std::cmp::Reverse(it.sheet.seen.sequence), it.digest());
    files.sort_by_key(order);
    let counts = |digest| {
        let found = files.iter().find(|it| it.digest() == digest);
        found.is_some_and(|it| it.sheet.counts && it.sheet.evaluation.is_some())
    };
    let stand = match (heads(taking_part().map(|it| &it.seen)), files.first()) {
        (Heads::One(digest), _) if counts(digest) => Stand::Counted(digest),
        (Heads::One(digest), _) => Stand::NotCounted(digest),
        (Heads::Conflict(_), _) => Stand::Unsettled,
        (Heads::None, Some(first)) => Stand::NotCounted(first.digest()),
        (Heads::None, None) => Stand::Missing,
    };
    (stand, files)
}

fn takes_part(sheet: &Sheet) -> bool {
    !matches!(sheet.states.key, Some(KeyState::OtherUnit(_) | KeyState::Retired))
}
