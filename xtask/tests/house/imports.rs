//! Which module may name what.

use crate::source::only;

/// Invariant 6: file formats stay at the doors.
#[test]
fn file_formats_stay_at_the_doors() {
    only(
        "core/src",
        &["json::"],
        &["core/src/pack/file", "core/src/facts/file", "core/src/overlay/file", "core/src/bundle", "core/src/json"],
    );
    only("core/src", &["serde"], &[]);
    only("app/src", &["serde"], &["app/src/store", "app/src/desk"]);
    only("office/src", &["serde"], &[]);
}

/// Invariant 7: the store is the only place that knows the database, and it knows no page.
#[test]
fn the_database_is_known_to_the_store_only() {
    only("app/src", &["indexed_db_futures"], &["app/src/store"]);
    only("app/src/store", &["leptos"], &[]);
    only("app/src/store.rs", &["leptos"], &[]);
}

/// Invariant 8: a component draws what it is handed.
#[test]
fn components_know_no_state_and_no_storage() {
    only("app/src/components", &["crate::state", "crate::store", "crate::pages", "use_context", "expect_context"], &[]);
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

/// Invariant 11: the worker's code stays out of the page, which only speaks its protocol.
#[test]
fn the_page_does_not_pull_in_the_worker() {
    only("app/src", &["desk::worker"], &["app/src/lib.rs", "app/src/desk"]);
}
