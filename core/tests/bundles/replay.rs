//! The work of the fuzzer with core's parsers (`fuzz/src/files.rs`), on every vector and on a fixed series of damaged
//! ones. Runs without the fuzzer.

#[allow(unreachable_pub, reason = "the fuzzer's targets need it")]
#[path = "../../../fuzz/src/files.rs"]
mod fuzz;

use std::{fs, path::Path};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::sample::EVERY_SHAPE;

/// A generator of the same numbers every time (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn subordinates(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }
}

fn vectors() -> Vec<Vec<u8>> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")).unwrap();
    let mut paths: Vec<_> = folder.map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).filter(|it| it.len() < 20_000).collect()
}

/// Returns the payload of a vector; `None` where its file is no JSON.
fn payload(vector: &[u8]) -> Option<Vec<u8>> {
    let start = vector.windows(2).position(|two| two == b"\n\n")? + 2;
    let file: serde_json::Value = serde_json::from_slice(&vector[start..]).ok()?;
    URL_SAFE_NO_PAD.decode(file.get("payload")?.as_str()?).ok()
}

/// Returns the bytes with up to three places cut out, doubled or overwritten.
fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.subordinates(3) {
        let (at, to) = (numbers.subordinates(bytes.len()), numbers.subordinates(bytes.len()));
        let (from, to) = (at.min(to), at.max(to).min(at.min(to) + 40));
        match numbers.subordinates(3) {
            0 => drop(bytes.drain(from..to)),
            1 => drop(bytes.splice(from..from, bytes[from..to].to_vec())),
            _ => {
                let signs = b"\"{}[],:0-1eE.\\u\xff\xc3x /";
                bytes.get_mut(from).into_iter().for_each(|byte| *byte = signs[numbers.subordinates(signs.len())]);
            }
        }
    }
    bytes
}

#[test]
fn every_vector_and_a_fixed_run_of_damaged_ones() {
    let mut numbers = Numbers(2026);
    for vector in vectors() {
        fuzz::bundle(&vector);
        let Some(payload) = payload(&vector) else { continue };
        fuzz::payload(&payload);
        for _ in 0..3 {
            fuzz::bundle(&damaged(&vector, &mut numbers));
            fuzz::payload(&damaged(&payload, &mut numbers));
        }
    }
}

#[test]
fn damaged_files_and_texts() {
    let mut numbers = Numbers(4);
    let overlay = br#"{"kind":"overlay","format":1,"pack":"changgang-pingan-fazhi-xing-2023","version":1,"level":"village","title":"a","issuer":"b","issued":"2023-06-01","pass_mark":80,"texts":{"reference.five-nos":["c"]}}"#;
    let pack = cunping_packs::RELEASED.iter().min_by_key(|it| it.json.len()).unwrap().json;
    for seed in [EVERY_SHAPE.as_bytes(), overlay] {
        fuzz::file(seed);
        (0..400).for_each(|_| fuzz::file(&damaged(seed, &mut numbers)));
    }
    fuzz::compiled(pack);
    (0..20).for_each(|_| fuzz::compiled(&damaged(pack, &mut numbers)));
    let text = "电话０４７７－７２１２３４５，身份证110105 19491231 002X，13800138000，2026-03-31".as_bytes();
    (0..2_000).for_each(|_| fuzz::text(&damaged(text, &mut numbers)));
}

#[test]
fn damaged_tables_of_reviews() {
    let mut numbers = Numbers(5);
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds/reviews")).unwrap();
    let mut paths: Vec<_> = folder.map(|it| it.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    for seed in paths.iter().map(|path| fs::read(path).unwrap()) {
        fuzz::reviews(&seed);
        (0..400).for_each(|_| fuzz::reviews(&damaged(&seed, &mut numbers)));
    }
}
