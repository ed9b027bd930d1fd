//! Findings and verdicts as icon, word and style key: never by colour alone.

use cunping_core::{
    evaluate::Verdict,
    pack::{CriterionRole, Level, PeriodKind, Target},
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
