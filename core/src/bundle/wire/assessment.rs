//! The payload of an assessment, version 1: `docs/bundle-format.md`, `docs/schemas/assessment-v1.schema.json`.

use super::{parts, words};
use crate::{
    bundle::{Assessment, Claim, ClaimedFinding, Content, Kind, LinePosition, Stated},
    evaluate::Score,
    facts::file,
    id::RuleId,
    json::{Expected, Fields, MisfitReason, Misfits, Reader, Value, whole},
    privacy::{PersonalKind, of_texts},
    truth::Finding,
};

const MOST_FINDINGS: usize = 1_000;

impl Content for Assessment {
    const KIND: Kind = Kind::Assessment;

    fn to_json(&self) -> Value<'_> {
        let mut facts = self.facts.clone();
        facts.sort();
        let stated = Stated {
            party: self.party.clone(),
            at: self.stated_at,
            software: self.software.clone(),
            example: self.example,
        };
        let place = LinePosition { sequence: self.sequence, supersedes: self.supersedes };
        let members = [
            ("unit", parts::unit(facts.unit, &self.unit_name)),
            ("level", Value::text(&self.level)),
            ("period", Value::text(facts.period)),
            ("as_of", Value::text(self.as_of)),
            ("pack", parts::pack(&self.pack)),
            ("overlays", parts::texts(&self.overlays)),
            ("facts", Value::object(file::body(&facts))),
        ];
        let head = parts::head(Self::KIND, &stated).into_iter().chain(parts::place(place));
        Value::object(head.chain(members).chain(claim(&self.claim)))
    }

    fn from_json(value: Value<'_>) -> Result<Self, Misfits> {
        whole(&value, read)
    }

    fn texts(&self) -> Vec<(String, &str)> {
        let own = std::iter::once(("unit.name".to_owned(), self.unit_name.as_str()));
        let facts = self.facts.texts().into_iter().map(|(at, text)| (format!("facts.{at}"), text.as_str()));
        own.chain(parts::signer(&self.party, &self.software)).chain(facts).collect()
    }

    fn personal(&self) -> Vec<(String, PersonalKind)> {
        let facts = self.facts.personal().into_iter().map(|(at, kind)| (format!("facts.{at}"), kind));
        of_texts(&self.texts()).into_iter().chain(facts).collect()
    }
}

fn read(fields: &mut Fields<'_>) -> Option<Assessment> {
    let stated = parts::read_head(fields, Kind::Assessment);
    let unit = fields.object("unit", parts::read_unit);
    let (level, as_of, period) = (fields.named("level"), fields.day("as_of"), fields.named("period"));
    let pack = fields.object("pack", parts::read_pack);
    let overlays = parts::read_overlays(fields);
    let place = parts::read_place(fields);
    let facts = fields.object("facts", |facts| file::read_body(facts, unit.as_ref().map(|unit| unit.0), period));
    let claim = read_claim(fields);
    let (stated, place) = (stated?, place?);
    Some(Assessment {
        party: stated.party,
        unit_name: unit?.1,
        level: level?,
        pack: pack?,
        overlays: overlays?,
        as_of: as_of?,
        facts: facts?,
        claim: claim?,
        sequence: place.sequence,
        supersedes: place.supersedes,
        stated_at: stated.at,
        software: stated.software,
        example: stated.example,
    })
}

/// Writes the members of a claim.
pub(crate) fn claim(claim: &Claim) -> Vec<(&'static str, Value<'static>)> {
    let verdict = Value::object([
        ("verdict", Value::text(claim.verdict.code())),
        ("provisional", Value::Bool(claim.provisional)),
    ]);
    let mut members = vec![
        ("evaluator", Value::Number(claim.evaluator.into())),
        ("findings", Value::List(claim.findings.iter().map(finding).collect())),
        ("verdict", verdict),
    ];
    members.extend(claim.score.map(|claimed| ("score", score(claimed))));
    members
}

/// Writes points as fractions: `low` is reached, `high` can still be reached.
fn score(score: Score) -> Value<'static> {
    let fraction = |(part, whole)| Value::List(vec![Value::Number(part), Value::Number(whole)]);
    let members =
        [("high", fraction(score.high)), ("low", fraction(score.low)), ("official", Value::Bool(score.official))];
    Value::object(members.into_iter().chain(score.pass.map(|pass| ("pass", Value::Number(pass)))))
}

fn finding(criterion: &ClaimedFinding) -> Value<'static> {
    let pair = |id: &RuleId, finding: Finding| [("id", Value::text(id)), ("finding", Value::text(finding.code()))];
    let checks = criterion.checks.iter().map(|(id, finding)| Value::object(pair(id, *finding))).collect();
    Value::object(pair(&criterion.id, criterion.finding).into_iter().chain([("checks", Value::List(checks))]))
}

fn read_claim(fields: &mut Fields<'_>) -> Option<Claim> {
    let evaluator = fields.small("evaluator", 1);
    let findings = fields.objects("findings", MOST_FINDINGS, |entry| {
        let (own, checks) = (read_finding(entry), entry.objects("checks", MOST_FINDINGS, read_finding));
        let (id, finding) = own?;
        Some(ClaimedFinding { id, finding, checks: checks? })
    });
    let verdict = fields.object("verdict", |object| {
        let (verdict, provisional) = (object.word("verdict", words::verdict), object.bool("provisional"));
        Some((verdict?, provisional?))
    });
    let score = fields.optional("score", |misfits, node| misfits.object(node, read_score));
    let (verdict, provisional) = verdict?;
    Some(Claim { evaluator: evaluator?, findings: findings?, verdict, provisional, score: score? })
}

fn read_score(fields: &mut Fields<'_>) -> Option<Score> {
    let (high, low, official) = (fraction(fields, "high"), fraction(fields, "low"), fields.bool("official"));
    let pass = fields.optional("pass", |misfits, node| misfits.whole(node, 0, u32::MAX.into()));
    Some(Score { low: low?, high: high?, pass: pass?, official: official? })
}

/// Reads a fraction: numerator, 0 or more, and denominator, 1 or more.
fn fraction(fields: &mut Fields<'_>, name: &str) -> Option<(i64, i64)> {
    match fields.list(name, 2, Reader::integer)?.as_slice() {
        [part, whole] if *part >= 0 && *whole >= 1 => Some((*part, *whole)),
        _ => fields.note(name, MisfitReason::Not(Expected::Fraction)),
    }
}

fn read_finding(fields: &mut Fields<'_>) -> Option<(RuleId, Finding)> {
    let (id, finding) = (fields.named("id"), fields.word("finding", words::finding));
    Some((id?, finding?))
}
