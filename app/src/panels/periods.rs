//! The periods that a workplace can look at: those of the year on the screen, and the years before and after it. Where
//! the workplace assesses itself, each says where it stands.

use std::cmp::Reverse;

use cunping_core::{
    due::{Due, due},
    pack::{HandsIn, Level},
    period::{Part, Period},
    rollup::halves_of,
};
use cunping_text::{due as due_words, lang::Lang, progress as words, progress::PeriodProgress, targets};
use leptos::prelude::*;

use crate::{
    components::period_picker::{PeriodOption, period_picker},
    routes::Route,
    state::{App, Here, PeriodStanding, due as owed, progress},
};

/// How the workplace stands in a period that is offered.
type Offered = (Period, Memo<PeriodProgress>);

/// Draws links to the screen of each period that a level reports: those of the year on the screen that have begun, the last
/// one of the years beside it, and what has ended lately.
pub(crate) fn periods(
    lang: Lang,
    here: &Here,
    level: &'static Level,
    period: Period,
    to: impl Fn(Period) -> Route,
) -> AnyView {
    let assesses = here.assesses() && here.level.id == level.id;
    links(lang, here, (level, assesses), period, Vec::new(), to)
}

/// Draws the same links, and those to the half-years that an office puts together.
pub(crate) fn periods_of_office(
    lang: Lang,
    here: &Here,
    level: &'static Level,
    period: Period,
    to: impl Fn(Period) -> Route,
) -> AnyView {
    let today = App::shared().today.get_untracked();
    let halves = halves_of(here.pack, level, period.year());
    let begun = halves.into_iter().filter(|half| half.days().first() <= today).collect();
    links(lang, here, (level, false), period, begun, to)
}

fn links(
    lang: Lang,
    here: &Here,
    (level, assesses): (&'static Level, bool),
    period: Period,
    more: Vec<Period>,
    to: impl Fn(Period) -> Route,
) -> AnyView {
    let app = App::shared();
    let today = app.today.get_untracked();
    let of_level = Here { level, ..here.clone() };
    let beside = |by: i32| of_level.periods(period.year() + by, today).pop();
    // Also when it was signed: it may have to be signed anew.
    let ended = due(here.pack, level, HandsIn::Assessment, today, |_| false);
    let mut all: Vec<Period> = of_level.periods(period.year(), today);
    all.extend(more);
    all.extend(beside(-1).into_iter().chain(beside(1)).chain(ended.into_iter().map(|due| due.period)));
    // Each part before what it is a part of.
    all.sort_by_key(|period| (period.days().last(), Reverse(period.days().first())));
    all.dedup();
    let stand: Vec<Offered> =
        if assesses { all.iter().map(|period| (*period, standing(app, here, *period))).collect() } else { Vec::new() };
    let owes = assesses.then(|| debts(app, here, level));
    let stand = StoredValue::new(stand);
    let choice = |offered: Period| PeriodOption {
        text: words::name(lang, offered, &all),
        told: Signal::derive(move || stand.with_value(|stand| told(lang, offered, stand))),
        due: Signal::derive(move || {
            let mine = |all: &Vec<Due<'static>>| {
                all.iter().find(|due| due.period == offered).map(|due| due_words::now(lang, due))
            };
            owes.and_then(|owes| owes.with(mine)).unwrap_or_default()
        }),
        to: to(offered),
        current: offered == period,
    };
    let choices = all.iter().copied().map(choice).collect();
    let over = targets::over(lang, here.pack, period).map(|over| view! { <p class="notice open">{over}</p> });
    any_view! { {period_picker(lang, choices)}{over} }
}

/// Returns how the workplace stands in a period. An answer about another period has nothing evaluated again.
fn standing(app: App, here: &Here, period: Period) -> Memo<PeriodProgress> {
    let (of_facts, of_count, here) = (here.clone(), here.clone(), here.clone());
    let stated = Memo::new(move |_| app.register.with(|register| progress::stated(&of_facts, register, period)));
    let counted = Memo::new(move |_| {
        stated.track();
        let today = app.today.get();
        app.register
            .with_untracked(|register| progress::counted(&PeriodStanding::new(&of_count, register, period, today)))
    });
    Memo::new(move |_| {
        let signed = app.files.with(|files| {
            app.register.with(|register| stated.with(|(facts, _)| progress::signed(&here, files, register, facts)))
        });
        PeriodProgress { signed, ..counted.get() }
    })
}

/// Returns what the workplace still has to report.
fn debts(app: App, here: &Here, level: &'static Level) -> Memo<Vec<Due<'static>>> {
    let here = here.clone();
    Memo::new(move |_| {
        let today = app.today.get();
        app.files.with(|files| owed::at(&here, (level, HandsIn::Assessment), files, today))
    })
}

/// Says where one stands in a period; of a year that is open also which of its parts are answered.
fn told(lang: Lang, period: Period, stand: &[Offered]) -> String {
    let Some((_, own)) = stand.iter().find(|(of, _)| *of == period) else { return String::new() };
    let own = own.get();
    let text = words::told(lang, &own);
    if own.is_answered() || period.part() != Part::Year {
        return text;
    }
    let parts = stand.iter().filter(|(of, _)| of.year() == period.year() && *of != period);
    let parts: Vec<_> = parts.map(|(of, progress)| (*of, progress.get())).collect();
    let of_parts = words::of_parts(lang, &parts);
    [Some(text), of_parts].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("；", "; "))
}
