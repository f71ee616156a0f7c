//! The browser's `localStorage`, asked for anew at each call: it may be forbidden at any time.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::{Fault, Storage};

/// `localStorage` of this page's origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage {
    /// Whether it is left alone, as whoever embedded the page may wish.
    pub off: bool,
}

impl LocalStorage {
    fn store(self) -> Result<web_sys::Storage, Fault> {
        if self.off {
            return Err(Fault::Off);
        }
        web_sys::window().and_then(|w| w.local_storage().ok().flatten()).ok_or(Fault::Denied)
    }
}

impl Storage for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let store = self.store()?;
        let count = store.length().map_err(|_| Fault::Denied)?;
        Ok((0..count).filter_map(|i| store.key(i).ok().flatten()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.store()?.get_item(key).map_err(|_| Fault::Denied)
    }

    fn put(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.store()?.set_item(key, text).map_err(|error| if is_quota(&error) { Fault::Full } else { Fault::Denied })
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.store()?.remove_item(key).map_err(|_| Fault::Denied)
    }
}

/// Firefox has a name of its own for a full store.
fn is_quota(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|n| n.as_string()).unwrap_or_default();
    name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED"
}
