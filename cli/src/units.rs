//! The real units that this program knows, by township. Invents none.

use std::collections::BTreeSet;

use cunping_core::id::UnitCode;

/// The villages of a township; empty where they are not known.
pub(crate) fn of_township(township: UnitCode) -> BTreeSet<UnitCode> {
    let lines = cunping_packs::UNITS.iter().flat_map(|csv| csv.split(|byte| *byte == b'\n'));
    let codes = lines.filter_map(|line| std::str::from_utf8(line.get(..12)?).ok()?.parse::<UnitCode>().ok());
    codes.filter(|code| code.township() == township && *code != township).collect()
}
