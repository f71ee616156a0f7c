//! Browser interfaces. Any of them may be missing or refused; the functions then return that or do nothing.

use std::rc::Rc;

use crate::base::dates::date_text;
use crate::base::numbers::hex;
use crate::files::decode_any;
use crate::messages::moment;
use crate::state::Action;
use gloo_timers::callback::Timeout;
use js_sys::{Date, JsString, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Window};

/// Milliseconds to paint a message before a computation blocks the page.
pub(super) const PAINT: u32 = 60;

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The time, ISO 8601.
pub(super) fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// The local time of day, in the format of the reader's locale.
pub(super) fn time_of_day() -> String {
    clock(&Date::new_0())
}

fn clock(date: &Date) -> String {
    let options = Object::new();
    for part in ["hour", "minute"] {
        let _ = Reflect::set(&options, &part.into(), &"2-digit".into());
    }
    String::from(date.to_locale_time_string_with_options("en-GB", &options))
}

/// The local day of an ISO time, `2026-11-24`. A day without a time stays as it is, in every time zone.
pub(super) fn day_of(iso: &str) -> String {
    if !iso.contains('T') {
        return iso.to_owned();
    }
    let date = Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return iso.to_owned();
    }
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// Today, where the reader is: `2026-11-24`.
pub(super) fn today() -> String {
    day_of(&now())
}

/// "24 November 2026" for an ISO time or day; any other text unchanged.
pub(super) fn day_text(iso: &str) -> String {
    let day = day_of(iso);
    date_text(&day).unwrap_or(day)
}

/// "24 November 2026, 10:20" for an ISO time, without the minute for a day; any other text unchanged.
pub(super) fn moment_text(iso: &str) -> String {
    let (day, date) = (day_text(iso), Date::new(&JsValue::from_str(iso)));
    if iso.contains('T') && !date.get_time().is_nan() { moment::day_and_time(day, clock(&date)).into() } else { day }
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

/// The action for a file or a pasted text.
pub(super) fn read(name: String, bytes: &[u8], alone: bool) -> Action {
    Action::FileRead { name, found: Rc::new(decode_any(bytes)), alone, id: new_id() }
}

/// The text of the event's field.
pub(super) fn field_text(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|t| Reflect::get(&t, &"value".into()).ok());
    value.and_then(|v| v.dyn_into::<JsString>().ok()).map(String::from).unwrap_or_default()
}

/// Whether the event's field holds an incomplete value, such as a month without its year.
pub(super) fn is_unfinished(event: &web_sys::Event) -> bool {
    let validity = event.target().and_then(|t| Reflect::get(&t, &"validity".into()).ok());
    validity.and_then(|v| Reflect::get(&v, &"badInput".into()).ok()).is_some_and(|v| v.is_truthy())
}

/// Whether the event's checkbox is checked.
pub(super) fn is_ticked(event: &web_sys::Event) -> bool {
    event.target().and_then(|t| Reflect::get(&t, &"checked".into()).ok()).is_some_and(|v| v.is_truthy())
}

/// The element of this app with a `data-name`, found from the event's element: a lookup in the document would not see into
/// a shadow root, and could find another app on the page.
pub(super) fn named_part(event: &web_sys::Event, name: &str) -> Option<Element> {
    let here = event.target()?.dyn_into::<Element>().ok()?;
    here.closest(".page").ok()??.query_selector(&format!("[data-name={name}]")).ok()?
}

pub(super) fn set_title(title: &str) {
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}

