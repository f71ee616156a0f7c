//! The app inside an element: it mounts, removes the element's content, unmounts cleanly, and adds what loads late.

use std::cell::Cell;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

use ladder_calibration::state::Mode;
use ladder_calibration::store::Storage;
use ladder_calibration::ui::{self, LocalStorage, MountError, Options, Rest, Running};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::fifth_dimension::with_a_fifth_dimension;

fn host() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    host.set_text_content(Some("what stood here before"));
    document.body().unwrap().append_child(&host).unwrap();
    host
}

async fn rendered() {
    gloo_timers::future::TimeoutFuture::new(80).await;
}

fn alone() -> Options {
    Options { owns_page: true, keeps: true, ..Options::default() }
}

/// Everything is linked.
fn linked() -> Pin<Box<dyn Future<Output = Option<Rest>>>> {
    Box::pin(ready(Some(ui::rest())))
}

thread_local! {
    static COMES: Cell<bool> = const { Cell::new(false) };
}

/// Loads once `COMES` is set.
fn late() -> Pin<Box<dyn Future<Output = Option<Rest>>>> {
    Box::pin(ready(COMES.get().then(ui::rest)))
}

fn store(keeps: bool) -> Rc<dyn Storage> {
    Rc::new(LocalStorage::new(keeps))
}

/// Mounts the app, which has to work.
async fn mount(host: &Element, options: Options) -> Running {
    ui::mount(host.clone(), options, linked, store, None).await.unwrap()
}

fn text(host: &Element) -> String {
    host.text_content().unwrap_or_default()
}

fn all<T: JsCast>(root: &Element, selector: &str) -> Vec<T> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Presses the first link or button with these words.
fn press(host: &Element, label: &str) {
    let found = all::<HtmlElement>(host, "a, button").into_iter().find(|e| e.text_content().is_some_and(|t| t == label));
    found.unwrap().click();
}

#[wasm_bindgen_test]
async fn the_app_shows_the_page_it_is_asked_for_and_leaves_nothing() {
    let host = host();
    let running = mount(&host, Options { whole: true, asked: Some("ladder".into()), ..alone() }).await;
    rendered().await;
    assert!(text(&host).contains("Search the ladder") && !text(&host).contains("what stood here before"));
    running.unmount();
    rendered().await;
    assert_eq!(text(&host), "");
    host.remove();
}

#[wasm_bindgen_test]
async fn a_new_assessment_begins_at_its_first_question() {
    let host = host();
    let running = mount(&host, Options { begin: true, ..alone() }).await;
    rendered().await;
    assert!(text(&host).contains("Question 1 of 12"));
    assert_eq!(host.query_selector_all("input[type=radio]:checked").unwrap().length(), 0);
    running.unmount();
    host.remove();
}

