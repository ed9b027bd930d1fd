//! The example: an invented township, its villages, and the files that they would send.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{Assessment, Claim, PackRef, Party, Signed, SigningKey, sign},
    days::Day,
    evaluate::evaluate,
    facts::{Facts, Incident, Says, Topic, named_indicators},
    id::{Digest, IncidentId, IndicatorId, UnitCode},
    moment::Moment,
    pack::{Level, Pack, condition::Condition, condition::Filter},
    period::Period,
};
use cunping_text::{lang::Lang, ui};

use super::{answers::statement, assessing::SOFTWARE};
use crate::store::ListedUnit;

/// The code of the invented township; no division code begins with 99.
const TOWNSHIP: &str = "999999001000";
const VILLAGES: usize = 13;

/// Returns the invented township.
#[must_use]
pub fn township() -> Option<ListedUnit> {
    Some(ListedUnit { code: TOWNSHIP.parse().ok()?, name: ui::example::township_name().to_owned() })
}

/// Returns its villages.
#[must_use]
pub fn villages() -> Vec<ListedUnit> {
    let village = |number: usize| {
        let code = format!("{}{:03}", TOWNSHIP.get(..9)?, 200 + number).parse().ok()?;
        Some(ListedUnit { code, name: ui::example::village_name(number) })
    };
    (1..=VILLAGES).filter_map(village).collect()
}

/// A file of an invented village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// The file name that the village would give it.
    pub name: String,
    /// The signed bundle.
    pub text: String,
}

/// Returns the files that the villages would have sent by `today` about a period: most achieve everything, one has an
/// incident, one does not know something, one claims more than it states, one sent a second file, and two sent none.
#[must_use]
pub fn files(pack: &Pack, level: &Level, period: Period, today: Day) -> Vec<ExampleFile> {
    let Some(so_far) = period.days().until(today) else { return Vec::new() };
    let made_on = if so_far == period.days() { so_far.last().succ_opt().unwrap_or(today).min(today) } else { today };
    let writer = ExampleWriter { pack, level, period, until: so_far.last(), made_on };
    villages().iter().zip(1..).flat_map(|(village, number)| writer.of_village(village, number)).collect()
}

struct ExampleWriter<'a> {
    pack: &'a Pack,
    level: &'a Level,
    period: Period,
    until: Day,
    made_on: Day,
}

