//! How many units have which verdict, and how far each target is. Core has counted them.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::Settled,
    id::UnitCode,
    pack::{PeriodKind, Priority},
    period::Period,
    rollup::{Told, UnitStanding, outlook},
};
use cunping_text::{finding, targets as told, term, township as words, ui::recognition, ui::township, when};
use leptos::prelude::*;

use crate::{
    components::mark::Mark,
    pages::township::TownshipView,
    routes::Route,
    state::{
        inbox::scope,
        township::{Stand, UnitsTable},
    },
};

/// Draws the card with the counts and the targets.
pub(super) fn card(view: &TownshipView) -> AnyView {
    let (lang, table) = (view.lang, view.table);
    let (counted, targets) = (view.clone(), view.clone());
    let (away, decisions) = (view.clone(), view.clone());
    any_view! {
        <section class="card stack" aria-labelledby="rates">
            <h2 id="rates">{township::how_they_stand(lang)}</h2>
            {move || table.with(|table| counts(&counted, table))}
            {move || table.with(|table| decided(&decisions, table))}
            <h3>{township::targets(lang)}</h3>
            {move || reached_targets(&targets)}
            {move || table.with(|table| one_away(&away, table))}
        </section>
    }
}

fn counts(view: &TownshipView, table: &UnitsTable) -> AnyView {
    let TownshipView { lang, level, period, .. } = view;
    let sent = |stand: Stand| matches!(stand, Stand::NotCounted(_) | Stand::Unsettled);
    let uncounted = table.lines.iter().filter(|line| line.expected && sent(line.stand)).count();
    let figure = |figure: words::TallyCount| {
        view! { <div data-finding=figure.key><dt>{figure.name}</dt><dd>{figure.count}</dd></div> }
    };
    any_view! {
        <dl class="township-figures">{words::figures(*lang, level, *period, &table.tally).map(figure).collect_view()}</dl>
        <p>{words::share(*lang, level, *period, &table.tally)}</p>
        {(uncounted > 0).then(|| view! { <p>{township::not_counted_units(*lang, uncounted)}</p> })}
    }
}

/// Draws what offices decided about the units; `None` before any decision.
fn decided(view: &TownshipView, table: &UnitsTable) -> Option<AnyView> {
    let settled = view.responses.with(|responses| {
        let lines = table.lines.iter().filter(|line| line.expected);
        lines.filter_map(|line| super::settled(view.level, view.period, responses, line)).collect::<Vec<_>>()
    });
    let count = |is: fn(&Settled) -> bool| settled.iter().filter(|outcome| is(outcome)).count();
    let qualified = count(|outcome| matches!(outcome, Settled::Qualified));
    let not_qualified = count(|outcome| matches!(outcome, Settled::NotQualified(_)));
    let returned = count(|outcome| matches!(outcome, Settled::Returned(_)));
    let removed = count(|outcome| matches!(outcome, Settled::Removed(_)));
    (qualified + not_qualified + returned + removed > 0).then(|| {
        let text = recognition::told(view.lang, qualified, not_qualified, returned, removed);
        any_view! { <p>{text}</p> }
    })
}

/// Draws the targets. They apply to the award's period, or to the quarters of its year; a part of the award's period
/// shows a link to the year instead.
fn reached_targets(view: &TownshipView) -> AnyView {
    let TownshipView { app, inbox, lang, here, level, period, .. } = view;
    let (lang, period) = (*lang, *period);
    let expected: BTreeSet<UnitCode> = inbox.expected_at(*app, level.unit).into_iter().map(|unit| unit.code).collect();
    let tally = view.table.with(|table| table.tally);
    let Some(found) = outlook((here.pack, level), period, &expected, &tally, view) else {
        let year = period.whole_year();
        let link = (level.awarded_for == PeriodKind::Year).then(|| {
            view! { " "<a href=Route::Township(year).to_string()>{when::period(lang, year)}</a> }
        });
        return any_view! { <p>{township::target_needs_year(lang)}{link}</p> };
    };
    let line = |mark, text: String| any_view! { <li><Mark mark />" "{text}</li> };
    let targets = found.targets.iter().map(|(target, tally, reached)| {
        let mark = finding::target(lang, target, reached.reached);
        line(mark, told::target(lang, target, period.year(), reached, tally))
    });
    let ended = found.ended.iter().map(|(target, last)| any_view! { <li>{told::ended(lang, target, last)}</li> });
    let priority =
        |(priority, has): &(&Priority, _)| line(finding::share(lang, *has), told::priority(lang, priority, &tally));
    let lines: Vec<AnyView> = targets.chain(ended).chain(found.priorities.iter().map(priority)).collect();
    let points = found.points.map(|points| view! { <p>{told::points(lang, here.pack, level, &points)}</p> });
    let reviewed = found.reviewed.map(|reviewed| view! { <p>{told::reviewed(lang, &reviewed, &tally)}</p> });
    if lines.is_empty() && points.is_none() {
        return any_view! { <p>{township::no_target(lang)}</p> };
    }
    any_view! { {reviewed}<ul class="township-targets">{lines}</ul>{points} }
}

impl Told for TownshipView {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, UnitStanding> {
        scope(&self.here, period).map(|scope| self.inbox.standings(self.app, &scope)).unwrap_or_default()
    }

    fn reviews(&self, year: Period) -> BTreeMap<UnitCode, bool> {
        self.app.register.with(|register| register.reviews_of(&self.here.pack.id, &self.level.id, year))
    }
}

fn one_away(view: &TownshipView, table: &UnitsTable) -> Option<AnyView> {
    let TownshipView { lang, level, .. } = view;
    let line = |line: &crate::state::township::UnitLine| {
        let rule = line.one_away()?;
        let criterion = term::criterion(level, rule)?;
        Some(township::one_away_from(*lang, &line.name, criterion.title.trim_end_matches('。')))
    };
    let lines: Vec<String> = table.lines.iter().filter(|line| line.expected).filter_map(line).collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
        any_view! { <details open><summary>{township::one_away(*lang)}</summary><ul>{lines}</ul></details> }
    })
}
