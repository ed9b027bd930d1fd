//! A document that somebody loaded: a signed pack, kept as its text. Its content is checked when it is read.

use cunping_core::id::Digest;
use serde::{Deserialize, Serialize};

use super::{Record, text};
use crate::store::Table;

/// A signed pack, loaded for every workplace of this browser profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadedPack {
    /// The digest of the signed file.
    #[serde(with = "text")]
    pub bundle: Digest,
    /// The text of the file.
    pub text: String,
    /// The time of loading, in milliseconds since 1970, UTC.
    #[serde(rename = "loaded_at")]
    pub at_ms: i64,
}

impl Record for LoadedPack {
    const TABLE: Table = Table::Packs;
    type Stored = Self;
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
