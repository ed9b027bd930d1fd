//! The opinions of monitoring offices on the unit's file, beside what was recomputed; and what changed since the
//! previous file.

use cunping_core::{
    bundle::{CountedOpinion, OfficeVoice, Opinion, Voices, changed, disputed},
    facts::difference,
    id::{Digest, RuleId},
    pack::Level,
};
use cunping_text::{
    case::EvaluatedUnit,
    change,
    finding::{self, Finality},
    opinion, term,
    ui::{common, opinion as words, unit},
};
use leptos::prelude::*;

use crate::{
    components::{mark::Mark, scroll_table::scroll_table},
    pages::unit::{UnitView, uncounted, whole::OpenedFile},
    panels::{files, files::VerifiedByDigest},
    state::responses::Responses,
};

/// Draws the opinions on a file; `None` if the document asks for none or the file cannot be recomputed here.
pub(super) fn section(view: &UnitView, whole: &OpenedFile) -> Option<AnyView> {
    let (pack, level) = whole.made_with()?;
    let evaluation = whole.review.evaluation.clone()?;
    level.criteria.iter().any(|criterion| !criterion.monitors.is_empty()).then_some(())?;
    let (lang, view, assessment) = (view.lang, view.clone(), whole.assessment().clone());
    let before = files_before(&view);
    let draw = move || {
        let directory = view.directory()?;
        view.responses.with(|responses| {
            let voices = responses.voices(&directory, pack, level, &assessment);
            let case = EvaluatedUnit { pack, level, facts: &assessment.facts, evaluation: &evaluation };
            let count = opinion::count(&voices);
            let awaited = opinion::awaited(lang, pack, level, &directory, &voices);
            let awaited = (!awaited.is_empty()).then(|| {
                let line = |text: String| view! { <li>{text}</li> };
                view! {
                    <div class="notice open stack no-print">
                        <p><strong>{words::awaited(lang)}</strong></p>
                        <ul>{awaited.into_iter().map(line).collect_view()}</ul>
                        <p>{words::awaited_next(lang)}</p>
                    </div>
                }
            });
            let nobody =
                (count.no_office > 0).then(|| view! { <p class="notice open">{words::no_office_next(lang)}</p> });
            let sides = disputed(&evaluation, &voices);
            let sides = sides.iter().filter_map(|voices| opinion::sides(lang, case, &directory, voices));
            let sides = sides.map(|sides| side(lang, sides)).collect::<Vec<_>>();
            let sides = (!sides.is_empty()).then(|| {
                view! {
                    <h3>{words::disputed(lang)}</h3>
                    <p class="soft">{words::both_stand(lang)}</p>
                    {sides}
                }
            });
            let row = |voices: &Voices| {
                let (criterion, found) = case.criterion(&voices.criterion)?;
                let tone = Finality::of(level, assessment.facts.period);
                let mark = finding::finding(lang, tone, criterion.role, found.finding);
                let said = |voice: &OfficeVoice| {
                    let name = opinion::office(pack, &directory, voice);
                    let why = void(&view, level, responses, voice, &voices.criterion, &assessment, before);
                    let text = if let CountedOpinion::Objects(why) = &voice.word { Some(why.clone()) } else { None };
                    view! {
                        <li>
                            <Mark mark=opinion::word(lang, &voice.word) />" "<span lang="zh-Hans">{name}</span>
                            {text.map(|text| view! { <br />{text} })}
                            {why}
                        </li>
                    }
                };
                let said = voices.by_office.iter().map(said).collect_view();
                Some(view! {
                    <tr>
                        <th scope="row" lang="zh-Hans">{criterion.title.clone()}</th>
                        <td><Mark mark /></td>
                        <td><ul class="plain">{said}</ul></td>
                    </tr>
                })
            };
            let rows = voices.iter().filter_map(row).collect_view();
            let heads = [words::criterion(lang), words::recomputed_side(lang), words::opinion_side(lang)];
            Some(view! {
                <section class="card stack no-print" aria-labelledby="opinions">
                    <h2 id="opinions" tabindex="-1">{words::heading(lang)}</h2>
                    <p>{opinion::summary(lang, &count)}</p>
                    {uncounted::list(&view, level, responses, &voices)}
                    {awaited}
                    {nobody}
                    {sides}
                    {scroll_table(words::table(lang), &heads, rows.into_any())}
                </section>
            })
        })
    };
    Some(any_view! { {draw} })
}

