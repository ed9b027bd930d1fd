//! Overlays and packs that an office signs and sends. What they say is for their own modules to read.

use super::{PackRef, Place, Stated};
use crate::overlay::Overlay;

/// An overlay (补充标准), signed by the office that issued it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOverlay {
    /// Who signs.
    pub stated: Stated,
    /// Its place among this office's editions for the document and level.
    pub place: Place,
    /// The overlay.
    pub overlay: Overlay,
}

/// A document as data (创建标准), signed by the office that publishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedPack {
    /// Who signs.
    pub stated: Stated,
    /// Which document and version.
    pub pack: PackRef,
    /// The compiled pack, canonical JSON: [`crate::pack::Pack::from_json`] reads it.
    pub json: String,
}
