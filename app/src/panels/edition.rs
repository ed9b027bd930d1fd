//! Offers a newer edition of the current document, and lists what has to be checked again afterwards.

use cunping_core::{id::RuleId, pack::Criterion};
use cunping_text::{edition as told, lang::Lang, ui::edition as words, when};
use leptos::prelude::*;

use crate::{
    browser,
    panels::published,
    routes::Route,
    state::{
        App, Here, PeriodStanding, documents, edition,
        edition::{EditionNote, Offer},
        inbox::Inbox,
    },
};

/// Draws the offer of a newer edition; nothing if there is none.
pub(crate) fn offer(app: App, lang: Lang, here: &Here) -> AnyView {
    let here = here.clone();
    let newest = documents::released(&here.pack.id);
    let offered = move || {
        app.register.with(|register| edition::offer(&here, register, newest?).map(|offer| (here.clone(), offer)))
    };
    any_view! { {move || offered().map(|(here, offer)| card(app, lang, &here, offer))} }
}

fn card(app: App, lang: Lang, here: &Here, offer: Offer) -> AnyView {
    let (title, version) = (&here.pack.source.short, offer.pack.version);
    let lines = told::lines(lang, here.level, offer.level, &offer.editions);
    let details = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <details><summary>{words::what_changed(lang)}</summary><ul>{lines}</ul></details> }
    });
    let verdict = offer.editions.verdict.then(|| view! { <p>{words::verdict_changed(lang)}</p> });
    let unfit = offer.unfit.len();
    let unfit = (unfit > 0).then(|| view! { <p>{words::unfit(lang, unfit)}</p> });
    let inbox = Inbox::shared();
    let (old, new, gone) = (here.pack, offer.pack, offer.unfit);
    let change_over = move |_| {
        app.change_over(old, new, &gone);
        inbox.review_anew();
        browser::begin_at_heading();
    };
    any_view! {
        <section class="notice stack no-print" data-edition=version.to_string()>
            <p><strong>{words::newer(lang, title, version, here.pack.version)}</strong>" "{told::summary(lang, &offer.editions)}</p>
            {published::mark(lang, offer.pack)}
            {details}
            {verdict}
            {unfit}
            <p>{words::carry_over(lang)}</p>
            <p class="row">
                <button type="button" class="primary" on:click=change_over>{words::move_over(lang, version)}</button>
                <span class="soft small">{words::stay_hint(lang)}</span>
            </p>
        </section>
    }
}

/// Says whether the answers to a criterion were carried over or must be checked again since the last change of
/// edition. The flag is true if they must be checked; `None` if the edition changed nothing for it.
pub(crate) fn note(lang: Lang, standing: &PeriodStanding, rule: &RuleId) -> Option<(bool, String)> {
    standing.notes.get(rule).map(|note| match note {
        EditionNote::Again => (true, words::again(lang).to_owned()),
        EditionNote::Carried(day) => (false, words::carried(lang, &when::day(lang, *day))),
    })
}

/// Draws that note as a line below the criterion's finding.
pub(crate) fn line(lang: Lang, standing: &PeriodStanding, rule: &RuleId) -> Option<AnyView> {
    note(lang, standing, rule)
        .map(|(again, text)| any_view! { <p class=if again { "attention" } else { "soft small" }>{text}</p> })
}

/// Lists the criteria that must still be checked again, each as a link; `None` if there are none.
pub(crate) fn list(lang: Lang, standing: &PeriodStanding) -> Option<AnyView> {
    let again = |criterion: &&Criterion| standing.notes.get(&criterion.id) == Some(&EditionNote::Again);
    let rules: Vec<&Criterion> = standing.level.criteria.iter().filter(again).collect();
    let link = |criterion: &Criterion| {
        let to = Route::Question(standing.facts.period, criterion.id.clone()).to_string();
        view! { <li lang="zh-Hans"><a href=to>{criterion.title.clone()}</a></li> }
    };
    (!rules.is_empty()).then(|| {
        any_view! {
            <div class="notice open no-print">
                <p>{words::to_look_at(lang, rules.len())}</p>
                <ul>{rules.into_iter().map(link).collect_view()}</ul>
            </div>
        }
    })
}

/// Draws a notice above a question whose criterion must be checked again, with the button that confirms the answer.
pub(crate) fn confirm(app: App, lang: Lang, here: Here, now: Memo<PeriodStanding>, rule: RuleId) -> AnyView {
    let asked = rule.clone();
    let note = Memo::new(move |_| now.with(|now| now.notes.get(&asked).copied()));
    let (here, rule) = (StoredValue::new(here), StoredValue::new(rule));
    let confirm = move |_| {
        here.with_value(|here| rule.with_value(|rule| app.confirm(here, rule)));
        // The button disappears with the notice.
        browser::begin_at_heading();
    };
    let draw = move || match note.get() {
        Some(EditionNote::Again) => Some(any_view! {
            <div class="notice open stack">
                <p><strong>{words::again(lang)}</strong>" "{words::again_why(lang)}</p>
                <p><button type="button" on:click=confirm>{words::confirm(lang)}</button></p>
            </div>
        }),
        Some(EditionNote::Carried(day)) => {
            Some(any_view! { <p class="soft small">{words::carried(lang, &when::day(lang, day))}</p> })
        }
        None => None,
    };
    any_view! { <div role="status">{draw}</div> }
}
