//! The report form of the document, filled from the chosen file: seen on paper only. Lays nothing out itself.

use cunping_core::pack::FormKind;
use cunping_office::{case::Case, form};
use leptos::prelude::*;

use super::{View, whole::Whole};
use crate::components::sheet::{Paper, Seal};

/// The form, or this program's own sheet where the document has none; nothing where the file's facts do not fit.
pub(super) fn form(view: &View, whole: &Whole) -> Option<AnyView> {
    let (pack, level) = whole.made_with()?;
    let period = view.period;
    let evaluation = whole.review.evaluation.as_ref()?;
    let printed = pack.forms.iter().find(|it| it.level == level.id && it.kind == FormKind::Report);
    let it = whole.assessment();
    let case = Case { pack, level, facts: &it.facts, evaluation };
    let loaded = view.app.register.with_untracked(|register| register.overlays.clone());
    let overlays: Vec<_> = loaded.iter().map(|it| &it.value).filter(|one| it.overlays.contains(&one.digest)).collect();
    let signed_on = it.stated_at.day();
    let filling = form::Filling {
        period,
        unit: Some(&it.unit_name),
        date: Some(signed_on),
        case: Some(case),
        overlays: &overlays,
        decided: None,
    };
    let sheet = match printed {
        Some(printed) => form::sheet(pack, level, printed, filling),
        None => form::own_sheet(pack, level, filling),
    };
    let seal = Some(Seal { digest: whole.opened.digest, sequence: it.sequence, signed_on });
    Some(view! { <div class="paper-only"><Paper sheet seal example=it.example readings=true /></div> }.into_any())
}
