//! What a new workplace still lacks, and where on the screen that is.

use cunping_core::pack::Pack;
use cunping_text::{lang::Lang, problem, unit_code::TypedCodeError};

use super::office::MonitorOffice;
use crate::{
    browser,
    state::{new_workplace, new_workplace::UnitError},
    store::Role,
};

/// The first thing that is missing or cannot be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// No unit is chosen.
    Unit,
    /// The typed code is none, or one of another level.
    Code(UnitError),
    /// The unit has no name, or one that may not be stored.
    Name,
    /// No document is chosen.
    Document,
    /// A monitor's office is not chosen, or its name is empty or may not be stored.
    Office,
}

impl Missing {
    /// Looks for it in the order of the screen; `None` if nothing is missing.
    pub(super) fn first(
        lang: Lang,
        role: Role,
        (code, name): (&str, &str),
        packs: &[&Pack],
        own: MonitorOffice,
    ) -> Option<Self> {
        match new_workplace::typed_unit(role, code, name) {
            Err(UnitError::Code(TypedCodeError::Missing)) if name.trim().is_empty() => Some(Self::Unit),
            Err(UnitError::NoName) => Some(Self::Name),
            Err(error) => Some(Self::Code(error)),
            Ok(_) if problem::in_text(lang, name).is_some() => Some(Self::Name),
            Ok(_) if packs.is_empty() => Some(Self::Document),
            Ok(_) if role == Role::Monitor && own.is_refused(lang) => Some(Self::Office),
            Ok(_) => own.who(role, packs).is_none().then_some(Self::Office),
        }
    }

    /// Moves the focus to where it can be mended.
    pub(super) fn focus(self, own: MonitorOffice) {
        match self {
            Self::Unit => browser::focus_id("unit-query"),
            Self::Code(_) => browser::focus_id("unit-code"),
            Self::Name => browser::focus_id("unit-name"),
            Self::Document => browser::focus_at("input[name=\"near\"], input[name=\"far\"]"),
            Self::Office => own.focus(),
        }
    }
}
