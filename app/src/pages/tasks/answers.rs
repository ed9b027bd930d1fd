//! Records answers as statements, and the remark on a criterion.

use cunping_core::{
    facts::{Says, Topic},
    pack::Criterion,
    privacy,
};
use cunping_text::problem;
use leptos::prelude::*;

use super::sheet::QuestionSheet;
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

/// Draws the remark on a criterion.
pub(super) fn remark(sheet: QuestionSheet, criterion: &'static Criterion) -> AnyView {
    let (app, QuestionSheet { lang, standing, .. }) = (App::shared(), sheet);
    let period = sheet.period();
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
    let id = format!("remark-{}", criterion.id.as_str().replace('.', "-"));
    any_view! { <RemarkBox lang id saved on_save=save /> }
}
