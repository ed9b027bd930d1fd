//! The forms for a figure, and for the reason why a question does not apply.

use cunping_core::{
    days::{Day, Days},
    facts::{Facts, Says, Statement, Topic},
    id::IndicatorId,
    period::{Part, Period},
};
use cunping_text::{
    lang::Lang,
    problem,
    question::{Choice, Input},
    term,
    ui::{common, question as words},
    when,
};
use leptos::prelude::*;

use crate::{
    browser,
    components::{figure_form::FigureForm, text_field::TextField},
    drafts::figure::{self, FigureError},
    state::{App, PeriodStanding, answers, answers::statement},
};

/// The question that the form of a figure belongs to.
#[derive(Clone, Copy)]
pub(super) struct FigureQuestion {
    pub(super) lang: Lang,
    pub(super) standing: Memo<PeriodStanding>,
    pub(super) topic: StoredValue<Topic>,
    /// The question's position on the screen.
    pub(super) place: usize,
    pub(super) open: RwSignal<Option<Choice>>,
}

impl FigureQuestion {
    /// Moves the focus to the first field of the run with this index.
    pub(super) fn focus(self, run: usize) {
        let at = format!("[data-block=\"{}\"] [data-run=\"{run}\"] input", self.place);
        request_animation_frame(move || browser::focus_at(&at));
    }

    /// Closes the form and moves the focus to the answer, where Enter goes on to the next question.
    fn leave(self) {
        self.open.set(None);
        let at = format!("[data-block=\"{}\"] [data-key=\"1\"]", self.place);
        request_animation_frame(move || browser::focus_at(&at));
    }
}

/// Draws the fields of a figure: one set, or one for each quarter where the figure is quarterly. The first field gets
/// the focus.
pub(super) fn fields(asked: FigureQuestion, input: &Input) -> AnyView {
    let runs = asked.standing.with_untracked(|standing| runs(input, standing.facts.period, standing.today));
    let count = runs.len();
    let one = |(run, days): (usize, Days)| {
        let heading = (count > 1).then(|| view! { <h3>{when::days(asked.lang, days)}</h3> });
        view! { <div data-run=run.to_string()>{heading}{field(asked, input, days, (run, run + 1 == count))}</div> }
    };
    asked.focus(0);
    runs.into_iter().enumerate().map(one).collect_view().into_any()
}

fn field(asked: FigureQuestion, input: &Input, days: Days, (run, is_last): (usize, bool)) -> AnyView {
    let (app, FigureQuestion { lang, standing, topic, .. }) = (App::shared(), asked);
    let about = topic.get_value().about;
    let before = standing.with_untracked(|standing| typed_before(&standing.facts, &about, input, days));
    let whole = standing.with_untracked(|standing| {
        let (of, whole) = answers::same_whole(standing.pack, &standing.facts, &about, days)?;
        Some((term::indicator(lang, standing.pack, of).to_owned(), whole.to_string()))
    });
    let part = standing.with_untracked(|standing| {
        let (of, count) = answers::counted_part(standing.pack, &standing.facts, &about, days)?;
        Some((term::indicator(lang, standing.pack, of).to_owned(), count.to_string()))
    });
    let (part, whole) = (part.filter(|_| before.0.is_empty()), whole.filter(|_| before.1.is_empty()));
    let of_part = part.as_ref().map(|(of, _)| view! { <p class="soft small">{words::counted_part(lang, of)}</p> });
    let of_whole = whole.as_ref().map(|(of, _)| view! { <p class="soft small">{words::same_whole(lang, of)}</p> });
    let first = RwSignal::new(part.map_or(before.0, |(_, part)| part));
    let second = RwSignal::new(whole.map_or(before.1, |(_, whole)| whole));
    let problem = RwSignal::new(None);
    let id = format!("figure-{run}-{}", topic.with_value(|topic| topic.about.as_str().replace(['/', '.'], "-")));
    let label = standing.with_untracked(|standing| topic.with_value(|topic| term::topic(lang, standing.pack, topic)));
    let kind = StoredValue::new(input.clone());
    let save =
        move |()| match kind.with_value(|kind| figure::finish(kind, &first.get_untracked(), &second.get_untracked())) {
            Ok(says) => {
                let made_on = standing.with_untracked(|standing| standing.today);
                app.state(statement(topic.get_value(), days, made_on, says));
                problem.set(None);
                // What is typed for later quarters stays.
                if is_last { asked.leave() } else { asked.focus(run + 1) }
            }
            Err(wrong) => problem.set(Some(told(lang, wrong))),
        };
    any_view! {
        {of_part}
        {of_whole}
        <FigureForm lang id label input=input.clone() first second problem on_save=save on_leave=move |()| asked.leave() />
    }
}

/// Draws the form for the reason why the question does not apply here.
pub(super) fn not_applicable(asked: FigureQuestion) -> AnyView {
    let (app, FigureQuestion { lang, standing, topic, place, open }) = (App::shared(), asked);
    let id = format!("why-not-{place}");
    let field = id.clone();
    let (reason, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let save = move |_| {
        let text = reason.get_untracked().trim().to_owned();
        if text.is_empty() {
            return wrong.set(Some(words::why_not_applicable_needed(lang).to_owned()));
        }
        wrong.set(None);
        if problem::in_text(lang, &text).is_some() {
            return browser::focus_id(&field);
        }
        let (days, made_on) = standing.with_untracked(|standing| (standing.statable(), standing.today));
        if let Some(days) = days {
            app.state(statement(topic.get_value(), days, made_on, Says::NotApplicable(text)));
        }
        open.set(None);
    };
    let focused = id.clone();
    request_animation_frame(move || browser::focus_id(&focused));
    any_view! {
        <div class="stack" data-form="not-applicable">
            <TextField lang id label=words::why_not_applicable(lang) value=reason
                on_type=move |text| reason.set(text) longest=500 rows=3 />
            <p class="problem-text" role="alert">{wrong}</p>
            <p class="row">
                <button type="button" class="primary" on:click=save>{common::save(lang)}</button>
                <button type="button" on:click=move |_| open.set(None)>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

/// Returns the runs of days that are asked about one by one: each quarter that is over for a series, else the days up
/// to today.
fn runs(input: &Input, period: Period, today: Day) -> Vec<Days> {
    match input {
        Input::Series { .. } => {
            let quarters = (1..=4).filter_map(|n| Period::new(period.year(), Part::Quarter(n))).map(Period::days);
            quarters.filter(|quarter| period.days().covers(*quarter) && quarter.last() <= today).collect()
        }
        _ => period.days().until(today).into_iter().collect(),
    }
}

fn typed_before(facts: &Facts, about: &IndicatorId, input: &Input, days: Days) -> (String, String) {
    let speaks = |said: &&Statement| said.about == *about && said.days.intersection(days).is_some();
    let latest =
        facts.statements.iter().filter(speaks).max_by_key(|statement| (statement.days.last(), statement.made_on));
    latest.and_then(|statement| figure::typed(input, &statement.says)).unwrap_or_default()
}

fn told(lang: Lang, problem: FigureError) -> String {
    match problem {
        FigureError::Nothing => words::number_missing(lang).to_owned(),
        FigureError::Number(error, decimals) => problem::typed_number(lang, error, decimals),
        FigureError::PartAboveWhole => words::part_above_whole(lang).to_owned(),
        FigureError::NoPlace => words::rank_wrong(lang).to_owned(),
        FigureError::Personal(kind) => problem::personal(lang, kind).line(lang),
    }
}
