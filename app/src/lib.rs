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

pub mod store;

/// Mounts the page in the document's body. Called once, by the page's module.
#[cfg(target_arch = "wasm32")]
pub fn page() {
    use leptos::prelude::*;

    mount_to_body(|| view! { <h1>"村评"</h1> });
}

/// Starts answering the page's messages. Called once, by the desk worker's module.
#[cfg(target_arch = "wasm32")]
pub fn desk() {
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let port = scope.clone();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let _unsent = port.post_message(&event.data());
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}
