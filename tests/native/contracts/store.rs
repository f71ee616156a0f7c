//! Keys of the browser's store, and the envelopes of their values.

use std::cell::RefCell;

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::{digest, parse, read_stored, read_stored_document};
use ladder_calibration::model::assessment::{Choice, Role};
use ladder_calibration::state::{Action, CalibrationDocument, DocumentKey, DocumentKind, Mode};
use ladder_calibration::store::keys::{self, document_of};
use ladder_calibration::store::{Memory, Storage, StoreError};
use serde_json::{Value, json};

use super::super::calibration_state::{answer, invite, invited, press_seal, start};
use super::super::stored_documents::talking;
use super::super::window::Window;
use super::{names, with_checksum};

const NOW: &str = "2026-11-23T10:00:00.000Z";

fn keys(store: &Memory) -> Vec<String> {
    store.keys().unwrap()
}

/// A window with one answer in an assessment, written twice.
fn answered(store: &Memory) -> Window<'_> {
    let mut w = Window::open(store, "w1");
    w.happens(Action::SelfAssessmentStarted { id: "a1".into(), now: NOW.into() });
    for statement in [1, 2] {
        w.happens(Action::AnswerChosen { question: 0, choice: Choice::Statement(statement), now: NOW.into() });
    }
    w
}

/// The text under a key, as JSON.
#[track_caller]
fn under(store: &Memory, key: &str) -> Value {
    let text = store.get(key).unwrap();
    parse(text.unwrap_or_else(|| panic!("no {key} among {:?}", keys(store))).as_bytes()).unwrap()
}

#[test]
fn an_assessment_has_two_slots_and_the_reader_a_location() {
    let store = Memory::default();
    let mut w = answered(&store);
    let own = ["ladder-calibration/assessment/a1", "ladder-calibration/assessment/a1/b", "ladder-calibration/place"];
    assert_eq!(keys(&store), own);
    assert_eq!(store.get("ladder-calibration/place").unwrap().as_deref(), Some("a1 question/direction-ownership"));
    assert_eq!(own.map(document_of), [Some(DocumentKey::assessment("a1")), Some(DocumentKey::assessment("a1")), None]);

    let slot = under(&store, own[0]);
    assert_eq!(
        names(&slot),
        ["answers", "checksum", "created", "format", "id", "ladder", "period", "rater", "store", "updated", "version"]
    );
    assert_eq!((&slot["format"], &slot["version"]), (&json!("ladder-calibration/assessment"), &json!(1)));
    let mut revisions = own[..2].iter().map(|key| under(&store, key)["store"]["revision"].as_u64().unwrap()).collect::<Vec<_>>();
    revisions.sort_unstable();
    assert_eq!(slot["store"].as_object().unwrap().len(), 1);
    w.happens(Action::FileSaved { id: "a1".into(), now: "2026-11-24T10:00:00.000Z".into() });
    let filed: Vec<Value> = own[..2].iter().map(|key| under(&store, key)["store"].clone()).collect();
    let next = revisions[1] + 1;
    assert!(filed.contains(&json!({ "revision": next, "filed": "2026-11-24T10:00:00.000Z" })), "{filed:?}");
}

#[test]
fn the_checksum_is_over_everything_else_in_the_slot() {
    let store = Memory::default();
    answered(&store);
    let mut slot = under(&store, "ladder-calibration/assessment/a1");
    let stated = slot.as_object_mut().unwrap().remove("checksum").unwrap();
    assert_eq!(stated.as_str(), Some(digest(&slot).as_str()));
    assert!(stated.as_str().unwrap().starts_with("sha256:") && stated.as_str().unwrap().len() == 7 + 64);
    assert!(read_stored(&slot.to_string()).is_err(), "without it nothing is read");
    assert_eq!(
        digest(&json!({ "b": [1, 2.5], "a": "ä" })),
        "sha256:56d36f6cee8ef0b43212ab8d23a085a065588ad5aacbce383c085d2280ff2c50"
    );
}

#[test]
fn every_mode_but_the_first_has_a_location_of_its_own() {
    let store = Memory::default();
    for mode in [Mode::SelfAssessment, Mode::Manager, Mode::Calibration, Mode::Readiness, Mode::Ladder, Mode::Profile] {
        keys::save_location(&store, mode, "a1", "check").unwrap();
        assert_eq!(keys::location(&store, mode), Some(("a1".into(), "check".into())));
    }
    let own = ["", "/calibration", "/ladder", "/manager", "/profile", "/readiness"];
    assert_eq!(keys(&store), own.map(|mode| format!("ladder-calibration/place{mode}")));
    assert_eq!(store.get("ladder-calibration/place/manager").unwrap().as_deref(), Some("a1 check"));
}

#[test]
fn a_version_that_waits_for_a_choice_is_a_copy_under_the_name_of_its_window() {
    let store = Memory::default();
    let mut one = answered(&store);
    let mut two = Window::open(&store, "w2");
    two.happens(Action::AnswerChosen { question: 0, choice: Choice::Statement(4), now: NOW.into() });
    one.hears_of("a1");
    one.happens(Action::AnswerChosen { question: 0, choice: Choice::Statement(3), now: NOW.into() });
    let copy = under(&store, "ladder-calibration/aside/a1/w1");
    assert_eq!((&copy["answers"]["outcome-boundary"]["statement"], &copy["store"]["revision"]), (&json!(3), &json!(0)));
}

