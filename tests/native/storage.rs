//! The repository with the store in memory: two slots, two windows, old documents, faults at every call.

use ladder_calibration::files::{read_stored, stored_text};
use ladder_calibration::model::assessment::{Assessment, Choice};
use ladder_calibration::state::{Action, DocumentKey, Effect, Saving};
use ladder_calibration::store::memory::{InjectedFailure, Memory};
use ladder_calibration::store::{Storage, StoreError, keys};

use super::window::everything;

/// A window with one clock for its answers.
struct Window<'a> {
    page: super::window::Window<'a>,
    clock: usize,
}

impl<'a> Window<'a> {
    fn open(store: &'a Memory, name: &str) -> Self {
        Self { page: super::window::Window::open(store, name), clock: 0 }
    }

    fn apply(&mut self, action: Action) -> Vec<Effect> {
        self.page.dispatch(action)
    }

    fn start(&mut self, id: &str) {
        self.apply(Action::SelfAssessmentStarted { id: id.into(), now: "2026-11-23T10:00:00.000Z".into() });
    }

    fn choose(&mut self, question: usize, statement: usize) {
        self.clock += 1;
        let now = format!("2026-11-23T10:{:02}:{:02}.000Z", self.clock / 60, self.clock % 60);
        self.apply(Action::AnswerChosen { question, choice: Choice::Statement(statement), now });
    }

    fn write(&mut self) -> Option<Saving> {
        self.page.flush()
    }

    /// The browser's event that another window changed an assessment.
    fn listen(&mut self, id: &str) {
        self.page.listen(&DocumentKey::assessment(id));
    }

    fn settle(&mut self, theirs: bool) {
        let key = self.page.state.conflict().unwrap().key.clone();
        self.apply(Action::VersionChosen { key, theirs });
    }

    fn revision(&self, id: &str) -> usize {
        self.page.repository.revision(&DocumentKey::assessment(id))
    }

    fn assessment(&self) -> &Assessment {
        self.page.state.assessment().unwrap()
    }
}

fn kept(store: &Memory) -> Vec<Assessment> {
    super::window::everything(store).assessments().map(|s| s.assessment.clone()).collect()
}

#[test]
fn what_was_written_comes_back_with_the_place() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 3);
    assert_eq!(w.write(), Some(Saving::Saved("10:00".into())));
    let again = Window::open(&store, "v");
    assert_eq!(again.assessment(), w.assessment());
    assert_eq!(again.page.state.page(), w.page.state.page());
}

#[test]
fn the_slots_are_written_in_turn_and_each_write_leaves_the_state_before() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    let mut last = None;
    for (i, statement) in [1, 2, 3, 4, 0, 2].into_iter().enumerate() {
        w.choose(0, statement);
        w.write();
        let texts = keys::slots_of(&DocumentKey::assessment("a1")).map(|k| store.get(&k).unwrap());
        let mut revisions: Vec<usize> = texts.iter().flatten().map(|t| read_stored(t).unwrap().revision).collect();
        revisions.sort_unstable();
        let wanted: Vec<usize> = if i == 0 { vec![1] } else { vec![i, i + 1] };
        assert_eq!(revisions, wanted);
        if let Some(last) = last.replace(w.assessment().clone()) {
            assert!(texts.iter().flatten().any(|t| read_stored(t).unwrap().assessment == last), "the state before is gone");
        }
    }
}

#[test]
fn a_damaged_slot_gives_way_to_the_other_and_is_never_overwritten() {
    for slot in [0, 1] {
        let store = Memory::default();
        let mut w = Window::open(&store, "w");
        w.start("a1");
        for statement in [1, 2] {
            w.choose(0, statement);
            w.write();
        }
        let key = &keys::slots_of(&DocumentKey::assessment("a1"))[slot];
        let broken = store.get(key).unwrap().unwrap().replace("\"statement\":", "\"statement\": ");
        let broken = broken.replace(": 1", ":4").replace(": 2", ":4");
        store.put(key, &broken).unwrap();
        let mut again = Window::open(&store, "v");
        assert_eq!(again.page.state.unreadable_entries().len(), 1);
        assert!(again.page.state.unreadable_entries()[0].problem.to_string().starts_with("checksum"));
        let choice = again.page.state.chosen(0);
        assert_eq!(choice, Some(Choice::Statement(if slot == 0 { 2 } else { 1 })));
        for statement in [0, 1, 3] {
            again.choose(0, statement);
            assert!(matches!(again.write(), Some(Saving::Saved(_))));
            assert_eq!(store.get(key).unwrap().unwrap(), broken);
        }
        assert_eq!(kept(&store)[0], *again.assessment());
    }
}

