//! The app inside an element: it shows itself, takes the element's content away, and leaves cleanly.

use ladder_calibration::ui::{self, Running, Setting};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn host() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    host.set_text_content(Some("what stood here before"));
    document.body().unwrap().append_child(&host).unwrap();
    host
}

async fn rendered() {
    gloo_timers::future::TimeoutFuture::new(50).await;
}

const ALONE: Setting = Setting { owns_page: true, keeps: true, mode: "", ladder: None, linked: false, page: None };

/// Shows the app, which has to be possible.
fn mount(host: &Element, setting: Setting, handed_over: Option<&str>) -> Running {
    ui::mount(host.clone(), setting, handed_over.map(Into::into), None).map_err(|sentence| panic!("{sentence}")).unwrap()
}

fn text(host: &Element) -> String {
    host.text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_app_shows_the_page_it_is_handed_and_leaves_nothing() {
    let host = host();
    let running = mount(&host, ALONE, Some("{\"page\":\"ladder\"}"));
    rendered().await;
    assert!(text(&host).contains("Search the ladder") && !text(&host).contains("what stood here before"));
    running.leave();
    rendered().await;
    assert_eq!(text(&host), "");
    host.remove();
}

#[wasm_bindgen_test]
async fn a_new_assessment_begins_at_its_first_question() {
    let host = host();
    let running = mount(&host, ALONE, Some("{\"begin\":true}"));
    rendered().await;
    assert!(text(&host).contains("Question 1 of 12"));
    assert_eq!(host.query_selector_all("input[type=radio]:checked").unwrap().length(), 0);
    running.leave();
    host.remove();
}

#[wasm_bindgen_test]
async fn what_makes_no_sense_leads_to_the_start_page() {
    for text_handed in ["", "{", "{\"page\":\"nowhere\"}", "{\"page\":\"profile\"}"] {
        let host = host();
        let running = mount(&host, ALONE, Some(text_handed));
        rendered().await;
        assert!(text(&host).contains("Start self-assessment"), "{text_handed}");
        running.leave();
        host.remove();
    }
}

#[wasm_bindgen_test]
async fn what_is_embedded_leaves_the_document_alone() {
    let document = web_sys::window().unwrap().document().unwrap();
    document.set_title("a wiki");
    let host = host();
    let setting = Setting { owns_page: false, keeps: false, mode: "ladder", ..ALONE };
    let running = mount(&host, setting, None);
    rendered().await;
    assert!(text(&host).contains("Search the ladder"), "no ladder: {}", text(&host));
    assert_eq!(host.query_selector_all("footer [popovertarget]").unwrap().length(), 0, "what only reads has nothing to delete");
    assert_eq!(document.title(), "a wiki");
    assert_eq!(host.query_selector_all("main").unwrap().length(), 0, "main");
    assert_eq!(host.query_selector_all("a").unwrap().length(), 0, "{}", host.inner_html());
    running.leave();
    host.remove();
}

#[wasm_bindgen_test]
fn a_setting_that_cannot_be_followed_is_refused_with_every_reason() {
    let refused = |mode, ladder| {
        let setting = Setting { mode, ladder, ..ALONE };
        ui::mount(host(), setting, None, None).err().unwrap_or_default()
    };
    assert!(refused("karaoke", None).contains("there are self, manager"));
    assert_eq!(refused("", Some("{")).lines().count(), 1);
    let broken = "{\"format\":\"ladder-calibration/ladder\",\"version\":1,\"below\":{},\"scoring\":{}}";
    assert!(refused("", Some(broken)).lines().count() > 1);
}
