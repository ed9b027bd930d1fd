//! `cunping rollup`: units counted by area, document and period, in one pass on all cores. Memory grows with units.
//! Signs nothing.

mod below;
mod decided;
mod payload;
mod pile;
mod report;
mod reviews;
mod slot;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use clap::Args as Arguments;
use cunping_core::{
    bundle::Counted,
    id::UnitCode,
    pack::{Level, Pack},
    period::Period,
    rollup::{Standing, Told, outlook, tally},
};

use cunping_office::when;

use crate::{
    input::Texts,
    output,
    overlays::Supplements,
    packs,
    review::{Desk, Keys},
    stop::{Done, Stop},
    units::Units,
};
use below::Together;
use decided::{Decisions, Outcomes};
use pile::{Periods, Pile, Place};
use report::Group;
use reviews::Reviews;
use slot::Slot;

/// Count how units stand, and how far targets, priorities and points are.
///
/// Every file is verified and its findings recomputed; of several files about a unit the last of an unbroken chain
/// counts, files in conflict count as not reported. Roll-ups of the offices below are files, too: what they counted counts,
/// as they recomputed it, and a unit that is said to stand in two ways is in conflict. Offices' decisions are files, too: they
/// are counted beside, and a name that was taken back is none that was given. The order of the files changes nothing.
/// Exit codes: 0 every file counted or was superseded, 1 could not run, 3 a file was refused or is in conflict.
#[derive(Arguments)]
pub(crate) struct Args {
    #[command(flatten)]
    texts: Texts,
    #[command(flatten)]
    supplements: Supplements,
    /// What offices' reviews came to: lines `UNIT,PACK,LEVEL,YEAR,passed` or `failed`; may be given several times
    #[arg(long = "reviews", value_name = "FILE")]
    reviews: Vec<PathBuf>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    office: payload::Office,
}

/// Counts every file; what is wrong with one does not stop the others.
pub(crate) fn run(args: &Args) -> Done {
    let packs = packs::all()?;
    let overlays = args.supplements.read(&packs, args.texts.lang)?;
    let reviews = Reviews::read(&args.reviews, args.texts.lang)?;
    let desk = Desk::new(packs, overlays, &args.keys, args.texts.lang)?;
    let packs = desk.packs();
    let mut pile = Pile::read(&args.texts, &desk)?;
    let together = pile.join();
    let decisions = Decisions::of(&pile.heard);
    // A place that was reviewed and sent nothing is counted too.
    for (place, year) in reviews.places() {
        pile.places.entry(place.clone()).or_default().entry(*year).or_default();
    }
    let units = Units::read();
    let mut conflicts = together.in_conflict.len();
    for area in &together.in_conflict {
        output::aside(&format!("✕ {area}"))?;
    }
    let mut payloads = payload::Payloads::default();
    for (place, periods) in &pile.places {
        let area = Area::new(packs, &units, (place, periods), (&together, &reviews, &decisions))?;
        for period in periods.keys() {
            let (group, in_conflict) = area.group(*period);
            conflicts += in_conflict;
            if args.office.wants() {
                payloads.add(&area, *period);
            } else if args.texts.json {
                output::line(&group.json().canonical())?;
            } else {
                output::lines(&group.words(args.texts.lang))?;
            }
        }
    }
    for line in args.office.payloads(&payloads, &desk, &together)? {
        output::line(&line)?;
    }
    if pile.refused == 0 && conflicts == 0 { Ok(()) } else { Err(Stop::silent(3)) }
}

/// The units that lie side by side, under one level of one document.
struct Area<'a> {
    place: &'a Place,
    periods: &'a Periods,
    reviews: &'a Reviews,
    together: &'a Together,
    decisions: &'a Decisions<'a>,
    pack: &'a Pack,
    level: &'a Level,
    /// The units that are to report, where the lists know all of them.
    listed: BTreeSet<UnitCode>,
}

impl<'a> Area<'a> {
    /// Fails where reviews name a document or a level that is not there.
    fn new(
        packs: &'a [Pack],
        units: &Units,
        (place, periods): (&'a Place, &'a Periods),
        (together, reviews, decisions): (&'a Together, &'a Reviews, &'a Decisions<'a>),
    ) -> Done<Self> {
        let pack = packs::named(packs, place.pack.as_str())?;
        let level = packs::level(pack, &place.level)?;
        // The lists hold every unit of the areas that documents are about, and of no others.
        let known = !place.example && place.area.lies_in(pack.source.area);
        let listed = if known { units.within(place.area, level.unit) } else { BTreeSet::new() };
        Ok(Self { place, periods, reviews, together, decisions, pack, level, listed })
    }

    /// The units of which there is a file, or word of one.
    fn sent(&self, period: Period) -> BTreeSet<UnitCode> {
        self.periods.get(&period).into_iter().flat_map(BTreeMap::keys).copied().collect()
    }

    /// The units that are to report: as the lists or the roll-ups from below have them, else those that did.
    fn expected(&self, period: Period) -> BTreeSet<UnitCode> {
        let told = self.together.merged.expected(&self.place.counting(period)).into_iter();
        let mut expected: BTreeSet<UnitCode> = told.filter(|unit| unit.above() == self.place.area).collect();
        expected.extend(&self.listed);
        if expected.is_empty() { self.sent(period) } else { expected }
    }

    /// How a unit counts in a period, with the decision that took its name back; `None` while that is in conflict.
    fn counted(&self, unit: UnitCode, slot: &Slot, period: Period) -> Option<Counted> {
        let about = self.place.about(unit, period);
        let counted = slot.counted(&about)?;
        let awarded = when::kind(period) == self.level.awarded_for;
        Some(if awarded { self.decisions.with_removal(self.level, &about, counted) } else { counted })
    }

    /// What offices decided about the expected units.
    fn outcomes(&self, period: Period, expected: &BTreeSet<UnitCode>) -> Outcomes {
        let mut outcomes = Outcomes::default();
        if when::kind(period) == self.level.awarded_for {
            for (unit, slot) in self.periods.get(&period).into_iter().flatten().filter(|(it, _)| expected.contains(it))
            {
                if let Some(counted) = self.counted(*unit, slot, period) {
                    outcomes.add(self.decisions, self.level, &self.place.about(*unit, period), &counted);
                }
            }
        }
        outcomes
    }

    /// One period counted, and how many units' files are in conflict.
    fn group(&self, period: Period) -> (Group<'a>, usize) {
        let known = !self.listed.is_empty();
        let sent = self.sent(period);
        let standings = self.standings(period);
        let in_conflict = sent.len() - standings.len();
        let expected = self.expected(period);
        let tally = tally(&expected, &standings);
        let outlook = outlook((self.pack, self.level), period, &expected, &tally, self);
        let outcomes = self.outcomes(period, &expected);
        let Self { place, pack, level, .. } = *self;
        (Group { place, pack, level, period, known, tally, outcomes, outlook }, in_conflict)
    }
}

impl Told for Area<'_> {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, Standing> {
        let slots = self.periods.get(&period).into_iter().flatten();
        let counted = slots.filter_map(|(unit, slot)| slot.counted(&self.place.about(*unit, period)));
        let standing = |it: Counted| Standing { verdict: it.verdict, provisional: it.provisional, bundle: it.bundle };
        counted.map(|it| (it.unit, standing(it))).collect()
    }

    fn reviews(&self, year: Period) -> BTreeMap<UnitCode, bool> {
        self.reviews.of(self.place, year)
    }
}
