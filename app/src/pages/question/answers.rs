//! Records answers as statements, and shows what is stated.

use cunping_core::{
    facts::{Says, Topic},
    pack::Criterion,
    privacy,
};
use cunping_text::{answer as told, lang::Lang, problem, ui::question as words, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::remark_box::RemarkBox,
    state::{App, PeriodStanding, answers, answers::TopicAnswer},
    store::{Change, Remark, Saved},
};

/// Returns what the period's facts say about a question.
pub(super) fn current(standing: &PeriodStanding, topic: &Topic) -> TopicAnswer {
    standing.statable().map_or_else(TopicAnswer::default, |days| TopicAnswer::of(&standing.facts, topic, days))
}

/// States an answer for all days up to today. Does nothing before the period has begun.
pub(super) fn say(standing: Memo<PeriodStanding>, answer: Memo<TopicAnswer>, topic: &Topic, says: Says) {
    let app = App::shared();
    standing.with_untracked(|standing| {
        let Some(days) = standing.statable() else { return };
        let made = answer.with_untracked(|answer| answers::statements(answer, topic, days, standing.today, says));
        made.into_iter().for_each(|statement| app.state(statement));
    });
}

/// Draws what is stated, for which days, what is still open, and the link to undo it.
pub(super) fn said(lang: Lang, standing: Memo<PeriodStanding>, answer: Memo<TopicAnswer>) -> AnyView {
    let TopicAnswer { own, wider, covered, .. } = answer.get();
    let Some((pack, days)) = standing.with(|standing| standing.statable().map(|days| (standing.pack, days))) else {
        return any_view! { <p class="notice open">{words::not_begun(lang)}</p> };
    };
    let line = own.as_ref().or(wider.as_ref()).map(|statement| {
        let line = told::statement(lang, pack, statement);
        view! { <p class="soft small">{line.label}{lang.pick("：", ": ")}{line.value}</p> }
    });
    let later = covered.filter(|day| *day < days.last()).and_then(|day| day.succ_opt());
    let rest = later.and_then(|first| cunping_core::days::Days::new(first, days.last()));
    let rest =
        rest.map(|days| view! { <p class="attention">{words::still_to_state(lang, &when::days(lang, days))}</p> });
    let app = App::shared();
    // Also an answer that was given to more than this question: the line above says to what.
    let take_back = own.or(wider).map(|statement| {
        let undo = move |_| app.take_back(&Topic::of(&statement), statement.days);
        view! { <button type="button" class="quiet" on:click=undo>{words::take_back(lang)}</button> }
    });
    any_view! { <div class="question-said">{line}{rest}{take_back}</div> }
}

/// Draws the remark on a criterion.
pub(super) fn remark(lang: Lang, standing: Memo<PeriodStanding>, criterion: &'static Criterion) -> AnyView {
    let app = App::shared();
    let period = standing.with_untracked(|standing| standing.facts.period);
    let saved =
        standing.with_untracked(|standing| standing.facts.remarks.get(&criterion.id).cloned().unwrap_or_default());
    let save = move |text: String| {
        let of = app.current.get_untracked()?;
        // What points to a person is removed and the rest is saved at once; otherwise the digits saved before the last
        // one was typed would stay.
        let (rule, kept) = (criterion.id.clone(), privacy::without(&text).trim().to_owned());
        app.change(vec![if kept.is_empty() {
            Change::DeleteRemark(of, period, rule)
        } else {
            Change::PutRemark(of, Saved { value: Remark { period, rule, text: kept }, at_ms: clock::now() })
        }]);
        problem::left_out(lang, &text).map(|problem| problem.line(lang))
    };
    any_view! { <RemarkBox lang saved on_save=save /> }
}
