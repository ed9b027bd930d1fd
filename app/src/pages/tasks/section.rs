//! One section of the sheet: its title, how much of it is answered, its criteria. An answered section is one line.

use cunping_text::ui::tasks as words;
use leptos::prelude::*;

use super::{
    criterion, rest,
    sheet::{QuestionSheet, SheetSection},
    undo,
};

/// Draws a section, folded if all of it was answered before and nothing in it was asked for.
pub(super) fn draw(sheet: QuestionSheet, section: SheetSection) -> AnyView {
    let (lang, places) = (sheet.lang, StoredValue::new(section.places.clone()));
    let all = section.places.len();
    let open = Memo::new(move |_| places.with_value(|places| sheet.open(places)));
    let shown = RwSignal::new(section.at.is_some() || open.get_untracked() > 0);
    // The criteria that are folded away within the section, by position.
    let aside = RwSignal::new(Vec::<usize>::new());
    let toggle = move |_| {
        aside.set(Vec::new());
        shown.update(|shown| *shown = !*shown);
    };
    let heading = format!("section-{}", section.id.replace('.', "-"));
    let labelled = heading.clone();
    let criteria = StoredValue::new(section.criteria.clone());
    let at = StoredValue::new(section.at.clone());
    // What was stated at once is folded away, so that what is left to answer stands together.
    let done = move || {
        shown.set(open.get_untracked() > 0);
        aside.set(criteria.with_value(|all| all.clone().filter(|position| is_answered(sheet, *position)).collect()));
    };
    let unfold = move |_| aside.set(Vec::new());
    let body = move || {
        let aside = aside.get();
        let draw = |position| at.with_value(|at| criterion::draw(sheet, position, at.as_ref()));
        let rest = criteria
            .with_value(|all| all.clone().filter(|position| !aside.contains(position)).map(draw).collect_view());
        let folded = (!aside.is_empty()).then(|| {
            view! { <p class="tasks-aside"><button type="button" class="quiet" on:click=unfold>{words::answered_aside(lang, aside.len())}</button></p> }
        });
        any_view! { <div class="tasks-items">{rest}{folded}</div> }
    };
    let body = move || shown.get().then(body);
    any_view! {
        <section class="tasks-section" aria-labelledby=labelled data-left=move || open.get().to_string()>
            <div class="tasks-section-head">
                <h2 id=heading lang="zh-Hans">
                    <button type="button" aria-expanded=move || shown.get().to_string() on:click=toggle>{section.title.clone()}</button>
                </h2>
                <span class="soft" role="status">{move || words::of_section(lang, all - open.get(), all)}</span>
            </div>
            {undo::line(sheet, &section.id, move || { shown.set(true); aside.set(Vec::new()); })}
            {rest::draw(sheet, &section, done)}
            {body}
        </section>
    }
}

fn is_answered(sheet: QuestionSheet, position: usize) -> bool {
    let places = sheet.criterion(position).map(|(_, asked, first)| first..first + asked.len());
    places.is_some_and(|places| untrack(|| sheet.open(&places)) == 0)
}
