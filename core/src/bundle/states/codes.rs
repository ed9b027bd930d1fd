//! Stable codes of states, for programs and test vectors.

use super::{
    AuthorityState, Axis, ClockState, DaysState, KeyState, Mix, PackState, PrivacyState, Readable, Recompute,
    SignatureState,
};

impl Readable {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Unreadable => "unreadable",
            Self::NewerFormat => "newer-format",
        }
    }
}

impl SignatureState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Wrong => "wrong",
            Self::Unchecked => "unchecked",
        }
    }
}

impl KeyState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::FirstSeen => "first-seen",
            Self::Stranger => "stranger",
            Self::OtherUnit(_) => "other-unit",
            Self::Retired => "retired",
        }
    }
}

impl AuthorityState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::OtherUnit => "other-unit",
            Self::NoPart => "no-part",
            Self::NotInDocument => "not-in-document",
        }
    }
}

impl ClockState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plausible => "plausible",
            Self::Ahead => "ahead",
        }
    }
}

impl DaysState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Ahead(_) => "ahead",
        }
    }
}

impl PackState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::UnknownPack => "unknown-pack",
            Self::UnknownVersion => "unknown-version",
            Self::DigestDiffers => "digest-differs",
            Self::UnknownLevel => "unknown-level",
            Self::UnknownOverlay(_) => "unknown-overlay",
            Self::OtherOverlay(_) => "other-overlay",
        }
    }
}

impl Recompute {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Differs { .. } => "differs",
            Self::OtherEvaluator(_) => "other-evaluator",
            Self::FactsInvalid => "facts-invalid",
            Self::NotPossible => "not-possible",
        }
    }
}

impl PrivacyState {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Flagged => "flagged",
        }
    }
}

impl Mix {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Example => "example",
        }
    }
}

impl Axis {
    /// Returns the stable code of the axis.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Readable => "readable",
            Self::Signature => "signature",
            Self::Key => "key",
            Self::Authority => "authority",
            Self::Clock => "clock",
            Self::Days => "days",
            Self::Pack => "pack",
            Self::Recompute => "recompute",
            Self::Supersession => "chain",
            Self::Privacy => "privacy",
            Self::Mix => "mix",
        }
    }
}
