//! The categories that an incident may belong to as well: the likely ones as open questions, the others folded.

use cunping_core::id::IndicatorId;
use cunping_text::{lang::Lang, ui::incident};
use leptos::prelude::*;

use super::{FieldProblem, field_id, problem_at};
use crate::drafts::incident::{IncidentDraft, IncidentField};

/// A category that an incident can also belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
}

/// Draws the categories to tick; nothing if there are none.
pub(super) fn kind_ticks(
    lang: Lang,
    name: &str,
    draft: RwSignal<IncidentDraft>,
    likely: Vec<Category>,
    others: Vec<Category>,
    problems: Signal<Vec<FieldProblem>>,
) -> AnyView {
    let problem = problem_at(problems, IncidentField::Categories);
    let own = field_id(name, &IncidentField::Categories);
    // What is ticked must not be out of sight.
    let open = draft.with_untracked(|draft| others.iter().any(|category| draft.categories.contains(&category.id)));
    let tick = move |category: Category| {
        let (id, read, write) = (format!("{own}-{}", category.id), category.id.clone(), category.id);
        let toggle = move |event| {
            let ticked = event_target_checked(&event);
            draft.update(|draft| {
                if ticked {
                    draft.categories.insert(write.clone())
                } else {
                    draft.categories.remove(&write)
                };
            });
        };
        view! {
            <div class="tick">
                <input type="checkbox" id=id.clone() prop:checked=move || draft.with(|draft| draft.categories.contains(&read))
                    on:change=toggle />
                <label for=id>{incident::is_it(lang, &category.name)}</label>
            </div>
        }
    };
    let likely = (!likely.is_empty()).then(|| {
        let ticks = likely.into_iter().map(&tick).collect_view();
        view! { <fieldset class="ticks"><legend>{incident::likely(lang)}</legend>{ticks}</fieldset> }
    });
    let others = (!others.is_empty()).then(|| {
        let ticks = others.into_iter().map(&tick).collect_view();
        view! {
            <details class="ticks" open=open>
                <summary>{incident::also(lang)}</summary>
                <fieldset><legend class="hidden-text">{incident::also(lang)}</legend>{ticks}</fieldset>
            </details>
        }
    });
    let id = field_id(name, &IncidentField::Categories);
    any_view! { <p id=id tabindex="-1" class="problem-text" role="alert">{problem}</p>{likely}{others} }
}
