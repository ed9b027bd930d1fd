//! Checks statements: days, kind and range of the answer, overlaps.

use super::{Fault, Problems, is_text};
use crate::{
    MAX_NUMBER,
    facts::{Facts, Says, Statement},
    id::{AttributeId, IndicatorId},
    pack::{IndicatorKind, condition::Filter},
};

impl Problems<'_> {
    pub(super) fn statements(&mut self, facts: &Facts) {
        for (i, statement) in facts.statements.iter().enumerate() {
            let at = format!("statements[{i}]");
            if !facts.period.days().covers(statement.days) {
                self.note(&at, Fault::StatementOutsidePeriod);
            }
            if statement.days.last() > statement.made_on {
                self.note(format!("{at}.made_on"), Fault::AboutTheFuture);
            }
            match self.kind(&statement.about) {
                None => self.note(format!("{at}.about"), Fault::UnknownIndicator(statement.about.clone())),
                Some(kind) if !fits(kind, &statement.says) => {
                    self.note(format!("{at}.says"), Fault::WrongKind(statement.about.clone()));
                }
                Some(_) => {}
            }
            if !self.may_filter(statement) {
                self.note(format!("{at}.only"), Fault::UnfitFilter);
            }
            if let Some((member, fault)) = wrong_value(&statement.says) {
                self.note(format!("{at}.{member}"), fault);
            }
        }
        self.outer_ratios(facts);
        self.overlaps(facts);
    }

    /// Tells whether the statement may speak of part of its category: only of incidents, and by attributes that they
    /// carry here.
    fn may_filter(&self, statement: &Statement) -> bool {
        if statement.only == Filter::Every {
            return true;
        }
        let says = matches!(statement.says, Says::Complete | Says::Unknown | Says::NotApplicable(_));
        let mut known = says && self.kind(&statement.about) == Some(&IndicatorKind::Incidents);
        statement.only.attributes(&mut |id| known &= self.is_carried(&statement.about, id));
        known
    }

    /// Tells whether incidents of a category, or of one below it, carry an attribute here.
    pub(super) fn is_carried(&self, about: &IndicatorId, attribute: &AttributeId) -> bool {
        self.terms.pack.attributes.contains_key(attribute)
            && self
                .terms
                .pack
                .indicators
                .iter()
                .any(|(id, it)| it.attributes.contains(attribute) && (about.is_a(id) || id.is_a(about)))
    }

    /// Notes ratios that count more than the ratio within which they lie, for the same days.
    fn outer_ratios(&mut self, facts: &Facts) {
        for (i, inner) in facts.statements.iter().enumerate() {
            let (Says::Ratio { part, whole }, Some(IndicatorKind::Ratio { within: Some(outer), .. })) =
                (&inner.says, self.kind(&inner.about))
            else {
                continue;
            };
            let about =
                facts.statements.iter().filter(|statement| statement.about == *outer && statement.days == inner.days);
            let latest = about.max_by_key(|statement| statement.made_on).map(|statement| &statement.says);
            if let Some(Says::Ratio { part: most, whole: all }) = latest
                && (part > most || whole != all)
            {
                let fault = Fault::BeyondOuterRatio(outer.clone());
                self.note(format!("statements[{i}].part"), fault);
            }
        }
    }

    /// Notes statements that say something twice and figures whose days cross.
    fn overlaps(&mut self, facts: &Facts) {
        let mut ordered: Vec<(usize, &Statement)> = facts.statements.iter().enumerate().collect();
        ordered.sort_by_key(|(i, statement)| {
            (
                &statement.about,
                &statement.only,
                statement.days.first(),
                std::cmp::Reverse(statement.days.last()),
                statement.made_on,
                *i,
            )
        });
        for two in ordered.windows(2) {
            if let [(_, a), (i, b)] = two
                && (&a.about, &a.only, a.days, a.made_on) == (&b.about, &b.only, b.days, b.made_on)
            {
                self.note(format!("statements[{i}]"), Fault::DuplicateStatement);
            }
        }
        let mut around: Vec<&Statement> = Vec::new();
        for (i, statement) in ordered.into_iter().filter(|(_, statement)| is_figure(&statement.says)) {
            while around
                .last()
                .is_some_and(|outer| outer.about != statement.about || outer.days.last() < statement.days.first())
            {
                around.pop();
            }
            if around.last().is_some_and(|outer| outer.days.last() < statement.days.last()) {
                self.note(format!("statements[{i}]"), Fault::OverlappingFigures);
            } else {
                around.push(statement);
            }
        }
    }
}

fn is_figure(says: &Says) -> bool {
    matches!(says, Says::Count(_) | Says::Ratio { .. } | Says::Rank(_) | Says::Figure(_))
}

/// Tells whether an indicator takes such an answer. 不清楚 and “not applicable” answer every kind.
fn fits(kind: &IndicatorKind, says: &Says) -> bool {
    match says {
        Says::Unknown | Says::NotApplicable(_) => true,
        Says::Complete => *kind == IndicatorKind::Incidents,
        Says::Yes | Says::No => *kind == IndicatorKind::Stated,
        Says::Count(_) => matches!(kind, IndicatorKind::Count(_)),
        Says::Ratio { .. } => matches!(kind, IndicatorKind::Ratio { .. }),
        Says::Rank(_) => *kind == IndicatorKind::Rank,
        Says::Figure(_) => matches!(kind, IndicatorKind::Series { .. } | IndicatorKind::Figure { .. }),
    }
}

fn wrong_value(says: &Says) -> Option<(&'static str, Fault)> {
    let natural = |n: i64| (0..=MAX_NUMBER).contains(&n);
    match says {
        Says::Count(n) if !natural(*n) => Some(("value", Fault::OutOfRange)),
        Says::Rank(n) if !natural(*n) || *n == 0 => Some(("value", Fault::OutOfRange)),
        Says::Figure(n) if !natural(n.saturating_abs()) => Some(("value", Fault::OutOfRange)),
        Says::Ratio { part, .. } if !natural(*part) => Some(("part", Fault::OutOfRange)),
        Says::Ratio { whole, .. } if !natural(*whole) => Some(("whole", Fault::OutOfRange)),
        Says::Ratio { part, whole } if part > whole => Some(("part", Fault::PartAboveWhole)),
        Says::NotApplicable(reason) if reason.trim().is_empty() || !is_text(reason) => Some(("reason", Fault::BadText)),
        _ => None,
    }
}
