//! What a workplace reported about its periods, read from its own files and compared with how things stand now.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{Assessment, Kind, verify_as},
    evaluate::Verdict,
    facts::{Facts, Incident},
    id::Digest,
};
use cunping_text::{
    finding, finding::Finality, lang::Lang, late, ui::history as words, ui::tasks, ui::workplace, when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    routes::Route,
    state::{App, Here, PeriodStanding, assessing},
    store::{Direction, FileRecord},
};

/// The content of a report when it was signed.
#[derive(Clone, Debug)]
pub(crate) struct Then {
    /// Its verdict.
    pub(crate) verdict: Verdict,
    /// Its facts.
    pub(crate) facts: Facts,
}

/// The content of a workplace's reports, by digest, as far as they have been read.
pub(crate) type ReportContents = RwSignal<BTreeMap<Digest, Then>>;

/// Returns true if the file is a report that this workplace sent under its document and level.
pub(crate) fn is_ours(here: &Here, file: &FileRecord) -> bool {
    file.direction == Direction::Sent && file.is(Kind::Assessment) && file.is_under(&here.pack.id, &here.level.id)
}

/// Says under which earlier code a file of the workplace was signed; `None` for the present one.
pub(crate) fn under(lang: Lang, here: &Here, file: &FileRecord) -> Option<AnyView> {
    let before = file.unit != here.workplace.unit;
    before.then(|| any_view! { <span class="soft">{workplace::under(lang, &file.unit.to_string())}" "</span> })
}

/// Starts reading what the files of a workplace said. The map is empty until they are read.
pub(crate) fn read(app: App, here: &Here) -> ReportContents {
    let said = RwSignal::new(BTreeMap::new());
    spawn_local(read_all(app, here.clone(), said));
    said
}

async fn read_all(app: App, here: Here, to: ReportContents) {
    let Some(store) = app.store() else { return };
    let sent: Vec<Digest> = app.files.with_untracked(|files| {
        let sent = files.iter().filter(|file| file.direction == Direction::Sent && file.is(Kind::Assessment));
        sent.map(|file| file.digest).collect()
    });
    let Ok(texts) = store.texts_of(here.workplace.id, &sent).await else { return };
    let said = |(digest, text): (Digest, String)| {
        let assessment = verify_as::<Assessment>(text.as_bytes()).ok()?.payload;
        Some((digest, Then { verdict: assessment.claim.verdict, facts: assessment.facts }))
    };
    let _gone = to.try_set(texts.into_iter().filter_map(said).collect());
}

/// Draws what has changed since the last report of a period: another verdict, later entries, other changes; with the
/// link to report again. `None` if there is no report, or it says the same as now.
pub(crate) fn since(app: App, lang: Lang, here: &Here, now: &PeriodStanding, said: ReportContents) -> Option<AnyView> {
    let period = now.facts.period;
    let last = app.files.with(|files| assessing::reported(here, files, period).cloned())?;
    let then = said.with(|said| said.get(&last.digest).cloned())?;
    let (before, after) = (then.verdict, now.evaluation.verdict);
    if before == after && same(&then.facts, &now.facts) {
        return None;
    }
    let voice = Finality::of(here.level, period);
    let turned = (before != after).then(|| {
        let [before, after] = [before, after].map(|verdict| finding::verdict(lang, voice, verdict).to_string());
        let text =
            words::turned(lang, u64::from(last.sequence), &when::day(lang, last.first_seen.day), &before, &after);
        view! { <p><strong>{text}</strong></p> }
    });
    let entries = entered_since(now, &then, &last).map(|incident| {
        let told = if incident.is_late(period) { late::line } else { late::after_report };
        let text = told(lang, here.pack, incident);
        view! { <li>{text}</li> }
    });
    let entries: Vec<_> = entries.collect();
    let style = if before == after { "notice open stack no-print" } else { "notice breach stack no-print" };
    Some(any_view! {
        <div class=style data-since=last.sequence.to_string()>
            {turned}
            <p>{words::changed_since(lang)}</p>
            <ul>{entries}</ul>
            <p>
                {words::report_again(lang)}" "
                <a href=Route::Check(period).to_string()>{tasks::check_answers(lang)}</a>
            </p>
        </div>
    })
}

/// Returns true if both state the same. What the units below stated is ignored: it is gathered anew at every
/// signature.
fn same(a: &Facts, b: &Facts) -> bool {
    (&a.incidents, &a.statements, &a.remarks) == (&b.incidents, &b.statements, &b.remarks)
}

/// Returns the incidents missing from the last report although their days were over when it was signed.
fn entered_since<'a>(
    now: &'a PeriodStanding,
    then: &'a Then,
    last: &'a FileRecord,
) -> impl Iterator<Item = &'a Incident> {
    let new = move |incident: &&Incident| then.facts.incidents.iter().all(|old| old.id != incident.id);
    now.facts.incidents.iter().filter(new).filter(move |incident| incident.day <= last.first_seen.day)
}
