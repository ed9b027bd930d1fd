//! The independent states of a received file, and the worst of them.

mod codes;

use super::{AuthorityState, BundleError, Supersession};
use crate::{
    days::Day,
    id::{Digest, RuleId, UnitCode},
    moment::Moment,
};

/// The state of a file on every axis.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct States {
    /// Readability.
    pub readable: Readable,
    /// Integrity since signing.
    pub signature: SignatureState,
    /// The owner of the key. `None` on this and the next axes where the file could not be read.
    pub key: Option<KeyState>,
    /// The authority of its party.
    pub authority: Option<AuthorityState>,
    /// The claimed time of signing against the first-seen day.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub clock: Option<ClockState>,
    /// The days that its facts speak of against the first-seen day; `None` for kinds without facts.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub days: Option<DaysState>,
    /// Availability of its document; `None` for kinds that speak about none.
    pub pack: Option<PackState>,
    /// The claimed findings against the recomputed ones; `None` for kinds without findings.
    pub recompute: Option<Recompute>,
    /// Its place among the files of its line; `None` where it takes no part in that.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub supersession: Option<Supersession>,
    /// Personal numbers in its texts.
    pub privacy: Option<PrivacyState>,
    /// Real data or example data.
    pub mix: Option<Mix>,
}

/// The readability of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Readable {
    /// It can be read.
    Yes,
    /// It is no bundle, or a damaged one.
    Unreadable,
    /// It was written by a later version of the program.
    NewerFormat,
}

/// The integrity of a file since it was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum SignatureState {
    /// It is as it was signed.
    Good,
    /// It is not, or its key is not valid.
    Wrong,
    /// It was not verified.
    Unchecked,
}

/// The owner of the signing key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum KeyState {
    /// The party, with an enrolled key.
    Enrolled,
    /// Unknown, of a unit that has never had a key here: its assessment counts, and supersedes no other key's.
    FirstSeen,
    /// Unknown. Nothing that it signs counts.
    Stranger,
    /// Another unit or office.
    OtherUnit(UnitCode),
    /// The party's, but retired when the file was first seen.
    Retired,
}

/// The claimed time of signing against the first-seen day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// Not later than the day after.
    Plausible,
    /// Later. Nothing is decided by a signer's clock, but somebody should set it.
    Ahead,
}

impl ClockState {
    /// Compares the claimed time of signing with the first-seen day by the importer's clock; one day ahead is
    /// plausible.
    #[must_use]
    pub fn of(stated: Moment, first_seen: Day) -> Self {
        let tomorrow = first_seen.succ_opt().unwrap_or(first_seen);
        if stated.day() > tomorrow { Self::Ahead } else { Self::Plausible }
    }
}

/// The days that a file's facts speak of against the first-seen day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysState {
    /// None is later than the day after.
    Past,
    /// Up to this day, which had not come: the file settles nothing.
    Ahead(Day),
}

impl DaysState {
    /// Compares the last day that facts speak of with the first-seen day by the importer's clock; one day ahead is
    /// plausible, as it is for [`ClockState`].
    #[must_use]
    pub fn of(last: Day, first_seen: Day) -> Self {
        let tomorrow = first_seen.succ_opt().unwrap_or(first_seen);
        if last > tomorrow { Self::Ahead(last) } else { Self::Past }
    }
}

impl KeyState {
    /// Tells whether files of such a key take part in deciding which file of a unit counts.
    #[must_use]
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Enrolled | Self::FirstSeen)
    }
}

/// The availability of a file's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum PackState {
    /// The document is here, byte for byte.
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
    /// This overlay is here, but about another document, or a level that has no bearing on this one.
    OtherOverlay(Digest),
}

/// The claimed findings against the recomputed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case", deny_unknown_fields)
)]
pub enum Recompute {
    /// All are the same.
    Same,
    /// Some differ; the recomputed ones count.
    Differs {
        /// The criteria and checks that differ, in the document's order.
        rules: Vec<RuleId>,
        /// `true` where the verdict differs.
        verdict: bool,
        /// `true` where the points differ.
        score: bool,
    },
    /// The writer's program evaluates by other rules; the findings of this program count.
    OtherEvaluator(u32),
    /// The facts do not fit the document; see the problems of the review.
    FactsInvalid,
    /// The document is not here.
    NotPossible,
}

