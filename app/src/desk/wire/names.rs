//! The one name that each value has in a message. Both directions; no words for readers.

use cunping_core::{bundle::Kind, evaluate::Verdict, truth::Finding};

const FINDINGS: [Finding; 4] = [Finding::Met, Finding::NotMet, Finding::Undetermined, Finding::NotApplicable];
const VERDICTS: [Verdict; 7] = [
    Verdict::Qualified,
    Verdict::NotQualified,
    Verdict::Vetoed,
    Verdict::Barred,
    Verdict::Open,
    Verdict::Pending,
    Verdict::AwaitsOverlay,
];

/// The name of a finding.
pub(super) fn of_finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Met => "met",
        Finding::NotMet => "not-met",
        Finding::Undetermined => "undetermined",
        Finding::NotApplicable => "not-applicable",
    }
}

/// The finding of a name.
pub(super) fn finding(name: &str) -> Option<Finding> {
    FINDINGS.into_iter().find(|it| of_finding(*it) == name)
}

/// The name of a verdict.
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

/// The verdict of a name.
pub(super) fn verdict(name: &str) -> Option<Verdict> {
    VERDICTS.into_iter().find(|it| of_verdict(*it) == name)
}

/// The kind of a name.
pub(super) fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|it| it.name() == name)
}
