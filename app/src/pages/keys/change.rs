//! Changes the workplace's key: with the old key vouching for the new, or in place of a lost one.

use cunping_core::{
    bundle::{KeyRole, Thumbprint},
    days::Day,
};
use cunping_text::{lang::Lang, ui::keys as words, ui::passphrase as secret};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::problem::Problem,
    pages::keys::{choosing::day_of, own::roles},
    panels::{parties::PartyView, passphrase, passphrase::Pair, signed::problem_now},
    state::{
        App,
        bundles::keys::TakesOver,
        keys::has_passphrase_to_ask,
        passphrase::{PassphraseError, make},
        signing::SignError,
    },
};

/// Why the key was not changed.
#[derive(Clone, Debug)]
enum ChangeError {
    Typed(&'static str),
    Sign(SignError),
    Key(PassphraseError),
}

/// Draws the card.
pub(super) fn section(view: &PartyView, role: RwSignal<KeyRole>) -> AnyView {
    let lang = view.lang;
    any_view! {
        <section class="card stack" aria-labelledby="change">
            <h2 id="change">{words::change(lang)}</h2>
            <details><summary>{words::change_regular(lang)}</summary><div class="stack">{vouched(view, role)}</div></details>
            <details><summary>{words::lost(lang)}</summary><div class="stack">{lost(view, role)}</div></details>
        </section>
    }
}

fn vouched(view: &PartyView, role: RwSignal<KeyRole>) -> AnyView {
    let app = view.app;
    let (lang, problem) = (view.lang, RwSignal::new(None));
    let new = New::of(view);
    let view = view.clone();
    let change = move |_| take_over(&view, role, TakesOver::Vouched, new, problem);
    any_view! {
        <p>{words::change_hint(lang)}</p>
        <p class="notice open">{words::change_sure(lang)}</p>
        {roles((app, lang), "new-role", role)}
        {new.fields(lang, "changed-passphrase", "changed-passphrase-again")}
        {told(lang, problem)}
        <p class="row"><button type="button" disabled=new.busy on:click=change>{words::change_now(lang)}</button>{new.working(lang)}</p>
    }
}

fn lost(view: &PartyView, role: RwSignal<KeyRole>) -> AnyView {
    let app = view.app;
    let (lang, problem) = (view.lang, RwSignal::new(None));
    let since = RwSignal::new(clock::today().to_string());
    let fingerprint = RwSignal::new(String::new());
    let new = New::of(view);
    let (this, other) = (view.clone(), view.clone());
    let here = move |_| match day_of(&since.get_untracked()) {
        Some(day) => take_over(&this, role, TakesOver::Lost(day), new, problem),
        None => problem.set(Some(ChangeError::Typed(words::bad_day(lang)))),
    };
    let elsewhere = move |_| match old(&other, fingerprint, since) {
        Ok(lost) => introduce(&other, role, lost, problem),
        Err(wrong) => problem.set(Some(ChangeError::Typed(wrong))),
    };
    any_view! {
        <p>{words::lost_hint(lang)}</p>
        <p class="row">
            <label for="lost-since">{words::lost_since(lang)}</label>
            <input id="lost-since" type="date" max=clock::today().to_string() prop:value=since on:input=move |event| since.set(event_target_value(&event)) />
        </p>
        {roles((app, lang), "lost-role", role)}
        {told(lang, problem)}
        <h3>{words::lost_this(lang)}</h3>
        <p class="notice open">{words::change_sure(lang)}</p>
        {new.fields(lang, "lost-passphrase", "lost-passphrase-again")}
        <p class="row"><button type="button" class="danger" disabled=new.busy on:click=here>{words::lost_this(lang)}</button>{new.working(lang)}</p>
        <h3>{words::lost_other(lang)}</h3>
        <label for="lost-fingerprint">{words::lost_fingerprint(lang)}</label>
        <input id="lost-fingerprint" type="text" autocomplete="off" spellcheck="false" maxlength="60" prop:value=fingerprint
            on:input=move |event| fingerprint.set(event_target_value(&event)) />
        <p><button type="button" on:click=elsewhere>{words::lost_make(lang)}</button></p>
    }
}

fn old(view: &PartyView, typed: RwSignal<String>, since: RwSignal<String>) -> Result<(Thumbprint, Day), &'static str> {
    let lang = view.lang;
    let kid: Thumbprint = typed.get_untracked().trim().parse().map_err(|_| words::not_a_fingerprint(lang))?;
    if kid.to_string() == view.here.workplace.own.thumbprint {
        return Err(words::same_key(lang));
    }
    Ok((kid, day_of(&since.get_untracked()).ok_or(words::bad_day(lang))?))
}

