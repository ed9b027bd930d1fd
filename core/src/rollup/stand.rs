//! Selects the one of a unit's files that counts, and the one of an area's roll-ups. A conflict is left for a person to
//! settle.

use std::collections::BTreeMap;

use crate::{
    bundle::{FileLine, Heads, Rollup, SeenFile, heads},
    id::Digest,
};

/// The outcome of the files of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// There are no files.
    Missing,
    /// This one counts.
    Counted(Digest),
    /// This one supersedes the others, and does not count.
    NotCounted(Digest),
    /// Several stand side by side; none counts until a person settles which one does.
    Unsettled,
}

/// Returns the outcome of files about one unit, document, level and period.
///
/// `taking_part` are those whose key is enrolled, or first seen ([`crate::bundle::KeyState::takes_part`]), each with
/// whether an office has decided on it. `counts` tells whether one of them counts, looked at by itself: a successor
/// that does not, such as one under a document that is not here, keeps its unit from counting.
pub fn stand<S: PartialEq>(taking_part: &[SeenFile<S>], counts: impl Fn(Digest) -> bool) -> Stand {
    let head = match taking_part {
        [only] => Heads::One(only.digest),
        files => heads(files),
    };
    match head {
        Heads::None => Stand::Missing,
        Heads::One(digest) if counts(digest) => Stand::Counted(digest),
        Heads::One(digest) => Stand::NotCounted(digest),
        Heads::Conflict(_) => Stand::Unsettled,
    }
}

/// A roll-up of a unit below.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    /// Its place among its office's.
    pub seen: SeenFile<FileLine>,
    /// `true` where it counts apart from its place.
    pub holds: bool,
    /// The roll-up.
    pub rollup: &'a Rollup,
}

/// Returns the outcome of the roll-ups of one area about one document, level and period, whichever of its offices
/// signed them: one counts. Where two offices in charge differ, a person has to settle it.
#[must_use]
pub fn area_stand(files: &[Reported<'_>]) -> Stand {
    let mut lines: BTreeMap<&FileLine, Vec<&Reported<'_>>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.seen.enrolled) {
        lines.entry(&file.seen.slot).or_default().push(file);
    }
    let holds = |digest: Digest| files.iter().any(|file| file.seen.digest == digest && file.holds);
    let of_line = |line: &Vec<&Reported<'_>>| {
        let seen: Vec<SeenFile<()>> = line.iter().map(|file| file.seen.about(())).collect();
        stand(&seen, holds)
    };
    let stands: Vec<Stand> = lines.values().map(of_line).collect();
    if stands.contains(&Stand::Unsettled) {
        return Stand::Unsettled;
    }
    let counted: Vec<&Reported<'_>> =
        files.iter().filter(|file| stands.contains(&Stand::Counted(file.seen.digest))).collect();
    let says = |file: &Reported<'_>| {
        let Rollup { expected, counted, unsettled, .. } = file.rollup;
        (expected.clone(), counted.clone(), unsettled.clone())
    };
    match counted.split_first() {
        Some((first, others)) if others.iter().all(|file| says(file) == says(first)) => {
            Stand::Counted(first.seen.digest)
        }
        Some(_) => Stand::Unsettled,
        None => stands.first().copied().or_else(|| aside(files)).unwrap_or(Stand::Missing),
    }
}

/// Returns the latest of files that take no part, which is shown as not counted; `None` without files.
fn aside(files: &[Reported<'_>]) -> Option<Stand> {
    let latest = files.iter().max_by_key(|it| (it.seen.sequence, it.seen.digest))?;
    Some(Stand::NotCounted(latest.seen.digest))
}
