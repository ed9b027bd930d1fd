//! `cunping rollup`: units counted by area, document and period, in one pass on all cores. Memory grows with units.
//! Signs nothing.

mod payload;
mod pile;
mod report;
mod reviews;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use clap::Args as Arguments;
use cunping_core::{
    id::UnitCode,
    pack::{Level, Pack},
    period::Period,
    rollup::{Counts, Joined, Outcomes, Place, Stand, Standing, Told, outlook, tally},
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
use pile::Read;
use report::Group;
use reviews::Reviews;

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
    let vouched = args.keys.read(args.texts.lang)?;
    let overlays = args.supplements.read(&packs, vouched.as_ref(), args.texts.lang)?;
    let reviews = Reviews::read(&args.reviews, args.texts.lang)?;
    let desk = Desk::new(packs, overlays, vouched);
    let packs = desk.packs();
    let mut read = Read::all(&args.texts, &desk)?;
    // A place that was reviewed and sent nothing is counted too.
    for (place, year) in reviews.places() {
        read.pile.expect(place, *year);
    }
    let counts = Counts::of(&read.pile);
    let units = Units::read();
    let unsettled = |it: &&(_, UnitCode, Stand)| it.2 == Stand::Unsettled;
    let mut conflicts = 0;
    for (_, area, _) in counts.sums().iter().filter(unsettled) {
        conflicts += 1;
        output::aside(&format!("✕ {area}"))?;
    }
    let mut payloads = payload::Payloads::default();
    for (place, periods) in counts.places() {
        let area = Area::new((packs, &desk), &units, place, (&counts, &reviews))?;
        for period in periods {
            let (group, in_conflict) = area.group(period);
            conflicts += in_conflict;
            if args.office.wants() {
                payloads.add(&area, period);
            } else if args.texts.json {
                output::line(&group.json().canonical())?;
            } else {
                output::lines(&group.words(args.texts.lang))?;
            }
        }
    }
    for line in args.office.payloads(&payloads, &desk, counts.sums())? {
        output::line(&line)?;
    }
    if read.refused == 0 && conflicts == 0 { Ok(()) } else { Err(Stop::silent(3)) }
}

/// The units that lie side by side, under one level of one document.
struct Area<'a> {
    place: &'a Place,
    counts: &'a Counts<'a>,
    reviews: &'a Reviews,
    pack: &'a Pack,
    level: &'a Level,
    /// The units that are to report, where a list knows all of them.
    listed: BTreeSet<UnitCode>,
}

impl<'a> Area<'a> {
    /// Fails where reviews name a document or a level that is not there.
    fn new(
        (packs, desk): (&'a [Pack], &Desk),
        units: &Units,
        place: &'a Place,
        (counts, reviews): (&'a Counts<'a>, &'a Reviews),
    ) -> Done<Self> {
        let pack = packs::named(packs, place.pack.as_str())?;
        let level = packs::level(pack, &place.level)?;
        // The office's own list comes first; ours hold every unit of the areas that documents are about, and of no others.
        let known = !place.example && place.area.lies_in(pack.source.area);
        let own = desk.units(place.area, level.unit);
        let listed = match (own.is_empty(), known) {
            (false, _) => own,
            (true, true) => units.within(place.area, level.unit),
            (true, false) => BTreeSet::new(),
        };
        Ok(Self { place, counts, reviews, pack, level, listed })
    }

    /// The units that are to report: as the lists or the roll-ups from below have them, else those that did.
    fn expected(&self, period: Period) -> BTreeSet<UnitCode> {
        let mut expected = self.counts.expected(self.place, period);
        expected.extend(&self.listed);
        if expected.is_empty() { self.counts.sent(self.place, period) } else { expected }
    }

    /// How a unit counts in a period, with the decision that took its name back.
    fn unit(&self, unit: UnitCode, period: Period) -> Joined {
        if when::kind(period) == self.level.awarded_for {
            return self.counts.awarded(self.level, self.place, unit, period);
        }
        self.counts.unit(self.place, unit, period)
    }

    /// What offices decided about the expected units.
    fn outcomes(&self, period: Period, expected: &BTreeSet<UnitCode>) -> Outcomes {
        if when::kind(period) != self.level.awarded_for {
            return Outcomes::default();
        }
        self.counts.outcomes(self.level, self.place, period, expected)
    }

    /// One period counted, and how many units' files are in conflict.
    fn group(&self, period: Period) -> (Group<'a>, usize) {
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
        (Group { place, pack, level, period, known, told, tally, outcomes, outlook }, in_conflict)
    }
}

impl Told for Area<'_> {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, Standing> {
        let standing = |unit: UnitCode| {
            let joined = self.counts.unit(self.place, unit, period);
            let it = joined.counted()?;
            Some((unit, Standing { verdict: it.verdict, provisional: it.provisional, bundle: it.bundle }))
        };
        self.counts.sent(self.place, period).into_iter().filter_map(standing).collect()
    }

    fn reviews(&self, year: Period) -> BTreeMap<UnitCode, bool> {
        self.reviews.of(self.place, year)
    }
}
