//! A store with many assessments: each is read once, in order, and several are deleted at once.

use ladder_calibration::files::{default_ladder, stored_text};
use ladder_calibration::model::assessment::{Assessment, Period};
use ladder_calibration::state::{Action, DocumentKey, Effect};
use ladder_calibration::store::memory::Memory;
use ladder_calibration::store::{Storage, keys};

use super::window::{Window, everything, repository};

/// Both slots of each.
fn filled(ids: impl Iterator<Item = String>) -> Memory {
    let store = Memory::default();
    let ladder = default_ladder();
    for (i, id) in ids.enumerate() {
        let now = format!("2026-11-23T{:02}:{:02}:00.000Z", i * 7 % 24, i * 31 % 60);
        let a = Assessment::blank(id, &ladder, Period::default(), now);
        for (slot, key) in keys::slots_of(&DocumentKey::assessment(&a.id)).into_iter().enumerate() {
            store.put(&key, &stored_text(&a, slot + 1, "")).unwrap();
        }
    }
    store
}

#[test]
fn each_is_read_once_and_the_one_changed_last_comes_first() {
    let store = filled((0..1000).map(|i| format!("r{i}")).chain(["r".into(), "r-1".into(), "r.1".into()]));
    let kept = everything(&store);
    assert_eq!((kept.documents.len(), kept.unreadable_entries.len()), (1003, 0));
    assert!(kept.assessments().all(|r| r.revision == 2), "the newer slot counts");
    let order: Vec<_> = kept.assessments().map(|r| (&r.assessment.updated, &r.assessment.id)).collect();
    assert!(order.is_sorted_by(|a, b| b.0 < a.0 || (a.0 == b.0 && a.1 < b.1)));
}

#[test]
fn several_are_deleted_at_once_with_their_copies() {
    let store = filled(["a1", "a2", "a10"].into_iter().map(str::to_owned));
    store.put("ladder-calibration/aside/a2/x", "{").unwrap();
    store.fail(None);
    let w = Window::open(&Memory::default(), "w").state;
    let both = ["a1", "a2"].map(DocumentKey::assessment).to_vec();
    repository("w").run(&store, &w, Effect::Delete(both), || "10:00".into());
    assert_eq!(store.calls(), 6, "the store is asked for its keys once");
    let kept = everything(&store);
    assert_eq!(kept.assessments().map(|r| r.assessment.id.as_str()).collect::<Vec<_>>(), ["a10"]);
    assert!(kept.unreadable_entries.is_empty() && store.keys().unwrap().len() == 2);
}

#[test]
fn a_window_that_comes_back_compares_texts_and_reads_only_what_is_new() {
    let store = filled(["a1", "a2"].into_iter().map(str::to_owned));
    let mut w = Window::open(&store, "w");
    let news = |w: &Window| w.repository.external_changes(&store, &w.state, None);
    assert_eq!(news(&w), []);
    let (key, other) = (
        DocumentKey::assessment("a1"),
        Assessment::blank("a1".into(), &default_ladder(), Period::default(), "2026-11-24".into()),
    );
    store.put(&keys::slots_of(&key)[0], &stored_text(&other, 3, "")).unwrap();
    let heard = news(&w);
    let [Action::ExternalChange { key: changed, theirs }] = &heard[..] else { panic!("{heard:?}") };
    assert_eq!((changed, theirs.as_ref().unwrap().assessment()), (&key, Some(&other)));
    w.run(Effect::Acknowledge(key));
    assert_eq!(news(&w), []);
}
