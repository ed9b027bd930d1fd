//! What the document leaves to others, what is loaded of it, and loading more. Judges no overlay: core does.

use cunping_core::{
    overlay::Overlay,
    pack::{Pack, Reference, ReferenceKind},
};
use cunping_office::{
    lang::Lang,
    problem::{self, Problem as Told},
    ui::overlay as words,
    when,
};
use leptos::{prelude::*, task::spawn_local};
use web_sys::HtmlInputElement;

use crate::{
    browser, clock,
    components::problem::Problem,
    state::{App, inbox::Inbox},
    store::{Change, Saved},
};

/// The section; nothing for a document that leaves nothing to others.
pub(super) fn supplements(lang: Lang, pack: &'static Pack) -> Option<AnyView> {
    let (app, inbox) = (App::shared(), Inbox::shared());
    let problems = RwSignal::new(Vec::<Told>::new());
    let rows = move || pack.references.iter().map(|it| row(lang, it, app)).collect_view();
    let loaded = move || {
        let all = app.register.with(|it| it.overlays_of(&pack.id).into_iter().cloned().collect::<Vec<_>>());
        let heading = (!all.is_empty()).then(|| view! { <h3>{words::loaded(lang)}</h3> });
        view! { {heading}<ul>{all.into_iter().map(|it| item(lang, app, inbox, it)).collect_view()}</ul> }
    };
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                let text = browser::text_of(file).await;
                let _gone = problems.try_set(load(app, inbox, lang, pack, text));
            });
        }
        input.set_value("");
    };
    let told =
        move || problems.get().into_iter().map(|it| view! { <Problem what=it.what todo=it.advice /> }).collect_view();
    let choose = move || {
        app.current.get().map(|_| {
            view! {
                <p><label class="button file-button">
                    {words::choose(lang)}
                    <input type="file" class="hidden-text" accept=".json,application/json,text/plain" on:change=chosen />
                </label></p>
            }
        })
    };
    (!pack.references.is_empty()).then(|| {
        view! {
            <section class="document-part">
                <h2>{words::heading(lang)}</h2>
                <p class="soft">{words::hint(lang)}</p>
                <ul class="plain">{rows}</ul>
                {choose}
                <div role="status">{told}</div>
                {loaded}
            </section>
        }
        .into_any()
    })
}

/// One thing that is left to others, and whether it is here.
fn row(lang: Lang, it: &'static Reference, app: App) -> AnyView {
    let there = app.register.with(|register| register.overlays.iter().any(|overlay| brings(&overlay.value, it)));
    let state = if there { words::here(lang) } else { words::missing(lang) };
    let icon = if there { "✓" } else { "？" };
    view! {
        <li>
            <strong>{lang.of(&it.label).to_owned()}</strong>" · "<span><span aria-hidden="true">{icon}</span>" "{state}</span>
            " "<span class="soft small">{words::who(lang, lang.of(&it.who))}</span>
        </li>
    }
    .into_any()
}

fn brings(overlay: &Overlay, it: &Reference) -> bool {
    match it.kind {
        ReferenceKind::Weights => !overlay.weights.is_empty(),
        ReferenceKind::PassMark => overlay.pass_mark.is_some(),
        ReferenceKind::VetoList => !overlay.vetoes.is_empty(),
        ReferenceKind::Text => overlay.texts.contains_key(&it.id),
        ReferenceKind::Value { .. } => overlay.values.contains_key(&it.id),
    }
}

/// One loaded overlay, with the texts that it brings.
fn item(lang: Lang, app: App, inbox: Inbox, it: Overlay) -> AnyView {
    let digest = it.digest;
    let remove = move |_| {
        if let Some(of) = app.current.get_untracked() {
            app.change(vec![Change::DeleteOverlay(of, digest)]);
            inbox.review_anew();
        }
    };
    let by = words::by(lang, &it.issuer, &when::day(lang, it.issued));
    let texts = it.texts.into_values().flatten().map(|text| view! { <li>{text}</li> });
    view! {
        <li class="card stack">
            <p><strong>{it.title}</strong>" · "{by}{it.number.map(|number| format!(" · {number}"))}</p>
            <p class="soft small">{words::not_from_document(lang)}" · "{words::fingerprint(lang)}" "<span class="digest">{digest.to_string()}</span></p>
            <ul>{texts.collect_view()}</ul>
            <p><button type="button" class="quiet" on:click=remove>{words::remove(lang)}</button></p>
        </li>
    }
    .into_any()
}

/// Loads an overlay, or says everything that is wrong with it.
fn load(app: App, inbox: Inbox, lang: Lang, pack: &Pack, text: Option<String>) -> Vec<Told> {
    let Some(text) = text else {
        return vec![Told { what: words::not_read(lang).to_owned(), advice: words::not_read_do(lang).to_owned() }];
    };
    let overlay = match Overlay::read(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').as_bytes()) {
        Ok(overlay) => overlay,
        Err(wrong) => return problem::overlay_file(lang, &wrong),
    };
    let mut faults = overlay.check(pack);
    app.register.with_untracked(|it| {
        let others = it.overlays_of(&pack.id).into_iter().filter(|other| overlay.conflicts_with(other));
        faults.extend(others.map(|other| cunping_core::overlay::OverlayFault::Conflict(other.digest)));
    });
    if let (true, Some(of)) = (faults.is_empty(), app.current.get_untracked()) {
        app.change(vec![Change::PutOverlay(of, Saved { value: overlay, at_ms: clock::now() })]);
        inbox.review_anew();
    }
    faults.iter().map(|fault| problem::overlay(lang, pack, fault)).collect()
}
