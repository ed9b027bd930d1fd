//! A form for what a document leaves to others, for an office that holds the answer on paper. Core checks what is
//! typed.

mod fields;

use cunping_core::{
    overlay::{Overlay, OverlayError, left, open_checks},
    pack::{Level, Pack, ReferenceKind},
};
use cunping_text::{lang::Lang, problem, problem::Problem as Told, ui::common, ui::overlay as words};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser, clock,
    components::problem::Problem,
    drafts::overlay::{DraftError, DraftErrorKind, OverlayDraft},
    state::{App, inbox::Inbox},
    store::{Change, LoadedOverlay, Saved},
};

/// The form of one level: what is typed, and what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct LevelForm {
    lang: Lang,
    app: App,
    pack: &'static Pack,
    level: &'static Level,
    /// The draft; `None` while the form is closed.
    draft: RwSignal<Option<OverlayDraft>>,
    /// The draft discarded last, for undo.
    thrown: RwSignal<Option<OverlayDraft>>,
    /// True once somebody has tried to save: from then on missing fields are reported, too.
    tried: RwSignal<bool>,
    /// The errors in the draft.
    faults: Memo<Vec<DraftError>>,
}

/// Returns a form for each level that leaves something to others. A form with a kept draft is open at once.
pub(super) fn forms(lang: Lang, app: App, pack: &'static Pack) -> Vec<LevelForm> {
    let leaves = |level: &&Level| left(pack, level).next().is_some() || open_checks(level).next().is_some();
    let levels = pack.levels.iter().filter(leaves);
    let form = |level| {
        let (draft, thrown, tried) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(false));
        let faults = Memo::new(move |_| {
            draft.with(|draft| draft.as_ref().map(|draft| faults(app, pack, level, draft))).unwrap_or_default()
        });
        let form = LevelForm { lang, app, pack, level, draft, thrown, tried, faults };
        spawn_local(async move {
            if let Some(text) = app.draft(&form.place()).await {
                let _gone = draft.try_set(Some(OverlayDraft::read(&text)));
            }
        });
        form
    };
    levels.map(form).collect()
}

impl LevelForm {
    /// Returns true if this is the form for an overlay's level.
    pub(super) fn is_for(self, overlay: &Overlay) -> bool {
        self.level.id == overlay.level
    }

    /// Opens the form with a copy of an overlay.
    pub(super) fn copy(self, overlay: &Overlay) {
        self.begin(OverlayDraft::of(self.pack, overlay));
    }

    /// Draws the button that opens the form, or the form while it is open.
    pub(super) fn draw(self) -> AnyView {
        let Self { lang, level, draft, thrown, .. } = self;
        let open = Memo::new(move |_| draft.with(Option::is_some));
        let undo = move |_| {
            if let Some(draft) = thrown.get_untracked() {
                self.begin(draft);
            }
        };
        let closed = move || {
            let undo = thrown.with(Option::is_some).then(|| {
                view! { " "<button type="button" on:click=undo>{common::undo(lang)}</button> }
            });
            view! {
                <p role="status">
                    <button type="button" id=self.id("open") on:click=move |_| self.begin(OverlayDraft::default())>
                        {words::make(lang)}" · "{level.title.as_str()}
                    </button>
                    {undo}
                </p>
            }
        };
        any_view! { {move || if open.get() { self.fields() } else { closed().into_any() }} }
    }

    fn begin(self, draft: OverlayDraft) {
        self.tried.set(false);
        self.thrown.set(None);
        self.keep(&draft);
        self.draft.set(Some(draft));
        request_animation_frame(move || browser::focus_id(&self.id("title")));
    }

