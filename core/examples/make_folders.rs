//! Writes the folders by which core, binary and page count alike into `core/tests/folders`, the same bytes every time.

#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a chore for a developer's machine, which stops when it cannot go on; it uses a part of what the tests use"
)]

#[path = "../tests/counting/cases.rs"]
mod cases;
#[path = "../tests/counting/folder.rs"]
mod folder;

use std::{fs, path::Path};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).expect("the old folders can be removed");
    }
    fs::create_dir_all(&folder).expect("the folder can be made");
    for case in cases::all() {
        fs::write(folder.join(format!("{}.json", case.name)), case.text()).expect("it can be written");
    }
}
