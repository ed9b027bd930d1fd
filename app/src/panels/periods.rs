//! The periods that a workplace can look at: those of the year on the screen, and the years before and after it.

use cunping_core::{
    pack::Level,
    period::{Part, Period},
};
use cunping_text::{lang::Lang, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::period_picker::{PeriodOption, period_picker},
    routes::Route,
    state::Here,
};

/// Draws links to the screen of each period that a level reports. The year after is left out until it has begun.
pub(crate) fn periods(
    lang: Lang,
    here: &Here,
    level: &'static Level,
    period: Period,
    to: impl Fn(Period) -> Route,
) -> AnyView {
    let today = clock::today();
    let of_level = Here { level, ..here.clone() };
    let year = |by: i32| Period::new(period.year() + by, Part::Year);
    let of_year = of_level.periods(period.year(), today);
    let after = year(1).filter(|next| next.days().first() <= today);
    let all = year(-1).into_iter().chain(of_year).chain(after);
    let choice = |offered: Period| PeriodOption {
        text: when::period(lang, offered),
        to: to(offered),
        current: offered == period,
    };
    period_picker(lang, all.map(choice).collect())
}
