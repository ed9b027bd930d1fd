//! What the fuzzer does with the page's parsers (`fuzz/src/page.rs`), on its seeds and on a fixed run of damaged ones. Needs
//! no fuzzer.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[allow(unreachable_pub, reason = "the fuzzer's targets need it")]
#[path = "../../fuzz/src/page.rs"]
mod fuzz;

use std::{fs, path::Path};

/// The same numbers every time (Knuth's linear congruential generator, MMIX).
struct Numbers(u64);

impl Numbers {
    fn subordinates(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }
}

fn seeds(folder: &str) -> Vec<Vec<u8>> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)).unwrap();
    let mut paths: Vec<_> = folder.map(|it| it.unwrap().path()).collect();
    paths.sort();
    let seeds: Vec<_> = paths.iter().map(|path| fs::read(path).unwrap()).filter(|it| it.len() < 20_000).collect();
    assert!(!seeds.is_empty());
    seeds
}

/// Some bytes changed, cut out or doubled.
fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let from = numbers.subordinates(bytes.len());
    let to = (from + numbers.subordinates(30)).min(bytes.len());
    let part: Vec<u8> = bytes.get(from..to).unwrap_or_default().to_vec();
    match numbers.subordinates(3) {
        0 => drop(bytes.drain(from..to)),
        1 => drop(bytes.splice(from..from, part)),
        _ => {
            let sign = b"\"{}[]:0-\\\xff/".get(numbers.subordinates(11)).copied().unwrap_or_default();
            bytes.get_mut(from).into_iter().for_each(|byte| *byte = sign);
        }
    }
    bytes
}

fn replay(seeds: Vec<Vec<u8>>, times: usize, target: fn(&[u8])) {
    let mut numbers = Numbers(2026);
    for seed in seeds {
        target(&seed);
        (0..times).for_each(|_| target(&damaged(&seed, &mut numbers)));
    }
}

#[test]
fn what_somebody_drops() {
    replay(seeds("core/tests/vectors"), 2, fuzz::import);
    replay(seeds("fuzz/seeds/encrypted"), 20, fuzz::import);
}

#[test]
fn backups_and_their_rows() {
    replay(seeds("fuzz/seeds/backup"), 200, fuzz::backup);
}

#[test]
fn encrypted_files() {
    replay(seeds("fuzz/seeds/encrypted"), 20, fuzz::encrypted);
}

#[test]
fn worker_messages() {
    let seeds = seeds("fuzz/seeds/message");
    for seed in &seeds {
        assert!(fuzz::message(seed), "of another version: {}", String::from_utf8_lossy(seed));
    }
    replay(seeds, 100, |bytes| {
        let _any = fuzz::message(bytes);
    });
}

#[test]
fn typed_addresses() {
    let addresses =
        ["#/tasks/2026-Q1/village.8", "#/township/2026/150626200205", "#/compare/a/b/c/d", "#/form/2/2026-H1"];
    replay(addresses.map(|it| it.as_bytes().to_vec()).into(), 200, fuzz::address);
}
