//! The office's decision about a unit (认定): where the unit stands, whose turn it is, what was decided.

mod before;
mod check;
mod form;
mod removal;
mod signing;

use cunping_core::{
    bundle::{Decision, Recognition},
    deciding::{Contradiction, Recomputed, forbidden, unreasoned},
    id::Digest,
};
use cunping_text::{deciding, recognition, ui::recognition as words, when};
use leptos::prelude::*;

use crate::{
    components::mark::Mark,
    pages::unit::{UnitView, whole},
    panels::signed,
    state::township::Stand,
};

/// Draws the section; `None` where the award is not given for the period.
pub(super) fn section(view: &UnitView) -> Option<AnyView> {
    let (lang, level, pack) = (view.lang, view.level, view.here.pack);
    if when::kind(view.period) != level.awarded_for {
        return None;
    }
    let outcome = RwSignal::new(signed::SigningState::Idle);
    let of = view.clone();
    let file = Memo::new(move |_| counted(&of));
    let app = view.app;
    let whole = LocalResource::new(move || {
        let file = file.get();
        async move { whole::read(app, file).await.ok().flatten() }
    });
    let of = view.clone();
    let stands = move || {
        let Some(file) = file.get() else {
            return any_view! { <p>{words::nothing_to_decide(lang)}</p> };
        };
        let found = whole.get().flatten().and_then(|whole| before::found(&of, &whole));
        let (settled, decisions) = of
            .responses
            .with(|responses| (responses.stands(level, file), list(&of, responses.on(file), found.as_ref())));
        let settled = match &found {
            Some(found) => settled.given(found.verdict()),
            None => settled,
        };
        let stands = recognition::settled(lang, pack, &settled);
        any_view! {
            <p><Mark mark=stands.mark />" "{stands.sentence}</p>
            <p class="soft">{stands.next}</p>
            {decisions}
        }
    };
    let waiting = view.clone();
    let waits = move || {
        let line = waiting.line()?;
        let waits = |file: &crate::state::township::UnitFile| {
            matches!(file.supersession, Some(cunping_core::bundle::Supersession::Waits(_)))
        };
        let any = line.files.iter().any(waits);
        any.then(|| view! { <p class="notice open">{words::waiting_file(lang)}" "{words::let_in(lang)}</p> })
    };
    let of = view.clone();
    // The form belongs to the file that counts, and closes when another one does.
    let form = move || {
        let whole = whole.get().flatten().filter(|whole| Some(whole.verified.digest) == file.get())?;
        form::form(&of, whole, outcome)
    };
    Some(any_view! {
        <section class="card stack no-print" aria-labelledby="recognition">
            <h2 id="recognition">{words::heading(lang)}</h2>
            <p class="soft" lang="zh-Hans">{recognition::order(lang, pack, level)}</p>
            {stands}
            {waits}
            {form}
            {signed::outcome(lang, words::signed(lang), words::send_on(lang), outcome)}
        </section>
    })
}

pub(super) fn counted(view: &UnitView) -> Option<Digest> {
    match view.line()?.stand {
        Stand::Counted(digest) => Some(digest),
        _ => None,
    }
}

fn list(view: &UnitView, all: Vec<&Recognition>, found: Option<&Recomputed>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let (lang, pack, level) = (view.lang, view.here.pack, view.level);
    let line = |recognition: &Recognition| {
        let day = when::day(lang, recognition.stated.at.day());
        let by = words::decided(lang, recognition::name(pack, &recognition.office), &day);
        let step = if let Decision::Removed(step) = &recognition.decision {
            pack.procedure.iter().find(|listed| listed.id == *step)
        } else {
            None
        };
        let step = step.map(|step| view! { <p>{words::step_of(lang, &step.title, &step.clause)}</p> });
        let reasons = recognition::reasons(lang, level, &recognition.reasons);
        view! {
            <li>
                <Mark mark=recognition::decision(lang, &recognition.decision) />" "{by}
                {reasons.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                {step}
                {found.and_then(|found| faults(view, recognition, found))}
            </li>
        }
    };
    let lines = all.into_iter().map(line).collect_view();
    Some(any_view! { <h3>{words::decisions(lang)}</h3><ul class="plain">{lines}</ul> })
}

/// Draws why a received decision is void, or what it contradicts without a reason; `None` if it is in order.
fn faults(view: &UnitView, recognition: &Recognition, found: &Recomputed) -> Option<AnyView> {
    let lang = view.lang;
    let (told, all): (_, Vec<Contradiction>) = match forbidden(found, &recognition.decision) {
        Some(why) => (words::came_forbidden(lang), vec![why]),
        None => (words::came_unreasoned(lang), unreasoned(found, recognition)),
    };
    let lines = lines(view, &all)?;
    Some(any_view! { <div class="notice breach stack"><p><strong>{told}</strong></p>{lines}</div> })
}

/// Lists contradictions, one a line; `None` if there are none.
fn lines(view: &UnitView, all: &[Contradiction]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let directory = view.directory();
    let line = |contradiction| {
        let text = deciding::line(view.lang, view.here.pack, view.level, directory.as_ref(), contradiction);
        view! { <li>{text}</li> }
    };
    Some(any_view! { <ul>{all.iter().map(line).collect_view()}</ul> })
}
