//! How many units stand how, and how far each target is. Counts nothing: the core has.

use cunping_core::{pack::PeriodKind, rollup::Tally, target::reached};
use cunping_office::{finding, township as words, ui::township, when};
use leptos::prelude::*;

use super::View;
use crate::{
    components::mark::Mark,
    routes::Route,
    state::township::{Stand, Table},
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
            {move || table.with(|it| reached_targets(&targets, &it.tally))}
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

/// Targets are for the award's period; a part of it shows where they are.
fn reached_targets(view: &View, tally: &Tally) -> AnyView {
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
        let reached = reached(it, period.year(), tally)?;
        let (mark, text) =
            (finding::target(lang, reached.reached), words::target(lang, it, period.year(), &reached, tally));
        Some(view! { <li><Mark mark />" "{text}</li> })
    };
    let lines: Vec<_> = of_level.filter_map(line).collect();
    if lines.is_empty() {
        return view! { <p>{township::no_target(lang)}</p> }.into_any();
    }
    view! { <ul class="targets">{lines}</ul> }.into_any()
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
