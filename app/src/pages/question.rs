//! One criterion of a period: the question, the answers, and beside them the finding they lead to, updated at once.

mod answers;
mod block;
mod figure;
mod incidents;
mod keys;
mod open_kind;
mod side;

use cunping_core::{
    facts::{Says, Topic},
    id::RuleId,
    pack::Criterion,
    period::Period,
};
use cunping_text::{
    feeds,
    lang::Lang,
    question::{self, Question as Asked},
    term,
    ui::{common, label, question as words, shell},
    when,
};
use leptos::prelude::*;

use crate::{
    browser,
    components::task_list::task_list,
    panels::{edition, not_found, standing, subordinates::SubordinatesPanel},
    routes::Route,
    state::{App, Here, PeriodStanding, answers::statement, subordinates::topics},
};

/// Draws the screen of a criterion; `subordinates` are the files of the units below that an office’s answers rest on, if
/// it collects any.
pub(super) fn screen(
    lang: Lang,
    here: Here,
    (period, rule): (Period, RuleId),
    subordinates: Option<SubordinatesPanel>,
) -> AnyView {
    let all = &here.level.criteria;
    let Some(place) = all.iter().position(|criterion| criterion.id == rule) else {
        return not_found::missing(lang, shell::no_such_item(lang), Route::Tasks(period));
    };
    let Some(criterion) = all.get(place) else { return ().into_any() };
    let app = App::shared();
    let now = app.standing(&here, period);
    let edition = edition::confirm(app, lang, here.clone(), now, rule.clone());
    let at = |place: Option<usize>| {
        place.and_then(|place| all.get(place)).map(|criterion| Route::Question(period, criterion.id.clone()))
    };
    let ways = Ways {
        before: at(place.checked_sub(1)),
        after: at(Some(place + 1)).unwrap_or(Route::Result(period)),
        last: place + 1 == all.len(),
    };
    keys::listen(ways.clone());
    any_view! {
        <div class="page">
            {standing::bar(lang, now)}
            <div class="columns">
                {task_list(lang, standing::tasks(lang, now, Some(rule)))}
                <section class="question stack" aria-label=label::question(lang)>
                    <p class="soft">{common::place_of(lang, place + 1, all.len())}" · "{when::period(lang, period)}</p>
                    <h1 tabindex="-1" lang="zh-Hans">{criterion.title.as_str()}</h1>
                    {edition}
                    {blocks(lang, now, criterion, (&here, period), subordinates)}
                    {answers::remark(lang, now, criterion)}
                    {ways_on(lang, ways)}
                </section>
                {side::panel(lang, now, criterion)}
            </div>
        </div>
    }
}

/// The screens before and after this one.
#[derive(Clone, Debug, PartialEq)]
struct Ways {
    before: Option<Route>,
    after: Route,
    last: bool,
}

/// Draws links to the criteria before and after.
fn ways_on(lang: Lang, ways: Ways) -> AnyView {
    let after = if ways.last { cunping_text::ui::tasks::see_result(lang) } else { common::next(lang) };
    any_view! {
        <p class="row">
            {ways.before.map(|to| view! { <a class="button" href=to.to_string()>{common::previous(lang)}</a> })}
            <a class="button primary" id="go-next" href=ways.after.to_string()>{after}</a>
        </p>
        <p class="soft small question-keys">{words::keys_hint(lang)}</p>
    }
}

/// Draws one block for everything that the criterion asks about; what several checks ask is drawn once.
fn blocks(
    lang: Lang,
    standing: Memo<PeriodStanding>,
    criterion: &'static Criterion,
    (here, period): (&Here, Period),
    subordinates: Option<SubordinatesPanel>,
) -> AnyView {
    let documents = here.all().into_iter().filter(Here::assesses);
    let documents: Vec<_> = documents.map(|document| (document.pack, document.level)).collect();
    let mut asked: Vec<(Asked, bool, bool)> = Vec::new();
    standing.with_untracked(|standing| {
        let decide = criterion.checks.iter().map(|check| (check, false));
        for (check, measure) in decide.chain(criterion.measures.iter().map(|check| (check, true))) {
            for question in question::questions(lang, standing.pack, standing.level, check, standing.facts.period) {
                match asked.iter_mut().find(|(known, ..)| known.topic == question.topic) {
                    Some((known, ..)) => known.join(lang, question),
                    None => asked.push((question, check.may_not_apply, measure)),
                }
            }
        }
    });
    let topics = topics(here);
    let subordinates = subordinates.filter(|_| asked.iter().any(|(question, ..)| topics.contains(&question.topic)));
    let subordinates = subordinates.map(|panel| ((panel.read)(App::shared(), here, period), panel.draw));
    let block = |(place, (asked, may_not_apply, measure)): (usize, (Asked, bool, bool))| {
        let feeds = feeds::feeds(lang, &documents, &asked.topic);
        let subordinates = subordinates.filter(|_| topics.contains(&asked.topic));
        let subordinates =
            subordinates.map(|(files, panel)| panel(lang, standing, criterion, (place, asked.topic.clone()), files));
        view! { {block::block(lang, standing, place, asked, may_not_apply, measure, feeds)}{subordinates} }
    };
    let incidents = asked.iter().filter(|(asked, ..)| asked.input == question::Input::Incidents);
    let none = none_of_all(lang, standing, incidents.map(|(asked, ..)| asked.topic.clone()).collect());
    any_view! { {none}{asked.into_iter().enumerate().map(block).collect_view()} }
}

/// Draws the one answer to several questions about incidents that nobody has answered yet: none of it happened.
fn none_of_all(lang: Lang, standing: Memo<PeriodStanding>, topics: Vec<Topic>) -> AnyView {
    let silent = Memo::new(move |_| {
        let open = |standing: &PeriodStanding, topic: &Topic| {
            let answer = answers::current(standing, topic);
            answer.is_silent() && answer.of_open_kind.is_empty()
        };
        standing.with(|standing| topics.iter().filter(|topic| open(standing, topic)).cloned().collect::<Vec<_>>())
    });
    let state = move |_| {
        let made = standing.with_untracked(|standing| standing.statable().map(|days| (days, standing.today)));
        let Some((days, today)) = made else { return };
        let app = App::shared();
        silent.get_untracked().into_iter().for_each(|topic| app.state(statement(topic, days, today, Says::Complete)));
        request_animation_frame(|| browser::focus_id("go-next"));
    };
    let shown = move || {
        let days = standing.with(PeriodStanding::statable)?;
        let pack = standing.with(|standing| standing.pack);
        let named = |silent: &Vec<Topic>| silent.iter().map(|topic| term::topic(lang, pack, topic)).collect::<Vec<_>>();
        let names = silent.with(named);
        (names.len() > 1).then(|| {
            let names = names.join(lang.pick("、", ", "));
            view! {
                <p class="row" data-none="all">
                    <button type="button" on:click=state>{words::none_of_all(lang, &names)}</button>
                    <span class="soft small">{words::states_days(lang, &when::days(lang, days))}</span>
                </p>
            }
        })
    };
    any_view! { {shown} }
}
