//! Selects the received decisions that count, and derives the state of a unit from them.

use std::collections::BTreeMap;

use crate::{
    bundle::{
        Decision, FileLine, Heads, KeyState, Party, Payload, SeenFile, Settled, Slot, States, Supersession, Verified,
        heads, settled, supersession,
    },
    days::Day,
    id::{Digest, OfficeId},
    pack::Level,
};

/// A received decision, reduced to what decides whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedDecision {
    /// Its place among the same office's decisions about the same thing.
    pub seen: SeenFile<FileLine>,
    /// The office of the document as which it was taken.
    pub office: OfficeId,
    /// The unit's file that was decided on.
    pub assessment: Digest,
    /// The decision.
    pub decision: Decision,
    /// `true` where it counts apart from its place: correctly signed, its document here, and its office entitled to it.
    pub holds: bool,
}

impl SignedDecision {
    /// Reduces a verified file, given its states and the day on which it was first seen; returns `None` where it is no
    /// decision.
    #[must_use]
    pub fn new(verified: &Verified, states: &States, first_seen: Day) -> Option<Self> {
        let Payload::Recognition(recognition) = &verified.payload else { return None };
        Some(Self {
            seen: verified.seen(states.key == Some(KeyState::Enrolled), first_seen)?,
            office: recognition.office.clone(),
            assessment: recognition.assessment,
            decision: recognition.decision.clone(),
            holds: states.alone().counts(),
        })
    }

    /// Tells whether it removes a name.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        matches!(self.decision, Decision::Removed(_))
    }

    /// Returns the signing party, and the unit, document, level and period that it is about.
    #[must_use]
    pub fn about(&self) -> Option<(&Party, &Slot)> {
        match &self.seen.slot {
            FileLine::Decision(party, _, slot) => Some((party, slot)),
            _ => None,
        }
    }

    /// Tells whether the same office signed it about the same thing after `removal`, so that it has no effect.
    #[must_use]
    pub fn comes_too_late(&self, removal: &Self) -> bool {
        removal.is_removal() && self.seen.slot == removal.seen.slot && self.seen.sequence > removal.seen.sequence
    }

    /// Tells whether it is about the same unit, document, level and period as a unit's file.
    fn is_about(&self, file: &Slot) -> bool {
        self.about().is_some_and(|(_, slot)| {
            let of = |it: &Slot| (it.unit, it.period, it.example);
            of(slot) == of(file) && slot.pack == file.pack && slot.level == file.level
        })
    }
}

/// The decisions that count, by the file that they are about.
#[derive(Clone, Debug, Default)]
pub struct Decisions<'a>(BTreeMap<Digest, Vec<&'a SignedDecision>>);

impl<'a> Decisions<'a> {
    /// Selects the decisions that count; see [`counting`].
    #[must_use]
    pub fn of(decided: &'a [SignedDecision]) -> Self {
        let mut by_file: BTreeMap<Digest, Vec<&SignedDecision>> = BTreeMap::new();
        for decision in counting(decided) {
            by_file.entry(decision.assessment).or_default().push(decision);
        }
        Self(by_file)
    }

    /// Lists those on a file that are about the file's own subject, which is given.
    #[must_use]
    pub fn on(&self, file: Digest, about: &Slot) -> Vec<&'a SignedDecision> {
        self.0.get(&file).into_iter().flatten().filter(|it| it.is_about(about)).copied().collect()
    }

    /// Tells whether an office has decided on a file: its successors then wait for the office.
    #[must_use]
    pub fn settle(&self, file: Digest, about: &Slot) -> bool {
        self.0.get(&file).is_some_and(|on| on.iter().any(|it| it.decision.settles() && it.is_about(about)))
    }

    /// Iterates over every decision that counts, by file.
    pub fn all(&self) -> impl Iterator<Item = &'a SignedDecision> {
        self.0.values().flatten().copied()
    }
}