impl ExampleWriter<'_> {
    fn of_village(&self, village: &ListedUnit, number: usize) -> Vec<ExampleFile> {
        let good = self.nothing_happened(village.code);
        match number {
            // The first is the village that somebody may go on with in the example.
            1 | 13.. => Vec::new(),
            9 => vec![self.write(village, &self.with_incident(good.clone(), 4), None, None).0],
            10 => vec![self.write(village, &self.with_doubt(good), None, None).0],
            11 => {
                let (first, signed) = self.write(village, &self.with_doubt(good.clone()), None, None);
                vec![first, self.write(village, &good, None, Some(&signed)).0]
            }
            12 => vec![self.write(village, &self.with_incident(good.clone(), 2), Some(&good), None).0],
            _ => vec![self.write(village, &good, None, None).0],
        }
    }

    /// Returns facts in which every indicator that the level names is stated to be complete, and nothing is registered.
    fn nothing_happened(&self, unit: UnitCode) -> Facts {
        let mut facts = Facts::silent(unit, self.period);
        let Some(days) = self.period.days().until(self.until) else { return facts };
        let state = |about| statement(Topic::whole(about), days, self.made_on, Says::Complete);
        facts.statements = named_indicators(self.level).into_iter().map(state).collect();
        facts.sort();
        facts
    }

    fn with_incident(&self, mut facts: Facts, place: usize) -> Facts {
        let mut id = [0; 16];
        id.iter_mut().zip(Digest::of(facts.unit.to_string().as_bytes()).0).for_each(|(to, from)| *to = from);
        let incident = |category| Incident {
            id: IncidentId(id),
            day: self.until,
            categories: BTreeSet::from([category]),
            attributes: BTreeMap::new(),
            note: None,
            repeats: None,
            stated_on: self.made_on,
        };
        facts.incidents = self.category(place).map(incident).into_iter().collect();
        facts
    }

    fn with_doubt(&self, mut facts: Facts) -> Facts {
        let category = self.category(1);
        let doubted = facts.statements.iter_mut().filter(|said| Some(&said.about) == category.as_ref());
        doubted.for_each(|said| said.says = Says::Unknown);
        facts
    }

    /// Returns the category of the criterion at `place`, from 0, among those that any incident of their category
    /// breaks.
    fn category(&self, place: usize) -> Option<IndicatorId> {
        let plain = self.level.criteria.iter().filter_map(|criterion| match &criterion.checks.first()?.condition {
            Condition::None { of, only: Filter::Every } => Some(of.clone()),
            _ => None,
        });
        plain.collect::<Vec<_>>().into_iter().nth(place)
    }

    /// Signs an assessment of some facts; it claims the findings of `claimed` instead, if that is given.
    fn write(
        &self,
        village: &ListedUnit,
        facts: &Facts,
        claimed: Option<&Facts>,
        before: Option<&Signed>,
    ) -> (ExampleFile, Signed) {
        let sequence = if before.is_some() { 2 } else { 1 };
        let found = evaluate(self.pack, self.level, &[], claimed.unwrap_or(facts), self.until);
        let assessment = Assessment {
            party: Party { unit: village.code, office: None },
            unit_name: village.name.clone(),
            level: self.level.id.clone(),
            pack: PackRef::to(self.pack),
            overlays: Vec::new(),
            as_of: self.until,
            facts: facts.clone(),
            claim: Claim::of(&found),
            sequence,
            supersedes: before.map(|it| it.digest),
            stated_at: noon(self.made_on),
            software: SOFTWARE.to_owned(),
            example: true,
        };
        let signed = sign(&assessment, &key(village.code));
        let name = ui::export::file_name(Lang::Zh, self.pack, &village.name, self.period, u64::from(sequence));
        (ExampleFile { name, text: signed.text.clone() }, signed)
    }
}

/// Derives an invented village's key from its code. It is no secret, so that the village's files are the same wherever
/// they are made.
fn key(village: UnitCode) -> SigningKey {
    SigningKey::from_seed(&Digest::of(format!("cunping example {village}").as_bytes()).0)
}

fn noon(day: Day) -> Moment {
    let text = format!("{day}T12:00:00+08:00");
    text.parse().unwrap_or_else(|_| unreachable!("every day has a noon"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::documents,
        worker::{CachedReviewer, FileReview},
    };

    #[test]
    fn twelve_files_of_eleven_villages_that_open_and_differ() {
        let pack = documents::all().first().unwrap();
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        for period in ["2026-Q3", "2026-Q4", "2026"] {
            let files = files(pack, level, period.parse().unwrap(), "2026-11-22".parse().unwrap());
            assert_eq!(files.len(), 12);
            let reviewer = CachedReviewer::new(vec![pack]);
            let sheets: Vec<_> = files.iter().flat_map(|file| reviewer.review(0, file.text.as_bytes())).collect();
            let sheets: Vec<_> = sheets
                .into_iter()
                .filter_map(|review| match review.outcome.unwrap() {
                    FileReview::Assessment(sheet) => Some(sheet),
                    FileReview::Other | FileReview::Encrypted => None,
                })
                .collect();
            assert!(sheets.iter().all(|sheet| sheet.seen.slot.example && sheet.states.counts()));
            let units: BTreeSet<_> = sheets.iter().map(|sheet| sheet.seen.slot.unit).collect();
            let verdicts: BTreeSet<_> = sheets.iter().map(|sheet| sheet.evaluation.as_ref().unwrap().verdict).collect();
            assert_eq!((units.len(), verdicts.len()), (11, 3));
        }
    }
}
