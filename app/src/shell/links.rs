//! The links at the top of every screen: which screens a workplace has, and which of them is shown.

use cunping_text::{
    lang::Lang,
    ui::{keys, shell},
};

use crate::{
    components::nav::Link,
    routes::Route,
    state::{App, Here},
    store::Role,
};

/// Up to so many links stand in a row; with more, those that are needed now and then are folded up.
const ROW: usize = 5;

/// Returns the links that stand in a row, and those that are folded up.
pub(super) fn links(lang: Lang, here: &Here, route: Option<&Route>) -> (Vec<Link>, Vec<Link>) {
    let link = |text, to, current| Link { text, to, current };
    let period = route.and_then(Route::period).or_else(|| App::shared().opening_period(here));
    let (mut row, mut rest) = (Vec::new(), Vec::new());
    if let Some(period) = period {
        if here.collects() {
            let at = matches!(route, Some(Route::Home | Route::Township(_) | Route::Unit(..)));
            let monitors = here.workplace.role == Role::Monitor;
            let at_opinions = matches!(route, Some(Route::Opinions(_))) || (monitors && route == Some(&Route::Home));
            let table = link(shell::nav_township(lang), Route::Township(period), at && !at_opinions);
            let asked =
                here.followed.criteria.iter().any(|criterion| criterion.monitors.contains(&here.workplace.office));
            let opinions = link(shell::nav_opinions(lang), Route::Opinions(period), at_opinions);
            // The table has every criterion, and a monitoring unit is asked about its own only.
            if monitors {
                row.push(opinions);
            } else {
                let desk = matches!(route, Some(Route::Desk(_)));
                row.extend([table, link(shell::nav_desk(lang), Route::Desk(period), desk)]);
                row.extend(asked.then_some(opinions));
            }
        }
        if here.assesses() {
            let begins = !here.collects() && route == Some(&Route::Home);
            let asks = begins || matches!(route, Some(Route::Tasks(_) | Route::Question(..) | Route::Check(_)));
            let shows = matches!(route, Some(Route::Result(_) | Route::Form(..)));
            row.push(link(shell::nav_tasks(lang), Route::Tasks(period), asks));
            row.push(link(shell::nav_result(lang), Route::Result(period), shows));
            let lists = matches!(route, Some(Route::Incidents(_)));
            let incidents = link(shell::nav_incidents(lang), Route::Incidents(period), lists);
            // An office has more screens than stand in a row.
            if here.collects() { rest.push(incidents) } else { row.push(incidents) }
        }
    }
    if here.assesses() {
        let looks_back = matches!(route, Some(Route::History | Route::Sent(_)));
        row.push(link(shell::nav_history(lang), Route::History, looks_back));
        row.push(link(shell::nav_answers(lang), Route::Answers, route == Some(&Route::Answers)));
    }
    rest.extend(of_every_workplace(lang, here, route));
    if row.len() + rest.len() <= ROW {
        row.append(&mut rest);
    }
    (row, rest)
}

/// Returns the links that every workplace has. Keys have one at an office, which enrols those of others; elsewhere the
/// screen of the data leads to them.
fn of_every_workplace(lang: Lang, here: &Here, route: Option<&Route>) -> Vec<Link> {
    let reads = matches!(
        route,
        Some(Route::Document | Route::BlankForm(_) | Route::Read(_) | Route::Library | Route::Compare(..))
    );
    let at_keys = route == Some(&Route::Keys);
    let keys = here.collects().then(|| Link { text: keys::nav(lang), to: Route::Keys, current: at_keys });
    let at_data = route == Some(&Route::Data) || (at_keys && keys.is_none());
    let document = Link { text: shell::nav_document(lang), to: Route::Document, current: reads };
    let data = Link { text: shell::nav_data(lang), to: Route::Data, current: at_data };
    [Some(document), keys, Some(data)].into_iter().flatten().collect()
}
