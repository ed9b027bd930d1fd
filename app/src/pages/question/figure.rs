//! Typing a figure, or why a question does not apply. Judges nothing.

use cunping_core::{
    days::{Day, Days},
    facts::{Facts, Says, Statement, Topic},
    id::IndicatorId,
    period::{Part, Period},
};
use cunping_office::{
    lang::Lang,
    problem,
    question::{Choice, Input},
    ui::{common, question as words},
    when,
};
use leptos::prelude::*;

use crate::{
    browser,
    components::{figure_form::FigureForm, text_field::TextField},
    drafts::figure::{self, FigureProblem},
    state::{App, Standing},
};

/// Fields for a figure: one set, or one a quarter where the figure is a quarterly one.
pub(super) fn fields(
    lang: Lang,
    standing: Memo<Standing>,
    topic: StoredValue<Topic>,
    input: Input,
    open: RwSignal<Option<Choice>>,
) -> AnyView {
    let runs = standing.with_untracked(|it| runs(&input, it.facts.period, it.today));
    let many = runs.len() > 1;
    let one = |(place, days): (usize, Days)| {
        let heading = many.then(|| view! { <h3>{when::days(lang, days)}</h3> });
        view! { {heading}{field(lang, standing, topic, input.clone(), days, place, open)} }
    };
    runs.into_iter().enumerate().map(one).collect_view().into_any()
}

fn field(
    lang: Lang,
    standing: Memo<Standing>,
    topic: StoredValue<Topic>,
    input: Input,
    days: Days,
    place: usize,
    open: RwSignal<Option<Choice>>,
) -> AnyView {
    let app = App::shared();
    let before = standing.with_untracked(|it| typed_before(&it.facts, &topic.get_value().about, &input, days));
    let (first, second) = (RwSignal::new(before.0), RwSignal::new(before.1));
    let problem = RwSignal::new(None);
    let id = format!("figure-{place}-{}", topic.with_value(|it| it.about.as_str().replace(['/', '.'], "-")));
    let kind = StoredValue::new(input.clone());
    let save = move |()| match kind
        .with_value(|kind| figure::finish(kind, &first.get_untracked(), &second.get_untracked()))
    {
        Ok(says) => {
            let made_on = standing.with_untracked(|it| it.today);
            app.state(Statement { about: topic.get_value().about, only: topic.get_value().only, days, made_on, says });
            problem.set(None);
            open.set(None);
        }
        Err(wrong) => problem.set(Some(told(lang, wrong))),
    };
    view! { <FigureForm lang id input first second problem on_save=save /> }.into_any()
}

/// Why the question does not apply here.
pub(super) fn not_applicable(
    lang: Lang,
    standing: Memo<Standing>,
    topic: StoredValue<Topic>,
    open: RwSignal<Option<Choice>>,
) -> AnyView {
    let app = App::shared();
    let (reason, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let save = move |_| {
        let text = reason.get_untracked().trim().to_owned();
        if text.is_empty() {
            return wrong.set(Some(words::why_not_applicable_needed(lang).to_owned()));
        }
        wrong.set(None);
        if problem::in_text(lang, &text).is_some() {
            return browser::focus_id("why-not");
        }
        let (days, made_on) = standing.with_untracked(|it| (it.statable(), it.today));
        if let Some(days) = days {
            app.state(Statement {
                about: topic.get_value().about,
                only: topic.get_value().only,
                days,
                made_on,
                says: Says::NotApplicable(text),
            });
        }
        open.set(None);
    };
    view! {
        <div class="stack">
            <TextField lang id="why-not" label=words::why_not_applicable(lang) value=reason
                on_type=move |text| reason.set(text) longest=500 rows=3 />
            <p class="problem-text" role="alert">{wrong}</p>
            <button type="button" on:click=save>{common::save(lang)}</button>
        </div>
    }
    .into_any()
}

/// The runs of days that are asked for one by one.
fn runs(input: &Input, period: Period, today: Day) -> Vec<Days> {
    match input {
        Input::Series { .. } => {
            let quarters = (1..=4).filter_map(|n| Period::new(period.year(), Part::Quarter(n))).map(Period::days);
            quarters.filter(|it| period.days().covers(*it) && it.last() <= today).collect()
        }
        _ => period.days().until(today).into_iter().collect(),
    }
}

fn typed_before(facts: &Facts, about: &IndicatorId, input: &Input, days: Days) -> (String, String) {
    let about = facts.statements.iter().filter(|it| it.about == *about && it.days.intersection(days).is_some());
    let latest = about.max_by_key(|it| (it.days.last(), it.made_on));
    latest.and_then(|it| figure::typed(input, &it.says)).unwrap_or_default()
}

fn told(lang: Lang, problem: FigureProblem) -> &'static str {
    match problem {
        FigureProblem::NotANumber => words::number_wrong(lang),
        FigureProblem::Decimals => words::decimal_wrong(lang),
        FigureProblem::PartAboveWhole => words::part_above_whole(lang),
        FigureProblem::NoPlace => words::rank_wrong(lang),
    }
}
