//! Explains the finding of a check in plain sentences: what was found, what was asked, what is missing.

mod figure;
mod incidents;

use cunping_core::{
    evaluate::{Outcome, SeenFacts},
    facts::Says,
    id::{IndicatorId, RuleId},
    pack::{Check, Criterion, condition::Condition},
    truth::Finding,
};

use crate::{
    case::EvaluatedUnit,
    lang::{self, Lang},
    number, term,
};

/// One sentence of a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonSentence {
    /// Its depth below other sentences; 0 at the top.
    pub depth: usize,
    /// The finding that it supports. Under a negated condition this is inverted, so that ✕ always marks a breach.
    pub finding: Finding,
    /// The sentence, without a full stop.
    pub text: String,
}

/// Returns the reasons of one check or measure, in order; empty for an id that the level does not have.
#[must_use]
pub fn reasons(lang: Lang, case: EvaluatedUnit, check: &RuleId) -> Vec<ReasonSentence> {
    let Some((_, check, found)) = case.check(check) else { return Vec::new() };
    let mut out = Vec::new();
    Teller { lang, case, out: &mut out }.node(&check.condition, &found.outcome, 0, false);
    out
}

/// Returns the reasons as lines of text, with the clause after the last: `登记了 1
/// 起刑事案件（2026年2月3日），文件要求为 0 起 · 四(二)2`.
#[must_use]
pub fn sentences(lang: Lang, case: EvaluatedUnit, check: &RuleId) -> Vec<String> {
    let mut lines: Vec<String> = reasons(lang, case, check)
        .into_iter()
        .map(|reason| format!("{}{}", lang.pick("　", "  ").repeat(reason.depth), reason.text))
        .collect();
    if let (Some((criterion, check, _)), Some(last)) = (case.check(check), lines.last_mut()) {
        last.push_str(" · ");
        last.push_str(clause(criterion, check));
    }
    lines
}

/// Returns the clause of a check: its own, else its criterion's.
#[must_use]
pub fn clause<'a>(criterion: &'a Criterion, check: &'a Check) -> &'a str {
    if check.clause.is_empty() { &criterion.clause } else { &check.clause }
}

/// Walks through a condition and its outcome together.
struct Teller<'a, 'o> {
    lang: Lang,
    case: EvaluatedUnit<'a>,
    out: &'o mut Vec<ReasonSentence>,
}

