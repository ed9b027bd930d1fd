//! The stored form of a statement of a workplace's register, which core defines.

use cunping_core::{
    days::{Day, Days},
    facts::{Says, Statement, Topic},
    pack::condition::Filter,
};
use serde::{Deserialize, Serialize};

use super::{
    Owned, Record, Saved, Version, WorkplaceId, day,
    filter::{self, StoredFilter},
    key,
};
use crate::store::Table;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    about: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<StoredFilter>,
    #[serde(with = "day")]
    from: Day,
    #[serde(with = "day")]
    to: Day,
    #[serde(with = "day")]
    made_on: Day,
    says: StoredSays,
    saved_at: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum StoredSays {
    Complete,
    Yes,
    No,
    Count(i64),
    Ratio { part: i64, whole: i64 },
    Rank(i64),
    Figure(i64),
    NotApplicable(String),
    Unknown,
}

impl Record for Saved<Statement> {
    const TABLE: Table = Table::Statements;
    type Stored = Stored;

    fn store(&self) -> Stored {
        let it = &self.value;
        Stored {
            v: Version,
            about: it.about.to_string(),
            only: filter::store(&it.only),
            from: it.days.first(),
            to: it.days.last(),
            made_on: it.made_on,
            says: store_says(&it.says),
            saved_at: self.at_ms,
        }
    }

    fn read(it: Stored) -> Option<Self> {
        let value = Statement {
            about: it.about.parse().ok()?,
            only: it.only.map_or(Some(Filter::Every), filter::read)?,
            days: Days::new(it.from, it.to)?,
            made_on: it.made_on,
            says: read_says(it.says),
        };
        Some(Self { value, at_ms: it.saved_at })
    }
}

impl Owned for Saved<Statement> {
    fn key(&self, of: WorkplaceId) -> String {
        statement_key(of, &Topic::of(&self.value), self.value.days)
    }
}

/// Returns the key of the statement about exactly this topic and these days.
pub(super) fn statement_key(of: WorkplaceId, topic: &Topic, days: Days) -> String {
    let (first, last) = (days.first().to_string(), days.last().to_string());
    match filter::key(&topic.only) {
        None => key(of, &[topic.about.as_str(), &first, &last]),
        Some(only) => key(of, &[topic.about.as_str(), &first, &last, &only]),
    }
}

fn store_says(says: &Says) -> StoredSays {
    match says {
        Says::Complete => StoredSays::Complete,
        Says::Yes => StoredSays::Yes,
        Says::No => StoredSays::No,
        Says::Count(n) => StoredSays::Count(*n),
        Says::Ratio { part, whole } => StoredSays::Ratio { part: *part, whole: *whole },
        Says::Rank(n) => StoredSays::Rank(*n),
        Says::Figure(n) => StoredSays::Figure(*n),
        Says::NotApplicable(reason) => StoredSays::NotApplicable(reason.clone()),
        Says::Unknown => StoredSays::Unknown,
    }
}

fn read_says(says: StoredSays) -> Says {
    match says {
        StoredSays::Complete => Says::Complete,
        StoredSays::Yes => Says::Yes,
        StoredSays::No => Says::No,
        StoredSays::Count(n) => Says::Count(n),
        StoredSays::Ratio { part, whole } => Says::Ratio { part, whole },
        StoredSays::Rank(n) => Says::Rank(n),
        StoredSays::Figure(n) => Says::Figure(n),
        StoredSays::NotApplicable(reason) => Says::NotApplicable(reason),
        StoredSays::Unknown => Says::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        facts::Topic,
        pack::condition::{Compare, Filter},
    };

    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn a_statement_about_part_of_a_category_is_another_one() {
        let mut statement = sample::statement("crime", "2026-01-01", "2026-03-31", super::Says::Complete);
        let whole = super::statement_key(sample::id(1), &Topic::of(&statement.value), statement.value.days);
        statement.value.only = Filter::Attribute { is: "grade".parse().unwrap(), must: Compare::AtLeast, bound: 3 };
        let part = super::statement_key(sample::id(1), &Topic::of(&statement.value), statement.value.days);
        assert_ne!(whole, part);
        let only = r#""only":{"attribute":{"is":"grade","must":"at_least","bound":3}}"#;
        let days = r#""from":"2026-01-01","to":"2026-03-31","made_on":"2026-04-01""#;
        let rest = r#""says":"complete","saved_at":1774972800000}"#;
        assert_written(&statement, &format!(r#"{{"v":1,"about":"crime",{only},{days},{rest}"#));
    }

    #[test]
    fn is_written_like_this() {
        let says = [
            r#"{"count":3}"#,
            r#""complete""#,
            r#"{"figure":-12}"#,
            r#""no""#,
            r#"{"not_applicable":"没有学校"}"#,
            r#"{"rank":1}"#,
            r#"{"ratio":{"part":1,"whole":2}}"#,
            r#""unknown""#,
            r#""yes""#,
        ];
        for (statement, says) in sample::statements().iter().zip(says) {
            let about = &statement.value.about;
            let days = r#""from":"2026-01-01","to":"2026-03-31","made_on":"2026-04-01""#;
            let text = format!(r#"{{"v":1,"about":"{about}",{days},"says":{says},"saved_at":1774972800000}}"#);
            assert_written(statement, &text);
        }
    }
}
