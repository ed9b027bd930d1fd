//! The payload of an assessment, version 1: `docs/bundle-format.md`, `docs/schemas/assessment-v1.schema.json`.

use super::words;
use crate::{
    bundle::{Assessment, Claim, ClaimedFinding, FORMAT, Kind, PackRef, Party},
    evaluate::Score,
    facts::{Facts, file},
    id::{Digest, RuleId, UnitCode},
    json::{Expected, Fields, Misfits, Path, Value, Why, element, integer},
    truth::Finding,
};

const LONGEST_NAME: usize = 100;
const MOST_OVERLAYS: usize = 50;
const MOST_FINDINGS: usize = 1_000;

/// The payload of an assessment.
pub(crate) fn write(it: &Assessment) -> Value {
    let mut facts = it.facts.clone();
    facts.sort();
    let unit = Value::object([
        ("code", Value::text(facts.unit)),
        ("name", Value::text(&it.unit_name)),
        ("level", Value::text(words::of_level(facts.unit.level()))),
    ]);
    let pack = Value::object([
        ("id", Value::text(&it.pack.id)),
        ("version", Value::Number(it.pack.version.into())),
        ("digest", Value::text(it.pack.digest)),
    ]);
    let members = [
        ("kind", Value::text(Kind::Assessment)),
        ("format", Value::Number(FORMAT.into())),
        ("party", party(&it.party)),
        ("unit", unit),
        ("level", Value::text(&it.level)),
        ("period", Value::text(facts.period)),
        ("as_of", Value::text(it.as_of)),
        ("pack", pack),
        ("overlays", Value::List(it.overlays.iter().map(Value::text).collect())),
        ("sequence", Value::Number(it.sequence.into())),
        ("facts", Value::Object(file::body(&facts))),
        ("stated_at", Value::text(it.stated_at)),
        ("software", Value::text(&it.software)),
    ];
    let supersedes = it.supersedes.map(|digest| ("supersedes", Value::text(digest)));
    let example = it.example.then_some(("example", Value::Bool(true)));
    Value::object(members.into_iter().chain(claim(&it.claim)).chain(supersedes).chain(example))
}

/// The members that say what was found.
pub(crate) fn claim(it: &Claim) -> Vec<(&'static str, Value)> {
    let verdict =
        Value::object([("verdict", Value::text(it.verdict.code())), ("provisional", Value::Bool(it.provisional))]);
    let mut members = vec![
        ("evaluator", Value::Number(it.evaluator.into())),
        ("findings", Value::List(it.findings.iter().map(finding).collect())),
        ("verdict", verdict),
    ];
    members.extend(it.score.map(|it| ("score", score(it))));
    members
}

/// Points as fractions: `low` is reached, `high` can still be reached.
fn score(it: Score) -> Value {
    let fraction = |(part, whole)| Value::List(vec![Value::Number(part), Value::Number(whole)]);
    let members = [("high", fraction(it.high)), ("low", fraction(it.low)), ("official", Value::Bool(it.official))];
    Value::object(members.into_iter().chain(it.pass.map(|pass| ("pass", Value::Number(pass)))))
}

fn party(it: &Party) -> Value {
    let office = it.office.as_ref().map(|office| ("office", Value::text(office)));
    Value::object([("unit", Value::text(it.unit))].into_iter().chain(office))
}

fn finding(it: &ClaimedFinding) -> Value {
    let pair = |id: &RuleId, finding: Finding| [("id", Value::text(id)), ("finding", Value::text(finding.code()))];
    let checks = it.checks.iter().map(|(id, finding)| Value::object(pair(id, *finding))).collect();
    Value::object(pair(&it.id, it.finding).into_iter().chain([("checks", Value::List(checks))]))
}

/// Reads the payload of an assessment.
///
/// # Errors
///
/// All members that are missing, not known or of the wrong form.
pub(crate) fn read(value: Value) -> Result<Assessment, Misfits> {
    let mut misfits = Misfits::new();
    let assessment = Fields::of(value, Path::Whole, &mut misfits).and_then(read_fields);
    assessment.filter(|_| misfits.is_empty()).ok_or(misfits)
}

