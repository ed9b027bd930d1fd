//! An overlay that somebody loaded, and the signed file that it came in. Its meaning is core's.

use cunping_core::{id::Digest, overlay::Overlay};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, Version, WorkplaceId, key};
use crate::store::Table;

/// A loaded overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedOverlay {
    /// The overlay.
    pub overlay: Overlay,
    /// The text of the signed file that it came in; `None` if it was not signed. It is verified again to show the
    /// signer.
    pub file: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    saved_at: i64,
}

impl Record for Saved<LoadedOverlay> {
    const TABLE: Table = Table::Overlays;
    type Stored = Stored;

    fn store(&self) -> Stored {
        let LoadedOverlay { overlay, file } = &self.value;
        Stored { v: Version, text: overlay.write(), file: file.clone(), saved_at: self.at_ms }
    }

    fn read(it: Stored) -> Option<Self> {
        let overlay = Overlay::read(it.text.as_bytes()).ok()?;
        Some(Self { value: LoadedOverlay { overlay, file: it.file }, at_ms: it.saved_at })
    }
}

impl Owned for Saved<LoadedOverlay> {
    fn key(&self, of: WorkplaceId) -> String {
        overlay_key(of, self.value.overlay.digest)
    }
}

/// Returns the key of the overlay with a digest.
pub(in crate::store) fn overlay_key(of: WorkplaceId, digest: Digest) -> String {
    key(of, &[&digest.to_string()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        let mut overlay = sample::overlay();
        let text = serde_json::to_string(&overlay.value.overlay.write()).unwrap();
        assert_written(&overlay, &format!(r#"{{"v":1,"text":{text},"saved_at":1774972800000}}"#));
        overlay.value.file = Some("{}".into());
        assert_written(&overlay, &format!(r#"{{"v":1,"text":{text},"file":"{{}}","saved_at":1774972800000}}"#));
    }
}
