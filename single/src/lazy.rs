//! In place of the split point: what is linked is here at once.

use std::future::{Future, ready};
use std::pin::Pin;

use ladder_calibration::ui::{self, Rest};

pub(crate) fn load() -> Pin<Box<dyn Future<Output = Option<Rest>>>> {
    Box::pin(ready(Some(ui::rest())))
}
