//! What the townships of a county counted: their signed roll-ups, each with its units, and the sum of all.

use cunping_core::{
    bundle::Kind,
    id::{UnitCode, UnitLevel},
    pack::{Level, Target},
    rollup::{Tally, outlook},
    target::Reached,
};
use cunping_text::{
    finding,
    lang::Lang,
    targets, term, township as told,
    ui::{export, recognition, rollup as words, township, unit},
    when,
};
use leptos::prelude::*;

use crate::{
    components::{
        mark::Mark,
        state_note::{FileNote, StateNote, Weight},
    },
    pages::township::{TownshipView, forwarded, sum},
    panels::notes::{fine, note, worst},
    state::{
        bundles::Bundles,
        documents,
        examined::Examined,
        rollup::{Areas, Every, RolledUpArea},
        township::{CountedSubject, Stand},
    },
    store::Role,
};

/// Draws one section for each level that villages are assessed by in the period; `None` unless a county works here.
pub(super) fn sections(view: &TownshipView) -> Option<AnyView> {
    if view.here.workplace.role != Role::County {
        return None;
    }
    let levels =
        view.here.pack.levels.iter().filter(|level| level.unit == UnitLevel::Village && level.rates(view.period));
    Some(levels.map(|level| section(view, level)).collect_view().into_any())
}

fn section(view: &TownshipView, level: &'static Level) -> AnyView {
    let TownshipView { app, inbox, lang, here, period, .. } = view.clone();
    let (pack, unit) = (here.pack, here.workplace.unit);
    let scope =
        CountedSubject { pack: pack.id.clone(), level: level.id.clone(), period, example: here.workplace.example };
    let examined = Bundles::shared().of_kind(app, Kind::Rollup);
    let inside = |code: &UnitCode| !here.workplace.example && code.level() == level.unit && code.lies_in(unit);
    let known: Vec<UnitCode> = documents::units().iter().map(|known| known.code).filter(inside).collect();
    let about = scope.clone();
    let own = inbox.table(app, scope.clone());
    let both = Memo::new(move |_| {
        let expected = inbox.expected_at(app, UnitLevel::Township);
        let areas = examined.with(|examined| Areas::new(examined, &about, &expected, &known));
        own.with(|own| areas.beside(own))
    });
    let areas = Memo::new(move |_| both.with(|(areas, _)| areas.clone()));
    let (upper, lower) = (term::unit(lang, pack, UnitLevel::Township), term::unit(lang, pack, level.unit));
    let id = format!("areas-{}", level.id);
    let (whole, about) = (view.clone(), scope.clone());
    let table = move || {
        areas.with(|areas| {
            if areas.lines.iter().all(|line| line.files.is_empty()) {
                return any_view! { <p>{words::none_yet(lang)}" "{words::none_yet_next(lang)}</p> };
            }
            let reached = examined.with(|examined| outlook_of(&whole, level, &about, examined, areas));
            let rows = areas.lines.iter().map(|line| row(&whole, level, line)).collect_view();
            let open = areas.lines.iter().any(|line| !matches!(line.stand, Stand::Counted(_)));
            any_view! {
                <p><strong>{told::rate(lang, pack, level, whole.period, &areas.tally)}</strong></p>
                {by_word(lang, both.with(|(_, told)| *told))}
                {names_back(lang, areas)}
                {open.then(|| view! { <p class="soft small">{words::without_base(lang)}</p> })}
                {reached}
                {head(&whole, level, upper, rows.into_any())}
            }
        })
    };
    let total = Memo::new(move |_| areas.with(|areas| areas.sum.clone()));
    any_view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=id.clone()>{words::of_areas(lang, upper, lower)}{sum::award(pack, level)}</h2>
            {table}
            {forwarded::list(view, level, &scope)}
            {(level.id != view.level.id).then(|| sum::card(view, level, &scope, total))}
        </section>
    }
}

/// Says how many units count on a roll-up's word, without a file behind them; `None` if there are none.
fn by_word(lang: Lang, told: usize) -> Option<AnyView> {
    (told > 0).then(|| any_view! { <p>{recognition::by_word(lang, told)}</p> })
}

