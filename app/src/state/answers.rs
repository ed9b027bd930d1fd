//! The answer that the register gives to one question, and the statements that a new answer makes. Pure.

use cunping_core::{
    days::{Day, Days},
    evaluate::{Aside, Match, matching, set_aside},
    facts::{Facts, Incident, Says, Statement, Topic, coverage_end},
    id::IndicatorId,
    pack::{IndicatorKind, Pack},
};

/// The answer to one question, as far as it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicAnswer {
    /// The statement about exactly this topic that reaches the latest day.
    pub own: Option<Statement>,
    /// A statement about a wider topic that answers this too.
    pub wider: Option<Statement>,
    /// Of a category: the last day up to which it is stated that nothing but the registered incidents happened.
    pub covered: Option<Day>,
    /// Of a category: the incidents in it.
    pub incidents: Vec<Incident>,
    /// Of a category: the incidents of a wider one that may belong to it, because their kind is not recorded.
    pub of_open_kind: Vec<Incident>,
    /// Of a category: the incidents that are near it and do not count, each with the reason.
    pub aside: Vec<(Incident, Aside)>,
}

impl TopicAnswer {
    /// Reads the answer to a topic on some days from `facts`.
    #[must_use]
    pub fn of(facts: &Facts, topic: &Topic, days: Days) -> Self {
        let speaks = |statement: &&Statement| statement.days.intersection(days).is_some();
        let latest = |statement: &&Statement| (statement.days.last(), statement.made_on);
        let same = |statement: &&Statement| statement.about == topic.about && statement.only == topic.only;
        let own = facts.statements.iter().filter(same).filter(speaks).max_by_key(latest);
        let wider = facts.statements.iter().filter(|statement| !same(statement) && topic.is_answered_by(statement));
        let wider = wider.filter(|statement| statement.says == Says::Complete).filter(speaks).max_by_key(latest);
        let found = matching(facts, &topic.about, &topic.only, facts.period.days());
        let (of_open_kind, incidents): (Vec<_>, Vec<_>) = found.partition(|(_, how)| *how == Match::KindOpen);
        let aside = set_aside(facts, &topic.about, &topic.only, facts.period.days());
        let taken = |all: Vec<(&Incident, Match)>| all.into_iter().map(|(incident, _)| incident.clone()).collect();
        Self {
            own: own.cloned(),
            wider: wider.cloned(),
            covered: coverage_end(facts, topic, days),
            incidents: taken(incidents),
            of_open_kind: taken(of_open_kind),
            aside: aside.map(|(incident, why)| (incident.clone(), why)).collect(),
        }
    }

    /// Returns whether “nothing but what is registered” is stated of all of `days`, and the kind of every incident is
    /// known.
    #[must_use]
    pub fn is_complete(&self, days: Days) -> bool {
        self.covered == Some(days.last()) && !self.is_unknown() && self.of_open_kind.is_empty()
    }

    /// Returns the number of registered incidents of the category, whether they count or not.
    #[must_use]
    pub fn registered(&self, of: &IndicatorId) -> usize {
        let of_it = |(incident, _): &&(Incident, Aside)| incident.categories.iter().any(|category| category.is_a(of));
        self.incidents.len() + self.aside.iter().filter(of_it).count()
    }

    /// Returns whether incidents are registered and it is still to be stated that nothing else happened.
    #[must_use]
    pub fn awaits_others(&self, days: Days) -> bool {
        !self.incidents.is_empty() && !self.is_unknown() && self.covered != Some(days.last())
    }

    /// Returns whether the question waits for an answer: nothing is answered, the kind of an incident is open, or it is still
    /// to be said that nothing else happened. `days` are those that can be stated now.
    #[must_use]
    pub fn is_open(&self, days: Option<Days>) -> bool {
        self.is_silent() || !self.of_open_kind.is_empty() || days.is_some_and(|days| self.awaits_others(days))
    }

    /// Returns whether the answer is “not known”.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.own.as_ref().is_some_and(|it| it.says == Says::Unknown)
    }

    /// Returns whether nothing was answered at all.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.own.is_none() && self.wider.is_none() && self.incidents.is_empty()
    }
}

