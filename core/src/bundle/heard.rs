//! Which of the decisions that came in count, and that none undoes a removal. Opens no file and settles no conflict.

use std::collections::BTreeMap;

use super::{
    Chain, Decision, KeyState, Line, Opened, Payload, Recognition, Seen, Settled, Slot, States, chain, may_decide_as,
    removal, settled,
};
use crate::{
    id::{Digest, OfficeId},
    pack::{Level, Pack},
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
    /// What matters of an opened file, given its states by itself or among others; `None` where it is no decision.
    #[must_use]
    pub fn new(opened: &Opened, states: &States, packs: &[&Pack]) -> Option<Self> {
        let Payload::Recognition(it) = &opened.payload else { return None };
        let alone = States { chain: None, ..states.clone() };
        Some(Self {
            seen: opened.seen(states.key == Some(KeyState::Enrolled))?,
            office: it.office.clone(),
            assessment: it.assessment,
            decision: it.decision.clone(),
            holds: alone.counts() && is_its_to_say(it, packs),
        })
    }

    /// Whether it takes a name back.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        matches!(self.decision, Decision::Removed(_))
    }

    /// What was decided about: the unit, document, level and period.
    #[must_use]
    pub fn about(&self) -> Option<&Slot> {
        match &self.seen.slot {
            Line::Decision(_, _, slot) => Some(slot),
            _ => None,
        }
    }

    /// Whether the same office signed it about the same thing after `removal`, so that it says nothing.
    #[must_use]
    pub fn comes_too_late(&self, removal: &Self) -> bool {
        removal.is_removal() && self.seen.slot == removal.seen.slot && self.seen.sequence > removal.seen.sequence
    }
}

/// Whether a decision is one that its party may take, as an office of its document, about a unit of its area; a removal only
/// where the document states one, by that step.
fn is_its_to_say(it: &Recognition, packs: &[&Pack]) -> bool {
    let reference = &it.subject.pack;
    let here =
        |pack: &&&Pack| (&pack.id, pack.version, pack.digest) == (&reference.id, reference.version, reference.digest);
    let Some(pack) = packs.iter().find(here) else { return false };
    let stated = match &it.decision {
        Decision::Removed(step) => {
            pack.level(&it.subject.level).and_then(|level| removal(pack, level)).is_some_and(|it| it.id == *step)
        }
        _ => true,
    };
    let party = &it.stated.party;
    stated && it.subject.unit.lies_in(party.unit) && may_decide_as(pack, &it.office, party)
}

/// Those of all decisions that came in which count, ordered by line, then digest; a file twice is one.
///
/// Of an office's decisions about one thing the last of an unbroken chain counts, unless one takes the name back: no
/// document here gives a name again for the same period, so the first removal stays, whatever comes after it. What is in
/// conflict does not count.
#[must_use]
pub fn counting(heard: &[Heard]) -> Vec<&Heard> {
    let mut lines: BTreeMap<&Line, BTreeMap<Digest, &Heard>> = BTreeMap::new();
    for it in heard {
        lines.entry(&it.seen.slot).or_default().insert(it.seen.digest, it);
    }
    lines.values().flat_map(of_line).collect()
}

fn of_line<'a>(line: &BTreeMap<Digest, &'a Heard>) -> Vec<&'a Heard> {
    let seen: Vec<Seen<()>> = line.values().map(|it| place(&it.seen)).collect();
    let placed = |it: &&'a Heard| {
        let others: Vec<Seen<()>> = seen.iter().filter(|other| other.digest != it.seen.digest).cloned().collect();
        (chain(&place(&it.seen), &others), *it)
    };
    let held: Vec<(Chain, &Heard)> = line.values().filter(|it| it.holds).map(placed).collect();
    let stays = |(chain, it): &&(Chain, &Heard)| {
        it.is_removal() && matches!(chain, Chain::New | Chain::Supersedes(_) | Chain::Superseded(_))
    };
    match held.iter().filter(stays).min_by_key(|(_, it)| (it.seen.sequence, it.seen.digest)) {
        Some((_, removal)) => vec![removal],
        None => {
            let last = held.iter().filter(|(chain, _)| matches!(chain, Chain::New | Chain::Supersedes(_)));
            last.map(|(_, it)| *it).collect()
        }
    }
}

/// The same place in a line that is known.
fn place(it: &Seen<Line>) -> Seen<()> {
    let Seen { slot: _, digest, sequence, supersedes, kid, enrolled, settled } = *it;
    Seen { slot: (), digest, sequence, supersedes, kid, enrolled, settled }
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
    on.iter().find(|it| it.is_removal() && it.office == office).map(|it| it.seen.digest)
}