/// Selects the received decisions that count, ordered by line, then digest; a file that came twice is one.
///
/// Of one party's decisions as one office about one thing the last in an unbroken line of supersessions counts, unless
/// one removes the name that the same party gave: no document here gives a name again for the same period, so the first
/// removal stays, whatever comes after it. Where two stand side by side, as of two officers on two computers, both are
/// returned: the state of the unit is then a conflict, unless they say the same.
#[must_use]
pub fn counting(decided: &[SignedDecision]) -> Vec<&SignedDecision> {
    let mut lines: BTreeMap<&FileLine, BTreeMap<Digest, &SignedDecision>> = BTreeMap::new();
    for decision in decided {
        lines.entry(&decision.seen.slot).or_default().insert(decision.seen.digest, decision);
    }
    lines.values().flat_map(of_line).collect()
}

fn of_line<'a>(line: &BTreeMap<Digest, &'a SignedDecision>) -> Vec<&'a SignedDecision> {
    if let [only] = line.values().copied().collect::<Vec<_>>().as_slice() {
        return if only.holds && is_rightful(only, line) { vec![*only] } else { Vec::new() };
    }
    let seen: Vec<SeenFile<()>> = line.values().map(|decision| decision.seen.about(())).collect();
    let placed = |decision: &&'a SignedDecision| {
        let others: Vec<SeenFile<()>> =
            seen.iter().filter(|other| other.digest != decision.seen.digest).cloned().collect();
        (supersession(&decision.seen.about(()), &others), *decision)
    };
    let rightful = line.values().filter(|decision| decision.holds && is_rightful(decision, line));
    let held: Vec<(Supersession, &SignedDecision)> = rightful.map(placed).collect();
    let stays = |(supersession, decision): &&(Supersession, &SignedDecision)| {
        decision.is_removal()
            && matches!(supersession, Supersession::New | Supersession::Supersedes(_) | Supersession::Superseded(_))
    };
    match held.iter().filter(stays).min_by_key(|(_, decision)| (decision.seen.sequence, decision.seen.digest)) {
        Some((_, removal)) => vec![removal],
        None => {
            let last = held
                .iter()
                .filter(|(supersession, _)| matches!(supersession, Supersession::New | Supersession::Supersedes(_)));
            let last: Vec<&SignedDecision> = last.map(|(_, decision)| *decision).collect();
            if last.is_empty() { side_by_side(&held) } else { last }
        }
    }
}

/// Selects those of a line that supersede what came before and stand beside one another.
fn side_by_side<'a>(held: &[(Supersession, &'a SignedDecision)]) -> Vec<&'a SignedDecision> {
    let seen: Vec<SeenFile<()>> = held.iter().map(|(_, decision)| decision.seen.about(())).collect();
    let Heads::Conflict(beside) = heads(&seen) else { return Vec::new() };
    held.iter().map(|(_, decision)| *decision).filter(|decision| beside.contains(&decision.seen.digest)).collect()
}

/// Tells whether a party could take a decision where it stands: a removal has to supersede a decision of the party's
/// own, one that found the unit qualified where it is here to look at.
fn is_rightful(decision: &SignedDecision, line: &BTreeMap<Digest, &SignedDecision>) -> bool {
    if !decision.is_removal() {
        return true;
    }
    let Some(before) = decision.seen.supersedes else { return false };
    line.get(&before).is_none_or(|before| before.is_removal() || before.decision == Decision::Qualified)
}

/// Returns the state of a unit after the decisions on its file, all of which count.
#[must_use]
pub fn stands(level: &Level, on: &[&SignedDecision]) -> Settled {
    let decided: Vec<(&OfficeId, &Decision)> = on.iter().map(|it| (&it.office, &it.decision)).collect();
    settled(level.decided_by(), &decided)
}

/// Returns the decision that removed a unit's name, out of those on its file that count; `None` where there is none.
#[must_use]
pub fn taken_back(level: &Level, on: &[&SignedDecision]) -> Option<Digest> {
    let Settled::Removed(office) = stands(level, on) else { return None };
    on.iter()
        .filter(|decision| decision.is_removal() && decision.office == office)
        .map(|decision| decision.seen.digest)
        .min()
}
