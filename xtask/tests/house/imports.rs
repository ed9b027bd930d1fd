//! Which module may name what, read from use trees and paths: a grouped import hides nothing.

use crate::{
    source::{Source, files, only},
    uses::{Uses, parsed},
};

/// Says what the files of a folder may not name.
struct Rule<'a> {
    /// The folder or file, from the repository's root.
    within: &'a str,
    /// Full paths, each with all that lies in it.
    never: &'a [&'a str],
    /// Paths of files and folders that may all the same.
    but: &'a [&'a str],
}

impl Rule<'_> {
    /// Lists every breach among some sources, as `file names path`.
    fn breaches(&self, sources: &[Source]) -> Vec<String> {
        let concerned =
            |it: &&Source| lies_in(&it.path, self.within) && !self.but.iter().any(|but| lies_in(&it.path, but));
        let named = |source: &Source| {
            let hits = all_paths(source).into_iter();
            let hits = hits.filter(|path| self.never.iter().any(|never| is_below(path, never)));
            hits.map(|path| format!("{} names {path}", source.path)).collect::<Vec<_>>()
        };
        sources.iter().filter(concerned).flat_map(named).collect()
    }

    /// Fails for every breach in the tree, and where the rule looks at no file.
    fn holds(&self) {
        let sources = files(root_of(self.within), ".rs");
        assert!(sources.iter().any(|it| lies_in(&it.path, self.within)), "{} is not there", self.within);
        let found = self.breaches(&sources);
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}

/// The crate's folder of a rule: `app/src`.
fn root_of(within: &str) -> &str {
    within.find("/src").map_or(within, |at| &within[..at + "/src".len()])
}

/// Whether a file is the path, its module's file, or lies below it.
fn lies_in(file: &str, path: &str) -> bool {
    file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}

fn is_below(path: &str, of: &str) -> bool {
    path.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Everything that a file imports or names.
fn all_paths(source: &Source) -> Vec<String> {
    let Uses { imports, globs, paths, .. } = Uses::of(&source.path, &parsed(source));
    imports.into_values().flatten().chain(globs).chain(paths).collect()
}

const fn rule<'a>(within: &'a str, never: &'a [&'a str], but: &'a [&'a str]) -> Rule<'a> {
    Rule { within, never, but }
}

const SCREENS: [&str; 3] = ["cunping_app::pages", "cunping_app::panels", "cunping_app::shell"];

/// Where core's types are that travel between the page and its worker, by core's feature `serde`.
const TRAVELS: [&str; 9] = [
    "core/src/bundle/authority.rs",
    "core/src/bundle/kind.rs",
    "core/src/bundle/parts.rs",
    "core/src/bundle/states.rs",
    "core/src/bundle/supersession.rs",
    "core/src/evaluate.rs",
    "core/src/pack/model/words.rs",
    "core/src/text_form.rs",
    "core/src/truth.rs",
];

/// Invariant 6: file formats stay at the doors.
const FORMATS: [Rule; 4] = [
    rule(
        "core/src",
        &["cunping_core::json"],
        &[
            "core/src/pack/file",
            "core/src/pack/authoring",
            "core/src/facts/file",
            "core/src/overlay/file",
            "core/src/bundle",
            "core/src/json",
        ],
    ),
    rule("core/src", &["serde", "serde_json"], &TRAVELS),
    rule("app/src", &["serde", "serde_json"], &["app/src/store", "app/src/worker"]),
    rule("text/src", &["serde", "serde_json"], &[]),
];

/// Invariant 7: the store is the only place that knows the database, and it knows no page.
const DATABASE: [Rule; 2] =
    [rule("app/src", &["indexed_db_futures"], &["app/src/store"]), rule("app/src/store", &["leptos"], &[])];

/// Invariant 8: a component draws what it is handed; the state draws nothing; panels know no screen.
const LAYERS: [Rule; 3] = [
    rule(
        "app/src/components",
        &[
            "cunping_app::state",
            "cunping_app::store",
            "cunping_app::pages",
            "cunping_app::panels",
            "cunping_app::shell",
            "leptos::prelude::use_context",
            "leptos::prelude::expect_context",
        ],
        &[],
    ),
    rule("app/src/state", &SCREENS, &[]),
    rule("app/src/panels", &["cunping_app::pages", "cunping_app::shell"], &[]),
];

