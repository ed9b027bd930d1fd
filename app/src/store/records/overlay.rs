//! An overlay that somebody loaded: what a document leaves to others. Kept as its canonical text; core says what it means.

use cunping_core::{id::Digest, overlay::Overlay};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, Version, WorkplaceId, key};
use crate::store::Table;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    text: String,
    saved_at: i64,
}

impl Record for Saved<Overlay> {
    const TABLE: Table = Table::Overlays;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored { v: Version, text: self.value.write(), saved_at: self.at_ms }
    }

    fn read(it: Stored) -> Option<Self> {
        Some(Self { value: Overlay::read(it.text.as_bytes()).ok()?, at_ms: it.saved_at })
    }
}

impl Owned for Saved<Overlay> {
    fn key(&self, of: WorkplaceId) -> String {
        overlay_key(of, self.value.digest)
    }
}

/// The key of the overlay with a digest.
pub(in crate::store) fn overlay_key(of: WorkplaceId, digest: Digest) -> String {
    key(of, &[&digest.to_string()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        let text = sample::overlay().value.write();
        let text = serde_json::to_string(&text).unwrap();
        assert_written(&sample::overlay(), &format!(r#"{{"v":1,"text":{text},"saved_at":1774972800000}}"#));
    }
}
