//! Every file of a roll-up, opened and reviewed on all cores, and kept by what it is about. Counts nothing.

use std::{collections::BTreeMap, thread};

use cunping_core::{
    bundle::{self, BundleProblem, Heard, KeyState, Kind, Line, Opened, Payload, Rollup, Seen, Slot as About},
    evaluate::Programs,
    id::{LevelId, PackId, UnitCode},
    pack::Pack,
    period::Period,
    rollup::{About as Counting, Standing},
};
use cunping_office::{lang::Lang, problem};

use super::{
    below::{Below, Together},
    slot::{Filed, Slot, Told},
};
use crate::{
    input::{self, Input, Texts},
    output,
    review::Desk,
    stop::Done,
};

/// As many bytes are read before they are worked on.
const BATCH: usize = 4 << 20;

/// What is counted together: units that lie side by side, under one level of one document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// What the units lie in.
    pub(super) area: UnitCode,
    /// The document, whatever its version: a newer file replaces one under an older version.
    pub(super) pack: PackId,
    /// The level or award of it.
    pub(super) level: LevelId,
    /// Play data never mixes with real data.
    pub(super) example: bool,
}

/// The files of a place, by period and unit.
pub(super) type Periods = BTreeMap<Period, BTreeMap<UnitCode, Slot>>;

/// Every file that counts so far.
#[derive(Default)]
pub(super) struct Pile {
    /// By place.
    pub(super) places: BTreeMap<Place, Periods>,
    /// How many files were refused or do not count.
    pub(super) refused: u64,
    /// What offices decided, a small record a file.
    pub(super) heard: Vec<Heard>,
    /// The roll-ups from below.
    below: Below,
}

impl Place {
    /// What a unit's files in a period are about.
    pub(super) fn about(&self, unit: UnitCode, period: Period) -> About {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        About { kind: Kind::Assessment, unit, pack, level, period, example: self.example }
    }

    /// What roll-ups of a period are about.
    pub(super) fn counting(&self, period: Period) -> Counting {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        Counting { pack, level, period, example: self.example }
    }

    /// The place of a unit that roll-ups speak about.
    fn of(about: &Counting, unit: UnitCode) -> Self {
        let Counting { pack, level, example, .. } = about.clone();
        Self { area: unit.above(), pack, level, example }
    }
}

impl Pile {
    /// Reads every file once, in order; what is wrong with one does not stop the others. Memory grows with the files
    /// that are kept, a small record each, not with their bytes.
    pub(super) fn read(texts: &Texts, desk: &Desk) -> Done<Self> {
        let mut pile = Self::default();
        let (mut batch, mut bytes) = (Vec::new(), 0);
        input::each(&texts.files, bundle::MAX_BYTES, |input| {
            bytes += input.bytes.len();
            batch.push(input);
            if bytes < BATCH {
                return Ok(());
            }
            bytes = 0;
            pile.take(&std::mem::take(&mut batch), desk, texts.lang)
        })?;
        pile.take(&batch, desk, texts.lang)?;
        Ok(pile)
    }

    /// Puts what the roll-ups from below say beside the files that are here.
    pub(super) fn join(&mut self) -> Together {
        let together = self.below.together();
        for about in together.merged.about() {
            let mut slot = |unit: UnitCode, told: Option<Told>| {
                let periods = self.places.entry(Place::of(about, unit)).or_default();
                let units = periods.entry(about.period).or_default();
                if let Some(told) = told {
                    units.entry(unit).or_default().tell(told);
                }
            };
            together.merged.expected(about).into_iter().for_each(|unit| slot(unit, None));
            together.merged.counted(about).into_iter().for_each(|it| slot(it.unit, Some(Told::One(it))));
            together.merged.unsettled(about).into_iter().for_each(|unit| slot(unit, Some(Told::Unsettled)));
        }
        together
    }

    fn take(&mut self, batch: &[Input], desk: &Desk, lang: Lang) -> Done {
        for (input, kept) in batch.iter().zip(reviewed(batch, desk)) {
            match kept {
                Some(Kept::File(place, period, unit, filed)) => {
                    let periods = self.places.entry(place).or_default();
                    periods.entry(period).or_default().entry(unit).or_default().add(filed);
                }
                Some(Kept::Decision(heard)) => self.heard.push(*heard),
                Some(Kept::Rollup(seen, rollup)) => self.below.add(seen, *rollup),
                None => {
                    self.refused += 1;
                    output::aside(&format!("✕ {}", input.name))?;
                    if bundle::open(&input.bytes).is_err_and(|it| it == BundleProblem::Sealed) {
                        let told = problem::bundle(lang, &BundleProblem::Sealed);
                        output::aside(&format!("   {} {}", told.what, told.advice))?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// What is kept of a file that counts.
enum Kept {
    File(Place, Period, UnitCode, Filed),
    Rollup(Seen<Line>, Box<Rollup>),
    Decision(Box<Heard>),
}

/// Reviews a batch on all cores; the results stand in the batch's order.
fn reviewed(batch: &[Input], desk: &Desk) -> Vec<Option<Kept>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = batch.len().div_ceil(cores).max(1);
    let work = |part: &[Input]| -> Vec<Option<Kept>> {
        let mut programs = Programs::default();
        part.iter().map(|input| keep(&input.bytes, desk, &mut programs)).collect()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = batch.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

/// An assessment, a roll-up or a decision that counts; files of other kinds are counted nowhere.
fn keep(bytes: &[u8], desk: &Desk, programs: &mut Programs) -> Option<Kept> {
    let Opened { digest, key, payload } = bundle::open(bytes).ok()?;
    match payload {
        Payload::Assessment(it) => {
            let opened = Opened { digest, key, payload: *it };
            let review = desk.assessment(&opened, programs);
            let evaluation = review.evaluation.as_ref().filter(|_| review.states.counts())?;
            let it = &opened.payload;
            let (unit, period) = (it.facts.unit, it.facts.period);
            let (pack, level) = (it.pack.id.clone(), it.level.clone());
            let place = Place { area: unit.above(), pack, level, example: it.example };
            let standing = Standing::new(evaluation, digest);
            let seen = opened.seen(review.states.key == Some(KeyState::Enrolled));
            Some(Kept::File(place, period, unit, Filed::new(&seen, standing)))
        }
        payload @ Payload::Recognition(_) => {
            let opened = Opened { digest, key, payload };
            let packs: Vec<&Pack> = desk.packs().iter().collect();
            let heard = Heard::new(&opened, &desk.alone(&opened).states, &packs).filter(|it| it.holds)?;
            Some(Kept::Decision(Box::new(heard)))
        }
        payload @ Payload::Rollup(_) => {
            let opened = Opened { digest, key, payload };
            let states = desk.alone(&opened).states;
            let seen = opened.seen(states.key == Some(KeyState::Enrolled)).filter(|_| states.counts())?;
            match opened.payload {
                Payload::Rollup(it) => Some(Kept::Rollup(seen, it)),
                _ => None,
            }
        }
        _ => None,
    }
}
