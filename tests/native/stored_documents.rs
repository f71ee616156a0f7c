//! Documents of calibrations in the store: two slots and a checksum like assessments, two windows, unreadable texts, and
//! deleting everything.

use ladder_calibration::calibration::Event;
use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::{
    Found, bundle_file, decode_any, document_file, invitation_text, read_stored_document, stored_document,
};
use ladder_calibration::model::assessment::Role;
use ladder_calibration::state::{
    Action, CalibrationAction, CalibrationDocument, Conflict, DocumentKey, DocumentKind, Effect, Page, Saving, reduce,
};
use ladder_calibration::store::keys::document_of;
use ladder_calibration::store::{Memory, Storage, StoreError, keys};

use super::calibration_state::{answer, blank, invite, invited, press_reveal, press_seal, read, start};
use super::window::{Window, everything};

impl Window<'_> {
    fn talk(&mut self, event: Event) {
        self.change_calibrations(CalibrationAction::Talked(event));
    }

    fn settle(&mut self, theirs: bool) {
        let key = self.state.calibration_conflict().unwrap().key.clone();
        self.happens(Action::VersionChosen { key, theirs });
    }

    fn elapsed(&self) -> usize {
        self.state.calibrations().talk().unwrap().record().elapsed()
    }
}

/// A store with a session in progress, as its first window left it.
pub(crate) fn talking(store: &Memory) -> DocumentKey {
    let invitation = invited(QuestionSet::Core, 5);
    let mut w = Window::open(store, "first");
    invite(&mut w.state, &invitation);
    w.mark_dirty([DocumentKey { kind: DocumentKind::Invitation, id: invitation.session.as_str().to_owned() }]);
    start(&mut w.state, &invitation, Role::SelfRater, "Ines");
    answer(&mut w.state, "432432432432", "an example here");
    let (first, changed) = press_seal(&mut w.state, true, 1);
    w.keep(&changed);
    start(&mut w.state, &invitation, Role::Manager, "Tomasz");
    answer(&mut w.state, "222432432432", "an example here");
    let (second, changed) = press_seal(&mut w.state, true, 2);
    w.keep(&changed);
    press_reveal(&mut w.state, &invitation, [&first, &second]);
    let key = DocumentKey { kind: DocumentKind::Record, id: invitation.session.as_str().to_owned() };
    w.keep(&[Effect::Save(key.clone()), Effect::SaveLocation]);
    key
}

#[test]
fn a_session_is_resumed_where_it_was() {
    let store = Memory::default();
    let key = talking(&store);
    let mut w = Window::open(&store, "w");
    assert_eq!(w.state.page(), Page::Talk);
    w.talk(Event::LengthChosen(45));
    w.talk(Event::TimePassed(75));
    let keys: Vec<String> = store.keys().unwrap().into_iter().filter(|k| document_of(k).as_ref() == Some(&key)).collect();
    assert_eq!(keys.len(), 2, "two slots");
    let again = Window::open(&store, "v");
    assert_eq!((again.state.page(), again.elapsed()), (Page::Talk, 75));
    assert_eq!(again.state.calibrations().documents().len(), w.state.calibrations().documents().len());
}

#[test]
fn a_damaged_slot_gives_way_to_the_other_and_stays() {
    let store = Memory::default();
    let key = talking(&store);
    let mut w = Window::open(&store, "w");
    w.talk(Event::TimePassed(15));
    w.talk(Event::TimePassed(30));
    let slots: Vec<String> = store.keys().unwrap().into_iter().filter(|k| document_of(k).as_ref() == Some(&key)).collect();
    let newest = slots.iter().max_by_key(|k| read_stored_document(&store.get(k).unwrap().unwrap()).unwrap().revision).unwrap();
    let broken = store.get(newest).unwrap().unwrap().replace("\"elapsed\":30", "\"elapsed\":99");
    store.put(newest, &broken).unwrap();
    let kept = everything(&store);
    assert_eq!(kept.unreadable_entries.len(), 1);
    assert!(kept.unreadable_entries[0].problem.to_string().starts_with("checksum"), "{}", kept.unreadable_entries[0].problem);
    let mut again = Window::open(&store, "v");
    assert_eq!(again.elapsed(), 15);
    again.talk(Event::TimePassed(45));
    assert_eq!(store.get(newest).unwrap().as_deref(), Some(broken.as_str()), "never overwritten");
    assert_eq!(Window::open(&store, "u").elapsed(), 45);
}

