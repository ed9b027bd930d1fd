//! One question of the sheet in a row: what is asked, the answers side by side, and below them what has been registered.

use cunping_core::{
    facts::{Says, Topic},
    pack::Criterion,
};
use cunping_text::{
    lang::Lang,
    question::{self, AskedQuestion, Choice, Input},
    term,
    ui::{question as words, tasks},
    when,
};
use leptos::prelude::*;

use super::{answers, figure, incidents, not_applicable, offered, sheet::QuestionSheet};
use crate::{
    components::choices::Choices,
    panels::registering::Registering,
    state::{PeriodStanding, answers::TopicAnswer},
};

/// Draws the question at a place of the sheet, under the heading of its criterion if that is given.
pub(super) fn draw(
    sheet: QuestionSheet,
    criterion: &'static Criterion,
    place: usize,
    asked: AskedQuestion,
    heading: Option<AnyView>,
) -> AnyView {
    let QuestionSheet { lang, standing, .. } = sheet;
    let AskedQuestion { question: asked, may_not_apply, measure } = asked;
    let topic = StoredValue::new(asked.topic.clone());
    let answer = sheet.answer(place);
    let below = sheet.subordinates(criterion, place, &asked.topic);
    let registers = asked.input == Input::Incidents;
    // Open also where a reason was half typed before.
    let why = RwSignal::new(false);
    let explains = Memo::new(move |_| why.get() || not_applicable::is_typed(sheet, place));
    let acts = registers.then(|| {
        Registering::new(lang, standing, place.to_string(), format!("[data-block=\"{place}\"] [tabindex=\"0\"]"))
    });
    let choices = question::choices(&asked.input, may_not_apply);
    let options = Memo::new(move |_| {
        answer.with(|answer| {
            topic.with_value(|topic| {
                offered::offered(lang, standing.with(PeriodStanding::statable), (topic, answer), &choices)
            })
        })
    });
    let state = move |says: Says| {
        // Another answer than the one whose reason is being typed closes that form; what is typed about an incident stays.
        why.set(false);
        not_applicable::forget(sheet, place);
        topic.with_value(|topic| answers::say(standing, answer, topic, says));
    };
    let choose = move |choice: Choice| match choice {
        Choice::Complete => state(Says::Complete),
        Choice::Unknown => state(Says::Unknown),
        Choice::Yes => state(Says::Yes),
        Choice::No => state(Says::No),
        Choice::Register => acts.into_iter().for_each(|acts| topic.with_value(|topic| acts.begin(&topic.about))),
        Choice::NotApplicable => why.set(true),
        Choice::Figure => {}
    };
    let open = move || {
        let days = standing.with(PeriodStanding::statable);
        answer.with(|answer| answer.is_open(days)).to_string()
    };
    any_view! {
        <div class="tasks-row" data-block=place.to_string() data-open=open>
            <div class="tasks-ask">
                {heading}
                <p class="tasks-question">{asked.text.clone()}</p>
                {asked.only.map(|only| view! { <p class="soft small">{only}</p> })}
                {measure.then(|| view! { <p class="soft small">{tasks::measure(lang)}</p> })}
            </div>
            <div class="tasks-choices">
                {figure::fields(sheet, place, &asked.input, &asked.text)}
                <Choices label=asked.text options on_choose=choose />
            </div>
            <div class="tasks-below">
                {move || said(lang, standing, answer)}
                <div role="status">{move || others(lang, standing, answer)}</div>
                {acts.map(|acts| incidents::registered(lang, standing, topic, acts))}
                {move || explains.get().then(|| not_applicable::form(sheet, place, topic, why))}
                {below}
            </div>
        </div>
    }
}

/// Says what the pressed button alone does not: that another answer gave this one, which days are open, why it does not
/// apply.
fn said(lang: Lang, standing: Memo<PeriodStanding>, answer: Memo<TopicAnswer>) -> AnyView {
    let TopicAnswer { own, wider, covered, .. } = answer.get();
    let Some((pack, days)) = standing.with(|standing| standing.statable().map(|days| (standing.pack, days))) else {
        return ().into_any();
    };
    let wider = wider.filter(|_| own.is_none()).map(|wider| {
        let name = term::topic(lang, pack, &Topic::of(&wider));
        view! { <p class="soft small">{words::answered_by_wider(lang, &name)}</p> }
    });
    let reason = own.and_then(|own| match own.says {
        Says::NotApplicable(reason) => Some(view! { <p class="soft small">{reason}</p> }),
        _ => None,
    });
    let later = covered.filter(|day| *day < days.last()).and_then(|day| day.succ_opt());
    let rest = later.and_then(|first| cunping_core::days::Days::new(first, days.last()));
    let rest =
        rest.map(|days| view! { <p class="attention">{words::still_to_state(lang, &when::days(lang, days))}</p> });
    any_view! { {wider}{reason}{rest} }
}

/// Asks whether there was anything else, once something is registered.
fn others(lang: Lang, standing: Memo<PeriodStanding>, answer: Memo<TopicAnswer>) -> Option<AnyView> {
    let days = standing.with(PeriodStanding::statable)?;
    let count = answer.with(|answer| answer.awaits_others(days).then_some(answer.incidents.len()))?;
    Some(any_view! { <p class="attention">{words::any_others(lang, count)}</p> })
}
