//! `localStorage` behind the trait does what the in-memory implementation does.

use ladder_calibration::files::default_ladder;
use ladder_calibration::state::{Action, Detail, Effect, Mode, Saving, State, no_advice, reduce};
use ladder_calibration::store::{Memory, Repository, Storage, StoreError, keys};
use ladder_calibration::ui::LocalStorage;
use wasm_bindgen_test::wasm_bindgen_test;

fn both(check: impl Fn(&dyn Storage)) {
    check(&LocalStorage::new(true));
    check(&Memory::default());
}

#[wasm_bindgen_test]
fn texts_come_back_and_go() {
    both(|store| {
        store.put("ladder-calibration/test", "ä \u{1F600} \u{0}").unwrap();
        assert_eq!(store.get("ladder-calibration/test").unwrap().as_deref(), Some("ä \u{1F600} \u{0}"));
        assert!(store.keys().unwrap().contains(&"ladder-calibration/test".to_owned()));
        store.remove("ladder-calibration/test").unwrap();
        store.remove("ladder-calibration/test").unwrap();
        assert_eq!(store.get("ladder-calibration/test").unwrap(), None);
    });
}

#[wasm_bindgen_test]
fn a_text_that_is_too_large_is_refused_and_the_old_one_stays() {
    let store = LocalStorage::new(true);
    store.put("ladder-calibration/full", "before").unwrap();
    assert_eq!(store.put("ladder-calibration/full", &"x".repeat(20_000_000)), Err(StoreError::Full));
    assert_eq!(store.get("ladder-calibration/full").unwrap().as_deref(), Some("before"));
    store.remove("ladder-calibration/full").unwrap();
}

#[wasm_bindgen_test]
fn an_assessment_is_found_again_in_either_store() {
    both(|store| {
        let mut session = State::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None);
        let mut repository = Repository::new("window".into());
        let start = Action::SelfAssessmentStarted { id: "browser-test".into(), now: "2026-11-23T10:00:00Z".into() };
        let title = Action::DetailsChanged { change: Detail::Title("staff".into()), now: "2026-11-23T10:01:00Z".into() };
        for action in [start, title] {
            for effect in reduce(&mut session, action) {
                repository.run(store, &session, effect, || "10:01".into());
            }
        }
        let written = repository.run(store, &session, Effect::Flush, || "10:01".into());
        assert!(matches!(&written[..], [Action::SavingChanged(Saving::Saved(_))]));
        let kept = repository.load(store, session.ladders(), Mode::default());
        assert!(kept.assessments().any(|r| Some(&r.assessment) == session.assessment()));
        keys::delete_everything(store).unwrap();
        assert!(!store.keys().unwrap().iter().any(|k| k.starts_with(keys::PREFIX)));
    });
}
