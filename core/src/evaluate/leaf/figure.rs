//! Leaves about figures that people state: counts, ratios, ranks, series, yes and no. Exact integers only.

use super::{Outcome, Scope, Seen};
use crate::{
    days::{Days, first_gap},
    facts::{Says, Statement, Topic},
    id::IndicatorId,
    pack::{
        IndicatorKind, YearRule,
        condition::{Compare, Condition, WhenEmpty},
    },
    period::{Part, Period},
    truth::Finding,
};

impl<'a> Scope<'a> {
    /// The outcome of a leaf that is not about incidents.
    pub(super) fn figure(self, leaf: &Condition, of: &IndicatorId, window: Days) -> Outcome {
        if let Some(silence) = self.silence(of, window) {
            return Outcome::leaf(Finding::Undetermined, false, silence);
        }
        let settled = self.reaches_end(&Topic::whole(of.clone()));
        let found = match leaf {
            Condition::Stated { .. } => self.stated(of, window).map(|yes| (holds(yes), Seen::Stated(yes))),
            Condition::Count { must, bound, .. } | Condition::Rank { must, bound, .. } => {
                self.total(of, window).map(|(n, _)| (holds(must.holds(n, *bound)), Seen::Figure(n)))
            }
            Condition::Ratio { must, share, empty, .. } => self.total(of, window).map(|(part, whole)| {
                let finding = if whole == 0 {
                    when_empty(*empty)
                } else {
                    let (left, right) =
                        (i128::from(part) * i128::from(share.1), i128::from(share.0) * i128::from(whole));
                    holds(must.holds(left, right))
                };
                (finding, Seen::Ratio { part, whole })
            }),
            Condition::Rises { times, .. } => self.rises(of, *times),
            _ => None,
        };
        found.map_or_else(
            || Outcome::leaf(Finding::Undetermined, false, Seen::Silent),
            |(finding, seen)| Outcome::leaf(finding, settled && finding != Finding::Undetermined, seen),
        )
    }

    /// Why nothing can be read at all, where that is so.
    /// The unit's published figure beside the one that an overlay supplies.
    pub(super) fn against(self, of: &IndicatorId, must: Compare, reference: i64, window: Days) -> Outcome {
        if let Some(silence) = self.silence(of, window) {
            return Outcome::leaf(Finding::Undetermined, false, silence);
        }
        match self.total(of, window) {
            None => Outcome::leaf(Finding::Undetermined, false, Seen::Silent),
            Some((figure, _)) => {
                let seen = Seen::Against { figure, reference };
                Outcome::leaf(holds(must.holds(figure, reference)), self.reaches_end(&Topic::whole(of.clone())), seen)
            }
        }
    }

    fn silence(self, of: &IndicatorId, window: Days) -> Option<Seen> {
        match self.latest(&Topic::whole(of.clone()), window).map(|it| &it.says) {
            None => Some(Seen::Silent),
            Some(Says::Unknown) => Some(Seen::Unknown),
            Some(Says::NotApplicable(_)) => Some(Seen::NotApplicable),
            Some(_) => None,
        }
    }

    fn stated(self, of: &IndicatorId, window: Days) -> Option<bool> {
        match self.latest(&Topic::whole(of.clone()), window)?.says {
            Says::Yes => Some(true),
            Says::No => Some(false),
            _ => None,
        }
    }

    /// A figure over the window by the indicator's year rule; for a ratio both sides, else `(figure, 0)`.
    fn total(self, of: &IndicatorId, window: Days) -> Option<(i64, i64)> {
        let rule = match &self.pack.indicators.get(of)?.kind {
            IndicatorKind::Count(rule)
            | IndicatorKind::Ratio { year: rule, .. }
            | IndicatorKind::Figure { year: rule, .. } => *rule,
            _ => YearRule::YearOnly,
        };
        match rule {
            YearRule::Latest => pair(self.latest(&Topic::whole(of.clone()), window)?),
            YearRule::YearOnly => pair(self.whole(of)?),
            YearRule::Sum => self.whole(of).map_or_else(|| self.sum(of, window), pair),
        }
    }

    /// The last statement about exactly the whole period.
    fn whole(self, of: &IndicatorId) -> Option<&'a Statement> {
        let about = self.facts.statements.iter().filter(|it| it.about == *of && it.days == self.period);
        about.max_by_key(|it| it.made_on)
    }

    /// The sum of parts that cover the window without a gap; of parts about the same days the last made counts.
    fn sum(self, of: &IndicatorId, window: Days) -> Option<(i64, i64)> {
        let mut parts = std::collections::BTreeMap::<Days, &Statement>::new();
        for it in self.facts.statements.iter().filter(|it| it.about == *of && window.covers(it.days)) {
            let kept = parts.entry(it.days).or_insert(it);
            if it.made_on >= kept.made_on {
                *kept = it;
            }
        }
        let mut runs: Vec<Days> = parts.keys().copied().collect();
        let overlap = runs.windows(2).any(|two| matches!(two, [a, b] if a.intersection(*b).is_some()));
        if overlap || first_gap(window, &mut runs).is_some() {
            return None;
        }
        parts.values().try_fold((0_i64, 0_i64), |sum, it| {
            let (part, whole) = pair(it)?;
            Some((sum.0.checked_add(part)?, sum.1.checked_add(whole)?))
        })
    }

    /// Whether the year's quarterly figures rise `times` in a row. Decided early only by what no later figure undoes.
    fn rises(self, of: &IndicatorId, times: u8) -> Option<(Finding, Seen)> {
        let quarters = (1..=4).filter_map(|n| Period::new(self.facts.period.year(), Part::Quarter(n)));
        let figures: Vec<Option<i64>> = quarters.map(|quarter| self.quarter(of, quarter.days())).collect();
        let longest = |unknown: bool| {
            let mut run = 0;
            let runs = figures.windows(2).map(|two| {
                let rose = match two {
                    [Some(before), Some(after)] => after > before,
                    _ => unknown,
                };
                run = if rose { run + 1 } else { 0 };
                run
            });
            runs.max().unwrap_or(0)
        };
        let (surely, perhaps): (u8, u8) = (longest(false), longest(true));
        let finding = if surely >= times {
            Finding::Met
        } else if perhaps < times {
            Finding::NotMet
        } else {
            Finding::Undetermined
        };
        Some((finding, Seen::Rises(surely)))
    }

    fn quarter(self, of: &IndicatorId, days: Days) -> Option<i64> {
        let about = self.facts.statements.iter().filter(|it| it.about == *of && it.days == days);
        pair(about.max_by_key(|it| it.made_on)?).map(|(figure, _)| figure)
    }
}

fn pair(statement: &Statement) -> Option<(i64, i64)> {
    match statement.says {
        Says::Count(n) | Says::Rank(n) | Says::Figure(n) => Some((n, 0)),
        Says::Ratio { part, whole } => Some((part, whole)),
        _ => None,
    }
}

fn holds(holds: bool) -> Finding {
    if holds { Finding::Met } else { Finding::NotMet }
}

fn when_empty(empty: WhenEmpty) -> Finding {
    match empty {
        WhenEmpty::Met => Finding::Met,
        WhenEmpty::NotMet => Finding::NotMet,
        WhenEmpty::Undetermined => Finding::Undetermined,
        WhenEmpty::NotApplicable => Finding::NotApplicable,
    }
}