/// Returns the statements that an answer makes. Not knowing a topic means not knowing a wider one that was stated to be
/// complete, so that one is restated as unknown, too.
#[must_use]
pub fn statements(answer: &TopicAnswer, topic: &Topic, days: Days, made_on: Day, says: Says) -> Vec<Statement> {
    let wider = answer.wider.as_ref().filter(|_| says == Says::Unknown).map(Topic::of);
    let topics = wider.into_iter().chain([topic.clone()]);
    topics.map(|topic| statement(topic, days, made_on, says.clone())).collect()
}

/// Returns the whole of another ratio that is stated about some of the days, where the document counts both out of the
/// same, with that ratio: nobody types one total twice.
#[must_use]
pub fn same_whole<'p>(
    pack: &'p Pack,
    facts: &Facts,
    about: &IndicatorId,
    days: Days,
) -> Option<(&'p IndicatorId, i64)> {
    let whole = |id: &IndicatorId| match &pack.indicators.get(id)?.kind {
        IndicatorKind::Ratio { whole, .. } => Some(whole),
        _ => None,
    };
    let own = whole(about)?;
    let others = pack.indicators.keys().filter(|id| *id != about && whole(id) == Some(own));
    let stated = others.filter_map(|id| {
        let speaks = |said: &&Statement| said.about == *id && said.days.intersection(days).is_some();
        let latest = facts.statements.iter().filter(speaks).max_by_key(|said| (said.days.last(), said.made_on))?;
        let Says::Ratio { whole, .. } = latest.says else { return None };
        Some((latest.made_on, id, whole))
    });
    stated.max_by_key(|(made_on, ..)| *made_on).map(|(_, id, whole)| (id, whole))
}

/// Returns how many incidents are registered of the category that the part of a ratio counts, where it is stated up to the
/// last of the days that there are no others.
#[must_use]
pub fn counted_part<'p>(
    pack: &'p Pack,
    facts: &Facts,
    about: &IndicatorId,
    days: Days,
) -> Option<(&'p IndicatorId, usize)> {
    let IndicatorKind::Ratio { counts: Some(category), .. } = &pack.indicators.get(about)?.kind else { return None };
    let answer = TopicAnswer::of(facts, &Topic::whole(category.clone()), days);
    answer.is_complete(days).then_some((category, answer.incidents.len()))
}

