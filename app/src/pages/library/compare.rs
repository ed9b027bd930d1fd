//! Two documents side by side. The rows come from `office`.

use cunping_core::{
    id::{LevelId, PackId},
    pack::{Level, Pack},
};
use cunping_text::{
    compare::{ComparedTopic, Relation, compare},
    lang::Lang,
    ui::{compare as words, shell},
};
use leptos::prelude::*;

use crate::{
    panels::{not_found, published},
    routes::Route,
    state::documents,
};

/// Draws what two levels ask, side by side.
pub(crate) fn screen(lang: Lang, left: (PackId, LevelId), right: (PackId, LevelId)) -> AnyView {
    let (Some(left), Some(right)) = (found(&left), found(&right)) else {
        return not_found::missing(lang, shell::unknown_document(lang), Route::Library);
    };
    let (of_left, of_right) = (name(left), name(right));
    let rows = compare(lang, left, right);
    let part = |relation: Relation| {
        let rows: Vec<_> = rows.iter().filter(|row| row.relation == relation).cloned().collect();
        let heading = relation.heading(lang, &of_left, &of_right);
        (!rows.is_empty()).then(|| table(lang, heading, rows, (&of_left, &of_right)))
    };
    any_view! {
        <div class="page stack">
            {published::back(lang)}
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            {Relation::ALL.map(part).into_iter().collect_view()}
        </div>
    }
}

fn found((pack, level): &(PackId, LevelId)) -> Option<(&'static Pack, &'static Level)> {
    let pack = documents::released(pack)?;
    Some((pack, pack.level(level)?))
}

fn name((pack, level): (&Pack, &Level)) -> String {
    format!("{} · {}", pack.source.short, level.title)
}

fn table(lang: Lang, heading: String, rows: Vec<ComparedTopic>, (left, right): (&str, &str)) -> AnyView {
    let cell = |lines: Vec<String>, document: &str| {
        let document = document.to_owned();
        if lines.is_empty() {
            return any_view! { <td class="soft" data-document=document><p>{words::not_asked(lang)}</p></td> };
        }
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        any_view! { <td data-document=document><ul class="plain">{lines.collect_view()}</ul></td> }
    };
    let row = |topic: ComparedTopic| view! { <tr><th scope="row">{topic.name}</th>{cell(topic.left, left)}{cell(topic.right, right)}</tr> };
    any_view! {
        <section>
            <h2>{heading.clone()}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=heading>
                <table class="library-compare">
                    <thead><tr>
                        <th scope="col">{words::what(lang)}</th>
                        <th scope="col" lang="zh-Hans">{left.to_owned()}</th>
                        <th scope="col" lang="zh-Hans">{right.to_owned()}</th>
                    </tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
