//! Shows what the document leaves to others and what is loaded of it, and loads more. Core checks each overlay.

mod candidate;

use cunping_core::{
    bundle::groups,
    overlay::Overlay,
    pack::{Pack, Reference, ReferenceKind},
};
use cunping_text::{answer::LabeledValue, lang::Lang, overlay, ui::common, ui::export, ui::overlay as words, when};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser,
    components::file_button::file_button,
    pages::document::{overlay_form, overlay_form::LevelForm},
    state::{App, bundles::Bundles, inbox::Inbox, supplement::signer_of},
    store::{Change, LoadedOverlay, Saved},
};
use candidate::{OverlayCandidate, looked_at, shown};

/// Draws the section; `None` for a document that leaves nothing to others.
pub(super) fn supplements(lang: Lang, pack: &'static Pack) -> Option<AnyView> {
    let (app, inbox, bundles) = (App::shared(), Inbox::shared(), Bundles::shared());
    let found = RwSignal::new(OverlayCandidate::Nothing);
    let rows = move || pack.references.iter().map(|reference| row(lang, pack, reference, app)).collect_view();
    let forms = overlay_form::forms(lang, app, pack);
    let (typed, copied) = (forms.clone(), forms);
    let loaded = move || {
        let of = |saved: &&Saved<LoadedOverlay>| saved.value.overlay.pack == pack.id;
        let all = app.register.with(|register| register.overlays.iter().filter(of).cloned().collect::<Vec<_>>());
        let heading = (!all.is_empty()).then(|| view! { <h3>{words::loaded(lang)}</h3> });
        view! { {heading}<ul class="plain">{all.into_iter().map(|saved| item(lang, app, inbox, pack, saved, &copied)).collect_view()}</ul> }
    };
    let chosen = move |file| {
        spawn_local(async move {
            let text = browser::text_of(file).await;
            let _gone = found.try_set(looked_at(app, bundles, lang, pack, text));
        });
    };
    let choose = move || {
        app.current.get().map(|_| {
            view! {
                <p>{file_button(words::choose(lang), ".json,application/json,text/plain", chosen)}</p>
                {typed.iter().map(|form| form.draw()).collect_view()}
            }
        })
    };
    (!pack.references.is_empty()).then(|| {
        any_view! {
            <section class="document-part">
                <h2>{words::heading(lang)}</h2>
                <p class="soft">{words::hint(lang)}</p>
                <ul class="plain">{rows}</ul>
                {choose}
                <div role="status">{move || shown(app, inbox, lang, pack, found)}</div>
                {loaded}
            </section>
        }
    })
}

/// Draws one thing that is left to others, and whether it is loaded.
fn row(lang: Lang, pack: &'static Pack, reference: &'static Reference, app: App) -> AnyView {
    let of = |overlay: &Overlay| overlay.is_for(pack) && brings(overlay, reference);
    let there = app.register.with(|register| register.overlays.iter().any(|saved| of(&saved.value.overlay)));
    let state = if there { words::here(lang) } else { words::missing(lang) };
    let icon = if there { "✓" } else { "？" };
    let readings = pack.readings.iter().filter(|reading| reference.readings.contains(&reading.note.id));
    let readings = readings.map(|reading| {
        view! { <p class="soft small"><strong>{common::our_reading(lang)}</strong>" "{lang.of(&reading.note.text).to_owned()}</p> }
    });
    any_view! {
        <li>
            <strong>{lang.of(&reference.label).to_owned()}</strong>" · "<span><span aria-hidden="true">{icon}</span>" "{state}</span>
            " "<span class="soft small">{words::who(lang, lang.of(&reference.who))}</span>
            {readings.collect_view()}
        </li>
    }
}

fn brings(overlay: &Overlay, reference: &Reference) -> bool {
    match reference.kind {
        ReferenceKind::Weights => !overlay.weights.is_empty(),
        ReferenceKind::PassMark => overlay.pass_mark.is_some(),
        ReferenceKind::VetoList => !overlay.vetoes.is_empty(),
        ReferenceKind::Text => overlay.texts.contains_key(&reference.id),
        ReferenceKind::Value { .. } => overlay.values.contains_key(&reference.id),
    }
}

/// Draws one loaded overlay: who signed it, what it sets, and the buttons for it.
fn item(
    lang: Lang,
    app: App,
    inbox: Inbox,
    pack: &'static Pack,
    loaded: Saved<LoadedOverlay>,
    forms: &[LevelForm],
) -> AnyView {
    let signer = {
        let loaded = loaded.clone();
        move || {
            let signer = Bundles::shared().roster.with(|roster| signer_of(&loaded, &roster.keys));
            candidate::signer(lang, pack, signer.as_ref())
        }
    };
    let LoadedOverlay { overlay, file } = loaded.value;
    let digest = overlay.digest;
    let remove = move |_| {
        if let Some(of) = app.current.get_untracked() {
            app.change(vec![Change::DeleteOverlay(of, digest)]);
            inbox.review_anew();
        }
    };
    let by = words::by(lang, &overlay.issuer, &when::day(lang, overlay.issued));
    let line =
        |line: LabeledValue| view! { <div class="document-line"><dt>{line.label}</dt><dd>{line.value}</dd></div> };
    let lines = overlay::brought(lang, pack, &overlay).into_iter().map(line).collect_view();
    let said = RwSignal::new("");
    // A signed overlay is handed on as the original file, so that its signature stays valid.
    let (name, text) =
        (export::named(&[&pack.source.short, &overlay.title], "json"), file.unwrap_or_else(|| overlay.write()));
    let save = move |_| {
        let handed = browser::download(&name, "application/json", &text);
        said.set(if handed { export::saved_where(lang) } else { words::not_downloaded(lang) });
    };
    let form = forms.iter().copied().find(|form| form.is_for(&overlay));
    let copy = form.map(|form| {
        let overlay = overlay.clone();
        view! { <button type="button" on:click=move |_| form.copy(&overlay)>{words::edit_copy(lang)}</button> }
    });
    any_view! {
        <li class="card stack" id=format!("overlay-{digest}") tabindex="-1">
            <p><strong>{overlay.title}</strong>" · "{by}{overlay.number.map(|number| format!(" · {number}"))}</p>
            <p class="soft small">{words::not_from_document(lang)}" · "{words::fingerprint(lang)}" "<span class="digest">{digest.to_string()}</span></p>
            <dl class="pairs">{signer}<dt>{words::fingerprint_groups(lang)}</dt><dd class="digest">{groups(digest)}</dd></dl>
            <dl>{lines}</dl>
            <p class="row">
                <button type="button" on:click=save>{words::download(lang)}</button>
                {copy}
                <button type="button" class="quiet" on:click=remove>{words::remove(lang)}</button>
                <span role="status">{said}</span>
            </p>
        </li>
    }
}
