//! The independent states of a file that came in, and which of them is worst. Words and advice are elsewhere.

mod codes;

use super::{AuthorityState, BundleProblem, Chain};
use crate::{
    days::Day,
    id::{Digest, RuleId, UnitCode},
    moment::Moment,
};

/// Where a file stands on every axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct States {
    /// Whether it could be read.
    pub readable: Readable,
    /// Whether it is as it was signed.
    pub signature: SignatureState,
    /// Whose key it is. `None` on this and the next axes where the file could not be opened.
    pub key: Option<KeyState>,
    /// Whether its party may say what it says.
    pub authority: Option<AuthorityState>,
    /// Whether it was signed before it was seen here, by its own word.
    pub clock: Option<ClockState>,
    /// Whether its document is here.
    pub pack: Option<PackState>,
    /// Whether its findings follow from its facts.
    pub recompute: Option<Recompute>,
    /// How it stands among the files of its unit.
    pub chain: Option<Chain>,
    /// Whether its texts hold what looks like a person's number.
    pub privacy: Option<PrivacyState>,
    /// Whether it is play data.
    pub mix: Option<Mix>,
}

/// Whether a file could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readable {
    /// It could.
    Yes,
    /// It is no bundle, or a damaged one.
    Unreadable,
    /// It was written by a later version of the program.
    NewerFormat,
}

/// Whether a file is as it was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureState {
    /// It is.
    Good,
    /// It is not, or its key cannot vouch for anything.
    Wrong,
    /// It was not looked at.
    Unchecked,
}

/// Whose key signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// The party's own, enrolled.
    Enrolled,
    /// Nobody's that this office knows, of a unit that has never had a key here: its assessment counts, and continues no
    /// other key's.
    FirstSeen,
    /// Nobody's that this office knows. What it signs counts for nothing.
    Stranger,
    /// That of another unit or office.
    OtherUnit(UnitCode),
    /// The party's, but retired when the file was first seen.
    Retired,
}

/// Whether a file says that it was signed after it was seen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// It does not; a day's difference is no matter.
    Plausible,
    /// It does. Nothing is decided by a signer's clock, but somebody should set it.
    Ahead,
}

impl ClockState {
    /// What a file that says it was signed at a moment is, first seen on a day by the importer's clock.
    #[must_use]
    pub fn of(stated: Moment, first_seen: Day) -> Self {
        let tomorrow = first_seen.succ_opt().unwrap_or(first_seen);
        if stated.day() > tomorrow { Self::Ahead } else { Self::Plausible }
    }
}

impl KeyState {
    /// Whether files of such a key take part in deciding which file of a unit counts.
    #[must_use]
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Enrolled | Self::FirstSeen)
    }
}

/// Whether the document of a file is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackState {
    /// It is, to the byte.
    Known,
    /// There is no such document here.
    UnknownPack,
    /// The document is here, this version of it is not.
    UnknownVersion,
    /// The version is here with other content.
    DigestDiffers,
    /// The document has no such level.
    UnknownLevel,
    /// This overlay is not here.
    UnknownOverlay(Digest),
    /// This overlay is here, and about another document, or a level that has no bearing on this one.
    OtherOverlay(Digest),
}

/// Whether the claimed findings follow from the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recompute {
    /// Every one does.
    Same,
    /// Some do not; the recomputed ones count.
    Differs {
        /// The criteria and checks that differ, in the document's order.
        rules: Vec<RuleId>,
        /// Whether the verdict differs.
        verdict: bool,
        /// Whether the points differ.
        score: bool,
    },
    /// The writer's program evaluates by other rules; what this program finds counts.
    OtherEvaluator(u32),
    /// The facts do not fit the document; see the problems of the review.
    FactsInvalid,
    /// The document is not here.
    NotPossible,
}

/// Whether texts hold what looks like a person's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivacyState {
    /// None does.
    Clean,
    /// Some do; see the places of the review.
    Flagged,
}

/// Whether a file is play data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mix {
    /// Real data.
    Real,
    /// Play data; it never mixes with real data.
    Example,
}

/// One of the axes, the most telling first where states are equally bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// See [`States::readable`].
    Readable,
    /// See [`States::signature`].
    Signature,
    /// See [`States::key`].
    Key,
    /// See [`States::authority`].
    Authority,
    /// See [`States::clock`].
    Clock,
    /// See [`States::pack`].
    Pack,
    /// See [`States::recompute`].
    Recompute,
    /// See [`States::chain`].
    Chain,
    /// See [`States::privacy`].
    Privacy,
    /// See [`States::mix`].
    Mix,
}

/// How bad a state is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// As it should be.
    Fine,
    /// Worth knowing.
    Note,
    /// Somebody should look at it; the file counts.
    Attention,
    /// The file does not count.
    NotCounted,
}

