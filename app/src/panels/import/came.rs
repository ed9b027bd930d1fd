//! The files of an import, one line each: what it is, and what became of it.

use cunping_core::bundle::Kind;
use cunping_text::{
    kind,
    lang::Lang,
    ui::{export, import},
    when,
};
use leptos::prelude::*;

use crate::state::{
    documents,
    township::came::{Arrival, CameFile, SetAside},
};

/// At most this many lines are drawn: a browser is slow with more, and nobody reads them.
const DRAWN: usize = 1000;

/// As many lines stand open; more are folded.
const OPEN: usize = 12;

/// Draws the list; `None` if nothing came.
pub(super) fn list(lang: Lang, came: &[CameFile]) -> Option<AnyView> {
    if came.is_empty() {
        return None;
    }
    let lines = came.iter().take(DRAWN).map(|file| line(lang, file)).collect_view();
    let left = came.len().saturating_sub(DRAWN);
    let left = (left > 0).then(|| view! { <p>{import::more_came(lang, left)}</p> });
    Some(any_view! {
        <details open=(came.len() <= OPEN)>
            <summary>{import::each_file(lang, came.len())}</summary>
            <ul class="import-lines">{lines}</ul>
            {left}
        </details>
    })
}

fn line(lang: Lang, CameFile { name, file, unit_name, arrival, aside }: &CameFile) -> AnyView {
    let unit = unit_name.clone().or_else(|| documents::unit(file.unit).map(|known| known.name.to_owned()));
    let unit = unit.unwrap_or_else(|| file.unit.to_string());
    let of = Kind::ALL.into_iter().find(|kind| file.is(*kind)).map(|of| kind::name(lang, of));
    let period = file.period().map(|period| when::period(lang, period));
    let number =
        (file.is(Kind::Assessment) && file.sequence > 0).then(|| export::sequence_of(lang, u64::from(file.sequence)));
    let said: Vec<String> =
        [Some(unit), period, of.map(str::to_owned), number].into_iter().flatten().filter(|it| !it.is_empty()).collect();
    let arrival = match arrival {
        Arrival::New => import::came_new(lang),
        Arrival::Back => import::came_back(lang),
        Arrival::Same => import::came_again(lang),
    };
    let aside = aside.map(|aside| match aside {
        SetAside::OtherArea => import::other_area(lang).to_owned(),
        SetAside::OtherDocument => import::other_document(lang).to_owned(),
        SetAside::Later(number) => import::later_here(lang, u64::from(number)),
    });
    let aside = aside.map(|aside| view! { " · "<strong>{aside}</strong> });
    any_view! {
        <li><span class="file-name">{name.clone()}</span><br /><span lang="zh-Hans">{said.join(" ")}</span>" · "{arrival}{aside}</li>
    }
}
