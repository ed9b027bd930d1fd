//! The periods of a workplace by document: what was reported, how each stands, how that changed.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::Settled,
    id::Digest,
    pack::PeriodKind,
    period::{Part, Period},
};
use cunping_text::{
    finding::{self, Finality, Mark as Told},
    headline,
    lang::Lang,
    receipt, recognition,
    trend::{self, FindingCounts},
    ui::{common, history as words, receipt as receipts, tasks},
    when,
};
use leptos::prelude::*;

use crate::{
    clock,
    components::mark::Mark,
    panels::{
        import, reported,
        reported::{ReportContents, is_ours},
    },
    routes::Route,
    state::{App, Here, PeriodStanding, bundles::Bundles, inbox::Inbox, responses::Responses},
    store::FileRecord,
};

/// Draws the periods of a workplace, one section for each document.
pub(super) fn screen(lang: Lang, here: Here) -> AnyView {
    let app = App::shared();
    let said = reported::read(app, &here);
    import::keep_up(app, Inbox::shared());
    let responses = Bundles::shared().responses(app);
    let documents: Vec<Here> = here.all().into_iter().filter(Here::assesses).collect();
    let several = documents.len() > 1;
    let one = |of: Here| {
        let heading = several.then(|| view! { <h2 lang="zh-Hans">{of.name().to_owned()}</h2> });
        view! { <section class="stack">{heading}{move || of_document(app, lang, &of, said, responses)}</section> }
    };
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <p class="soft">{words::year_from_quarters(lang)}</p>
            {documents.into_iter().map(one).collect_view()}
        </div>
    }
}

/// Draws the tables of one document, the latest year first.
fn of_document(app: App, lang: Lang, here: &Here, said: ReportContents, responses: Memo<Responses>) -> AnyView {
    let today = clock::today();
    let periods = app.files.with(|files| periods(here, files, today));
    let years: BTreeSet<i32> = periods.iter().map(|period| period.year()).collect();
    let stand = |period: Period| app.register.with(|register| PeriodStanding::new(here, register, period, today));
    let year = |year: i32| {
        let all: Vec<PeriodStanding> =
            periods.iter().filter(|period| period.year() == year).map(|period| stand(*period)).collect();
        let since = all.iter().filter_map(|now| reported::since(app, lang, here, now, said)).collect_view();
        let whole = Period::new(year, Part::Year).map(|period| when::period(lang, period)).unwrap_or_default();
        let name = format!("{} {whole}", here.name());
        view! { {reports((app, lang), here, &all, name.clone(), said, responses)}{since}{side_by_side(lang, here, &all, name, &stand)} }
    };
    years.into_iter().rev().map(year).collect_view().into_any()
}

/// Lists every period that was reported on and those of this year; within a year its parts in order, then the whole
/// year.
fn periods(here: &Here, files: &[FileRecord], today: cunping_core::days::Day) -> Vec<Period> {
    let sent = files.iter().filter(|file| is_ours(here, file));
    let this_year = here.first_period(today).map(Period::year);
    let mut years: BTreeSet<i32> = sent.clone().filter_map(|file| Some(file.period()?.year())).collect();
    years.extend(this_year);
    let mut all: BTreeSet<Period> = sent.filter_map(FileRecord::period).collect();
    all.extend(years.into_iter().flat_map(|year| here.periods(year, today)));
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|period| {
        (period.year(), when::kind(*period) == PeriodKind::Year, period.days().last(), period.days().first())
    });
    all
}

