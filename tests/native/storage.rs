//! The shelf and the keeper over the store in memory: two slots, two windows, old records, faults at every call.

use ladder_calibration::domain::assessment::{Assessment, Choice};
use ladder_calibration::domain::codec::{default_ladder, read_stored, stored_text};
use ladder_calibration::domain::session::{Action, Changed, Saving, Session, Unopened, no_advice};
use ladder_calibration::storage::keeper::Keeper;
use ladder_calibration::storage::memory::{Failing, Memory};
use ladder_calibration::storage::{Fault, Storage, record, shelf};

/// A window of the page: what the root component does, without a browser.
struct Window<'a> {
    store: &'a Memory,
    session: Session,
    keeper: Keeper,
    clock: usize,
}

impl<'a> Window<'a> {
    fn open(store: &'a Memory, name: &str) -> Self {
        let mut keeper = Keeper::new(name.into());
        let ladder = default_ladder();
        let kept = keeper.load(store, &ladder);
        let unopened = kept.unreadable.into_iter().map(|u| Unopened { key: u.key, problem: u.problem }).collect();
        let session = Session::new(ladder, no_advice, kept.records, unopened, kept.place);
        Self { store, session, keeper, clock: 0 }
    }

    fn apply(&mut self, action: Action) -> Changed {
        let changed = self.session.apply(action);
        self.keeper.note(&changed);
        changed
    }

    fn start(&mut self, id: &str) {
        self.apply(Action::SelfAssessmentStarted { id: id.into(), now: "2026-11-23T10:00:00.000Z".into() });
    }

    fn choose(&mut self, question: usize, statement: usize) {
        self.clock += 1;
        let now = format!("2026-11-23T10:{:02}:{:02}.000Z", self.clock / 60, self.clock % 60);
        self.apply(Action::AnswerChosen { question, choice: Choice::Statement(statement), now });
    }

    /// Writes, and follows what another window did, as the root component does.
    fn write(&mut self) -> Option<Saving> {
        let written = self.keeper.write(self.store, &self.session, || "10:00".into());
        for (id, theirs) in written.elsewhere {
            self.hear(&id, theirs.map(|t| Box::new(t.assessment)));
        }
        if let Some(saving) = &written.saving {
            self.apply(Action::SavingChanged(saving.clone()));
        }
        written.saving
    }

    fn hear(&mut self, id: &str, theirs: Option<Box<Assessment>>) {
        self.apply(Action::ChangedElsewhere { id: id.into(), theirs });
        if self.session.conflict_of(id).is_none() {
            self.keeper.accept(self.store, id);
        }
    }

    /// The browser's event that another window changed the store.
    fn listen(&mut self, id: &str) {
        if let Some(theirs) = self.keeper.changed_elsewhere(self.store, id) {
            self.hear(id, theirs.map(|t| Box::new(t.assessment)));
        }
    }

    fn settle(&mut self, action: Action) {
        let conflict = self.session.conflict().cloned().unwrap();
        if conflict.aside.is_empty() {
            self.keeper.accept(self.store, &conflict.id);
        }
        self.apply(action);
        self.write();
        self.keeper.settle(self.store, &conflict.id, &conflict.aside);
    }

    fn assessment(&self) -> &Assessment {
        self.session.assessment().unwrap()
    }
}

fn kept(store: &Memory) -> Vec<Assessment> {
    shelf::load(store, &default_ladder()).records.into_iter().map(|s| s.assessment).collect()
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
    assert_eq!(again.session.page(), w.session.page());
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
        let texts = record::keys("a1").map(|k| store.get(&k).unwrap());
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
        let key = &record::keys("a1")[slot];
        let broken = store.get(key).unwrap().unwrap().replace("\"statement\":", "\"statement\": ");
        let broken = broken.replace(": 1", ":4").replace(": 2", ":4");
        store.put(key, &broken).unwrap();
        let mut again = Window::open(&store, "v");
        assert_eq!(again.session.unopened().len(), 1);
        assert!(again.session.unopened()[0].problem.to_string().starts_with("checksum"));
        let choice = again.session.chosen(0);
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
    assert!(w.session.unopened().is_empty());
    assert_eq!(w.session.answered(w.assessment()), 12);
    assert_eq!(w.assessment().answers.len(), 13, "a draft without a choice is there too");
    let before: Vec<_> = keys.values().map(|v| v.as_str().unwrap().to_owned()).collect();
    w.choose(0, 0);
    w.write();
    let old = record::keys(&w.assessment().id)[0].clone();
    assert!(before.contains(&store.get(&old).unwrap().unwrap()), "the old record is there until the next write");
    assert_eq!(kept(&store)[0], *w.assessment());
}