#[test]
fn two_windows_never_overwrite_each_others_session() {
    let store = Memory::default();
    let key = talking(&store);
    let (mut one, mut two) = (Window::open(&store, "one"), Window::open(&store, "two"));
    two.talk(Event::TimePassed(60));
    one.talk(Event::TimePassed(15));
    assert!(one.state.calibration_conflict().is_some(), "the change elsewhere is shown");
    one.talk(Event::TimePassed(30));
    let kept = everything(&store);
    assert_eq!(kept.conflicts.len(), 1, "the version here is put aside");
    let late = Window::open(&store, "three");
    assert_eq!(late.elapsed(), 60);
    assert!(matches!(late.state.calibration_conflict(), Some(Conflict { other: Some(_), .. })), "and offered after a reload");
    one.settle(false);
    assert_eq!(Window::open(&store, "four").elapsed(), 30);
    assert!(everything(&store).conflicts.is_empty());
    two.listen(&key);
    two.settle(true);
    assert_eq!(two.elapsed(), 30);
    two.talk(Event::TimePassed(90));
    assert_eq!(Window::open(&store, "five").elapsed(), 90, "and goes on from there");
}

#[test]
fn a_document_deleted_in_another_window_is_dropped_or_kept() {
    let store = Memory::default();
    let key = talking(&store);
    let (mut one, mut two) = (Window::open(&store, "one"), Window::open(&store, "two"));
    two.run(Effect::Delete(vec![key.clone()]));
    one.listen(&key);
    assert!(one.state.calibration_conflict().is_some_and(|c| c.other.is_none()));
    one.settle(true);
    assert!(one.state.calibrations().session_record(&key.id).is_none());
    assert_eq!(one.state.page(), Page::Calibration);
}

#[test]
fn a_full_store_is_reported_and_tried_again() {
    let store = Memory::default();
    talking(&store);
    let mut w = Window::open(&store, "w");
    store.fail(Some((ladder_calibration::store::memory::InjectedFailure::From(1), StoreError::Full)));
    w.dispatch(Action::calibrations(CalibrationAction::Talked(Event::TimePassed(15))));
    assert_eq!(w.flush(), Some(Saving::Full));
    store.fail(None);
    assert!(matches!(w.flush(), Some(Saving::Saved(_))));
    assert_eq!(Window::open(&store, "v").elapsed(), 15);
}

#[test]
fn what_cannot_be_read_is_listed_and_left_and_deleting_everything_takes_it_along() {
    let store = Memory::default();
    talking(&store);
    for key in ["ladder-calibration/sealed/x", "ladder-calibration/committee/y", "ladder-calibration/paper-aside/session/z/w"] {
        store.put(key, "{").unwrap();
    }
    let other = DocumentKey { kind: DocumentKind::Record, id: "other".into() };
    let kept = everything(&store);
    let wrong = stored_document(kept.documents().find(|p| p.record().is_some()).unwrap(), 1);
    store.put(&format!("ladder-calibration/session/{}", other.id), &wrong).unwrap();
    let kept = everything(&store);
    assert_eq!(kept.unreadable_entries.len(), 4);
    assert!(kept.unreadable_entries.iter().any(|u| u.problem.to_string().contains("kept under")));
    store.put("somebody-else", "stays").unwrap();
    keys::delete_everything(&store).unwrap();
    assert_eq!(store.keys().unwrap(), ["somebody-else"]);
}

