//! The page (Leptos) and its web worker.

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

// First, so that every module after it has the macro.
#[cfg(target_arch = "wasm32")]
#[macro_use]
mod any_view;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod chunk;
pub mod clock;
pub mod code_page;
#[cfg(target_arch = "wasm32")]
pub mod components;
pub mod drafts;
#[cfg(target_arch = "wasm32")]
pub mod keyboard;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod panels;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod shell;
pub mod state;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod typed;
pub mod worker;

/// Mounts the page; `chunk` is fetched when one of its screens is first asked for. Called once, by the page's module.
#[cfg(target_arch = "wasm32")]
pub fn page(chunk: chunk::Chunk) {
    shell::start(chunk);
}

/// Draws a screen of the page's chunk.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn rest(lang: cunping_text::lang::Lang, route: Option<routes::Route>) -> leptos::prelude::AnyView {
    pages::rest(state::App::shared(), lang, route)
}

/// Starts answering the page's messages. Called once, by the worker's module.
#[cfg(target_arch = "wasm32")]
pub fn worker() {
    worker::listener::listen();
}