#[track_caller]
fn left_alone(text: &str, names: &str) {
    let store = Memory::default();
    let key = "ladder-calibration/assessment/a1";
    store.put(key, text).unwrap();
    let kept = shelf::load(&store, &default_ladder());
    assert!(kept.records.is_empty());
    let sentence = kept.unreadable[0].problem.to_string();
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
    assert_eq!(again.session.filed("a1"), "2026-11-24T09:00:00Z");
    assert!(ladder_calibration::domain::codec::assessment_file(again.assessment()).get("store").is_none());
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
    let conflict = one.session.conflict().expect("the change elsewhere is shown");
    assert_eq!(conflict.other.as_deref(), Some(&theirs));
    assert_eq!(kept(&store), std::slice::from_ref(&theirs));
    let mine = one.assessment().clone();
    assert!(matches!(one.write(), Some(Saving::Saved(_))), "the version here is put aside");
    let found = shelf::load(&store, &default_ladder());
    assert_eq!(found.asides[0].stored.assessment, mine, "both are in the store until one is chosen");
    assert_eq!(found.records[0].assessment, theirs);

    one.settle(Action::KeptMine);
    assert_eq!(kept(&store), std::slice::from_ref(&mine));
    assert!(shelf::load(&store, &default_ladder()).asides.is_empty());
    two.listen("a1");
    assert_eq!(two.session.conflict().unwrap().other.as_deref(), Some(&mine));
    two.settle(Action::KeptTheirs);
    assert_eq!(two.assessment(), &mine);
    two.choose(3, 0);
    assert!(matches!(two.write(), Some(Saving::Saved(_))), "and goes on from there");
}

#[test]
fn a_version_put_aside_survives_the_window() {
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
    let ladder = default_ladder();
    let mut keeper = Keeper::new("three".into());
    let shelf = keeper.load(&store, &ladder);
    assert_eq!(shelf.asides.len(), 1);
    let aside = &shelf.asides[0];
    let mut three = Window::open(&store, "three");
    three.apply(Action::ConflictFound(ladder_calibration::domain::session::Conflict {
        id: "a1".into(),
        other: Some(Box::new(aside.stored.assessment.clone())),
        aside: aside.key.clone(),
    }));
    three.settle(Action::KeptTheirs);
    assert_eq!(three.assessment(), &mine);
    assert_eq!(kept(&store), [mine]);
    assert_eq!(store.get(&aside.key).unwrap(), None);
}

#[test]
fn a_record_deleted_elsewhere_is_not_brought_back_unasked() {
    let store = Memory::default();
    let mut one = Window::open(&store, "one");
    one.start("a1");
    one.choose(0, 1);
    one.write();
    let mut two = Window::open(&store, "two");
    two.keeper.delete(&store, "a1").unwrap();
    one.choose(1, 2);
    assert_eq!(one.write(), None);
    assert_eq!(one.session.conflict().unwrap().other, None);
    assert!(kept(&store).is_empty());
    one.settle(Action::KeptMine);
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
    shelf::delete_everything(&store).unwrap();
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
    w.keeper.delete(&store, "a1").unwrap();
    assert_eq!(kept(&store).iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["a10"]);
    assert!(store.keys().unwrap().iter().all(|k| !k.starts_with("ladder-calibration/aside/")));
}

/// Twelve answers with a write after each, while the n-th call of the store fails. Whatever the page said was saved is
/// there after it; what it could not save it says, and saves as soon as the store works again.
#[track_caller]
fn survives(failing: Failing, fault: Fault) {
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
            Some(Saving::Full) => assert_eq!(fault, Fault::Full, "{failing:?}"),
            Some(Saving::Denied) => assert_eq!(fault, Fault::Denied, "{failing:?}"),
            other => panic!("{failing:?}: nothing was said: {other:?}"),
        }
        let now = store_without_faults(&store, Some((failing, fault)), || kept(&store));
        assert_eq!(now, [promised.clone()], "{failing:?} {fault:?}: what was said to be saved is not there");
        let shown = w.session.saving().clone();
        assert_eq!(matches!(shown, Saving::Saved(_)), *w.assessment() == promised, "{failing:?}: the screen says otherwise");
    }
    store.fail(None);
    w.write();
    assert_eq!(kept(&store), [w.assessment().clone()], "{failing:?}: not saved once the store works again");
}

