//! The result of an office's review of the unit (复核), where a target counts reviews or an award needs one first.

use cunping_core::{deciding::wants_review, pack::CountsFrom};
use cunping_text::ui::{common, unit as words};
use leptos::prelude::*;

use crate::{
    clock,
    components::{choice_row::Radios, choice_row::RowOption},
    pages::unit::UnitView,
    store::{Change, Reviewed, Saved},
};

/// Draws the choice of the result; `None` where the document neither counts reviews of the level nor needs one for the
/// award.
pub(super) fn section(view: &UnitView) -> Option<AnyView> {
    let UnitView { app, lang, here, level, unit, period, .. } = view.clone();
    let counts =
        here.pack.targets.iter().any(|target| target.level == level.id && target.counts == CountsFrom::Reviewed);
    let reviewed = if counts { &level.id } else { wants_review(here.pack, level)? };
    let of = move |passed| Reviewed {
        unit,
        pack: here.pack.id.clone(),
        level: reviewed.clone(),
        period: period.whole_year(),
        passed,
    };
    let asked = of(true);
    let chosen = Signal::derive(move || {
        let passed = app
            .register
            .with(|register| register.reviews_of(&asked.pack, &asked.level, asked.period).get(&unit).copied());
        Some(passed.map_or(NOT_YET, |passed| if passed { PASSED } else { FAILED }).to_owned())
    });
    let choose = move |key: String| {
        let Some(to) = app.current.get_untracked() else { return };
        app.change(vec![match key.as_str() {
            NOT_YET => Change::DeleteReview(to, of(true)),
            key => Change::PutReview(to, Saved { value: of(key == PASSED), at_ms: clock::now() }),
        }]);
    };
    let choices = vec![
        RowOption::new(NOT_YET, words::not_reviewed(lang), ""),
        RowOption::new(PASSED, words::review_passed(lang), ""),
        RowOption::new(FAILED, words::review_failed(lang), ""),
    ];
    Some(any_view! {
        <section class="card stack no-print">
            <Radios legend=words::review(lang) name="review" choices chosen on_choose=choose />
            <p class="soft small">{common::our_reading(lang)}" · "{words::review_hint(lang)}</p>
        </section>
    })
}

const NOT_YET: &str = "none";
const PASSED: &str = "passed";
const FAILED: &str = "failed";
