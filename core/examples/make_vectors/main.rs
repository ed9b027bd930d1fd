//! Writes the vectors of the bundle format into `core/tests/vectors`, the same bytes every time. Checks nothing.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a chore for a developer's machine, which stops when it cannot go on"
)]

pub(crate) mod vectors;

use std::{fs, path::Path};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).expect("the old vectors can be removed");
    }
    fs::create_dir_all(&folder).expect("the folder can be made");
    for vector in vectors::all() {
        fs::write(folder.join(&vector.name), vector.file()).expect("the vector can be written");
    }
}
