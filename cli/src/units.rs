//! The real units that this program knows, read once.

use std::collections::BTreeSet;

use cunping_core::id::{UnitCode, UnitLevel};

/// Every unit of the lists: villages, and the units that contain them.
pub(crate) struct Units(BTreeSet<UnitCode>);

impl Units {
    /// Reads the lists.
    pub(crate) fn read() -> Self {
        let texts = cunping_packs::UNITS.iter().filter_map(|csv| std::str::from_utf8(csv).ok());
        let fields = texts.flat_map(str::lines).flat_map(|line| line.split(','));
        Self(fields.filter_map(|field| field.parse().ok()).collect())
    }

    /// Lists the units of a level in an area.
    pub(crate) fn within(&self, area: UnitCode, level: UnitLevel) -> BTreeSet<UnitCode> {
        let inside = self.0.range(area..).take_while(|code| code.lies_in(area));
        inside.filter(|code| code.level() == level).copied().collect()
    }
}
