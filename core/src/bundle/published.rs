//! Overlays and packs that an office signs and sends. Their content is read by [`crate::overlay`] and [`crate::pack`].

use super::{FileLine, LinePosition, PackRef, SeenFile, Stated, Verified};
use crate::days::Day;
use crate::overlay::Overlay;

/// An overlay (补充标准), signed by the office that issued it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOverlay {
    /// The signing party.
    pub stated: Stated,
    /// Its place among this office's editions for the document and level.
    pub place: LinePosition,
    /// The overlay.
    pub overlay: Overlay,
}

impl SignedOverlay {
    /// Returns the line to which it belongs: overlays of the same office for the same level of the document.
    #[must_use]
    pub fn line(&self) -> FileLine {
        let (by, overlay) = (self.stated.party.clone(), &self.overlay);
        let (pack, level) = (overlay.pack.clone(), overlay.level.clone());
        FileLine::Overlay { by, pack, level, example: self.stated.example }
    }
}

impl Verified<SignedOverlay> {
    /// Returns the file's place among others of its line. `enrolled` tells whether its key is enrolled for its office.
    #[must_use]
    pub fn seen(&self, enrolled: bool, first_seen: Day) -> SeenFile<FileLine> {
        let LinePosition { sequence, supersedes } = self.payload.place;
        let (slot, kid) = (self.payload.line(), self.key.thumbprint());
        SeenFile { slot, digest: self.digest, sequence, supersedes, kid, enrolled, first_seen, settled: false }
    }
}

/// A document as data (创建标准), signed by the office that publishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedPack {
    /// The signing party.
    pub stated: Stated,
    /// The document and version.
    pub pack: PackRef,
    /// The compiled pack, canonical JSON: [`crate::pack::Pack::from_json`] reads it.
    pub json: String,
}
