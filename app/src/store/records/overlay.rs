//! An overlay that somebody loaded, and the signed file that it came in. Its meaning is core's.

use cunping_core::{id::Digest, overlay::Overlay};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{Owned, Record, Saved, WorkplaceId, key};
use crate::store::Table;

/// A loaded overlay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadedOverlay {
    /// The overlay.
    #[serde(rename = "text", serialize_with = "write", deserialize_with = "read")]
    pub overlay: Overlay,
    /// The text of the signed file that it came in; `None` if it was not signed. It is verified again to show the
    /// signer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

fn write<S: Serializer>(overlay: &Overlay, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&overlay.write())
}

fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Overlay, D::Error> {
    Overlay::read(String::deserialize(from)?.as_bytes()).map_err(D::Error::custom)
}

impl Record for Saved<LoadedOverlay> {
    const TABLE: Table = Table::Overlays;
    type Stored = Self;
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
