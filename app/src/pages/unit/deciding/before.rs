//! What is known about a unit before an office decides: the result of its file, opinions, decisions, the review.

use cunping_core::{
    bundle::{Decision, Recognition},
    deciding::{Before, Recomputed, wants_review},
    id::OfficeId,
};
use leptos::prelude::*;

use super::super::{UnitView, whole::OpenedFile};

/// Returns the result of a file; `None` if it cannot be recomputed here.
pub(super) fn found(view: &UnitView, whole: &OpenedFile) -> Option<Recomputed> {
    let (_, level) = whole.made_with()?;
    let evaluation = whole.review.evaluation.as_ref()?;
    let digests = &whole.assessment().overlays;
    let named = view.app.register.with_untracked(|register| register.overlays_named(digests));
    Some(Recomputed::new(level, &named.iter().collect::<Vec<_>>(), evaluation))
}

/// Calls `look` with what is known when `office` decides on a file. Reads signals, so a view or memo that calls it is
/// updated when they change.
pub(super) fn with<T>(
    view: &UnitView,
    (whole, found): (&OpenedFile, Option<&Recomputed>),
    office: &OfficeId,
    look: impl FnOnce(&Before<'_>) -> T,
) -> T {
    let (pack, level) = whole.made_with().unwrap_or((view.here.pack, view.level));
    let reviewed = wants_review(pack, level).and_then(|of| {
        let year = view.period.whole_year();
        view.app.register.with(|register| register.reviews_of(&pack.id, of, year).get(&view.unit).copied())
    });
    let directory = view.directory();
    view.responses.with(|responses| {
        let voices = directory
            .map(|directory| responses.voices(&directory, pack, level, whole.assessment()))
            .unwrap_or_default();
        let on = responses.on(whole.verified.digest);
        let decided: Vec<(&OfficeId, &Decision)> =
            on.iter().map(|recognition| (&recognition.office, &recognition.decision)).collect();
        let same = |recognition: &&Recognition| {
            let of = &recognition.subject;
            recognition.office == *office
                && (of.unit, of.period, &of.level, &of.pack.id) == (view.unit, view.period, &level.id, &pack.id)
        };
        let own = responses.decisions.iter().map(|(_, recognition)| recognition).filter(same);
        let own = own.max_by_key(|recognition| recognition.stated.at).map(|recognition| &recognition.decision);
        look(&Before { pack, level, found, voices: &voices, decided: &decided, own, reviewed })
    })
}
