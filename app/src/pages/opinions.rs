//! A monitoring unit's screen: its criteria of every unit whose file came, agreed or objected to, signed as one file.

mod one;

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{Assessment, Kind, Opinion, PackRef, Place, Said, Subject, basis},
    id::{Digest, RuleId, UnitCode},
    pack::{Criterion, Level},
    period::Period,
};
use cunping_office::{
    lang::Lang,
    problem,
    ui::{common, export, opinion as words, township},
    when,
};
use leptos::prelude::*;

use super::{
    files, nowhere, passphrase, signed,
    township::{intake, keep_up, periods, report_of},
};
use crate::{
    components::problem::Problem,
    routes::Route,
    state::{
        App, Here,
        counsel::asked_of,
        inbox::{Inbox, collected, scope},
        mail::{self, Mail},
        new_workplace::monitoring::acts_as,
        roster,
        township::{Stand, Table},
    },
    store::Direction,
};

/// What was said of a criterion so far: agreed, or objected with a reason that may still be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    Agrees,
    Objects(String),
}

type Words = BTreeMap<(UnitCode, RuleId), Word>;

/// What the parts of the screen look at.
#[derive(Clone)]
struct View {
    app: App,
    lang: Lang,
    here: Here,
    level: &'static Level,
    period: Period,
    asked: Vec<&'static Criterion>,
    said: RwSignal<Words>,
    mail: Mail,
}

/// A unit's file that an opinion can be given on.
#[derive(Clone, Debug)]
struct Filed {
    digest: Digest,
    assessment: Arc<Assessment>,
}

/// The screen of a period.
pub(super) fn screen(app: App, lang: Lang, here: Here, period: Period) -> AnyView {
    let Some((level, scope)) = collected(&here).zip(scope(&here, period)) else {
        return nowhere::missing(lang, township::not_a_collector(lang), Route::Home);
    };
    let inbox = Inbox::shared();
    keep_up(app, inbox);
    let table = inbox.table(app, scope);
    let office = acts_as(here.pack, &here.workplace.office).unwrap_or_else(|| here.workplace.office.clone());
    let asked = asked_of(level, &office);
    let part = cunping_office::opinion::parts(lang, here.pack, &[office]);
    let view = View { app, lang, here, level, period, asked, said: RwSignal::default(), mail: Mail::shared() };
    let body = if view.asked.is_empty() {
        view! { <p class="notice">{words::not_asked(lang)}</p> }.into_any()
    } else {
        self::body(&view, table)
    };
    view! {
        <div class="page township opinions stack">
            <h1 tabindex="-1">{words::monitor_heading(lang)}" "{when::period(lang, period)}</h1>
            <p class="soft">{words::acts_as(lang)}" "<span lang="zh-Hans">{part}</span></p>
            {periods(lang, &view.here, level, period, Route::Opinions)}
            {intake(app, inbox, lang)}
            {report_of(app, inbox, lang, period)}
            {body}
        </div>
    }
    .into_any()
}

fn counted(table: &Table) -> Vec<Digest> {
    let of = |stand: Stand| if let Stand::Counted(digest) = stand { Some(digest) } else { None };
    table.lines.iter().filter_map(|line| of(line.stand)).collect()
}

fn body(view: &View, table: Memo<Table>) -> AnyView {
    let lang = view.lang;
    let opened = files::keep_open(view.app, move || table.with(counted));
    let view = view.clone();
    let draw = move || {
        match opened.get() {
        None => view! { <p role="status">{common::loading(lang)}</p> }.into_any(),
        Some(Err(error)) => {
            let (what, todo) = super::alerts::store_words(lang, &error);
            view! { <Problem what todo /> }.into_any()
        }
        Some(Ok(all)) if all.is_empty() => {
            view! { <div class="notice open stack"><p><strong>{words::nothing_to_do(lang)}</strong></p><p>{words::nothing_to_do_next(lang)}</p></div> }
                .into_any()
        }
        Some(Ok(all)) => {
            let mut all: Vec<Filed> =
                all.into_iter().map(|(digest, assessment)| Filed { digest, assessment }).collect();
            all.sort_by_key(|it| it.assessment.facts.unit);
            filed(&view, all)
        }
    }
    };
    view! { {draw} }.into_any()
}

