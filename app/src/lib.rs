//! The page (Leptos) and its worker.

#![cfg_attr(
    test,
    allow(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used,
        reason = "a test that cannot go on should stop"
    )
)]

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod components;
pub mod desk;
pub mod drafts;
#[cfg(target_arch = "wasm32")]
pub mod keyboard;
#[cfg(target_arch = "wasm32")]
pub mod pages;
pub mod routes;
pub mod state;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod typed;

/// Mounts the page with the screens of a village's first load; any other screen hands over to [`whole`]. Called once,
/// by the page's first module.
#[cfg(target_arch = "wasm32")]
pub fn page() {
    pages::start(pages::first_screen, |_| ());
}

/// Mounts the page with every screen. Called once, by the module that the first one fetches.
#[cfg(target_arch = "wasm32")]
pub fn whole() {
    pages::start(pages::screen, pages::provide);
}

/// Starts answering the page's messages. Called once, by the desk worker's module.
#[cfg(target_arch = "wasm32")]
pub fn desk() {
    desk::worker::listen();
}
