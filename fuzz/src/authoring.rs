//! Packs as people write them, under the fuzzer. Reads no folder.

use std::collections::BTreeMap;

use cunping_core::pack::{Pack, authoring::compile};

/// The files of a pack, one after another, each after a line `#file NAME`: what is compiled can be read.
pub fn authored(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (mut shared, mut own) = (BTreeMap::new(), BTreeMap::new());
    for part in text.split("#file ").skip(1) {
        let (name, toml) = part.split_once('\n').unwrap_or((part, ""));
        let to = if name.starts_with("catalogue/") { &mut shared } else { &mut own };
        to.insert(name.trim_start_matches("catalogue/").to_owned(), toml.to_owned());
    }
    match compile(&own, &shared) {
        Ok(json) => assert!(Pack::from_json(&json).is_ok(), "what is compiled can be read"),
        Err(problems) => assert!(!problems.is_empty()),
    }
}
