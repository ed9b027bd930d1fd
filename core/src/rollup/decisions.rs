//! Which of the decisions that came in count, and where they leave a unit. Opens no file and settles no conflict.

use std::collections::BTreeMap;

use crate::{
    bundle::{
        Chain, Decision, Heads, KeyState, Line, Party, Payload, Seen, Settled, Slot, States, Verified, chain, heads,
        settled,
    },
    days::Day,
    id::{Digest, OfficeId},
    pack::Level,
};

/// A decision that came in, reduced to what decides whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its place among what the same office decided about the same thing.
    pub seen: Seen<Line>,
    /// As which office of the document it was taken.
    pub office: OfficeId,
    /// The unit's file that was decided on.
    pub assessment: Digest,
    /// What was decided.
    pub decision: Decision,
    /// Whether it counts but for its place: rightly signed, its document here, and its office's to take.
    pub holds: bool,
}

impl Heard {
    /// What matters of an opened file, given its states and the day on which it was first seen; `None` where it is no decision.
    #[must_use]
    pub fn new(opened: &Verified, states: &States, first_seen: Day) -> Option<Self> {
        let Payload::Recognition(it) = &opened.payload else { return None };
        Some(Self {
            seen: opened.seen(states.key == Some(KeyState::Enrolled), first_seen)?,
            office: it.office.clone(),
            assessment: it.assessment,
            decision: it.decision.clone(),
            holds: states.alone().counts(),
        })
    }

    /// Whether it takes a name back.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        matches!(self.decision, Decision::Removed(_))
    }

    /// Who signed it, and the unit, document, level and period that it is about.
    #[must_use]
    pub fn about(&self) -> Option<(&Party, &Slot)> {
        match &self.seen.slot {
            Line::Decision(party, _, slot) => Some((party, slot)),
            _ => None,
        }
    }

    /// Whether the same office signed it about the same thing after `removal`, so that it says nothing.
    #[must_use]
    pub fn comes_too_late(&self, removal: &Self) -> bool {
        removal.is_removal() && self.seen.slot == removal.seen.slot && self.seen.sequence > removal.seen.sequence
    }

    /// Whether it is about just what a unit's file is about.
    fn is_about(&self, file: &Slot) -> bool {
        self.about().is_some_and(|(_, slot)| {
            let of = |it: &Slot| (it.unit, it.period, it.example);
            of(slot) == of(file) && slot.pack == file.pack && slot.level == file.level
        })
    }
}

/// The decisions that count, by the file that they are about.
#[derive(Clone, Debug, Default)]
pub struct Decisions<'a>(BTreeMap<Digest, Vec<&'a Heard>>);

impl<'a> Decisions<'a> {
    /// Of all that came in, those that count; see [`counting`].
    #[must_use]
    pub fn of(heard: &'a [Heard]) -> Self {
        let mut by_file: BTreeMap<Digest, Vec<&Heard>> = BTreeMap::new();
        for it in counting(heard) {
            by_file.entry(it.assessment).or_default().push(it);
        }
        Self(by_file)
    }

    /// Those on a file, whose subject is given, that are about just that.
    #[must_use]
    pub fn on(&self, file: Digest, about: &Slot) -> Vec<&'a Heard> {
        self.0.get(&file).into_iter().flatten().filter(|it| it.is_about(about)).copied().collect()
    }

    /// Whether an office has decided on a file: its successors then wait for the office.
    #[must_use]
    pub fn settle(&self, file: Digest, about: &Slot) -> bool {
        self.0.get(&file).is_some_and(|on| on.iter().any(|it| it.decision.settles() && it.is_about(about)))
    }

    /// Every decision that counts, by file.
    pub fn all(&self) -> impl Iterator<Item = &'a Heard> {
        self.0.values().flatten().copied()
    }
}

/// Those of all decisions that came in which count, ordered by line, then digest; a file twice is one.
///
/// Of what one party decided as one office about one thing the last of an unbroken chain counts, unless one takes back the
/// name that the same party gave: no document here gives a name again for the same period, so the first removal stays,
/// whatever comes after it. Where two stand side by side, as of two officers on two computers, both are there: whoever asks
/// where the unit stands hears of a conflict, unless they say the same.
#[must_use]
pub fn counting(heard: &[Heard]) -> Vec<&Heard> {
    let mut lines: BTreeMap<&Line, BTreeMap<Digest, &Heard>> = BTreeMap::new();
    for it in heard {
        lines.entry(&it.seen.slot).or_default().insert(it.seen.digest, it);
    }
    lines.values().flat_map(of_line).collect()
}

fn of_line<'a>(line: &BTreeMap<Digest, &'a Heard>) -> Vec<&'a Heard> {
    if let [only] = line.values().copied().collect::<Vec<_>>().as_slice() {
        return if only.holds && is_rightful(only, line) { vec![*only] } else { Vec::new() };
    }
    let seen: Vec<Seen<()>> = line.values().map(|it| it.seen.about(())).collect();
    let placed = |it: &&'a Heard| {
        let others: Vec<Seen<()>> = seen.iter().filter(|other| other.digest != it.seen.digest).cloned().collect();
        (chain(&it.seen.about(()), &others), *it)
    };
    let rightful = line.values().filter(|it| it.holds && is_rightful(it, line));
    let held: Vec<(Chain, &Heard)> = rightful.map(placed).collect();
    let stays = |(chain, it): &&(Chain, &Heard)| {
        it.is_removal() && matches!(chain, Chain::New | Chain::Supersedes(_) | Chain::Superseded(_))
    };
    match held.iter().filter(stays).min_by_key(|(_, it)| (it.seen.sequence, it.seen.digest)) {
        Some((_, removal)) => vec![removal],
        None => {
            let last = held.iter().filter(|(chain, _)| matches!(chain, Chain::New | Chain::Supersedes(_)));
            let last: Vec<&Heard> = last.map(|(_, it)| *it).collect();
            if last.is_empty() { side_by_side(&held) } else { last }
        }
    }
}

/// Those of a line that replace what came before and stand beside one another.
fn side_by_side<'a>(held: &[(Chain, &'a Heard)]) -> Vec<&'a Heard> {
    let seen: Vec<Seen<()>> = held.iter().map(|(_, it)| it.seen.about(())).collect();
    let Heads::Conflict(beside) = heads(&seen) else { return Vec::new() };
    held.iter().map(|(_, it)| *it).filter(|it| beside.contains(&it.seen.digest)).collect()
}

/// Whether a decision is one that its party could take where it stands: a removal takes back what the party gave, so it
/// replaces a decision of the party's own, which found the unit qualified where it is here to look at.
fn is_rightful(it: &Heard, line: &BTreeMap<Digest, &Heard>) -> bool {
    if !it.is_removal() {
        return true;
    }
    let Some(before) = it.seen.supersedes else { return false };
    line.get(&before).is_none_or(|before| before.is_removal() || before.decision == Decision::Qualified)
}

/// Where a unit stands after what was decided on its file, all of which counts.
#[must_use]
pub fn stands(level: &Level, on: &[&Heard]) -> Settled {
    let decided: Vec<(&OfficeId, &Decision)> = on.iter().map(|it| (&it.office, &it.decision)).collect();
    settled(level.decided_by(), &decided)
}

/// The decision that took a unit's name back, of those on its file that count; `None` where the unit stands otherwise.
#[must_use]
pub fn taken_back(level: &Level, on: &[&Heard]) -> Option<Digest> {
    let Settled::Removed(office) = stands(level, on) else { return None };
    on.iter().filter(|it| it.is_removal() && it.office == office).map(|it| it.seen.digest).min()
}
