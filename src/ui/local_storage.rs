//! The browser's `localStorage`, requested again at each call, because it may be forbidden at any time.
//!
//! Chromium has one store for all local files, so any other file that is opened there can read it. If the page was opened
//! from a file, nothing is stored before the reader consents; a store of an earlier version stays in use.

use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::browser;
use crate::store::{Storage, StoreError, Subscription, keys};

/// Stored once the reader allowed it.
const ALLOWED: &str = "ladder-calibration/allowed";

/// The event that tells other apps of the same document about a change of the store. It has `key` and `from`.
const STORED: &str = "ladder-stored";

/// `localStorage` of this page's origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage {
    /// Whether the host switched storage off.
    off: bool,
    /// A number that no other app of this document has.
    from: f64,
}

impl LocalStorage {
    /// The store of one app; `keeps` if anything may be stored.
    pub fn new(keeps: bool) -> Self {
        Self { off: !keeps, from: browser::number() }
    }

    fn store(self) -> Result<web_sys::Storage, StoreError> {
        if self.off {
            return Err(StoreError::Off);
        }
        let store = there().ok_or(StoreError::Denied)?;
        if from_file() && !holds_ours(&store) { Err(StoreError::NeedsConsent) } else { Ok(store) }
    }

    /// The browser notifies other documents of a change; this event notifies other apps of the same document.
    fn tell(self, key: &str) {
        let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(STORED)) else { return };
        let _ = Reflect::set(&event, &"key".into(), &key.into());
        let _ = Reflect::set(&event, &"from".into(), &self.from.into());
        let _ = window.dispatch_event(&event);
    }
}

impl Storage for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let store = self.store()?;
        let count = store.length().map_err(|_| StoreError::Denied)?;
        Ok((0..count).filter_map(|i| store.key(i).ok().flatten()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store()?.get_item(key).map_err(|_| StoreError::Denied)
    }

    fn put(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store()?.set_item(key, text).map_err(|error| store_error(&error))?;
        self.tell(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store()?.remove_item(key).map_err(|_| StoreError::Denied)?;
        self.tell(key);
        Ok(())
    }

    fn allow(&self) -> Result<(), StoreError> {
        there().ok_or(StoreError::Denied)?.set_item(ALLOWED, "").map_err(|error| store_error(&error))
    }

    fn subscribe(&self, changed: Box<dyn Fn(Option<String>)>) -> Option<Subscription> {
        let (window, changed, from) = (web_sys::window()?, Rc::new(changed), self.from);
        let other = Rc::clone(&changed);
        let listeners = [
            EventListener::new(&window, "storage", move |event| {
                other(field(event, "key").as_string());
            }),
            // The app's own changes are no news.
            EventListener::new(&window, STORED, move |event| {
                if field(event, "from").as_f64() != Some(from) {
                    changed(field(event, "key").as_string());
                }
            }),
        ];
        Some(Subscription(Box::new(listeners)))
    }

    fn is_unasked(&self) -> bool {
        from_file() && self.store().is_ok_and(|store| !is_allowed(&store))
    }
}

fn field(event: &web_sys::Event, name: &str) -> JsValue {
    Reflect::get(event, &name.into()).unwrap_or_default()
}

fn there() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Whether the page is a local file, or is in one: a frame with inline HTML has the address of the embedding page as its
/// base.
fn from_file() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let base = window.document().and_then(|d| Reflect::get(&d, &"baseURI".into()).ok()).and_then(|b| b.as_string());
    window.location().protocol().is_ok_and(|p| p == "file:") || base.is_some_and(|b| b.starts_with("file:"))
}

fn is_allowed(store: &web_sys::Storage) -> bool {
    store.get_item(ALLOWED).is_ok_and(|allowed| allowed.is_some())
}

fn holds_ours(store: &web_sys::Storage) -> bool {
    let ours = |i| store.key(i).ok().flatten().is_some_and(|key| key.starts_with(keys::PREFIX));
    is_allowed(store) || (0..store.length().unwrap_or(0)).any(ours)
}

/// Firefox has a name of its own for a full store.
fn store_error(error: &JsValue) -> StoreError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|n| n.as_string()).unwrap_or_default();
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" { StoreError::Full } else { StoreError::Denied }
}
