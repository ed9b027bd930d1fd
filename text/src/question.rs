//! The questions that a check asks of a clerk: the question, the answers to choose from, the attributes an incident
//! needs.

mod attributes;
mod kinds;

use cunping_core::{
    facts::{Says, Topic, leaves},
    id::IndicatorId,
    pack::{
        Check, Criterion, IndicatorKind, Level, Pack,
        condition::{Condition, Filter},
    },
};

pub use attributes::{AttributeQuestion, CASUALTIES, attribute_question, attribute_questions, attribute_value, needed};
pub use kinds::{IncidentKinds, asked_kinds, incident_kinds};

use crate::{answer, filter, lang::Lang, term, ui::tasks};

/// One question of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The subject of the answer; one answer is used by every document that asks about it.
    pub topic: Topic,
    /// The question, without the period and the unit: they are the same for all of a screen.
    pub text: String,
    /// What to know before answering, in words: which incidents this check counts, or that “no” is good here; `None`
    /// if all count, and “yes” is good.
    pub only: Option<String>,
    /// The kind of answer it takes.
    pub input: Input,
}

/// A question as a criterion asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// The question.
    pub question: Question,
    /// True if “not applicable” is an answer.
    pub may_not_apply: bool,
    /// True if the answer is only shown and decides nothing.
    pub measure: bool,
}

/// The kind of answer that a question takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Either none happened, or there are incidents to register.
    Incidents,
    /// Yes or no.
    YesNo,
    /// A number, 0 or more.
    Count,
    /// Two numbers.
    Ratio {
        /// Name of the part.
        part: String,
        /// Name of the whole.
        whole: String,
    },
    /// A rank in a published ranking, 1 or more.
    Rank,
    /// A published figure of the unit.
    Figure {
        /// Its unit of measurement.
        unit: String,
        /// Number of decimals.
        decimals: u8,
    },
    /// A figure for each quarter.
    Series {
        /// Its unit of measurement.
        unit: String,
        /// Number of decimals.
        decimals: u8,
    },
}

/// An answer to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing happened, or nothing but what is registered.
    Complete,
    /// Something happened: register it.
    Register,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Enter the figure.
    Figure,
    /// The answer is not known.
    Unknown,
    /// The unit has nothing that the question is about.
    NotApplicable,
}

/// Returns the questions of each criterion of a level, in order: what several checks of one ask is asked once.
#[must_use]
pub fn of_level(lang: Lang, pack: &Pack, level: &Level) -> Vec<Vec<AskedQuestion>> {
    let topics = leaves::topics(level);
    level.criteria.iter().map(|criterion| of_criterion(lang, pack, &topics, criterion)).collect()
}

fn of_criterion(lang: Lang, pack: &Pack, topics: &[Topic], criterion: &Criterion) -> Vec<AskedQuestion> {
    let mut asked: Vec<AskedQuestion> = Vec::new();
    let decide = criterion.checks.iter().map(|check| (check, false));
    for (check, measure) in decide.chain(criterion.measures.iter().map(|check| (check, true))) {
        for question in of_check(lang, pack, topics, check) {
            match asked.iter_mut().find(|known| known.question.topic == question.topic) {
                Some(known) => known.question.join(lang, question),
                None => asked.push(AskedQuestion { question, may_not_apply: check.may_not_apply, measure }),
            }
        }
    }
    asked
}

/// Returns the questions of a check, in the condition's order, each topic once. Where the level asks about more of a
/// category elsewhere, that question is asked here too, with what this check counts of it.
#[must_use]
pub fn questions(lang: Lang, pack: &Pack, level: &Level, check: &Check) -> Vec<Question> {
    of_check(lang, pack, &leaves::topics(level), check)
}

fn of_check(lang: Lang, pack: &Pack, topics: &[Topic], check: &Check) -> Vec<Question> {
    let mut out: Vec<Question> = Vec::new();
    leaves::each(&check.condition, &mut |about, only| {
        let topic = Topic { about: about.clone(), only: only.cloned().unwrap_or(Filter::Every) };
        let topic = leaves::widest(topics, &topic).clone();
        let counts = only
            .and_then(|only| filter::words(lang, pack, only))
            .map(|only| say!(lang, "本项只算：{only}", "This counts only: {only}"));
        let no_is_good = || lang.pick("这一题答“否”才算做到。", "Here “no” is the good answer.").to_owned();
        let question = Question {
            topic,
            text: text(lang, pack, about),
            only: counts.or_else(|| is_met_by_no(check).then(no_is_good)),
            input: input(lang, pack, about),
        };
        match out.iter_mut().find(|it| it.topic == question.topic) {
            Some(known) => known.join(lang, question),
            None => out.push(question),
        }
    });
    out
}

