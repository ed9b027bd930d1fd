//! The vectors of the bundle format: bytes, and what every reader must say of them. Computes no expectation.

mod broken;
mod edges;
mod filtered;
mod kinds;
mod opened;
mod payload;
mod subordinates;
mod writer;

/// One file and what must be said of it.
pub(crate) struct Vector {
    /// Its file name.
    pub(crate) name: String,
    /// The header lines, `expect` first, `about` last.
    header: Vec<(&'static str, String)>,
    bytes: Vec<u8>,
}

impl Vector {
    /// The vector as a file: header lines, an empty line, the bytes.
    pub(crate) fn file(&self) -> Vec<u8> {
        let lines: String = self.header.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        [lines.as_bytes(), b"\n", &self.bytes].concat()
    }
}

/// Every vector.
pub(crate) fn all() -> Vec<Vector> {
    [opened::all(), subordinates::all(), filtered::all(), broken::all(), edges::all(), kinds::all()]
        .into_iter()
        .flatten()
        .collect()
}

/// A file that is refused, with the code of the problem, its layer, and its place where it has one.
fn refused(name: &str, code: &str, layer: &str, at: &str, about: &str, bytes: impl Into<Vec<u8>>) -> Vector {
    let mut header = vec![("expect", code.to_owned()), ("layer", layer.to_owned())];
    if !at.is_empty() {
        header.push(("at", at.to_owned()));
    }
    header.push(("about", about.to_owned()));
    Vector { name: format!("{name}.txt"), header, bytes: bytes.into() }
}
