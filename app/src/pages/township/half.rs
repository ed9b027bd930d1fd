//! A half-year that the office reports upward, put together out of the quarters that units sent.

use cunping_core::{
    evaluate::Verdict,
    pack::{Criterion, Level},
    period::Period,
    rollup::{UnitStanding, half_yearly},
};
use cunping_text::{
    finding::{self, Finality},
    lang::Lang,
    table::{Cell, TableSheet},
    township as told,
    ui::{common, export, print, township as words},
    when,
};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::{mark::Mark, table_buttons::table_buttons},
    panels::periods::periods_of_office,
    routes::Route,
    state::{
        App, Here,
        inbox::{Inbox, scope},
        township::half::{HalfYear, HalfYearLine},
    },
};

/// What the parts of the screen share.
#[derive(Clone)]
struct HalfView {
    lang: Lang,
    here: Here,
    level: &'static Level,
    period: Period,
    quarters: Vec<Period>,
    half: Memo<HalfYear>,
}

/// Draws the half-year that consists of these quarters.
pub(super) fn screen(
    app: App,
    inbox: Inbox,
    lang: Lang,
    here: &Here,
    level: &'static Level,
    period: Period,
    quarters: &[Period],
) -> AnyView {
    let table = |quarter: &Period| Some((*quarter, inbox.table(app, scope(here, *quarter)?)));
    let tables: Vec<_> = quarters.iter().filter_map(table).collect();
    let half = Memo::new(move |_| {
        let of = |(quarter, table): &(Period, Memo<_>)| (*quarter, table.get());
        HalfYear::new(&tables.iter().map(of).collect::<Vec<_>>())
    });
    let view = HalfView { lang, here: here.clone(), level, period, quarters: quarters.to_vec(), half };
    let asked = half_yearly(here.pack, level).map(|date| {
        let (who, what) = (lang.pick(&date.who.zh, &date.who.en), lang.pick(&date.what.zh, &date.what.en));
        view! { <p>{words::half_asked(lang, who, what, &date.clause)}</p> }
    });
    let (pack, counted) = (here.pack, half);
    any_view! {
        <div class="page township stack">
            <h1 tabindex="-1">{words::heading(lang)}" "{when::period(lang, period)}</h1>
            <p class="print-only">{here.workplace.unit_name.clone()}" · "{when::day(lang, clock::today())}</p>
            {periods_of_office(lang, here, level, period, Route::Township)}
            <section class="card stack" aria-labelledby="rates">
                <h2 id="rates">{words::how_they_stand(lang)}</h2>
                {asked}
                <p>{words::half_how(lang)}</p>
                <p><strong>{move || counted.with(|half| told::rate(lang, pack, level, period, &half.tally))}</strong></p>
            </section>
            {table_of(&view)}
            {not_met(&view)}
        </div>
    }
}

