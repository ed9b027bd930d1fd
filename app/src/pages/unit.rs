//! Everything about one unit of a township in a period: its files, what was checked, what the chosen file says.

mod contents;
mod deciding;
mod files;
mod paper;
mod passing;
mod reviewed;
mod said;
mod uncounted;
mod whole;
mod withdrawn;

use cunping_core::{
    id::{Digest, UnitCode},
    pack::{FormKind, Level},
    period::Period,
};
use cunping_text::{lang::Lang, ui, ui::township, ui::unit, when};
use leptos::prelude::*;

use crate::{
    components::state_note::StateNote,
    panels::{import::keep_up, not_found, notes::notes, periods},
    routes::Route,
    state::{
        App, Here, bundles,
        bundles::Bundles,
        documents,
        inbox::{Inbox, about, collected, looks_at},
        responses,
        responses::Responses,
        township::{Stand, UnitFile, UnitLine, UnitsTable},
    },
};

/// State shared by the parts of the screen.
#[derive(Clone)]
struct UnitView {
    app: App,
    inbox: Inbox,
    lang: Lang,
    here: Here,
    level: &'static Level,
    unit: UnitCode,
    period: Period,
    table: Memo<UnitsTable>,
    bundles: Bundles,
    responses: Memo<Responses>,
    /// The form to print.
    paper: RwSignal<FormKind>,
    /// The file that somebody chose to see; `None` shows the one that stands for the unit.
    chosen: RwSignal<Option<Digest>>,
}

impl UnitView {
    /// Returns the unit's line; `None` for a unit that is not expected and sent nothing.
    fn line(&self) -> Option<UnitLine> {
        self.table.with(|table| table.lines.iter().find(|line| line.unit == self.unit).cloned())
    }

    /// Returns the directory of the offices that are asked for an opinion; `None` if the clock is beyond the calendar.
    fn directory(&self) -> Option<cunping_core::bundle::Directory> {
        let (workplace, at) = (&self.here.workplace, bundles::now()?);
        Some(self.bundles.roster.with(|roster| responses::directory(roster, workplace, self.unit, self.here.pack, at)))
    }

    /// Returns the file that is shown.
    fn shown(&self) -> Option<Digest> {
        let line = self.line()?;
        let chosen = self.chosen.get().filter(|chosen| line.files.iter().any(|file| file.digest() == *chosen));
        chosen.or_else(|| line.head().map(UnitFile::digest))
    }
}

/// Draws the screen of a unit.
pub(super) fn screen(app: App, lang: Lang, here: Here, (code, period): (UnitCode, Period)) -> AnyView {
    let back = Route::Township(period);
    let Some(level) = looks_at(&here, code) else {
        return not_found::missing(lang, township::not_a_collector(lang), Route::Home);
    };
    let scope = about(&here, level, period);
    let inbox = Inbox::shared();
    keep_up(app, inbox);
    let (table, chosen) = (inbox.table(app, scope), RwSignal::new(None));
    let bundles = Bundles::shared();
    let (responses, paper) = (bundles.responses(app), RwSignal::new(FormKind::Report));
    let view = UnitView { app, inbox, lang, here, level, unit: code, period, table, bundles, responses, paper, chosen };
    let (top, body) = (view.clone(), view.clone());
    any_view! {
        <div class="page unit stack">
            <p class="no-print"><a href=back.to_string()>{unit::back_to_table(lang)}</a></p>
            {move || heading(&top)}
            {periods::periods(lang, &view.here, level, period, move |period| Route::Unit(code, period))}
            {move || self::body(&body)}
            {deciding::section(&view)}
            {passing::section(&view)}
            {reviewed::section(&view)}
            {files::section(&view)}
        </div>
    }
}

fn heading(view: &UnitView) -> AnyView {
    let (lang, said) = (view.lang, when::period(view.lang, view.period));
    let known = || documents::unit(view.unit).map_or_else(|| view.unit.to_string(), |known| known.name.to_owned());
    let name = view.line().map_or_else(known, |line| line.name);
    any_view! {
        <h1 tabindex="-1" class="no-print">{name}" "{said}</h1>
        <p class="soft no-print">{ui::common::division_code(lang)}" "{view.unit.to_string()}</p>
    }
}

fn body(view: &UnitView) -> AnyView {
    let lang = view.lang;
    // What townships forward arrives with their files, so there is no list of who has to report.
    let forwarded = collected(&view.here).is_some_and(|level| level.id != view.level.id);
    let line = view.line();
    if forwarded && line.as_ref().is_none_or(|line| line.stand == Stand::Missing) {
        return any_view! { <div class="notice open stack"><p><strong>{unit::not_forwarded(lang)}</strong></p><p>{unit::not_forwarded_next(lang)}</p></div> };
    }
    let Some(line) = line else {
        return any_view! { <p>{unit::no_such_unit(lang)}</p> };
    };
    if line.stand == Stand::Missing {
        return any_view! { <div class="notice open stack"><p><strong>{unit::no_file(lang)}</strong></p><p>{unit::no_file_next(lang)}</p></div> };
    }
    let shown = view.clone();
    let shown = Memo::new(move |_| shown.shown());
    let chosen = line.files.iter().find(|file| Some(file.digest()) == shown.get_untracked()).or(line.head()).cloned();
    let counted = chosen.as_ref().is_some_and(|file| line.stand == Stand::Counted(file.digest()));
    let word = if counted { unit::counted(lang) } else { unit::not_counted(lang) };
    let settle = (line.stand == Stand::Unsettled).then(|| {
        view! { <div class="notice breach stack"><p><strong>{township::unsettled(lang)}</strong></p><p>{township::unsettled_do(lang)}</p></div> }
    });
    let states = chosen.map(|file| {
        let axis = |(_, name, note)| view! { <dt>{name}</dt><dd><StateNote note /></dd> };
        notes(lang, view.level, &file.states()).into_iter().map(axis).collect_view()
    });
    any_view! {
        {settle}
        <section class="card stack no-print" aria-labelledby="states">
            <h2 id="states">{unit::states(lang)}</h2>
            <p><strong>{word}</strong></p>
            <dl class="pairs">{states}</dl>
        </section>
        {contents::section(view)}
    }
}