fn read_fields(mut it: Fields<'_>) -> Option<Assessment> {
    it.word("kind", |word| (word == Kind::Assessment.name()).then_some(()));
    if it.small("format", 1).is_some_and(|format| format != FORMAT) {
        it.note::<()>("format", Why::Not(Expected::Same));
    }
    let party = it.object("party").and_then(read_party);
    let unit = it.object("unit").and_then(read_unit);
    let (level, as_of, period) = (it.named("level"), it.day("as_of"), it.named("period"));
    let pack = it.object("pack").and_then(read_pack);
    let overlays = read_overlays(&mut it);
    let sequence = it.small("sequence", 1);
    let supersedes = it.optional("supersedes");
    if matches!((sequence, supersedes), (Some(number), Some(before)) if (number > 1) != before.is_some()) {
        it.note::<()>("supersedes", Why::Not(Expected::Same));
    }
    let facts = it.object("facts").and_then(|facts| read_facts(facts, unit.as_ref().map(|unit| unit.0), period));
    let claim = read_claim(&mut it);
    let (stated_at, software) = (it.named("stated_at"), it.text("software", LONGEST_NAME));
    let example = it.flag("example");
    it.finish();
    Some(Assessment {
        party: party?,
        unit_name: unit?.1,
        level: level?,
        pack: pack?,
        overlays: overlays?,
        as_of: as_of?,
        facts: facts?,
        claim: claim?,
        sequence: sequence?,
        supersedes: supersedes?,
        stated_at: stated_at?,
        software: software?,
        example: example?,
    })
}

fn read_party(mut it: Fields<'_>) -> Option<Party> {
    let (unit, office) = (it.named("unit"), it.optional("office"));
    it.finish();
    Some(Party { unit: unit?, office: office? })
}

fn read_unit(mut it: Fields<'_>) -> Option<(UnitCode, String)> {
    let code: Option<UnitCode> = it.named("code");
    let name = it.text("name", LONGEST_NAME);
    match (code, it.text("level", LONGEST_NAME)) {
        (Some(code), Some(level)) if level != words::of_level(code.level()) => {
            it.note::<()>("level", Why::Not(Expected::UnitLevel));
        }
        _ => {}
    }
    it.finish();
    Some((code?, name?))
}

fn read_pack(mut it: Fields<'_>) -> Option<PackRef> {
    let (id, version, digest) = (it.named("id"), it.small("version", 1), it.named("digest"));
    it.finish();
    Some(PackRef { id: id?, version: version?, digest: digest? })
}

/// Overlays stand in the order of their digests, each once, so that there is one way to write a set of them.
fn read_overlays(it: &mut Fields<'_>) -> Option<Vec<Digest>> {
    let overlays: Vec<Digest> = it.list("overlays", MOST_OVERLAYS, element)?;
    if overlays.is_sorted_by(|a, b| a < b) { Some(overlays) } else { it.note("overlays", Why::Not(Expected::Set)) }
}

fn read_facts(mut it: Fields<'_>, unit: Option<UnitCode>, period: Option<crate::period::Period>) -> Option<Facts> {
    let facts = file::read_body(&mut it, unit, period);
    it.finish();
    facts
}

fn read_claim(it: &mut Fields<'_>) -> Option<Claim> {
    let evaluator = it.small("evaluator", 1);
    let findings = it.list("findings", MOST_FINDINGS, |value, at, misfits| {
        let mut it = Fields::of(value, at, misfits)?;
        let own = read_finding(&mut it);
        let checks = it.list("checks", MOST_FINDINGS, |value, at, misfits| {
            let mut it = Fields::of(value, at, misfits)?;
            let check = read_finding(&mut it);
            it.finish();
            check
        });
        it.finish();
        let (id, finding) = own?;
        Some(ClaimedFinding { id, finding, checks: checks? })
    });
    let verdict = it.object("verdict").and_then(|mut it| {
        let verdict = (it.word("verdict", words::verdict), it.bool("provisional"));
        it.finish();
        Some((verdict.0?, verdict.1?))
    });
    let score = if it.has("score") { it.object("score").and_then(read_score).map(Some) } else { Some(None) };
    let (verdict, provisional) = verdict?;
    Some(Claim { evaluator: evaluator?, findings: findings?, verdict, provisional, score: score? })
}

fn read_score(mut it: Fields<'_>) -> Option<Score> {
    let (high, low, official) = (read_fraction(&mut it, "high"), read_fraction(&mut it, "low"), it.bool("official"));
    let pass = if it.has("pass") { it.small("pass", 0).map(|mark| Some(mark.into())) } else { Some(None) };
    it.finish();
    Some(Score { low: low?, high: high?, pass: pass?, official: official? })
}

/// Numerator, 0 or more, and denominator, 1 or more.
fn read_fraction(it: &mut Fields<'_>, name: &str) -> Option<(i64, i64)> {
    let numbers = it.list(name, 2, integer)?;
    match numbers.as_slice() {
        [part, whole] if *part >= 0 && *whole >= 1 => Some((*part, *whole)),
        _ => it.note(name, Why::Not(Expected::Fraction)),
    }
}

fn read_finding(it: &mut Fields<'_>) -> Option<(RuleId, Finding)> {
    let (id, finding) = (it.named("id"), it.word("finding", words::finding));
    Some((id?, finding?))
}
