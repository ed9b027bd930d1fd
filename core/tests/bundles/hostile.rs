//! Hostile bytes: no panic, and no file is accepted that was changed after signing.

use std::sync::LazyLock;

use cunping_core::{
    bundle::{Payload, SigningKey, sign, verify},
    facts::file,
    privacy::scan,
};
use proptest::prelude::*;

use crate::sample;

static GOOD: LazyLock<Vec<u8>> =
    LazyLock::new(|| sign(&sample::assessment(&sample::pack()), &SigningKey::from_seed(&[3; 32])).text.into_bytes());

#[test]
fn what_is_signed_opens_as_it_was() {
    let pack = sample::pack();
    let key = SigningKey::from_seed(&[3; 32]);
    let assessment = sample::assessment(&pack);
    let signed = sign(&assessment, &key);
    let verified = verify(signed.text.as_bytes()).unwrap();
    assert_eq!((verified.digest, verified.key), (signed.digest, key.public()));
    assert_eq!(verified.payload, Payload::from(assessment.clone()));
    assert_eq!(sign(&assessment, &key), signed, "signing is deterministic");
}

#[test]
fn every_byte_counts() {
    let good = &*GOOD;
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1;
        assert!(verify(&bad).is_err(), "byte {at}");
    }
}

#[test]
fn every_cut_is_noticed() {
    let good = &*GOOD;
    for end in 0..good.len() {
        assert!(verify(&good[..end]).is_err(), "{end} bytes");
    }
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    for byte in [b' ', b'[', b'{', b'"', 0xff] {
        assert_eq!(verify(&vec![byte; 100 << 20]).unwrap_err().code(), "too-large");
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = verify(&bytes);
        let _ = file::read(&bytes);
        let _ = scan(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn near_misses_never_open(at in any::<proptest::sample::Index>(), bytes in proptest::collection::vec(any::<u8>(), 1..8)) {
        let good = &*GOOD;
        let at = at.index(good.len());
        let mut bad = good.clone();
        bad.splice(at..(at + bytes.len()).min(good.len()), bytes);
        prop_assume!(bad != *good && bad.trim_ascii() != good.trim_ascii());
        prop_assert!(verify(&bad).is_err());
    }

    #[test]
    fn texts_never_panic_the_guard(text in "[0-9０-９xX+ .()（）\\-－ 年a]{0,60}") {
        for found in scan(&text) {
            prop_assert!(text.get(found.span).is_some_and(|it| !it.is_empty()));
        }
    }
}