/// Focuses the heading of a page, and scrolls to the top if the document is the app's own.
pub(super) fn focus_heading(main: &Element, owns_page: bool) {
    if let Some(window) = window().filter(|_| owns_page) {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let heading = main.query_selector("h1").ok().flatten().and_then(|h| h.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}

/// Focuses the element with an id.
pub(super) fn focus(id: &str) {
    let element = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Adds a page to the browser's history, or replaces the current entry. Some frames refuse both.
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

/// The link in the address, if there is one. After reading it has to be removed: see [`remember_page`].
pub(super) fn link_in_address() -> Option<String> {
    page_in_address().filter(|fragment| is_link(fragment))
}

/// Removes a fragment that was entered in the address. `to` is its target, and `here` the current page. `true` if it was a
/// link.
pub(super) fn clean_address(to: Option<&str>, here: impl FnOnce() -> String) -> bool {
    let link = to.is_some_and(is_link);
    if link || page_in_address().is_some() {
        remember_page(&to.filter(|_| !link).map_or_else(here, str::to_owned), true);
    }
    link
}

/// Whether a fragment is a link, not the name of a page.
fn is_link(fragment: &str) -> bool {
    fragment.starts_with("lc")
}

/// The page named in the address, as a link opened in a new tab gives it.
pub(super) fn page_in_address() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|h| !h.is_empty()).map(str::to_owned)
}

/// Whether a download may fail silently: the sandbox of a frame decides, and nothing in the frame can see it.
pub(super) fn may_drop_downloads() -> bool {
    let Some(window) = window() else { return true };
    let framed = window.top().ok().flatten().is_none_or(|top| !Object::is(&top, &window));
    let text = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().and_then(|v| v.as_string());
    let opaque = text(&window, "origin").is_some_and(|origin| origin == "null");
    let local = text(&window.location(), "protocol").is_some_and(|protocol| protocol == "file:");
    framed || (opaque && !local)
}

/// Downloads a text as a file. Whether the file is saved is unknown: see [`may_drop_downloads`].
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
    // Firefox reads the object URL after the click has returned.
    Timeout::new(60_000, move || drop(web_sys::Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// Copies a text to the clipboard and reports whether that worked: a frame may be forbidden to. Plain http has no clipboard
/// interface; there the text of a hidden field is copied.
pub(super) fn copy_text(text: &str, tell: impl Fn(bool) + 'static) {
    let secure = window().filter(web_sys::Window::is_secure_context);
    let Some(window) = secure else { return tell(copy_selection(text).unwrap_or(false)) };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.and_then(|c| c.dyn_into::<web_sys::Clipboard>().ok()) else { return tell(false) };
    let tell = std::rc::Rc::new(tell);
    let (done, refused) = (std::rc::Rc::clone(&tell), tell);
    let done = Closure::once_into_js(move |_: JsValue| done(true));
    let refused = Closure::once_into_js(move |_: JsValue| refused(false));
    let promise = clipboard.write_text(text);
    let _ = Reflect::get(&promise, &"then".into())
        .and_then(wasm_bindgen::JsCast::dyn_into::<js_sys::Function>)
        .and_then(|then| then.call2(&promise, &done, &refused));
}

fn copy_selection(text: &str) -> Result<bool, JsValue> {
    let document = window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let field: web_sys::HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    let body = document.body().ok_or(JsValue::NULL)?;
    field.set_value(text);
    body.append_child(&field)?;
    field.select();
    let command: js_sys::Function = Reflect::get(&document, &"execCommand".into())?.dyn_into()?;
    let copied = command.call1(&document, &"copy".into())?.is_truthy();
    field.remove();
    Ok(copied)
}

/// A number that no other app of this document has.
pub(super) fn number() -> f64 {
    js_sys::Math::random()
}

/// Has the browser ask before leaving, for as long as the listener lives. The question is the browser's own.
pub(super) fn ask_before_leaving() -> Option<gloo_events::EventListener> {
    let (window, options) = (window()?, gloo_events::EventListenerOptions::enable_prevent_default());
    Some(gloo_events::EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        // Older browsers ask only if this is set.
        let _ = Reflect::set(event, &"returnValue".into(), &true.into());
    }))
}

/// Requests persistent storage, where the browser supports it. The browser decides.
pub(super) fn ask_to_persist() {
    thread_local! {
        static ASKED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if ASKED.replace(true) {
        return;
    }
    let _ = window().and_then(|w| {
        let storage = Reflect::get(&w.navigator(), &"storage".into()).ok()?;
        let persist: js_sys::Function = Reflect::get(&storage, &"persist".into()).ok()?.dyn_into().ok()?;
        persist.call0(&storage).ok()
    });
}

/// Whether the store is visible to this wiki only: browsers partition the storage of a frame by the embedding site. A frame
/// that cannot see its embedding page claims no more than the browser alone guarantees.
pub(super) fn divided() -> bool {
    let Some(window) = window() else { return false };
    let Ok(Some(top)) = window.top() else { return false };
    if js_sys::Object::is(&top, &window) {
        return false;
    }
    let own = window.location().origin().unwrap_or_default();
    top.location().origin().ok() != Some(own)
}

/// Whether the browser deletes storage after seven days without a visit, as Safari does.
pub(super) fn forgets_after_a_week() -> bool {
    let vendor = window().and_then(|w| Reflect::get(&w.navigator(), &"vendor".into()).ok()).and_then(|v| v.as_string());
    vendor.is_some_and(|v| v.starts_with("Apple"))
}

/// Days from one ISO 8601 time to another; 0 if either is none.
pub(super) fn days_between(from: &str, to: &str) -> f64 {
    let at = |iso: &str| Date::new(&JsValue::from_str(iso)).get_time();
    let days = (at(to) - at(from)) / 86_400_000.0;
    if days.is_nan() { 0.0 } else { days }
}

/// The result of the system's share sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShareResult {
    Given,
    /// The reader closed the sheet.
    Closed,
    /// There is no sheet, or it did not take the file.
    Refused,
}

/// Passes a file to the system's share sheet, and reports the result.
pub(super) fn share_file(name: &str, mime: &str, text: &str, tell: impl Fn(ShareResult) + 'static) {
    let tell = std::rc::Rc::new(tell);
    let (done, closed) = (std::rc::Rc::clone(&tell), std::rc::Rc::clone(&tell));
    let done = Closure::once_into_js(move |_: JsValue| done(ShareResult::Given));
    let closed = Closure::once_into_js(move |error: JsValue| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|n| n.as_string());
        closed(if name.as_deref() == Some("AbortError") { ShareResult::Closed } else { ShareResult::Refused });
    });
    let asked = try_share(name, mime, text).and_then(|promise| {
        let then: js_sys::Function = Reflect::get(&promise, &"then".into())?.dyn_into()?;
        then.call2(&promise, &done, &closed)
    });
    if asked.is_err() {
        tell(ShareResult::Refused);
    }
}