/// The passphrase of the new key, and whether the key is being made. A handle: copies share the same state.
#[derive(Clone, Copy)]
struct New {
    pair: Option<Pair>,
    busy: RwSignal<bool>,
}

impl New {
    /// Asks for a passphrase only if the new key needs one: if the old one has one, or the page was opened from disk.
    fn of(view: &PartyView) -> Self {
        let needed = has_passphrase_to_ask(&view.here.workplace);
        Self { pair: needed.then(Pair::new), busy: RwSignal::new(false) }
    }

    fn fields(self, lang: Lang, id: &'static str, id_again: &'static str) -> Option<AnyView> {
        let pair = self.pair?;
        Some(any_view! {
            <p class="notice">{words::change_passphrase(lang)}" "{secret::hint(lang)}</p>
            {pair.fields(lang, secret::new_field(lang), id, id_again)}
        })
    }

    fn working(self, lang: Lang) -> AnyView {
        any_view! { <span role="status">{move || self.busy.get().then(|| secret::working(lang))}</span> }
    }
}

fn take_over(
    view: &PartyView,
    role: RwSignal<KeyRole>,
    how: TakesOver,
    new: New,
    problem: RwSignal<Option<ChangeError>>,
) {
    let (app, bundles, here) = (view.app, view.bundles, view.here.clone());
    let given = match new.pair.map(|pair| pair.given(view.lang)).transpose() {
        Ok(given) => given,
        Err(what) => return problem.set(Some(ChangeError::Typed(what))),
    };
    problem.set(None);
    new.busy.set(true);
    app.undertake(async move {
        let outcome = match make(given).await {
            Ok(made) => bundles.take_over(app, &here, role.get_untracked(), how, made).await.map_err(ChangeError::Sign),
            Err(trouble) => Err(ChangeError::Key(trouble)),
        };
        match outcome {
            // The screen is then drawn anew, so the focus goes to its heading.
            Ok(()) => browser::focus_heading(),
            Err(wrong) => drop((problem.try_set(Some(wrong)), new.busy.try_set(false))),
        }
    });
}

fn introduce(
    view: &PartyView,
    role: RwSignal<KeyRole>,
    lost: (Thumbprint, Day),
    problem: RwSignal<Option<ChangeError>>,
) {
    let (app, bundles, here) = (view.app, view.bundles, view.here.clone());
    app.undertake(async move {
        match bundles.introduce(app, &here, role.get_untracked(), Some(lost)).await {
            Ok(()) => browser::focus_heading(),
            Err(error) => drop(problem.try_set(Some(ChangeError::Sign(error)))),
        }
    });
}

fn told(lang: Lang, problem: RwSignal<Option<ChangeError>>) -> AnyView {
    (move || {
        problem.get().map(|problem| match problem {
            ChangeError::Typed(what) => any_view! { <Problem what todo=words::mend(lang) /> },
            ChangeError::Sign(error) => problem_now(App::shared(), lang, &error).into_any(),
            ChangeError::Key(trouble) => passphrase::problem(lang, &trouble),
        })
    })
    .into_any()
}
