//! `cunping evaluate`: evaluates facts files under a pack and prints the findings.

use std::fmt::Display;

use clap::Args;
use cunping_core::{
    bundle::{self, Claim},
    days::Day,
    evaluate::{CheckFinding, Evaluation, Verdict, distance, evaluate},
    facts::{Facts, check, file},
    gather::shortfalls,
    id::LevelId,
    json::{Limits, Value},
    overlay::Overlay,
    pack::{Level, Pack},
};
use cunping_text::{case::EvaluatedUnit, lang::Lang, plain, problem, reason};

use crate::{
    input::{self, Texts},
    output,
    overlays::Supplements,
    packs,
    review::Keys,
    stop::{Done, Stop},
};

/// Evaluate facts files (docs/bundle-format.md) and print the findings with reasons, and the verdict.
///
/// Exit codes: 0 every unit qualifies, 1 could not run, 2 a unit does not qualify, 3 a file is not valid, 4 answers of
/// a unit are missing, 5 an office or a supplement decides. With several files the worst counts: 3, then 2, 4, 5.
#[derive(Args)]
pub(crate) struct EvaluateArgs {
    #[command(flatten)]
    texts: Texts,
    #[command(flatten)]
    supplements: Supplements,
    #[command(flatten)]
    keys: Keys,
    /// The document, as `ID` or `ID@VERSION`. Default: the newest that applies to the unit
    #[arg(long)]
    pack: Option<String>,
    /// The level or award of the document. Default: the one for units of this kind
    #[arg(long, value_parser = level)]
    level: Option<LevelId>,
    /// Evaluate the days up to this one, such as 2026-03-10. Default: the whole period
    #[arg(long, value_name = "DAY", value_parser = day)]
    as_of: Option<Day>,
}

/// Evaluates every file; an error in one does not stop the others.
pub(crate) fn run(args: &EvaluateArgs) -> Done {
    let packs = packs::all()?;
    let vouched = args.keys.read(args.texts.lang)?;
    let overlays = args.supplements.read(&packs, vouched.as_ref(), args.texts.lang)?;
    let mut worst = Worst::default();
    input::each(&args.texts.files, Limits::FACTS.bytes, |input| match file::read(&input.bytes) {
        Err(error) => {
            worst.invalid = true;
            problem::facts_file(args.texts.lang, &error).iter().try_for_each(|it| output::problem(&input.name, it))
        }
        Ok(facts) => one(args, (&packs, &overlays), &input.name, &facts, &mut worst),
    })?;
    worst.done()
}

fn one(
    args: &EvaluateArgs,
    (packs, overlays): (&[Pack], &[Overlay]),
    name: &str,
    facts: &Facts,
    worst: &mut Worst,
) -> Done {
    let overlays: Vec<&Overlay> = overlays.iter().collect();
    let pack = match &args.pack {
        Some(named) => packs::named(packs, named)?,
        None => packs::fitting(packs, facts.unit)?,
    };
    let level = match &args.level {
        Some(id) => packs::level(pack, id)?,
        None => packs::level_of(pack, facts.unit)?,
    };
    let mut problems = check::check(facts, pack, level);
    problems.extend(shortfalls(facts, level));
    for found in &problems {
        output::problem(name, &problem::facts(args.texts.lang, pack, found))?;
    }
    if problems.iter().any(|it| !it.fault.is_warning()) {
        worst.invalid = true;
        return Ok(());
    }
    let mut facts = facts.clone();
    facts.sort();
    let facts = &facts;
    let evaluation = evaluate(pack, level, &overlays, facts, args.as_of.unwrap_or(facts.period.days().last()));
    worst.see(evaluation.verdict);
    let case = EvaluatedUnit { pack, level, facts, evaluation: &evaluation };
    if args.texts.json {
        output::line(&json(args.texts.lang, case).canonical())
    } else {
        output::lines(&plain::evaluation(args.texts.lang, case, &facts.unit.to_string()))
    }
}

/// Returns the result as JSON. Its `evaluator`, `findings`, `verdict` and `score` are byte for byte those of a bundle
/// about the same facts.
fn json(lang: Lang, case: EvaluatedUnit) -> Value<'static> {
    let EvaluatedUnit { pack, level, facts, evaluation } = case;
    let mut members = bundle::claim(&Claim::of(evaluation));
    let reasons = level.criteria.iter().flat_map(|criterion| criterion.checks.iter().chain(&criterion.measures));
    let reasons = reasons.map(|check| (check.id.as_str(), list(reason::sentences(lang, case, &check.id))));
    members.extend([
        ("as_of", Value::text(evaluation.as_of)),
        ("distance", far(level, evaluation)),
        ("level", Value::text(&level.id)),
        ("measures", Value::List(evaluation.criteria.iter().flat_map(|it| &it.measures).map(measure).collect())),
        ("over", Value::Bool(pack.scheme.as_ref().is_some_and(|scheme| scheme.is_over(facts.period)))),
        ("pack", Value::text(format!("{}@{}", pack.id, pack.version))),
        ("period", Value::text(facts.period)),
        ("reasons", Value::object(reasons)),
        ("unit", Value::text(facts.unit)),
    ]);
    Value::object(members)
}

fn far(level: &Level, evaluation: &Evaluation) -> Value<'static> {
    let far = distance(level, evaluation);
    Value::object([
        ("blocking", list(far.blocking)),
        ("costing", list(far.costing)),
        ("open", list(far.open)),
        ("reachable", Value::Bool(far.reachable)),
    ])
}

/// Returns a measure as JSON: a figure that is shown and does not affect the verdict.
fn measure(check: &CheckFinding) -> Value<'static> {
    Value::object([("finding", Value::text(check.outcome.finding.code())), ("id", Value::text(&check.id))])
}

fn list<T: Display>(items: Vec<T>) -> Value<'static> {
    Value::List(items.iter().map(Value::text).collect())
}

fn level(text: &str) -> Result<LevelId, String> {
    text.parse().map_err(|_| "a level's id, such as village".to_owned())
}

fn day(text: &str) -> Result<Day, String> {
    cunping_text::when::typed_day(text).ok_or_else(|| "a day, such as 2026-03-10".to_owned())
}

/// The worst result of all files, for the exit code.
#[derive(Default)]
struct Worst {
    invalid: bool,
    not_qualified: bool,
    open: bool,
    others_decide: bool,
}

impl Worst {
    fn see(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Qualified => {}
            Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred => self.not_qualified = true,
            Verdict::Open => self.open = true,
            Verdict::Pending | Verdict::AwaitsOverlay => self.others_decide = true,
        }
    }

    fn done(&self) -> Done {
        match self {
            Self { invalid: true, .. } => Err(Stop::silent(3)),
            Self { not_qualified: true, .. } => Err(Stop::silent(2)),
            Self { open: true, .. } => Err(Stop::silent(4)),
            Self { others_decide: true, .. } => Err(Stop::silent(5)),
            Self { .. } => Ok(()),
        }
    }
}
