//! `cunping rollup`: counts units by area, document and period, in one pass on all cores. Memory grows with the number
//! of units, not with the size of their files.

mod bonus;
mod payload;
mod pile;
mod report;
mod reviews;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use clap::Args;
use cunping_core::{
    id::UnitCode,
    pack::{Level, Pack},
    period::Period,
    rollup::{
        CountedPlace, Counts, Joined, Outcomes, Stand, Told, UnitStanding, halves_of, outlook, quarters_of, tally,
        together,
    },
};

use cunping_text::when;

use crate::{
    input::Texts,
    output,
    overlays::Supplements,
    packs,
    review::{Keys, Reviewer},
    stop::{Done, Stop},
    units::Units,
};
use bonus::CountyPoints;
use pile::Read;
use report::PlaceReport;
use reviews::Reviews;

/// Count units by verdict, and compute how far targets, priorities and points are reached.
///
/// Every file is verified and its findings are recomputed. Of several files about a unit the last of an unbroken chain
/// counts; files in conflict count as not reported. Roll-ups of subordinate offices are read too: the units that they
/// counted count with the verdicts those offices recomputed, and a unit that is counted in two different ways is in
/// conflict. Decisions of offices are read too and counted separately; a name that was taken back does not count as
/// given. Where the document asks for a half-yearly report about units that rate quarters, the half-year is put together
/// out of both: all achieved only where both were. The order of the files does not matter.
///
/// Exit codes: 0 every file counted or was superseded, 1 could not run, 3 a file was refused or is in conflict.
#[derive(Args)]
pub(crate) struct RollupArgs {
    #[command(flatten)]
    texts: Texts,
    #[command(flatten)]
    supplements: Supplements,
    /// Results of offices' reviews: lines `UNIT,PACK,LEVEL,YEAR,passed` or `failed`; may be given several times
    #[arg(long = "reviews", value_name = "FILE")]
    reviews: Vec<PathBuf>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    office: payload::OfficeArgs,
}

/// Counts every file; an error in one does not stop the others.
pub(crate) fn run(args: &RollupArgs) -> Done {
    let packs = packs::all()?;
    let vouched = args.keys.read(args.texts.lang)?;
    let overlays = args.supplements.read(&packs, vouched.as_ref(), args.texts.lang)?;
    let reviews = Reviews::read(&args.reviews, args.texts.lang)?;
    let reviewer = Reviewer::new(packs, overlays, vouched);
    let packs = reviewer.packs();
    let mut read = Read::all(&args.texts, &reviewer)?;
    // A place that was reviewed but sent no file is counted too.
    for (place, year) in reviews.places() {
        read.pile.expect(place, *year);
    }
    let counts = Counts::of(&read.pile);
    let units = Units::read();
    let unsettled = |line: &&(_, UnitCode, Stand)| line.2 == Stand::Unsettled;
    let mut conflicts = 0;
    for (_, area, _) in counts.sums().iter().filter(unsettled) {
        conflicts += 1;
        output::aside(&format!("✕ {area}"))?;
    }
    let mut payloads = payload::Payloads::default();
    let mut points = CountyPoints::default();
    for (place, periods) in counts.places() {
        let area = Area::new((packs, &reviewer), &units, place, (&counts, &reviews))?;
        // An office signs what its units rate; the half-year follows from it.
        let periods = if args.office.wants() { periods } else { area.with_halves(periods) };
        for period in periods {
            let (group, in_conflict) = area.group(period);
            conflicts += in_conflict;
            points.add(&group);
            if args.office.wants() {
                payloads.add(&area, period);
            } else if args.texts.json {
                output::line(&group.json().canonical())?;
            } else {
                output::lines(&group.words(args.texts.lang))?;
            }
        }
    }
    if !args.office.wants() {
        if args.texts.json {
            points.json().iter().try_for_each(|county| output::line(&county.canonical()))?;
        } else {
            output::lines(&points.words(args.texts.lang))?;
        }
    }
    for line in args.office.payloads(&payloads, &reviewer, counts.sums())? {
        output::line(&line)?;
    }
    if read.refused == 0 && conflicts == 0 { Ok(()) } else { Err(Stop::silent(3)) }
}

/// The units directly below one area, under one level of one document.
struct Area<'a> {
    place: &'a CountedPlace,
    counts: &'a Counts<'a>,
    reviews: &'a Reviews,
    pack: &'a Pack,
    level: &'a Level,
    /// The units that have to report, if a list knows all of them; empty otherwise.
    listed: BTreeSet<UnitCode>,
}

