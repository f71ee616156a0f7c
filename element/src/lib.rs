//! The wasm of page, frame and element: the interface for JavaScript, without logic.

mod lazy;
pub mod page;
