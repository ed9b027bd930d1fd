//! The wire form of the states of a verified file. That it is readable and its signature good goes without saying.

use cunping_core::bundle::{
    AuthorityState, KeyState, Mix, PackState, PrivacyState, Readable, Recompute, SignatureState, States,
};
use serde::{Deserialize, Serialize};

/// The states of a verified file. Its place in the chain and its clock are found on the page, where all files are
/// known.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireStates {
    key: Option<WireKey>,
    /// True if its party may assess this unit; otherwise it is another unit's, since offices sign no assessments.
    authorised: Option<bool>,
    pack: Option<WirePack>,
    recompute: Option<WireRecompute>,
    /// True if its texts hold what looks like a person's number.
    personal: Option<bool>,
    example: Option<bool>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WireKey {
    Enrolled,
    FirstSeen,
    Stranger,
    OtherUnit(String),
    Retired,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WirePack {
    Known,
    UnknownPack,
    UnknownVersion,
    DigestDiffers,
    UnknownLevel,
    UnknownOverlay(String),
    OtherOverlay(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WireRecompute {
    Same,
    Differs { rules: Vec<String>, verdict: bool, score: bool },
    OtherEvaluator(u32),
    FactsInvalid,
    NotPossible,
}

impl WireStates {
    /// Converts the states into their wire form.
    pub(super) fn of(it: States) -> Self {
        Self {
            key: it.key.map(WireKey::of),
            authorised: it.authority.map(|it| it == AuthorityState::Yes),
            pack: it.pack.map(WirePack::of),
            recompute: it.recompute.map(WireRecompute::of),
            personal: it.privacy.map(|it| it == PrivacyState::Flagged),
            example: it.mix.map(|it| it == Mix::Example),
        }
    }

    /// Converts the wire form back; `None` if a value in it cannot be.
    pub(super) fn read(self) -> Option<States> {
        Some(States {
            readable: Readable::Yes,
            signature: SignatureState::Good,
            key: inside_out(self.key.map(WireKey::read))?,
            authority: self.authorised.map(|it| if it { AuthorityState::Yes } else { AuthorityState::OtherUnit }),
            clock: None,
            pack: inside_out(self.pack.map(WirePack::read))?,
            recompute: inside_out(self.recompute.map(WireRecompute::read))?,
            supersession: None,
            privacy: self.personal.map(|it| if it { PrivacyState::Flagged } else { PrivacyState::Clean }),
            mix: self.example.map(|it| if it { Mix::Example } else { Mix::Real }),
        })
    }
}

/// Turns "absent, or read, or not readable" inside out: the outer `None` is a value that is there and cannot be read.
fn inside_out<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(None) => None,
        Some(it) => Some(it),
        None => Some(None),
    }
}

impl WireKey {
    fn of(state: KeyState) -> Self {
        match state {
            KeyState::Enrolled => Self::Enrolled,
            KeyState::FirstSeen => Self::FirstSeen,
            KeyState::Stranger => Self::Stranger,
            KeyState::OtherUnit(unit) => Self::OtherUnit(unit.to_string()),
            KeyState::Retired => Self::Retired,
        }
    }

    fn read(self) -> Option<KeyState> {
        Some(match self {
            Self::Enrolled => KeyState::Enrolled,
            Self::FirstSeen => KeyState::FirstSeen,
            Self::Stranger => KeyState::Stranger,
            Self::OtherUnit(unit) => KeyState::OtherUnit(unit.parse().ok()?),
            Self::Retired => KeyState::Retired,
        })
    }
}

impl WirePack {
    fn of(state: PackState) -> Self {
        match state {
            PackState::Known => Self::Known,
            PackState::UnknownPack => Self::UnknownPack,
            PackState::UnknownVersion => Self::UnknownVersion,
            PackState::DigestDiffers => Self::DigestDiffers,
            PackState::UnknownLevel => Self::UnknownLevel,
            PackState::UnknownOverlay(overlay) => Self::UnknownOverlay(overlay.to_string()),
            PackState::OtherOverlay(overlay) => Self::OtherOverlay(overlay.to_string()),
        }
    }

    fn read(self) -> Option<PackState> {
        Some(match self {
            Self::Known => PackState::Known,
            Self::UnknownPack => PackState::UnknownPack,
            Self::UnknownVersion => PackState::UnknownVersion,
            Self::DigestDiffers => PackState::DigestDiffers,
            Self::UnknownLevel => PackState::UnknownLevel,
            Self::UnknownOverlay(overlay) => PackState::UnknownOverlay(overlay.parse().ok()?),
            Self::OtherOverlay(overlay) => PackState::OtherOverlay(overlay.parse().ok()?),
        })
    }
}

impl WireRecompute {
    fn of(state: Recompute) -> Self {
        match state {
            Recompute::Same => Self::Same,
            Recompute::Differs { rules, verdict, score } => {
                Self::Differs { rules: rules.iter().map(ToString::to_string).collect(), verdict, score }
            }
            Recompute::OtherEvaluator(number) => Self::OtherEvaluator(number),
            Recompute::FactsInvalid => Self::FactsInvalid,
            Recompute::NotPossible => Self::NotPossible,
        }
    }

    fn read(self) -> Option<Recompute> {
        Some(match self {
            Self::Same => Recompute::Same,
            Self::Differs { rules, verdict, score } => {
                let rules = rules.iter().map(|it| it.parse().ok()).collect::<Option<_>>()?;
                Recompute::Differs { rules, verdict, score }
            }
            Self::OtherEvaluator(number) => Recompute::OtherEvaluator(number),
            Self::FactsInvalid => Recompute::FactsInvalid,
            Self::NotPossible => Recompute::NotPossible,
        })
    }
}
