//! Forwards files about one unit: its papers to the office above, the decisions to subordinate units.

use cunping_core::id::Digest;
use cunping_text::{recognition, ui::passing as words, when};
use leptos::prelude::*;

use crate::{
    pages::unit::{UnitView, deciding::counted},
    panels::forward,
    state::{
        passing,
        responses::{decides_after, decides_as},
    },
};

/// Draws the section; `None` if no office here decides about the unit in the period.
pub(super) fn section(view: &UnitView) -> Option<AnyView> {
    let (lang, level, pack) = (view.lang, view.level, view.here.pack);
    let decides = !decides_as(pack, level, &view.here.workplace).is_empty();
    if when::kind(view.period) != level.awarded_for || !decides {
        return None;
    }
    let kept = StoredValue::new(view.clone());
    let files = move |of: fn(&crate::state::responses::Responses, Digest) -> Vec<Digest>| {
        kept.with_value(|view| {
            counted(view).map(|file| view.responses.with(|responses| of(responses, file))).unwrap_or_default()
        })
    };
    let up = move || files(passing::upward);
    let back = move || files(passing::back);
    let upward = decides_after(pack, level, &view.here.workplace).cloned();
    let view = view.clone();
    let draw = move || {
        let name = view.line().map_or_else(|| view.unit.to_string(), |line| line.name);
        let (short, period) = (&pack.source.short, view.period.to_string());
        let above = upward.as_ref().map(|office| {
            if up().is_empty() {
                return any_view! { <p>{words::decide_first(lang)}</p> };
            }
            let label = words::up(lang, recognition::name(pack, office));
            let button = forward::button(view.app, lang, label, words::up_name(lang, short, &name, &period), up);
            any_view! { {button}<p class="soft small">{words::up_hint(lang)}</p> }
        });
        let below = if back().is_empty() {
            any_view! { <p>{words::nothing_back(lang)}</p> }
        } else {
            let label = words::back(lang, &name);
            let button = forward::button(view.app, lang, label, words::back_name(lang, short, &name, &period), back);
            any_view! { {button}<p class="soft small">{words::back_hint(lang)}</p> }
        };
        view! { {above}{below} }
    };
    Some(any_view! {
        <section class="card stack no-print" aria-labelledby="passing">
            <h2 id="passing">{words::heading(lang)}</h2>
            {draw}
        </section>
    })
}
