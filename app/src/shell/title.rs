//! The title in the browser's tab.

use cunping_text::{
    lang::Lang,
    term,
    ui::{
        answers, backup, boot, check_answers, common, compare, desk, directory, export, history, incident, keys,
        opinion, print, result, setup, shell, tasks, township, unit, welcome, workplace as workplaces,
    },
    when,
};

use crate::{routes::Route, state::App};

/// Returns the title of a screen for the browser's tab.
pub(crate) fn of(app: App, lang: Lang, route: Option<&Route>) -> String {
    shell::title(lang, &screen(app, lang, route), common::app_name(lang))
}

/// Returns the name of a screen.
pub(crate) fn screen(app: App, lang: Lang, route: Option<&Route>) -> String {
    match route {
        None => boot::not_found(lang).to_owned(),
        Some(Route::Home) if app.workplace().is_none() => welcome::heading(lang).to_owned(),
        Some(Route::Home) => tasks::heading(lang).to_owned(),
        Some(Route::Setup) => setup::heading(lang).to_owned(),
        Some(Route::Workplaces) => workplaces::heading(lang).to_owned(),
        Some(Route::Tasks(period)) => with_period(lang, tasks::heading(lang), *period),
        Some(Route::Question(_, rule)) => criterion(app, rule).unwrap_or_else(|| shell::no_such_item(lang).to_owned()),
        Some(Route::Result(period)) => with_period(lang, result::heading(lang), *period),
        Some(Route::Check(period)) => with_period(lang, check_answers::heading(lang), *period),
        Some(Route::Incidents(period)) => with_period(lang, incident::heading(lang), *period),
        Some(Route::Sent(_)) => export::heading(lang).to_owned(),
        Some(Route::History) => history::heading(lang).to_owned(),
        Some(Route::Form(..) | Route::BlankForm(_)) => print::heading(lang).to_owned(),
        Some(Route::Township(period)) => with_period(lang, township::heading(lang), *period),
        Some(Route::Opinions(period)) => with_period(lang, opinion::monitor_heading(lang), *period),
        Some(Route::Desk(period)) => with_period(lang, desk::heading(lang), *period),
        Some(Route::Answers) => answers::heading(lang).to_owned(),
        Some(Route::Unit(..)) => unit::heading(lang).to_owned(),
        Some(Route::Keys) => keys::heading(lang).to_owned(),
        Some(Route::Directory) => directory::heading(lang).to_owned(),
        Some(Route::Data) => backup::heading(lang).to_owned(),
        Some(Route::Library) => compare::library(lang).to_owned(),
        Some(Route::Compare(..)) => compare::heading(lang).to_owned(),
        Some(Route::Document | Route::Read(_)) => common::document(lang).to_owned(),
    }
}

fn with_period(lang: Lang, screen: &str, period: cunping_core::period::Period) -> String {
    format!("{screen} {}", when::period(lang, period))
}

fn criterion(app: App, rule: &cunping_core::id::RuleId) -> Option<String> {
    Some(term::criterion(app.here()?.level, rule)?.title.clone())
}
