//! Half-typed input, kept so that a reload loses nothing. It counts for nothing until a statement is made of it.

use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, WorkplaceId, key};
use crate::store::Table;

/// The half-typed input of one place of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The place: ASCII without spaces.
    pub place: String,
    /// The text typed so far, in the place's own form.
    pub text: String,
}

impl Record for Saved<Draft> {
    const TABLE: Table = Table::Drafts;
    type Stored = Self;
}

impl Owned for Saved<Draft> {
    fn key(&self, of: WorkplaceId) -> String {
        draft_key(of, &self.value.place)
    }
}

/// Returns the key of the draft of a place.
pub(in crate::store) fn draft_key(of: WorkplaceId, place: &str) -> String {
    key(of, &[place])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::draft(),
            r#"{"v":1,"place":"question/village.8","text":"3起","saved_at":1774972800000}"#,
        );
    }
}
