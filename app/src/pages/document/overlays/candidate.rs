//! Shows a chosen supplement before it is loaded: who signed it, and what it would change. State and core check it.

use cunping_core::{
    bundle::{KeyState, groups},
    pack::Pack,
};
use cunping_text::{
    answer::LabeledValue,
    lang::Lang,
    overlay,
    problem::{self, Problem as Told},
    ui::{common, overlay as words},
    when,
};
use leptos::prelude::*;

use crate::{
    clock,
    components::problem::Problem,
    panels::parties,
    state::{
        App,
        bundles::Bundles,
        inbox::Inbox,
        supplement::{Context, Supplement, SupplementError, SupplementSigner, look},
    },
    store::{Change, Saved},
};

/// Result of reading the chosen file.
#[derive(Clone)]
pub(super) enum OverlayCandidate {
    Nothing,
    Not(Vec<Told>),
    Supplement(StoredValue<Supplement>),
    Loaded,
}

/// Checks the text of a chosen file. Without a text, which means that the file could not be read, it returns that
/// error.
pub(super) fn looked_at(app: App, bundles: Bundles, lang: Lang, pack: &Pack, text: Option<String>) -> OverlayCandidate {
    let told = |what: &str, advice: &str| vec![Told { what: what.to_owned(), advice: advice.to_owned() }];
    let Some(text) = text else { return OverlayCandidate::Not(told(words::not_read(lang), words::not_read_do(lang))) };
    let is_example = untrack(|| app.workplace()).is_some_and(|workplace| workplace.example);
    let looked = app.register.with_untracked(|register| {
        bundles.roster.with_untracked(|roster| {
            let (loaded, keys) = (&*register.overlays, &*roster.keys);
            look(&text, &Context { pack, loaded, keys, today: clock::today(), is_example })
        })
    });
    OverlayCandidate::Not(match looked {
        Ok(supplement) => return OverlayCandidate::Supplement(StoredValue::new(supplement)),
        Err(SupplementError::File(wrong)) => vec![problem::bundle(lang, &wrong)],
        Err(SupplementError::Form(wrong)) => problem::overlay_file(lang, &wrong),
        Err(SupplementError::Example) => told(words::example(lang), words::example_do(lang)),
        Err(SupplementError::Personal(kind)) => vec![problem::personal(lang, kind)],
        Err(SupplementError::Faults(faults)) => {
            faults.iter().map(|fault| problem::overlay(lang, pack, fault)).collect()
        }
        Err(SupplementError::Taken(why)) => vec![problem::not_taken(lang, why)],
        Err(SupplementError::Here) => told(words::is_here(lang), words::is_here_do(lang)),
    })
}

/// Draws the supplement with the button that loads it, or the errors; `None` before a file is chosen.
pub(super) fn shown(
    app: App,
    inbox: Inbox,
    lang: Lang,
    pack: &'static Pack,
    found: RwSignal<OverlayCandidate>,
) -> Option<AnyView> {
    let problem = |told: Told| view! { <Problem what=told.what todo=told.advice /> };
    Some(match found.get() {
        OverlayCandidate::Nothing => return None,
        OverlayCandidate::Not(told) => told.into_iter().map(problem).collect_view().into_any(),
        OverlayCandidate::Loaded => any_view! { <p class="notice"><strong>{words::loaded_now(lang)}</strong></p> },
        OverlayCandidate::Supplement(stored) => {
            let load = move |_| {
                let Some(supplement) = stored.try_get_value() else { return };
                if let Some(of) = app.current.get_untracked() {
                    let gone = supplement.gone.into_iter().map(|digest| Change::DeleteOverlay(of, digest));
                    let put = Change::PutOverlay(of, Saved { value: supplement.loaded, at_ms: clock::now() });
                    app.change(gone.chain([put]).collect());
                    inbox.review_anew();
                    found.set(OverlayCandidate::Loaded);
                }
            };
            let told = stored.with_value(|supplement| candidate(lang, pack, supplement));
            any_view! {
                <div class="notice open stack">
                    <h3>{words::found(lang)}</h3>
                    {told}
                    <p class="row">
                        <button type="button" class="primary" on:click=load>{words::load(lang)}</button>
                        <button type="button" on:click=move |_| found.set(OverlayCandidate::Nothing)>{common::cancel(lang)}</button>
                    </p>
                </div>
            }
        }
    })
}

fn candidate(lang: Lang, pack: &Pack, supplement: &Supplement) -> AnyView {
    let overlay = &supplement.loaded.overlay;
    let by = words::by(lang, &overlay.issuer, &when::day(lang, overlay.issued));
    let line = |line: LabeledValue| view! { <dt>{line.label}</dt><dd>{line.value}</dd> };
    let changes: Vec<LabeledValue> =
        supplement.changes.iter().map(|change| overlay::changed(lang, pack, change)).collect();
    let changes = if changes.is_empty() {
        any_view! { <p>{words::no_change(lang)}</p> }
    } else {
        any_view! { <dl class="pairs">{changes.into_iter().map(line).collect_view()}</dl> }
    };
    let level = pack.level(&overlay.level).map(|level| level.title.clone());
    let check = if supplement.signer.is_some() { words::check(lang) } else { words::check_unsigned(lang) };
    any_view! {
        <p><strong>{overlay.title.clone()}</strong>" · "{by}{overlay.number.as_ref().map(|number| format!(" · {number}"))}</p>
        <dl class="pairs">
            <dt>{words::level(lang)}</dt><dd>{level}</dd>
            {signer(lang, pack, supplement.signer.as_ref())}
            <dt>{words::fingerprint_groups(lang)}</dt><dd class="digest">{groups(overlay.digest)}</dd>
        </dl>
        {(!supplement.gone.is_empty()).then(|| view! { <p class="notice">{words::takes_place(lang)}</p> })}
        <h4>{words::will_change(lang)}</h4>
        {changes}
        <p>{check}</p>
    }
}

/// Draws who signed, with the key and its owner, or says that nobody did.
pub(super) fn signer(lang: Lang, pack: &Pack, signer: Option<&SupplementSigner>) -> AnyView {
    let Some(signer) = signer else {
        return any_view! { <dt>{words::signer(lang)}</dt><dd><strong>{words::unsigned(lang)}</strong>" · "{words::nobody(lang)}</dd> };
    };
    let label = if signer.key == KeyState::Enrolled { words::signer(lang) } else { words::signer_says(lang) };
    let state = problem::signing_key(lang, signer.key).line(lang);
    any_view! {
        <dt>{label}</dt><dd>{words::signed_by(lang, &parties::signer(pack, &signer.party), &when::day(lang, signer.at.day()))}</dd>
        <dt>{words::sequence(lang)}</dt><dd>{signer.sequence}</dd>
        <dt>{words::key(lang)}</dt><dd><span class="digest">{signer.kid.groups()}</span><br />{state}</dd>
    }
}
