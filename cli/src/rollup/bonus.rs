//! The points of whole counties: one cap holds for all their levels together.

use std::collections::BTreeMap;

use cunping_core::{
    id::{LevelId, PackId, UnitCode},
    json::Value,
    pack::{Bonus, Pack},
    period::Period,
    reward,
    rollup::LevelPoints,
};
use cunping_text::{lang::Lang, targets};

use super::PlaceReport;

/// The units that qualify for the first time, counted by county, document, period and level.
#[derive(Default)]
pub(super) struct CountyPoints<'a>(BTreeMap<CountyYear, (&'a Pack, NewUnits)>);

/// A county, a document, a period, and whether it is example data.
type CountyYear = (UnitCode, PackId, Period, bool);

/// How many units of each level qualify for the first time.
type NewUnits = BTreeMap<LevelId, i64>;

impl<'a> CountyPoints<'a> {
    /// Adds what a place gives its counties.
    pub(super) fn add(&mut self, report: &PlaceReport<'a>) {
        let points = report.outlook.as_ref().and_then(|outlook| outlook.points.as_ref());
        let Some(LevelPoints { level, new, .. }) = points else { return };
        for county in new.iter().map(|unit| unit.county()) {
            let key = (county, report.pack.id.clone(), report.period, report.place.example);
            let (_, levels) = self.0.entry(key).or_insert_with(|| (report.pack, BTreeMap::new()));
            *levels.entry(level.clone()).or_default() += 1;
        }
    }

    /// Returns a line for each county, as text.
    pub(super) fn words(&self, lang: Lang) -> Vec<String> {
        let line = |((county, _, period, _), bonus, pack, new): Line<'_>| {
            format!("{county} {period} {}", targets::points_of_county(lang, pack, bonus, new))
        };
        self.lines().map(line).collect()
    }

    /// Returns an object for each county, as JSON.
    pub(super) fn json(&self) -> Vec<Value<'static>> {
        let object = |((county, _, period, example), bonus, pack, new): Line<'_>| {
            let levels = new.iter().map(|(level, count)| (level.as_str(), Value::Number(*count)));
            let points = [
                ("cap", Value::Number(bonus.cap)),
                ("hundredths", Value::Number(reward::points(bonus, new))),
                ("new", Value::object(levels)),
            ];
            Value::object([
                ("area", Value::text(county)),
                ("bonus", Value::object(points)),
                ("example", Value::Bool(*example)),
                ("pack", Value::text(format!("{}@{}", pack.id, pack.version))),
                ("period", Value::text(period)),
            ])
        };
        self.lines().map(object).collect()
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.0.iter().filter_map(|(key, (pack, new))| Some((key, pack.bonus.as_ref()?, *pack, new)))
    }
}

type Line<'l> = (&'l CountyYear, &'l Bonus, &'l Pack, &'l NewUnits);
