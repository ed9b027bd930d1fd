//! Which of one unit's files about one thing counts, and which of an area's roll-ups. Settles no conflict.

use std::collections::BTreeMap;

use crate::{
    bundle::{Heads, Line, Rollup, Seen, heads},
    id::Digest,
};

/// What the files of one unit come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// There are none.
    Missing,
    /// This one counts.
    Counted(Digest),
    /// This one would be the one, and does not count.
    NotCounted(Digest),
    /// Several stand side by side, and a person has to settle which counts; none does until then.
    Unsettled,
}

/// What files about one unit, document, level and period come to.
///
/// `taking_part` are those whose key is enrolled, or first seen ([`crate::bundle::KeyState::takes_part`]), each with whether
/// an office has decided on it. `counts` says of one whether it counts as far as it alone goes: a rightful successor that
/// does not, such as one under a document that is not here, keeps its unit from counting.
pub fn stand<S: PartialEq>(taking_part: &[Seen<S>], counts: impl Fn(Digest) -> bool) -> Stand {
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

/// A roll-up that came from below.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    /// Its place among its office's.
    pub seen: Seen<Line>,
    /// Whether it counts but for its place.
    pub holds: bool,
    /// What it says.
    pub rollup: &'a Rollup,
}

/// What the roll-ups of one area about one document, level and period come to, whichever of its offices signed them: one
/// counts. Where two offices in charge say two things, a person settles it.
#[must_use]
pub fn area_stand(files: &[Reported<'_>]) -> Stand {
    let mut lines: BTreeMap<&Line, Vec<&Reported<'_>>> = BTreeMap::new();
    for it in files.iter().filter(|it| it.seen.enrolled) {
        lines.entry(&it.seen.slot).or_default().push(it);
    }
    let holds = |digest: Digest| files.iter().any(|it| it.seen.digest == digest && it.holds);
    let of_line = |line: &Vec<&Reported<'_>>| {
        let seen: Vec<Seen<()>> = line.iter().map(|it| it.seen.about(())).collect();
        stand(&seen, holds)
    };
    let stands: Vec<Stand> = lines.values().map(of_line).collect();
    if stands.contains(&Stand::Unsettled) {
        return Stand::Unsettled;
    }
    let counted: Vec<&Reported<'_>> =
        files.iter().filter(|it| stands.contains(&Stand::Counted(it.seen.digest))).collect();
    let says = |it: &Reported<'_>| {
        let Rollup { expected, counted, unsettled, .. } = it.rollup;
        (expected.clone(), counted.clone(), unsettled.clone())
    };
    match counted.split_first() {
        Some((first, others)) if others.iter().all(|it| says(it) == says(first)) => Stand::Counted(first.seen.digest),
        Some(_) => Stand::Unsettled,
        None => stands.first().copied().or_else(|| aside(files)).unwrap_or(Stand::Missing),
    }
}

/// Files that take no part: the latest is shown.
fn aside(files: &[Reported<'_>]) -> Option<Stand> {
    let latest = files.iter().max_by_key(|it| (it.seen.sequence, it.seen.digest))?;
    Some(Stand::NotCounted(latest.seen.digest))
}
