//! Findings and verdicts as icon, word and style key: never by colour alone.

use cunping_core::{
    evaluate::{CheckFinding, CriterionFinding, Outcome, SeenFacts, Verdict},
    pack::{Criterion, CriterionRole, Level, PeriodKind, Target},
    period::Period,
    truth::{Finding, Truth},
};

use crate::{lang::Lang, when};

/// Whether a result is the award's, or only the interim result of a part of its period. 达标 is said of the award
/// only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// The period is the one that the award is given for.
    Award,
    /// The period is a part of it: its result is called 本季度情况.
    Interim(PeriodKind),
}

impl Finality {
    /// Returns the voice for a level's result in a period.
    #[must_use]
    pub fn of(level: &Level, period: Period) -> Self {
        let kind = when::kind(period);
        if kind == level.awarded_for { Self::Award } else { Self::Interim(kind) }
    }
}

/// A result as it is shown: icon, word and style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// One character, to be hidden from screen readers.
    pub icon: &'static str,
    /// The word beside the icon.
    pub word: &'static str,
    /// The style key, the same in every language: `met`, `not-met`, `open`, `not-applicable`.
    pub key: &'static str,
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.icon, self.word)
    }
}

/// Returns the mark of a criterion's or check's finding. An item of a negative list is met if it has not occurred.
#[must_use]
pub fn finding(lang: Lang, voice: Finality, role: CriterionRole, finding: Finding) -> Mark {
    let (icon, key) = sign(finding);
    let negative = role == CriterionRole::Negative;
    let word = match (finding, negative, voice) {
        (Finding::Met, true, _) => lang.pick("未发生", "Has not occurred"),
        (Finding::NotMet, true, _) => lang.pick("已发生", "Has occurred"),
        (Finding::Met, false, Finality::Award) => lang.pick("达标", "Met"),
        (Finding::NotMet, false, Finality::Award) => lang.pick("未达标", "Not met"),
        (Finding::Met, false, Finality::Interim(_)) => lang.pick("已实现", "Achieved"),
        (Finding::NotMet, false, Finality::Interim(_)) => lang.pick("未实现", "Not achieved"),
        (Finding::Undetermined, ..) => lang.pick("待填", "To answer"),
        (Finding::NotApplicable, ..) => lang.pick("不适用", "Not applicable"),
    };
    Mark { icon, word, key }
}

/// Returns the mark of a criterion in a list. One whose open questions were all answered with 不清楚 says so: 待填 would
/// read as if the answer had been lost.
#[must_use]
pub fn criterion(lang: Lang, voice: Finality, criterion: &Criterion, found: &CriterionFinding) -> Mark {
    let mark = finding(lang, voice, criterion.role, found.finding);
    if is_asked(found) { not_known(lang, mark) } else { mark }
}

/// Returns whether a criterion is open although every question of it was answered: with 不清楚, or with an incident of
/// which too little is known.
#[must_use]
pub fn is_asked(found: &CriterionFinding) -> bool {
    found.finding == Finding::Undetermined && all_asked(found.checks.iter().map(|check| &check.outcome))
}

/// Returns the mark of a check or measure, as [`criterion`] does.
#[must_use]
pub fn check(lang: Lang, voice: Finality, role: CriterionRole, found: &CheckFinding) -> Mark {
    let mark = finding(lang, voice, role, found.outcome.finding);
    if all_asked(std::iter::once(&found.outcome)) { not_known(lang, mark) } else { mark }
}

fn not_known(lang: Lang, mark: Mark) -> Mark {
    Mark { word: lang.pick("不清楚", "Not known"), ..mark }
}

/// Returns whether anything is open, and all of it was asked and answered.
fn all_asked<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> bool {
    let mut open = Vec::new();
    outcomes.for_each(|outcome| open_leaves(outcome, &mut open));
    let is_asked = |seen: &SeenFacts| matches!(seen, SeenFacts::Unknown | SeenFacts::Incidents { missing: None, .. });
    !open.is_empty() && open.into_iter().all(is_asked)
}

/// Collects what was seen at the leaves that are still open.
fn open_leaves<'a>(outcome: &'a Outcome, to: &mut Vec<&'a SeenFacts>) {
    if outcome.finding != Finding::Undetermined {
        return;
    }
    if outcome.parts.is_empty() {
        to.push(&outcome.seen);
    }
    outcome.parts.iter().for_each(|part| open_leaves(part, to));
}

