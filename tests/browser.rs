//! What needs a real browser and no built page: the store, and the app inside an element.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "browser/app.rs"]
mod app;
#[path = "shared/fifth_dimension.rs"]
mod fifth_dimension;
#[path = "browser/ladder.rs"]
mod ladder;
#[path = "browser/store.rs"]
mod store;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
