//! The leaves about stated figures: counts, ratios, ranks, yes and no. Exact integers only.

use super::{LeafView, NodeResult, SeenFacts};
use crate::{
    days::gap,
    evaluate::{
        answers::{DecidingAnswer, FigureValue, PartialStatement},
        program::Asks,
    },
    pack::{YearRule, condition::WhenEmpty},
    truth::Finding,
};

impl<'a> LeafView<'a> {
    /// Evaluates a leaf about a figure, made over the window by the year rule.
    #[inline]
    pub(super) fn figure(&self, asks: &Asks, year: Option<YearRule>) -> NodeResult {
        if let Some(silence) = self.silence() {
            return NodeResult::silent(silence);
        }
        let found = match (asks, self.says) {
            (Asks::Stated, Some(DecidingAnswer::Yes)) => Some((Finding::Met, SeenFacts::Stated(true))),
            (Asks::Stated, Some(DecidingAnswer::No)) => Some((Finding::NotMet, SeenFacts::Stated(false))),
            (Asks::Stated, _) => None,
            _ => self.total(year).and_then(|total| judged(asks, total)),
        };
        let Some((finding, seen)) = found else { return NodeResult::silent(SeenFacts::Silent) };
        NodeResult::new(finding, finding != Finding::Undetermined && self.is_settled(year), seen)
    }

    /// Tells whether the figure that is read is final. A sum of parts is when it is that of the period and each part
    /// was stated after its days.
    fn is_settled(&self, year: Option<YearRule>) -> bool {
        let summed = || year == Some(YearRule::Sum) && self.whole().is_none();
        self.is_last_word() && (!summed() || (self.is_closed() && self.window == self.answers.period))
    }

    /// Returns a figure over the window by the indicator's year rule; for a ratio both sides, otherwise `(figure, 0)`.
    fn total(&self, year: Option<YearRule>) -> Option<FigureValue> {
        match year? {
            YearRule::Latest => self.latest(),
            YearRule::YearOnly => self.whole()?.figure,
            YearRule::Sum => self.whole().map_or_else(|| self.sum(), |whole| whole.figure),
        }
    }

    /// Returns the figure of the statement that is read.
    fn latest(&self) -> Option<FigureValue> {
        match self.says? {
            DecidingAnswer::Figure if self.is_last => Some(self.of.figure),
            _ => self.earlier()?.figure,
        }
    }

    /// Finds the last statement about exactly the whole period.
    fn whole(&self) -> Option<&'a PartialStatement> {
        self.answers.parts(self.topic).iter().find(|part| part.days == self.answers.period)
    }

    /// Adds up parts that cover the window without a gap; of parts about the same days the last made counts. Returns
    /// `None` where parts overlap, leave a gap, give no figure, or the sum overflows.
    fn sum(&self) -> Option<FigureValue> {
        let parts = || self.answers.parts(self.topic).iter().filter(|part| self.window.covers(part.days));
        let overlap = parts().zip(parts().skip(1)).any(|(a, b)| a.days.intersection(b.days).is_some());
        if overlap || gap(self.window, parts().map(|part| part.days)).is_some() {
            return None;
        }
        parts().try_fold((0_i64, 0_i64), |sum, statement| {
            let (part, whole) = statement.figure?;
            Some((sum.0.checked_add(part)?, sum.1.checked_add(whole)?))
        })
    }
}

/// Compares a figure; returns `None` for a question that asks for none.
fn judged(asks: &Asks, (part, whole): FigureValue) -> Option<(Finding, SeenFacts)> {
    Some(match *asks {
        Asks::Number { must, bound } => (holds(must.holds(part, bound)), SeenFacts::Figure(part)),
        Asks::Against { must, reference } => {
            (holds(must.holds(part, reference)), SeenFacts::Against { figure: part, reference })
        }
        Asks::Ratio { empty, .. } if whole == 0 => (when_empty(empty), SeenFacts::Ratio { part, whole }),
        Asks::Ratio { must, share, .. } => {
            let (left, right) = (i128::from(part) * i128::from(share.1), i128::from(share.0) * i128::from(whole));
            (holds(must.holds(left, right)), SeenFacts::Ratio { part, whole })
        }
        Asks::Incidents { .. } | Asks::Stated | Asks::Rises { .. } => return None,
    })
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
