//! A form of the document on A4 paper, filled or blank. The text of each cell comes from the text crate.

use cunping_core::{
    bundle::{Assessment, PackRef, verify_as},
    evaluate::evaluate,
    id::Digest,
    pack::{Form, FormKind, Level, Pack},
    period::Period,
    truth::Finding,
};
use cunping_text::{
    case::EvaluatedUnit,
    form::{self, Filling},
    lang::Lang,
    ui::{common, print as words, shell},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser, clock,
    components::sheet::{Paper, Seal},
    panels::not_found,
    routes::Route,
    state::{App, Here, PeriodStanding, assessing},
};

/// Draws a blank form, with the unit's name if the workplace's unit is one that fills it.
pub(super) fn blank(lang: Lang, pack: &'static Pack, here: Option<Here>, id: String) -> AnyView {
    let Some((printed, level)) = printed(pack, &id) else {
        return not_found::missing(lang, shell::no_such_form(lang), Route::Document);
    };
    let other = here.as_ref().is_some_and(|here| here.level.id != level.id);
    let here = here.filter(|_| !other);
    let Some(period) = Period::quarter_of(clock::today()).map(Period::whole_year) else { return ().into_any() };
    let unit = here.as_ref().map(|here| here.workplace.unit_name.as_str());
    let filling = Filling { period, unit, date: None, case: None, overlays: &[], decided: None };
    let sheet = StoredValue::new(form::sheet(pack, level, printed, filling));
    let readings = RwSignal::new(false);
    let example = here.as_ref().is_some_and(|here| here.workplace.example);
    let hint = if other { words::other_level(lang) } else { words::blank(lang) };
    any_view! {
        <div class="page form-page">
            {around(lang, pack, &id, None, here.as_ref())}
            <p class="soft no-print">{hint}</p>
            {with_readings(lang, readings)}
            {move || view! { <Paper sheet=sheet.get_value() example readings=readings.get() /> }}
        </div>
    }
}

/// Draws a form filled for a period: from the reported file if there is one, else from the answers.
pub(super) fn filled(lang: Lang, here: Here, id: String, period: Period) -> AnyView {
    let pack = here.pack;
    let of = match printed(pack, &id) {
        _ if id == form::OWN => None,
        None => return not_found::missing(lang, shell::no_such_form(lang), Route::Result(period)),
        Some((printed, level)) if level.id == here.level.id && printed.kind == FormKind::Report => Some(printed),
        Some(_) => return blank(lang, pack, Some(here), id),
    };
    let readings = RwSignal::new(false);
    let app = App::shared();
    let now = app.standing(&here, period);
    let sent = RwSignal::new(None);
    let current = RwSignal::new(false);
    let above = around(lang, pack, &id, Some(period), Some(&here));
    spawn_local({
        let here = here.clone();
        async move {
            let _gone = sent.try_set(Some(last_sent(app, &here, period).await));
        }
    });
    let paper = move || {
        let shown = sent.with(|sent| sent.as_ref().map(|sent| sent.as_ref().filter(|_| !current.get()).map(sealed)));
        match shown {
            None => any_view! { <p role="status">{common::loading(lang)}</p> },
            Some(Some((assessment, seal))) => from_file(&here, of, assessment, seal, readings.get()),
            Some(None) => now.with(|now| from_answers(&here, of, now, readings.get())),
        }
    };
    any_view! {
        <div class="page form-page">
            {above}
            {move || sent.with(|sent| sent.as_ref().map(|sent| notice(lang, sent.as_ref(), now, current)))}
            {with_readings(lang, readings)}
            {paper}
        </div>
    }
}

/// Returns the file that a workplace last signed about a period, under whatever code, with its digest; `None` if there is none, if it cannot be
/// read, or if it was made with another version of the document. Only its signature is verified, nothing else.
async fn last_sent(app: App, here: &Here, period: Period) -> Option<(Digest, Assessment)> {
    let digest = app.files.with_untracked(|files| assessing::reported(here, files, period).map(|file| file.digest))?;
    let text = app.store()?.file_text(here.workplace.id, digest).await.ok()??;
    let verified = verify_as::<Assessment>(text.as_bytes()).ok()?;
    let assessment = verified.payload;
    (verified.digest == digest && assessment.pack == PackRef::to(here.pack)).then_some((digest, assessment))
}

/// Draws the tick box that prints the page of readings, too.
fn with_readings(lang: Lang, readings: RwSignal<bool>) -> AnyView {
    any_view! {
        <p class="no-print">
            <label><input type="checkbox" prop:checked=readings
                on:change=move |_| readings.update(|readings| *readings = !*readings) />
                " "{words::with_readings(lang)}</label>
        </p>
    }
}

/// Finds a form of the document by its id, with the level whose unit fills it.
fn printed(pack: &'static Pack, id: &str) -> Option<(&'static Form, &'static Level)> {
    let printed = pack.forms.iter().find(|form| form.id == id)?;
    Some((printed, pack.levels.iter().find(|level| level.id == printed.level)?))
}

