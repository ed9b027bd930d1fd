//! The store's conformance cases on IndexedDB in a real browser. Imports the suite, holds no case.

#![cfg(target_arch = "wasm32")]

use cunping_app::store::conformance::{self, InBrowser};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! each {
    ($($case:ident),* $(,)?) => {
        $(#[wasm_bindgen_test]
        async fn $case() {
            conformance::$case(&InBrowser::new(stringify!($case))).await;
        })*
    };
}

cunping_app::store_cases!(each);
cunping_app::store_cases_in_browser!(each);
