//! Makes compressed siblings of files once, so that no server compresses during a request.

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use super::Folder;

/// Adds `name.br` (brotli 11) and `name.gz` (gzip 9) beside every file that they make smaller.
pub(crate) fn add_siblings(folder: &mut Folder) {
    let mut siblings = Folder::new();
    for (name, bytes) in folder.iter() {
        for (suffix, packed) in [("br", brotli(bytes)), ("gz", gzip(bytes))] {
            if let Some(packed) = packed.filter(|packed| packed.len() < bytes.len()) {
                siblings.insert(format!("{name}.{suffix}"), packed);
            }
        }
    }
    folder.append(&mut siblings);
}

/// Returns true if the name is that of a compressed sibling.
pub(crate) fn is_sibling(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params).ok()?;
    Some(packed)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