/// Personal numbers in a file's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum PrivacyState {
    /// None were found.
    Clean,
    /// Some were found; see the places in the review.
    Flagged,
}

/// Real data or example data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Mix {
    /// Real data.
    Real,
    /// Example data; it never mixes with real data.
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
    /// See [`States::days`].
    Days,
    /// See [`States::pack`].
    Pack,
    /// See [`States::recompute`].
    Recompute,
    /// See [`States::supersession`].
    Supersession,
    /// See [`States::privacy`].
    Privacy,
    /// See [`States::mix`].
    Mix,
}

/// The severity of a state.
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
    /// Returns the stable code of the severity.
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
    /// Returns the states of a file that could not be read.
    #[must_use]
    pub fn refused(problem: &BundleError) -> Self {
        let (readable, signature) = match problem {
            BundleError::NewerFormat { .. } => (Readable::NewerFormat, SignatureState::Unchecked),
            BundleError::Signature
            | BundleError::Algorithm(_)
            | BundleError::WeakKey
            | BundleError::KeyMismatch
            | BundleError::PrivateKey => (Readable::Yes, SignatureState::Wrong),
            BundleError::Encrypted
            | BundleError::Half(_)
            | BundleError::Json { .. }
            | BundleError::Base64(_)
            | BundleError::Misfits { .. }
            | BundleError::UnknownKind(_)
            | BundleError::OtherKind(_)
            | BundleError::NotCanonical => (Readable::Unreadable, SignatureState::Unchecked),
        };
        Self {
            readable,
            signature,
            key: None,
            authority: None,
            clock: None,
            days: None,
            pack: None,
            recompute: None,
            supersession: None,
            privacy: None,
            mix: None,
        }
    }

    /// Lists every axis that was looked at, worst first.
    #[must_use]
    pub fn by_severity(&self) -> Vec<(Severity, Axis)> {
        let axes = [
            Some((readable(self.readable), Axis::Readable)),
            Some((signature(self.signature), Axis::Signature)),
            self.key.map(|state| (key(state), Axis::Key)),
            self.authority.map(|state| (authority(state), Axis::Authority)),
            self.clock.map(|state| (clock(state), Axis::Clock)),
            self.days.map(|state| (days(state), Axis::Days)),
            self.pack.map(|state| (pack(state), Axis::Pack)),
            self.recompute.as_ref().map(|state| (recompute(state), Axis::Recompute)),
            self.supersession.as_ref().map(|state| (supersession(state), Axis::Supersession)),
            self.privacy.map(|state| (privacy(state), Axis::Privacy)),
            self.mix.map(|state| (mix(state), Axis::Mix)),
        ];
        let mut axes: Vec<_> = axes.into_iter().flatten().collect();
        axes.sort_by_key(|(severity, axis)| (std::cmp::Reverse(*severity), *axis));
        axes
    }

    /// Returns the worst axis; `None` where all is fine.
    #[must_use]
    pub fn worst(&self) -> Option<(Severity, Axis)> {
        self.by_severity().into_iter().next().filter(|(severity, _)| *severity > Severity::Fine)
    }

    /// Returns the same states without the place among other files.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self { supersession: None, ..self.clone() }
    }

    /// Tells whether the file counts in tables and rates. Example data counts among example data.
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

fn days(state: DaysState) -> Severity {
    if state == DaysState::Past { Severity::Fine } else { Severity::NotCounted }
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

fn supersession(state: &Supersession) -> Severity {
    match state {
        Supersession::New | Supersession::Supersedes(_) => Severity::Fine,
        Supersession::Duplicate | Supersession::Superseded(_) | Supersession::Waits(_) | Supersession::Conflict(_) => {
            Severity::NotCounted
        }
    }
}

fn privacy(state: PrivacyState) -> Severity {
    if state == PrivacyState::Clean { Severity::Fine } else { Severity::Attention }
}

fn mix(state: Mix) -> Severity {
    if state == Mix::Real { Severity::Fine } else { Severity::Note }
}
