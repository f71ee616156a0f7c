//! A store with many records: each is read once, in order, and several are deleted at once.

use ladder_calibration::domain::assessment::{Assessment, Period};
use ladder_calibration::domain::codec::{default_ladder, stored_text};
use ladder_calibration::storage::keeper::Keeper;
use ladder_calibration::storage::memory::Memory;
use ladder_calibration::storage::{Storage, record, shelf};

/// Both slots of each.
fn filled(ids: impl Iterator<Item = String>) -> Memory {
    let store = Memory::default();
    let ladder = default_ladder();
    for (i, id) in ids.enumerate() {
        let now = format!("2026-11-23T{:02}:{:02}:00.000Z", i * 7 % 24, i * 31 % 60);
        let a = Assessment::blank(id, &ladder, Period::default(), now);
        for (slot, key) in record::keys(&a.id).into_iter().enumerate() {
            store.put(&key, &stored_text(&a, slot + 1, "")).unwrap();
        }
    }
    store
}

#[test]
fn each_is_read_once_and_the_one_changed_last_comes_first() {
    let store = filled((0..1000).map(|i| format!("r{i}")).chain(["r".into(), "r-1".into(), "r.1".into()]));
    let kept = shelf::load(&store, &default_ladder());
    assert_eq!((kept.records.len(), kept.unreadable.len()), (1003, 0));
    assert!(kept.records.iter().all(|r| r.revision == 2), "the newer slot counts");
    let order: Vec<_> = kept.records.iter().map(|r| (&r.assessment.updated, &r.assessment.id)).collect();
    assert!(order.is_sorted_by(|a, b| b.0 < a.0 || (a.0 == b.0 && a.1 < b.1)));
}

#[test]
fn several_are_deleted_at_once_with_what_lies_beside_them() {
    let store = filled(["a1", "a2", "a10"].into_iter().map(str::to_owned));
    store.put("ladder-calibration/aside/a2/x", "{").unwrap();
    store.fail(None);
    Keeper::new("w".into()).delete_all(&store, &["a1".into(), "a2".into()]).unwrap();
    assert_eq!(store.calls(), 6, "the store is asked for its keys once");
    let kept = shelf::load(&store, &default_ladder());
    assert_eq!(kept.records.iter().map(|r| r.assessment.id.as_str()).collect::<Vec<_>>(), ["a10"]);
    assert!(kept.unreadable.is_empty() && store.keys().unwrap().len() == 2);
}

#[test]
fn whoever_comes_back_compares_texts_and_reads_only_what_is_new() {
    let store = filled(["a1", "a2"].into_iter().map(str::to_owned));
    let mut keeper = Keeper::new("w".into());
    keeper.load(&store, &default_ladder());
    assert_eq!(keeper.changed_elsewhere(&store, "a1"), None);
    let other = Assessment::blank("a1".into(), &default_ladder(), Period::default(), "2026-11-24".into());
    store.put(&record::keys("a1")[0], &stored_text(&other, 3, "")).unwrap();
    assert_eq!(keeper.changed_elsewhere(&store, "a1").unwrap().unwrap().assessment, other);
    assert_eq!(keeper.changed_elsewhere(&store, "a2"), None);
    keeper.accept(&store, "a1");
    assert_eq!(keeper.changed_elsewhere(&store, "a1"), None);
}
