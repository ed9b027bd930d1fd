//! One unit's criteria for a monitor: what was recomputed, why, and the office's answer.

use cunping_core::{evaluate::evaluate, pack::Criterion};
use cunping_text::{
    case::EvaluatedUnit,
    finding::{self, Finality},
    headline, reason,
    ui::{common, opinion as words},
    when,
};
use leptos::prelude::*;

use crate::{
    components::{choice_row::Radios, choice_row::RowOption, mark::Mark, text_field::TextField},
    pages::opinions::{AnswerSoFar, OpinionFile, OpinionsView, earlier},
};

const AGREES: &str = "agrees";
const OBJECTS: &str = "objects";

/// Draws the card of one unit.
pub(super) fn card(view: &OpinionsView, file: &OpinionFile) -> AnyView {
    let (lang, assessment) = (view.lang, &file.assessment);
    let named = view.app.register.with_untracked(|register| register.overlays_named(&assessment.overlays));
    let overlays: Vec<_> = named.iter().collect();
    let evaluation = evaluate(view.here.pack, view.level, &overlays, &assessment.facts, assessment.as_of);
    let case =
        EvaluatedUnit { pack: view.here.pack, level: view.level, facts: &assessment.facts, evaluation: &evaluation };
    let headline = headline::headline(lang, case);
    let unit = assessment.facts.unit.to_string();
    let criteria = view.asked.iter().map(|criterion| criterion_of(view, case, criterion)).collect_view();
    let key = |criterion: &&'static Criterion| (assessment.facts.unit, criterion.id.clone());
    let all_stand =
        untrack(|| view.asked.iter().all(|criterion| view.said.was(&key(criterion)).is_some_and(|was| was.stands)));
    if all_stand {
        // A card with an objection is opened, so that the objection stays in sight.
        let objects = |was: earlier::Was| was.objection.is_some();
        let objected =
            untrack(|| view.asked.iter().any(|criterion| view.said.was(&key(criterion)).is_some_and(objects)));
        return any_view! {
            <details class="card stack" open=objected>
                <summary><strong>{assessment.unit_name.clone()}</strong>" · "{words::nothing_open(lang)}</summary>
                <p><Mark mark=headline.mark />" "{headline.sentence}</p>
                <ol class="plain stack">{criteria}</ol>
            </details>
        };
    }
    any_view! {
        <section class="card stack" aria-labelledby=format!("unit-{unit}")>
            <h2 id=format!("unit-{unit}")>{assessment.unit_name.clone()}</h2>
            <p><Mark mark=headline.mark />" "{headline.sentence}</p>
            <ol class="plain stack">{criteria}</ol>
        </section>
    }
}

fn criterion_of(view: &OpinionsView, case: EvaluatedUnit<'_>, criterion: &'static Criterion) -> AnyView {
    let (lang, said) = (view.lang, view.said);
    let key = (case.facts.unit, criterion.id.clone());
    let voice = Finality::of(case.level, case.facts.period);
    let mark =
        case.criterion(&criterion.id).map(|(_, found)| finding::finding(lang, voice, criterion.role, found.finding));
    let reasons: Vec<String> =
        criterion.checks.iter().flat_map(|check| reason::sentences(lang, case, &check.id)).collect();
    let remark = case.facts.remarks.get(&criterion.id).cloned();
    let of = key.clone();
    let chosen = Signal::derive(move || {
        said.get(&of).map(|answer| if answer == AnswerSoFar::Agrees { AGREES } else { OBJECTS }.to_owned())
    });
    let of = key.clone();
    let choose = move |word: String| {
        let word = if word == AGREES { AnswerSoFar::Agrees } else { AnswerSoFar::Objects(String::new()) };
        said.say(&of, &word);
    };
    let of = key.clone();
    let was = move || {
        let was = said.was(&of)?;
        let day = when::day(lang, was.on);
        let text = match (was.stands, was.objection) {
            (true, None) => words::signed_agreed(lang, &day),
            (true, Some(why)) => words::signed_objected(lang, &day, &why),
            (false, None) => words::void_agreed(lang, &day),
            (false, Some(why)) => words::void_objected(lang, &day, &why),
        };
        Some(view! { <p class="soft small">{text}</p> })
    };
    let objects = Memo::new(move |_| chosen.with(|chosen| chosen.as_deref() == Some(OBJECTS)));
    let field = format!("why-{}-{}", key.0, key.1);
    let reason = move || {
        objects.get().then(|| {
            let (of, shown) = (key.clone(), key.clone());
            let typed = move |text| said.say(&of, &AnswerSoFar::Objects(text));
            let text = Signal::derive(move || match said.get(&shown) {
                Some(AnswerSoFar::Objects(why)) => why,
                _ => String::new(),
            });
            view! {
                <TextField lang id=field.clone() label=words::reason(lang) value=text on_type=typed longest=500 rows=2 />
            }
        })
    };
    // The choice says what is agreed with where that is not “met”: not met, or not answered.
    let agrees = match mark.filter(|mark| mark.key != "met") {
        Some(mark) => words::agrees_that(lang, mark.word),
        None => words::agrees(lang).to_owned(),
    };
    let choices = vec![RowOption::new(AGREES, &agrees, ""), RowOption::new(OBJECTS, words::objects(lang), "")];
    // The legend names the finding too, so that a screen reader reads finding and question together.
    let legend = mark.map_or_else(|| criterion.title.clone(), |mark| format!("{} {mark}", criterion.title));
    let name = format!("word-{}-{}", case.facts.unit, criterion.id);
    any_view! {
        <li class="stack">
            <Radios legend name choices chosen on_choose=choose />
            {was}
            {reason}
            <details>
                <summary>{words::look(lang)}</summary>
                {reasons.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                {remark.map(|text| view! { <p>{common::remark(lang)}" "{text}</p> })}
            </details>
        </li>
    }
}