/// Invariant 11: the worker's code stays out of the page, which only speaks its protocol.
const WORKER: Rule = rule("app/src", &["cunping_app::worker::worker"], &["app/src/lib.rs", "app/src/worker"]);

#[test]
fn file_formats_stay_at_the_doors() {
    FORMATS.iter().for_each(Rule::holds);
}

#[test]
fn the_database_is_known_to_the_store_only() {
    DATABASE.iter().for_each(Rule::holds);
}

#[test]
fn components_know_no_state_the_state_no_screen_and_panels_no_page() {
    LAYERS.iter().for_each(Rule::holds);
}

#[test]
fn the_page_does_not_pull_in_the_worker() {
    WORKER.holds();
}

/// The page that a file belongs to: `unit` for `app/src/pages/unit/paper.rs`.
fn page_of(path: &str) -> Option<&str> {
    path.strip_prefix("app/src/pages/")?.split(['/', '.']).next()
}

/// Lists the pages that name another page.
fn pages_that_import_a_page(sources: &[Source]) -> Vec<String> {
    let of = |source: &Source| {
        let own = page_of(&source.path)?;
        let other = |path: &String| {
            let page = path.strip_prefix("cunping_app::pages::").and_then(|it| it.split("::").next());
            page.is_some_and(|page| page != own)
        };
        Some(all_paths(source).into_iter().filter(other).map(|path| format!("{} names {path}", source.path)).collect())
    };
    sources.iter().filter_map(of).flat_map(|found: Vec<String>| found).collect()
}

/// Invariant 8: what two screens share is no screen.
#[test]
fn no_page_imports_a_page() {
    let found = pages_that_import_a_page(&files("app/src/pages", ".rs"));
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Invariant 9: a link that is typed by hand breaks in silence.
#[test]
fn every_address_is_in_the_routes_file() {
    only("app/src", &["\"#/"], &["app/src/routes.rs"]);
}

/// Invariant 10: one clock, so that China's day is computed in one place.
#[test]
fn one_file_asks_for_the_time() {
    only("app/src", &["Date::now", "Date::new", "Utc::now", "SystemTime"], &["app/src/clock.rs"]);
}

/// A file that is not there, as the checks would read it.
fn planted(path: &str, text: &str) -> Vec<Source> {
    vec![Source { path: path.to_owned(), text: text.to_owned() }]
}

#[test]
fn each_check_finds_a_planted_breach_however_it_is_written() {
    let components = |text: &str| LAYERS[0].breaches(&planted("app/src/components/nav.rs", text));
    for text in [
        "use crate::state::App;",
        "use crate::{routes::Route, state::{App, Here}};",
        "use super::super::state as held;",
        "use crate::*; fn f() { crate::state::App::new(); }",
        "fn f() { view! { <p>{crate::state::now()}</p> } }",
        "use leptos::prelude::{use_context, view};",
    ] {
        assert!(!components(text).is_empty(), "{text}");
    }
    assert!(components("use crate::{routes::Route, components::mark::Mark};").is_empty());

    let breach = |rule: &Rule, path: &str, text: &str| !rule.breaches(&planted(path, text)).is_empty();
    assert!(breach(&LAYERS[1], "app/src/state/app.rs", "use crate::{panels::{files}};"));
    assert!(breach(&LAYERS[2], "app/src/panels/files.rs", "use crate::pages;"));
    assert!(breach(&FORMATS[0], "core/src/evaluate/run.rs", "use crate::json::{self, Value};"));
    assert!(breach(&FORMATS[1], "core/src/facts.rs", "use {serde::Serialize};"));
    assert!(!breach(&FORMATS[0], "core/src/pack/file/reader.rs", "use crate::json::Value;"));
    assert!(breach(&DATABASE[0], "app/src/state/app.rs", "fn f() { indexed_db_futures::open(); }"));
    assert!(breach(&DATABASE[1], "app/src/store/idb.rs", "use leptos::prelude::*;"));
    assert!(breach(&WORKER, "app/src/pages/data.rs", "use crate::worker::{client, worker};"));

    let pages = |text: &str| pages_that_import_a_page(&planted("app/src/pages/unit/paper.rs", text));
    for text in ["use super::super::keys::View;", "use crate::{pages::{keys}};", "fn f() { crate::pages::keys::f() }"] {
        assert!(!pages(text).is_empty(), "{text}");
    }
    assert!(pages("use super::{View, contents}; use crate::panels::notes;").is_empty());
}