/// Draws every unit with its quarters and its half-year, and what the table can be taken away as.
fn table_of(view: &HalfView) -> AnyView {
    let HalfView { lang, level, period, half, .. } = view.clone();
    let heads = heads(view);
    let shown = heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let quarters = view.quarters.clone();
    let row = move |line: HalfYearLine| {
        let cells = quarters.iter().zip(&line.quarters).map(|(quarter, verdict)| cell(lang, level, *quarter, *verdict));
        let whole = line.whole.map(|whole| mark(lang, level, period, whole.verdict));
        let said = line.whole.filter(provisional);
        let said = said.map(|_| view! { " "<span class="soft small">{common::provisional(lang)}</span> });
        any_view! {
            <tr>
                <th scope="row">{line.name}</th>
                {cells.collect_view()}
                <td>{whole.map_or_else(|| words::not_reported(lang).into_any(), |mark| view! { <Mark mark /> }.into_any())}{said}</td>
            </tr>
        }
    };
    let rows = any_view! { {move || half.with(|half| half.lines.iter().cloned().map(&row).collect_view())} };
    any_view! {
        <section class="stack" aria-labelledby="units">
            <h2 id="units">{words::half_units(lang)}</h2>
            {buttons(view)}
            <div class="scroll" tabindex="0" role="region" aria-label=words::table(lang)>
                <table class="township-areas">
                    <thead><tr>{shown}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// Returns the heads of the columns: the unit, each quarter, the half-year.
fn heads(view: &HalfView) -> Vec<String> {
    let HalfView { lang, period, quarters, .. } = view;
    let parts = quarters.iter().chain([period]).map(|part| when::part(*lang, *part));
    std::iter::once(words::unit(*lang).to_owned()).chain(parts).collect()
}

fn cell(lang: Lang, level: &Level, quarter: Period, verdict: Option<Verdict>) -> AnyView {
    match verdict {
        Some(verdict) => {
            any_view! { <td><Mark mark=finding::verdict(lang, Finality::of(level, quarter), verdict) /></td> }
        }
        None => any_view! { <td>{words::not_reported(lang)}</td> },
    }
}

/// Returns the mark of a half-year; one quarter that is missing or open leaves it open, and nothing is to be answered.
fn mark(lang: Lang, level: &Level, period: Period, verdict: Verdict) -> finding::Mark {
    let mark = finding::verdict(lang, Finality::of(level, period), verdict);
    let word = if verdict == Verdict::Open { words::half_open(lang) } else { mark.word };
    finding::Mark { word, ..mark }
}

/// Tells whether a half-year can still come out otherwise, which is no news of an open one.
fn provisional(half: &UnitStanding) -> bool {
    half.provisional && half.verdict != Verdict::Open
}

/// Draws the buttons that save, copy and print, and whether the last one worked.
fn buttons(view: &HalfView) -> AnyView {
    let lang = view.lang;
    let whole = StoredValue::new(view.clone());
    let sheets = move || vec![whole.with_value(sheet)];
    let name = export::named(&[words::heading(lang), &view.here.workplace.unit_name, &view.period.to_string()], "xlsx");
    any_view! {
        <div class="row no-print">
            {table_buttons(lang, name, sheets)}
            <button type="button" on:click=|_| browser::print()>{print::print_now(lang)}</button>
        </div>
    }
}

/// Returns the table with the division code first, as in the table of one period.
fn sheet(view: &HalfView) -> TableSheet {
    let HalfView { lang, level, period, quarters, half, .. } = view;
    let (lang, missing) = (*lang, words::not_reported(*lang));
    let quarter = |(quarter, verdict): (&Period, &Option<Verdict>)| {
        verdict.map_or(missing, |verdict| finding::verdict(lang, Finality::of(level, *quarter), verdict).word).into()
    };
    let line = |line: &HalfYearLine| {
        let first = [Cell::text(line.unit.to_string()), Cell::text(line.name.clone())];
        let whole = line.whole.map_or(missing, |it| mark(lang, level, *period, it.verdict).word);
        let open = line.whole.filter(provisional).map(|_| common::provisional(lang).to_owned());
        let told = quarters.iter().zip(&line.quarters).map(quarter).chain([whole.into(), Cell::text(open)]);
        first.into_iter().chain(told).collect()
    };
    let (first, last) = ([common::division_code(lang)], [common::provisional(lang)]);
    let heads = first.map(str::to_owned).into_iter().chain(heads(view)).chain(last.map(str::to_owned)).collect();
    TableSheet {
        name: words::sheet_units(lang),
        heads,
        rows: half.with_untracked(|it| it.lines.iter().map(line).collect()),
    }
}

/// Draws each criterion that some unit did not meet, with the units and the quarter.
fn not_met(view: &HalfView) -> AnyView {
    let HalfView { lang, level, half, .. } = view.clone();
    let of = move |criterion: &Criterion| {
        let one = |line: &HalfYearLine| {
            let broken = line.not_met.iter().filter(|(rule, _)| *rule == criterion.id);
            let quarters: Vec<String> = broken.map(|(_, quarter)| when::part(lang, *quarter)).collect();
            let quarters = quarters.join(lang.pick("、", ", "));
            (!quarters.is_empty()).then(|| words::half_unit(lang, &line.name, &quarters))
        };
        let units: Vec<String> = half.with(|half| half.lines.iter().filter_map(one).collect());
        (!units.is_empty()).then(|| {
            any_view! {
                <li><span lang="zh-Hans">{criterion.title.clone()}</span>{lang.pick("", " ")}{units.join(lang.pick("、", ", "))}</li>
            }
        })
    };
    let list = move || {
        let lines: Vec<AnyView> = level.criteria.iter().filter_map(of).collect();
        if lines.is_empty() {
            return any_view! { <p>{common::none(lang)}</p> };
        }
        any_view! { <ul>{lines}</ul> }
    };
    any_view! {
        <section class="stack" aria-labelledby="criteria">
            <h2 id="criteria">{words::half_criteria(lang)}</h2>
            {list}
        </section>
    }
}
