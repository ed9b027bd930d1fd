//! Writes bytes as lower-case hexadecimal digits, and reads them back.

use data_encoding::HEXLOWER;

/// Writes bytes as digits.
pub(super) fn write(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// Reads the bytes of exactly `2 * N` lower-case digits; `None` for any other text.
pub(super) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let fits = text.len() == 2 * N && HEXLOWER.decode_mut(text.as_bytes(), &mut bytes).is_ok();
    fits.then_some(bytes)
}
