//! The units of a township in a period: imported files, how each unit stands, and the targets.

mod areas;
mod bonus;
mod forwarded;
mod half;
mod others;
mod rates;
mod reviews_in;
mod rows;
mod sum;
mod take_away;
mod units;

use cunping_core::{bundle::Settled, pack::Level, period::Period, rollup::quarters_of};
use cunping_text::{lang::Lang, ui::township, when};
use leptos::prelude::*;

use crate::{
    clock,
    panels::{due, edition, import, not_found, passphrase, periods::periods_of_office},
    routes::Route,
    state::{
        App, Here,
        bundles::Bundles,
        due::owed,
        example,
        inbox::{Inbox, collected, scope},
        responses::Responses,
        township::{Stand, UnitLine, UnitsTable},
    },
    store::Role,
};

/// State shared by the parts of the screen.
#[derive(Clone)]
struct TownshipView {
    app: App,
    inbox: Inbox,
    lang: Lang,
    here: Here,
    level: &'static Level,
    period: Period,
    table: Memo<UnitsTable>,
    responses: Memo<Responses>,
}

/// Draws the table of a period.
pub(super) fn screen(app: App, lang: Lang, here: Here, period: Period) -> AnyView {
    let Some((level, scope)) = collected(&here).zip(scope(&here, period)) else {
        return not_found::missing(lang, township::not_a_collector(lang), Route::Home);
    };
    let inbox = Inbox::shared();
    import::keep_up(app, inbox);
    let quarters = quarters_of(here.pack, level, period);
    if !quarters.is_empty() {
        return half::screen(app, inbox, lang, &here, level, period, &quarters);
    }
    let table = inbox.table(app, scope);
    let responses = Bundles::shared().responses(app);
    let view = TownshipView { app, inbox, lang, here, level, period, table, responses };
    import::drop::listen(app, inbox);
    let said = when::period(lang, period);
    any_view! {
        <div class="page township stack">
            <h1 tabindex="-1">{township::heading(lang)}" "{said}</h1>
            <p class="print-only">{view.here.workplace.unit_name.clone()}" · "{when::day(lang, clock::today())}</p>
            {periods_of_office(lang, &view.here, level, period, Route::Township)}
            {due::due_now(app, lang, &view.here, owed(&view.here), period, Route::Township)}
            {edition::offer(app, lang, &view.here)}
            {import::intake::card(app, inbox, lang, examples(&view))}
            {import::report_of(app, inbox, lang, period)}
            {rates::card(&view)}
            {units::section(&view)}
            {(view.here.workplace.role != Role::Monitor).then(|| passphrase::asked_before_signing(app, lang, &view.here.workplace))}
            {sum::own(&view)}
            {areas::sections(&view)}
            {bonus::total(&view)}
            {others::section(&view)}
        </div>
        {import::drop::veil(lang)}
    }
}

/// Returns where a unit stands after the decisions on the file that counts; `None` without such a file and outside the
/// award's own period.
fn settled(level: &Level, period: Period, responses: &Responses, line: &UnitLine) -> Option<Settled> {
    let Stand::Counted(file) = line.stand else { return None };
    let verdict = line.counted()?.verdict;
    (when::kind(period) == level.awarded_for).then(|| responses.stands(level, file).given(verdict))
}

/// Returns the files of the example's other units; `None` unless this is the example's office and there are any.
fn examples(view: &TownshipView) -> Option<Vec<example::ExampleFile>> {
    let files = || example::files(view.here.pack, view.level, view.period, clock::today());
    view.here.workplace.example.then(files).filter(|files| !files.is_empty())
}
