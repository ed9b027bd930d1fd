//! The result of the last import with its undo, and the undo of the last removal.

use cunping_core::{bundle::Kind, period::Period};
use cunping_text::{
    kind,
    lang::Lang,
    ui::{common, encrypt, import, township},
    when,
};
use leptos::prelude::*;

use crate::{
    components::problem::Problem,
    panels::{import::came, passphrase::Unlock},
    routes::Route,
    state::{
        App,
        inbox::{Inbox, Waiting},
        keys,
        township::intake::Report,
    },
    worker::Refusal,
};

/// At most this many refused files are named; nobody reads more at once.
const NAMED: usize = 50;

/// Draws the report of the last import, and the undo of the last removal; `period` is the one the screen is about, if
/// any.
pub(crate) fn of(app: App, inbox: Inbox, lang: Lang, period: Option<Period>) -> AnyView {
    let report = move || {
        inbox.report.get().map(|report| {
            let undoable = !(report.added.is_empty() && report.back.is_empty());
            let undo = undoable.then(|| {
                view! { <button type="button" on:click=move |_| inbox.undo(app)>{import::undo_import(lang)}</button> }
            });
            let class = if report.refused.is_empty() { "notice" } else { "notice open" };
            view! {
                <section class=format!("{class} stack arrives no-print") role="status">
                    {told(lang, period, &report)}
                    <div class="row">{undo}<button type="button" class="quiet" on:click=move |_| inbox.report.set(None)>{common::close(lang)}</button></div>
                </section>
            }
        })
    };
    let removed = move || {
        inbox.removed.get().map(|file| {
            view! {
                <section class="notice row arrives no-print" role="status">
                    <span>{township::removed_one(lang)}</span>
                    <button type="button" on:click=move |_| inbox.bring_back(app, file.clone())>{common::undo(lang)}</button>
                </section>
            }
        })
    };
    any_view! { {waiting(app, inbox, lang)}{report}{removed} }
}

/// Draws the encrypted files that wait for the key, with a field for its passphrase. Once the key is unlocked the
/// import goes on.
fn waiting(app: App, inbox: Inbox, lang: Lang) -> AnyView {
    let locked = move || {
        let workplace = app.workplace()?;
        keys::is_locked(app, &workplace).then_some(workplace)
    };
    Effect::new(move |_| {
        if inbox.running.with(Option::is_none) && inbox.waiting.with(|it| it.count() > 0) && locked().is_none() {
            inbox.go_on(app);
        }
    });
    let draw = move || {
        let count = inbox.waiting.with(Waiting::count);
        let workplace = locked().filter(|_| count > 0)?;
        Some(view! {
            <section class="notice open stack arrives no-print" aria-label=encrypt::locked_files(lang, count)>
                <p role="status"><strong>{encrypt::locked_files(lang, count)}</strong>" "{encrypt::locked_files_do(lang)}</p>
                <Unlock lang workplace way_on=true id="passphrase-waiting" />
                <p><button type="button" class="quiet" on:click=move |_| inbox.let_go()>{encrypt::put_off(lang)}</button></p>
            </section>
        })
    };
    any_view! { {draw} }
}

fn told(lang: Lang, shown: Option<Period>, report: &Report) -> AnyView {
    let heading = if report.stopped { import::stopped(lang) } else { import::finished(lang) };
    let of_period = |(period, count): (&Period, &usize)| {
        let text = import::of_period(lang, &when::period(lang, *period), *count);
        view! { <li><a href=Route::Township(*period).to_string()>{text}</a></li> }
    };
    let new = report.new.iter().map(of_period).collect_view();
    let elsewhere = report.new.keys().any(|period| Some(*period) != shown);
    let others = report.others.iter().map(|(kind, count)| other(lang, *kind, *count)).collect_view();
    let came = (report.encrypted > 0).then(|| format!(" {}", encrypt::came(lang, report.encrypted)));
    let any_other = !report.others.is_empty();
    let left = report.refused.len().saturating_sub(NAMED);
    let refused = report.refused.iter().take(NAMED).map(|(name, why)| refused(lang, name, why)).collect_view();
    let flagged = (!report.personal.is_empty()).then(|| {
        let names = report.personal.iter().take(NAMED).cloned().collect::<Vec<_>>().join(lang.pick("、", ", "));
        let what = import::personal(lang, report.personal.len(), &names);
        view! { <Problem what todo=import::personal_do(lang) /> }
    });
    let wrong = (!report.refused.is_empty()).then(|| {
        view! {
            <h3>{import::what_was_wrong(lang)}</h3>
            <ul class="import-lines">{refused}</ul>
            {(left > 0).then(|| import::more_refused(lang, left))}
        }
    });
    any_view! {
        <p><strong>{heading}</strong>" "{import::summary(lang, report.new_files(), report.same, report.refused.len())}{came}</p>
        {came::list(lang, &report.came)}
        {elsewhere.then(|| view! { <ul class="import-new" aria-label=import::new_ones(lang)>{new}</ul> })}
        {any_other.then(|| view! { <ul class="import-new">{others}</ul> })}
        {flagged}
        {wrong}
    }
}

/// Draws the number of new files of a kind that is in no table, with a link to their screen.
fn other(lang: Lang, kind: Kind, count: usize) -> AnyView {
    let text = import::of_period(lang, kind::name(lang, kind), count);
    match kind {
        Kind::Enrolment => any_view! { <li><a href=Route::Keys.to_string()>{text}</a></li> },
        Kind::Directory => any_view! { <li><a href=Route::Directory.to_string()>{text}</a></li> },
        Kind::Pack => any_view! { <li><a href=Route::Library.to_string()>{text}</a></li> },
        Kind::Overlay => any_view! { <li><a href=Route::Document.to_string()>{text}</a></li> },
        Kind::Assessment | Kind::Opinion | Kind::Recognition | Kind::Receipt | Kind::Rollup => {
            any_view! { <li>{text}</li> }
        }
    }
}

fn refused(lang: Lang, name: &str, why: &Refusal) -> AnyView {
    let (what, todo) = (lang.of(&why.what).to_owned(), lang.of(&why.todo).to_owned());
    any_view! { <li><strong class="file-name">{name.to_owned()}</strong><br />{what}" "{todo}</li> }
}
