//! What a workplace has stated so far, and how a new statement changes it. Judges nothing.

use std::collections::BTreeMap;

use cunping_core::{
    days::Days,
    facts::{Facts, Incident, Says, Statement},
    id::UnitCode,
    period::Period,
};

use super::{BadRecord, Change, Remark, Saved, WorkplaceId};

/// All that a workplace has stated, of every period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Incidents, by id.
    pub incidents: Vec<Saved<Incident>>,
    /// Statements, by indicator and days.
    pub statements: Vec<Saved<Statement>>,
    /// 备注, by period and criterion.
    pub remarks: Vec<Saved<Remark>>,
    /// What this program cannot read.
    pub bad: Vec<BadRecord>,
}

impl Register {
    /// Everything stated, as facts of `unit`, with the remarks of `period`. [`Facts::named_by`] then picks what a
    /// document asks about.
    #[must_use]
    pub fn facts(&self, unit: UnitCode, period: Period) -> Facts {
        let of_period = self.remarks.iter().filter(|it| it.value.period == period);
        let remarks: BTreeMap<_, _> = of_period.map(|it| (it.value.rule.clone(), it.value.text.clone())).collect();
        let mut facts = Facts {
            incidents: self.incidents.iter().map(|it| it.value.clone()).collect(),
            statements: self.statements.iter().map(|it| it.value.clone()).collect(),
            remarks,
            ..Facts::silent(unit, period)
        };
        facts.sort();
        facts
    }

    /// When anything was last saved, in milliseconds since 1970, UTC.
    #[must_use]
    pub fn last_saved_ms(&self) -> Option<i64> {
        let incidents = self.incidents.iter().map(|it| it.at_ms);
        let statements = self.statements.iter().map(|it| it.at_ms);
        incidents.chain(statements).chain(self.remarks.iter().map(|it| it.at_ms)).max()
    }
}

/// The changes that make `new` the only word on its indicator and days: what it covers goes, what holds day by day
/// is cut to the days that are left, and a figure that shares a day goes, because a part of its days has no figure.
#[must_use]
pub fn changes_for_statement(of: WorkplaceId, existing: &[Saved<Statement>], new: Saved<Statement>) -> Vec<Change> {
    let days = new.value.days;
    let touched =
        |it: &&Saved<Statement>| it.value.about == new.value.about && it.value.days.intersection(days).is_some();
    let (mut gone, mut left) = (Vec::new(), Vec::new());
    for old in existing.iter().filter(touched) {
        gone.push(Change::DeleteStatement(of, old.value.about.clone(), old.value.days));
        if holds_day_by_day(&old.value.says) {
            let cut = |days| Saved { value: Statement { days, ..old.value.clone() }, at_ms: old.at_ms };
            left.extend(around(old.value.days, days).into_iter().map(|days| Change::PutStatement(of, cut(days))));
        }
    }
    gone.extend(left);
    gone.push(Change::PutStatement(of, new));
    gone
}

fn holds_day_by_day(says: &Says) -> bool {
    match says {
        Says::Complete | Says::Yes | Says::No | Says::NotApplicable(_) | Says::Unknown => true,
        Says::Count(_) | Says::Ratio { .. } | Says::Rank(_) | Says::Figure(_) => false,
    }
}

/// The days of `whole` before and after `middle`.
fn around(whole: Days, middle: Days) -> Vec<Days> {
    let before = middle.first().pred_opt().and_then(|last| whole.until(last));
    let after = middle.last().succ_opt().and_then(|first| Days::new(first.max(whole.first()), whole.last()));
    before.into_iter().chain(after).collect()
}
