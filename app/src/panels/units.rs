//! The units that the page knows, for the picker, and what is wrong with one that was typed.

use cunping_core::id::UnitLevel;
use cunping_text::{lang::Lang, ui::setup};

use crate::{
    components::unit_picker::Unit,
    state::{documents, new_workplace::UnitError},
};

/// Returns the known units of some levels.
pub(crate) fn known(levels: &[UnitLevel]) -> Vec<Unit> {
    let known = documents::units().iter().filter(|unit| levels.contains(&unit.code.level()));
    known
        .map(|unit| Unit { code: unit.code.to_string(), name: unit.name.to_owned(), within: unit.within.to_owned() })
        .collect()
}

/// Says why a unit cannot be used.
pub(crate) fn words(lang: Lang, problem: UnitError) -> &'static str {
    match problem {
        UnitError::NotACode => setup::unit_not_chosen(lang),
        UnitError::OtherLevel => setup::unit_code_level(lang),
        UnitError::NoName => setup::unit_name_missing(lang),
        UnitError::NoOffice => setup::office_not_chosen(lang),
    }
}
