//! The words that stand in payloads for findings, verdicts and levels. One spelling each.

use crate::{evaluate::Verdict, id::UnitLevel, truth::Finding};

const FINDINGS: [Finding; 4] = [Finding::Met, Finding::NotMet, Finding::Undetermined, Finding::NotApplicable];

pub(super) fn finding(word: &str) -> Option<Finding> {
    FINDINGS.into_iter().find(|it| it.code() == word)
}

const VERDICTS: [Verdict; 7] = [
    Verdict::Qualified,
    Verdict::NotQualified,
    Verdict::Vetoed,
    Verdict::Barred,
    Verdict::Open,
    Verdict::Pending,
    Verdict::AwaitsOverlay,
];

pub(super) fn verdict(word: &str) -> Option<Verdict> {
    VERDICTS.into_iter().find(|it| of_verdict(*it) == word)
}

pub(super) fn of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Qualified => "qualified",
        Verdict::NotQualified => "not-qualified",
        Verdict::Vetoed => "vetoed",
        Verdict::Barred => "barred",
        Verdict::Pending => "pending",
        Verdict::AwaitsOverlay => "awaits-overlay",
        Verdict::Open => "open",
    }
}

pub(super) fn of_level(level: UnitLevel) -> &'static str {
    match level {
        UnitLevel::Village => "village",
        UnitLevel::Township => "township",
        UnitLevel::County => "county",
        UnitLevel::Prefecture => "prefecture",
        UnitLevel::Province => "province",
    }
}
