//! The keys of a directory that are in force on a day, and their retirement.

use super::{Directory, KeyRecord};
use crate::{
    bundle::{Thumbprint, parts::Party},
    days::Day,
};

impl KeyRecord {
    /// Tells whether files first seen on `day` no longer count by this key.
    #[must_use]
    pub fn is_retired(&self, day: Day) -> bool {
        self.retired_on.is_some_and(|retired| day >= retired)
    }
}

impl Directory {
    /// Iterates over the keys of a party that are not retired on `day`, in order.
    pub fn keys_of<'a>(&'a self, party: &'a Party, day: Day) -> impl Iterator<Item = &'a KeyRecord> {
        self.keys.iter().filter(move |it| it.party == *party && !it.is_retired(day))
    }

    /// Returns the directory with a key retired from `day` on. A key that is retired already keeps the earlier of the
    /// two days: what stopped counting stays so.
    #[must_use]
    pub fn with_retired(&self, kid: Thumbprint, day: Day) -> Self {
        let mut next = self.clone();
        next.retire(day, |record| record.key.thumbprint() == kid);
        next
    }

    /// Retires the keys that `which` selects, from `day` on.
    pub(super) fn retire(&mut self, day: Day, which: impl Fn(&KeyRecord) -> bool) {
        for record in self.keys.iter_mut().filter(|it| which(it)) {
            record.retired_on = Some(record.retired_on.map_or(day, |before| before.min(day)));
        }
    }
}
