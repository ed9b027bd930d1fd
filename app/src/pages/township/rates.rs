//! How many units stand how, and how far each target is. Counts nothing: the core has.

use std::collections::BTreeSet;

use cunping_core::{
    id::UnitCode,
    pack::{CountedPeriods, Counts, PeriodKind, Target},
    reward::{has_priority, points},
    rollup::{Tally, counted_periods, tally, tally_of_reviews, together},
    target::reached,
};
use cunping_office::{finding, township as words, ui::township, when};
use leptos::prelude::*;

use super::View;
use crate::{
    components::mark::Mark,
    routes::Route,
    state::{
        inbox::scope,
        township::{Stand, Table},
    },
};

/// The card with the counts and the targets.
pub(super) fn card(view: &View) -> AnyView {
    let (lang, table) = (view.lang, view.table);
    let (counted, targets) = (view.clone(), view.clone());
    let away = view.clone();
    view! {
        <section class="card stack" aria-labelledby="rates">
            <h2 id="rates">{township::how_they_stand(lang)}</h2>
            {move || table.with(|it| counts(&counted, it))}
            <h3>{township::targets(lang)}</h3>
            {move || reached_targets(&targets)}
            {move || table.with(|it| one_away(&away, it))}
        </section>
    }
    .into_any()
}

fn counts(view: &View, table: &Table) -> AnyView {
    let View { lang, level, period, .. } = view;
    let sent = |stand: Stand| matches!(stand, Stand::NotCounted(_) | Stand::Unsettled);
    let uncounted = table.lines.iter().filter(|it| it.expected && sent(it.stand)).count();
    let figure = |it: words::Figure| {
        view! { <div data-finding=it.key><dt>{it.name}</dt><dd>{it.count}</dd></div> }
    };
    view! {
        <dl class="figures">{words::figures(*lang, level, *period, &table.tally).map(figure).collect_view()}</dl>
        <p>{words::share(*lang, level, *period, &table.tally)}</p>
        {(uncounted > 0).then(|| view! { <p>{township::not_counted_units(*lang, uncounted)}</p> })}
    }
    .into_any()
}

/// Targets are for the award's period, or for the quarters of its year; a part of the award's period shows where they
/// are.
fn reached_targets(view: &View) -> AnyView {
    let View { lang, here, level, period, .. } = view;
    let (lang, period) = (*lang, *period);
    if when::kind(period) != level.awarded_for {
        let year = period.whole_year();
        let link = (level.awarded_for == PeriodKind::Year).then(|| {
            view! { " "<a href=Route::Township(year).to_string()>{when::period(lang, year)}</a> }
        });
        return view! { <p>{township::target_needs_year(lang)}{link}</p> }.into_any();
    }
    let of_level = here.pack.targets.iter().filter(|it| it.level == level.id);
    let line = |it| {
        let tally = tally_for(view, it)?;
        let reached = reached(it, period.year(), &tally)?;
        let (mark, text) =
            (finding::target(lang, reached.reached), words::target(lang, it, period.year(), &reached, &tally));
        Some(view! { <li><Mark mark />" "{text}</li> })
    };
    let mut lines: Vec<_> = of_level.filter_map(line).collect();
    let tally = view.table.with(|it| it.tally);
    lines.extend(here.pack.priorities.iter().filter(|it| it.of == level.id).map(|it| {
        let has = has_priority(it, &tally);
        let (mark, text) = (finding::target(lang, has), words::priority(lang, it, &tally));
        view! { <li><Mark mark />" "{text}</li> }
    }));
    let points = here.pack.bonus.as_ref().filter(|it| it.each.contains_key(&level.id)).map(|bonus| {
        let points = points(bonus, &[(level.id.clone(), tally.qualified)].into());
        view! { <p>{words::points(lang, bonus, points)}</p> }
    });
    if lines.is_empty() && points.is_none() {
        return view! { <p>{township::no_target(lang)}</p> }.into_any();
    }
    view! { <ul class="targets">{lines}</ul>{points} }.into_any()
}

/// The units counted as a target counts them: by verdict over its periods, or by an office's reviews.
fn tally_for(view: &View, target: &Target) -> Option<Tally> {
    let View { app, inbox, here, level, period, .. } = view;
    let expected: BTreeSet<UnitCode> = inbox.expected(*app).into_iter().map(|it| it.code).collect();
    let year = period.year();
    if target.counts == Counts::Reviewed {
        let passed = app.register.with(|it| it.reviews_of(&here.pack.id, &level.id, period.whole_year()));
        return Some(tally_of_reviews(&expected, &passed));
    }
    if target.periods == CountedPeriods::Awarded {
        return Some(view.table.with(|it| it.tally));
    }
    let periods = counted_periods(target, level, year);
    let standings: Vec<_> =
        periods.into_iter().filter_map(|it| Some(inbox.standings(*app, &scope(here, it)?))).collect();
    Some(tally(&expected, &together(&standings.iter().collect::<Vec<_>>())))
}

fn one_away(view: &View, table: &Table) -> Option<AnyView> {
    let View { lang, level, .. } = view;
    let line = |it: &crate::state::township::Line| {
        let criterion = level.criteria.get(it.one_away()?)?;
        Some(township::one_away_from(*lang, &it.name, criterion.title.trim_end_matches('。')))
    };
    let lines: Vec<String> = table.lines.iter().filter(|it| it.expected).filter_map(line).collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
        view! { <details><summary>{township::one_away(*lang)}</summary><ul>{lines}</ul></details> }.into_any()
    })
}