/// Draws what surrounds a sheet on the screen but is not printed: heading, links back, the other forms.
fn around(lang: Lang, pack: &'static Pack, id: &str, period: Option<Period>, here: Option<&Here>) -> AnyView {
    let fills = |form: &Form| here.is_some_and(|here| here.level.id == form.level) && form.kind == FormKind::Report;
    // A village has no use for another level's forms; an office prints those of the units below it, too.
    let offered =
        |form: &&'static Form| form.id == id || here.is_none_or(|here| here.collects() || here.level.id == form.level);
    let way = |form: &'static Form| {
        let to = match period {
            Some(period) if fills(form) => Route::Form(form.id.clone(), period),
            _ => Route::BlankForm(form.id.clone()),
        };
        let at = (form.id == id).then_some("page");
        view! { <a class="button" href=to.to_string() aria-current=at lang="zh-Hans">{form.annex.as_str()}" "{words::kind(Lang::Zh, form.kind)}</a> }
    };
    let back = period.map_or(Route::Document, Route::Result);
    let blank = period.map(|_| {
        view! {
            <a class="button" href=Route::BlankForm(id.to_owned()).to_string()>{words::blank(lang)}</a>
        }
    });
    any_view! {
        <div class="no-print stack form-around">
            <h1 tabindex="-1">
                {words::heading(lang)}
                {period.map(|period| view! { " "<span class="soft">{when::period(lang, period)}</span> })}
            </h1>
            <p class="row">
                <button type="button" class="primary" on:click=|_| browser::print()>{words::print_now(lang)}</button>
                {blank}
                <a class="button" href=back.to_string()>{common::back(lang)}</a>
                <span class="soft">{words::print_hint(lang)}</span>
            </p>
            <nav class="row" aria-label=words::choose_form(lang)>{pack.forms.iter().filter(offered).map(way).collect_view()}</nav>
        </div>
    }
}

/// Says where the content comes from, and offers to switch to the other source.
fn notice(
    lang: Lang,
    sent: Option<&(Digest, Assessment)>,
    now: Memo<PeriodStanding>,
    current: RwSignal<bool>,
) -> AnyView {
    let Some((_, assessment)) = sent else {
        let open = now.with(|now| now.evaluation.criteria.iter().any(|found| found.finding == Finding::Undetermined));
        let open = open.then(|| words::unfinished(lang));
        return any_view! { <p class="notice no-print">{words::not_signed(lang)}" "{open}</p> };
    };
    let same = now.with(|now| now.facts == assessment.facts);
    if same {
        return any_view! { <p class="notice no-print">{words::from_sent(lang)}</p> };
    }
    let what = move || if current.get() { words::current_unsealed(lang) } else { words::changed_since(lang) };
    let other = move || if current.get() { words::show_sent(lang) } else { words::show_current(lang) };
    any_view! {
        <div class="notice open no-print stack">
            <p role="status">{what}</p>
            <button type="button" on:click=move |_| current.update(|current| *current = !*current)>{other}</button>
        </div>
    }
}

fn sealed((digest, assessment): &(Digest, Assessment)) -> (Assessment, Seal) {
    (assessment.clone(), Seal { digest: *digest, sequence: assessment.sequence, signed_on: assessment.stated_at.day() })
}

fn from_file(here: &Here, printed: Option<&Form>, assessment: Assessment, seal: Seal, readings: bool) -> AnyView {
    let named = App::shared().register.with_untracked(|register| register.overlays_named(&assessment.overlays));
    let overlays: Vec<_> = named.iter().collect();
    let evaluation = evaluate(here.pack, here.level, &overlays, &assessment.facts, assessment.as_of);
    let case = EvaluatedUnit { pack: here.pack, level: here.level, facts: &assessment.facts, evaluation: &evaluation };
    let filling = Filling {
        period: assessment.facts.period,
        unit: Some(&assessment.unit_name),
        date: Some(seal.signed_on),
        case: Some(case),
        overlays: &overlays,
        decided: None,
    };
    let sheet = form::filled(here.pack, here.level, printed, filling);
    any_view! { <Paper sheet seal=Some(seal) example=assessment.example readings /> }
}

fn from_answers(here: &Here, printed: Option<&Form>, now: &PeriodStanding, readings: bool) -> AnyView {
    let unit = here.workplace.unit_name.as_str();
    let named = App::shared().register.with_untracked(|register| register.overlays_named(&now.overlays));
    let overlays: Vec<_> = named.iter().collect();
    let filling = Filling {
        period: now.facts.period,
        unit: Some(unit),
        date: Some(now.today),
        case: Some(now.case()),
        overlays: &overlays,
        decided: None,
    };
    let sheet = form::filled(here.pack, here.level, printed, filling);
    any_view! { <Paper sheet seal=None example=here.workplace.example readings /> }
}
