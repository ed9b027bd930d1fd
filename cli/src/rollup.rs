//! `cunping rollup`: counts units by area, document and period, in one pass on all cores. Memory grows with the number
//! of units, not with the size of their files.

mod aside;
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
    bundle::Supersession,
    deciding::wants_review,
    id::{Digest, UnitCode},
    pack::{Level, Pack},
    period::Period,
    rollup::{
        CountedPlace, CountedSubject, Counts, Joined, Outcomes, Stand, Told, UnitStanding, halves_of, outlook,
        quarters_of, tally, together,
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
use aside::{FilesAside, Why};
use bonus::CountyPoints;
use pile::Read;
use report::{PlaceReport, ReviewedFirst};
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
    /// Results of offices' reviews: lines `UNIT,PACK,LEVEL,YEAR,passed` or `failed`, at most 16 MiB, in UTF-8, GB 18030
    /// (GBK) or UTF-16; may be given several times; `-` reads one table from standard input. A table is taken whole or
    /// not at all
    #[arg(long = "reviews", value_name = "FILE")]
    reviews: Vec<PathBuf>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    office: payload::OfficeArgs,
}

/// Counts every file; an error in one does not stop the others.
pub(crate) fn run(args: &RollupArgs) -> Done {
    args.office.check(&args.texts)?;
    let packs = packs::all()?;
    let vouched = args.keys.read(args.texts.lang)?;
    let overlays = args.supplements.read(&packs, vouched.as_ref(), args.texts.lang)?;
    let reviews = Reviews::read(&args.reviews, &packs, &args.texts)?;
    let reviewer = Reviewer::new(packs, overlays, vouched);
    let packs = reviewer.packs();
    let mut read = Read::all(&args.texts, &reviewer)?;
    // A place that was reviewed but sent no file is counted too.
    for (place, year) in reviews.places() {
        read.pile.expect(place, *year);
    }
    let counts = Counts::of(&read.pile);
    let units = Units::read();
    reviews.check(&args.texts, |place, year| {
        let area = Area::new((packs, &reviewer), &units, place, (&counts, &reviews));
        area.map(|area| area.known(year)).unwrap_or_default()
    })?;
    let unsettled = |line: &&(CountedSubject, UnitCode, Stand)| line.2 == Stand::Unsettled;
    let sums = counts.sums().iter().filter(unsettled).map(|(about, area, _)| {
        let files = counts.sum_files(about, *area).into_iter().map(|digest| (digest, None)).collect();
        FilesAside::of(Why::RollUps, about.clone(), *area, files)
    });
    let mut asides: Vec<FilesAside> = sums.collect();
    let mut payloads = payload::Payloads::default();
    let mut points = CountyPoints::default();
    for (place, periods) in counts.places() {
        // Files of a document or level that is not here were refused one by one.
        let Some(area) = Area::new((packs, &reviewer), &units, place, (&counts, &reviews)) else { continue };
        // An office signs what its units rate; the half-year follows from it.
        let periods = if args.office.wants() { periods } else { area.with_halves(periods) };
        for period in periods {
            let (group, aside) = area.group(period);
            asides.extend(aside);
            points.add(&group);
            if args.office.wants() {
                payloads.add(&area, period);
            } else if args.texts.json {
                output::json(&group.json().canonical())?;
            } else {
                output::lines(&group.words(args.texts.lang))?;
            }
        }
    }
    if !args.office.wants() {
        if args.texts.json {
            points.json().iter().try_for_each(|county| output::json(&county.canonical()))?;
        } else {
            output::lines(&points.words(args.texts.lang))?;
        }
    }
    for line in args.office.payloads(&payloads, &reviewer, counts.sums())? {
        output::json(&line)?;
    }
    for aside in &asides {
        aside.report(args.texts.lang, &read.names)?;
    }
    if args.texts.json && !args.office.wants() {
        read.said.iter().try_for_each(|line| output::json(line))?;
        asides.iter().try_for_each(|it| output::json(&it.json(args.texts.lang, &read.names).canonical()))?;
    }
    if read.refused == 0 && !asides.iter().any(FilesAside::is_conflict) { Ok(()) } else { Err(Stop::silent(3)) }
}

/// The units directly below one area, under one level of one document.
struct Area<'a> {
    place: &'a CountedPlace,
    counts: &'a Counts<'a>,
    reviews: &'a Reviews,
    pack: &'a Pack,
    level: &'a Level,
    /// The units that the directory has there; empty without one.
    own: BTreeSet<UnitCode>,
    /// The units that the program's lists have there; empty where they know of none.
    shipped: BTreeSet<UnitCode>,
}

