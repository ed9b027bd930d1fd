//! Fixed names of states, for machines and vectors. Readers get words from elsewhere.

use super::{Axis, KeyState, Mix, PackState, PrivacyState, Readable, Recompute, SignatureState};

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
            Self::NotEnrolledYet => "not-enrolled-yet",
            Self::Unknown => "unknown",
            Self::OtherUnit(_) => "other-unit",
            Self::Retired => "retired",
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
            Self::Pack => "pack",
            Self::Recompute => "recompute",
            Self::Chain => "chain",
            Self::Privacy => "privacy",
            Self::Mix => "mix",
        }
    }
}
