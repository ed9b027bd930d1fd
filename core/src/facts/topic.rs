//! The topic of a question or a statement: an indicator, and for a category the incidents of it that are meant.

use super::{Says, Statement};
use crate::{id::IndicatorId, pack::condition::Filter};

/// The topic of a question or a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// The incident category or the figure.
    pub about: IndicatorId,
    /// The incidents of the category; [`Filter::Every`] for everything that is no category.
    pub only: Filter,
}

impl Topic {
    /// Builds the topic of all incidents of a category, or of a figure.
    #[must_use]
    pub fn whole(about: IndicatorId) -> Self {
        Self { about, only: Filter::Every }
    }

    /// Returns the topic of a statement.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        Self { about: statement.about.clone(), only: statement.only.clone() }
    }

    /// Tells whether everything that this speaks of is part of what `wider` speaks of: “no crime” answers “no
    /// homicide”.
    #[must_use]
    pub fn lies_in(&self, wider: &Self) -> bool {
        self.about.is_a(&wider.about) && self.only.implies(&wider.only)
    }

    /// Tells whether `statement` speaks of all of this.
    #[must_use]
    pub fn is_answered_by(&self, statement: &Statement) -> bool {
        self.about.is_a(&statement.about) && self.only.implies(&statement.only)
    }

    /// Iterates over the statements that nothing of this happened but what is registered, as far as they stand: a later
    /// 不清楚 about some of their days, and about all or part of this, takes them back.
    pub fn completed<'a>(&'a self, statements: &'a [Statement]) -> impl Iterator<Item = &'a Statement> {
        let unknown = move |statement: &&Statement| {
            statement.says == Says::Unknown && (self.is_answered_by(statement) || Self::of(statement).lies_in(self))
        };
        let taken_back = move |statement: &Statement| {
            let mut later = statements.iter().filter(unknown).filter(|no| no.made_on > statement.made_on);
            later.any(|no| no.days.intersection(statement.days).is_some())
        };
        let complete =
            statements.iter().filter(|statement| statement.says == Says::Complete && self.is_answered_by(statement));
        complete.filter(move |statement| !taken_back(statement))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::condition::Compare;

    fn topic(about: &str, grade: Option<(Compare, i64)>) -> Topic {
        let is = || "grade".parse().unwrap();
        let only = grade.map_or(Filter::Every, |(must, bound)| Filter::Attribute { is: is(), must, bound });
        Topic { about: about.parse().unwrap(), only }
    }

    #[test]
    fn a_wider_topic_holds_a_narrower_one() {
        let major = topic("crime/homicide", Some((Compare::AtLeast, 3)));
        for (wider, holds) in [
            (topic("crime", None), true),
            (topic("crime", Some((Compare::AtLeast, 2))), true),
            (topic("crime", Some((Compare::AtLeast, 3))), true),
            (topic("crime", Some((Compare::MoreThan, 2))), true),
            (topic("crime", Some((Compare::AtLeast, 4))), false),
            (topic("crime/homicide/from-crime", None), false),
            (topic("fire", None), false),
        ] {
            assert_eq!(major.lies_in(&wider), holds, "{wider:?}");
        }
        assert!(!topic("crime", None).lies_in(&topic("crime", Some((Compare::AtLeast, 0)))));
    }
}
