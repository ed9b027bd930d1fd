//! The wire form of a reviewed file, from worker to page. Converted by hand.

mod names;
mod states;

use cunping_core::{
    bundle::{Party, Seen, Slot},
    days::Day,
    evaluate::{CriterionFinding, Evaluation},
    pack::Words,
};
use serde::{Deserialize, Serialize};

use super::{Refusal, Sheet};
use states::WireStates;

/// The wire form of a [`Sheet`].
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireSheet {
    kind: String,
    unit: String,
    pack: String,
    level: String,
    period: String,
    example: bool,
    digest: String,
    sequence: u32,
    supersedes: Option<String>,
    kid: String,
    /// The signing party as the file states it: the unit, and the office if one signs.
    party: (String, Option<String>),
    unit_name: String,
    stated_at: String,
    as_of: String,
    late: Vec<(String, String)>,
    states: WireStates,
    evaluation: Option<WireEvaluation>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireEvaluation {
    as_of: String,
    verdict: String,
    provisional: bool,
    /// The criterion, its finding, and whether that is settled.
    criteria: Vec<(String, String, bool)>,
}

/// The wire form of a [`Refusal`]: each text in Chinese, then in English.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireRefusal {
    what: [String; 2],
    todo: [String; 2],
}

impl WireSheet {
    /// Converts a sheet into its wire form.
    pub(super) fn of(sheet: Sheet) -> Self {
        let Seen { slot, digest, sequence, supersedes, kid, enrolled: _, first_seen: _, settled: _ } = sheet.seen;
        Self {
            kind: slot.kind.to_string(),
            unit: slot.unit.to_string(),
            pack: slot.pack.to_string(),
            level: slot.level.to_string(),
            period: slot.period.to_string(),
            example: slot.example,
            digest: digest.to_string(),
            sequence,
            supersedes: supersedes.map(|it| it.to_string()),
            kid: kid.to_string(),
            party: (sheet.party.unit.to_string(), sheet.party.office.map(|it| it.to_string())),
            unit_name: sheet.unit_name,
            stated_at: sheet.stated_at.to_string(),
            as_of: sheet.as_of.to_string(),
            late: sheet.late.iter().map(|(day, stated)| (day.to_string(), stated.to_string())).collect(),
            states: WireStates::of(sheet.states),
            evaluation: sheet.evaluation.map(WireEvaluation::of),
        }
    }

    /// Converts the wire form back; `None` if a value in it cannot be.
    pub(super) fn read(self) -> Option<Sheet> {
        let slot = Slot {
            kind: names::kind(&self.kind)?,
            unit: self.unit.parse().ok()?,
            pack: self.pack.parse().ok()?,
            level: self.level.parse().ok()?,
            period: self.period.parse().ok()?,
            example: self.example,
        };
        let seen = Seen {
            slot,
            digest: self.digest.parse().ok()?,
            sequence: self.sequence,
            supersedes: self.supersedes.map(|it| it.parse()).transpose().ok()?,
            kid: self.kid.parse().ok()?,
            enrolled: false,
            first_seen: Day::MIN,
            settled: false,
        };
        let states = self.states.read()?;
        let (unit, office) = self.party;
        Some(Sheet {
            seen,
            party: Party { unit: unit.parse().ok()?, office: office.map(|it| it.parse()).transpose().ok()? },
            unit_name: self.unit_name,
            stated_at: self.stated_at.parse().ok()?,
            as_of: self.as_of.parse().ok()?,
            late: self
                .late
                .iter()
                .map(|(day, stated)| Some((day.parse().ok()?, stated.parse().ok()?)))
                .collect::<Option<_>>()?,
            counts: states.counts(),
            states,
            evaluation: match self.evaluation {
                Some(it) => Some(it.read()?),
                None => None,
            },
        })
    }
}

impl WireEvaluation {
    fn of(it: Evaluation) -> Self {
        let criterion = |it: CriterionFinding| (it.id.to_string(), it.finding.code().to_owned(), it.settled);
        Self {
            as_of: it.as_of.to_string(),
            verdict: it.verdict.code().to_owned(),
            provisional: it.provisional,
            criteria: it.criteria.into_iter().map(criterion).collect(),
        }
    }

    fn read(self) -> Option<Evaluation> {
        let criterion = |(id, finding, settled): (String, String, bool)| {
            let (id, finding) = (id.parse().ok()?, names::finding(&finding)?);
            Some(CriterionFinding { id, finding, settled, checks: Vec::new(), measures: Vec::new() })
        };
        Some(Evaluation {
            as_of: self.as_of.parse().ok()?,
            verdict: names::verdict(&self.verdict)?,
            provisional: self.provisional,
            criteria: self.criteria.into_iter().map(criterion).collect::<Option<_>>()?,
            prerequisite: None,
            score: None,
        })
    }
}

impl WireRefusal {
    /// Converts a refusal into its wire form.
    pub(super) fn of(it: Refusal) -> Self {
        Self { what: [it.what.zh, it.what.en], todo: [it.todo.zh, it.todo.en] }
    }

    /// Converts the wire form back.
    pub(super) fn read(self) -> Refusal {
        let words = |[zh, en]: [String; 2]| Words { zh, en };
        Refusal { what: words(self.what), todo: words(self.todo) }
    }
}
