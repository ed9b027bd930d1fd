//! Kleene's three truth values, and the findings that they become.

/// The knowledge of a proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Known to hold.
    True,
    /// Known not to hold.
    False,
    /// Not known: silence is never taken for an answer.
    Unknown,
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl Truth {
    /// Computes the Kleene conjunction.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// Computes the Kleene disjunction.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    /// Negates: unknown stays unknown.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "`!truth` hides that there are three values")]
    pub fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// The finding of a condition, a check or a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Finding {
    /// The condition holds for every assessed day.
    Met,
    /// The condition is broken, whatever is still open.
    NotMet,
    /// Answers are missing that could still decide.
    Undetermined,
    /// The unit has nothing that the condition speaks of.
    NotApplicable,
}

impl From<Truth> for Finding {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Met,
            Truth::False => Self::NotMet,
            Truth::Unknown => Self::Undetermined,
        }
    }
}

impl Finding {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Met, Self::NotMet, Self::Undetermined, Self::NotApplicable];

    /// Combines parts that must all hold. Parts that do not apply are left out; if none applies, neither does the
    /// whole.
    #[must_use]
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::NotApplicable, Self::and)
    }

    /// Combines two parts that must both hold, as [`Finding::all`] does.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Undetermined, _) | (_, Self::Undetermined) => Self::Undetermined,
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
        }
    }

    /// Combines parts of which one is enough. Parts that do not apply are left out; if none applies, neither does the
    /// whole.
    #[must_use]
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::all(parts.into_iter().map(Self::not)).not()
    }

    /// Returns the stable code for files and programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::Undetermined => "undetermined",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// Swaps met and not met; the others stay.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "`!finding` hides that there are four values")]
    pub fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            other => other,
        }
    }
}
