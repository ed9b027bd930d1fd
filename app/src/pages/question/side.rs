//! The panel beside a question: what the answers lead to, and what the document says about it.

use cunping_core::pack::{Criterion, Note, Pack, Reading};
use cunping_text::{lang::Lang, ui::common, ui::label};
use leptos::prelude::*;

use crate::{components::reasons::Reasons, panels::standing, state::PeriodStanding};

/// Draws the finding with its reasons; below it monitors, guidance, readings and contradictions.
pub(super) fn panel(lang: Lang, now: Memo<PeriodStanding>, criterion: &'static Criterion) -> AnyView {
    let pack = now.with_untracked(|now| now.pack);
    let checks = Signal::derive(move || now.with(|now| standing::reasons(lang, now, &criterion.id)));
    any_view! {
        <aside class="side stack" aria-label=label::reason(lang)>
            <section class="card" aria-live="polite">
                <h2>{label::reason(lang)}</h2>
                <Reasons lang checks />
            </section>
            {notes(lang, pack, criterion)}
        </aside>
    }
}

fn notes(lang: Lang, pack: &'static Pack, criterion: &'static Criterion) -> AnyView {
    let monitors: Vec<_> = criterion.monitors.iter().filter_map(|id| pack.offices.get(id)).collect();
    let names = monitors.iter().map(|office| office.name.as_str()).collect::<Vec<_>>().join("、");
    let guidance =
        criterion.guidance.iter().map(|note| view! { <p>{lang.of(&note.text).to_owned()}</p> }).collect_view();
    let cited = |id| criterion.checks.iter().chain(&criterion.measures).any(|check| check.readings.contains(id));
    let readings =
        pack.readings.iter().filter(|reading| cited(&reading.note.id) || reading.note.about.contains(&criterion.id));
    let reading = |reading: &'static Reading| {
        let other = reading.alternative.as_ref().map(|text| view! { <span class="soft">" "{common::other_reading(lang)}{lang.pick("：", ": ")}{lang.of(text).to_owned()}</span> });
        view! { <li><strong>{common::our_reading(lang)}</strong>" "{lang.of(&reading.note.text).to_owned()}{other}</li> }
    };
    let against = pack.contradictions.iter().filter(|contradiction| contradiction.about.contains(&criterion.id));
    let contradiction = |note: &'static Note| {
        view! { <li><strong>{common::contradiction(lang)}</strong>" "{lang.of(&note.text).to_owned()}</li> }
    };
    let monitored = (!monitors.is_empty()).then(|| {
        view! { <p class="small"><strong>{common::monitors(lang)}</strong>" "<span lang="zh-Hans">{names}</span></p> }
    });
    any_view! {
        <details class="question-notes">
            <summary>{common::guidance(lang)}" · "{common::our_reading(lang)}</summary>
            {guidance}
            <ul>{readings.map(reading).collect_view()}{against.map(contradiction).collect_view()}</ul>
        </details>
        {monitored}
    }
}