/// A value that a script set stays in a field until its form is rendered again: Yew then restores the value of the app.
#[wasm_bindgen_test]
async fn an_answer_renders_one_form_again_of_all_on_the_page() {
    const WRITTEN: &str = "written past the app";
    let host = host();
    let running = mount(&host, Options { keeps: false, whole: true, begin: true, asked: Some("all".into()), ..alone() }).await;
    rendered().await;
    let fields: Vec<HtmlTextAreaElement> = all(&host, "textarea");
    assert!(fields.len() > 1, "{} forms", fields.len());
    let second = all::<HtmlElement>(&host, ".one").remove(1);
    for field in &fields {
        field.set_value(WRITTEN);
    }
    all::<HtmlElement>(&second, "input[type=radio]")[0].click();
    rendered().await;
    let again: Vec<usize> = (0..fields.len()).filter(|n| fields[*n].value() != WRITTEN).collect();
    assert_eq!(again, [1]);
    running.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_dimension_more_in_the_ladder_is_counted_on_the_pages() {
    let five = || Options { keeps: false, whole: true, ladder: Some(with_a_fifth_dimension()), ..alone() };
    let host = host();
    let running = mount(&host, five()).await;
    rendered().await;
    assert!(text(&host).contains("15 questions take about 15 minutes, all 30 about 35."), "{}", text(&host));
    assert!(text(&host).contains("in five dimensions, each with five statements in order."), "{}", text(&host));
    press(&host, "Start self-assessment");
    rendered().await;
    assert!(text(&host).contains("Question 1 of 15"));
    running.unmount();
    let running = mount(&host, Options { begin: true, asked: Some("all".into()), ..five() }).await;
    rendered().await;
    assert_eq!((all::<Element>(&host, ".one").len(), all::<Element>(&host, ".dimension").len()), (30, 5));
    press(&host, "See profile");
    rendered().await;
    assert!(
        text(&host).contains("Fifteen answers from each of two people say more than thirty from one person."),
        "{}",
        text(&host)
    );
    assert!(text(&host).contains("Fifth"));
    running.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn what_makes_no_sense_leads_to_the_start_page() {
    for asked in [None, Some("nowhere"), Some("profile")] {
        let host = host();
        let running = mount(&host, Options { whole: true, asked: asked.map(Into::into), ..alone() }).await;
        rendered().await;
        assert!(text(&host).contains("Start self-assessment"), "{asked:?}");
        running.unmount();
        host.remove();
    }
}

#[wasm_bindgen_test]
async fn a_part_that_does_not_load_is_reported_and_loads_on_retry() {
    COMES.set(false);
    let host = host();
    let begin = Options { keeps: false, begin: true, ..alone() };
    let running = ui::mount(host.clone(), begin, late, store, None).await.unwrap();
    rendered().await;
    assert!(text(&host).contains("Question 1 of 12"));
    press(&host, "Read the ladder");
    rendered().await;
    assert!(text(&host).contains("This page is loading."), "{}", text(&host));
    running.report_missing("It did not come.".into(), false);
    rendered().await;
    assert!(text(&host).contains("It did not come. Your answers are still here."));
    COMES.set(true);
    running.load();
    rendered().await;
    assert!(text(&host).contains("Search the ladder"));
    press(&host, "Back");
    rendered().await;
    assert!(text(&host).contains("Question 1 of 12"));
    running.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn without_the_rest_nothing_is_shown_that_needs_it() {
    COMES.set(false);
    let whole = ui::mount(host(), Options { whole: true, ..alone() }, late, store, None).await;
    assert_eq!(whole.err(), Some(MountError::Missing));
}

#[wasm_bindgen_test]
async fn what_is_embedded_leaves_the_document_alone() {
    let document = web_sys::window().unwrap().document().unwrap();
    document.set_title("a wiki");
    let host = host();
    let running = mount(&host, Options { mode: Mode::Ladder, whole: true, ..Options::default() }).await;
    rendered().await;
    assert!(text(&host).contains("Search the ladder"), "no ladder: {}", text(&host));
    assert_eq!(host.query_selector_all("footer [popovertarget]").unwrap().length(), 0, "what only reads has nothing to delete");
    assert_eq!(document.title(), "a wiki");
    assert_eq!(host.query_selector_all("main").unwrap().length(), 0, "main");
    assert_eq!(host.query_selector_all("a").unwrap().length(), 0, "{}", host.inner_html());
    running.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_setting_that_cannot_be_followed_is_refused_with_every_reason() {
    let refused = async |mode: &str, ladder: Option<&str>| {
        let given = js_sys::Object::new();
        for (name, text) in [("mode", Some(mode)), ("ladder", ladder)] {
            js_sys::Reflect::set(&given, &name.into(), &text.into()).unwrap();
        }
        let shown = match Options::read(&given) {
            Ok(options) => ui::mount(host(), options, linked, store, None).await,
            Err(error) => Err(error),
        };
        match shown {
            Err(MountError::Setting(sentences)) => sentences,
            _ => String::new(),
        }
    };
    assert!(refused("karaoke", None).await.contains("the modes are self, manager"));
    assert_eq!(refused("", Some("{")).await.lines().count(), 1);
    let broken = "{\"format\":\"ladder-calibration/ladder\",\"version\":1,\"below\":{},\"scoring\":{}}";
    assert!(refused("", Some(broken)).await.lines().count() > 1);
}
