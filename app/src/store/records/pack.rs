//! A document that somebody loaded: a signed pack, kept as its text. Its content is checked when it is read.

use cunping_core::id::Digest;
use serde::{Deserialize, Serialize};

use super::{Record, Version};
use crate::store::Table;

/// A signed pack, loaded for every workplace of this browser profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedPack {
    /// The digest of the signed file.
    pub bundle: Digest,
    /// The text of the file.
    pub text: String,
    /// The time of loading, in milliseconds since 1970, UTC.
    pub at_ms: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    bundle: String,
    text: String,
    loaded_at: i64,
}

impl Record for LoadedPack {
    const TABLE: Table = Table::Packs;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored { v: Version, bundle: self.bundle.to_string(), text: self.text.clone(), loaded_at: self.at_ms }
    }

    fn read(it: Stored) -> Option<Self> {
        Some(Self { bundle: it.bundle.parse().ok()?, text: it.text, at_ms: it.loaded_at })
    }
}

/// Returns the key of a loaded pack.
pub(in crate::store) fn pack_key(bundle: Digest) -> String {
    bundle.to_string()
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        let digest = "07".repeat(32);
        let text = format!(r#"{{"v":1,"bundle":"{digest}","text":"{{}}","loaded_at":1774972800000}}"#);
        assert_written(&sample::pack(), &text);
    }
}
