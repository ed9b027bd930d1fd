//! The report form of the document, filled from the chosen file: seen on paper only. Lays out what office prepared.

use cunping_core::pack::FormKind;
use cunping_office::{case::Case, form};
use leptos::prelude::*;

use super::{View, whole::Whole};

/// The form; nothing where the document has none for the level, or the file's facts do not fit.
pub(super) fn form(view: &View, whole: &Whole) -> Option<AnyView> {
    let View { here, level, period, .. } = view;
    let evaluation = whole.review.evaluation.as_ref()?;
    let form = here.pack.forms.iter().find(|it| it.level == level.id && it.kind == FormKind::Report)?;
    let it = whole.assessment();
    let case = Case { pack: here.pack, level, facts: &it.facts, evaluation };
    let filling = form::Filling {
        period: *period,
        unit: Some(&it.unit_name),
        date: Some(it.stated_at.day()),
        case: Some(case),
    };
    let _sheet = form::sheet(here.pack, level, form, filling);
    None
}
