//! The table of units with its filters, and its export.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{id::Digest, pack::Criterion};
use cunping_text::{lang::Lang, ui::common, ui::township};
use leptos::prelude::*;

use crate::{
    components::unit_table::{ColumnHead, UnitRow, unit_table},
    pages::township::{TownshipView, reviews_in, rows::row, take_away},
    state::{
        bundles::Bundles,
        township::{Show, UnitFile, UnitLine, UnitsTable},
    },
    store::FileRecord,
};

/// At most this many unexpected units are drawn at first: a pile of strangers' files must not stop the page.
const STRANGERS: usize = 20;
/// Number of units drawn in addition each time somebody asks.
const MORE: usize = 200;

/// Draws the section with the table.
pub(super) fn section(view: &TownshipView) -> AnyView {
    let (lang, table) = (view.lang, view.table);
    let bundles = Bundles::shared();
    let no_keys = move || bundles.roster.with(|roster| roster.keys.is_empty());
    let show = RwSignal::new(Show::default());
    let strangers = RwSignal::new(STRANGERS);
    let head = |(criterion, number): (&Criterion, usize)| ColumnHead {
        number: number.to_string(),
        title: criterion.title.clone(),
    };
    let heads: Vec<ColumnHead> = view.level.criteria.iter().zip(1..).map(head).collect();
    let key = heads.iter().map(|head| view! { <li>{head.title.clone()}</li> }).collect_view();
    let rows = rows(view, show, strangers);
    let shown = move || table.with(|table| table.lines.iter().filter(|line| show.get().shows(line)).count());
    let left = move || shown().saturating_sub(rows.with(Vec::len));
    any_view! {
        <section class="stack" aria-labelledby="units">
            <h2 id="units">{township::table(lang)}</h2>
            <div class="row no-print">
                {filters(lang, table, show)}
                {take_away::buttons(view)}
            </div>
            {reviews_in::panel(view)}
            {move || no_keys().then(|| view! { <p class="soft small">{township::keys_not_enrolled(lang)}</p> })}
            {unit_table(lang, heads, rows.into())}
            {move || (shown() == 0).then(|| view! { <p>{common::none(lang)}</p> })}
            {move || (left() > 0).then(|| more(lang, left(), strangers))}
            <details class="township-criteria" open>
                <summary>{township::criteria_key(lang)}</summary>
                <ol>{key}</ol>
            </details>
        </section>
    }
}

fn more(lang: Lang, left: usize, strangers: RwSignal<usize>) -> AnyView {
    any_view! {
        <p class="row">
            <span>{township::rows_left(lang, left)}</span>
            <button type="button" on:click=move |_| strangers.update(|strangers| *strangers += MORE)>{township::show_more_rows(lang)}</button>
        </p>
    }
}

/// Draws one button for each filter, with the number of units it leaves.
fn filters(lang: Lang, table: Memo<UnitsTable>, show: RwSignal<Show>) -> AnyView {
    let name = move |filter: Show| match filter {
        Show::Everything => township::everything(lang),
        Show::Missing => township::only_missing(lang),
        Show::Problems => township::only_problems(lang),
        Show::NotMet => township::only_not_met(lang),
    };
    let button = |filter: Show| {
        let count = move || table.with(|table| table.lines.iter().filter(|line| filter.shows(line)).count());
        let pressed = move || (show.get() == filter).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| show.set(filter)>
                {move || township::filter(lang, name(filter), count())}
            </button>
        }
    };
    any_view! { <div class="township-filters" role="group" aria-label=township::table(lang)>{Show::ALL.map(button).collect_view()}</div> }
}

fn rows(view: &TownshipView, show: RwSignal<Show>, strangers: RwSignal<usize>) -> Memo<Vec<UnitRow>> {
    let TownshipView { app, lang, level, period, table, responses, .. } = view.clone();
    Memo::new(move |_| {
        table.with(|table| {
            // Expected units come first.
            let expected = table.lines.iter().filter(|line| line.expected).count();
            let most = expected + strangers.get();
            let lines: Vec<&UnitLine> = table.lines.iter().take(most).filter(|line| show.get().shows(line)).collect();
            let heads: BTreeSet<Digest> = lines.iter().filter_map(|line| line.head()).map(UnitFile::digest).collect();
            app.files.with(|files| {
                let shown = files.iter().filter(|file| heads.contains(&file.digest));
                let files: BTreeMap<Digest, &FileRecord> = shown.map(|file| (file.digest, file)).collect();
                let file = |line: &UnitLine| line.head().and_then(|head| files.get(&head.digest())).copied();
                responses.with(|responses| {
                    let settled = |line: &UnitLine| super::settled(level, period, responses, line);
                    let row = |line| row(lang, (level, period), line, file(line), settled(line).as_ref());
                    lines.into_iter().map(row).collect()
                })
            })
        })
    })
}
