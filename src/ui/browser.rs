//! What only the browser knows or does. Everything here may be missing or refused, and then says so or does nothing.

use crate::domain::short::hex;
use gloo_timers::callback::Timeout;
use js_sys::{Date, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The time, ISO 8601.
pub(super) fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// The local time of day, as people here write it.
pub(super) fn time_of_day() -> String {
    let options = Object::new();
    for part in ["hour", "minute"] {
        let _ = Reflect::set(&options, &part.into(), &"2-digit".into());
    }
    String::from(Date::new_0().to_locale_time_string_with_options("en-GB", &options))
}

/// "December 2025" for an ISO month or day; the text itself if it is none.
pub(super) fn month_words(iso: &str) -> String {
    let date = Date::new(&JsValue::from_str(iso.get(..7).unwrap_or(iso)));
    if iso.len() < 7 || date.get_time().is_nan() {
        return iso.to_owned();
    }
    let options = Object::new();
    for (name, value) in [("month", "long"), ("year", "numeric"), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(date.to_locale_date_string("en-GB", &options))
}

/// "24 November 2026" for an ISO time; empty if it is none.
pub(super) fn day_words(iso: &str) -> String {
    let date = Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return String::new();
    }
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(date.to_locale_date_string("en-GB", &options))
}

/// 128 random bits in hex; from the clock where there is no random generator, since an id is no secret.
pub(super) fn new_id() -> String {
    let mut bytes = [0_u8; 16];
    let random = window().and_then(|w| w.crypto().ok()).and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
    if random.is_none() {
        return format!("{:x}", Date::now().to_bits());
    }
    hex(&bytes)
}

/// The text of the field that an event came from.
pub(super) fn field_text(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|t| Reflect::get(&t, &"value".into()).ok());
    value.and_then(|v| v.dyn_into::<JsString>().ok()).map(String::from).unwrap_or_default()
}

/// Whether the checkbox that an event came from is ticked.
pub(super) fn is_ticked(event: &web_sys::Event) -> bool {
    event.target().and_then(|t| Reflect::get(&t, &"checked".into()).ok()).is_some_and(|v| v.is_truthy())
}

pub(super) fn set_title(title: &str) {
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}

/// Shows the top of a page and gives its heading the focus.
pub(super) fn focus_heading(main: &Element) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let heading = main.query_selector("h1").ok().flatten().and_then(|h| h.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}

/// Puts a page into the browser's history, or replaces the entry that is shown. Some frames refuse both.
pub(super) fn remember_page(name: &str, replace: bool) {
    let Some(history) = window().and_then(|w| w.history().ok()) else { return };
    let state = JsValue::from_str(name);
    let url = window().and_then(|w| w.location().pathname().ok());
    let _ = if replace {
        history.replace_state_with_url(&state, "", url.as_deref())
    } else {
        history.push_state_with_url(&state, "", url.as_deref())
    };
}

/// The page named in the address, as a link opened in a new tab gives it.
pub(super) fn page_in_address() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|h| !h.is_empty()).map(str::to_owned)
}

/// Offers a text as a file.
pub(super) fn download(name: &str, mime: &str, text: &str) {
    let _ = try_download(name, mime, text);
}

fn try_download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Firefox reads the address after the click has returned.
    Timeout::new(60_000, move || drop(web_sys::Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// Puts a text on the clipboard; `false` where there is none, as on plain http.
pub(super) fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    if !window.is_secure_context() {
        return false;
    }
    let _ = window.navigator().clipboard().write_text(text);
    true
}

pub(super) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
