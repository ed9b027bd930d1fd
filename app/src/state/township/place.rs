//! Which of one unit's files counts, and how each stands among the others. Settles no conflict.

use cunping_core::bundle::{Heads, KeyState, Seen, States, chain, heads};

use super::{Filed, Stand};
use crate::desk::Sheet;

/// What the files of one unit about one period come to; the files with the latest sequence number first.
///
/// A file that another unit signed takes no part: nobody else may replace a unit's report, or keep it from counting.
#[must_use]
pub fn place(sheets: &[&Sheet]) -> (Stand, Vec<Filed>) {
    let taking_part: Vec<Seen> = sheets.iter().filter(|it| takes_part(it)).map(|it| it.seen.clone()).collect();
    let filed = |sheet: &&Sheet| {
        let others: Vec<Seen> = taking_part.iter().filter(|it| it.digest != sheet.seen.digest).cloned().collect();
        let place = takes_part(sheet).then(|| chain(&sheet.seen, &others));
        Filed {
            digest: sheet.seen.digest,
            sequence: sheet.seen.sequence,
            states: States { chain: place, ..sheet.states.clone() },
            evaluation: sheet.evaluation.clone(),
        }
    };
    let mut files: Vec<Filed> = sheets.iter().map(filed).collect();
    files.sort_by(|a, b| (b.sequence, a.digest).cmp(&(a.sequence, b.digest)));
    let counts = |digest| files.iter().any(|it| it.digest == digest && it.states.counts() && it.evaluation.is_some());
    let stand = match (heads(&taking_part), files.first()) {
        (Heads::One(digest), _) if counts(digest) => Stand::Counted(digest),
        (Heads::One(digest), _) => Stand::NotCounted(digest),
        (Heads::Conflict(_), _) => Stand::Unsettled,
        (Heads::None, Some(first)) => Stand::NotCounted(first.digest),
        (Heads::None, None) => Stand::Missing,
    };
    (stand, files)
}

fn takes_part(sheet: &Sheet) -> bool {
    !matches!(sheet.states.key, Some(KeyState::OtherUnit(_) | KeyState::Retired))
}
