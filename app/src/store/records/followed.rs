//! The stored form of a followed document, with its last change of edition.

use std::collections::BTreeSet;

use cunping_core::{
    days::Day,
    id::{LevelId, PackId, RuleId},
};
use serde::{Deserialize, Serialize};

use super::text;

/// A document that a workplace follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followed {
    /// The document.
    #[serde(with = "text")]
    pub pack: PackId,
    /// Its level or award that the unit assesses itself for, or whose units' files it collects.
    #[serde(with = "text")]
    pub level: LevelId,
    /// The version of the pack that is followed.
    pub version: u32,
    /// The day from which that version is followed.
    #[serde(with = "text")]
    pub since: Day,
    /// The change to that version; `None` if it was the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
}

/// A change from one edition of a document to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The version before.
    pub from: u32,
    /// The time, in milliseconds since 1970, UTC; answers that were saved before are carried over.
    pub at_ms: i64,
    /// The criteria that ask differently since and that nobody has confirmed.
    #[serde(with = "text::list")]
    pub again: BTreeSet<RuleId>,
}

#[cfg(test)]
mod tests {
    use super::Moved;
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn a_move_to_a_new_edition_is_written_like_this() {
        let mut workplace = sample::workplace(1);
        let moved = Moved {
            from: 1,
            at_ms: 1_774_972_800_000,
            again: ["village.8".parse().unwrap(), "village.2".parse().unwrap()].into(),
        };
        workplace.documents[0].version = 2;
        workplace.documents[0].moved = Some(moved);
        assert_written(
            &workplace.place(),
            r#"{"v":1,"id":"01010101010101010101010101010101","role":"village",
            "documents":[{"pack":"sulide-bawu-2022","level":"village","version":2,"since":"2026-04-01",
            "moved":{"from":1,"at_ms":1774972800000,"again":["village.2","village.8"]}}],
            "unit":"150626200205","unit_name":"示例一村","office":"village","example":false,
            "created":{"ms":1774972800000,"day":"2026-04-01"}}"#,
        );
    }
}