#[test]
fn the_store_of_version_0_1_is_read_and_goes_on() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/store/0.1-one-key.json")).unwrap();
    let keys: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
    let store = Memory::default();
    for (key, value) in &keys {
        store.put(key, value.as_str().unwrap()).unwrap();
    }
    let mut w = Window::open(&store, "w");
    assert!(w.page.state.unreadable_entries().is_empty());
    assert_eq!(w.page.state.answered(w.assessment()), 12);
    assert_eq!(w.assessment().answers.len(), 13, "a draft without a choice is there too");
    let before: Vec<_> = keys.values().map(|v| v.as_str().unwrap().to_owned()).collect();
    w.choose(0, 0);
    w.write();
    let old = keys::slots_of(&DocumentKey::assessment(&w.assessment().id))[0].clone();
    assert!(before.contains(&store.get(&old).unwrap().unwrap()), "the old record is there until the next write");
    assert_eq!(kept(&store)[0], *w.assessment());
}

#[track_caller]
fn left_alone(text: &str, names: &str) {
    let store = Memory::default();
    let key = "ladder-calibration/assessment/a1";
    store.put(key, text).unwrap();
    let kept = everything(&store);
    assert!(kept.documents.is_empty());
    let sentence = kept.unreadable_entries[0].problem.to_string();
    assert!(sentence.contains(names), "{sentence}");
    assert_eq!(store.get(key).unwrap().as_deref(), Some(text));
}

fn stored_once() -> String {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 3);
    w.write();
    store.get("ladder-calibration/assessment/a1").unwrap().unwrap()
}

#[test]
fn records_that_cannot_be_read_are_listed_and_left_alone() {
    let good = stored_once();
    left_alone(&good[..good.len() / 2], "line 1");
    left_alone("[1, 2]", "not an assessment");
    left_alone(&good.replace("\"version\":1", "\"version\":2"), "version 2");
    left_alone(&good.replace("2026-11\"", "2026-10\""), "checksum");
    left_alone("{\"format\":\"ladder-calibration/ladder\",\"version\":1}", "not an assessment file");
    left_alone(&good.replace(",\"checksum\"", ",\"check-sum\""), "checksum");
    left_alone(&stored_text(&Assessment { id: "b2".into(), ..read_stored(&good).unwrap().assessment }, 1, ""), "kept under");
}

