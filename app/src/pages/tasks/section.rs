//! One section of the sheet: its title, how much of it is answered, its criteria. An answered section is one line.

use cunping_text::ui::tasks as words;
use leptos::prelude::*;

use super::{
    criterion, rest,
    sheet::{Sheet, SheetSection},
    undo,
};

/// Draws a section, folded if all of it was answered before and nothing in it was asked for.
pub(super) fn draw(sheet: Sheet, section: SheetSection) -> AnyView {
    let (lang, places) = (sheet.lang, StoredValue::new(section.places.clone()));
    let all = section.places.len();
    let open = Memo::new(move |_| places.with_value(|places| sheet.open(places)));
    let shown = RwSignal::new(section.at.is_some() || open.get_untracked() > 0);
    let toggle = move |_| shown.update(|shown| *shown = !*shown);
    let heading = format!("section-{}", section.id.replace('.', "-"));
    let labelled = heading.clone();
    let (criteria, at) = (section.criteria.clone(), StoredValue::new(section.at.clone()));
    let body = move || {
        shown.get().then(|| {
            let draw = |position| at.with_value(|at| criterion::draw(sheet, position, at.as_ref()));
            view! { <div class="answer-items">{criteria.clone().map(draw).collect_view()}</div> }
        })
    };
    any_view! {
        <section class="answer-section" aria-labelledby=labelled data-left=move || open.get().to_string()>
            <div class="answer-section-head">
                <h2 id=heading lang="zh-Hans">
                    <button type="button" aria-expanded=move || shown.get().to_string() on:click=toggle>{section.title.clone()}</button>
                </h2>
                <span class="soft" role="status">{move || words::of_section(lang, all - open.get(), all)}</span>
            </div>
            {undo::line(sheet, &section.id, move || shown.set(true))}
            {rest::draw(sheet, &section, shown)}
            {body}
        </section>
    }
}