impl<'a> Area<'a> {
    /// Prepares an area for counting.
    ///
    /// # Errors
    ///
    /// When reviews name a document or a level that does not exist.
    fn new(
        (packs, reviewer): (&'a [Pack], &Reviewer),
        units: &Units,
        place: &'a CountedPlace,
        (counts, reviews): (&'a Counts<'a>, &'a Reviews),
    ) -> Done<Self> {
        let pack = packs::named(packs, place.pack.as_str())?;
        let level = packs::level(pack, &place.level)?;
        // The office's own list comes first. The program's lists hold every unit of the areas that its documents are
        // about, and of no others.
        let known = !place.example && place.area.lies_in(pack.source.area);
        let own = reviewer.units(place.area, level.unit);
        let listed = match (own.is_empty(), known) {
            (false, _) => own,
            (true, true) => units.within(place.area, level.unit),
            (true, false) => BTreeSet::new(),
        };
        Ok(Self { place, counts, reviews, pack, level, listed })
    }

    /// Returns the units that have to report: those of the lists and of roll-ups from below, else those that sent a
    /// file.
    fn expected(&self, period: Period) -> BTreeSet<UnitCode> {
        let mut expected = self.counts.expected(self.place, period);
        expected.extend(&self.listed);
        if expected.is_empty() { self.counts.sent(self.place, period) } else { expected }
    }

    /// Returns how a unit counts in a period, with the decision that took its name back if there is one.
    fn unit(&self, unit: UnitCode, period: Period) -> Joined {
        if when::kind(period) == self.level.awarded_for {
            return self.counts.awarded(self.level, self.place, unit, period);
        }
        self.counts.unit(self.place, unit, period)
    }

    /// Returns what offices decided about the expected units.
    fn outcomes(&self, period: Period, expected: &BTreeSet<UnitCode>) -> Outcomes {
        if when::kind(period) != self.level.awarded_for {
            return Outcomes::default();
        }
        self.counts.outcomes(self.level, self.place, period, expected)
    }

    /// Adds to the periods that files are about the half-years that the document has put together out of them.
    fn with_halves(&self, periods: Vec<Period>) -> Vec<Period> {
        let years: BTreeSet<i32> = periods.iter().map(|period| period.year()).collect();
        let halves = years.into_iter().flat_map(|year| halves_of(self.pack, self.level, year));
        let sent = |half: &Period| quarters_of(self.pack, self.level, *half).iter().any(|it| periods.contains(it));
        let halves: Vec<Period> = halves.filter(|half| !periods.contains(half) && sent(half)).collect();
        periods.into_iter().chain(halves).collect()
    }

    /// Counts a half-year that is put together; nothing in it is in conflict that is not so in a quarter.
    fn half(&self, period: Period, quarters: Vec<Period>) -> PlaceReport<'a> {
        let each: Vec<_> = quarters.iter().map(|quarter| self.standings(*quarter)).collect();
        let expected: BTreeSet<UnitCode> = quarters.iter().flat_map(|quarter| self.expected(*quarter)).collect();
        let told = |unit: &&UnitCode| quarters.iter().any(|it| matches!(self.unit(**unit, *it), Joined::Told(_)));
        let (told, tally) =
            (expected.iter().filter(told).count(), tally(&expected, &together(&each.iter().collect::<Vec<_>>())));
        let Self { place, pack, level, .. } = *self;
        let known = !self.listed.is_empty();
        let (outcomes, outlook) = (Outcomes::default(), None);
        PlaceReport { place, pack, level, period, quarters, known, told, tally, outcomes, outlook }
    }

    /// Counts one period, and returns the number of units in conflict with it.
    fn group(&self, period: Period) -> (PlaceReport<'a>, usize) {
        let quarters = quarters_of(self.pack, self.level, period);
        if !quarters.is_empty() {
            return (self.half(period, quarters), 0);
        }
        let known = !self.listed.is_empty();
        let standings = self.standings(period);
        let expected = self.expected(period);
        let each: Vec<Joined> =
            self.counts.sent(self.place, period).into_iter().map(|unit| self.unit(unit, period)).collect();
        let in_conflict = each.iter().filter(|it| **it == Joined::Unsettled).count();
        let told = expected.iter().filter(|unit| matches!(self.unit(**unit, period), Joined::Told(_))).count();
        let tally = tally(&expected, &standings);
        let outlook = outlook((self.pack, self.level), period, &expected, &tally, self);
        let outcomes = self.outcomes(period, &expected);
        let Self { place, pack, level, .. } = *self;
        (PlaceReport { place, pack, level, period, quarters, known, told, tally, outcomes, outlook }, in_conflict)
    }
}

impl Told for Area<'_> {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, UnitStanding> {
        let standing = |unit: UnitCode| {
            let joined = self.counts.unit(self.place, unit, period);
            let counted = joined.counted()?;
            Some((
                unit,
                UnitStanding { verdict: counted.verdict, provisional: counted.provisional, bundle: counted.bundle },
            ))
        };
        self.counts.sent(self.place, period).into_iter().filter_map(standing).collect()
    }

    fn reviews(&self, year: Period) -> BTreeMap<UnitCode, bool> {
        self.reviews.of(self.place, year)
    }
}
