//! What the document leaves to others, what is loaded of it, and loading more. Judges no overlay: core does.

use cunping_core::{
    bundle::{SignedOverlay, open_as},
    overlay::Overlay,
    pack::{Pack, Reference, ReferenceKind},
};
use cunping_office::{
    answer::Line,
    lang::Lang,
    overlay,
    problem::{self, Problem as Told},
    ui::{export, overlay as words},
    when,
};
use leptos::{prelude::*, task::spawn_local};
use web_sys::HtmlInputElement;

use super::overlay_form::{self, Form};
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
    let forms = overlay_form::forms(lang, app, pack);
    let (typed, copied) = (forms.clone(), forms);
    let loaded = move || {
        let all = app.register.with(|it| it.overlays_of(&pack.id).into_iter().cloned().collect::<Vec<_>>());
        let heading = (!all.is_empty()).then(|| view! { <h3>{words::loaded(lang)}</h3> });
        view! { {heading}<ul class="plain">{all.into_iter().map(|it| item(lang, app, inbox, pack, it, &copied)).collect_view()}</ul> }
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
                {typed.iter().map(|it| it.draw()).collect_view()}
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

/// One loaded overlay, with what it brings, and what can be done with it.
fn item(lang: Lang, app: App, inbox: Inbox, pack: &'static Pack, it: Overlay, forms: &[Form]) -> AnyView {
    let digest = it.digest;
    let remove = move |_| {
        if let Some(of) = app.current.get_untracked() {
            app.change(vec![Change::DeleteOverlay(of, digest)]);
            inbox.review_anew();
        }
    };
    let by = words::by(lang, &it.issuer, &when::day(lang, it.issued));
    let line = |it: Line| view! { <div class="document-line"><dt>{it.label}</dt><dd>{it.value}</dd></div> };
    let lines = overlay::brought(lang, pack, &it).into_iter().map(line).collect_view();
    let said = RwSignal::new("");
    let (name, text) = (export::named(&[&pack.source.short, &it.title], "json"), it.write());
    let save = move |_| {
        let handed = browser::download(&name, "application/json", &text);
        said.set(if handed { words::downloaded(lang) } else { words::not_downloaded(lang) });
    };
    let form = forms.iter().copied().find(|form| form.is_for(&it));
    let copy = form.map(|form| {
        let it = it.clone();
        view! { <button type="button" on:click=move |_| form.copy(&it)>{words::edit_copy(lang)}</button> }
    });
    view! {
        <li class="card stack" id=format!("overlay-{digest}") tabindex="-1">
            <p><strong>{it.title}</strong>" · "{by}{it.number.map(|number| format!(" · {number}"))}</p>
            <p class="soft small">{words::not_from_document(lang)}" · "{words::fingerprint(lang)}" "<span class="digest">{digest.to_string()}</span></p>
            <dl>{lines}</dl>
            <p class="row">
                <button type="button" on:click=save>{words::download(lang)}</button>
                {copy}
                <button type="button" class="quiet" on:click=remove>{words::remove(lang)}</button>
                <span role="status">{said}</span>
            </p>
        </li>
    }
    .into_any()
}

/// Whether the workplace is the example's.
fn plays(app: App) -> bool {
    untrack(|| app.workplace()).is_some_and(|it| it.example)
}

/// Loads an overlay, signed or not, or says everything that is wrong with it.
fn load(app: App, inbox: Inbox, lang: Lang, pack: &Pack, text: Option<String>) -> Vec<Told> {
    let Some(text) = text else {
        return vec![Told { what: words::not_read(lang).to_owned(), advice: words::not_read_do(lang).to_owned() }];
    };
    let bytes = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').as_bytes();
    let overlay = match (Overlay::read(bytes), open_as::<SignedOverlay>(bytes)) {
        (Ok(overlay), _) => overlay,
        // Play data is for play only, as with every other file.
        (Err(_), Ok(signed)) if signed.payload.stated.example && !plays(app) => {
            return vec![Told { what: words::example(lang).to_owned(), advice: words::example_do(lang).to_owned() }];
        }
        (Err(_), Ok(signed)) => signed.payload.overlay,
        // A file that is signed at all is told apart by its three members.
        (Err(_), Err(wrong)) if text.contains("\"protected\"") => return vec![problem::bundle(lang, &wrong)],
        (Err(wrong), _) => return problem::overlay_file(lang, &wrong),
    };
    if let Some(refused) = overlay.said().iter().find_map(|(_, text)| problem::in_text(lang, text)) {
        return vec![refused];
    }
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
