//! Results of reviews that come back from a spreadsheet.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use cunping_core::{
    id::UnitCode,
    pack::{CountsFrom, Level},
    review_table::{self, ReviewFault, ReviewProblem, ReviewRow},
};
use cunping_text::{problem, ui::township, ui::unit as words};
use leptos::prelude::*;

use crate::{
    clock,
    pages::township::TownshipView,
    panels::table_in::{TableChange, TableIn, table_in},
    store::{Change, Reviewed, Saved},
};

/// The outcomes that a table brings, each with the one recorded before.
type ReviewsChange = Vec<(Reviewed, Option<bool>)>;

/// Draws the panel; `None` where the document counts no reviews of the level.
pub(super) fn panel(view: &TownshipView) -> Option<AnyView> {
    let counted =
        |target: &cunping_core::pack::Target| target.level == view.level.id && target.counts == CountsFrom::Reviewed;
    view.here.pack.targets.iter().any(counted).then_some(())?;
    let (lang, app) = (view.lang, view.app);
    let of = view.clone();
    let read = move |text: &str| {
        let told = |faults: Vec<ReviewFault>| {
            let one = |it: &ReviewFault| (problem::cell(lang, it.line, it.column), problem::review_fault(lang, it));
            faults.iter().map(one).collect::<Vec<_>>()
        };
        let rows = review_table::read(text.as_bytes(), problem::review_outcome).map_err(told)?;
        let expected = expected(&of);
        let faults: Vec<ReviewFault> = rows.iter().filter_map(|row| of_another(&of, &expected, row)).collect();
        if faults.is_empty() { Ok(change(&of, rows)) } else { Err(told(faults)) }
    };
    let apply = move |all: &ReviewsChange, done: bool| {
        let Some(to) = app.current.get_untracked() else { return };
        let at_ms = clock::now();
        let one = |(review, before): &(Reviewed, Option<bool>)| {
            let review = review.clone();
            match (done, *before) {
                (true, _) => Change::PutReview(to, Saved { value: review, at_ms }),
                (false, Some(passed)) => Change::PutReview(to, Saved { value: Reviewed { passed, ..review }, at_ms }),
                (false, None) => Change::DeleteReview(to, review),
            }
        };
        app.change(all.iter().map(one).collect());
    };
    Some(table_in(
        lang,
        TableIn {
            id: "reviews-in",
            summary: township::reviews_in(lang),
            hint: township::reviews_in_hint(lang),
            take: township::reviews_in_take(lang),
            read: Arc::new(read),
            apply: Arc::new(apply),
        },
    ))
}

/// Returns the units of every level of the document that are to report here.
fn expected(view: &TownshipView) -> BTreeSet<UnitCode> {
    let of_level = |level: &Level| untrack(|| view.inbox.expected_at(view.app, level.unit));
    view.here.pack.levels.iter().flat_map(of_level).map(|unit| unit.code).collect()
}

/// Returns why a row is about nothing that is counted here.
fn of_another(view: &TownshipView, expected: &BTreeSet<UnitCode>, row: &ReviewRow) -> Option<ReviewFault> {
    if let Err(fault) = review_table::level_of(row, std::slice::from_ref(view.here.pack)) {
        return Some(fault);
    }
    let fault =
        || ReviewFault { line: row.line, column: 1, text: row.unit.to_string(), why: ReviewProblem::NotExpected };
    (!expected.contains(&row.unit)).then(fault)
}

fn change(view: &TownshipView, rows: Vec<ReviewRow>) -> TableChange<ReviewsChange> {
    let lang = view.lang;
    let units = untrack(|| view.inbox.expected(view.app));
    let names: BTreeMap<UnitCode, &str> = units.iter().map(|unit| (unit.code, unit.name.as_str())).collect();
    let (mut lines, mut change, mut passed, mut changed) = (Vec::new(), ReviewsChange::new(), 0_usize, 0_usize);
    for ReviewRow { unit, pack, level, year, passed: good, .. } in rows {
        let before = view.app.register.with_untracked(|it| it.reviews_of(&pack, &level, year).get(&unit).copied());
        if before == Some(good) {
            continue;
        }
        passed += usize::from(good);
        changed += usize::from(before.is_some());
        let outcome = if good { words::review_passed(lang) } else { words::review_failed(lang) };
        let name = names.get(&unit).map_or_else(|| unit.to_string(), |name| (*name).to_owned());
        lines.push(township::reviews_in_line(lang, &year.to_string(), &name, outcome));
        change.push((Reviewed { unit, pack, level, period: year, passed: good }, before));
    }
    let would = match change.len() {
        0 => township::reviews_in_nothing(lang).to_owned(),
        all => township::reviews_in_would(lang, passed, all - passed, changed),
    };
    TableChange { would, lines, done: township::reviews_in_done(lang, change.len()), change }
}
