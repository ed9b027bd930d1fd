//! Fixed names of states, for machines and vectors. Readers get words from elsewhere.

use super::{
    AuthorityState, Axis, ClockState, KeyState, Mix, PackState, PrivacyState, Readable, Recompute, SignatureState,
};

impl Readable {
    /// A fixed name for the state.
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
    /// A fixed name for the state.
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
    /// A fixed name for the state.
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
    /// A fixed name for the state.
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
    /// A fixed name for the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plausible => "plausible",
            Self::Ahead => "ahead",
        }
    }
}

impl PackState {
    /// A fixed name for the state.
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
    /// A fixed name for the state.
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
    /// A fixed name for the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Flagged => "flagged",
        }
    }
}

impl Mix {
    /// A fixed name for the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Example => "example",
        }
    }
}

impl Axis {
    /// A fixed name for the state.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Readable => "readable",
            Self::Signature => "signature",
            Self::Key => "key",
            Self::Authority => "authority",
            Self::Clock => "clock",
            Self::Pack => "pack",
            Self::Recompute => "recompute",
            Self::Chain => "chain",
            Self::Privacy => "privacy",
            Self::Mix => "mix",
        }
    }
}