#[test]
fn what_a_calibration_keeps_lies_under_its_kind_in_an_envelope() {
    let store = Memory::default();
    let key = talking(&store);
    let session = key.id.as_str();
    let found: Vec<String> = keys(&store).into_iter().filter(|key| !key.contains("/sealed/")).collect();
    let own = [
        format!("ladder-calibration/invitation/{session}"),
        "ladder-calibration/place".to_owned(),
        format!("ladder-calibration/session/{session}"),
    ];
    assert_eq!(found, own);
    let sealed: Vec<String> = keys(&store).into_iter().filter(|key| key.contains("/sealed/")).collect();
    for (key, role) in sealed.iter().zip(["manager", "self"]) {
        let digits = key.strip_prefix(&format!("ladder-calibration/sealed/{session}.{role}.1.")).unwrap();
        assert!(digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()), "{key}");
        assert_eq!(under(&store, key)["file"]["code"].as_str().unwrap().get(..8), Some(digits));
    }
    let envelope = ["at", "checksum", "file", "format", "made_here", "revision", "version"];
    assert_eq!(names(&under(&store, &sealed[0])), envelope);
    assert_eq!(
        names(&under(&store, &own[0])),
        ["at", "checksum", "file", "format", "made_here", "revision", "subject", "version"]
    );
    assert_eq!(names(&under(&store, &own[2])), ["at", "checksum", "file", "format", "opened_here", "revision", "version"]);
    for (key, format) in [(&sealed[0], "sealed"), (&own[0], "invitation"), (&own[2], "session")] {
        let slot = under(&store, key);
        assert_eq!((&slot["format"], &slot["version"]), (&json!("ladder-calibration/paper"), &json!(1)));
        assert_eq!(slot["file"]["format"], format!("ladder-calibration/{format}"));
        assert_eq!(
            (slot.clone(), slot["made_here"].as_bool().or(slot["opened_here"].as_bool())),
            (with_checksum(slot), Some(true))
        );
    }
    assert_eq!(under(&store, &own[0])["subject"], "Ines");
}

#[test]
fn a_document_without_a_word_about_its_origin_is_one_of_an_earlier_version() {
    use ladder_calibration::state::Origin;
    let store = Memory::default();
    let key = talking(&store);
    let slot = under(&store, &format!("ladder-calibration/session/{}", key.id));
    for (here, origin) in [(Some(true), Origin::Here), (Some(false), Origin::Imported), (None, Origin::Unsaid)] {
        let mut slot = slot.clone();
        slot.as_object_mut().unwrap().remove("opened_here");
        if let Some(here) = here {
            slot["opened_here"] = here.into();
        }
        assert_eq!(read_stored_document(&with_checksum(slot).to_string()).unwrap().document.origin, origin);
    }
}

#[test]
fn a_version_of_a_document_is_a_copy_under_kind_id_and_window() {
    let store = Memory::default();
    let key = talking(&store);
    let text = store.get(&format!("ladder-calibration/session/{}", key.id)).unwrap().unwrap();
    let copy = format!("ladder-calibration/paper-aside/session/{}/w1", key.id);
    store.put(&copy, &text).unwrap();
    let mut w = Window::open(&store, "w2");
    let conflict = w.state.calibration_conflict().cloned().unwrap();
    assert_eq!((&conflict.key, conflict.copy.as_str()), (&key, copy.as_str()));
    w.happens(Action::VersionChosen { key: conflict.key, theirs: false });
    assert_eq!(store.get(&copy).unwrap(), None);
    for word in ["invitation", "sealed", "session", "committee"] {
        let kind = DocumentKind::ALL.into_iter().find(|kind| kind.word() == word).unwrap();
        for key in [format!("ladder-calibration/{word}/x1"), format!("ladder-calibration/{word}/x1/b")] {
            assert_eq!(document_of(&key), Some(DocumentKey { kind, id: "x1".into() }));
        }
    }
}

#[test]
fn what_was_sealed_of_a_record_here_stands_in_its_slot() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w1");
    let invitation = invited(QuestionSet::Core, 5);
    invite(&mut w.state, &invitation);
    start(&mut w.state, &invitation, Role::SelfRater, "Ines");
    answer(&mut w.state, "432432432432", "an example here");
    let (seal, changed) = press_seal(&mut w.state, false, 1);
    w.keep(&changed);
    let slot = under(&store, "ladder-calibration/assessment/self-rating");
    let code = seal.code.digits();
    assert_eq!(slot["store"], json!({ "revision": 1, "sealed": { "number": 1, "code": code } }));
    for mark in ["lifted", "revealed"] {
        let mut slot = slot.clone();
        slot["store"]["sealed"][mark] = true.into();
        let seal = read_stored(&with_checksum(slot).to_string()).unwrap().seal;
        assert_eq!([seal.lifted, seal.revealed], [mark == "lifted", mark == "revealed"]);
    }
}

/// A store that notes what is written into it.
#[derive(Default)]
struct Noting(Memory, RefCell<Vec<String>>);

impl Storage for Noting {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }

    fn put(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.1.borrow_mut().push(key.to_owned());
        self.0.put(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
}

#[test]
fn deleting_everything_takes_every_key_of_ours_and_writes_one_mark() {
    let store = Noting::default();
    for key in ["ladder-calibration/allowed", "ladder-calibration/of-tomorrow", "ladder-calibrations", "somebody-else"] {
        store.0.put(key, "").unwrap();
    }
    keys::delete_everything(&store).unwrap();
    assert_eq!(keys(&store.0), ["ladder-calibrations", "somebody-else"]);
    assert_eq!(*store.1.borrow(), ["ladder-calibration/deleted"]);
}

#[test]
fn a_document_that_lies_in_the_store_is_the_file_that_is_exported() {
    let store = Memory::default();
    let key = talking(&store);
    let w = Window::open(&store, "w2");
    let document: &CalibrationDocument = w.state.calibrations().document(&key).unwrap();
    let slot = under(&store, &format!("ladder-calibration/session/{}", key.id));
    assert_eq!(ladder_calibration::files::document_file(document), slot["file"]);
}
