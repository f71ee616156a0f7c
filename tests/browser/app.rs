//! The app inside an element: it shows itself, takes the element's content away, and leaves cleanly.

use ladder_calibration::ui;
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

fn text(host: &Element) -> String {
    host.text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_app_shows_the_page_it_is_handed_and_leaves_nothing() {
    let host = host();
    ui::mount(host.clone(), Some("{\"page\":\"ladder\"}".into()), None);
    rendered().await;
    assert!(text(&host).contains("Search the ladder") && !text(&host).contains("what stood here before"));
    ui::leave();
    rendered().await;
    assert_eq!(text(&host), "");
    host.remove();
}

#[wasm_bindgen_test]
async fn a_new_assessment_begins_at_its_first_question() {
    let host = host();
    ui::mount(host.clone(), Some("{\"begin\":true}".into()), None);
    rendered().await;
    assert!(text(&host).contains("Question 1 of 12"));
    assert_eq!(host.query_selector_all("input[type=radio]:checked").unwrap().length(), 0);
    ui::leave();
    host.remove();
}

#[wasm_bindgen_test]
async fn what_makes_no_sense_leads_to_the_start_page() {
    for text_handed in ["", "{", "{\"page\":\"nowhere\"}", "{\"page\":\"profile\"}"] {
        let host = host();
        ui::mount(host.clone(), Some(text_handed.into()), None);
        rendered().await;
        assert!(text(&host).contains("Start self-assessment"), "{text_handed}");
        ui::leave();
        host.remove();
    }
}