/// Says how many names were taken back; `None` if there are none.
fn names_back(lang: Lang, areas: &Areas) -> Option<AnyView> {
    let count = areas.sum.counted.iter().filter(|it| it.removed.is_some()).count();
    (count > 0).then(|| any_view! { <p>{recognition::names_back(lang, count)}</p> })
}

/// Draws how close the villages of the whole area are to the document's targets; `None` where no target applies.
fn outlook_of(
    view: &TownshipView,
    level: &'static Level,
    scope: &CountedSubject,
    examined: &[Examined],
    areas: &Areas,
) -> Option<AnyView> {
    let TownshipView { app, inbox, lang, here, period, .. } = view;
    let (lang, areas_below) = (*lang, inbox.expected_at(*app, UnitLevel::Township));
    let every = Every { examined, scope, expected: &areas_below };
    let found = outlook((here.pack, level), *period, &areas.sum.expected, &areas.tally, &every)?;
    let reviewed = found.reviewed.is_some().then(|| view! { <p class="soft small">{words::reviews_hint(lang)}</p> });
    let line = |(target, tally, reached): &(&Target, Tally, Reached<'_>)| {
        let text = targets::target(lang, target, period.year(), reached, tally);
        any_view! { <li><Mark mark=finding::target(lang, target, reached.reached) />" "{text}</li> }
    };
    let ended = found.ended.iter().map(|(target, last)| any_view! { <li>{targets::ended(lang, target, last)}</li> });
    let lines: Vec<AnyView> = found.targets.iter().map(line).chain(ended).collect();
    let points = found.points.map(|points| view! { <p>{targets::points(lang, here.pack, level, &points)}</p> });
    let list = (!lines.is_empty()).then(|| any_view! { <ul class="township-targets">{lines}</ul>{reviewed} });
    (list.is_some() || points.is_some()).then(|| any_view! { {list}{points} })
}

/// Draws the table around its rows.
fn head(view: &TownshipView, level: &Level, upper: &str, rows: AnyView) -> AnyView {
    let lang = view.lang;
    let figures = told::figures(lang, level, view.period, &Tally::default());
    let cells = figures.into_iter().map(|figure| view! { <th scope="col">{figure.name}</th> });
    any_view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::table(lang, upper)>
            <table class="township-areas">
                <thead>
                    <tr><th scope="col">{words::area(lang)}</th>{cells.collect_view()}<th scope="col">{township::state(lang)}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(view: &TownshipView, level: &Level, area: &RolledUpArea) -> AnyView {
    let TownshipView { app, inbox, lang, period, .. } = view.clone();
    let figures = area.tally.map(|tally| told::figures(lang, level, period, &tally).map(|figure| figure.count));
    let cells: Vec<_> = match figures {
        Some(counts) => counts.into_iter().map(|count| any_view! { <td>{count}</td> }).collect(),
        None => vec![any_view! { <td colspan="6">{township::not_reported(lang)}</td> }],
    };
    let files = area.files.iter().map(|bundle| {
        let record = bundle.record.clone();
        let name = area.name.clone();
        let seen = township::seen_on(lang, &when::day(lang, record.first_seen.day));
        let arrival = format!("{} · {seen}", export::sequence_of(lang, u64::from(record.sequence)));
        view! {
            <p class="soft small">{arrival}" "
                <button type="button" class="quiet no-print" on:click=move |_| inbox.remove(app, record.clone())>
                    {unit::remove_file(lang)}<span class="hidden-text">" "{name}</span></button></p>
        }
    });
    any_view! {
        <tr>
            <th scope="row">{area.name.clone()}</th>
            {cells}
            <td>{state(lang, area).map(|note| view! { <StateNote note /> })}{files.collect_view()}</td>
        </tr>
    }
}

/// Returns the most important note on an area's files; `None` if no file is here.
fn state(lang: Lang, area: &RolledUpArea) -> Option<FileNote> {
    let head = match area.stand {
        Stand::Missing => return None,
        Stand::Unsettled => return Some(note(Weight::Out, township::unsettled(lang), township::unsettled_do(lang))),
        Stand::Counted(digest) | Stand::NotCounted(digest) => {
            area.files.iter().find(|file| file.record.digest == digest)?
        }
    };
    Some(worst(lang, Kind::Rollup, &head.states).unwrap_or_else(|| fine(lang)))
}
