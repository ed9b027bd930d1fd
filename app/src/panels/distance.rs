//! How far the unit is from what the document asks, for this period and for the year it lies in.

use cunping_core::{evaluate::distance, pack::PeriodKind, period::Period};
use cunping_text::{distance as told, lang::Lang, when};
use leptos::prelude::*;

use crate::{
    routes::Route,
    state::{App, Here, PeriodStanding},
};

/// Says what is open, what blocks, and whether the period can still end well.
pub(crate) fn period(lang: Lang, now: &PeriodStanding) -> AnyView {
    let far = distance(now.level, &now.evaluation);
    let sentences = told::sentences(lang, now.case(), &far);
    any_view! { <p class="reach">{sentences.join(lang.pick("", " "))}</p> }
}

/// In a part of the award's year, says whether the year's award can still be reached; `None` in any other period.
pub(crate) fn year(app: App, lang: Lang, here: &Here, period: Period) -> Option<AnyView> {
    let award = here.level.awarded_for;
    (award == PeriodKind::Year && when::kind(period) != award).then(|| {
        let year = period.whole_year();
        let now = app.standing(here, year);
        let told = move || now.with(|now| told::outlook(lang, now.case(), &distance(now.level, &now.evaluation)));
        any_view! { <p class="reach"><a href=Route::Result(year).to_string()>{told}</a></p> }
    })
}