fn filed(view: &View, all: Vec<Filed>) -> AnyView {
    let (lang, said, asked) = (view.lang, view.said, view.asked.len());
    let whole = asked * all.len();
    let outcome = RwSignal::new(signed::Outcome::Idle);
    let checking = RwSignal::new(false);
    let keys: Vec<(UnitCode, RuleId)> = all
        .iter()
        .flat_map(|it| view.asked.iter().map(|criterion| (it.assessment.facts.unit, criterion.id.clone())))
        .collect();
    let keys = StoredValue::new(keys);
    let agree_rest = move |_| {
        said.update(|said| {
            keys.with_value(|keys| {
                for key in keys {
                    said.entry(key.clone()).or_insert(Word::Agrees);
                }
            });
        });
    };
    let done = move || said.with(BTreeMap::len);
    let reasons =
        move || said.with(|said| said.values().all(|it| !matches!(it, Word::Objects(why) if why.trim().is_empty())));
    let personal = move || {
        said.with(|said| {
            let held = |it: &Word| matches!(it, Word::Objects(why) if problem::in_text(lang, why).is_some());
            said.values().any(held)
        })
    };
    let ready = Memo::new(move |_| done() == whole && reasons() && !personal());
    let hint = move || match (done() == whole, reasons(), personal()) {
        (_, _, true) => common::number_in_text(lang),
        (false, ..) => words::not_complete(lang),
        (true, false, _) => words::reason_missing(lang),
        (true, true, false) => "",
    };
    let (mail, app, period) = (view.mail, view.app, view.period);
    let signed_before = mail.letters(app, Kind::Opinion);
    let already = move || {
        let ours = |it: &crate::state::letters::Letter| {
            it.record.direction == Direction::Sent && it.record.period() == Some(period)
        };
        let any = outcome.with(|it| *it == signed::Outcome::Idle) && signed_before.with(|all| all.iter().any(ours));
        any.then(|| view! { <p class="notice">{words::already(lang)}</p> })
    };
    let cards = all.iter().map(|it| one::card(view, it)).collect_view();
    let units = all.len();
    let will = move || {
        said.with(|said| {
            let objecting = said.values().filter(|it| matches!(it, Word::Objects(_))).count();
            words::will_sign(lang, units, said.len() - objecting, objecting)
        })
    };
    let of = view.clone();
    let sign = move |_| {
        let files = said.with_untracked(|said| all.iter().filter_map(|it| opinion(&of, it, said)).collect());
        let name = words::file_name(lang, &of.here.pack.source.short, &office_name(&of), &of.period.to_string());
        signed::sign((of.app, of.mail), lang, of.here.workplace.clone(), files, name, outcome, move || {
            let _gone = checking.try_set(false);
        });
    };
    let sign = StoredValue::new(sign);
    view! {
        <p class="soft">{words::monitor_intro(lang)}</p>
        {already}
        {cards}
        <section class="card stack no-print" aria-labelledby="sign">
            <h2 id="sign">{words::check_heading(lang)}</h2>
            <p role="status">{move || words::progress(lang, done(), whole)}" "{hint}</p>
            <div class="row">
                <button type="button" on:click=agree_rest>{words::agree_rest(lang)}</button>
                <button type="button" class="primary" disabled=move || !ready.get() on:click=move |_| checking.set(true)>{common::go_on(lang)}</button>
            </div>
            {move || (checking.get() && ready.get()).then(|| view! {
                <div class="notice open stack" role="status">
                    <p><strong>{will}</strong></p>
                    <p>{cunping_office::ui::check_answers::responsible_hint(lang)}</p>
                    <div class="row">
                        <button type="button" class="primary" on:click=move |event| sign.with_value(|sign| sign(event))>{words::sign(lang)}</button>
                        <button type="button" on:click=move |_| checking.set(false)>{words::go_back(lang)}</button>
                    </div>
                </div>
            })}
            {passphrase::asked_before_signing(view.app, lang, &view.here.workplace)}
            {signed::outcome(lang, words::signed(lang), words::signed_next(lang), outcome)}
        </section>
    }
    .into_any()
}

fn office_name(view: &View) -> String {
    let workplace = &view.here.workplace;
    let printed = || view.here.pack.offices.get(&workplace.office).map(|it| it.name.clone());
    workplace.office_name.clone().or_else(printed).unwrap_or_else(|| workplace.office.to_string())
}

/// The opinion on one unit's file, with the name under which it is kept; none where nothing was said of it.
fn opinion(view: &View, it: &Filed, said: &Words) -> Option<signed::ToSign> {
    let assessment = &it.assessment;
    let facts = &assessment.facts;
    let one = |criterion: &&'static Criterion| {
        let word = said.get(&(facts.unit, criterion.id.clone()))?;
        let objection = if let Word::Objects(why) = word { Some(why.trim().to_owned()) } else { None };
        let basis = basis(&view.here.pack.id, criterion, facts, &assessment.overlays);
        Some(Said { criterion: criterion.id.clone(), basis, objection })
    };
    let says: Vec<Said> = view.asked.iter().filter_map(one).collect();
    if says.is_empty() {
        return None;
    }
    let opinion = Opinion {
        stated: roster::stated(&view.here.workplace, Kind::Opinion, mail::now()?),
        place: Place::FIRST,
        subject: Subject {
            unit: facts.unit,
            unit_name: assessment.unit_name.clone(),
            pack: PackRef::to(view.here.pack),
            level: view.level.id.clone(),
            period: facts.period,
            overlays: assessment.overlays.clone(),
        },
        assessment: it.digest,
        says,
    };
    let name = export::named(
        &[&view.here.pack.source.short, &assessment.unit_name, &office_name(view), &facts.period.to_string()],
        "cunping.json",
    );
    Some((opinion.into(), name))
}
