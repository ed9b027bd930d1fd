//! The roll-up of an office as an unsigned payload, one for each document, level and period. It is never signed here:
//! keys stay with offices.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{Content, Counted, LinePosition, PackRef, Party, Rollup, Stated},
    id::{Digest, OfficeId, UnitCode},
    moment::Moment,
    period::Period,
    printable,
    rollup::{CountedSubject, Joined, Stand},
};
use cunping_text::problem;

use super::Area;
use crate::{
    fault::FileFault,
    input::Texts,
    packs,
    review::{Reviewer, now},
    stop::{Done, Stop},
};

/// The roll-ups about one document, level and period by one unit, and which of them counts.
type RollupLine = (CountedSubject, UnitCode, Stand);

/// Arguments that say whose roll-up is written.
#[derive(clap::Args)]
pub(crate) struct OfficeArgs {
    /// Write the roll-ups of this unit as payloads, one per line, instead of figures. They are not signed: the office
    /// signs them with any JOSE library and its own key
    #[arg(long, value_name = "UNIT", requires_all = ["area_name", "office"], value_parser = parsed::<UnitCode>)]
    payload: Option<UnitCode>,
    /// The office of that unit that will sign
    #[arg(long, value_name = "OFFICE", requires = "payload", value_parser = parsed::<OfficeId>)]
    office: Option<OfficeId>,
    /// The name of the area, as the office writes it
    #[arg(long, value_name = "NAME", requires = "payload")]
    area_name: Option<String>,
    /// Time of signing, such as 2026-04-01T09:30:00+08:00. Default: now
    #[arg(long, value_name = "MOMENT", requires = "payload", value_parser = parsed::<Moment>)]
    stated_at: Option<Moment>,
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("`{text}`"))
}

/// The counts, by document, level and period.
#[derive(Default)]
pub(super) struct Payloads(BTreeMap<CountedSubject, Counting>);

/// The counts for one document, level and period.
#[derive(Default)]
struct Counting {
    files: BTreeSet<Digest>,
    expected: BTreeSet<UnitCode>,
    counted: BTreeMap<UnitCode, Counted>,
    unsettled: BTreeSet<UnitCode>,
}

impl Payloads {
    /// Adds one area in one period.
    pub(super) fn add(&mut self, area: &Area<'_>, period: Period) {
        let counting = self.0.entry(area.place.about(period)).or_default();
        counting.expected.extend(area.expected(period));
        for unit in area.counts.sent(area.place, period) {
            counting.files.extend(area.counts.files(area.place, unit, period));
            match area.unit(unit, period) {
                Joined::Own(counted) | Joined::Told(counted) => drop(counting.counted.insert(unit, counted)),
                Joined::Unsettled => drop(counting.unsettled.insert(unit)),
                Joined::Missing => {}
            }
        }
    }
}

impl OfficeArgs {
    /// Checks the texts that would be signed, before anything is read.
    ///
    /// # Errors
    ///
    /// After it has been printed what is wrong with them: a blank name, more than one line, a personal number.
    pub(super) fn check(&self, texts: &Texts) -> Done {
        let Some(name) = &self.area_name else { return Ok(()) };
        let office = self.office.as_ref().map(OfficeId::as_str).unwrap_or_default();
        let mut faults = Vec::new();
        if name.trim().is_empty() {
            faults.push(("--area-name", "empty-text", problem::blank_name(texts.lang)));
        }
        if !printable::is_line(name) {
            faults.push(("--area-name", "bad-text", problem::not_one_line(texts.lang)));
        }
        for (option, text) in [("--area-name", name.as_str()), ("--office", office)] {
            faults.extend(problem::in_text(texts.lang, text).map(|words| (option, "flagged", words)));
        }
        for (option, code, words) in &faults {
            FileFault::refuse(&[FileFault::whole(code, words.clone())], texts, option)?;
        }
        if faults.is_empty() { Ok(()) } else { Err(Stop::silent(3)) }
    }

    /// Returns true if payloads are to be written instead of figures.
    pub(super) fn wants(&self) -> bool {
        self.payload.is_some()
    }

    /// Returns the payloads as canonical JSON.
    ///
    /// # Errors
    ///
    /// When a counted unit does not lie in the area, or the name of the area is not allowed.
    pub(super) fn payloads(&self, all: &Payloads, reviewer: &Reviewer, sums: &[RollupLine]) -> Done<Vec<String>> {
        let (Some(area), Some(name)) = (self.payload, &self.area_name) else { return Ok(Vec::new()) };
        all.0.iter().map(|(about, counting)| self.payload((area, name), about, counting, reviewer, sums)).collect()
    }

    fn payload(
        &self,
        (area, name): (UnitCode, &str),
        about: &CountedSubject,
        counting: &Counting,
        reviewer: &Reviewer,
        sums: &[RollupLine],
    ) -> Done<String> {
        if let Some(unit) = counting.expected.iter().chain(counting.counted.keys()).find(|unit| !unit.lies_in(area)) {
            return Err(Stop::invalid(format!("{unit} 不在 {area} / {unit} does not lie in {area}")));
        }
        let at =
            self.stated_at.or_else(now).ok_or_else(|| Stop::could_not_run("请用 --stated-at / pass --stated-at"))?;
        let pack = packs::named(reviewer.packs(), about.pack.as_str())?;
        let level = packs::level(pack, &about.level)?;
        let overlays =
            reviewer.overlays().iter().filter(|overlay| overlay.bears_on(pack, level)).map(|overlay| overlay.digest);
        let below = sums.iter().filter(|(of, ..)| of == about).filter_map(|(.., stand)| match stand {
            Stand::Counted(digest) => Some(*digest),
            _ => None,
        });
        let rollup = Rollup {
            stated: Stated {
                party: Party { unit: area, office: self.office.clone() },
                at,
                software: format!("cunping {}", env!("CARGO_PKG_VERSION")),
                example: about.example,
            },
            place: LinePosition::FIRST,
            area_name: name.to_owned(),
            pack: PackRef::to(pack),
            level: about.level.clone(),
            period: about.period,
            overlays: overlays.collect::<BTreeSet<_>>().into_iter().collect(),
            children: counting.files.iter().copied().chain(below).collect::<BTreeSet<_>>().into_iter().collect(),
            expected: counting.expected.iter().copied().collect(),
            counted: counting.counted.values().cloned().collect(),
            unsettled: counting.unsettled.iter().copied().collect(),
        };
        let json = rollup.to_json();
        match Rollup::from_json(json.clone()) {
            Ok(_) => Ok(json.canonical()),
            Err(misfits) => {
                let at = misfits.first().map(|misfit| misfit.at.clone()).unwrap_or_default();
                Err(Stop::invalid(format!("写不成汇总：`{at}` 不合格式 / no roll-up: `{at}` does not fit")))
            }
        }
    }
}