#[test]
fn every_document_reads_back_from_the_store_from_a_bundle_and_from_a_dump_of_the_store() {
    let store = Memory::default();
    talking(&store);
    let kept = everything(&store);
    let documents: Vec<&CalibrationDocument> = kept.documents().collect();
    let kinds: Vec<DocumentKind> = documents.iter().map(|p| p.key().kind).collect();
    assert!([DocumentKind::Invitation, DocumentKind::Sealed, DocumentKind::Record].iter().all(|k| kinds.contains(k)));
    for document in documents.iter().copied() {
        let stored = read_stored_document(&stored_document(document, 7)).unwrap();
        assert_eq!((&stored.document, stored.revision), (document, 7));
        let text = stored_document(document, 7);
        assert!(read_stored_document(&text.replace("\"revision\":7", "\"revision\":8")).is_err());
    }
    let files: Vec<_> = documents.iter().copied().map(document_file).collect();
    let Ok(Found::Bundle(found)) = decode_any(bundle_file(files).to_string().as_bytes()) else { panic!("no bundle") };
    assert!(found.iter().all(Result::is_ok), "{found:?}");
    let dump: serde_json::Map<String, serde_json::Value> =
        store.keys().unwrap().into_iter().map(|k| (k.clone(), store.get(&k).unwrap().into())).collect();
    let Ok(Found::Bundle(found)) = decode_any(serde_json::Value::Object(dump).to_string().as_bytes()) else { panic!("no dump") };
    assert_eq!(found.iter().filter(|f| matches!(f, Ok(Found::SessionRecord(_)))).count(), 1);
    assert_eq!(found.iter().filter(|f| matches!(f, Ok(Found::Sealed(_)))).count(), 2);
    assert!(found.iter().all(Result::is_ok), "{found:?}");
}

#[test]
fn an_invitation_that_was_pasted_is_kept_and_found_again() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    let invitation = invited(QuestionSet::All, 7);
    let changed = read(&mut w.state, &invitation_text(&invitation));
    w.keep(&changed);
    assert_eq!((w.state.page(), w.state.calibrations().message()), (Page::Calibration, "The invitation is here."));
    let again = Window::open(&store, "v");
    assert_eq!(again.state.calibrations().invitation(invitation.session.as_str()), Some(&invitation));
    let mut s = blank();
    reduce(&mut s, Action::PageRequested(Page::Calibration));
    read(&mut s, "nothing of ours");
    assert!(s.calibrations().message().starts_with("This could not be opened: "), "{}", s.calibrations().message());
    assert_eq!(s.page(), Page::Calibration);
}

#[test]
fn a_document_that_is_dirty_is_reported_and_written_unless_it_was_deleted() {
    let store = Memory::default();
    let key = talking(&store);
    let mut w = Window::open(&store, "w");
    let sealed =
        w.state.calibrations().documents().iter().map(CalibrationDocument::key).find(|k| k.kind == DocumentKind::Sealed).unwrap();
    w.flush();
    assert!(!w.repository.is_dirty());
    w.mark_dirty([key.clone(), sealed.clone()]);
    assert!(w.repository.is_dirty(), "papers wait, and nothing else");
    let texts = |store: &Memory, of: &DocumentKey| -> Vec<String> {
        let keys = store.keys().unwrap().into_iter().filter(|k| document_of(k).as_ref() == Some(of));
        keys.map(|k| store.get(&k).unwrap().unwrap()).collect()
    };
    let before = texts(&store, &key);
    w.run(Effect::Delete(vec![sealed.clone()]));
    assert_eq!(texts(&store, &sealed), [""; 0]);
    assert_eq!(w.flush(), Some(Saving::Saved("10:00".into())));
    assert_eq!(texts(&store, &sealed), [""; 0], "what was deleted is written no more");
    assert_ne!(texts(&store, &key), before, "the other is");
    assert_eq!(w.state.calibration_conflict(), None, "and is known as this window's own");
    assert!(!w.repository.is_dirty());

    w.mark_dirty([key.clone(), sealed]);
    w.run(Effect::ForgetEverything);
    assert!(!w.repository.is_dirty(), "nothing waits");
    let before = texts(&store, &key);
    assert_eq!(w.flush(), None);
    assert_eq!(texts(&store, &key), before);
    assert!(
        !w.repository.external_changes(&store, &w.state, Some(&keys::slots_of(&key)[0])).is_empty(),
        "nothing counts as seen"
    );
}
