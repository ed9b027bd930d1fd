//! The state of an enrolment against a directory, and what people have to do about it. No key is enrolled without a
//! person's decision.

use super::Directory;
use crate::{
    bundle::{Enrolment, Succeeds, Thumbprint, Verified, parts::Party},
    days::Day,
};

/// The state of an enrolment against a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enrolling {
    /// The key is enrolled for this party already.
    Known,
    /// The key was this party's and is retired: it does not come back.
    Retired,
    /// The key is enrolled for a party of another unit. A unit and its offices may sign with one key.
    OtherParty(Party),
    /// An enrolled key of this party vouches for the new one, which may be enrolled without a call and is then marked.
    Rotation(Thumbprint),
    /// As [`Enrolling::Rotation`], while other files that wait say that the old key is lost, or that it vouches for
    /// another key: a call decides which of them is the party's.
    Contested {
        /// The old key.
        old: Thumbprint,
        /// The keys of those other files, ordered.
        rivals: Vec<Thumbprint>,
    },
    /// It names an old key that does not vouch for it.
    FalseRotation {
        /// The old key.
        old: Thumbprint,
        /// The reason why its word does not count.
        why: FalseVouching,
    },
    /// The party reports this enrolled key of its as lost: a call decides.
    Lost(Thumbprint),
    /// The party reports a key as lost that vouched for others before: a call decides, and every key that succeeded the
    /// lost one by its word alone is retired with it. Whoever has the lost key could have made those.
    LostAfterRotation {
        /// The lost key.
        lost: Thumbprint,
        /// The keys that succeeded it, directly or by way of others, by a key's word alone; ordered.
        heirs: Vec<Thumbprint>,
    },
    /// A further key of a party that has others: a call decides.
    Further,
    /// The party's first key: a call decides.
    First,
}

/// The reason why the word of an old key for a new one does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FalseVouching {
    /// The signature does not verify, or the old key is not enrolled for this party.
    NotTheirs,
    /// The old key vouched for this other key before. One of the two is not the party's.
    Another(Thumbprint),
    /// The old key is retired.
    Retired,
}

impl Enrolling {
    /// Tells whether the key may be enrolled at all.
    #[must_use]
    pub fn may_be_enrolled(&self) -> bool {
        self.needs_a_call() || matches!(self, Self::Rotation(_))
    }

    /// Tells whether people have to make sure whose key it is before it is enrolled.
    #[must_use]
    pub fn needs_a_call(&self) -> bool {
        matches!(
            self,
            Self::Contested { .. } | Self::Lost(_) | Self::LostAfterRotation { .. } | Self::Further | Self::First
        )
    }

    /// Tells whether a key is reported as lost, so that the day of its retirement has to be chosen.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        matches!(self, Self::Lost(_) | Self::LostAfterRotation { .. })
    }

    /// Lists the keys that retire when this one is enrolled.
    #[must_use]
    pub fn retires(&self) -> Vec<Thumbprint> {
        match self {
            Self::Rotation(old) | Self::Contested { old, .. } | Self::Lost(old) => vec![*old],
            Self::LostAfterRotation { lost, heirs } => [*lost].into_iter().chain(heirs.iter().copied()).collect(),
            _ => Vec::new(),
        }
    }
}

impl Directory {
    /// Returns the state of an enrolment against this directory on `today`, looked at by itself.
    #[must_use]
    pub fn consider(&self, enrolment: &Verified<Enrolment>, today: Day) -> Enrolling {
        let (payload, kid) = (&enrolment.payload, enrolment.key.thumbprint());
        let party = &payload.stated.party;
        let same_key = || self.keys.iter().filter(|record| record.key == enrolment.key);
        if let Some(other) = same_key().find(|record| record.party.unit != party.unit) {
            return Enrolling::OtherParty(other.party.clone());
        }
        if same_key().any(|record| record.is_retired(today)) {
            return Enrolling::Retired;
        }
        let known = same_key().any(|record| record.party == *party);
        match &payload.succeeds {
            Some(Succeeds::Lost { kid: old, .. }) => {
                self.loss(party, (kid, known), *old, today).unwrap_or_else(|| self.plain(party, known, today))
            }
            Some(Succeeds::Rotation(rotation)) if !known => {
                let old = rotation.old.thumbprint();
                match self.false_vouching(party, old, rotation.holds(kid, party), today) {
                    None => Enrolling::Rotation(old),
                    Some(why) => Enrolling::FalseRotation { old, why },
                }
            }
            _ => self.plain(party, known, today),
        }
    }

