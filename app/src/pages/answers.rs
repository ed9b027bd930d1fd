//! The screen of what offices sent back to a unit: receipts, decisions, opinions, and how far each of its files has
//! come.

use cunping_core::{
    bundle::{Opinion, Payload, Receipt, ReceiptAnswer, Recognition, Settled},
    id::Digest,
};
use cunping_text::{
    lang::Lang,
    opinion, receipt, recognition, term,
    ui::{answers as words, export, opinion as opinions, receipt as receipts},
    when,
};
use leptos::prelude::*;

use crate::{
    components::{mark::Mark, problem::Problem, state_note::StateNote},
    panels::{import, import::report_of, notes::worst, received, reported, reported::is_ours},
    routes::Route,
    state::{App, Here, bundles, bundles::Bundles, examined::Examined, inbox::Inbox, responses, roster::Roster},
    store::{Direction, FileRecord},
};

/// Draws the screen.
pub(super) fn screen(app: App, lang: Lang, here: Here) -> AnyView {
    let (inbox, bundles) = (Inbox::shared(), Bundles::shared());
    import::keep_up(app, inbox);
    let period = app.opening_period(&here);
    any_view! {
        <div class="page township stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <p class="soft">{words::intro(lang)}</p>
            {import::intake::card(app, inbox, lang, None)}
            {period.map(|period| report_of(app, inbox, lang, period))}
            {ways(app, bundles, lang, &here)}
            {others(app, bundles, lang, here.clone())}
            {received::section((app, inbox, bundles), lang, &here, None)}
            <p><a href=Route::History.to_string()>{words::to_history(lang)}</a></p>
        </div>
    }
}

/// Draws one card for each file that the unit sent, the latest first, with how far the file has come.
pub(super) fn ways(app: App, bundles: Bundles, lang: Lang, here: &Here) -> AnyView {
    let (here, responses) = (here.clone(), bundles.responses(app));
    let draw = move || {
        let mut sent: Vec<FileRecord> =
            app.files.with(|files| files.iter().filter(|file| is_ours(&here, file)).cloned().collect());
        sent.sort_by_key(|file| std::cmp::Reverse((file.first_seen.ms, file.sequence)));
        if sent.is_empty() {
            return any_view! { <p>{words::nothing_sent(lang)}</p> };
        }
        responses.with(|responses| {
            let one = |file: &FileRecord| {
                let decisions = responses.on(file.digest);
                let stands = (!decisions.is_empty()).then(|| responses.stands(here.level, file.digest));
                let uncounted = responses.waits_for_key(file.digest);
                way(lang, &here, file, (responses.answer(file.digest), uncounted), &decisions, stands)
            };
            sent.iter().map(one).collect_view().into_any()
        })
    };
    any_view! { <section class="stack" aria-label=receipts::way(lang)>{draw}</section> }
}

/// Draws the card of one sent file. `answer` is the receipt that counts; `uncounted` says that a receipt is here whose
/// key is not enrolled yet.
fn way(
    lang: Lang,
    here: &Here,
    file: &FileRecord,
    (answer, uncounted): (Option<&Receipt>, bool),
    decisions: &[&Recognition],
    stands: Option<Settled>,
) -> AnyView {
    let way = receipt::way(lang, here.level, file.first_seen.day, answer);
    let step = |step: receipt::ProgressStep| {
        let (icon, state) = if step.done { ("✓", words::done(lang)) } else { ("○", words::not_yet(lang)) };
        view! {
            <li>
                <span aria-hidden="true">{icon}" "</span>
                <strong>{step.word}</strong><span class="hidden-text">{state}</span>" "<span class="soft">{step.detail}</span>
            </li>
        }
    };
    let reasons = (!way.reasons.is_empty()).then(|| {
        let line = |text: String| view! { <li>{text}</li> };
        view! { <p>{receipts::reasons(lang)}</p><ul>{way.reasons.into_iter().map(line).collect_view()}</ul> }
    });
    let period = file.period();
    let returned = answer.is_some_and(|receipt| matches!(receipt.answer, ReceiptAnswer::Returned(_)));
    let told = stands.as_ref().filter(|_| !returned).and_then(|settled| next(lang, settled));
    let uncounted = uncounted && answer.is_none() && told.is_none();
    let next = told.unwrap_or(if uncounted { receipts::next_not_enrolled(lang) } else { way.next });
    let enrol = uncounted
        .then(|| view! { <p><a class="button" href=Route::Keys.to_string()>{receipts::to_keys(lang)}</a></p> });
    let mend = (returned || matches!(stands, Some(Settled::Returned(_)))).then(|| {
        period.map(
            |period| view! { <p><a class="button" href=Route::Tasks(period).to_string()>{words::mend(lang)}</a></p> },
        )
    });
    let decided = |recognition: &&Recognition| decision(lang, here, recognition);
    let title =
        [period.map(|period| when::period(lang, period)), Some(export::sequence_of(lang, u64::from(file.sequence)))];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(" ");
    // Where the unit stands after the decisions of all offices that are here.
    let stands = stands.map(|settled| recognition::settled(lang, here.pack, &settled));
    any_view! {
        <section class="card stack" aria-label=title.clone()>
            <h2><a href=Route::Sent(file.digest).to_string()>{title.clone()}</a></h2>
            {reported::under(lang, here, file)}
            <ol class="plain">{way.steps.into_iter().map(step).collect_view()}</ol>
            {reasons}
            <p>{next}</p>
            {enrol}
            {mend}
            {stands.map(|stand| view! { <p><Mark mark=stand.mark />" "{stand.sentence}</p> })}
            {decisions.iter().map(decided).collect_view()}
        </section>
    }
}

