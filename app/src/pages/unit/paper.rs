//! A form of the document, filled from the chosen file: seen on paper only. Lays nothing out itself.

use cunping_core::{bundle::Recognition, pack::FormKind};
use cunping_office::{case::Case, form};
use leptos::prelude::*;

use crate::{
    components::sheet::{Paper, Seal},
    pages::unit::{View, whole::Whole},
};

/// Whether the document prints a recognition form for the unit.
pub(super) fn recognises(view: &View) -> bool {
    view.here.pack.forms.iter().any(|it| it.level == view.level.id && it.kind == FormKind::Recognition)
}

/// The form that is to be printed, or this program's own sheet where the document has none; nothing where the file's
/// facts do not fit.
pub(super) fn form(view: &View, whole: &Whole) -> Option<AnyView> {
    whole.made_with()?;
    whole.review.evaluation.as_ref()?;
    let (view, whole) = (view.clone(), whole.clone());
    let draw = move || drawn(&view, &whole, view.paper.get());
    Some(view! { <div class="paper-only">{draw}</div> }.into_any())
}

fn drawn(view: &View, whole: &Whole, kind: FormKind) -> Option<AnyView> {
    let (pack, level) = whole.made_with()?;
    let evaluation = whole.review.evaluation.as_ref()?;
    let printed = pack.forms.iter().find(|it| it.level == level.id && it.kind == kind);
    let it = whole.assessment();
    let case = Case { pack, level, facts: &it.facts, evaluation };
    let loaded = view.app.register.with_untracked(|register| register.overlays.clone());
    let overlays: Vec<_> =
        loaded.iter().map(|it| &it.value.overlay).filter(|one| it.overlays.contains(&one.digest)).collect();
    let signed_on = it.stated_at.day();
    let directory = view.directory()?;
    let counsel = view.counsel.get();
    let voices = counsel.voices(&directory, pack, level, it);
    let decisions: Vec<&Recognition> = counsel.on(whole.opened.digest);
    let filling = form::Filling {
        period: view.period,
        unit: Some(&it.unit_name),
        date: Some(signed_on),
        case: Some(case),
        overlays: &overlays,
        decided: Some(form::Decided { directory: &directory, voices: &voices, decisions: &decisions }),
    };
    let sheet = match printed {
        Some(printed) => form::sheet(pack, level, printed, filling),
        None => form::own_sheet(pack, level, filling),
    };
    let seal = Some(Seal { digest: whole.opened.digest, sequence: it.sequence, signed_on });
    Some(view! { <Paper sheet seal example=it.example readings=true /> }.into_any())
}
