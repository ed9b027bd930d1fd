//! Checks facts against a level of a pack and reports every problem with its place.

mod incident;
mod statement;
mod subordinates;

use crate::{
    facts::{
        Facts,
        file::LONGEST_TEXT,
        select::{Vocabulary, named_with_required},
    },
    id::{AttributeId, IndicatorId, UnitCode},
    pack::{IndicatorKind, Level, Pack},
    printable,
};

/// A problem in facts: something that the document, the calendar or arithmetic does not allow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {}", fault.code())]
pub struct FactsError {
    /// The place as a path into the facts in the order in which they were handed in, such as `statements[3].value`.
    pub at: String,
    /// The fault.
    pub fault: Fault,
}

/// The fault of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The unit is not of the level that is assessed.
    UnitLevel,
    /// The unit lies outside the area that the document holds for. See [`Fault::is_warning`].
    UnitOutsideArea,
    /// The document rates no such period, or not yet.
    PeriodNotRated,
    /// The document asks about nothing of this name.
    UnknownIndicator(IndicatorId),
    /// The indicator is no category of incidents.
    NotACategory(IndicatorId),
    /// No category of the incident has this attribute.
    UnknownAttribute(AttributeId),
    /// The attribute has no such value.
    AttributeRange(AttributeId),
    /// Two incidents have the same id.
    DuplicateIncident,
    /// An incident repeats itself.
    RepeatsItself,
    /// The incident did not happen in the period.
    IncidentOutsidePeriod,
    /// The incident was entered before it happened.
    StatedBefore,
    /// A statement about days outside the period.
    StatementOutsidePeriod,
    /// A statement about days after the one on which it was made.
    AboutTheFuture,
    /// The indicator takes another kind of answer.
    WrongKind(IndicatorId),
    /// A negative number, a rank of 0 or less, or a number beyond ±(2^53 − 1).
    OutOfRange,
    /// A part that is more than its whole.
    PartAboveWhole,
    /// A part of a category in words that the document does not have, or a part of something that has none.
    UnfitFilter,
    /// A ratio that counts more than the one it is part of, or another whole: more resolved than handled.
    BeyondOuterRatio(IndicatorId),
    /// “Not applicable” without a reason, or a text that is longer than 500 characters or holds what
    /// [`crate::printable`] rules out.
    BadText,
    /// Two statements about the same indicator and days, made on the same day.
    DuplicateStatement,
    /// A figure about days that another figure of the indicator covers in part.
    OverlappingFigures,
    /// The document has no such criterion.
    UnknownCriterion,
    /// Another incident of the same facts is, or repeats, the incident that this one repeats.
    RepeatsAgain,
    /// A unit that is listed as having reported does not lie directly below.
    NotBelow(UnitCode),
    /// A topic is marked as covered by every unit below, although some units did not report.
    CoveredByTheMissing,
    /// The unit says that there is nothing else, has fewer incidents than the units below, and no remark says why:
    /// found by [`crate::gather::shortfalls`]. See [`Fault::is_warning`].
    FewerThanBelow(IndicatorId),
}

impl Fault {
    /// Returns the stable code of the fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnitLevel => "unit-level",
            Self::UnitOutsideArea => "unit-outside-area",
            Self::PeriodNotRated => "period-not-rated",
            Self::UnknownIndicator(_) => "unknown-indicator",
            Self::NotACategory(_) => "not-a-category",
            Self::UnknownAttribute(_) => "unknown-attribute",
            Self::AttributeRange(_) => "attribute-out-of-range",
            Self::DuplicateIncident => "duplicate-incident",
            Self::RepeatsItself => "incident-repeats-itself",
            Self::IncidentOutsidePeriod => "incident-outside-period",
            Self::StatedBefore => "stated-before-it-happened",
            Self::StatementOutsidePeriod => "statement-outside-period",
            Self::AboutTheFuture => "statement-about-the-future",
            Self::WrongKind(_) => "wrong-kind-of-answer",
            Self::OutOfRange => "number-out-of-range",
            Self::PartAboveWhole => "part-above-whole",
            Self::UnfitFilter => "unfit-filter",
            Self::BeyondOuterRatio(_) => "beyond-outer-ratio",
            Self::BadText => "bad-text",
            Self::DuplicateStatement => "duplicate-statement",
            Self::OverlappingFigures => "overlapping-figures",
            Self::UnknownCriterion => "unknown-criterion",
            Self::RepeatsAgain => "incident-repeated-again",
            Self::NotBelow(_) => "unit-not-below",
            Self::CoveredByTheMissing => "covered-by-the-missing",
            Self::FewerThanBelow(_) => "fewer-than-below",
        }
    }

    /// Tells whether the facts can still be evaluated: another area may borrow a document, and an office may know
    /// better than the units below it.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::UnitOutsideArea | Self::FewerThanBelow(_))
    }
}

/// Lists every problem of `facts` under `level` of `pack`, in the order of the facts; empty where there is none. Takes
/// `n log n` time and cannot fail.
#[must_use]
pub fn check(facts: &Facts, pack: &Pack, level: &Level) -> Vec<FactsError> {
    let terms = Vocabulary { pack, named: named_with_required(pack, level) };
    let mut problems = Problems { terms, found: Vec::new() };
    if facts.unit.level() != level.unit {
        problems.note("unit", Fault::UnitLevel);
    }
    if !facts.unit.lies_in(pack.source.area) {
        problems.note("unit", Fault::UnitOutsideArea);
    }
    if !level.rates(facts.period) {
        problems.note("period", Fault::PeriodNotRated);
    }
    problems.incidents(facts);
    problems.repeats(facts);
    problems.statements(facts);
    problems.subordinates(facts);
    for (rule, text) in &facts.remarks {
        if !level.criteria.iter().any(|criterion| criterion.id == *rule) {
            problems.note(format!("remarks.{rule}"), Fault::UnknownCriterion);
        }
        if !is_text(text) {
            problems.note(format!("remarks.{rule}"), Fault::BadText);
        }
    }
    problems.found
}

/// Tells whether a remark or a reason has the length and the characters that files take.
fn is_text(text: &str) -> bool {
    text.chars().count() <= LONGEST_TEXT && printable::is_lines(text)
}

struct Problems<'a> {
    terms: Vocabulary<'a>,
    found: Vec<FactsError>,
}

impl Problems<'_> {
    fn note(&mut self, at: impl Into<String>, fault: Fault) {
        self.found.push(FactsError { at: at.into(), fault });
    }

    /// Returns the kind of an indicator if the level asks about it, something below it or something above it.
    fn kind(&self, id: &IndicatorId) -> Option<&IndicatorKind> {
        let asked = self.terms.named.iter().any(|named| named.is_a(id) || id.is_a(named));
        let known = self.terms.pack.indicators.get(id).or_else(|| {
            let mut narrower = self.terms.pack.indicators.iter().filter(|(known, _)| known.is_a(id));
            narrower.next().map(|(_, indicator)| indicator).filter(|it| it.kind == IndicatorKind::Incidents)
        });
        known.filter(|_| asked).map(|indicator| &indicator.kind)
    }
}
