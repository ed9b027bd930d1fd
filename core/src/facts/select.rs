//! Selects the facts of a register that a document asks about, without losing any that could decide.

use std::collections::BTreeSet;

use super::{Facts, Incident, Says, Statement, Topic};
use crate::{
    days::{Day, Days, first_gap},
    id::{AttributeId, IndicatorId, RuleId, UnitCode},
    pack::{Level, Pack},
    period::Period,
};

impl Facts {
    /// Builds facts without statements and incidents.
    #[must_use]
    pub fn silent(unit: UnitCode, period: Period) -> Self {
        let remarks = std::collections::BTreeMap::new();
        Self { unit, period, incidents: Vec::new(), statements: Vec::new(), remarks, subordinates: None }
    }

    /// Selects the facts of `period` that `level` names, out of a whole register: incidents by their day and category,
    /// statements clipped to the period, remarks to its criteria. Cannot fail.
    ///
    /// Details of an incident for other documents are left out: attributes that this one does not have, and of a
    /// category finer than any it knows, all but the part that it knows, and that it is [another
    /// kind](IndicatorId::another_kind) than those asked about. A figure about days outside the period is left out:
    /// half of a year's sum is not the sum of half a year.
    #[must_use]
    pub fn named_by(&self, pack: &Pack, level: &Level, period: Period) -> Self {
        let days = period.days();
        let terms = Vocabulary { pack, named: named_with_required(pack, level) };
        let incidents = self
            .incidents
            .iter()
            .filter(|incident| days.contains(incident.day))
            .filter_map(|incident| terms.incident(incident));
        let statements =
            self.statements.iter().filter(|statement| terms.understands(statement)).filter_map(|statement| {
                let divisible = matches!(
                    statement.says,
                    Says::Complete | Says::Yes | Says::No | Says::Unknown | Says::NotApplicable(_)
                );
                let clipped = statement.days.intersection(days)?;
                (divisible || days.covers(statement.days)).then(|| Statement { days: clipped, ..statement.clone() })
            });
        let remarks = self.remarks.iter().filter(|(id, _)| names_rule(level, id));
        let mut facts = Self {
            unit: self.unit,
            period,
            incidents: incidents.collect(),
            statements: statements.collect(),
            remarks: remarks.map(|(id, text)| (id.clone(), text.clone())).collect(),
            subordinates: self.subordinates.clone().map(|mut subordinates| {
                subordinates.topics.retain(|gathered| terms.has_words_of(&gathered.topic));
                subordinates
            }),
        };
        facts.sort();
        facts
    }

    /// Returns the last day that they speak of, or on which one of them was stated, or that all units below speak of;
    /// `None` where they say nothing.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        let said = self.statements.iter().map(|said| said.days.last().max(said.made_on));
        let below = self.subordinates.iter().flat_map(|below| &below.topics).filter_map(|topic| topic.covered);
        said.chain(self.incidents.iter().map(|it| it.day.max(it.stated_on))).chain(below).max()
    }

    /// Iterates over the incidents that were entered after the period was over, in order.
    pub fn late(&self) -> impl Iterator<Item = &Incident> {
        self.incidents.iter().filter(|it| it.is_late(self.period))
    }

    /// Sorts incidents and statements into their order.
    pub fn sort(&mut self) {
        self.incidents.sort_by_key(|it| (it.day, it.id));
        self.statements
            .sort_by(|a, b| (&a.about, &a.only, a.days, a.made_on).cmp(&(&b.about, &b.only, b.days, b.made_on)));
        if let Some(subordinates) = &mut self.subordinates {
            subordinates.topics.sort_by(|a, b| a.topic.cmp(&b.topic));
        }
    }
}

/// The vocabulary in which one level of one document asks.
pub(super) struct Vocabulary<'a> {
    pub(super) pack: &'a Pack,
    /// Every indicator that it names, from [`named_with_required`].
    pub(super) named: Vec<IndicatorId>,
}

