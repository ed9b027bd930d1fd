//! A bundle's digest as digits that people compare on paper or read aloud.

use crate::id::Digest;

const GROUPS: u32 = 5;

/// Formats a digest as 25 decimal digits in 5 groups: its first 16 bytes, as a big-endian number, modulo 10^25.
///
/// 10^25 is more than 2^83, so two files agree by chance less often than once in 2^80 tries. Decimal digits, because a
/// telephone tells them apart in Chinese and every keyboard has them.
#[must_use]
pub fn groups(digest: Digest) -> String {
    let first = digest.0.first_chunk().map_or(0, |first| u128::from_be_bytes(*first));
    let group = |place: u32| format!("{:05}", first / 100_000_u128.pow(place) % 100_000);
    (0..GROUPS).rev().map(group).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_known_digests() {
        assert_eq!(groups(Digest([0; 32])), "00000 00000 00000 00000 00000");
        assert_eq!((u128::MAX % 10_u128.pow(25)).to_string(), "8463463374607431768211455");
        assert_eq!(groups(Digest([0xff; 32])), "84634 63374 60743 17682 11455");
    }
}
