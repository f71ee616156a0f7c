//! The program of the single file: the same page as `element`, with everything linked and nothing to load.

mod lazy;
#[path = "../../element/src/page.rs"]
pub mod page;
