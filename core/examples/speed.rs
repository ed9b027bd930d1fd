//! How fast the core opens a bundle, in one run with the bare work that it cannot avoid.
//! Prints `name value` lines for `cargo xtask bench`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::disallowed_types,
    reason = "a measuring program, not part of the core"
)]

use std::{hint::black_box, time::Instant};

use cunping_core::{
    bundle::{self, Assessment, Claim, Known, PackRef, Party, SigningKey},
    days::Day,
    evaluate::{Programs, evaluate},
    facts::{Facts, Says, Statement, named_indicators},
    pack::{Level, Pack},
};
use ed25519_dalek::{Signature, VerifyingKey};

const ROUNDS: usize = 1_001;

fn main() {
    let pack = Pack::from_json(cunping_packs::RELEASED[0].json).unwrap();
    let level = pack.levels.iter().find(|level| level.id.as_str() == "village").unwrap();
    let facts = answered(level);
    let as_of = facts.period.days().last();
    let text = signed(&pack, level, &facts, as_of);
    let packs = [&pack];
    let authority = bundle::Authority::default();
    let known = Known { packs: &packs, overlays: &[], authority: &authority, others: &[], first_seen: as_of };
    let mut programs = Programs::default();
    let whole = rate(2, || {
        let verified: bundle::Verified<bundle::Assessment> = bundle::verify_as(black_box(text.as_bytes())).unwrap();
        assert!(bundle::review_with(&verified, &known, &mut programs).states.counts());
    });
    println!("bundle_bytes {}", text.len());
    println!("open_per_second {whole}");
    println!("open_bare_per_second {}", rate(2, || bare(black_box(&text))));
}

/// Runs a second, from the median of rounds that are too short for another process to come between in most of them.
fn rate(times: u32, mut work: impl FnMut()) -> u64 {
    let round = |_| {
        let start = Instant::now();
        (0..times).for_each(|_| work());
        start.elapsed().as_nanos().max(1)
    };
    let mut took: Vec<u128> = (0..ROUNDS).map(round).collect();
    took.sort_unstable();
    u64::try_from(u128::from(times) * 1_000_000_000 / took[ROUNDS / 2]).unwrap()
}

/// A year in which every question is answered quarter by quarter.
fn answered(level: &Level) -> Facts {
    let mut facts = Facts::silent("150626200205".parse().unwrap(), "2026".parse().unwrap());
    for about in named_indicators(level) {
        for quarter in ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] {
            let days = quarter.parse::<cunping_core::period::Period>().unwrap().days();
            let made_on = days.last().succ_opt().unwrap();
            facts.statements.push(Statement {
                about: about.clone(),
                only: cunping_core::pack::condition::Filter::Every,
                days,
                made_on,
                says: Says::Complete,
            });
        }
    }
    facts.sort();
    facts
}

fn signed(pack: &Pack, level: &Level, facts: &Facts, as_of: Day) -> String {
    let evaluation = evaluate(pack, level, &[], facts, as_of);
    let assessment = Assessment {
        party: Party { unit: facts.unit, office: None },
        unit_name: "示例一村".into(),
        level: level.id.clone(),
        pack: PackRef::to(pack),
        overlays: Vec::new(),
        as_of,
        facts: facts.clone(),
        claim: Claim::of(&evaluation),
        sequence: 1,
        supersedes: None,
        stated_at: "2027-01-04T09:00:00+08:00".parse().unwrap(),
        software: "cunping speed".into(),
        example: true,
    };
    bundle::sign(&assessment, &SigningKey::from_seed(&[7; 32])).text
}

/// What no reader can leave out: parse the outer and inner JSON, decode, verify strictly.
fn bare(text: &str) {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
    let outer: serde_json::Value = serde_json::from_str(text).unwrap();
    let part = |name: &str| outer[name].as_str().unwrap();
    let (protected, payload) = (part("protected"), part("payload"));
    let header: serde_json::Value = serde_json::from_slice(&BASE64.decode(protected).unwrap()).unwrap();
    let key: [u8; 32] = BASE64.decode(header["jwk"]["x"].as_str().unwrap()).unwrap().try_into().unwrap();
    let signature: [u8; 64] = BASE64.decode(part("signature")).unwrap().try_into().unwrap();
    let input = format!("{protected}.{payload}");
    let key = VerifyingKey::from_bytes(&key).unwrap();
    key.verify_strict(input.as_bytes(), &Signature::from_bytes(&signature)).unwrap();
    black_box(serde_json::from_slice::<serde_json::Value>(&BASE64.decode(payload).unwrap()).unwrap());
}
