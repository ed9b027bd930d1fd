//! The units of a township in a period: files in, who stands how, the targets. Counts and decides nothing itself.

mod areas;
mod drop;
mod forwarded;
mod intake;
mod others;
mod outcome;
mod periods;
mod rates;
mod rows;
mod sum;
mod take_away;
mod troubles;
mod units;

use cunping_core::{bundle::Settled, pack::Level, period::Period};
use cunping_office::{lang::Lang, ui::township, when};
use leptos::prelude::*;

use super::{edition, nowhere, passphrase};
use crate::{
    clock,
    routes::Route,
    state::{
        App, Here,
        counsel::Counsel,
        inbox::{Inbox, Reading, collected, scope},
        mail::Mail,
        township::{Line, Stand, Table},
    },
    store::Role,
};

pub(super) use intake::ways_in;
pub(super) use outcome::of as import_outcome;
pub(super) use periods::periods;
pub(super) use rows::notes;

/// What the parts of the screen look at.
#[derive(Clone)]
struct View {
    app: App,
    inbox: Inbox,
    lang: Lang,
    here: Here,
    level: &'static Level,
    period: Period,
    table: Memo<Table>,
    counsel: Memo<Counsel>,
}

/// The table of a period.
pub(super) fn screen(app: App, lang: Lang, here: Here, period: Period) -> AnyView {
    let Some((level, scope)) = collected(&here).zip(scope(&here, period)) else {
        return nowhere::missing(lang, township::not_a_collector(lang), Route::Home);
    };
    let inbox = Inbox::shared();
    keep_up(app, inbox);
    let table = inbox.table(app, scope);
    let counsel = Mail::shared().counsel(app);
    let view = View { app, inbox, lang, here, level, period, table, counsel };
    drop::listen(app, inbox);
    let said = when::period(lang, period);
    view! {
        <div class="page township stack">
            <h1 tabindex="-1">{township::heading(lang)}" "{said}</h1>
            <p class="paper-only">{view.here.workplace.unit_name.clone()}" · "{when::day(lang, clock::today())}</p>
            {periods(lang, &view.here, level, period, Route::Township)}
            {edition::offer(app, lang, &view.here)}
            {intake::card(&view)}
            {troubles::notice(app, inbox, lang)}
            {outcome::report(&view)}
            {rates::card(&view)}
            {units::section(&view)}
            {(view.here.workplace.role != Role::Monitor).then(|| passphrase::asked_before_signing(app, lang, &view.here.workplace))}
            {sum::own(&view)}
            {areas::sections(&view)}
            {others::section(&view)}
        </div>
        {drop::veil(lang)}
    }
    .into_any()
}

/// Ways to take files in, on any screen of whoever keeps them.
pub(super) fn intake(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    intake::ways(app, inbox, lang)
}

/// What the last import came to.
pub(super) fn report_of(app: App, inbox: Inbox, lang: Lang, period: Period) -> AnyView {
    view! { {troubles::notice(app, inbox, lang)}{outcome::of(app, inbox, lang, Some(period))} }.into_any()
}

/// What the units below stated in a period, as soon as it has been looked at.
pub(super) fn below(app: App, here: &Here, period: Period) -> Signal<Reading> {
    let inbox = Inbox::shared();
    keep_up(app, inbox);
    inbox.below(app, here, period)
}

/// Where a unit stands after the decisions on the file that counts; nothing outside the award's own period.
fn settled(level: &Level, period: Period, counsel: &Counsel, line: &Line) -> Option<Settled> {
    let Stand::Counted(file) = line.stand else { return None };
    let verdict = line.counted()?.verdict;
    (when::kind(period) == level.awarded_for).then(|| counsel.stands(level, file).given(verdict))
}

/// Reviews whatever file has appeared, here or in another tab.
pub(super) fn keep_up(app: App, inbox: Inbox) {
    Effect::new(move |_| {
        app.files.track();
        app.current.track();
        inbox.catch_up(app);
    });
}
