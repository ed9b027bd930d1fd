//! The screen where an office works on the files that came: receipts for all in one file, opinions by unit, equal
//! wording.

mod passing;
mod receipts;

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{facts::alike, id::Digest, pack::Level, period::Period};
use cunping_text::{
    change,
    lang::Lang,
    opinion,
    ui::{desk as words, export, opinion as opinions, township},
    when,
};
use leptos::prelude::*;

use crate::{
    components::{scroll_table::scroll_table, table_buttons::table_buttons},
    panels::{due, files, import::keep_up, not_found, periods, received},
    routes::Route,
    state::{
        App, Here, bundles,
        bundles::Bundles,
        due::owed,
        inbox::{Inbox, collected, scope},
        responses,
        responses::Responses,
        township::{UnitFile, UnitsTable},
    },
    store::StoreError,
};

/// State shared by the parts of the screen.
#[derive(Clone)]
struct DeskView {
    app: App,
    bundles: Bundles,
    lang: Lang,
    here: Here,
    level: &'static Level,
    period: Period,
    table: Memo<UnitsTable>,
    responses: Memo<Responses>,
    verified: LocalResource<Result<files::VerifiedByDigest, StoreError>>,
}

/// Draws the screen of a period.
pub(super) fn screen(app: App, lang: Lang, here: Here, period: Period) -> AnyView {
    let Some((level, scope)) = collected(&here).zip(scope(&here, period)) else {
        return not_found::missing(lang, township::not_a_collector(lang), Route::Home);
    };
    let (inbox, bundles) = (Inbox::shared(), Bundles::shared());
    keep_up(app, inbox);
    let table = inbox.table(app, scope);
    let verified = files::keep_open(app, move || table.with(heads));
    let view = DeskView { app, bundles, lang, here, level, period, table, responses: bundles.responses(app), verified };
    any_view! {
        <div class="page township stack">
            <h1 tabindex="-1">{words::heading(lang)}" "{when::period(lang, period)}</h1>
            {periods::periods(lang, &view.here, level, period, Route::Desk)}
            {due::due_now(app, lang, &view.here, owed(&view.here), period, Route::Desk)}
            {receipts::section(&view)}
            {passing::sections(&view)}
            {opinions_of(&view)}
            {equal(&view)}
            {received::section((app, inbox, bundles), lang, &view.here, Some(period))}
        </div>
    }
}

/// Returns the file that stands for each unit.
fn heads(table: &UnitsTable) -> Vec<Digest> {
    table.lines.iter().filter_map(|line| line.head().map(UnitFile::digest)).collect()
}

/// Draws the opinions unit by unit: given, missing, objecting, void. `None` where no criterion has a monitor.
fn opinions_of(view: &DeskView) -> Option<AnyView> {
    view.level.criteria.iter().any(|criterion| !criterion.monitors.is_empty()).then_some(())?;
    let (lang, of) = (view.lang, view.clone());
    let rows = Memo::new(move |_| rows(&of));
    let (name, period) = (view.here.workplace.unit_name.clone(), view.period);
    let file = export::named(&[opinions::heading(lang), &name, &period.to_string()], "xlsx");
    let sheets = move || {
        let units = rows.get_untracked().into_iter().map(|(code, (name, _, count))| (code, (name, count))).collect();
        vec![opinion::table(lang, &units)]
    };
    let row = move |(code, (name, mark, count)): (cunping_core::id::UnitCode, OpinionCounts)| {
        let waits = if count.complete() { "met" } else { "open" };
        view! {
            <tr data-finding=waits>
                <th scope="row"><a href=Route::Unit(code, period).to_string()>{name}</a></th>
                <td>{mark}</td>
                <td>{opinion::summary(lang, &count)}</td>
            </tr>
        }
    };
    let heads = [township::unit(lang), words::complete(lang), opinions::heading(lang)];
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let table = move || {
        view! {
            <section class="card stack" aria-labelledby="opinions">
                <h2 id="opinions">{opinions::heading(lang)}</h2>
                <p class="row no-print">{table_buttons(lang, file.clone(), sheets)}</p>
                {scroll_table(opinions::table(lang), &heads, (move || rows.get().into_iter().map(row).collect_view()).into_any())}
            </section>
        }
    };
    Some(any_view! { {move || any.get().then(&table)} })
}

type OpinionCounts = (String, &'static str, opinion::Count);

fn rows(view: &DeskView) -> BTreeMap<cunping_core::id::UnitCode, OpinionCounts> {
    let (lang, pack) = (view.lang, view.here.pack);
    let Some(Ok(verified)) = view.verified.get() else { return BTreeMap::new() };
    let Some(at) = bundles::now() else { return BTreeMap::new() };
    view.responses.with(|responses| {
        let of = |assessment: &Arc<cunping_core::bundle::Assessment>| {
            let (roster, workplace, unit) = (view.bundles.roster, &view.here.workplace, assessment.facts.unit);
            let directory = roster.with(|roster| responses::directory(roster, workplace, unit, pack, at));
            let count = opinion::count(&responses.voices(&directory, pack, view.level, assessment));
            let mark = if count.complete() { words::all_in(lang) } else { words::some_open(lang) };
            (unit, (assessment.unit_name.clone(), mark, count))
        };
        verified.values().map(of).collect()
    })
}

/// Draws a warning about texts that several units wrote in the same words.
fn equal(view: &DeskView) -> AnyView {
    let (lang, view) = (view.lang, view.clone());
    let draw = move || {
        let verified = view.verified.get()?.ok()?;
        let found = alike(verified.values().map(|assessment| &assessment.facts));
        let names = verified.values().map(|assessment| (assessment.facts.unit, assessment.unit_name.clone())).collect();
        let line = |likeness| view! { <li>{change::alike(lang, view.here.pack, &names, likeness)}</li> };
        (!found.is_empty()).then(|| {
            view! {
                <section class="notice open stack" aria-labelledby="alike">
                    <h2 id="alike">{words::alike(lang)}</h2>
                    <p>{words::alike_next(lang)}</p>
                    <ul>{found.iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    };
    any_view! { {draw} }
}
