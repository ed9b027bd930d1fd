//! One question of a criterion with its answers.

use cunping_core::facts::{Says, Topic, leaves};
use cunping_text::{
    feeds::Feed,
    lang::Lang,
    question::{self, Choice, Input, Question},
    term,
    ui::{common, compare, question as words, tasks},
    when,
};
use leptos::prelude::*;

use crate::{
    browser,
    components::choices::{ChoiceOption, Choices},
    pages::question::{answers, figure, incidents},
    panels::registering::Registering,
    state::{
        App, PeriodStanding,
        answers::{TopicAnswer, statement},
    },
};

/// Draws one question with its answers; `place` is its position on the screen, from 0. “Not applicable” is an answer if it
/// `may_not_apply`; a `measure` is only shown and does not affect the finding. `feeds` are the criteria that use the
/// answer.
pub(super) fn block(
    lang: Lang,
    standing: Memo<PeriodStanding>,
    place: usize,
    asked: Question,
    may_not_apply: bool,
    measure: bool,
    feeds: Vec<Feed>,
) -> AnyView {
    let topic = StoredValue::new(asked.topic.clone());
    let answer = Memo::new(move |_| standing.with(|standing| answers::current(standing, &topic.get_value())));
    let kind = StoredValue::new(asked.input.clone());
    let options = Signal::derive(move || {
        let choices = kind.with_value(|kind| question::choices(kind, may_not_apply));
        answer.with(|answer| {
            standing.with(|standing| topic.with_value(|topic| offered(lang, standing, (topic, answer), &choices)))
        })
    });
    let open = RwSignal::new(None::<Choice>);
    let form = figure::FigureQuestion { lang, standing, topic, place, open };
    let acts = Registering::new(lang, standing, place.to_string(), format!("[data-block=\"{place}\"] h2"));
    let state = move |says: Says| {
        // Another answer than the one whose form is open closes that form; what is typed about an incident stays.
        open.set(None);
        topic.with_value(|topic| answers::say(standing, answer, topic, says));
    };
    let choose = move |choice: Choice| match choice {
        Choice::Complete => state(Says::Complete),
        Choice::Unknown => state(Says::Unknown),
        Choice::Yes => state(Says::Yes),
        Choice::No => state(Says::No),
        Choice::Register => topic.with_value(|topic| acts.begin(&topic.about)),
        Choice::Figure if open.get_untracked() == Some(choice) => form.focus(0),
        Choice::Figure | Choice::NotApplicable => open.set(Some(choice)),
    };
    let awaits_others = Memo::new(move |_| {
        let days = standing.with(PeriodStanding::statable);
        answer.with(|answer| days.filter(|days| answer.awaits_others(*days)).map(|_| answer.incidents.len()))
    });
    let undecided = move || {
        let open = answer.with(|answer| answer.is_silent() || !answer.of_open_kind.is_empty())
            || awaits_others.get().is_some();
        if open { "true" } else { "false" }
    };
    let others = move || {
        awaits_others.get().map(|count| {
            let none = question::choice(lang, Choice::Complete, count);
            view! { <p class="notice open">{words::any_others(lang, count, none)}</p> }
        })
    };
    let registered =
        kind.with_value(|kind| *kind == Input::Incidents).then(|| incidents::registered(lang, standing, topic, acts));
    let none_at_all =
        kind.with_value(|kind| *kind == Input::Incidents).then(|| none_at_all(lang, standing, topic, place));
    let detail = move || match (open.get(), kind.get_value()) {
        (Some(Choice::NotApplicable), _) => figure::not_applicable(form),
        (Some(Choice::Figure), input) => figure::fields(form, &input),
        _ => ().into_any(),
    };
    any_view! {
        <section class="question-block stack" data-block=place.to_string() data-open=undecided>
            <h2 tabindex="-1">{asked.text.clone()}</h2>
            {asked.only.map(|only| view! { <p class="soft">{only}</p> })}
            {measure.then(|| view! { <p class="soft">{tasks::measure(lang)}</p> })}
            <div role="status">{others}</div>
            <Choices label=asked.text options on_choose=choose />
            {none_at_all}
            {served(lang, feeds)}
            {move || answers::said(lang, standing, answer)}
            {registered}
            {detail}
        </section>
    }
}

