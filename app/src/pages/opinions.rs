//! The screen of a monitoring office: for every unit whose file came, it agrees with or objects to its own criteria,
//! and signs all opinions as one file.

mod earlier;
mod one;
mod plan;
mod rest;

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{Assessment, CriterionOpinion, Kind, LinePosition, Opinion, PackRef, Subject, basis},
    id::{Digest, RuleId, UnitCode},
    pack::{Criterion, Level},
    period::Period,
};
use cunping_text::{
    lang::Lang,
    problem,
    ui::{common, export, opinion as words, township},
    when,
};
use leptos::prelude::*;

use self::{earlier::Was, plan::Plan};
use crate::{
    drafts::{fields, fields::TypedFields},
    keyboard,
    panels::{
        alerts::store_problem,
        due, files, import,
        import::{keep_up, report_of},
        not_found, passphrase, periods, signed,
    },
    routes::Route,
    state::{
        App, Here, bundles,
        bundles::Bundles,
        due::owed,
        inbox::{Inbox, collected, scope},
        new_workplace::monitoring::acts_as,
        responses::asked_of,
        roster,
        township::{Stand, UnitsTable},
    },
};

/// The answer for a criterion so far: agreed, or objected with a reason that may still be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
enum AnswerSoFar {
    Agrees,
    Objects(String),
}

/// The answers for every criterion of every unit, as kept until they are signed.
#[derive(Clone, Copy)]
struct TypedOpinions {
    app: App,
    fields: RwSignal<TypedFields>,
    place: StoredValue<String>,
    /// The criteria agreed with in one step, one entry for each press of the button, until it is undone or signed.
    /// Files that arrive later do not change it.
    agreed: RwSignal<Vec<Vec<OpinionKey>>>,
    /// The opinions signed before.
    earlier: Memo<BTreeMap<OpinionKey, Was>>,
}

type OpinionKey = (UnitCode, RuleId);

const AGREES: &str = "agrees";
/// Prefix of the reason of an objection.
const OBJECTS: &str = "objects ";

impl TypedOpinions {
    fn of(app: App, here: &Here, level: &Level, period: Period) -> Self {
        let place = format!("opinions/{}/{}/{period}", here.pack.id, level.id);
        let (earlier, agreed) = (Memo::new(|_| BTreeMap::new()), RwSignal::new(Vec::new()));
        Self { app, fields: app.fields(&place), place: StoredValue::new(place), agreed, earlier }
    }

    /// Returns the answer for a criterion: what was chosen now, else what was signed and is still valid.
    fn get(self, key: &OpinionKey) -> Option<AnswerSoFar> {
        self.fields.with(|all| word(fields::get(all, &field(key)))).or_else(|| {
            let stands = self.was(key).filter(|was| was.stands)?;
            Some(stands.objection.map_or(AnswerSoFar::Agrees, AnswerSoFar::Objects))
        })
    }

    /// Returns what was signed about a criterion.
    fn was(self, key: &OpinionKey) -> Option<Was> {
        self.earlier.with(|all| all.get(key).cloned())
    }

    /// Keeps those criteria that may be agreed with in one step: none with a valid opinion, and none that was objected
    /// to before.
    fn open_to_all(self, keys: &[OpinionKey]) -> Vec<OpinionKey> {
        let open = |key: &&OpinionKey| self.was(key).is_none_or(|was| was.is_open_to_all());
        untrack(|| keys.iter().filter(open).cloned().collect())
    }

    fn say(self, key: &OpinionKey, word: &AnswerSoFar) {
        self.change(|all| fields::set(all, &field(key), kept(word)));
    }

    /// Changes the answers and stores them.
    fn change(self, change: impl FnOnce(&mut TypedFields)) {
        self.place.with_value(|place| self.app.type_in(place, self.fields, change));
    }

