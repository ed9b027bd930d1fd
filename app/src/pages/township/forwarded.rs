//! The villages whose files were forwarded to the county for its decision, each with where it stands.

use cunping_core::pack::Level;
use cunping_text::{finding, finding::Finality, recognition, ui::passing as words, ui::township, when};
use leptos::prelude::*;

use crate::{
    components::{mark::Mark, scroll_table::scroll_table},
    pages::township::{TownshipView, settled},
    routes::Route,
    state::{
        responses::decides_as,
        township::{CountedSubject, UnitLine},
    },
};

/// Draws the list; `None` if no office of the workplace decides about units of this level in the period, and for the
/// level that its own table shows.
pub(super) fn list(view: &TownshipView, level: &'static Level, scope: &CountedSubject) -> Option<AnyView> {
    let TownshipView { app, inbox, lang, here, period, responses, .. } = view.clone();
    let own = level.id == view.level.id || when::kind(period) != level.awarded_for;
    if own || decides_as(here.pack, level, &here.workplace).is_empty() {
        return None;
    }
    let table = inbox.table(app, scope.clone());
    let row = move |line: &UnitLine| {
        let verdict =
            line.counted().map(|evaluation| finding::verdict(lang, Finality::of(level, period), evaluation.verdict));
        let verdict = verdict
            .map_or_else(|| any_view! { <span>{township::out(lang)}</span> }, |mark| any_view! { <Mark mark /> });
        let stands = responses.with(|responses| settled(level, period, responses, line)).map(|settled| {
            let stand = recognition::settled(lang, here.pack, &settled);
            view! { <Mark mark=stand.mark />" "<span>{stand.sentence}</span> }
        });
        view! {
            <tr>
                <th scope="row"><a href=Route::Unit(line.unit, period).to_string()>{line.name.clone()}</a></th>
                <td>{verdict}</td>
                <td>{stands}</td>
            </tr>
        }
    };
    let rows = move || {
        table.with(|table| {
            let rows: Vec<_> = table.lines.iter().filter(|line| !line.files.is_empty()).map(row).collect();
            if rows.is_empty() {
                return any_view! { <p>{words::none_to_decide(lang)}" "{words::none_to_decide_next(lang)}</p> };
            }
            let heads = [township::unit(lang), township::verdict(lang), words::decided(lang)];
            scroll_table(words::to_decide(lang), &heads, rows.into_any())
        })
    };
    Some(any_view! { <h3>{words::to_decide(lang)}</h3>{rows} })
}