#[test]
fn a_flipped_bit_of_a_record_never_passes_for_another_answer() {
    let text = stored_once();
    let good = read_stored(&text).unwrap();
    for at in 0..text.len() {
        for bit in [0, 3, 6] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            if let Ok(read) = String::from_utf8(bytes).map_err(|_| ()).and_then(|t| read_stored(&t).map_err(|_| ())) {
                assert_eq!(read, good, "byte {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn when_a_file_was_last_saved_is_kept_and_is_no_part_of_the_file() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 3);
    w.apply(Action::FileSaved { id: "a1".into(), now: "2026-11-24T09:00:00Z".into() });
    w.write();
    let again = Window::open(&store, "v");
    assert_eq!(again.page.state.last_exported("a1"), "2026-11-24T09:00:00Z");
    assert!(ladder_calibration::files::assessment_file(again.assessment()).get("store").is_none());
}

#[test]
fn two_windows_never_overwrite_each_other() {
    let store = Memory::default();
    let mut one = Window::open(&store, "one");
    one.start("a1");
    one.choose(0, 1);
    one.write();
    let mut two = Window::open(&store, "two");
    two.choose(1, 2);
    two.write();
    let theirs = two.assessment().clone();
    one.choose(2, 3);
    assert_eq!(one.write(), None, "nothing is written over the other window's version");
    let conflict = one.page.state.conflict().expect("the change elsewhere is shown");
    assert_eq!(conflict.other_assessment(), Some(&theirs));
    assert_eq!(kept(&store), std::slice::from_ref(&theirs));
    let mine = one.assessment().clone();
    assert!(matches!(one.write(), Some(Saving::Saved(_))), "the version here is put aside");
    let found = everything(&store);
    assert_eq!(found.conflicts[0].other_assessment(), Some(&mine), "both are in the store until one is chosen");
    assert_eq!(found.assessments().next().unwrap().assessment, theirs);

    one.settle(false);
    assert_eq!(kept(&store), std::slice::from_ref(&mine));
    assert!(everything(&store).conflicts.is_empty());
    two.listen("a1");
    assert_eq!(two.page.state.conflict().unwrap().other_assessment(), Some(&mine));
    two.settle(true);
    assert_eq!(two.assessment(), &mine);
    two.choose(3, 0);
    assert!(matches!(two.write(), Some(Saving::Saved(_))), "and goes on from there");
}

#[test]
fn a_version_kept_as_a_copy_survives_the_window() {
    let store = Memory::default();
    let mut one = Window::open(&store, "one");
    one.start("a1");
    one.choose(0, 1);
    one.write();
    let mut two = Window::open(&store, "two");
    two.choose(1, 2);
    two.write();
    one.choose(2, 3);
    one.write();
    one.write();
    let mine = one.assessment().clone();
    drop(one);
    let found = everything(&store);
    assert_eq!(found.conflicts.len(), 1);
    let copy = found.conflicts[0].copy.clone();
    let mut three = Window::open(&store, "three");
    three.settle(true);
    assert_eq!(three.assessment(), &mine);
    assert_eq!(kept(&store), [mine]);
    assert_eq!(store.get(&copy).unwrap(), None);
}

#[test]
fn an_assessment_deleted_in_another_window_is_not_brought_back_unasked() {
    let store = Memory::default();
    let mut one = Window::open(&store, "one");
    one.start("a1");
    one.choose(0, 1);
    one.write();
    let mut two = Window::open(&store, "two");
    two.apply(Action::AssessmentDeleted("a1".into()));
    one.choose(1, 2);
    assert_eq!(one.write(), None);
    assert_eq!(one.page.state.conflict().unwrap().other, None);
    assert!(kept(&store).is_empty());
    one.settle(false);
    assert_eq!(kept(&store).len(), 1);
}

#[test]
fn deleting_everything_clears_every_key_of_ours_and_no_other() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 3);
    w.write();
    store.put("ladder-calibration/assessment/broken", "{").unwrap();
    store.put("ladder-calibration/aside/a1/x", "{").unwrap();
    store.put("somebody-else", "stays").unwrap();
    keys::delete_everything(&store).unwrap();
    assert_eq!(store.keys().unwrap(), ["somebody-else"]);
}

#[test]
fn deleting_one_record_leaves_the_others() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    for id in ["a1", "a10"] {
        w.start(id);
        w.choose(0, 3);
        w.choose(0, 2);
        w.write();
    }
    store.put("ladder-calibration/aside/a1/x", "{").unwrap();
    w.apply(Action::AssessmentDeleted("a1".into()));
    assert_eq!(kept(&store).iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["a10"]);
    assert!(store.keys().unwrap().iter().all(|k| !k.starts_with("ladder-calibration/aside/")));
}

/// Twelve answers with a write after each, while the n-th call of the store fails. Whatever was reported as saved is stored
/// after it; whatever could not be saved is reported, and saved as soon as the store works again.
#[track_caller]
fn survives(failing: InjectedFailure, fault: StoreError) {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 0);
    w.write();
    store.fail(Some((failing, fault)));
    let mut promised = w.assessment().clone();
    for i in 0..12 {
        w.choose(i, (i + 1) % 5);
        let said = w.write();
        match said {
            Some(Saving::Saved(_)) => promised = w.assessment().clone(),
            Some(Saving::Full) => assert_eq!(fault, StoreError::Full, "{failing:?}"),
            Some(Saving::Denied) => assert_eq!(fault, StoreError::Denied, "{failing:?}"),
            other => panic!("{failing:?}: nothing was said: {other:?}"),
        }
        let now = store_without_faults(&store, Some((failing, fault)), || kept(&store));
        assert_eq!(now, [promised.clone()], "{failing:?} {fault:?}: what was said to be saved is not there");
        let shown = w.page.state.saving().clone();
        assert_eq!(matches!(shown, Saving::Saved(_)), *w.assessment() == promised, "{failing:?}: the screen says otherwise");
    }
    store.fail(None);
    w.write();
    assert_eq!(kept(&store), [w.assessment().clone()], "{failing:?}: not saved once the store works again");
}

/// Reads without counting the calls.
fn store_without_faults<T>(store: &Memory, fault: Option<(InjectedFailure, StoreError)>, look: impl FnOnce() -> T) -> T {
    let calls = store.calls();
    store.fail(None);
    let out = look();
    store.fail(fault.map(|(failing, fault)| (later(failing, calls), fault)));
    out
}