    /// Returns what to call once the opinions are signed: it drops the answers, and what was signed takes their place.
    fn signed(self) -> impl FnOnce() + 'static {
        let done = self.app.once_signed(self.place.get_value(), self.fields, TypedFields::new());
        let agreed = self.agreed;
        move || {
            done();
            // What is signed cannot be undone.
            let _gone = agreed.try_set(Vec::new());
        }
    }
}

fn field((unit, rule): &OpinionKey) -> String {
    format!("{unit}/{rule}")
}

fn kept(word: &AnswerSoFar) -> String {
    match word {
        AnswerSoFar::Agrees => AGREES.to_owned(),
        AnswerSoFar::Objects(why) => format!("{OBJECTS}{why}"),
    }
}

fn word(kept: &str) -> Option<AnswerSoFar> {
    match kept.strip_prefix(OBJECTS) {
        Some(why) => Some(AnswerSoFar::Objects(why.to_owned())),
        None => (kept == AGREES).then_some(AnswerSoFar::Agrees),
    }
}

/// State shared by the parts of the screen.
#[derive(Clone)]
struct OpinionsView {
    app: App,
    lang: Lang,
    here: Here,
    level: &'static Level,
    period: Period,
    asked: Vec<&'static Criterion>,
    said: TypedOpinions,
    bundles: Bundles,
}

/// A unit's file that an opinion can be given on.
#[derive(Clone, Debug)]
struct OpinionFile {
    digest: Digest,
    assessment: Arc<Assessment>,
}

/// Draws the screen of a period.
pub(super) fn screen(app: App, lang: Lang, here: Here, period: Period) -> AnyView {
    let Some((level, scope)) = collected(&here).zip(scope(&here, period)) else {
        return not_found::missing(lang, township::not_a_collector(lang), Route::Home);
    };
    let inbox = Inbox::shared();
    keep_up(app, inbox);
    let table = inbox.table(app, scope);
    let office = acts_as(here.pack, &here.workplace.office).unwrap_or_else(|| here.workplace.office.clone());
    let asked = asked_of(level, &office);
    let part = cunping_text::opinion::parts(lang, here.pack, &[office]);
    let said = TypedOpinions::of(app, &here, level, period);
    let view = OpinionsView { app, lang, here, level, period, asked, said, bundles: Bundles::shared() };
    let body = if view.asked.is_empty() {
        any_view! { <p class="notice">{words::not_asked(lang)}</p> }
    } else {
        self::body(&view, table)
    };
    any_view! {
        <div class="page township opinions stack">
            <h1 tabindex="-1">{words::monitor_heading(lang)}" "{when::period(lang, period)}</h1>
            <p class="soft">{words::acts_as(lang)}" "<span lang="zh-Hans">{part}</span></p>
            {periods::periods(lang, &view.here, level, period, Route::Opinions)}
            {due::due_now(app, lang, &view.here, owed(&view.here), period, Route::Opinions)}
            {import::intake::card(app, inbox, lang, None)}
            {report_of(app, inbox, lang, period)}
            {body}
        </div>
    }
}

fn counted(table: &UnitsTable) -> Vec<Digest> {
    let of = |stand: Stand| if let Stand::Counted(digest) = stand { Some(digest) } else { None };
    table.lines.iter().filter_map(|line| of(line.stand)).collect()
}

fn body(view: &OpinionsView, table: Memo<UnitsTable>) -> AnyView {
    let lang = view.lang;
    let verified = files::keep_open(view.app, move || table.with(counted));
    let view = view.clone();
    let draw = move || match verified.get() {
        None => any_view! { <p role="status">{common::loading(lang)}</p> },
        Some(Err(error)) => store_problem(lang, &error),
        Some(Ok(all)) if all.is_empty() => {
            any_view! { <div class="notice open stack"><p><strong>{words::nothing_to_do(lang)}</strong></p><p>{words::nothing_to_do_next(lang)}</p></div> }
        }
        Some(Ok(all)) => {
            let mut all: Vec<OpinionFile> =
                all.into_iter().map(|(digest, assessment)| OpinionFile { digest, assessment }).collect();
            all.sort_by_key(|file| file.assessment.facts.unit);
            filed(&view, all)
        }
    };
    any_view! { {draw} }
}

