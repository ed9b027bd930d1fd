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
        if let Condition::Rises { times, .. } = leaf {
            return self.rises(of, *times, window);
        }
        if let Some(silence) = self.silence(of, window) {
            return Outcome::leaf(Finding::Undetermined, false, silence);
        }
        let settled = self.is_settled(of, window);
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
            _ => None,
        };
        found.map_or_else(
            || Outcome::leaf(Finding::Undetermined, false, Seen::Silent),
            |(finding, seen)| Outcome::leaf(finding, settled && finding != Finding::Undetermined, seen),
        )
    }

    /// The unit's published figure beside the one that an overlay supplies.
    pub(super) fn against(self, of: &IndicatorId, must: Compare, reference: i64, window: Days) -> Outcome {
        if let Some(silence) = self.silence(of, window) {
            return Outcome::leaf(Finding::Undetermined, false, silence);
        }
        match self.total(of, window) {
            None => Outcome::leaf(Finding::Undetermined, false, Seen::Silent),
            Some((figure, _)) => {
                let seen = Seen::Against { figure, reference };
                Outcome::leaf(holds(must.holds(figure, reference)), self.is_settled(of, window), seen)
            }
        }
    }

    /// Why nothing can be read at all, where that is so.
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

    fn rule(self, of: &IndicatorId) -> Option<YearRule> {
        Some(match &self.pack.indicators.get(of)?.kind {
            IndicatorKind::Count(rule)
            | IndicatorKind::Ratio { year: rule, .. }
            | IndicatorKind::Figure { year: rule, .. } => *rule,
            IndicatorKind::Stated => YearRule::Latest,
            _ => YearRule::YearOnly,
        })
    }

    /// Whether what is read of a figure stays. A sum of parts stays when it is that of the period and each part was
    /// stated after its days.
    fn is_settled(self, of: &IndicatorId, window: Days) -> bool {
        let summed = self.rule(of) == Some(YearRule::Sum) && self.whole(of).is_none();
        let kept = || {
            let parts = self.facts.statements.iter().filter(|it| it.about == *of && window.covers(it.days));
            let mut said_after: Vec<Days> = parts.filter(|it| it.made_on > it.days.last()).map(|it| it.days).collect();
            first_gap(self.period, &mut said_after).is_none()
        };
        self.is_last_word(&Topic::whole(of.clone()), window) && (!summed || kept())
    }

    /// A figure over the window by the indicator's year rule; for a ratio both sides, else `(figure, 0)`.
    fn total(self, of: &IndicatorId, window: Days) -> Option<(i64, i64)> {
        match self.rule(of)? {
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

    /// Whether the year's quarterly figures rise `times` in a row. Reads the quarters that are over, and is decided as
    /// soon as no other figure can change it; settled where that holds of figures stated after their quarter.
    fn rises(self, of: &IndicatorId, times: u8, window: Days) -> Outcome {
        let quarters = (1..=4).filter_map(|n| Period::new(self.facts.period.year(), Part::Quarter(n)));
        let read = |last: bool| -> Vec<Quarter> {
            quarters.clone().map(|quarter| self.quarter(of, quarter.days(), window, last)).collect()
        };
        let (now, ever) = (read(false), read(true));
        let finding = rising(&now, times);
        let seen = match self.silence(of, window) {
            Some(silence) if finding == Finding::Undetermined => silence,
            _ => Seen::Rises(longest(&now)),
        };
        Outcome::leaf(finding, finding != Finding::Undetermined && rising(&ever, times) == finding, seen)
    }

    /// The figure of a quarter that is over; `last`: only if it was stated after the quarter.
    fn quarter(self, of: &IndicatorId, days: Days, window: Days, last: bool) -> Quarter {
        if !self.period.covers(days) {
            return Quarter::Never;
        }
        let about = self.facts.statements.iter().filter(|it| it.about == *of && it.days == days);
        let stated = about.max_by_key(|it| it.made_on).filter(|_| window.covers(days));
        let stated = stated.filter(|it| !last || it.made_on > days.last()).and_then(pair);
        stated.map_or(Quarter::Open, |(figure, _)| Quarter::Is(figure))
    }
}

/// What is known of a quarter's figure.
#[derive(Clone, Copy)]
enum Quarter {
    Is(i64),
    /// It may still be stated.
    Open,
    /// It belongs to no day of the period.
    Never,
}

/// Whether some run of quarters rises `times` in a row.
fn rising(quarters: &[Quarter], times: u8) -> Finding {
    if longest(quarters) >= times {
        Finding::Met
    } else if quarters.iter().any(|it| matches!(it, Quarter::Never))
        || quarters.windows(usize::from(times) + 1).any(may_rise)
    {
        Finding::Undetermined
    } else {
        Finding::NotMet
    }
}

/// How many rises in a row the longest run of known figures has.
fn longest(quarters: &[Quarter]) -> u8 {
    let mut run = 0;
    let runs = quarters.windows(2).map(|two| {
        run = if matches!(two, [Quarter::Is(before), Quarter::Is(after)] if after > before) { run + 1 } else { 0 };
        run
    });
    runs.max().unwrap_or(0)
}

/// Whether a run can rise throughout: between two known figures there has to be room for those between them.
fn may_rise(run: &[Quarter]) -> bool {
    let mut least = i64::MIN;
    run.iter().all(|it| {
        let fits = !matches!(it, Quarter::Is(figure) if *figure < least);
        least = match it {
            Quarter::Is(figure) => figure.saturating_add(1),
            Quarter::Open | Quarter::Never if least == i64::MIN => least,
            Quarter::Open | Quarter::Never => least.saturating_add(1),
        };
        fits
    })
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
