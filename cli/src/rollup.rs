//! `cunping rollup`: units counted by township, document and period, in one pass. Memory grows with units, not files.

mod slot;

use std::collections::{BTreeMap, BTreeSet};

use clap::Args as Arguments;
use cunping_core::{
    bundle::{self, Assessment, Opened},
    id::{LevelId, PackId, UnitCode},
    json::Value,
    pack::{CountedPeriods, Counts, Level, Pack, PeriodKind, Target},
    period::{Part, Period},
    reward::{has_priority, points},
    rollup::{Standing, Tally, tally},
    target::reached,
};
use cunping_office::{finding, lang::Lang, township};

use crate::{
    input::{self, Texts},
    output,
    overlays::Supplements,
    packs, review,
    stop::{Done, Stop},
    units,
};
use slot::Slot;

/// Count how units stand, and how far each target is.
///
/// Every file is verified and its findings recomputed; of several files about a unit the last of an unbroken chain
/// counts, files in conflict count as not reported. The order of the files changes nothing.
/// Exit codes: 0 every file counted or was superseded, 1 could not run, 3 a file was refused or is in conflict.
#[derive(Arguments)]
pub(crate) struct Args {
    #[command(flatten)]
    texts: Texts,
    #[command(flatten)]
    supplements: Supplements,
}

/// What is counted together: units of one township under one level of one document in one period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    township: UnitCode,
    pack: PackId,
    version: u32,
    level: LevelId,
    period: Period,
    example: bool,
}

/// Counts every file; what is wrong with one does not stop the others.
pub(crate) fn run(args: &Args) -> Done {
    let packs = packs::all()?;
    let overlays = args.supplements.read(&packs, args.texts.lang)?;
    let mut groups: BTreeMap<Group, BTreeMap<UnitCode, Slot>> = BTreeMap::new();
    let mut refused = 0_u64;
    input::each(&args.texts.files, bundle::MAX_BYTES, |input| {
        let opened: Option<Opened<Assessment>> = bundle::open_as(&input.bytes).ok();
        let reviewed = opened.map(|opened| (review::assessment(&packs, &overlays, &opened), opened));
        match reviewed {
            Some((review, opened)) if review.states.counts() => {
                let it = &opened.payload;
                let Some(evaluation) = &review.evaluation else { return Ok(()) };
                let group = Group {
                    township: it.facts.unit.township(),
                    pack: it.pack.id.clone(),
                    version: it.pack.version,
                    level: it.level.clone(),
                    period: it.facts.period,
                    example: it.example,
                };
                let slot = groups.entry(group).or_default().entry(it.facts.unit).or_default();
                slot.add(opened.seen(false), Standing::new(evaluation, opened.digest));
                Ok(())
            }
            _ => {
                refused += 1;
                output::aside(&format!("✕ {}", input.name))
            }
        }
    })?;
    let mut conflicts = 0;
    for (group, units) in &groups {
        conflicts += report(args, &packs, group, units)?;
    }
    if refused + conflicts == 0 { Ok(()) } else { Err(Stop::silent(3)) }
}

/// Prints one group; says how many units' files are in conflict.
fn report(args: &Args, packs: &[Pack], group: &Group, units: &BTreeMap<UnitCode, Slot>) -> Done<u64> {
    let pack = packs::named(packs, &format!("{}@{}", group.pack, group.version))?;
    let level = packs::level(pack, &group.level)?;
    let standings: BTreeMap<UnitCode, Standing> =
        units.iter().filter_map(|(unit, slot)| Some((*unit, slot.standing()?))).collect();
    let listed = units::of_township(group.township);
    let known = !listed.is_empty() && !group.example;
    let expected: BTreeSet<UnitCode> = if known { listed } else { units.keys().copied().collect() };
    let tally = tally(&expected, &standings);
    if args.texts.json {
        output::line(&json(pack, level, group, &tally, known).canonical())?;
    } else {
        output::lines(&words(args.texts.lang, pack, level, group, &tally, known))?;
    }
    Ok(u64::try_from(units.len() - standings.len()).unwrap_or(u64::MAX))
}

/// Targets are about the period that the award is given for.
fn targets<'a>(pack: &'a Pack, level: &Level, period: Period) -> impl Iterator<Item = &'a Target> {
    let awarded = level.awarded_for == PeriodKind::Year && period.part() == Part::Year;
    let level = level.id.clone();
    // Of reviews by an office no file tells, and a target over quarters needs those of its year.
    let told = |target: &Target| target.counts == Counts::Qualified && target.periods == CountedPeriods::Awarded;
    pack.targets.iter().filter(move |target| awarded && target.level == level && told(target))
}

fn words(lang: Lang, pack: &Pack, level: &Level, group: &Group, tally: &Tally, known: bool) -> Vec<String> {
    let example = if group.example { lang.pick("（示例）", " (example)") } else { "" };
    let mut lines = vec![format!("{} {}@{} {}{example}", group.township, pack.id, pack.version, group.period)];
    lines.push(format!("   {}", township::rate(lang, pack, level, group.period, tally)));
    if !known {
        lines.push(format!(
            "   {}",
            lang.pick(
                "没有该乡镇的单位名单：应报数按收到文件的单位计算。",
                "no list of this township's units: those that sent a file are the base."
            )
        ));
    }
    let year = group.period.year();
    let targets = targets(pack, level, group.period).filter_map(|it| Some((it, reached(it, year, tally)?)));
    lines.extend(targets.map(|(it, reached)| format!("   {}", township::target(lang, it, year, &reached, tally))));
    let gives = pack.priorities.iter().filter(|it| it.of == level.id);
    lines.extend(gives.map(|it| {
        format!("   {} {}", finding::target(lang, has_priority(it, tally)), township::priority(lang, it, tally))
    }));
    let bonus = pack.bonus.iter().filter(|it| it.each.contains_key(&level.id));
    lines.extend(bonus.map(|it| {
        let points = points(it, &[(level.id.clone(), tally.qualified)].into());
        format!("   {}", township::points(lang, it, points))
    }));
    lines
}

fn json(pack: &Pack, level: &Level, group: &Group, tally: &Tally, known: bool) -> Value {
    let targets = targets(pack, level, group.period).filter_map(|it| {
        let reached = reached(it, group.period.year(), tally)?;
        let members = [
            ("id", Value::text(&it.id)),
            ("more", Value::Number(reached.more)),
            ("needed", Value::Number(reached.needed)),
            ("provisional", Value::Bool(reached.provisional)),
            ("reached", Value::text(format!("{:?}", reached.reached).to_lowercase())),
        ];
        Some(Value::object(members))
    });
    Value::object([
        ("example", Value::Bool(group.example)),
        ("expected", Value::Number(tally.expected)),
        ("expected_known", Value::Bool(known)),
        ("level", Value::text(&level.id)),
        ("missing", Value::Number(tally.missing)),
        ("not_qualified", Value::Number(tally.not_qualified)),
        ("pack", Value::text(format!("{}@{}", pack.id, pack.version))),
        ("period", Value::text(group.period)),
        ("provisional", Value::Number(tally.provisional)),
        ("qualified", Value::Number(tally.qualified)),
        ("reported", Value::Number(tally.reported)),
        ("targets", Value::List(targets.collect())),
        ("township", Value::text(group.township)),
        ("undetermined", Value::Number(tally.undetermined)),
    ])
}
