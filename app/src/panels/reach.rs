//! How far the unit is from what the document asks: of the period at hand, and of the year it lies in. Judges nothing.

use cunping_core::{evaluate::distance, pack::PeriodKind, period::Period};
use cunping_office::{lang::Lang, reach, when};
use leptos::prelude::*;

use crate::{
    routes::Route,
    state::{App, Here, Standing},
};

/// What is open, what blocks, whether the period can still end well.
pub(crate) fn period(lang: Lang, now: &Standing) -> AnyView {
    let far = distance(now.level, &now.evaluation);
    let sentences = reach::sentences(lang, now.case(), &far);
    view! { <p class="reach">{sentences.join(lang.pick("", " "))}</p> }.into_any()
}

/// In a part of the award's year: whether the year can still be reached.
pub(crate) fn year(app: App, lang: Lang, here: &Here, period: Period) -> Option<AnyView> {
    let award = here.level.awarded_for;
    (award == PeriodKind::Year && when::kind(period) != award).then(|| {
        let year = period.whole_year();
        let now = app.standing(here, year);
        let told = move || now.with(|now| reach::reach(lang, now.case(), &distance(now.level, &now.evaluation)));
        view! { <p class="reach"><a href=Route::Result(year).to_string()>{told}</a></p> }.into_any()
    })
}