/// Returns the mark of the overall verdict.
#[must_use]
pub fn verdict(lang: Lang, voice: Finality, verdict: Verdict) -> Mark {
    let (icon, key) = sign(match verdict {
        Verdict::Qualified => Finding::Met,
        Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred => Finding::NotMet,
        Verdict::Open | Verdict::Pending | Verdict::AwaitsOverlay => Finding::Undetermined,
    });
    let word = match (verdict, voice) {
        (Verdict::Qualified, Finality::Award) => lang.pick("达标", "Qualified"),
        (Verdict::NotQualified, Finality::Award) => lang.pick("未达标", "Not qualified"),
        (Verdict::Qualified, Finality::Interim(_)) => lang.pick("全部实现", "All achieved"),
        (Verdict::NotQualified, Finality::Interim(_)) => lang.pick("有未实现项", "Not all achieved"),
        (Verdict::Vetoed, _) => lang.pick("一票否决", "Vetoed"),
        (Verdict::Barred, _) => lang.pick("不得评定", "Barred"),
        (Verdict::Pending, _) => lang.pick("待认定", "Awaits the office"),
        (Verdict::AwaitsOverlay, _) => lang.pick("待定", "Not decided yet"),
        (Verdict::Open, _) => lang.pick("待填", "To answer"),
    };
    Mark { icon, word, key }
}

/// Returns the mark for a criterion that the edition under which the file was made does not have.
#[must_use]
pub fn not_asked(lang: Lang) -> Mark {
    Mark { icon: "·", word: lang.pick("该版无此项", "Not in its edition"), key: "not-applicable" }
}

/// Returns the mark of a target: reached, out of reach, or open. An aim (力争) is not broken by being missed.
#[must_use]
pub fn target(lang: Lang, target: &Target, reached: Truth) -> Mark {
    if target.aim && reached == Truth::False {
        return Mark { icon: "–", word: lang.pick("没到力争数", "Below the aim"), key: "not-applicable" };
    }
    share(lang, reached)
}

/// Returns the mark of a share that something depends on: reached, out of reach, or open.
#[must_use]
pub fn share(lang: Lang, reached: Truth) -> Mark {
    let (icon, key) = sign(reached.into());
    let word = match reached {
        Truth::True => lang.pick("已达到", "Reached"),
        Truth::False => lang.pick("达不到", "Out of reach"),
        Truth::Unknown => lang.pick("未定", "Open"),
    };
    Mark { icon, word, key }
}

fn sign(finding: Finding) -> (&'static str, &'static str) {
    match finding {
        Finding::Met => ("✓", "met"),
        Finding::NotMet => ("✕", "not-met"),
        Finding::Undetermined => ("？", "open"),
        Finding::NotApplicable => ("–", "not-applicable"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_awards_word_is_kept_for_the_award() {
        let quarter = Finality::Interim(PeriodKind::Quarter);
        for role in [CriterionRole::Standard, CriterionRole::Negative] {
            for found in Finding::ALL {
                assert!(!finding(Lang::Zh, quarter, role, found).word.contains("达标"));
            }
        }
        for outcome in Verdict::ALL {
            assert!(!verdict(Lang::Zh, quarter, outcome).word.contains("达标"));
        }
    }

    #[test]
    fn what_is_not_known_is_told_from_what_is_not_answered() {
        use cunping_core::{
            facts::Says,
            pack::condition::{Condition, Filter},
        };

        use crate::sample::{facts, incident, large, none, says, with};

        let whole = |about: &str, answer| says(about, "2026-01-01", "2026-03-31", answer);
        let both = || Condition::All(vec![none("crime", Filter::Every), none("fire", large())]);
        let word = |statements: Vec<_>, incidents: Vec<_>| {
            with(both(), &facts(incidents, statements), |case| {
                let (of, found) = case.criteria().next().unwrap();
                let voice = Finality::Award;
                let checked = check(Lang::Zh, voice, of.role, &found.checks[0]);
                assert_eq!(criterion(Lang::Zh, voice, of, found), checked);
                checked.to_string()
            })
        };
        let unknown = |about| {
            let mut said = whole(about, Says::Unknown);
            said.only = if about == "fire" { large() } else { Filter::Every };
            said
        };
        let none_of = |about| whole(about, Says::Complete);
        assert_eq!(word(vec![], vec![]), "？ 待填");
        assert_eq!(word(vec![unknown("crime")], vec![]), "？ 待填", "the fire was not asked about");
        assert_eq!(word(vec![unknown("crime"), unknown("fire")], vec![]), "？ 不清楚");
        assert_eq!(word(vec![unknown("crime"), none_of("fire")], vec![]), "？ 不清楚");
        let unclear = incident("2026-02-03", "fire", &[("deaths", 0)]);
        assert_eq!(word(vec![none_of("crime"), none_of("fire")], vec![unclear]), "？ 不清楚");
        assert_eq!(word(vec![none_of("crime"), none_of("fire")], vec![]), "✓ 达标");
    }

    #[test]
    fn no_two_findings_look_or_read_alike() {
        for lang in Lang::ALL {
            for voice in [Finality::Award, Finality::Interim(PeriodKind::Quarter)] {
                let marks = Finding::ALL.map(|found| finding(lang, voice, CriterionRole::Standard, found));
                for (place, mark) in marks.iter().enumerate() {
                    for other in &marks[..place] {
                        assert!(mark.icon != other.icon && mark.word != other.word && mark.key != other.key);
                    }
                }
            }
        }
        assert_eq!(finding(Lang::Zh, Finality::Award, CriterionRole::Standard, Finding::Met).to_string(), "✓ 达标");
    }
}
