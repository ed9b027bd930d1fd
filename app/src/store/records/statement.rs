//! The stored form of a statement of a workplace's register: the text that core writes of it.

use cunping_core::{
    days::Days,
    facts::{Statement, Topic, file},
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, WorkplaceId, key};
use crate::store::Table;

/// The text that core writes of a part of the register.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct AsText {
    pub(super) text: String,
}

impl Record for Saved<Statement> {
    const TABLE: Table = Table::Statements;
    type Stored = Saved<AsText>;
}

impl From<Saved<Statement>> for Saved<AsText> {
    fn from(Saved { value, at_ms }: Saved<Statement>) -> Self {
        Self { value: AsText { text: file::write_statement(&value) }, at_ms }
    }
}

impl TryFrom<Saved<AsText>> for Saved<Statement> {
    type Error = ();

    fn try_from(Saved { value, at_ms }: Saved<AsText>) -> Result<Self, ()> {
        file::read_statement(&value.text).map(|value| Self { value, at_ms }).ok_or(())
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
    match file::write_filter(&topic.only) {
        None => key(of, &[topic.about.as_str(), &first, &last]),
        Some(only) => key(of, &[topic.about.as_str(), &first, &last, &only]),
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        facts::{Says, Topic},
        pack::condition::{Compare, Filter},
    };

    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn a_statement_about_part_of_a_category_is_another_one() {
        let mut statement = sample::statement("crime", "2026-01-01", "2026-03-31", Says::Complete);
        let key = |of: &super::Statement| super::statement_key(sample::id(1), &Topic::of(of), of.days);
        let whole = key(&statement.value);
        statement.value.only = Filter::Attribute { is: "grade".parse().unwrap(), must: Compare::AtLeast, bound: 3 };
        assert_eq!(key(&statement.value), format!("{whole} {}", r#"{"at_least":3,"is":"grade"}"#));
        assert_written(
            &statement,
            r#"{"v":1,"text":"{\"about\":\"crime\",\"from\":\"2026-01-01\",\"made_on\":\"2026-04-01\",
            \"only\":{\"at_least\":3,\"is\":\"grade\"},\"says\":\"complete\",\"to\":\"2026-03-31\"}",
            "saved_at":1774972800000}"#,
        );
    }

    #[test]
    fn every_word_is_read_back() {
        for statement in sample::statements() {
            let text = serde_json::to_string(&super::file::write_statement(&statement.value)).unwrap();
            assert_written(&statement, &format!(r#"{{"v":1,"text":{text},"saved_at":1774972800000}}"#));
        }
    }
}
