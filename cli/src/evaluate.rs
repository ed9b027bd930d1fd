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
    fault::FileFault,
    input::Texts,
    output,
    overlays::Supplements,
    packs, reading,
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
    let named = match &args.pack {
        Some(name) => Some(packs::named(&packs, name)?),
        None => None,
    };
    if let (Some(pack), Some(level)) = (named, &args.level) {
        packs::level(pack, level)?;
    }
    let asked = Asked { args, packs: &packs, named, overlays: overlays.iter().collect() };
    let mut worst = Worst::default();
    reading::each(&args.texts, reading::Holds::One, Limits::FACTS.bytes, |given| match given {
        Err(unread) => {
            worst.invalid = true;
            unread.refuse(&args.texts)
        }
        Ok(input) => match file::read(&input.bytes) {
            Err(error) => {
                worst.invalid = true;
                FileFault::refuse(&FileFault::of_facts_file(args.texts.lang, &error), &args.texts, &input.name)
            }
            Ok(facts) => asked.one(&input.name, facts, &mut worst),
        },
    })?;
    worst.done()
}

/// What every file is evaluated by.
struct Asked<'a> {
    args: &'a EvaluateArgs,
    packs: &'a [Pack],
    /// The document that was named, if one was.
    named: Option<&'a Pack>,
    overlays: Vec<&'a Overlay>,
}

impl<'a> Asked<'a> {
    fn one(&self, name: &str, mut facts: Facts, worst: &mut Worst) -> Done {
        let Texts { lang, json: as_json, .. } = self.args.texts;
        let refuse = |faults: &[FileFault]| FileFault::refuse(faults, &self.args.texts, name);
        let (pack, level) = match self.document(&facts) {
            Ok(found) => found,
            Err(fault) => {
                worst.invalid = true;
                return refuse(&[fault]);
            }
        };
        let mut found = check::check(&facts, pack, level);
        found.extend(shortfalls(&facts, level));
        let faults = FileFault::of_facts(lang, pack, &found);
        if found.iter().any(|it| !it.fault.is_warning()) {
            worst.invalid = true;
            return refuse(&faults);
        }
        faults.iter().try_for_each(|warning| warning.report(name))?;
        facts.sort();
        let facts = &facts;
        let as_of = self.args.as_of.unwrap_or(facts.period.days().last());
        let evaluation = evaluate(pack, level, &self.overlays, facts, as_of);
        worst.see(evaluation.verdict);
        let case = EvaluatedUnit { pack, level, facts, evaluation: &evaluation };
        if as_json {
            output::json(&json(lang, case).canonical())
        } else {
            output::lines(&plain::evaluation(lang, case, &facts.unit.to_string()))
        }
    }

    /// Finds the document and the level for some facts.
    fn document(&self, facts: &Facts) -> Result<(&'a Pack, &'a Level), FileFault> {
        let lang = self.args.texts.lang;
        let fault = |at: &str, code, words| FileFault { at: at.to_owned(), code, words };
        let pack = self.named.or_else(|| packs::fitting(self.packs, facts.unit));
        let pack = pack.ok_or_else(|| fault("unit", "unknown-pack", problem::no_document_for(lang, facts.unit)))?;
        let level = match &self.args.level {
            Some(id) => pack.level(id).ok_or_else(|| fault("", "unknown-level", problem::no_level(lang, pack, id)))?,
            None => packs::level_of(pack, facts.unit)
                .ok_or_else(|| fault("unit", "unit-level", problem::not_assessed(lang, pack, facts.unit)))?,
        };
        Ok((pack, level))
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
    text.parse().map_err(|_| "级别，如 village / a level's id, such as village".to_owned())
}

fn day(text: &str) -> Result<Day, String> {
    cunping_text::when::typed_day(text).ok_or_else(|| "一天，如 2026-03-10 / a day, such as 2026-03-10".to_owned())
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
