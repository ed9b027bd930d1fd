//! When a workplace's key cannot sign. Pure; opens nothing.

use crate::store::{Key, Workplace};

/// Why a workplace cannot sign now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Its passphrase has not been given in this tab.
    Locked,
    /// The page was opened from disk, where any other page can read the key: it wants a passphrase first.
    Unprotected,
}

/// Why a workplace cannot sign; `None` where it can. Play data is nobody's, and signs from disk too.
#[must_use]
pub fn closed(workplace: &Workplace, from_disk: bool, opened: bool) -> Option<Closed> {
    match &workplace.key {
        Key::Plain(_) => (from_disk && !workplace.example).then_some(Closed::Unprotected),
        Key::Wrapped(_) => (!opened).then_some(Closed::Locked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{documents, new_workplace},
        store::{Moment, Role, Wrapped},
    };

    fn workplace() -> Workplace {
        let packs: Vec<_> = documents::all().iter().take(1).collect();
        let unit = ("150626200205".parse().unwrap(), "x".to_owned());
        let created = Moment { ms: 0, day: "2026-04-01".parse().unwrap() };
        new_workplace::make(&packs, Role::Village, unit, ([1; 16], [1; 32]), created).unwrap()
    }

    #[test]
    fn from_disk_nothing_is_signed_without_a_passphrase() {
        let plain = workplace();
        assert_eq!(closed(&plain, false, false), None);
        assert_eq!(closed(&plain, true, false), Some(Closed::Unprotected));
        assert_eq!(closed(&Workplace { example: true, ..plain }, true, false), None);
    }

    #[test]
    fn a_key_under_a_passphrase_signs_when_it_was_opened() {
        let key = Key::Wrapped(Wrapped { salt: [1; 16], memory: 19_456, passes: 2, sealed: [2; 48] });
        let wrapped = Workplace { key, ..workplace() };
        for from_disk in [false, true] {
            assert_eq!(closed(&wrapped, from_disk, false), Some(Closed::Locked));
            assert_eq!(closed(&wrapped, from_disk, true), None);
        }
    }
}