impl Question {
    /// Adds the same question of another check, or of another part of one: says all that either counts, and nothing
    /// where one of them counts everything.
    pub fn join(&mut self, lang: Lang, other: Self) {
        self.only = match (self.only.take(), other.only) {
            (Some(own), Some(other)) if own != other => Some([own, other].join(lang.pick("；", "; "))),
            (own, other) => own.filter(|_| other.is_some()),
        };
    }
}

/// Tells whether a check is met by the answer “no”: everywhere else “yes” is good.
fn is_met_by_no(check: &Check) -> bool {
    matches!(&check.condition, Condition::Not(of) if matches!(**of, Condition::Stated { .. }))
}

/// Lists the categories under which an incident can be registered for a question: the one asked about first, then
/// those below it.
#[must_use]
pub fn categories<'a>(pack: &'a Pack, about: &IndicatorId) -> Vec<&'a IndicatorId> {
    let mut found: Vec<_> = pack.indicators.keys().filter(|id| id.is_a(about)).collect();
    found.sort_by_key(|id| *id != about);
    found
}

/// Lists the answers that a question offers, in order.
#[must_use]
pub fn choices(input: &Input, may_not_apply: bool) -> Vec<Choice> {
    let mut out = match input {
        Input::Incidents => vec![Choice::Complete, Choice::Register],
        Input::YesNo => vec![Choice::Yes, Choice::No],
        Input::Count | Input::Ratio { .. } | Input::Rank | Input::Figure { .. } | Input::Series { .. } => {
            vec![Choice::Figure]
        }
    };
    out.push(Choice::Unknown);
    if may_not_apply {
        out.push(Choice::NotApplicable);
    }
    out
}

/// Returns the label of an answer; `registered` is the number of incidents registered for the question.
#[must_use]
pub fn choice(lang: Lang, choice: Choice, registered: usize) -> &'static str {
    match choice {
        Choice::Complete if registered == 0 => lang.pick("没有", "None"),
        Choice::Complete => lang.pick("没有别的了", "Nothing else"),
        Choice::Register if registered == 0 => lang.pick("有", "Yes"),
        Choice::Register => lang.pick("再登记一起", "Register another"),
        Choice::Yes => lang.pick("是", "Yes"),
        Choice::No => lang.pick("否", "No"),
        Choice::Figure => lang.pick("数字", "Figure"),
        Choice::Unknown => lang.pick("不清楚", "Not known"),
        Choice::NotApplicable => lang.pick("不适用", "Not applicable"),
    }
}

/// Says in one line what an answer states about a topic: `刑事案件：没有`.
#[must_use]
pub fn stated(lang: Lang, pack: &Pack, topic: &Topic, says: &Says) -> String {
    let says = match says {
        Says::Complete => choice(lang, Choice::Complete, 0).to_owned(),
        Says::Yes => choice(lang, Choice::Yes, 0).to_owned(),
        says => answer::says(lang, pack, &topic.about, says),
    };
    tasks::answer_of(lang, &term::topic(lang, pack, topic), &says)
}

fn text(lang: Lang, pack: &Pack, about: &IndicatorId) -> String {
    let name = term::indicator(lang, pack, about);
    match pack.indicators.get(about).map(|it| &it.kind) {
        Some(IndicatorKind::Incidents) => say!(lang, "有没有{name}？", "Any of this: {name}?"),
        Some(IndicatorKind::Stated) => say!(lang, "{name}？", "{name}?"),
        Some(IndicatorKind::Rank) => say!(lang, "公布的位次：{name}", "Published place: {name}"),
        _ => name.to_owned(),
    }
}

fn input(lang: Lang, pack: &Pack, about: &IndicatorId) -> Input {
    match pack.indicators.get(about).map(|it| &it.kind) {
        None | Some(IndicatorKind::Incidents) => Input::Incidents,
        Some(IndicatorKind::Stated) => Input::YesNo,
        Some(IndicatorKind::Count(_)) => Input::Count,
        Some(IndicatorKind::Ratio { part, whole, .. }) => {
            Input::Ratio { part: lang.of(part).to_string(), whole: lang.of(whole).to_string() }
        }
        Some(IndicatorKind::Rank) => Input::Rank,
        Some(IndicatorKind::Figure { unit, decimals, .. }) => {
            Input::Figure { unit: lang.of(unit).to_string(), decimals: *decimals }
        }
        Some(IndicatorKind::Series { unit, decimals }) => {
            Input::Series { unit: lang.of(unit).to_string(), decimals: *decimals }
        }
    }
}

#[cfg(test)]
mod tests;
