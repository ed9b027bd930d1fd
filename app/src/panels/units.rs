//! What is wrong with a unit that was typed.

use cunping_text::{lang::Lang, ui::setup};

use crate::state::new_workplace::UnitError;

/// Says why a unit cannot be used.
pub(crate) fn words(lang: Lang, problem: UnitError) -> &'static str {
    match problem {
        UnitError::Code(_) => setup::unit_code_wrong(lang),
        UnitError::OtherLevel => setup::unit_code_level(lang),
        UnitError::NoName => setup::unit_name_missing(lang),
    }
}