impl Severity {
    /// A fixed name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Note => "note",
            Self::Attention => "attention",
            Self::NotCounted => "not-counted",
        }
    }
}

impl States {
    /// The states of a file that could not be opened.
    #[must_use]
    pub fn refused(problem: &BundleProblem) -> Self {
        let (readable, signature) = match problem {
            BundleProblem::NewerFormat { .. } => (Readable::NewerFormat, SignatureState::Unchecked),
            BundleProblem::Signature
            | BundleProblem::Algorithm(_)
            | BundleProblem::WeakKey
            | BundleProblem::KeyMismatch
            | BundleProblem::PrivateKey => (Readable::Yes, SignatureState::Wrong),
            BundleProblem::Encrypted
            | BundleProblem::Json { .. }
            | BundleProblem::Base64(_)
            | BundleProblem::Misfits { .. }
            | BundleProblem::UnknownKind(_)
            | BundleProblem::OtherKind(_)
            | BundleProblem::NotCanonical => (Readable::Unreadable, SignatureState::Unchecked),
        };
        Self {
            readable,
            signature,
            key: None,
            authority: None,
            clock: None,
            pack: None,
            recompute: None,
            chain: None,
            privacy: None,
            mix: None,
        }
    }

    /// Every axis that was looked at, worst first.
    #[must_use]
    pub fn by_severity(&self) -> Vec<(Severity, Axis)> {
        let axes = [
            Some((readable(self.readable), Axis::Readable)),
            Some((signature(self.signature), Axis::Signature)),
            self.key.map(|it| (key(it), Axis::Key)),
            self.authority.map(|it| (authority(it), Axis::Authority)),
            self.clock.map(|it| (clock(it), Axis::Clock)),
            self.pack.map(|it| (pack(it), Axis::Pack)),
            self.recompute.as_ref().map(|it| (recompute(it), Axis::Recompute)),
            self.chain.as_ref().map(|it| (chain(it), Axis::Chain)),
            self.privacy.map(|it| (privacy(it), Axis::Privacy)),
            self.mix.map(|it| (mix(it), Axis::Mix)),
        ];
        let mut axes: Vec<_> = axes.into_iter().flatten().collect();
        axes.sort_by_key(|(severity, axis)| (std::cmp::Reverse(*severity), *axis));
        axes
    }

    /// The worst axis, unless all is fine.
    #[must_use]
    pub fn worst(&self) -> Option<(Severity, Axis)> {
        self.by_severity().into_iter().next().filter(|(severity, _)| *severity > Severity::Fine)
    }

    /// The same without its place among others.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self { chain: None, ..self.clone() }
    }

    /// Whether the file counts in tables and rates. Play data counts among play data.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.worst().is_none_or(|(severity, _)| severity < Severity::NotCounted)
    }
}

fn readable(state: Readable) -> Severity {
    if state == Readable::Yes { Severity::Fine } else { Severity::NotCounted }
}

fn signature(state: SignatureState) -> Severity {
    if state == SignatureState::Good { Severity::Fine } else { Severity::NotCounted }
}

fn key(state: KeyState) -> Severity {
    match state {
        KeyState::Enrolled => Severity::Fine,
        KeyState::FirstSeen => Severity::Note,
        KeyState::Stranger | KeyState::OtherUnit(_) | KeyState::Retired => Severity::NotCounted,
    }
}

fn authority(state: AuthorityState) -> Severity {
    if state == AuthorityState::Yes { Severity::Fine } else { Severity::NotCounted }
}

fn clock(state: ClockState) -> Severity {
    if state == ClockState::Plausible { Severity::Fine } else { Severity::Attention }
}

fn pack(state: PackState) -> Severity {
    if state == PackState::Known { Severity::Fine } else { Severity::NotCounted }
}

fn recompute(state: &Recompute) -> Severity {
    match state {
        Recompute::Same => Severity::Fine,
        Recompute::OtherEvaluator(_) => Severity::Note,
        Recompute::Differs { .. } => Severity::Attention,
        Recompute::FactsInvalid | Recompute::NotPossible => Severity::NotCounted,
    }
}

fn chain(state: &Chain) -> Severity {
    match state {
        Chain::New | Chain::Supersedes(_) => Severity::Fine,
        Chain::Duplicate | Chain::Superseded(_) | Chain::Waits(_) | Chain::Conflict(_) => Severity::NotCounted,
    }
}

fn privacy(state: PrivacyState) -> Severity {
    if state == PrivacyState::Clean { Severity::Fine } else { Severity::Attention }
}

fn mix(state: Mix) -> Severity {
    if state == Mix::Real { Severity::Fine } else { Severity::Note }
}