/// Makes a statement about a topic.
#[must_use]
pub fn statement(Topic { about, only }: Topic, days: Days, made_on: Day, says: Says) -> Statement {
    Statement { about, only, days, made_on, says }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter() -> Days {
        Days::new("2026-01-01".parse().unwrap(), "2026-03-31".parse().unwrap()).unwrap()
    }

    fn topic(about: &str) -> Topic {
        Topic::whole(about.parse().unwrap())
    }

    fn said(about: &str, says: Says) -> Facts {
        let mut facts = Facts::silent("999999001201".parse().unwrap(), "2026-Q1".parse().unwrap());
        let made_on = "2026-11-22".parse().unwrap();
        facts.statements.push(statement(topic(about), quarter(), made_on, says));
        facts
    }

    #[test]
    fn a_wider_answer_answers_the_narrower_question() {
        let answer = TopicAnswer::of(&said("crime", Says::Complete), &topic("crime/homicide"), quarter());
        assert!(answer.is_complete(quarter()) && answer.own.is_none() && !answer.is_silent());
        let other = TopicAnswer::of(&said("crime/homicide", Says::Complete), &topic("crime"), quarter());
        assert!(other.is_silent());
    }

    #[test]
    fn a_total_that_another_ratio_states_is_offered() {
        let dali =
            crate::state::documents::all().iter().find(|pack| pack.id.as_str() == "dali-pingan-xiangcun-2024").unwrap();
        let id = |text: &str| -> IndicatorId { text.parse().unwrap() };
        let told = |facts: &Facts, about: &str| {
            same_whole(dali, facts, &id(about), quarter()).map(|(of, whole)| (of.to_string(), whole))
        };
        let facts = said("disputes/handled", Says::Ratio { part: 9, whole: 12 });
        assert_eq!(told(&facts, "disputes/resolved"), Some(("disputes/handled".to_owned(), 12)));
        assert_eq!(told(&facts, "disputes/handled"), None, "its own is no other’s");
        assert_eq!(told(&facts, "security-problems/screened"), None, "of something else");
        assert_eq!(told(&facts, "crime"), None);
        assert_eq!(told(&said("disputes/handled", Says::Unknown), "disputes/resolved"), None);
    }

    #[test]
    fn the_part_that_counts_incidents_is_their_number_once_they_are_all_registered() {
        let dali = crate::state::documents::all().iter().find(|pack| pack.id.as_str() == "dali-pingan-xiangcun-2024");
        let rate: IndicatorId = "homicide/rate".parse().unwrap();
        let told = |facts: &Facts| counted_part(dali.unwrap(), facts, &rate, quarter()).map(|(_, count)| count);
        assert_eq!(told(&said("crime/homicide", Says::Complete)), Some(0));
        assert_eq!(told(&said("crime/homicide", Says::Unknown)), None);
        assert_eq!(told(&said("telecom-fraud", Says::Complete)), None);
        let mut one = said("crime", Says::Complete);
        one.incidents.push(Incident {
            id: cunping_core::id::IncidentId([1; 16]),
            day: "2026-02-03".parse().unwrap(),
            categories: std::iter::once("crime/homicide".parse().unwrap()).collect(),
            attributes: std::collections::BTreeMap::new(),
            note: None,
            repeats: None,
            stated_on: "2026-02-03".parse().unwrap(),
        });
        assert_eq!(told(&one), Some(1));
    }

    #[test]
    fn what_does_not_count_is_still_what_is_registered() {
        let only = |must, bound| cunping_core::pack::condition::Filter::Attribute {
            is: "loss-yuan".parse().unwrap(),
            must,
            bound,
        };
        let fire = Topic {
            about: "fire".parse().unwrap(),
            only: only(cunping_core::pack::condition::Compare::AtLeast, 10_000),
        };
        let with = |loss: i64| {
            let mut facts = Facts::silent("999999001201".parse().unwrap(), "2026-Q1".parse().unwrap());
            facts.incidents.push(Incident {
                id: cunping_core::id::IncidentId([1; 16]),
                day: "2026-02-03".parse().unwrap(),
                categories: std::iter::once("fire".parse().unwrap()).collect(),
                attributes: std::iter::once(("loss-yuan".parse().unwrap(), loss)).collect(),
                note: None,
                repeats: None,
                stated_on: "2026-02-03".parse().unwrap(),
            });
            TopicAnswer::of(&facts, &fire, quarter())
        };
        let (below, at) = (with(9_999), with(10_000));
        assert_eq!((below.incidents.len(), below.aside.len(), below.registered(&fire.about)), (0, 1, 1));
        assert_eq!((at.incidents.len(), at.aside.len(), at.registered(&fire.about)), (1, 0, 1));
        assert!(at.awaits_others(quarter()) && !below.awaits_others(quarter()) && below.is_silent());
    }

    #[test]
    fn not_knowing_takes_the_wider_answer_back() {
        let (homicide, today) = (topic("crime/homicide"), "2026-11-22".parse().unwrap());
        let answer = TopicAnswer::of(&said("crime", Says::Complete), &homicide, quarter());
        let made = statements(&answer, &homicide, quarter(), today, Says::Unknown);
        assert_eq!(made.iter().map(|it| it.about.as_str()).collect::<Vec<_>>(), ["crime", "crime/homicide"]);
        let none = statements(&answer, &homicide, quarter(), today, Says::Complete);
        assert_eq!(none.len(), 1);
    }

    #[test]
    fn an_incident_of_an_open_kind_keeps_the_narrower_question_open_until_it_is_answered() {
        let mut facts = said("crime", Says::Complete);
        facts.incidents.push(Incident {
            id: cunping_core::id::IncidentId([1; 16]),
            day: "2026-02-03".parse().unwrap(),
            categories: std::iter::once("crime".parse().unwrap()).collect(),
            attributes: std::collections::BTreeMap::new(),
            note: None,
            repeats: None,
            stated_on: "2026-02-03".parse().unwrap(),
        });
        let homicide = topic("crime/homicide");
        let answer = TopicAnswer::of(&facts, &homicide, quarter());
        assert!(answer.incidents.is_empty() && answer.of_open_kind.len() == 1 && !answer.is_complete(quarter()));
        assert!(TopicAnswer::of(&facts, &topic("crime"), quarter()).is_complete(quarter()));
        facts.statements.extend(said("crime/homicide", Says::Complete).statements);
        let answer = TopicAnswer::of(&facts, &homicide, quarter());
        assert!(answer.of_open_kind.is_empty() && answer.is_complete(quarter()));
    }
}
