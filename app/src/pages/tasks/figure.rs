//! The fields of a figure in its row: typed, kept while half typed, recorded with Enter or on leaving the field.

use cunping_core::{
    days::{Day, Days},
    facts::{Facts, Topic},
    id::IndicatorId,
    period::{Part, Period},
};
use cunping_text::{lang::Lang, problem, question::Input, term, ui::question as words, when};
use leptos::prelude::*;

use super::sheet::QuestionSheet;
use crate::{
    components::figure_form::{FigureForm, FigureOffer},
    drafts::{
        fields,
        figure::{self, FigureError},
    },
    pages::tasks::keys,
    state::{App, answers, answers::statement},
};

/// Draws the fields of the figure at a place: one set, or one for each quarter that is over where the figure is quarterly;
/// nothing for another question.
pub(super) fn fields(sheet: QuestionSheet, place: usize, input: &Input, label: &str) -> Option<AnyView> {
    if matches!(input, Input::Incidents | Input::YesNo) {
        return None;
    }
    let runs = sheet.standing.with_untracked(|standing| runs(input, standing.facts.period, standing.today));
    let topic = sheet.topic(place)?;
    let count = runs.len();
    let one = |(run, days): (usize, Days)| {
        let of = (count > 1).then(|| when::days(sheet.lang, days));
        let label = of.as_ref().map_or_else(|| label.to_owned(), |of| format!("{label} {of}"));
        Run { sheet, place, topic: topic.clone(), input: input.clone(), days, run }.draw(label, of)
    };
    Some(any_view! { <div class="tasks-figures">{runs.into_iter().enumerate().map(one).collect_view()}</div> })
}

/// The fields of a figure for some days.
struct Run {
    sheet: QuestionSheet,
    place: usize,
    topic: Topic,
    input: Input,
    days: Days,
    run: usize,
}

impl Run {
    /// Draws the fields. What is half typed stands before what is recorded.
    fn draw(self, label: String, heading: Option<String>) -> AnyView {
        let (app, QuestionSheet { lang, standing, typed, .. }) = (App::shared(), self.sheet);
        let Self { sheet, place, topic, input, days, run } = self;
        let at = sheet.typed_at();
        let id = format!("figure-{place}-{run}");
        let name = move |field: usize| format!("{place}.{run}.{field}");
        let (about, kind) = (StoredValue::new(topic.about.clone()), StoredValue::new(input.clone()));
        let recorded = Memo::new(move |_| {
            standing.with(|standing| {
                about.with_value(|about| kind.with_value(|kind| typed_before(&standing.facts, about, kind, days)))
            })
        });
        let shown = move |field: usize| {
            let half_typed = typed.with(|typed| typed.get(&name(field)).cloned());
            let recorded = || recorded.with(|(first, second)| if field == 0 { first.clone() } else { second.clone() });
            half_typed.unwrap_or_else(recorded)
        };
        let value = [0, 1].map(|field| Signal::derive(move || shown(field)));
        let problem = RwSignal::new(None::<String>);
        let offers = Memo::new(move |_| {
            standing.with(|standing| {
                let empty = value.map(|value| value.get().is_empty());
                about.with_value(|about| {
                    let part = answers::counted_part(standing.pack, &standing.facts, about, days).filter(|_| empty[0]);
                    let whole = answers::same_whole(standing.pack, &standing.facts, about, days).filter(|_| empty[1]);
                    let part = part.map(|(of, count)| {
                        let (name, count) = (term::indicator(lang, standing.pack, of), count.to_string());
                        FigureOffer { field: 0, text: words::counted_part(lang, name, &count), value: count }
                    });
                    let whole = whole.map(|(of, total)| {
                        let (name, total) = (term::indicator(lang, standing.pack, of), total.to_string());
                        FigureOffer { field: 1, text: words::same_whole(lang, name, &total), value: total }
                    });
                    part.into_iter().chain(whole).collect::<Vec<_>>()
                })
            })
        });
        let (place_typed, topic) = (StoredValue::new(at), StoredValue::new(topic));
        let keep = move |(field, text): (usize, String)| {
            problem.set(None);
            place_typed.with_value(|at| app.type_in(at, typed, |typed| fields::put(typed, &name(field), text)));
        };
        let pending =
            Memo::new(move |_| typed.with(|typed| [0, 1].iter().any(|field| typed.contains_key(&name(*field)))));
        let record = move |goes_on: bool| {
            // The field also loses the focus when its screen is left: what is typed is kept then, and recorded by nobody.
            let Some(is_pending) = pending.try_get_untracked() else { return };
            if !is_pending {
                return if goes_on {
                    keys::go_on(Some(place))
                };
            }
            let (first, second) = (value[0].get_untracked(), value[1].get_untracked());
            let emptied = first.trim().is_empty() && second.trim().is_empty();
            let forget = move || {
                let done = move |typed: &mut fields::TypedFields| {
                    [0, 1].iter().for_each(|field| {
                        typed.remove(&name(*field));
                    })
                };
                place_typed.with_value(|at| app.type_in(at, typed, done));
                problem.set(None);
            };
            if emptied {
                topic.with_value(|topic| app.take_back(topic, days));
                return forget();
            }
            match kind.with_value(|kind| figure::finish(kind, &first, &second)) {
                Ok(says) => {
                    let made_on = standing.with_untracked(|standing| standing.today);
                    app.state(statement(topic.get_value(), days, made_on, says));
                    forget();
                    if goes_on {
                        keys::go_on(Some(place));
                    }
                }
                Err(wrong) => problem.set(Some(told(lang, wrong))),
            }
        };
        let pending_words = Signal::derive(move || pending.get().then(|| words::number_pending(lang).to_owned()));
        any_view! {
            {heading.map(|of| view! { <p class="small"><strong>{of}</strong></p> })}
            <FigureForm lang id label input values=value problem pending=pending_words offers on_type=keep on_record=record />
        }
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
    let speaks =
        |said: &&cunping_core::facts::Statement| said.about == *about && said.days.intersection(days).is_some();
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