impl<'a> Area<'a> {
    /// Prepares an area for counting; `None` where its document or level is not here.
    fn new(
        (packs, reviewer): (&'a [Pack], &Reviewer),
        units: &Units,
        place: &'a CountedPlace,
        (counts, reviews): (&'a Counts<'a>, &'a Reviews),
    ) -> Option<Self> {
        let pack = packs.iter().filter(|pack| pack.id == place.pack).max_by_key(|pack| pack.version)?;
        let level = pack.level(&place.level)?;
        // The office's own list comes first. The program's lists hold every unit of the areas that its documents are
        // about, and of no others.
        let known = !place.example && place.area.lies_in(pack.source.area);
        let own = reviewer.units(place.area, level.unit);
        let shipped = if known { units.within(place.area, level.unit) } else { BTreeSet::new() };
        Some(Self { place, counts, reviews, pack, level, own, shipped })
    }

    /// Returns the units that have to report as far as somebody says which. What offices say decides: the directory and
    /// the roll-ups of the area. Only where they are silent do the program's lists stand, which units merge away from.
    fn known(&self, period: Period) -> BTreeSet<UnitCode> {
        let mut known = self.counts.expected(self.place, period);
        known.extend(&self.own);
        if known.is_empty() { self.shipped.clone() } else { known }
    }

    /// Returns the units that have to report; where nobody says which, those that sent a file.
    fn expected(&self, period: Period) -> BTreeSet<UnitCode> {
        let expected = self.known(period);
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

    /// Takes the units out of those found qualified that the document lets nobody recommend or name, since they did not
    /// pass the review that comes first.
    fn reviewed_first(&self, period: Period, expected: &BTreeSet<UnitCode>, outcomes: &mut Outcomes) -> ReviewedFirst {
        let first = wants_review(self.pack, self.level).filter(|_| outcomes.qualified > 0);
        let Some(first) = first else { return ReviewedFirst::default() };
        let place = CountedPlace { level: first.clone(), ..self.place.clone() };
        let reviews = self.reviews.of(&place, period.whole_year());
        if reviews.is_empty() {
            return ReviewedFirst { unknown: outcomes.qualified, units: Vec::new() };
        }
        let not_passed = |unit: &&UnitCode| reviews.get(*unit) != Some(&true);
        let named = |unit: &&UnitCode| self.outcomes(period, &BTreeSet::from([**unit])).qualified > 0;
        let units: Vec<UnitCode> = expected.iter().filter(not_passed).filter(named).copied().collect();
        outcomes.qualified = outcomes.qualified.saturating_sub(units.len());
        ReviewedFirst { unknown: 0, units }
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
        let known = quarters.iter().any(|quarter| !self.known(*quarter).is_empty());
        let (outcomes, outlook) = (Outcomes::default(), None);
        let first = ReviewedFirst::default();
        PlaceReport { place, pack, level, period, quarters, known, told, tally, outcomes, first, outlook }
    }

    /// Finds the files of a period that do not count although they hold by themselves.
    fn asides(&self, period: Period, expected: &BTreeSet<UnitCode>) -> Vec<FilesAside> {
        let mut asides = Vec::new();
        for unit in self.counts.sent(self.place, period) {
            let beside = self.counts.beside(self.place, unit, period, aside::MOST_FILES);
            let state = |digest: &Digest| beside.iter().find(|it| it.0 == *digest).map(|it| it.1.clone());
            let about = (self.place, period);
            if self.unit(unit, period) == Joined::Unsettled {
                let files = self.counts.in_conflict(self.place, unit, period);
                let files = files.into_iter().map(|digest| (digest, state(&digest))).collect();
                asides.push(FilesAside::of_unit(Why::Unit, about, unit, files));
                continue;
            }
            if !expected.contains(&unit) {
                let files = self.counts.files(self.place, unit, period).into_iter().map(|digest| (digest, None));
                asides.push(FilesAside::of_unit(Why::NotExpected, about, unit, files.collect()));
            }
            let left = |state: &Supersession| matches!(state, Supersession::Waits(_) | Supersession::Conflict(_));
            let files: Vec<_> = beside.into_iter().filter(|it| left(&it.1)).map(|it| (it.0, Some(it.1))).collect();
            if !files.is_empty() {
                asides.push(FilesAside::of_unit(Why::Other, about, unit, files));
            }
        }
        asides
    }

    /// Counts one period, and returns with it the files that do not count.
    fn group(&self, period: Period) -> (PlaceReport<'a>, Vec<FilesAside>) {
        let quarters = quarters_of(self.pack, self.level, period);
        if !quarters.is_empty() {
            return (self.half(period, quarters), Vec::new());
        }
        let known = !self.known(period).is_empty();
        let standings = self.standings(period);
        let expected = self.expected(period);
        let asides = self.asides(period, &expected);
        let told = expected.iter().filter(|unit| matches!(self.unit(**unit, period), Joined::Told(_))).count();
        let tally = tally(&expected, &standings);
        let outlook = outlook((self.pack, self.level), period, &expected, &tally, self);
        let mut outcomes = self.outcomes(period, &expected);
        let first = self.reviewed_first(period, &expected, &mut outcomes);
        let Self { place, pack, level, .. } = *self;
        (PlaceReport { place, pack, level, period, quarters, known, told, tally, outcomes, first, outlook }, asides)
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