impl Vocabulary<'_> {
    /// Tells whether the document has the indicator, and this level asks about it, something below it or above it.
    fn knows(&self, id: &IndicatorId) -> bool {
        let here = self.pack.indicators.contains_key(id) || self.named.iter().any(|name| name.is_a(id));
        here && self.named.iter().any(|name| name.is_a(id) || id.is_a(name))
    }

    /// Tells whether the document has the words of a statement. It can make nothing of a statement about a part in
    /// other words.
    fn understands(&self, statement: &Statement) -> bool {
        self.has_words_of(&Topic::of(statement))
    }

    fn has_words_of(&self, topic: &Topic) -> bool {
        let mut known = self.knows(&topic.about);
        topic.only.attributes(&mut |id| known &= self.pack.attributes.contains_key(id));
        known
    }

    /// Returns a category as far as the document asks; `None` when an incident of it cannot be anything that is asked
    /// about.
    fn category(&self, id: &IndicatorId) -> Option<IndicatorId> {
        let known = std::iter::successors(Some(id.clone()), IndicatorId::parent).find(|id| self.knows(id))?;
        if known == *id || !self.asks_below(&known) {
            return Some(known);
        }
        // Its kind is known, and is none of those.
        self.named.iter().any(|named| known.is_a(named)).then(|| known.another_kind())
    }

    fn asks_below(&self, id: &IndicatorId) -> bool {
        self.named.iter().any(|named| named != id && named.is_a(id))
    }

    /// Returns the category above an id that says “another kind”, where the document asks for kinds of that category;
    /// `None` for every other id.
    pub(super) fn of_another_kind(&self, id: &IndicatorId) -> Option<IndicatorId> {
        id.of_another_kind().filter(|above| self.knows(above) && self.asks_below(above))
    }

    /// Returns the incident as far as the document asks; `None` when it is in none of its categories.
    fn incident(&self, incident: &Incident) -> Option<Incident> {
        let categories: BTreeSet<IndicatorId> = incident.categories.iter().filter_map(|id| self.category(id)).collect();
        let carried = |id: &AttributeId| {
            let mut indicators = self.pack.indicators.iter();
            indicators.any(|(above, indicator)| {
                indicator.attributes.contains(id) && categories.iter().any(|category| category.is_a(above))
            })
        };
        let attributes = incident.attributes.iter().filter(|(id, _)| carried(id));
        let attributes = attributes.map(|(id, value)| (id.clone(), *value)).collect();
        (!categories.is_empty()).then(|| Incident { categories, attributes, ..incident.clone() })
    }
}

/// Lists every indicator that the checks and measures of a level name, in order, each once.
#[must_use]
pub fn named_indicators(level: &Level) -> Vec<IndicatorId> {
    let mut named = std::collections::BTreeSet::new();
    for criterion in &level.criteria {
        for check in criterion.checks.iter().chain(&criterion.measures) {
            check.condition.indicators(&mut |id| {
                named.insert(id.clone());
            });
        }
    }
    named.into_iter().collect()
}

/// Lists the indicators as [`named_indicators`] does, with those of the awards that have to be reached first.
#[must_use]
pub(crate) fn named_with_required(pack: &Pack, level: &Level) -> Vec<IndicatorId> {
    let mut named = named_indicators(level);
    if let Some(required) = level.requires.as_ref().and_then(|id| pack.level(id)) {
        named.extend(named_with_required(pack, required));
        named.sort();
        named.dedup();
    }
    named
}

fn names_rule(level: &Level, id: &RuleId) -> bool {
    level.criteria.iter().any(|criterion| criterion.id == *id)
}

/// Returns the last day up to which `window` is covered without a gap by statements about all of `topic`; `None` when
/// not even the first day is.
#[must_use]
pub fn coverage_end(facts: &Facts, topic: &Topic, window: Days) -> Option<Day> {
    let standing = topic.completed(&facts.statements);
    let mut runs: Vec<Days> = standing.filter_map(|it| it.days.until(it.made_on)).collect();
    match first_gap(window, &mut runs) {
        None => Some(window.last()),
        Some(gap) => gap.first().pred_opt().filter(|day| window.contains(*day)),
    }
}
