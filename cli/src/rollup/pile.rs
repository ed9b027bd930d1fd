//! Every file of a roll-up, opened and reviewed on all cores, and kept by what it is about. Counts nothing.

use std::{collections::BTreeMap, thread};

use cunping_core::{
    bundle::{self, Assessment, BundleProblem, Kind, Opened, Slot as About},
    evaluate::Programs,
    id::{LevelId, PackId, UnitCode},
    overlay::Overlay,
    pack::Pack,
    period::Period,
    rollup::Standing,
};
use cunping_office::{lang::Lang, problem};

use super::slot::{Filed, Slot};
use crate::{
    input::{self, Input, Texts},
    output, review,
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
}

impl Place {
    /// What a unit's files in a period are about.
    pub(super) fn about(&self, unit: UnitCode, period: Period) -> About {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        About { kind: Kind::Assessment, unit, pack, level, period, example: self.example }
    }
}

impl Pile {
    /// Reads every file once, in order; what is wrong with one does not stop the others. Memory grows with the files
    /// that are kept, a small record each, not with their bytes.
    pub(super) fn read(texts: &Texts, packs: &[Pack], overlays: &[Overlay]) -> Done<Self> {
        let mut pile = Self::default();
        let (mut batch, mut bytes) = (Vec::new(), 0);
        input::each(&texts.files, bundle::MAX_BYTES, |input| {
            bytes += input.bytes.len();
            batch.push(input);
            if bytes < BATCH {
                return Ok(());
            }
            bytes = 0;
            pile.take(&std::mem::take(&mut batch), packs, overlays, texts.lang)
        })?;
        pile.take(&batch, packs, overlays, texts.lang)?;
        Ok(pile)
    }

    fn take(&mut self, batch: &[Input], packs: &[Pack], overlays: &[Overlay], lang: Lang) -> Done {
        for (input, kept) in batch.iter().zip(reviewed(batch, packs, overlays)) {
            match kept {
                Some((place, period, unit, filed)) => {
                    let periods = self.places.entry(place).or_default();
                    periods.entry(period).or_default().entry(unit).or_default().add(filed);
                }
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
type Kept = (Place, Period, UnitCode, Filed);

/// Reviews a batch on all cores; the results stand in the batch's order.
fn reviewed(batch: &[Input], packs: &[Pack], overlays: &[Overlay]) -> Vec<Option<Kept>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = batch.len().div_ceil(cores).max(1);
    let work = |part: &[Input]| -> Vec<Option<Kept>> {
        let (packs, overlays): (Vec<&Pack>, Vec<&Overlay>) = (packs.iter().collect(), overlays.iter().collect());
        let mut programs = Programs::default();
        part.iter().map(|input| keep(&input.bytes, &packs, &overlays, &mut programs)).collect()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = batch.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

fn keep(bytes: &[u8], packs: &[&Pack], overlays: &[&Overlay], programs: &mut Programs) -> Option<Kept> {
    let opened: Opened<Assessment> = bundle::open_as(bytes).ok()?;
    let review = review::assessment(packs, overlays, &opened, programs);
    let evaluation = review.evaluation.as_ref().filter(|_| review.states.counts())?;
    let it = &opened.payload;
    let (unit, period) = (it.facts.unit, it.facts.period);
    let place = Place { area: unit.above(), pack: it.pack.id.clone(), level: it.level.clone(), example: it.example };
    let standing = Standing::new(evaluation, opened.digest);
    Some((place, period, unit, Filed::new(&opened.seen(false), standing)))
}
