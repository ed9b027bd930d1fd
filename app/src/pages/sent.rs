//! The screen of a signed file: when it was signed, how to send it to whoever waits for it, and what happens next.

use cunping_core::id::Digest;
use cunping_text::{
    lang::Lang,
    term,
    ui::{export, history, result, shell},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    clock,
    panels::{not_found, send},
    routes::Route,
    state::{App, Here},
};

/// Draws the screen of a signed file.
pub(super) fn screen(lang: Lang, here: Here, digest: Digest) -> AnyView {
    let app = App::shared();
    let record = app.files.with_untracked(|files| files.iter().find(|it| it.digest == digest).cloned());
    let Some((record, period)) = record.and_then(|it| it.period().map(|period| (it, period))) else {
        return not_found::missing(lang, shell::no_such_file(lang), Route::History);
    };
    let text = RwSignal::new(None::<String>);
    spawn_local(send::read(app, here.clone(), record.clone(), text));
    let (signed, number) = (when::day(lang, record.first_seen.day), u64::from(record.sequence));
    let time = clock::time(record.first_seen.ms);
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{export::verified(lang)}</h1>
            <p>
                <strong>{when::period(lang, period)}" "{export::sequence_of(lang, number)}</strong>
                " · "{signed}" "{export::signed_at(lang, &time)}
            </p>
            {send::file(lang, &record, text)}
            {next_steps(lang, &here, period)}
        </div>
    }
}

fn next_steps(lang: Lang, here: &Here, period: cunping_core::period::Period) -> AnyView {
    let form = here.pack.forms.iter().find(|form| form.level == here.level.id).map(|it| it.id.clone());
    let form = form.map(|id| Route::Form(id, period).to_string());
    let receiver = term::receiver(lang, here.pack, here.level);
    let steps = here.pack.procedure.iter().map(|step| {
        view! { <li><strong lang="zh-Hans">{step.title.clone()}</strong>" "{lang.of(&step.text).to_owned()}</li> }
    });
    any_view! {
        <h2>{export::then(lang)}</h2>
        <ul>
            <li>{export::next_send_to(lang, &receiver)}</li>
            <li>{form.map(|to| view! { <a href=to>{export::next_paper(lang)}</a> })}</li>
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
