//! The screen of keys: the workplace's own key, the call that verifies one, and the keys it has enrolled.

mod answer;
mod arrived;
mod call;
mod change;
mod choosing;
mod enrol;
mod enrolled;
mod identity;
mod own;
mod stops;

use cunping_text::{lang::Lang, term, ui::directory, ui::keys as words};
use leptos::prelude::*;

use crate::{
    panels::{
        import::{intake::ways_in, keep_up, outcome::of as import_outcome},
        parties::PartyView,
    },
    routes::Route,
    state::{App, Here, bundles::Bundles, inbox::Inbox},
};

/// Draws the screen.
pub(super) fn screen(app: App, lang: Lang, here: Here) -> AnyView {
    let (inbox, bundles) = (Inbox::shared(), Bundles::shared());
    keep_up(app, inbox);
    // One choice for every form of the screen: two that differ would sign what nobody chose.
    let role = own::kept_role(app);
    let view = PartyView { app, inbox, bundles, lang, here };
    any_view! {
        <div class="page keys stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            {(!view.here.collects()).then(|| view! { <p><strong>{words::optional(lang, &term::receiver(lang, view.here.pack, view.here.level.unit))}</strong></p> })}
            <p>{words::lead(lang)}</p>
            {view.here.collects().then(|| view! { <p><a href=Route::Directory.to_string()>{directory::heading(lang)}</a></p> })}
            {own::section(&view, role)}
            {answer::section(&view)}
            <section class="card stack" aria-labelledby="arrived">
                <h2 id="arrived">{words::arrived(lang)}</h2>
                <h3>{words::take_in(lang)}</h3>
                {ways_in(app, inbox, lang)}
                {import_outcome(app, inbox, lang, None)}
                {arrived::list(&view)}
            </section>
            {enrolled::section(&view)}
            {change::section(&view, role)}
        </div>
    }
}

/// Splits digits into groups of `by`, so that they can be read out.
fn grouped(digits: &str, by: usize) -> String {
    let all: Vec<char> = digits.chars().collect();
    all.chunks(by).map(|it| it.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Returns the typed digits as ASCII: full-width digits are converted, everything else is dropped.
fn typed_digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
            _ => None,
        })
        .collect()
}