/// The same fault, counted from now.
fn later(failing: InjectedFailure, calls: usize) -> InjectedFailure {
    match failing {
        InjectedFailure::Once(n) => InjectedFailure::Once(n.checked_sub(calls).filter(|n| *n > 0).unwrap_or(usize::MAX)),
        InjectedFailure::From(n) => InjectedFailure::From(n.saturating_sub(calls).max(1)),
    }
}

#[test]
fn no_fault_at_any_call_loses_what_was_reported_as_saved() {
    for fault in [StoreError::Full, StoreError::Denied] {
        for n in 1..=50 {
            survives(InjectedFailure::Once(n), fault);
            survives(InjectedFailure::From(n), fault);
        }
    }
}

#[test]
fn what_takes_how_much_room_is_counted_in_bytes() {
    let store = Memory::default();
    store.put("ladder-calibration/x", "ä").unwrap();
    store.put("other", "not ours").unwrap();
    let usage = keys::usage(&store).unwrap();
    assert_eq!(usage.iter().map(|u| (u.key.as_str(), u.bytes)).collect::<Vec<_>>(), [("ladder-calibration/x", 22)]);
}

#[test]
fn whether_something_is_dirty_is_reported_until_it_is_written() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    assert!(!w.page.repository.is_dirty(), "nothing happened");
    w.start("a1");
    w.write();
    w.choose(0, 1);
    assert!(w.page.repository.is_dirty(), "an assessment is dirty, and nothing else");
    assert_eq!(w.write(), Some(Saving::Saved("10:00".into())));
    assert!(!w.page.repository.is_dirty(), "it is written");
    w.apply(Action::Continued);
    assert!(w.page.repository.is_dirty(), "where the reader is has to be written, and nothing else");
    assert_eq!(w.write(), None, "a location alone says nothing about saving");
    assert!(!w.page.repository.is_dirty());
    assert_eq!(everything(&store).location.map(|(id, _)| id).as_deref(), Some("a1"));
}

#[test]
fn the_revision_is_the_number_of_writes_that_this_window_saw() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    assert_eq!(w.revision("a1"), 0);
    for writes in 1..4 {
        w.choose(0, writes);
        w.write();
        assert_eq!(w.revision("a1"), writes);
    }
    assert_eq!(Window::open(&store, "v").revision("a1"), 3);
}

#[test]
fn a_record_that_is_forgotten_is_written_no_more_and_others_are() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 1);
    w.start("a2");
    w.choose(0, 2);
    w.page.run(Effect::Forget(DocumentKey::assessment("a1")));
    w.write();
    assert_eq!(kept(&store).into_iter().map(|a| a.id).collect::<Vec<_>>(), ["a2"]);
    assert_eq!((w.revision("a1"), w.revision("a2")), (0, 1));
    w.page.run(Effect::Forget(DocumentKey::assessment("a2")));
    assert_eq!(w.revision("a2"), 0);

    let before = kept(&store);
    w.choose(0, 3);
    w.page.run(Effect::ForgetEverything);
    assert_eq!(w.revision("a2"), 0);
    assert!(!w.page.repository.is_dirty(), "neither an assessment nor a location is dirty");
    assert_eq!(w.write(), None);
    assert_eq!(kept(&store), before);
}

#[test]
fn of_two_slots_with_one_revision_the_first_counts() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 1);
    w.write();
    w.choose(0, 2);
    w.write();
    let [first, second] = keys::slots_of(&DocumentKey::assessment("a1")).map(|key| (store.get(&key).unwrap().unwrap(), key));
    let two = read_stored(&second.0).unwrap();
    let one = read_stored(&first.0).unwrap();
    assert_ne!(one.assessment, two.assessment);
    store.put(&second.1, &stored_text(&two.assessment, one.revision, "")).unwrap();
    assert_eq!(kept(&store), [one.assessment]);
}

#[test]
fn a_key_names_its_record() {
    for key in keys::slots_of(&DocumentKey::assessment("a1")) {
        assert_eq!(keys::document_of(&key), Some(DocumentKey::assessment("a1")));
    }
    for key in [keys::DELETED, "ladder-calibration/place", "ladder-calibration/aside/a1/w", "a1"] {
        assert_eq!(keys::document_of(key), None, "{key}");
    }
}
