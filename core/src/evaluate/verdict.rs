//! The verdict on a level from all its findings, in the order of precedence that the documents give.

use super::{Score, Verdict, program::Award, run::Conjunction, score::score, sheet::NodeResult};
use crate::{
    pack::{CriterionRole, ResultRule},
    truth::Finding,
};

/// The verdict on an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AwardStanding {
    pub(super) verdict: Verdict,
    /// `true` where no later day or statement of the period can change the verdict.
    pub(super) settled: bool,
    /// `true` where none can change whether it is reached; the verdict that says that it is missed may still change.
    pub(super) decided: bool,
    pub(super) score: Option<Score>,
}

impl AwardStanding {
    /// Computes the verdict on `award`; `before` is the award that it requires.
    pub(super) fn new(award: &Award, found: &[NodeResult], before: Option<&Self>) -> Self {
        let sight = Sight::of(award, found);
        let before = before.map(Self::as_criterion);
        let score = score(award, found);
        let (verdict, settled) = sight.verdict(award, before.as_ref(), score);
        let missed = match award.result {
            ResultRule::All => sight.broken.is_for_good() || before.is_some_and(|it| is_broken(&it) && it.settled),
            ResultRule::Score => sight.needed.is_for_good(),
        };
        Self { verdict, settled, decided: settled || missed, score }
    }

    /// Returns the award as one more criterion of the award that requires it.
    fn as_criterion(&self) -> NodeResult {
        let finding = match self.verdict {
            Verdict::Qualified | Verdict::Pending => Finding::Met,
            Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred => Finding::NotMet,
            Verdict::Open | Verdict::AwaitsOverlay => Finding::Undetermined,
        };
        NodeResult::new(finding, self.decided, super::SeenFacts::Parts)
    }
}

/// `None` where no criterion of some kind is broken; `true` where one is broken and settled.
#[derive(Clone, Copy, Default)]
struct Broken(Option<bool>);

impl Broken {
    fn add(&mut self, found: &NodeResult) {
        if is_broken(found) {
            self.0 = Some(self.is_for_good() || found.settled);
        }
    }

    fn is_for_good(self) -> bool {
        self.0 == Some(true)
    }
}

/// A summary of all criteria of a level, made in one pass.
struct Sight {
    whole: Conjunction,
    broken: Broken,
    barred: Broken,
    vetoed: Broken,
    goals: Broken,
    /// Those that the award cannot do without, whatever the points.
    needed: Broken,
    /// `true` where every criterion that bars is settled.
    firm_bars: bool,
    /// `true` where every criterion that vetoes is settled.
    firm_vetoes: bool,
    goal_open: bool,
    unanswered: bool,
}

impl Sight {
    fn of(award: &Award, found: &[NodeResult]) -> Self {
        let none = Broken::default();
        let mut sight = Self {
            whole: Conjunction::default(),
            broken: none,
            barred: none,
            vetoed: none,
            goals: none,
            needed: none,
            firm_bars: true,
            firm_vetoes: true,
            goal_open: false,
            unanswered: false,
        };
        for rule in &award.rules {
            let Some(found) = found.get(rule.node) else { continue };
            sight.whole.add(found);
            sight.broken.add(found);
            if rule.role == CriterionRole::Negative {
                sight.barred.add(found);
                sight.firm_bars &= found.settled;
            }
            if rule.vetoes {
                sight.vetoed.add(found);
                sight.firm_vetoes &= found.settled;
            }
            if rule.role == CriterionRole::Goal {
                sight.goals.add(found);
                sight.goal_open |= found.finding == Finding::Undetermined;
            }
            if rule.vetoes || rule.role != CriterionRole::Standard {
                sight.needed.add(found);
            }
            sight.unanswered |= found.finding == Finding::Undetermined && !found.left_open;
        }
        sight
    }

    /// Returns the verdict, and `true` where no later day or statement of the period can change it.
    fn verdict(&self, award: &Award, before: Option<&NodeResult>, score: Option<Score>) -> (Verdict, bool) {
        if let Some(settled) = self.barred.0 {
            return (Verdict::Barred, settled);
        }
        if let Some(settled) = self.vetoed.0 {
            return (Verdict::Vetoed, settled && self.firm_bars);
        }
        // What is open among these could still lead to a graver verdict.
        let firm = self.firm_bars && self.firm_vetoes;
        let mut whole = self.whole;
        before.into_iter().for_each(|before| whole.add(before));
        match award.result {
            ResultRule::All => {
                let verdict = match whole.finding {
                    Finding::Met | Finding::NotApplicable if award.review => Verdict::Pending,
                    Finding::Met | Finding::NotApplicable => Verdict::Qualified,
                    Finding::NotMet => Verdict::NotQualified,
                    Finding::Undetermined => Verdict::Open,
                };
                (verdict, whole.is_settled() && firm && verdict != Verdict::Open)
            }
            ResultRule::Score => match self.goals.0 {
                Some(settled) => (Verdict::NotQualified, settled && firm),
                None => (self.by_score(whole.finding, score), whole.firm),
            },
        }
    }

    /// Returns the verdict where points decide and no veto and no goal is broken.
    fn by_score(&self, all: Finding, score: Option<Score>) -> Verdict {
        if self.unanswered {
            return Verdict::Open;
        }
        match score.filter(|score| score.official).and_then(|score| Some((score, score.pass?))) {
            None if matches!(all, Finding::Met | Finding::NotApplicable) => Verdict::Pending,
            None => Verdict::AwaitsOverlay,
            Some((score, pass)) if !reaches(score.high, pass) => Verdict::NotQualified,
            Some((score, pass)) if self.goal_open || !reaches(score.low, pass) => Verdict::AwaitsOverlay,
            Some(_) => Verdict::Pending,
        }
    }
}

fn reaches((part, whole): (i64, i64), pass: i64) -> bool {
    i128::from(part) >= i128::from(pass) * i128::from(whole)
}

fn is_broken(found: &NodeResult) -> bool {
    found.finding == Finding::NotMet
}
