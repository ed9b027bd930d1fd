//! The next step, always in view: to the next question without an answer, or to checking and signing.

use cunping_text::ui::tasks as words;
use leptos::prelude::*;

use super::{keys, sheet::QuestionSheet};
use crate::routes::Route;

/// Draws the step.
pub(super) fn step(sheet: QuestionSheet) -> AnyView {
    let (lang, period) = (sheet.lang, sheet.period());
    let all = 0..sheet.answers.with_untracked(Vec::len);
    let open = Memo::new(move |_| sheet.open(&all) > 0);
    let to = Route::Check(period).to_string();
    let draw = move || {
        if open.get() {
            any_view! { <button type="button" class="primary" on:click=|_| keys::go_on(None)>{words::next_open(lang)}</button> }
        } else {
            any_view! { <a class="button primary" id="go-check" href=to.clone()>{words::check_answers(lang)}</a> }
        }
    };
    let result = Route::Result(period).to_string();
    any_view! { <span class="standing-next"><a href=result>{words::see_result(lang)}</a>" "{draw}</span> }
}
