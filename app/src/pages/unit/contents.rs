//! What the chosen file says: findings with reasons, everything stated, what is wrong with it.

use cunping_core::{
    evaluate::{CriterionFinding, Evaluation},
    facts::check::FactsError,
    pack::{Criterion, FormKind},
};
use cunping_text::{
    case::EvaluatedUnit,
    finding::{self, Finality},
    headline, late, preview, problem, reason,
    ui::{common, edition as words, export, tasks, unit},
};
use leptos::prelude::*;

use crate::{
    browser,
    components::{
        mark::Mark,
        problem::Problem,
        reasons::{Checked, Reasons},
    },
    pages::unit::{UnitView, paper, said, whole, whole::OpenedFile, withdrawn},
    panels::{alerts::store_problem, standing::checked},
};

/// Draws the chosen file's contents, once it has been read.
pub(super) fn section(view: &UnitView) -> AnyView {
    let (lang, app) = (view.lang, view.app);
    let chosen = view.clone();
    let file = LocalResource::new(move || {
        let digest = chosen.shown();
        async move { whole::read(app, digest).await }
    });
    let view = view.clone();
    let draw = move || match file.get() {
        None => any_view! { <p role="status">{common::loading(lang)}</p> },
        Some(Ok(Some(whole))) => drawn(&view, whole),
        Some(Ok(None)) => {
            any_view! { <Problem what=unit::not_readable(lang) todo=unit::not_readable_do(lang) /> }
        }
        Some(Err(error)) => store_problem(lang, &error),
    };
    any_view! { {draw} }
}

fn drawn(view: &UnitView, whole: OpenedFile) -> AnyView {
    let lang = view.lang;
    let findings = whole.review.evaluation.as_ref().map(|evaluation| findings(view, &whole, evaluation));
    let (pack, _) = whole.made_with().unwrap_or((view.here.pack, view.level));
    let said = view.app.register.with_untracked(|register| {
        preview::assessment(lang, pack, &register.overlays_of(&pack.id), whole.assessment())
    });
    let group = |group: preview::LineGroup| {
        let line = |line: cunping_text::answer::LabeledValue| view! { <dt>{line.label}</dt><dd>{line.value}</dd> };
        view! { <h3>{group.heading}</h3><dl class="pairs">{group.lines.into_iter().map(line).collect_view()}</dl> }
    };
    any_view! {
        {findings}
        {said::section(view, &whole)}
        {withdrawn::section(view)}
        {said::since(view, &whole)}
        <section class="card stack no-print" aria-labelledby="contents">
            <h2 id="contents">{unit::contents(lang)}</h2>
            {faults(view, &whole)}
            {take_away(view, &whole)}
            <details class="unit-said">
                <summary>{unit::everything_said(lang)}</summary>
                {said.groups.into_iter().map(group).collect_view()}
            </details>
        </section>
        {paper::form(view, &whole)}
    }
}

/// Draws what is wrong with the facts. Warnings about an example are left out: its invented unit lies in no document's
/// area.
fn faults(view: &UnitView, whole: &OpenedFile) -> Option<AnyView> {
    let (pack, _) = whole.made_with()?;
    let lang = view.lang;
    let news = |error: &&FactsError| !(whole.assessment().example && error.fault.is_warning());
    let faults: Vec<_> =
        whole.review.problems.iter().filter(news).map(|error| problem::facts(lang, pack, error)).collect();
    (!faults.is_empty()).then(|| {
        let line = |problem: problem::Problem| view! { <li>{problem.what}" "{problem.advice}</li> };
        any_view! { <h3>{unit::facts_problems(lang)}</h3><ul>{faults.into_iter().map(line).collect_view()}</ul> }
    })
}

fn findings(view: &UnitView, whole: &OpenedFile, evaluation: &Evaluation) -> AnyView {
    let lang = view.lang;
    let (pack, level) = whole.made_with().unwrap_or((view.here.pack, view.level));
    let other = (pack.version != view.here.pack.version).then(|| {
        view! { <p class="notice">{words::made_with(lang, pack.version, view.here.pack.version)}</p> }
    });
    let facts = &whole.assessment().facts;
    let case = EvaluatedUnit { pack, level, facts, evaluation };
    let headline = headline::headline(lang, case);
    let late = late::lines(lang, pack, facts).into_iter().map(|text| view! { <p class="attention">{text}</p> });
    let late = late.collect_view();
    let voice = Finality::of(level, facts.period);
    let one = |(criterion, found): (&Criterion, &CriterionFinding)| {
        let mark = finding::finding(lang, voice, criterion.role, found.finding);
        let checked = |check| checked(lang, case, criterion, check);
        let checks: Vec<Checked> = criterion.checks.iter().zip(&found.checks).map(checked).collect();
        let measures = criterion.measures.iter().flat_map(|measure| reason::sentences(lang, case, &measure.id));
        let measures: Vec<_> =
            measures.map(|text| view! { <p class="soft">{tasks::measure(lang)}" "{text}</p> }).collect();
        let remark =
            facts.remarks.get(&criterion.id).map(|text| view! { <p>{common::remark(lang)}" "{text.clone()}</p> });
        view! {
            <li>
                <details open=mark.key != "met">
                    <summary><Mark mark />" "{criterion.title.clone()}</summary>
                    <Reasons lang checks />
                    {measures}
                    {remark}
                </details>
            </li>
        }
    };
    any_view! {
        <section class="card stack no-print" aria-labelledby="findings">
            <h2 id="findings">{unit::findings(lang)}</h2>
            {other}
            <p class="lead"><Mark mark=headline.mark />" "{headline.sentence}</p>
            {late}
            {headline.provisional.map(|text| view! { <p class="soft">{text}</p> })}
            <ol class="unit-found">{case.criteria().map(one).collect_view()}</ol>
        </section>
    }
}

fn take_away(view: &UnitView, whole: &OpenedFile) -> AnyView {
    let lang = view.lang;
    let assessment = whole.assessment();
    let (unit_name, period, sequence) = (&assessment.unit_name, assessment.facts.period, assessment.sequence);
    let name = export::file_name(lang, view.here.pack, unit_name, period, u64::from(sequence));
    let text = whole.text.clone();
    let paper = view.paper;
    let print = move |kind: FormKind| {
        move |_| {
            paper.set(kind);
            // Two frames, so that the form is drawn before the browser prints it.
            request_animation_frame(|| request_animation_frame(browser::print));
        }
    };
    let save = move |_| {
        let _shown = browser::download(&name, "application/json", &text);
    };
    any_view! {
        <div class="row">
            <button type="button" on:click=print(FormKind::Report)>{unit::print_form(lang)}</button>
            {paper::recognises(view).then(|| view! {
                <button type="button" on:click=print(FormKind::Recognition)>{unit::print_recognition(lang)}</button>
            })}
            <button type="button" on:click=save>{unit::save_file(lang)}</button>
        </div>
    }
}
