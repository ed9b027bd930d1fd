//! One question of a criterion with its answers. Evaluates nothing.

use cunping_core::facts::Says;
use cunping_office::{
    feeds::Feed,
    lang::Lang,
    question::{self, Choice, Input, Question},
    ui::{common, compare, question as words, tasks},
    when,
};
use leptos::prelude::*;

use super::{answers, figure, incidents};
use crate::{
    components::choices::{Answer as Offered, Choices},
    state::{Standing, answers::Answer},
};

/// One question with its answers.
#[component]
pub fn Block(
    /// The language of the page.
    lang: Lang,
    /// How the period stands.
    standing: Memo<Standing>,
    /// Its place on the screen, from 0.
    place: usize,
    /// The question.
    asked: Question,
    /// Whether “not applicable” is an answer.
    may_not_apply: bool,
    /// Whether the answer is shown only and decides nothing.
    measure: bool,
    /// What the answer serves.
    feeds: Vec<Feed>,
) -> impl IntoView {
    let topic = StoredValue::new(asked.topic.clone());
    let answer = Memo::new(move |_| standing.with(|it| answers::current(it, &topic.get_value())));
    let kind = StoredValue::new(asked.input.clone());
    let options = Signal::derive(move || {
        let choices = kind.with_value(|kind| question::choices(kind, may_not_apply));
        answer.with(|answer| standing.with(|it| offered(lang, it, answer, &choices)))
    });
    let open = RwSignal::new(None::<Choice>);
    let choose = move |choice: Choice| match choice {
        Choice::Complete => answers::say(standing, answer, &topic.get_value(), Says::Complete),
        Choice::Unknown => answers::say(standing, answer, &topic.get_value(), Says::Unknown),
        Choice::Yes => answers::say(standing, answer, &topic.get_value(), Says::Yes),
        Choice::No => answers::say(standing, answer, &topic.get_value(), Says::No),
        Choice::Register | Choice::Figure | Choice::NotApplicable => open.set(Some(choice)),
    };
    let undecided = move || {
        let open = answer.with(|it| it.is_silent() || !it.of_open_kind.is_empty());
        if open { "true" } else { "false" }
    };
    // Made once: what is typed of an incident must outlive the opening of its form.
    let registered = kind
        .with_value(|kind| *kind == Input::Incidents)
        .then(|| incidents::registered(lang, standing, topic, open, place));
    let detail = move || match (open.get(), kind.get_value()) {
        (Some(Choice::NotApplicable), _) => figure::not_applicable(lang, standing, topic, open),
        (Some(Choice::Figure), input) => figure::fields(lang, standing, topic, input, open),
        _ => ().into_any(),
    };
    view! {
        <section class="block stack" data-block=place.to_string() data-open=undecided>
            <h2>{asked.text.clone()}</h2>
            {asked.only.map(|only| view! { <p class="soft">{only}</p> })}
            {measure.then(|| view! { <p class="soft">{tasks::measure(lang)}</p> })}
            <Choices label=asked.text options on_choose=choose />
            {served(lang, feeds)}
            {move || answers::said(lang, standing, answer)}
            {registered}
            {detail}
        </section>
    }
    .into_any()
}

/// The criteria that the answer serves, where there is more than the one on the screen.
fn served(lang: Lang, feeds: Vec<Feed>) -> Option<AnyView> {
    let item = |it: Feed| {
        let clause = common::clause_of(lang, &it.clause);
        view! {
            <li>
                <span lang="zh-Hans">{it.document}" · "{it.title}</span>" "<span class="soft">{clause}</span>
                {it.differs.map(|differs| view! { <br /><span class="differs">{differs}</span> })}
            </li>
        }
    };
    (feeds.len() > 1).then(|| {
        let heading = compare::serves(lang, feeds.len());
        view! { <details class="feeds small"><summary>{heading}</summary><ul>{feeds.into_iter().map(item).collect_view()}</ul></details> }
            .into_any()
    })
}

/// The answers with what they state.
fn offered(lang: Lang, standing: &Standing, answer: &Answer, choices: &[Choice]) -> Vec<Offered> {
    let days = standing.statable();
    let own = answer.own.as_ref().map(|it| &it.says);
    let one = |choice: &Choice| {
        let chosen = match choice {
            Choice::Complete => days.is_some_and(|days| answer.is_complete(days)),
            Choice::Register => !answer.incidents.is_empty(),
            Choice::Yes => own == Some(&Says::Yes),
            Choice::No => own == Some(&Says::No),
            Choice::Unknown => answer.is_unknown(),
            Choice::NotApplicable => matches!(own, Some(Says::NotApplicable(_))),
            Choice::Figure => {
                matches!(own, Some(Says::Count(_) | Says::Ratio { .. } | Says::Rank(_) | Says::Figure(_)))
            }
        };
        let hint = match choice {
            Choice::Complete => days.map_or_else(String::new, |days| words::states_days(lang, &when::days(lang, days))),
            Choice::Unknown => words::unknown_hint(lang).to_owned(),
            _ => String::new(),
        };
        Offered {
            choice: *choice,
            text: question::choice(lang, *choice, answer.incidents.len()).to_owned(),
            hint,
            chosen,
        }
    };
    choices.iter().map(one).collect()
}
