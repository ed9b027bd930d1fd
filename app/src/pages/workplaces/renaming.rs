//! The form for another code or name of a workplace's unit. It says what happens before anything is saved.

use cunping_text::{
    lang::Lang,
    problem,
    ui::{common, passphrase as secret, setup, workplace as words},
};
use leptos::prelude::*;

use super::Forms;
use crate::{
    browser,
    components::{problem::Problem, unit_picker::UnitPicker},
    panels::{passphrase, passphrase::Pair, units},
    routes::Route,
    state::{
        App, findable,
        inbox::Inbox,
        keys,
        keys::KeyError,
        passphrase::PassphraseError,
        renaming::{RenameError, Renaming, apply, is_unknown},
    },
    store::{Role, Workplace},
};

/// Why nothing was saved.
#[derive(Clone)]
enum RenamingProblem {
    /// What was typed does not fit: the code and the name, and what is wrong with them.
    Typed((String, String), &'static str),
    Key(PassphraseError),
}

/// Draws the note that nobody knows the current workplace's key under its new code yet; `None` once its enrolment is
/// made.
pub(super) fn unknown(app: App, lang: Lang, workplace: &Workplace) -> Option<AnyView> {
    let unknown = app.files.with(|files| is_unknown(workplace, files));
    unknown.then(|| {
        any_view! {
            <div class="notice open stack">
                <p>{words::not_known(lang)}</p>
                <p><a class="button" href=Route::Keys.to_string()>{words::to_keys(lang)}</a></p>
            </div>
        }
    })
}

/// Draws the form, filled with what the unit has now.
pub(super) fn form(app: App, lang: Lang, workplace: &Workplace, forms: Forms) -> AnyView {
    let (code, name) = (RwSignal::new(workplace.unit.to_string()), RwSignal::new(workplace.unit_name.clone()));
    let (wrong, busy) = (RwSignal::new(None::<RenamingProblem>), RwSignal::new(false));
    let pair = keys::has_passphrase_to_ask(workplace).then(Pair::new);
    let (inbox, level) = (Inbox::shared(), workplace.unit.level());
    let listed = Memo::new(move |_| findable::units(&[level]));
    let of = StoredValue::new(workplace.clone());
    let typed = move || of.with_value(|workplace| Renaming::typed(workplace, &code.get(), &name.get()));
    let now = move || (code.get(), name.get());
    let refuse = move |what| wrong.set(Some(RenamingProblem::Typed(untrack(now), what)));
    let save = move |_| {
        // The field itself shows what is wrong with it.
        if problem::in_text(lang, &name.get_untracked()).is_some() {
            return browser::focus_id("unit-name");
        }
        let renaming = match untrack(typed) {
            Ok(renaming) => renaming,
            Err(error) => return refuse(told(lang, error)),
        };
        let given = match pair.filter(|_| renaming.code).map(|pair| pair.given(lang)).transpose() {
            Ok(given) => given,
            Err(what) => return refuse(what),
        };
        wrong.set(None);
        busy.set(true);
        app.undertake(async move {
            let Some(workplace) = of.try_get_value() else { return };
            match apply::rename(app, &workplace, &renaming, given).await {
                Ok(()) => {
                    if app.current.get_untracked() == Some(workplace.id) {
                        inbox.look_at_keys(app);
                    }
                    let _gone = (forms.open.try_set(None), forms.said.try_set(words::renamed(lang)));
                    browser::focus_heading();
                }
                Err(error) => drop((wrong.try_set(Some(RenamingProblem::Key(error))), busy.try_set(false))),
            }
        });
    };
    let happens = move || of.with_value(|workplace| happens(app, lang, workplace, typed().ok().as_ref(), pair));
    let shown = move || {
        wrong.get().map(|wrong| match wrong {
            // Gone as soon as something else stands there.
            RenamingProblem::Typed(tried, _) if tried != now() => ().into_any(),
            RenamingProblem::Typed(_, what) => any_view! { <Problem what todo=setup::mend_and_retry(lang) /> },
            RenamingProblem::Key(PassphraseError::Closed(KeyError::Locked)) => {
                any_view! { <Problem what=words::locked(lang) todo=words::locked_do(lang) /> }
            }
            RenamingProblem::Key(error) => passphrase::problem(lang, &error),
        })
    };
    any_view! {
        <section class="notice stack" aria-label=words::rename(lang)>
            <p>{words::rename_intro(lang)}</p>
            <UnitPicker lang units=listed code name on_pick=|()| browser::focus_id("unit-code") change=true />
            {happens}
            {shown}
            <p class="row">
                <button type="button" class="primary" disabled=busy on:click=save>{words::use_new(lang)}</button>
                <button type="button" on:click=move |_| forms.open.set(None)>{common::cancel(lang)}</button>
                <span role="status">{move || busy.get().then(|| secret::working(lang))}</span>
            </p>
        </section>
    }
}

/// Draws what saving does, and asks for the passphrases that another key needs; nothing while nothing would change.
fn happens(
    app: App,
    lang: Lang,
    workplace: &Workplace,
    renaming: Option<&Renaming>,
    pair: Option<Pair>,
) -> Option<AnyView> {
    let renaming = renaming?;
    if !renaming.code {
        return Some(any_view! { <p>{words::only_name(lang)}</p> });
    }
    let below = (workplace.role != Role::Village).then(|| words::below_stay(lang));
    let lines = [words::stays(lang), words::signed_stays(lang), words::new_key(lang), words::hand_in(lang)];
    let lines = lines.into_iter().chain(below).map(|line| view! { <li>{line}</li> }).collect_view();
    let outside = renaming.outside(workplace).into_iter();
    let outside = outside.map(|name| view! { <p class="notice open">{words::outside(lang, name)}</p> }).collect_view();
    // What was encrypted to the old key is opened with the new one, so the old one has to be at hand.
    let locked = keys::is_locked(app, workplace).then(|| {
        let workplace = workplace.clone();
        view! {
            <p>{secret::unlock_first(lang)}</p>
            <passphrase::Unlock lang workplace way_on=true id="passphrase-rename" />
        }
    });
    let fields = pair.map(|pair| pair.fields(lang, secret::new_field(lang), "renamed-passphrase", "renamed-again"));
    Some(any_view! {
        <div class="stack">
            <p><strong>{words::what_happens(lang)}</strong></p>
            <ul>{lines}</ul>
            {outside}
            {locked}
            {fields}
        </div>
    })
}

fn told(lang: Lang, error: RenameError) -> &'static str {
    match error {
        RenameError::Unit(error) => units::words(lang, error),
        RenameError::NotPrintable => words::not_printable(lang),
        RenameError::Same | RenameError::Example => words::same(lang),
    }
}