fn filed(view: &OpinionsView, all: Vec<OpinionFile>) -> AnyView {
    let signed_before = view.bundles.of_kind(view.app, Kind::Opinion);
    let (of, all) = (view.clone(), StoredValue::new(all));
    let before = Memo::new(move |_| signed_before.with(|examined| earlier::signed(&of, examined)));
    let of = view.clone();
    let earlier = Memo::new(move |_| all.with_value(|all| before.with(|before| earlier::was(&of, all, before))));
    let view = &OpinionsView { said: TypedOpinions { earlier, ..view.said }, ..view.clone() };
    let (lang, said, asked) = (view.lang, view.said, view.asked.len());
    let units = all.with_value(Vec::len);
    let whole = asked * units;
    let outcome = RwSignal::new(signed::SigningState::Idle);
    let (checking, confirmed) = (RwSignal::new(false), RwSignal::new(false));
    let keys: Vec<OpinionKey> = all.with_value(|all| {
        let of = |file: &OpinionFile| file.assessment.facts.unit;
        all.iter().flat_map(|file| view.asked.iter().map(move |criterion| (of(file), criterion.id.clone()))).collect()
    });
    let keys = StoredValue::new(keys);
    let agree_rest = move || keys.with_value(|keys| said.agree_with_rest(&said.open_to_all(keys)));
    // The key `a` does the same, unless anything has the focus.
    keyboard::listen(move |event| {
        if event.key().eq_ignore_ascii_case("a") && keyboard::is_at_rest() && !keyboard::form_is_open() {
            agree_rest();
        }
    });
    let rest = all.with_value(|all| rest::told(lang, said, &view.asked, all));
    let words =
        Memo::new(move |_| keys.with_value(|keys| keys.iter().filter_map(|key| said.get(key)).collect::<Vec<_>>()));
    let done = move || words.with(Vec::len);
    let reasons = move || {
        words.with(|all| all.iter().all(|answer| !matches!(answer, AnswerSoFar::Objects(why) if why.trim().is_empty())))
    };
    let personal = move || {
        let held =
            |answer: &AnswerSoFar| matches!(answer, AnswerSoFar::Objects(why) if problem::in_text(lang, why).is_some());
        words.with(|all| all.iter().any(held))
    };
    let ready = Memo::new(move |_| done() == whole && reasons() && !personal());
    let hint = move || match (done() == whole, reasons(), personal()) {
        (_, _, true) => common::number_in_text(lang),
        (false, ..) => words::not_complete(lang),
        (true, false, _) => words::reason_missing(lang),
        (true, true, false) => "",
    };
    let already = move || {
        let any = outcome.with(|outcome| *outcome == signed::SigningState::Idle) && before.with(|all| !all.is_empty());
        any.then(|| view! { <p class="notice">{words::already(lang)}</p> })
    };
    let cards = all.with_value(|all| all.iter().map(|file| one::card(view, file)).collect_view());
    let of = view.clone();
    let planned = move || all.with_value(|all| before.with(|before| Plan::of(&of, all, before)));
    let (plan, of) = (StoredValue::new(planned), view.clone());
    let sign = move |_| {
        let plan = untrack(|| plan.with_value(|plan| plan()));
        let name = words::file_name(lang, &of.here.pack.source.short, &office_name(&of), &of.period.to_string());
        let done = said.signed();
        let kept = move || {
            done();
            let _gone = checking.try_set(false);
        };
        signed::sign((of.app, of.bundles), of.here.workplace.clone(), (plan.files, plan.keep), name, outcome, kept);
    };
    let (sign, of) = (StoredValue::new(sign), StoredValue::new(view.clone()));
    let go_on = move |_| {
        confirmed.set(false);
        checking.set(true);
    };
    let check = move || {
        let plan = plan.with_value(|plan| plan());
        let withdraws = !plan.withdrawn.is_empty();
        let confirm = withdraws.then(|| view! {
            <p><label><input id="confirm-withdrawn" type="checkbox" prop:checked=confirmed
                on:change=move |event| confirmed.set(event_target_checked(&event)) />" "{words::confirm_withdrawn(lang)}</label></p>
        });
        let word = if plan.files.is_empty() { words::take_again(lang) } else { words::sign(lang) };
        view! {
            <div class="notice open stack" role="status">
                {of.with_value(|of| plan.told(of))}
                {confirm}
                <p>{cunping_text::ui::check_answers::responsible_hint(lang)}</p>
                <div class="row">
                    <button type="button" class="primary" disabled=move || withdraws && !confirmed.get()
                        on:click=move |event| sign.with_value(|sign| sign(event))>{word}</button>
                    <button type="button" on:click=move |_| checking.set(false)>{words::go_back(lang)}</button>
                </div>
            </div>
        }
    };
    any_view! {
        <p class="soft">{words::monitor_intro(lang)}</p>
        {already}
        {cards}
        {rest}
        <section class="card stack no-print" aria-labelledby="sign">
            <h2 id="sign">{words::check_heading(lang)}</h2>
            <p role="status">{move || words::progress(lang, done(), whole)}" "{hint}</p>
            <p class="soft small">{words::agree_rest_key(lang)}</p>
            <div class="row">
                <button type="button" aria-keyshortcuts="a" on:click=move |_| agree_rest()>{words::agree_rest(lang)}" "<kbd aria-hidden="true">"A"</kbd></button>
                <button type="button" class="primary" disabled=move || !ready.get() on:click=go_on>{common::go_on(lang)}</button>
            </div>
            {move || (checking.get() && ready.get()).then(check)}
            {passphrase::asked_before_signing(view.app, lang, &view.here.workplace)}
            {signed::outcome(lang, words::signed(lang), words::signed_next(lang), outcome)}
        </section>
    }
}

