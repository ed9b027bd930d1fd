//! The points of a whole county: what its villages, its townships and it itself give together.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::Kind,
    id::{Digest, LevelId, UnitCode, UnitLevel},
    pack::Level,
    period::{Part, Period},
    rollup::{Tally, Told, UnitStanding, outlook},
};
use cunping_text::targets;
use leptos::prelude::*;

use crate::{
    pages::township::TownshipView,
    state::{
        App, Here, PeriodStanding,
        bundles::Bundles,
        examined::Examined,
        rollup::{Areas, Every},
        township::CountedSubject,
    },
    store::Role,
};

/// Draws the sum of the points of every level; `None` unless a county works here under a document that gives any.
pub(super) fn total(view: &TownshipView) -> Option<AnyView> {
    let bonus = view.here.pack.bonus.as_ref().filter(|_| view.here.workplace.role == Role::County)?;
    let (lang, pack, period) = (view.lang, view.here.pack, view.period);
    let examined = Bundles::shared().of_kind(view.app, Kind::Rollup);
    let view = view.clone();
    let text = move || {
        let levels = pack.levels.iter().filter(|level| bonus.each.contains_key(&level.id));
        let new: BTreeMap<LevelId, i64> = examined.with(|examined| {
            levels.filter_map(|level| Some((level.id.clone(), first_time(&view, level, examined)?))).collect()
        });
        targets::points_of_county(lang, pack, bonus, &new)
    };
    (period.part() == Part::Year).then(|| any_view! { <p>{text}</p> })
}

/// Returns how many units of a level qualify for the first time.
fn first_time(view: &TownshipView, level: &Level, examined: &[Examined]) -> Option<i64> {
    let TownshipView { app, inbox, here, period, .. } = view;
    let count = |expected: &BTreeSet<UnitCode>, told: &dyn Told| {
        let points = outlook((here.pack, level), *period, expected, &Tally::default(), told)?.points?;
        i64::try_from(points.new.len()).ok()
    };
    match level.unit {
        UnitLevel::Village => {
            let scope = CountedSubject {
                pack: here.pack.id.clone(),
                level: level.id.clone(),
                period: *period,
                example: here.workplace.example,
            };
            let areas = inbox.expected_at(*app, UnitLevel::Township);
            let counted = Areas::new(examined, &scope, &areas, &[]).sum.expected;
            count(&counted, &Every { examined, scope: &scope, expected: &areas })
        }
        UnitLevel::Township => {
            let expected = inbox.expected_at(*app, level.unit).into_iter().map(|unit| unit.code).collect();
            count(&expected, view)
        }
        _ => count(&[here.workplace.unit].into(), &Own(*app, here)),
    }
}

/// What the county says of itself.
struct Own<'a>(App, &'a Here);

impl Told for Own<'_> {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, UnitStanding> {
        let Self(app, here) = self;
        let now = app.register.with(|register| PeriodStanding::new(here, register, period, app.today.get()));
        [(now.facts.unit, UnitStanding::new(&now.evaluation, Digest([0; 32])))].into()
    }

    fn reviews(&self, _year: Period) -> BTreeMap<UnitCode, bool> {
        BTreeMap::new()
    }
}
