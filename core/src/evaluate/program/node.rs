//! The nodes of a program: conditions, written down flat.

use super::Topics;
use crate::{
    facts::Topic,
    id::IndicatorId,
    overlay::Overlay,
    pack::{
        Check, IndicatorKind, Pack, YearRule,
        condition::{Compare, Condition, Filter, WhenEmpty},
    },
};

/// One node; its parts follow it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProgramNode {
    pub(crate) op: Op,
    /// The index of the next node that is no part of this one.
    pub(crate) end: usize,
}

/// The operation of a node.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    /// All parts hold.
    All,
    /// One part holds.
    Any,
    /// The part does not hold.
    Not,
    /// The part holds; where it does not, the finding that an overlay gives, or none.
    OpenUnless(Option<bool>),
    /// The second part holds where the first does.
    ApplicableIf,
    /// A question to the facts.
    Leaf(Leaf),
}

/// A question to the facts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leaf {
    /// The number of the topic.
    pub(crate) topic: u32,
    pub(crate) asks: Asks,
    /// The rule by which the figure of a period is made; `None` for what is no figure.
    pub(crate) year: Option<YearRule>,
    /// `true` where the unit may state that there is nothing here to check.
    pub(crate) may_not_apply: bool,
}

/// The question about a topic.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asks {
    /// The number of incidents.
    Incidents { must: Compare, bound: i64 },
    /// A yes.
    Stated,
    /// A count or a rank.
    Number { must: Compare, bound: i64 },
    /// A part of a whole.
    Ratio { must: Compare, share: (i64, i64), empty: WhenEmpty },
    /// Rises in a row.
    Rises { times: u8 },
    /// A figure beside one that an overlay supplies.
    Against { must: Compare, reference: i64 },
}

/// Writes the nodes of a level.
pub(super) struct ProgramWriter<'a> {
    pub(super) pack: &'a Pack,
    /// The overlays of the level.
    pub(super) overlays: &'a [&'a Overlay],
    pub(super) nodes: &'a mut Vec<ProgramNode>,
    pub(super) topics: &'a mut Topics,
}

/// The settings of a whole check.
#[derive(Clone, Copy)]
struct CheckSettings {
    may_not_apply: bool,
    /// The finding that an overlay gives where the document leaves it open.
    settles: Option<bool>,
}

impl ProgramWriter<'_> {
    /// Writes a check and returns its index.
    pub(super) fn check(&mut self, check: &Check) -> usize {
        let settles = self.overlays.iter().find_map(|overlay| overlay.settles.get(&check.id)).copied();
        self.condition(&check.condition, CheckSettings { may_not_apply: check.may_not_apply, settles })
    }

    /// Writes a node with the parts that `parts` writes, and returns its index.
    pub(super) fn node(&mut self, op: Op, parts: impl FnOnce(&mut Self)) -> usize {
        let at = self.nodes.len();
        self.nodes.push(ProgramNode { op, end: at });
        parts(self);
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
        }
        at
    }

    fn condition(&mut self, condition: &Condition, terms: CheckSettings) -> usize {
        match condition {
            Condition::All(parts) => self.node(Op::All, |writer| writer.conditions(parts, terms)),
            Condition::Any(parts) => self.node(Op::Any, |writer| writer.conditions(parts, terms)),
            Condition::Not(part) => self.node(Op::Not, |writer| writer.conditions([&**part], terms)),
            Condition::OpenUnless(part) => {
                self.node(Op::OpenUnless(terms.settles), |writer| writer.conditions([&**part], terms))
            }
            Condition::ApplicableIf { of, then } => self.node(Op::ApplicableIf, |writer| {
                writer.figure(of, Asks::Stated, false);
                writer.conditions([&**then], terms);
            }),
            Condition::None { of, only } => {
                self.incidents(of, only, Asks::Incidents { must: Compare::Equal, bound: 0 }, terms)
            }
            Condition::Count { of, only, must, bound } if self.is_category(of) => {
                self.incidents(of, only, Asks::Incidents { must: *must, bound: *bound }, terms)
            }
            Condition::Count { of, must, bound, .. } | Condition::Rank { of, must, bound } => {
                self.figure(of, Asks::Number { must: *must, bound: *bound }, terms.may_not_apply)
            }
            Condition::Ratio { of, must, share, empty } => {
                self.figure(of, Asks::Ratio { must: *must, share: *share, empty: *empty }, terms.may_not_apply)
            }
            Condition::Rises { of, times } => self.figure(of, Asks::Rises { times: *times }, terms.may_not_apply),
            Condition::Stated { of } => self.figure(of, Asks::Stated, terms.may_not_apply),
            Condition::Against { of, must, reference, or_stated } => {
                match self.overlays.iter().find_map(|overlay| overlay.values.get(reference)) {
                    Some(value) => self.figure(of, Asks::Against { must: *must, reference: *value }, false),
                    None => self.figure(or_stated, Asks::Stated, terms.may_not_apply),
                }
            }
        }
    }

    fn conditions<'c>(&mut self, parts: impl IntoIterator<Item = &'c Condition>, terms: CheckSettings) {
        for part in parts {
            self.condition(part, terms);
        }
    }

    fn incidents(&mut self, of: &IndicatorId, only: &Filter, asks: Asks, terms: CheckSettings) -> usize {
        let topic = self.topics.number(Topic { about: of.clone(), only: only.clone() }, true);
        self.node(Op::Leaf(Leaf { topic, asks, year: None, may_not_apply: terms.may_not_apply }), |_| {})
    }

    fn figure(&mut self, of: &IndicatorId, asks: Asks, may_not_apply: bool) -> usize {
        let topic = self.topics.number(Topic::whole(of.clone()), false);
        let year = self.pack.indicators.get(of).map(|it| year_rule(&it.kind));
        self.node(Op::Leaf(Leaf { topic, asks, year, may_not_apply }), |_| {})
    }

    fn is_category(&self, of: &IndicatorId) -> bool {
        self.pack.indicators.get(of).is_some_and(|it| it.kind == IndicatorKind::Incidents)
    }
}

fn year_rule(kind: &IndicatorKind) -> YearRule {
    match kind {
        IndicatorKind::Count(rule)
        | IndicatorKind::Ratio { year: rule, .. }
        | IndicatorKind::Figure { year: rule, .. } => *rule,
        IndicatorKind::Stated => YearRule::Latest,
        IndicatorKind::Incidents | IndicatorKind::Rank | IndicatorKind::Series { .. } => YearRule::YearOnly,
    }
}