/// Draws verdict, criteria, incidents and points of the periods of a year, each compared with the period before.
fn side_by_side(
    lang: Lang,
    here: &Here,
    all: &[PeriodStanding],
    caption: String,
    stand: &impl Fn(Period) -> PeriodStanding,
) -> AnyView {
    let scored = all.iter().any(|standing| standing.evaluation.score.is_some());
    let row = |now: &PeriodStanding| {
        let period = now.facts.period;
        let over = period.days().last() <= now.today;
        let (mark, counts) = (headline::headline(lang, now.case()).mark, FindingCounts::of(&now.evaluation));
        let before = before(period).map(|before| FindingCounts::of(&stand(before).evaluation));
        let before = before.filter(|earlier| !earlier.is_silent());
        let turn = match before {
            Some(before) => any_view! { <Mark mark=trend::turn(lang, before, counts, over) /> },
            None => any_view! { <span class="soft">{words::nothing_before(lang)}</span> },
        };
        let score = scored.then(|| {
            let text = now.evaluation.score.map(|score| headline::bounds(lang, score));
            view! { <td>{text}</td> }
        });
        view! {
            <tr>
                <th scope="row"><a href=Route::Tasks(period).to_string()>{when::part(lang, period)}</a></th>
                <td><Mark mark /></td>
                <td>{turn}</td>
                <td>{counted(lang, here, period, counts)}</td>
                <td>{incidents(lang, now)}</td>
                {score}
            </tr>
        }
    };
    let head = |text: &'static str| view! { <th scope="col">{text}</th> };
    any_view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
            <table class="history">
                <caption>{words::turn(lang)}" "<span lang="zh-Hans">{caption.clone()}</span></caption>
                <thead><tr>
                    {head(common::period(lang))}
                    {head(words::now(lang))}
                    {head(words::turn(lang))}
                    {head(tasks::items(lang))}
                    {head(words::incidents(lang))}
                    {scored.then(|| head(cunping_text::ui::overlay::score(lang)))}
                </tr></thead>
                <tbody>{all.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// Draws how many criteria have each finding; zeros are left out.
fn counted(lang: Lang, here: &Here, period: Period, counts: FindingCounts) -> AnyView {
    use cunping_core::{pack::CriterionRole::Standard, truth::Finding};
    let voice = Finality::of(here.level, period);
    let mark = |found| finding::finding(lang, voice, Standard, found);
    let line = |(found, n): (Finding, usize)| {
        let Told { icon, word, key } = mark(found);
        (n > 0).then(|| {
            view! {
                <li class="mark" data-finding=key><span class="mark-icon" aria-hidden="true">{icon}</span>{word}" "{n}</li>
            }
        })
    };
    let lines = [
        (Finding::Met, counts.met),
        (Finding::NotMet, counts.broken),
        (Finding::Undetermined, counts.open),
        (Finding::NotApplicable, counts.beside),
    ];
    any_view! { <ul class="plain history-counted">{lines.map(line).into_iter().collect_view()}</ul> }
}

/// Says how many incidents the document asks about, and how many of them were entered late.
fn incidents(lang: Lang, now: &PeriodStanding) -> String {
    let (all, late) = (now.facts.incidents.len(), now.facts.late().count());
    if late == 0 { words::so_many(lang, all) } else { words::with_late(lang, all, late) }
}

/// Returns the previous period of the same kind; `None` where the calendar ends.
fn before(period: Period) -> Option<Period> {
    let day = period.days().first().pred_opt()?;
    let quarter = Period::quarter_of(day)?;
    match when::kind(period) {
        PeriodKind::Year => Some(quarter.whole_year()),
        PeriodKind::Half => crate::state::here::half(quarter),
        PeriodKind::Quarter => Some(quarter),
    }
}

/// Draws what was reported about the periods of a year.
fn reports(
    (app, lang): (App, Lang),
    here: &Here,
    all: &[PeriodStanding],
    caption: String,
    said: ReportContents,
    responses: Memo<Responses>,
) -> AnyView {
    let row = |now: &PeriodStanding| {
        let period = now.facts.period;
        let mut sent: Vec<FileRecord> = app.files.with(|files| {
            files.iter().filter(|file| file.period() == Some(period) && is_ours(here, file)).cloned().collect()
        });
        sent.sort_by_key(|file| std::cmp::Reverse((file.first_seen.ms, file.sequence)));
        let none = sent.is_empty().then(|| view! { <span class="soft">{words::not_reported(lang)}</span> });
        let voice = Finality::of(here.level, period);
        let file = |file: FileRecord| {
            let text = words::report(lang, u64::from(file.sequence), &when::day(lang, file.first_seen.day));
            let verdict =
                said.with(|said| said.get(&file.digest).map(|then| finding::verdict(lang, voice, then.verdict)));
            let under = reported::under(lang, here, &file);
            view! { <li><a href=Route::Sent(file.digest).to_string()>{text}</a>" "{under}{verdict.map(|mark| view! { <Mark mark /> })}{came_to(lang, here, file.digest, responses)}</li> }
        };
        view! {
            <tr>
                <th scope="row">{when::part(lang, period)}</th>
                <td>{none}<ul class="plain">{sent.into_iter().map(file).collect_view()}</ul></td>
            </tr>
        }
    };
    any_view! {
        <table class="history">
            <caption>{words::reports(lang)}<span class="hidden-text">" "{caption}</span></caption>
            <thead><tr>
                <th scope="col">{common::period(lang)}</th>
                <th scope="col">{words::reports(lang)}</th>
            </tr></thead>
            <tbody>{all.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// Draws how far a file has come: the office's receipt, whether it was in time, why it was returned, what was decided.
fn came_to(lang: Lang, here: &Here, file: Digest, responses: Memo<Responses>) -> AnyView {
    responses.with(|responses| {
        let stage = receipt::stage(lang, here.level, responses.answer(file));
        let reasons = stage.reasons.into_iter().map(|text| view! { <br /><span>{text}</span> }).collect_view();
        let settled = responses.stands(here.level, file);
        let decided = (!matches!(settled, Settled::Waits(_))).then(|| {
            let stand = recognition::settled(lang, here.pack, &settled);
            view! { <br /><Mark mark=stand.mark />" "<span class="soft">{stand.sentence}</span> }
        });
        let uncounted = responses.answer(file).is_none() && responses.waits_for_key(file);
        let uncounted = uncounted.then(|| view! { <br /><span>{receipts::next_not_enrolled(lang)}</span> });
        any_view! {
            <br /><Mark mark=stage.mark />" "<span class="soft">{stage.in_time}</span>{uncounted}{reasons}{decided}
        }
    })
}
