//! The periods that a workplace can look at: those of the year on the screen, and the years before and after it.

use std::cmp::Reverse;

use cunping_core::{
    due::due,
    pack::{HandsIn, Level},
    period::Period,
    rollup::halves_of,
};
use cunping_text::{lang::Lang, targets, when};
use leptos::prelude::*;

use crate::{
    components::period_picker::{PeriodOption, period_picker},
    routes::Route,
    state::{App, Here},
};

/// Draws links to the screen of each period that a level reports: those of the year on the screen that have begun, the last
/// one of the years beside it, and what has ended lately.
pub(crate) fn periods(
    lang: Lang,
    here: &Here,
    level: &'static Level,
    period: Period,
    to: impl Fn(Period) -> Route,
) -> AnyView {
    links(lang, here, level, period, Vec::new(), to)
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
    links(lang, here, level, period, begun, to)
}

fn links(
    lang: Lang,
    here: &Here,
    level: &'static Level,
    period: Period,
    more: Vec<Period>,
    to: impl Fn(Period) -> Route,
) -> AnyView {
    let today = App::shared().today.get_untracked();
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
    let choice = |offered: Period| PeriodOption {
        text: when::period(lang, offered),
        to: to(offered),
        current: offered == period,
    };
    let over = targets::over(lang, here.pack, period).map(|over| view! { <p class="notice open">{over}</p> });
    any_view! { {period_picker(lang, all.into_iter().map(choice).collect())}{over} }
}
