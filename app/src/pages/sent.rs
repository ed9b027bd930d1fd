//! The screen of a signed file: when it was signed, how to send it to whoever waits for it, and what happens next.

use cunping_core::{bundle::Kind, id::Digest, period::Period};
use cunping_text::{
    kind,
    lang::Lang,
    term,
    ui::{export, history, result, shell},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    clock,
    panels::{not_found, reported, send},
    routes::Route,
    state::{App, Here},
    store::Direction,
};

/// Draws the screen of a signed file: of whatever kind, and for an assessment with what happens next.
pub(super) fn screen(app: App, lang: Lang, here: Here, digest: Digest) -> AnyView {
    let missing = |back| not_found::missing(lang, shell::no_such_file(lang), back);
    let record = app.files.with_untracked(|files| files.iter().find(|file| file.digest == digest).cloned());
    let Some(record) = record else { return missing(Route::History) };
    let period = record.period();
    let (name, next) = if record.is(Kind::Assessment) {
        let Some(period) = period else { return missing(Route::History) };
        (None, Some(next_steps(lang, &here, period)))
    } else {
        let ours = |kind: &Kind| record.direction == Direction::Sent && record.is(*kind);
        let Some(kind) = Kind::ALL.into_iter().find(ours) else { return missing(Route::Home) };
        (Some(kind::name(lang, kind)), None)
    };
    let text = RwSignal::new(None::<String>);
    let asked = app.fresh.get_value() == Some(digest);
    let under = record.is(Kind::Assessment).then(|| reported::under(lang, &here, &record));
    let under = under.flatten().map(|under| view! { " · "{under} });
    spawn_local(send::read(app, here, record.clone(), text));
    let (signed, time) = (when::day(lang, record.first_seen.day), clock::time(record.first_seen.ms));
    let number = (record.sequence > 0).then(|| export::sequence_of(lang, u64::from(record.sequence)));
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{if asked { export::made_now(lang) } else { export::made(lang) }}</h1>
            <p>
                <strong>
                    {name.map(|name| view! { {name}" " })}{period.map(|period| when::period(lang, period))}" "{number}
                </strong>
                " · "{signed}" "{export::signed_at(lang, &time)}
                {under}
            </p>
            <p>{export::verified(lang)}</p>
            {send::file(lang, &record, text, asked)}
            {next}
        </div>
    }
}

fn next_steps(lang: Lang, here: &Here, period: Period) -> AnyView {
    let form = here.pack.forms.iter().find(|form| form.level == here.level.id).map(|form| form.id.clone());
    let form = form.map(|id| Route::Form(id, period).to_string());
    let paper = form.map(|to| view! { <li><a href=to>{export::next_paper(lang)}</a></li> });
    let receiver = term::receiver(lang, here.pack, here.level.unit);
    let steps = here.pack.procedure.iter().map(|step| {
        view! { <li><strong lang="zh-Hans">{step.title.clone()}</strong>" "{lang.of(&step.text).to_owned()}</li> }
    });
    any_view! {
        <h2>{export::then(lang)}</h2>
        <ul>
            <li>{export::next_send_to(lang, &receiver)}</li>
            {paper}
            <li><a href=Route::Data.to_string()>{export::next_backup(lang)}</a></li>
        </ul>
        <details>
            <summary>{result::procedure(lang)}</summary>
            <ol>{steps.collect_view()}</ol>
        </details>
        <p class="row">
            <a class="button" href=Route::Tasks(period).to_string()>{export::back_to_tasks(lang)}</a>
            <a class="button" href=Route::History.to_string()>{history::reports(lang)}</a>
        </p>
    }
}
