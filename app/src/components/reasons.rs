//! Why a check has its finding, and the clause it comes from.

use cunping_text::{finding, lang::Lang, reason::ReasonSentence, ui::common};
use leptos::prelude::*;

use super::mark::Mark;

/// One check with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The check's id.
    pub id: String,
    /// The label of the check; empty if the criterion has only one.
    pub label: String,
    /// Its finding.
    pub mark: finding::Mark,
    /// The reasons for the finding.
    pub reasons: Vec<ReasonSentence>,
    /// The clause of the document.
    pub clause: String,
}

/// Draws the checks of a criterion with their reasons.
#[component]
pub fn Reasons(
    /// The language of the page.
    lang: Lang,
    /// The checks, in order.
    #[prop(into)]
    checks: Signal<Vec<Checked>>,
) -> impl IntoView {
    let draw = move || checks.get().into_iter().map(|check| one(lang, check)).collect_view();
    any_view! { <div class="reasons stack">{draw}</div> }
}

fn one(lang: Lang, check: Checked) -> AnyView {
    let line = |sentence: ReasonSentence| view! { <li class:reasons-deeper={sentence.depth > 0}>{sentence.text}</li> };
    let label = (!check.label.is_empty()).then_some(check.label);
    any_view! {
        <section class="reasons">
            {label.map(|text| view! { <h3>{text}</h3> })}
            <p><Mark mark=check.mark /></p>
            <ul>{check.reasons.into_iter().map(line).collect_view()}</ul>
            <p class="soft small">{common::clause_of(lang, &check.clause)}</p>
        </section>
    }
}