    /// Returns the state as [`Directory::consider`] does, beside the other enrolments that wait: a rotation is
    /// contested where one of them, for the same party, reports the old key as lost, or has the old key's word for
    /// another key.
    pub fn consider_among<'a>(
        &self,
        enrolment: &Verified<Enrolment>,
        waiting: impl IntoIterator<Item = &'a Verified<Enrolment>>,
        today: Day,
    ) -> Enrolling {
        let alone = self.consider(enrolment, today);
        let Enrolling::Rotation(old) = alone else { return alone };
        let party = &enrolment.payload.stated.party;
        let against = |file: &&Verified<Enrolment>| match &file.payload.succeeds {
            Some(Succeeds::Lost { kid: lost, .. }) => *lost == old || self.heirs(party, *lost).contains(&old),
            Some(Succeeds::Rotation(other)) => {
                other.old.thumbprint() == old && other.holds(file.key.thumbprint(), party)
            }
            None => false,
        };
        let others =
            waiting.into_iter().filter(|file| file.key != enrolment.key && file.payload.stated.party == *party);
        let mut rivals: Vec<Thumbprint> = others.filter(against).map(|file| file.key.thumbprint()).collect();
        rivals.sort();
        rivals.dedup();
        if rivals.is_empty() { Enrolling::Rotation(old) } else { Enrolling::Contested { old, rivals } }
    }

    /// Returns the state of an enrolment that names no earlier key.
    fn plain(&self, party: &Party, known: bool, today: Day) -> Enrolling {
        match self.keys_of(party, today).next() {
            _ if known => Enrolling::Known,
            Some(_) => Enrolling::Further,
            None => Enrolling::First,
        }
    }

    /// Returns the state of a report of a loss; `None` where nothing that it names is this party's, or all of it is
    /// retired.
    fn loss(&self, party: &Party, (kid, known): (Thumbprint, bool), lost: Thumbprint, today: Day) -> Option<Enrolling> {
        let heirs: Vec<Thumbprint> = self.heirs(party, lost).into_iter().filter(|heir| *heir != kid).collect();
        let in_force = |old: Thumbprint| self.keys_of(party, today).any(|record| record.key.thumbprint() == old);
        // Whoever reports with an enrolled key is heard as long as there is something to retire.
        let open = !known || in_force(lost) || heirs.iter().any(|heir| in_force(*heir));
        match heirs.is_empty() {
            _ if lost == kid || !open => None,
            false => Some(Enrolling::LostAfterRotation { lost, heirs }),
            true => in_force(lost).then_some(Enrolling::Lost(lost)),
        }
    }

    /// Returns the reason why the word of an old key does not count for a new one; `None` where it counts.
    fn false_vouching(&self, party: &Party, old: Thumbprint, holds: bool, today: Day) -> Option<FalseVouching> {
        let own = self.keys.iter().find(|record| record.party == *party && record.key.thumbprint() == old);
        let heir = self.keys.iter().find(|record| record.party == *party && record.vouched_by == Some(old));
        match (own.filter(|_| holds), heir) {
            (None, _) => Some(FalseVouching::NotTheirs),
            (Some(_), Some(heir)) => Some(FalseVouching::Another(heir.key.thumbprint())),
            (Some(own), None) => own.is_retired(today).then_some(FalseVouching::Retired),
        }
    }
}
