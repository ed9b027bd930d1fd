//! Forwards files about all units of a period: their papers to the office above, its decisions to the units.

use cunping_core::{id::Digest, pack::Level};
use cunping_text::{recognition, ui::passing as words, when};
use leptos::prelude::*;

use crate::{
    pages::desk::DeskView,
    panels::forward,
    state::{
        inbox::about,
        passing,
        responses::{decides_after, decides_as},
        township::Stand,
    },
};

/// Draws one section for each level about whose units an office of the workplace decides in the period.
pub(super) fn sections(view: &DeskView) -> AnyView {
    let decides = |level: &&'static Level| {
        level.awarded_for == when::kind(view.period)
            && !decides_as(view.here.pack, level, &view.here.workplace).is_empty()
    };
    view.here.pack.levels.iter().filter(decides).map(|level| section(view, level)).collect_view().into_any()
}

fn section(view: &DeskView, level: &'static Level) -> AnyView {
    let (lang, pack, workplace) = (view.lang, view.here.pack, &view.here.workplace);
    let own_table = level.id == view.level.id;
    let upward = decides_after(pack, level, workplace).filter(|_| own_table).map(|office| {
        let of = StoredValue::new(view.clone());
        let ready = move || of.with_value(ready);
        let files = move || ready().into_iter().flatten().collect::<Vec<Digest>>();
        let label = words::up(lang, recognition::name(pack, office));
        let name = words::up_name(lang, &pack.source.short, &workplace.unit_name, &view.period.to_string());
        let app = view.app;
        let draw = move || {
            let count = ready().len();
            if count == 0 {
                return any_view! { <p>{words::none_ready(lang)}" "{words::decide_first(lang)}</p> };
            }
            any_view! {
                <p>{words::how_many(lang, count)}</p>
                {forward::button(app, lang, label.clone(), name.clone(), files)}
                <p class="soft small">{words::up_hint(lang)}</p>
            }
        };
        view! { {draw} }
    });
    let (scope, responses, by) = (about(&view.here, level, view.period), view.responses, workplace.clone());
    let scope = StoredValue::new((scope, by));
    let back =
        move || scope.with_value(|(scope, by)| responses.with(|responses| passing::all_back(responses, scope, by)));
    let name = words::back_name(lang, &pack.source.short, &workplace.unit_name, &view.period.to_string());
    let app = view.app;
    let downward = move || {
        let count = back().len();
        if count == 0 {
            return any_view! { <p>{words::nothing_back(lang)}</p> };
        }
        any_view! {
            <p>{words::how_many_back(lang, count)}</p>
            {forward::button(app, lang, words::back_all(lang).to_owned(), name.clone(), back)}
            <p class="soft small">{words::back_hint(lang)}</p>
        }
    };
    let id = format!("passing-{}", level.id);
    any_view! {
        <section class="card stack no-print" aria-labelledby=id>
            <h2 id=id.clone()>{words::heading(lang)}" "<span class="soft" lang="zh-Hans">{level.title.clone()}</span></h2>
            {upward}
            {downward}
        </section>
    }
}

/// Returns, for each unit that an office here has decided on, the files to send up.
fn ready(view: &DeskView) -> Vec<Vec<Digest>> {
    view.responses.with(|responses| {
        let of =
            |stand: Stand| if let Stand::Counted(file) = stand { Some(passing::upward(responses, file)) } else { None };
        view.table.with(|table| {
            table.lines.iter().filter_map(|line| of(line.stand)).filter(|digests| !digests.is_empty()).collect()
        })
    })
}