/// Returns what is left to do after the decisions; `None` while a decision is waited for, in conflict or forbidden.
fn next(lang: Lang, settled: &Settled) -> Option<&'static str> {
    Some(match settled {
        Settled::Waits(_) | Settled::Conflict(_) | Settled::Forbidden(_) => return None,
        Settled::Qualified => words::next_qualified(lang),
        Settled::NotQualified(_) => words::next_not_qualified(lang),
        Settled::Returned(_) => words::next_returned(lang),
        Settled::Removed(_) => words::next_removed(lang),
    })
}

fn decision(lang: Lang, here: &Here, recognition: &Recognition) -> AnyView {
    let reasons = recognition::reasons(lang, here.level, &recognition.reasons);
    let name = recognition::name(here.pack, &recognition.office).to_owned();
    any_view! {
        <div class="notice stack">
            <p><Mark mark=recognition::decision(lang, &recognition.decision) />" "<span lang="zh-Hans">{name}</span>" "{when::day(lang, recognition.stated.at.day())}</p>
            {reasons.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </div>
    }
}

/// Draws the opinions on this unit, and the receipts and decisions that answer none of its files or do not count, each
/// with the reason.
fn others(app: App, bundles: Bundles, lang: Lang, here: Here) -> AnyView {
    let draw = move || {
        let own: Vec<Digest> =
            app.files.with(|files| files.iter().filter(|file| is_ours(&here, file)).map(|file| file.digest).collect());
        let examined = bundles.all(app);
        let line = |bundle: &Examined| -> Option<AnyView> {
            if bundle.record.direction == Direction::Sent {
                return None;
            }
            let counts = bundle.states.counts();
            match &bundle.verified.payload {
                Payload::Opinion(said) if here.workplace.is_or_was(said.subject.unit) => {
                    Some(any_view! { {opinion_line(lang, &here, said)}{doubt(lang, bundle)} })
                }
                Payload::Receipt(said) if counts && own.contains(&said.file) => None,
                Payload::Recognition(said) if counts && own.contains(&said.assessment) => None,
                Payload::Receipt(_) | Payload::Recognition(_) => {
                    let of_other = !here.workplace.is_or_was(bundle.verified.payload.unit());
                    (!of_other).then(|| stray(lang, bundle))
                }
                Payload::Opinion(_)
                | Payload::Assessment(_)
                | Payload::Rollup(_)
                | Payload::Enrolment(_)
                | Payload::Directory(_)
                | Payload::Overlay(_)
                | Payload::Pack(_) => None,
            }
        };
        let lines: Vec<AnyView> = examined.iter().filter_map(line).collect();
        (!lines.is_empty())
            .then(|| view! { <section class="card stack"><h2>{words::others(lang)}</h2>{lines}</section> })
    };
    any_view! { {draw} }
}

fn opinion_line(lang: Lang, here: &Here, opinion: &Opinion) -> AnyView {
    let at = bundles::now();
    let name = at.map(|at| {
        let directory = responses::directory(&Roster::default(), &here.workplace, here.workplace.unit, here.pack, at);
        opinion::party(here.pack, &directory, &opinion.stated.party)
    });
    let objections = opinion.says.iter().filter_map(|said| Some((said.criterion.clone(), said.objection.clone()?)));
    let line = |(rule, why): (cunping_core::id::RuleId, String)| {
        let asked = term::criterion(here.level, &rule);
        let title = asked.map_or_else(|| rule.to_string(), |criterion| criterion.title.clone());
        view! { <li><strong lang="zh-Hans">{title}</strong>" "{opinions::objects(lang)}" "{why}</li> }
    };
    let objections: Vec<_> = objections.map(line).collect();
    let agreed = opinion.says.iter().filter(|said| said.objection.is_none()).count();
    any_view! {
        <div class="stack">
            <p><strong lang="zh-Hans">{name}</strong>" "{words::opinion_of(lang, agreed, objections.len())}</p>
            <ul>{objections}</ul>
        </div>
    }
}

/// Draws a note on what is wrong with a file; `None` where nothing needs a look.
fn doubt(lang: Lang, bundle: &Examined) -> Option<AnyView> {
    let note = worst(lang, bundle.verified.payload.kind(), &bundle.states)?;
    Some(any_view! { <StateNote note /> })
}

/// Draws a file about this unit that answers none of its files, or does not count.
fn stray(lang: Lang, bundle: &Examined) -> AnyView {
    doubt(lang, bundle).filter(|_| !bundle.states.counts()).unwrap_or_else(|| {
        any_view! { <Problem what=words::no_such_file(lang) todo=words::no_such_file_do(lang) /> }
    })
}