    fn fields(self) -> AnyView {
        let Self { lang, level, draft, tried, .. } = self;
        let replaces = draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.replaces().is_some()));
        let replaces = replaces.then(|| view! { <p class="notice">{words::replaces(lang)}</p> });
        let whole = move || {
            let faults = if tried.get() { self.faults.get() } else { Vec::new() };
            let told = |told: Told| view! { <Problem what=told.what todo=told.advice /> };
            let whole =
                faults.iter().filter(|fault| fault.at.is_empty()).map(|fault| told(self.told(fault))).collect_view();
            let mend = (!faults.is_empty()).then(|| view! { <p class="problem-text">{words::mend(lang)}</p> });
            view! { {whole}{mend} }
        };
        let heading = self.id("heading");
        any_view! {
            <section class="card stack overlay-form arrives" aria-labelledby=heading>
                <h3 id=heading.clone()>{words::make(lang)}" · "{level.title.as_str()}</h3>
                <p class="soft">{words::make_hint(lang)}</p>
                {replaces}
                {self.head()}
                {self.parts()}
                <div role="alert">{whole}</div>
                <p class="row">
                    <button type="button" class="primary" on:click=move |_| self.save()>{words::use_it(lang)}</button>
                    <button type="button" on:click=move |_| self.throw()>{words::discard(lang)}</button>
                </p>
            </section>
        }
    }

    /// Draws a field for everything that the document leaves to others at this level.
    fn parts(self) -> Vec<AnyView> {
        let of = |reference: &'static cunping_core::pack::Reference| match reference.kind {
            ReferenceKind::Weights => self.weights(),
            ReferenceKind::PassMark => self.pass_mark(),
            ReferenceKind::VetoList => self.vetoes(reference),
            ReferenceKind::Text => self.text(reference),
            ReferenceKind::Value { .. } => self.value(reference),
        };
        left(self.pack, self.level).map(of).chain(self.settles()).collect()
    }

    /// Says what is wrong at a field, and what to do about it.
    fn told(self, fault: &DraftError) -> Told {
        let lang = self.lang;
        let told = |what: &str, advice: &str| Told { what: what.to_owned(), advice: advice.to_owned() };
        match &fault.why {
            DraftErrorKind::Number(error, decimals) => told(&problem::typed_number(lang, *error, *decimals), ""),
            DraftErrorKind::Day => told(words::day_wrong(lang), words::day_wrong_do(lang)),
            DraftErrorKind::Text if fault.at.starts_with("texts") => {
                told(words::text_wrong(lang), words::text_wrong_do(lang))
            }
            DraftErrorKind::Text => told(words::line_wrong(lang), words::line_wrong_do(lang)),
            DraftErrorKind::Personal(kind) => problem::personal(lang, *kind),
            DraftErrorKind::Overlay(error) => problem::overlay(lang, self.pack, error),
        }
    }

    fn save(self) {
        let (Some(draft), Some(of)) = (self.draft.get_untracked(), self.app.current.get_untracked()) else { return };
        self.tried.set(true);
        let faults = self.faults.get_untracked();
        if let Some(first) = faults.iter().find(|fault| !fault.at.is_empty()) {
            return browser::focus_id(&self.id(&first.at));
        }
        let Ok(value) = draft.finish(self.pack, self.level) else { return };
        if !faults.is_empty() {
            return;
        }
        let gone = draft.replaces().filter(|old| *old != value.digest).map(|old| Change::DeleteOverlay(of, old));
        let digest = value.digest;
        let loaded = Saved { value: LoadedOverlay { overlay: value, file: None }, at_ms: clock::now() };
        let put = [Change::PutOverlay(of, loaded), Change::DeleteDraft(of, self.place())];
        self.app.change(gone.into_iter().chain(put).collect());
        Inbox::shared().review_anew();
        self.draft.set(None);
        request_animation_frame(move || browser::focus_id(&format!("overlay-{digest}")));
    }

    fn throw(self) {
        self.thrown.set(self.draft.get_untracked());
        self.app.keep_draft(&self.place(), String::new());
        self.draft.set(None);
        request_animation_frame(move || browser::focus_id(&self.id("open")));
    }

    fn keep(self, draft: &OverlayDraft) {
        self.app.keep_draft(&self.place(), draft.write());
    }

    /// Returns the key under which the draft is kept.
    fn place(self) -> String {
        format!("overlay/{}/{}", self.pack.id, self.level.id)
    }

    /// Returns the id of the HTML element for a field of the file.
    fn id(self, at: &str) -> String {
        format!("overlay-{}-{}", self.level.id, at.replace('.', "-"))
    }
}

/// Lists what is wrong with a draft: its own faults first, then the loaded overlays that set the same.
fn faults(app: App, pack: &Pack, level: &Level, draft: &OverlayDraft) -> Vec<DraftError> {
    let overlay = match draft.finish(pack, level) {
        Ok(overlay) => overlay,
        Err(faults) => return faults,
    };
    app.register.with(|register| {
        let others = register.overlays_of(&pack.id).into_iter();
        let others = others.filter(|other| Some(other.digest) != draft.replaces() && overlay.conflicts_with(other));
        let fault = |other: &Overlay| DraftErrorKind::Overlay(OverlayError::Conflict(other.digest));
        others.map(|other| DraftError { at: String::new(), why: fault(other) }).collect()
    })
}
