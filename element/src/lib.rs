//! The one wasm of page, frame and element: what JavaScript can ask of an app. It hands over and decides nothing.

mod lazy;
pub mod page;