/// Whether there is a share sheet that takes files.
pub(super) fn can_share() -> bool {
    window().and_then(|w| Reflect::get(&w.navigator(), &"canShare".into()).ok()).is_some_and(|f| f.is_function())
}

fn try_share(name: &str, mime: &str, text: &str) -> Result<JsValue, JsValue> {
    let navigator = window().ok_or(JsValue::NULL)?.navigator();
    let options = web_sys::FilePropertyBag::new();
    options.set_type(mime);
    let file = web_sys::File::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), name, &options)?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &js_sys::Array::of1(&file))?;
    let can: js_sys::Function = Reflect::get(&navigator, &"canShare".into())?.dyn_into()?;
    if !can.call1(&navigator, &data)?.is_truthy() {
        return Err(JsValue::NULL);
    }
    let share: js_sys::Function = Reflect::get(&navigator, &"share".into())?.dyn_into()?;
    share.call1(&navigator, &data)
}

/// Random bytes; `None` where the browser has no generator, and then nothing secret can be made.
pub(super) fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0_u8; N];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// The bytes of the address before its fragment.
pub(super) fn address() -> String {
    let location = window().map(|w| w.location());
    let href = location.and_then(|l| l.href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Whether the page can be seen.
pub(super) fn in_sight() -> bool {
    let state = window().and_then(|w| w.document()).and_then(|d| Reflect::get(&d, &"visibilityState".into()).ok());
    state.and_then(|s| s.as_string()).is_none_or(|s| s == "visible")
}

pub(super) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
