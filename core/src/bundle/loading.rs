//! Decides which loaded overlays a signed one supersedes, and which ones stand in its way.

use super::{FileLine, KeyState, SeenFile};
use crate::id::Digest;

/// The reason why a signed overlay is not loaded, with the loaded file that stands in its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum ReplaceError {
    /// Its key is enrolled for another party than the office that it names, or was retired before it came.
    Key(KeyState),
    /// It is loaded already.
    Here(Digest),
    /// A later one of the same office is loaded.
    Older(Digest),
    /// The loaded one has the same number and other content: the office has to say which one is in force.
    SameNumber(Digest),
    /// The loaded one is of the same office by another key, and the new key is not enrolled.
    OtherKey(Digest),
}

impl ReplaceError {
    /// Returns the stable code of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Key(key) => key.code(),
            Self::Here(_) => "overlay-loaded",
            Self::Older(_) => "overlay-older",
            Self::SameNumber(_) => "overlay-same-number",
            Self::OtherKey(_) => "overlay-other-key",
        }
    }
}

/// Returns the loaded files that a signed overlay supersedes, in their order. An office has one overlay in force for a
/// level of a document, so a line holds one; those of other lines stay. `key` is the state of its key on the day on
/// which it came.
///
/// A higher number is enough: a reader that missed one in between still gets the last. [`SeenFile::enrolled`] of the loaded
/// ones is that of today, so that an overlay of an enrolled key supersedes a stranger's, whatever the numbers, and
/// never the other way round.
///
/// # Errors
///
/// The first loaded file that stands in its way; or its key, where that is another party's or retired.
pub fn replaces(
    file: &SeenFile<FileLine>,
    key: KeyState,
    loaded: &[SeenFile<FileLine>],
) -> Result<Vec<Digest>, ReplaceError> {
    if matches!(key, KeyState::OtherUnit(_) | KeyState::Retired) {
        return Err(ReplaceError::Key(key));
    }
    if let Some(same) = loaded.iter().find(|other| other.digest == file.digest) {
        return Err(ReplaceError::Here(same.digest));
    }
    let of_line = loaded.iter().filter(|other| other.slot == file.slot);
    of_line.map(|other| place_of(file, other).map(|()| other.digest)).collect()
}

/// Checks that `file` may supersede `before`, which is of its line.
fn place_of(file: &SeenFile<FileLine>, before: &SeenFile<FileLine>) -> Result<(), ReplaceError> {
    let other_key = file.kid != before.kid;
    match (other_key && !file.enrolled, other_key && !before.enrolled) {
        (true, _) => Err(ReplaceError::OtherKey(before.digest)),
        (false, true) => Ok(()),
        (false, false) if before.supersedes == Some(file.digest) || file.sequence < before.sequence => {
            Err(ReplaceError::Older(before.digest))
        }
        (false, false) if file.sequence == before.sequence => Err(ReplaceError::SameNumber(before.digest)),
        (false, false) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Party, Thumbprint};

    /// Makes a file named by one letter, of a key, with its number and predecessor.
    fn file(name: char, sequence: u32, before: Option<char>, key: u8) -> SeenFile<FileLine> {
        let digest = |name: char| Digest::of(name.to_string().as_bytes());
        let by = Party { unit: "150626200000".parse().unwrap(), office: "sumu-pingan".parse().ok() };
        let (pack, level) = ("sulide-bawu-2022".parse().unwrap(), "village".parse().unwrap());
        SeenFile {
            slot: FileLine::Overlay { by, pack, level, example: false },
            digest: digest(name),
            sequence,
            supersedes: before.map(digest),
            kid: Thumbprint([key; 32]),
            enrolled: false,
            first_seen: "2026-04-12".parse().unwrap(),
            settled: false,
        }
    }

    fn enrolled(file: SeenFile<FileLine>) -> SeenFile<FileLine> {
        SeenFile { enrolled: true, ..file }
    }

    const UNKNOWN: KeyState = KeyState::Stranger;

    #[test]
    fn a_later_one_of_the_same_key_takes_the_place_of_an_earlier_one() {
        let (a, b, c) = (file('a', 1, None, 1), file('b', 2, Some('a'), 1), file('c', 3, Some('b'), 1));
        assert_eq!(replaces(&a, UNKNOWN, &[]), Ok(vec![]));
        assert_eq!(replaces(&b, UNKNOWN, std::slice::from_ref(&a)), Ok(vec![a.digest]));
        assert_eq!(replaces(&c, UNKNOWN, std::slice::from_ref(&a)), Ok(vec![a.digest]), "one in between was missed");
    }

    #[test]
    fn an_earlier_one_and_one_of_the_same_number_are_refused() {
        let (a, b) = (file('a', 1, None, 1), file('b', 2, Some('a'), 1));
        assert_eq!(replaces(&a, UNKNOWN, std::slice::from_ref(&b)), Err(ReplaceError::Older(b.digest)));
        assert_eq!(replaces(&b, UNKNOWN, std::slice::from_ref(&b)), Err(ReplaceError::Here(b.digest)));
        let other = file('x', 2, None, 1);
        assert_eq!(replaces(&other, UNKNOWN, std::slice::from_ref(&b)), Err(ReplaceError::SameNumber(b.digest)));
        let raised = SeenFile { sequence: 9, ..a };
        assert_eq!(replaces(&raised, UNKNOWN, std::slice::from_ref(&b)), Err(ReplaceError::Older(b.digest)));
    }

    #[test]
    fn a_strangers_takes_nobodys_place_and_an_enrolled_one_takes_a_strangers() {
        let (a, stranger) = (file('a', 1, None, 1), file('s', 7, Some('a'), 2));
        assert_eq!(replaces(&stranger, UNKNOWN, std::slice::from_ref(&a)), Err(ReplaceError::OtherKey(a.digest)));
        let own = enrolled(a);
        assert_eq!(replaces(&stranger, UNKNOWN, std::slice::from_ref(&own)), Err(ReplaceError::OtherKey(own.digest)));
        assert_eq!(replaces(&own, KeyState::Enrolled, std::slice::from_ref(&stranger)), Ok(vec![stranger.digest]));
        let next = enrolled(file('n', 2, Some('a'), 3));
        assert_eq!(replaces(&next, KeyState::Enrolled, std::slice::from_ref(&own)), Ok(vec![own.digest]), "a new key");
        let old = enrolled(file('o', 1, None, 3));
        let before = enrolled(file('b', 2, None, 1));
        assert_eq!(
            replaces(&old, KeyState::Enrolled, std::slice::from_ref(&before)),
            Err(ReplaceError::Older(before.digest))
        );
    }

    #[test]
    fn a_key_of_another_or_a_retired_one_brings_nothing() {
        for key in [KeyState::Retired, KeyState::OtherUnit("150626200205".parse().unwrap())] {
            assert_eq!(replaces(&file('a', 1, None, 1), key, &[]), Err(ReplaceError::Key(key)));
        }
    }

    #[test]
    fn other_offices_and_levels_stay() {
        let a = file('a', 1, None, 1);
        let mut other = file('o', 5, None, 1);
        if let FileLine::Overlay { level, .. } = &mut other.slot {
            *level = "township".parse().unwrap();
        }
        assert_eq!(replaces(&a, UNKNOWN, &[other]), Ok(vec![]));
    }
}
