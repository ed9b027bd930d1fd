//! Which of one unit's files counts, and how each stands among the others. Settles no conflict.

use std::sync::Arc;

use cunping_core::bundle::{Chain, Heads, KeyState, Seen, chain, heads};

use super::{Filed, Stand};
use crate::desk::Sheet;

/// What the files of one unit about one period come to; the files with the latest sequence number first.
///
/// A file that another unit signed takes no part: nobody else may replace a unit's report, or keep it from counting.
#[must_use]
pub fn place(sheets: &[Arc<Sheet>]) -> (Stand, Vec<Filed>) {
    if let [only] = sheets {
        return alone(only);
    }
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
    let counts = |digest| files.iter().find(|it| it.digest() == digest).is_some_and(|it| counts(&it.sheet));
    let stand = match (heads(taking_part().map(|it| &it.seen)), files.first()) {
        (Heads::One(digest), _) if counts(digest) => Stand::Counted(digest),
        (Heads::One(digest), _) => Stand::NotCounted(digest),
        (Heads::Conflict(_), _) => Stand::Unsettled,
        (Heads::None, Some(first)) => Stand::NotCounted(first.digest()),
        (Heads::None, None) => Stand::Missing,
    };
    (stand, files)
}

/// The common case, without looking for others.
fn alone(sheet: &Arc<Sheet>) -> (Stand, Vec<Filed>) {
    let takes_part = takes_part(sheet);
    let digest = sheet.seen.digest;
    let stand = if takes_part && counts(sheet) { Stand::Counted(digest) } else { Stand::NotCounted(digest) };
    (stand, vec![Filed { sheet: Arc::clone(sheet), chain: takes_part.then_some(Chain::New) }])
}

/// Whether it counts as far as it alone goes.
fn counts(sheet: &Sheet) -> bool {
    sheet.counts && sheet.evaluation.is_some()
}

fn takes_part(sheet: &Sheet) -> bool {
    !matches!(sheet.states.key, Some(KeyState::OtherUnit(_) | KeyState::Retired))
}