fn side(lang: cunping_text::lang::Lang, sides: opinion::Sides) -> AnyView {
    let objections =
        sides.objections.into_iter().map(|(by, why)| view! { <li><strong lang="zh-Hans">{by}</strong>" "{why}</li> });
    any_view! {
        <div class="notice breach stack">
            <p><strong lang="zh-Hans">{sides.title}</strong>" "{common::clause_of(lang, &sides.clause)}</p>
            <dl class="pairs">
                <dt>{words::recomputed_side(lang)}</dt>
                <dd><Mark mark=sides.finding />{sides.reasons.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}</dd>
                <dt>{words::opinion_side(lang)}</dt>
                <dd><ul class="plain">{objections.collect_view()}</ul></dd>
            </dl>
        </div>
    }
}

/// Reads all files of the unit about the period and verifies their signatures.
fn files_before(view: &UnitView) -> LocalResource<Result<VerifiedByDigest, crate::store::StoreError>> {
    let (app, table, unit) = (view.app, view.table, view.unit);
    files::keep_open(app, move || {
        table.with(|table| {
            let line = table.lines.iter().find(|line| line.unit == unit);
            line.map(|line| line.files.iter().map(crate::state::township::UnitFile::digest).collect())
                .unwrap_or_default()
        })
    })
}

/// Draws what changed since a void opinion was signed, and what to do about it; `None` for any other opinion.
fn void(
    view: &UnitView,
    level: &Level,
    responses: &Responses,
    voice: &OfficeVoice,
    rule: &RuleId,
    now: &cunping_core::bundle::Assessment,
    before: LocalResource<Result<VerifiedByDigest, crate::store::StoreError>>,
) -> Option<AnyView> {
    let CountedOpinion::Void { .. } = voice.word else { return None };
    let (lang, pack) = (view.lang, view.here.pack);
    let by = voice.by.as_ref()?;
    let of = |opinion: &&Opinion| {
        opinion.stated.party == *by
            && opinion.subject.unit == now.facts.unit
            && opinion.subject.period == now.facts.period
    };
    let seen: Digest = responses.opinions.iter().map(|(_, opinion)| opinion).find(of)?.assessment;
    let criterion = term::criterion(level, rule)?;
    let then = before.get().and_then(Result::ok).and_then(|all| all.get(&seen).cloned());
    let changes = then.map(|then| changed(criterion, None, &then, now)).unwrap_or_default();
    let line = |change| change::changed(lang, pack, now.facts.period, change);
    let told: Vec<String> = changes.iter().map(line).collect();
    let told = if told.is_empty() { vec![words::changed_unknown(lang).to_owned()] } else { told };
    Some(any_view! {
        <div class="small">
            <p>{words::changed(lang)}</p>
            <ul>{told.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            <p>{words::void_next(lang)}</p>
        </div>
    })
}

/// Draws what changed since the file that this one supersedes; `None` if it supersedes none.
pub(super) fn since(view: &UnitView, whole: &OpenedFile) -> Option<AnyView> {
    let (pack, _) = whole.made_with()?;
    let now = whole.assessment().clone();
    let replaced = now.supersedes?;
    let (lang, before) = (view.lang, files_before(view));
    let draw = move || {
        let then = before.get()?.ok()?.get(&replaced).cloned();
        let body = match then {
            None => any_view! { <p>{unit::before_not_here(lang)}</p> },
            Some(then) => {
                let told = difference(&then.facts, &now.facts);
                if told.is_empty() {
                    any_view! { <p>{unit::nothing_changed(lang)}</p> }
                } else {
                    let line = |change| view! { <li>{change::change(lang, pack, now.facts.period, change)}</li> };
                    any_view! { <ul>{told.iter().map(line).collect_view()}</ul> }
                }
            }
        };
        Some(view! {
            <section class="card stack no-print" aria-labelledby="since">
                <h2 id="since">{unit::since_before(lang)}</h2>
                {body}
            </section>
        })
    };
    Some(any_view! { {draw} })
}
