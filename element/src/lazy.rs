//! The split point: what only [`rest`] reaches goes into a module of its own, which is fetched at the first call. The hook
//! of the build splits it off; see ARCHITECTURE.md.

#![expect(clippy::unnecessary_wraps, reason = "a split function that may fail gives a result")]

use std::future::Future;
use std::pin::Pin;

use ladder_calibration::ui::{self, Rest};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

#[wasm_split(rest, fallible)]
fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(ui::rest())
}

/// Loads the lazy part; `None` if that failed.
pub(crate) fn load() -> Pin<Box<dyn Future<Output = Option<Rest>>>> {
    Box::pin(async { rest().await.ok() })
}