/// Looks without counting the calls of looking.
fn store_without_faults<T>(store: &Memory, fault: Option<(Failing, Fault)>, look: impl FnOnce() -> T) -> T {
    let calls = store.calls();
    store.fail(None);
    let out = look();
    store.fail(fault.map(|(failing, fault)| (later(failing, calls), fault)));
    out
}

/// The same fault, counted from now.
fn later(failing: Failing, calls: usize) -> Failing {
    match failing {
        Failing::Once(n) => Failing::Once(n.checked_sub(calls).filter(|n| *n > 0).unwrap_or(usize::MAX)),
        Failing::From(n) => Failing::From(n.saturating_sub(calls).max(1)),
    }
}

#[test]
fn no_fault_at_any_call_loses_what_was_said_to_be_saved() {
    for fault in [Fault::Full, Fault::Denied] {
        for n in 1..=50 {
            survives(Failing::Once(n), fault);
            survives(Failing::From(n), fault);
        }
    }
}

#[test]
fn what_takes_how_much_room_is_counted_in_bytes() {
    let store = Memory::default();
    store.put("ladder-calibration/x", "ä").unwrap();
    store.put("other", "not ours").unwrap();
    let usage = shelf::usage(&store).unwrap();
    assert_eq!(usage.iter().map(|u| (u.key.as_str(), u.bytes)).collect::<Vec<_>>(), [("ladder-calibration/x", 22)]);
}

#[test]
fn whether_something_waits_is_said_until_it_is_written() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    assert!(!w.keeper.note(&Changed::default()), "nothing happened");
    let now = || "2026-11-28T10:00:00.000Z".into();
    w.session.apply(Action::SelfAssessmentStarted { id: "a1".into(), now: now() });
    let changed = w.session.apply(Action::AnswerChosen { question: 0, choice: Choice::Statement(1), now: now() });
    assert!(w.keeper.note(&Changed { place: false, ..changed }), "a record waits, and nothing else");
    assert_eq!(w.write(), Some(Saving::Saved("10:00".into())));
    assert!(!w.keeper.note(&Changed::default()), "it is written");
    assert!(w.keeper.note(&Changed { place: true, ..Changed::default() }), "a place waits, and nothing else");
    assert_eq!(w.write(), None, "a place alone says nothing about saving");
    assert!(!w.keeper.note(&Changed::default()));
    assert_eq!(shelf::load(&store, &default_ladder()).place.map(|(id, _)| id).as_deref(), Some("a1"));
}

#[test]
fn the_revision_is_the_number_of_writes_that_this_window_saw() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    assert_eq!(w.keeper.revision("a1"), 0);
    for writes in 1..4 {
        w.choose(0, writes);
        w.write();
        assert_eq!(w.keeper.revision("a1"), writes);
    }
    assert_eq!(Window::open(&store, "v").keeper.revision("a1"), 3);
}

#[test]
fn a_record_that_is_forgotten_is_written_no_more_and_others_are() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    w.start("a1");
    w.choose(0, 1);
    w.start("a2");
    w.choose(0, 2);
    w.keeper.forget("a1");
    w.write();
    assert_eq!(kept(&store).into_iter().map(|a| a.id).collect::<Vec<_>>(), ["a2"]);
    assert_eq!((w.keeper.revision("a1"), w.keeper.revision("a2")), (0, 1));
    w.keeper.forget("a2");
    assert_eq!(w.keeper.revision("a2"), 0);

    let before = kept(&store);
    w.choose(0, 3);
    w.keeper.forget_everything();
    assert_eq!(w.keeper.revision("a2"), 0);
    assert!(!w.keeper.note(&Changed::default()), "neither a record nor a place waits");
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
    let [first, second] = record::keys("a1").map(|key| (store.get(&key).unwrap().unwrap(), key));
    let two = read_stored(&second.0).unwrap();
    let one = read_stored(&first.0).unwrap();
    assert_ne!(one.assessment, two.assessment);
    store.put(&second.1, &stored_text(&two.assessment, one.revision, "")).unwrap();
    assert_eq!(kept(&store), [one.assessment]);
}

#[test]
fn a_key_names_its_record() {
    for key in record::keys("a1") {
        assert_eq!(shelf::record_of(&key), Some("a1"));
    }
    for key in [shelf::DELETED, "ladder-calibration/place", "ladder-calibration/aside/a1/w", "a1"] {
        assert_eq!(shelf::record_of(key), None, "{key}");
    }
}
