//! The last look before a decision is signed: what, about whom, what speaks against it, the reason; and the button
//! that signs.

use cunping_text::{recognition, ui::opinion, ui::recognition as words};
use leptos::prelude::*;

use crate::{
    components::mark::Mark,
    pages::unit::deciding::{form::DecisionForm, lines, signing},
    panels::{passphrase, signed},
};

/// Id of the heading, to which the focus moves.
pub(super) const HEADING: &str = "check-decision";

/// Draws the last look in place of the form's fields.
pub(super) fn check(form: DecisionForm, outcome: RwSignal<signed::SigningState>) -> AnyView {
    let lang = form.lang;
    let what = move || {
        let (office, decision) = form.chosen()?;
        form.view.with_value(|view| {
            let name = form.whole.with_value(|whole| whole.assessment().unit_name.clone());
            let by = recognition::name(view.here.pack, &office);
            Some(view! {
                <p><strong>{words::will_decide(lang, by, &name)}</strong>" "<Mark mark=recognition::decision(lang, &decision) /></p>
            })
        })
    };
    let why = move || {
        let why = form.get("why").trim().to_owned();
        (!why.is_empty()).then(|| view! { <p>{words::written_reason(lang)}{lang.pick("：", ": ")}{why}</p> })
    };
    let back = move |_| form.checking.set(false);
    let nothing = move || any_view! { <p>{words::nothing_against(lang)}</p> };
    any_view! {
        <div class="notice open stack">
            <h3 id=HEADING tabindex="-1">{words::check_heading(lang)}</h3>
            {what}
            {move || against(form).unwrap_or_else(nothing)}
            {why}
            {form.view.with_value(|view| passphrase::asked_before_signing(view.app, lang, &view.here.workplace))}
            <div class="row">
                <button type="button" class="primary" on:click=move |_| signing::sign(form, outcome)>{words::sign(lang)}</button>
                <button type="button" on:click=back>{opinion::go_back(lang)}</button>
            </div>
        </div>
    }
}

/// Lists what speaks against the chosen decision; `None` if nothing does.
pub(super) fn against(form: DecisionForm) -> Option<AnyView> {
    let lines = form.view.with_value(|view| form.against.with(|all| lines(view, all)))?;
    Some(any_view! { <p><strong>{words::against(form.lang)}</strong></p>{lines} })
}
