//! Division codes as people type them.

use cunping_core::id::UnitCode;

use crate::typed_number::half_width;

/// The number of digits of a code.
const DIGITS: usize = 12;

/// Why a text is no division code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedCodeError {
    /// Nothing is typed.
    #[error("nothing is typed")]
    Missing,
    /// It has more than digits in it.
    #[error("not only digits")]
    NotDigits,
    /// So many digits are missing.
    #[error("{0} digits too few")]
    Short(usize),
    /// So many digits are too many.
    #[error("{0} digits too many")]
    Long(usize),
    /// It begins with 0, as no code does.
    #[error("begins with 0")]
    Zero,
}

/// Reads a division code. Full-width digits are the same as others; white space and hyphens do not count.
///
/// # Errors
///
/// [`TypedCodeError`].
pub fn typed_code(text: &str) -> Result<UnitCode, TypedCodeError> {
    let digits = digits(text);
    match digits.len() {
        0 => Err(TypedCodeError::Missing),
        _ if !digits.bytes().all(|byte| byte.is_ascii_digit()) => Err(TypedCodeError::NotDigits),
        length if length < DIGITS => Err(TypedCodeError::Short(DIGITS - length)),
        length if length > DIGITS => Err(TypedCodeError::Long(length - DIGITS)),
        _ if digits.starts_with('0') => Err(TypedCodeError::Zero),
        _ => digits.parse().map_err(|_| TypedCodeError::Zero),
    }
}

/// Tells whether a text is a code or a part of one.
#[must_use]
pub fn is_code(text: &str) -> bool {
    !matches!(typed_code(text), Err(TypedCodeError::Missing | TypedCodeError::NotDigits))
}

/// Returns a typed code as it is compared.
pub(crate) fn digits(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != '-').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        for text in ["150626200205", "１５０６２６２００２０５", " 1506 2620 0205　", "150626-200-205", "150626200２05"]
        {
            assert_eq!(typed_code(text).map(|code| code.to_string()), Ok("150626200205".to_owned()), "{text}");
            assert!(is_code(text));
        }
    }

    #[test]
    fn what_is_none_says_what_is_missing() {
        for (text, error) in [
            ("", TypedCodeError::Missing),
            (" 　", TypedCodeError::Missing),
            ("1", TypedCodeError::Short(11)),
            ("１５０６２６ ２００", TypedCodeError::Short(3)),
            ("15062620020", TypedCodeError::Short(1)),
            ("1506262002050", TypedCodeError::Long(1)),
            ("15062620020a", TypedCodeError::NotDigits),
            ("一五〇六", TypedCodeError::NotDigits),
            ("1506.2620", TypedCodeError::NotDigits),
            ("050626200205", TypedCodeError::Zero),
        ] {
            assert_eq!(typed_code(text), Err(error), "{text}");
        }
        assert!(is_code("1506") && !is_code("") && !is_code("15村"));
    }
}