/// Draws the answer that nothing of the whole category happened, where the document asks about several parts of it and
/// none of them is answered yet. Whatever is registered of the category, counted or not, is some of it.
fn none_at_all(lang: Lang, standing: Memo<PeriodStanding>, topic: StoredValue<Topic>, place: usize) -> Option<AnyView> {
    let around = standing.with_untracked(|standing| topic.with_value(|topic| leaves::around(standing.level, topic)));
    let (whole, others) = around?;
    let about = StoredValue::new(whole);
    let count = others.len();
    let untouched = Memo::new(move |_| {
        let silent = |standing: &PeriodStanding, topic: &Topic| answers::current(standing, topic).is_silent();
        standing.with(|standing| {
            let of_category = about.with_value(|whole| silent(standing, whole));
            of_category && topic.with_value(|topic| others.iter().chain([topic]).all(|part| silent(standing, part)))
        })
    });
    let state = move |_| {
        let app = App::shared();
        standing.with_untracked(|standing| {
            let Some(days) = standing.statable() else { return };
            app.state(statement(about.get_value(), days, standing.today, Says::Complete));
        });
        let at = format!("[data-block=\"{place}\"] [data-key=\"1\"]");
        request_animation_frame(move || browser::focus_at(&at));
    };
    let shown = move || {
        untouched.get().then(|| {
            let name = standing.with(|standing| term::topic(lang, standing.pack, &about.get_value()));
            view! {
                <p><button type="button" class="quiet" on:click=state>{words::none_at_all(lang, &name, count)}</button></p>
            }
        })
    };
    Some(any_view! { {shown} })
}

/// Draws the criteria that use the answer, if there are others than the one on the screen.
fn served(lang: Lang, feeds: Vec<Feed>) -> Option<AnyView> {
    let item = |feed: Feed| {
        let clause = common::clause_of(lang, &feed.clause);
        view! {
            <li>
                <span lang="zh-Hans">{feed.document}" · "{feed.title}</span>" "<span class="soft">{clause}</span>
                {feed.differs.map(|differs| view! { <br /><span class="question-differs">{differs}</span> })}
            </li>
        }
    };
    (feeds.len() > 1).then(|| {
        let heading = compare::serves(lang, feeds.len());
        any_view! { <details class="question-feeds small"><summary>{heading}</summary><ul>{feeds.into_iter().map(item).collect_view()}</ul></details> }
    })
}

/// Returns the answers to choose from, each with what choosing it states.
fn offered(
    lang: Lang,
    standing: &PeriodStanding,
    (topic, answer): (&Topic, &TopicAnswer),
    choices: &[Choice],
) -> Vec<ChoiceOption> {
    let days = standing.statable();
    let own = answer.own.as_ref().map(|statement| &statement.says);
    let one = |choice: &Choice| {
        let chosen = match choice {
            Choice::Complete => days.is_some_and(|days| answer.is_complete(days)),
            // Never chosen: it adds to the list, and does not say that the list is complete.
            Choice::Register => false,
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
            // Choosing “unknown” here withdraws the wider answer, so the hint says that beforehand.
            Choice::Unknown => answer.wider.as_ref().map_or_else(
                || words::unknown_hint(lang).to_owned(),
                |statement| words::unknown_takes_back(lang, &term::topic(lang, standing.pack, &Topic::of(statement))),
            ),
            _ => String::new(),
        };
        ChoiceOption {
            choice: *choice,
            text: question::choice(lang, *choice, answer.registered(&topic.about)).to_owned(),
            hint,
            chosen,
        }
    };
    choices.iter().map(one).collect()
}
