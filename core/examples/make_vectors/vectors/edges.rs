//! Files on the edges of Ed25519, where verifiers differ; made with the curve's own arithmetic. Their form is good.

use curve25519_dalek::{EdwardsPoint, Scalar, constants::EIGHT_TORSION};
use serde_json::json;
use sha2::{Digest as _, Sha512};

use super::{
    Vector,
    opened::opened,
    payload::complete,
    refused,
    writer::{Parts, TYP, b64, canonical, thumbprint},
};

pub(super) fn all() -> Vec<Vector> {
    let secret = secret(1);
    let own = EdwardsPoint::mul_base(&secret);
    let mixed = own + EIGHT_TORSION[1];
    let usual = |key: EdwardsPoint, torsion: EdwardsPoint, wanted: fn(u8) -> bool| {
        by_hand(key, move |k| {
            let at = |n: u64| {
                let r = Scalar::from(n);
                let point = (EdwardsPoint::mul_base(&r) + torsion).compress().to_bytes();
                let k = k(&point);
                wanted(k.as_bytes()[0] & 7).then_some((point, r + k * secret))
            };
            (1..).find_map(at).expect("one of eight nonces fits")
        })
    };
    let nothing = EIGHT_TORSION[0];
    let at_rest = |point: [u8; 32]| by_hand(own, move |k| (point, k(&point) * secret));
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut misspelt = [0xff; 32];
    (misspelt[0], misspelt[31]) = (0xee, 0x7f);
    let bad = |name: &str, about: &str, parts: &Parts| refused(name, "signature", "signature", "", about, parts.file());
    let mut small = bad(
        "signature-r-small-order",
        "R is the neutral point: the equation holds without cofactor, and the rule refuses it all the same",
        &at_rest(neutral),
    );
    small.header.insert(2, ("elsewhere", "accepted".to_owned()));
    vec![
        opened(
            "good-key-mixed-order",
            "a key with a part of small order, and a signature that holds without cofactor",
            &usual(mixed, nothing, |low| low == 0),
            &[],
        ),
        bad(
            "signature-key-mixed-order",
            "the same key, and a signature that holds with cofactor only",
            &usual(mixed, nothing, |low| low % 2 == 1),
        ),
        bad(
            "signature-r-mixed-order",
            "R has a part of small order: the signature holds with cofactor only",
            &usual(own, EIGHT_TORSION[1], |_| true),
        ),
        bad("signature-r-not-canonical", "R is the neutral point in another spelling, y = p + 1", &at_rest(misspelt)),
        small,
    ]
}

/// The secret scalar of a seed (RFC 8032 §5.1.5).
fn secret(seed: u8) -> Scalar {
    let wide = Sha512::digest([seed; 32]);
    let mut low = [0; 32];
    low.copy_from_slice(&wide[..32]);
    low[0] &= 248;
    low[31] = low[31] & 127 | 64;
    Scalar::from_bytes_mod_order(low)
}

/// A file whose signature is what `sign` makes of `k`, the challenge as a function of R (RFC 8032 §5.1.6).
fn by_hand(key: EdwardsPoint, sign: impl Fn(&dyn Fn(&[u8; 32]) -> Scalar) -> ([u8; 32], Scalar)) -> Parts {
    let key = key.compress().to_bytes();
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": b64(key) });
    let header = json!({ "alg": "Ed25519", "typ": TYP, "kid": thumbprint(&jwk), "jwk": jwk });
    let (protected, payload) = (b64(canonical(&header)), b64(canonical(&complete())));
    let message = format!("{protected}.{payload}");
    let k = |r: &[u8; 32]| {
        let wide = Sha512::new().chain_update(r).chain_update(key).chain_update(&message).finalize();
        Scalar::from_bytes_mod_order_wide(&wide.into())
    };
    let (r, s) = sign(&k);
    Parts { protected, payload, signature: b64([r, s.to_bytes()].concat()) }
}
