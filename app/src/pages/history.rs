//! The periods of a workplace: how each stands now, what was sent about it and what that said. Signs nothing.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{Assessment, open_as},
    evaluate::Verdict,
    facts::Facts,
    id::Digest,
    period::Period,
};
use cunping_office::{
    finding::{self, Voice},
    headline,
    lang::Lang,
    ui::{common, history as words},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    clock,
    components::mark::Mark,
    routes::Route,
    state::{App, Here, Standing, assessing},
    store::{Direction, FileRecord},
};

/// The periods of a workplace.
#[component]
pub fn History(
    /// The language of the page.
    lang: Lang,
    /// Who works, with which document.
    here: Here,
) -> impl IntoView {
    let app = App::shared();
    let then = RwSignal::new(BTreeMap::new());
    spawn_local(read_verdicts(app, here.clone(), then));
    let own = here.clone();
    let rows = move || {
        let today = clock::today();
        let periods = app.files.with(|files| app.register.with(|_| periods(&own, files, today)));
        periods.into_iter().map(|period| row(app, lang, &own, period, then)).collect_view()
    };
    view! {
        <div class="page stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <p class="soft">{words::year_from_quarters(lang)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words::heading(lang)>
                <table class="history">
                    <thead><tr>
                        <th scope="col">{common::period(lang)}</th>
                        <th scope="col">{words::now(lang)}</th>
                        <th scope="col">{words::reports(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

/// What a file said when it was signed.
#[derive(Clone, Debug)]
struct Then {
    verdict: Verdict,
    facts: Facts,
}

/// Every period that something was sent about, and those of this year, latest first.
fn periods(here: &Here, files: &[FileRecord], today: cunping_core::days::Day) -> Vec<Period> {
    let sent = files.iter().filter(|it| it.direction == Direction::Sent && it.kind == assessing::KIND);
    let this_year = here.first_period(today).map(Period::year);
    let mut all: BTreeSet<Period> = sent.map(|it| it.period).collect();
    all.extend(this_year.into_iter().flat_map(|year| here.periods(year, today)));
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|it| (std::cmp::Reverse(it.days().last()), it.days().first()));
    all
}

fn row(app: App, lang: Lang, here: &Here, period: Period, then: RwSignal<BTreeMap<Digest, Then>>) -> AnyView {
    let now = app.register.with(|register| Standing::new(here, register, period, clock::today()));
    let (mark, answered) = (headline::headline(lang, now.case()).mark, headline::answered(lang, now.case()));
    let mut sent: Vec<FileRecord> = app.files.with(|files| {
        let about =
            |it: &&FileRecord| it.direction == Direction::Sent && it.period == period && it.kind == assessing::KIND;
        files.iter().filter(about).cloned().collect()
    });
    sent.sort_by_key(|it| std::cmp::Reverse(it.sequence));
    let (last, facts) = (sent.first().map(|it| it.digest), now.facts.clone());
    let changed = move || {
        let changed = then.with(|then| last.and_then(|last| then.get(&last)).is_some_and(|it| it.facts != facts));
        changed.then(|| view! { <p class="open-days">{words::changed_since(lang)}</p> })
    };
    let none = sent.is_empty().then(|| view! { <span class="soft">{words::not_reported(lang)}</span> });
    let voice = Voice::of(here.level, period);
    let file = |it: FileRecord| {
        let text = words::report(lang, u64::from(it.sequence), &when::day(lang, it.first_seen.day));
        let verdict =
            move || then.with(|then| then.get(&it.digest).map(|it| finding::verdict(lang, voice, it.verdict)));
        view! { <li><a href=Route::Sent(it.digest).to_string()>{text}</a>" "{move || verdict().map(|mark| view! { <Mark mark /> })}</li> }
    };
    view! {
        <tr>
            <th scope="row"><a href=Route::Tasks(period).to_string()>{when::period(lang, period)}</a></th>
            <td><Mark mark /><br /><span class="soft small">{answered}</span></td>
            <td>{none}<ul class="plain">{sent.into_iter().map(file).collect_view()}</ul>{changed}</td>
        </tr>
    }
    .into_any()
}

/// What each sent file said of itself when it was signed.
async fn read_verdicts(app: App, here: Here, then: RwSignal<BTreeMap<Digest, Then>>) {
    let Some(store) = app.store() else { return };
    let sent: Vec<Digest> = app.files.with_untracked(|files| {
        files.iter().filter(|it| it.direction == Direction::Sent).map(|it| it.digest).collect()
    });
    let Ok(texts) = store.texts_of(here.workplace.id, &sent).await else { return };
    let said = |(digest, text): (Digest, String)| {
        let it = open_as::<Assessment>(text.as_bytes()).ok()?.payload;
        Some((digest, Then { verdict: it.claim.verdict, facts: it.facts }))
    };
    let _gone = then.try_set(texts.into_iter().filter_map(said).collect());
}