fn office_name(view: &OpinionsView) -> String {
    let workplace = &view.here.workplace;
    let printed = || view.here.pack.offices.get(&workplace.office).map(|office| office.name.clone());
    workplace.office_name.clone().or_else(printed).unwrap_or_else(|| workplace.office.to_string())
}

/// Makes the opinion on one unit's file, with the name under which it is kept; `None` if no criterion of it was
/// answered, or the clock is beyond the calendar.
fn opinion(view: &OpinionsView, file: &OpinionFile) -> Option<(Opinion, String)> {
    let assessment = &file.assessment;
    let facts = &assessment.facts;
    let one = |criterion: &&'static Criterion| {
        let word = view.said.get(&(facts.unit, criterion.id.clone()))?;
        let objection = if let AnswerSoFar::Objects(why) = &word { Some(why.trim().to_owned()) } else { None };
        let basis = basis(&view.here.pack.id, criterion, facts, &assessment.overlays);
        Some(CriterionOpinion { criterion: criterion.id.clone(), basis, objection })
    };
    let says: Vec<CriterionOpinion> = view.asked.iter().filter_map(one).collect();
    if says.is_empty() {
        return None;
    }
    let opinion = Opinion {
        stated: roster::stated(&view.here.workplace, Kind::Opinion, bundles::now()?),
        place: LinePosition::FIRST,
        subject: Subject {
            unit: facts.unit,
            unit_name: assessment.unit_name.clone(),
            pack: PackRef::to(view.here.pack),
            level: view.level.id.clone(),
            period: facts.period,
            overlays: assessment.overlays.clone(),
        },
        assessment: file.digest,
        says,
    };
    let name = export::named(
        &[&view.here.pack.source.short, &assessment.unit_name, &office_name(view), &facts.period.to_string()],
        "cunping.json",
    );
    Some((opinion, name))
}