impl Teller<'_, '_> {
    fn node(&mut self, condition: &Condition, outcome: &Outcome, depth: usize, negated: bool) {
        let lang = self.lang;
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let any = matches!(condition, Condition::Any(_));
                let head = match (any, negated) {
                    (false, false) => None,
                    (false, true) => Some(lang.pick("以下各项不应同时出现", "Not all of these may hold together")),
                    (true, false) => Some(lang.pick("以下至少一项应做到", "At least one of these must hold")),
                    (true, true) => Some(lang.pick("以下任何一项都不应出现", "None of these may hold")),
                };
                if let Some(head) = head {
                    self.say(depth, outcome.finding, negated, head.to_string());
                }
                let deeper = depth + usize::from(head.is_some());
                for (part, found) in parts.iter().zip(&outcome.parts) {
                    self.node(part, found, deeper, negated);
                }
            }
            Condition::Not(part) => {
                if let Some(found) = outcome.parts.first() {
                    self.node(part, found, depth, !negated);
                }
            }
            Condition::OpenUnless(part) => {
                if outcome.seen == SeenFacts::LeftOpen {
                    let text = lang.pick(
                        "文件没有写明这种情况怎么办，等上级的补充文件",
                        "What follows here the document does not say; a supplement has to settle it",
                    );
                    self.say(depth, outcome.finding, negated, text.to_string());
                }
                let deeper = depth + usize::from(outcome.seen == SeenFacts::LeftOpen);
                if let Some(found) = outcome.parts.first() {
                    self.node(part, found, deeper, negated);
                }
            }
            Condition::ApplicableIf { of, then } => self.applicable_if(of, then, outcome, depth, negated),
            leaf => self.leaf(leaf, outcome, depth, negated),
        }
    }

    fn applicable_if(&mut self, of: &IndicatorId, then: &Condition, outcome: &Outcome, depth: usize, negated: bool) {
        let [applies, found] = outcome.parts.as_slice() else { return };
        let (lang, name) = (self.lang, term::indicator(self.lang, self.case.pack, of));
        match applies.finding {
            Finding::Met => self.node(then, found, depth, negated),
            Finding::NotMet => {
                let text = say!(lang, "{name}：已答“否”，本项不适用", "{name}: “no”, so this does not apply");
                self.say(depth, Finding::NotApplicable, false, text);
            }
            Finding::Undetermined | Finding::NotApplicable => {
                let text = say!(
                    lang,
                    "{name}：还没有回答，答后才知道本项是否适用",
                    "{name}: not answered yet; it decides whether this applies"
                );
                self.say(depth, Finding::Undetermined, false, text);
            }
        }
    }

    fn leaf(&mut self, leaf: &Condition, outcome: &Outcome, depth: usize, negated: bool) {
        let mut of = None;
        leaf.indicators(&mut |id| {
            of.get_or_insert(id);
        });
        // Without the published figure to compare with, a yes-or-no question was asked instead.
        if let (Condition::Against { or_stated, .. }, SeenFacts::Stated(_)) = (leaf, &outcome.seen) {
            of = Some(or_stated);
        }
        let Some(of) = of else { return };
        let texts = match (&outcome.seen, leaf) {
            (SeenFacts::Incidents { .. }, Condition::None { only, .. } | Condition::Count { only, .. }) => {
                incidents::sentences(self.lang, self.case, (of, only), outcome, &asked(self.lang, leaf, negated))
            }
            (SeenFacts::Silent, _) => vec![self.silent(of)],
            (SeenFacts::Unknown, _) => {
                let name = term::indicator(self.lang, self.case.pack, of);
                vec![say!(self.lang, "{name}：已答“不清楚”，还要查明", "{name}: “not known”; still to be found out")]
            }
            (SeenFacts::NotApplicable, _) => vec![self.not_applicable(of, outcome.finding)],
            (seen, leaf) => vec![figure::sentence(self.lang, self.case.pack, (of, leaf), seen, negated)],
        };
        for text in texts {
            self.say(depth, outcome.finding, negated, text);
        }
    }

    fn silent(&self, of: &IndicatorId) -> String {
        let (lang, name) = (self.lang, term::indicator(self.lang, self.case.pack, of));
        if self.case.window().is_none() {
            let first = crate::when::day(lang, self.case.facts.period.days().first());
            return say!(lang, "{name}：本期从 {first}开始，还不能填", "{name}: the period begins on {first}");
        }
        let some = self.case.facts.statements.iter().any(|it| it.about == *of);
        if some {
            say!(lang, "{name}：填报的数还没有覆盖整个时段", "{name}: the figures do not yet cover the whole period")
        } else {
            say!(lang, "{name}：还没有回答", "{name}: not answered yet")
        }
    }

    fn not_applicable(&self, of: &IndicatorId, finding: Finding) -> String {
        let (lang, name) = (self.lang, term::indicator(self.lang, self.case.pack, of));
        if finding == Finding::Undetermined {
            return say!(
                lang,
                "{name}：已答“不适用”，但文件没有说可以不适用，请重新回答",
                "{name}: “not applicable”, which the document does not allow here; answer again"
            );
        }
        let about = self.case.facts.statements.iter().filter(|statement| statement.about == *of);
        let why = about.max_by_key(|statement| (statement.days.last(), statement.made_on)).and_then(|statement| {
            match &statement.says {
                Says::NotApplicable(why) if !why.is_empty() => Some(why),
                _ => None,
            }
        });
        match why {
            Some(why) => {
                say!(lang, "{name}：已答不适用，理由：{why}", "{name}: “not applicable”, because: {why}")
            }
            None => say!(lang, "{name}：已答不适用", "{name}: “not applicable”"),
        }
    }

    fn say(&mut self, depth: usize, finding: Finding, negated: bool, text: String) {
        let finding = if negated { finding.not() } else { finding };
        let text = lang::sentence(self.lang, text);
        self.out.push(ReasonSentence { depth, finding, text });
    }
}

/// Says how many incidents the document allows or asks for: `文件要求为 0 起`.
fn asked(lang: Lang, leaf: &Condition, negated: bool) -> String {
    let what = match leaf {
        Condition::Count { must, bound, .. } => {
            let bound = number::grouped(*bound);
            number::bound(lang, *must, &say!(lang, "{bound} 起", "{bound}"))
        }
        _ => lang.pick("为 0 起", "0").to_string(),
    };
    request(lang, &what, negated)
}

/// Says what the document asks for; under a negation, which case the document speaks of.
fn request(lang: Lang, what: &str, negated: bool) -> String {
    if negated {
        say!(lang, "文件所指的情况是{what}", "the document speaks of {what}")
    } else {
        say!(lang, "文件要求{what}", "the document asks for {what}")
    }
}

#[cfg(test)]
mod tests;
