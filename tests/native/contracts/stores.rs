//! Stores of browsers as two versions left them: their content is read completely, and writing changes none of it.
//! `tests/data/store/README.md` says how they were made.

use ladder_calibration::calibration::{Side, Stage};
use ladder_calibration::files::{Found, Stored, canonical, decode_any, default_ladder, parse, read_stored, read_stored_document};
use ladder_calibration::model::assessment::{Answer, Choice, OffScale, Role};
use ladder_calibration::state::{
    Action, CalibrationAction, Contents, Document, DocumentKind, Effect, Mode, Page, RevealInput, Saving, code_of, fits,
};
use ladder_calibration::store::{Memory, Storage, keys};
use serde_json::Value;

use super::super::window::{Window, everything};
use super::{names, root};

const LATER: &str = "2026-12-01T10:00:00.000Z";

/// What a version left: its store, and the numbers of the session that waits for its reveal.
struct Left {
    store: Memory,
    waiting: Value,
}

fn left(name: &str) -> Left {
    let text = std::fs::read_to_string(root().join("tests/data/store").join(name)).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let store = Memory::default();
    for (key, text) in file["store"].as_object().unwrap() {
        store.put(key, text.as_str().unwrap()).unwrap();
    }
    Left { store, waiting: file["waiting"].clone() }
}

const STORES: [&str; 2] = ["c3b6c5d.json", "082129e.json"];

/// The number of entries for each kind of key, each in its newest slot.
fn counted(kept: &Contents) -> [usize; 7] {
    let kinds = [DocumentKind::Invitation, DocumentKind::Sealed, DocumentKind::Record, DocumentKind::Review];
    let documents = kinds.map(|kind| kept.documents().filter(|document| document.key().kind == kind).count());
    let copies = kept.conflicts.iter().filter(|conflict| conflict.key.is_assessment()).count();
    [kept.assessments().count(), copies, documents[0], documents[1], documents[2], documents[3], kept.conflicts.len() - copies]
}

fn ids(kept: &Contents, fits: impl Fn(&Stored) -> bool) -> Vec<&Stored> {
    kept.assessments().filter(|stored| fits(stored)).collect()
}

/// The completed assessment, which has a piece of evidence.
fn completed(kept: &Contents) -> &Stored {
    ids(kept, |s| s.assessment.evidence.iter().map(|e| e.id.as_str()).eq(["e1"]))[0]
}

#[test]
fn a_store_opens_whole_and_every_key_of_it_is_reported() {
    for (name, count) in [(STORES[0], [4, 1, 2, 4, 1, 1, 0]), (STORES[1], [5, 1, 2, 4, 2, 1, 1])] {
        let Left { store, .. } = left(name);
        let kept = everything(&store);
        assert_eq!((kept.unreadable_entries.len(), counted(&kept)), (0, count), "{name}: {:?}", kept.unreadable_entries);
        // Slots, conflict copies and locations: no key is of an unknown kind.
        let mut keys = store.keys().unwrap();
        keys.retain(|key| {
            let word = key.strip_prefix("ladder-calibration/").and_then(|rest| rest.split('/').next()).unwrap();
            !["assessment", "aside", "invitation", "sealed", "session", "committee", "paper-aside", "place"].contains(&word)
        });
        assert_eq!(keys, [""; 0], "{name}");
    }
}

#[test]
fn assessments_have_their_answers_marks_pieces_and_snapshots() {
    for name in STORES {
        let kept = everything(&left(name).store);
        let completed = completed(&kept);
        let a = &completed.assessment;
        assert_eq!((a.answers.len(), a.period.from.as_str(), a.period.to.as_str()), (12, "2025-12", "2026-11"), "{name}");
        let ladder = default_ladder();
        let chosen = |id: &str| a.answers.get(id).and_then(Answer::statement);
        assert_eq!([chosen("outcome-boundary"), chosen("change-without-authority")], [Some(3); 2], "{name}");
        assert_eq!(a.answers.get("outcome-boundary").unwrap().example, "an example here");
        for kind in OffScale::ALL {
            let choice = Some(Choice::OffScale(kind));
            assert_eq!(a.count(&ladder, |answer| answer.choice == choice), 1, "{name}: {kind:?}");
        }
        let piece = &a.evidence[0];
        assert_eq!(
            (piece.title.as_str(), piece.template.as_str(), piece.mechanism.as_str(), piece.teams),
            ("The shared queue stalls above 40 tenants", "averted_risk", "risk", Some(9)),
            "{name}"
        );
        let snapshots = ids(&kept, |s| s.assessment.snapshot.is_some());
        let of = snapshots[0].assessment.snapshot.as_ref().unwrap();
        assert_eq!((snapshots.len(), of.of.as_str(), of.why.as_str()), (1, a.id.as_str(), "before the move"), "{name}");
        assert_eq!(snapshots[0].assessment.answers.len(), 12);
    }
    // Entries of the later journeys alone.
    let kept = everything(&left(STORES[1]).store);
    let stored = completed(&kept);
    let a = &stored.assessment;
    assert_eq!((a.subject.target.as_str(), a.delete_by.as_str()), ("principal", "2027-11-30"));
    assert_eq!(a.terms.get("area").map(String::as_str), Some("our division"));
    assert!(a.answers.get("outcome-boundary").unwrap().no_room);
    assert!(
        stored.last_exported.starts_with("2026-11-30T") && stored.revision == 18,
        "{} {}",
        stored.last_exported,
        stored.revision
    );
    let draft = ids(&kept, |s| s.assessment.rater.role.id() == "manager" && s.assessment.session.is_empty())[0];
    let answer = draft.assessment.answers.get("outcome-boundary").unwrap();
    assert_eq!((answer.choice, answer.example.as_str()), (None, "typed before choosing"));
}

#[test]
fn both_versions_of_what_two_windows_changed_are_there() {
    for name in STORES {
        let Left { store, .. } = left(name);
        let kept = everything(&store);
        let statement = |s: &Stored| s.assessment.answers.get("outcome-boundary").and_then(Answer::statement);
        let Some(Document::Assessment(copy)) = kept.conflicts[0].other.as_deref() else { panic!("{name}: no assessment") };
        let there = ids(&kept, |s| s.assessment.id == copy.assessment.id)[0];
        assert_eq!((statement(copy), statement(there)), (Some(2), Some(4)), "{name}");
        assert_eq!((copy.revision, there.revision), (0, 2), "{name}");
    }
    let kept = everything(&left(STORES[1]).store);
    let conflict = kept.conflicts.iter().find(|conflict| !conflict.key.is_assessment()).unwrap();
    let copy = conflict.other_calibration().unwrap().record().unwrap();
    let there = kept.documents().find(|document| document.key() == conflict.key).unwrap().record().unwrap();
    assert_eq!((copy.progress().length, there.progress().length), (Some(60), Some(25)));
    assert_eq!(there.previous().unwrap().evidence, "the storage move is done");
}

#[test]
fn documents_of_calibrations_have_their_content() {
    for (name, finished, decided) in [(STORES[0], "2026-11-30T03:31:36.317Z", 4), (STORES[1], "2026-11-30T", 4)] {
        let Left { store, .. } = left(name);
        let w = Window::open(&store, "window");
        let records: Vec<_> = w.state.calibrations().session_records().filter(|r| r.finished().is_some()).collect();
        let record = records[0];
        assert!(records.len() == 1 && record.finished().unwrap().starts_with(finished), "{name}: {:?}", record.finished());
        let names = Side::BOTH.map(|side| record.original(side).rater.name.clone());
        let answers = Side::BOTH.map(|side| record.original(side).answers.len());
        assert_eq!((answers, names.map(|n| n.is_empty())), ([12, 12], [false, false]), "{name}");
        assert!(
            Side::BOTH.iter().all(|side| record.party(*side).seal().is_some_and(|seal| seal.opened && seal.number == 1)),
            "{name}"
        );
        assert_eq!(record.progress().items.iter().filter(|(_, item)| item.outcome().is_some()).count(), decided, "{name}");
        // The closing code was noted by people, and is in the committee member's review form.
        let sheet = w.state.calibrations().documents().iter().find_map(|document| document.review()).unwrap();
        assert_eq!((sheet.record.as_str(), sheet.code.as_str()), (record.id(), code_of(record).to_string().as_str()), "{name}");
        assert_eq!(fits(record, &sheet.code), Ok(true));
        let marks: Vec<(&str, &str)> = sheet.marks.iter().map(|(q, m)| (q.as_str(), m.mark.id())).collect();
        assert_eq!(marks, [("outcome-boundary", "question")], "{name}");
        for invitation in w.state.calibrations().invitations() {
            assert_eq!(
                (invitation.ladder.id.as_str(), invitation.questions.id(), invitation.roles.map(Role::id)),
                ("staff-plus", "core", ["self", "manager"])
            );
        }
    }
}

#[test]
fn the_reader_is_where_they_were_in_each_mode() {
    for name in STORES {
        let Left { store, .. } = left(name);
        let (session, page) = keys::location(&store, Mode::SelfAssessment).unwrap();
        let w = Window::open(&store, "window");
        assert_eq!(
            (page.as_str(), w.state.page(), w.state.calibrations().session()),
            ("calibration", Page::Calibration, session.as_str()),
            "{name}"
        );
    }
    let (id, page) = keys::location(&left(STORES[1]).store, Mode::Manager).unwrap();
    assert_eq!((id.len(), page.as_str()), (32, "question/outcome-boundary"));
}

#[test]
fn the_session_that_waits_is_revealed_with_the_numbers_that_were_noted() {
    for name in STORES {
        let Left { store, waiting } = left(name);
        let mut w = Window::open(&store, "window");
        let session = w.state.calibrations().session().to_owned();
        let Some(Stage::AwaitingReveal(stage)) = w.state.calibrations().stage(&session) else { panic!("{name}: nothing waits") };
        assert_eq!(stage.seals.len(), 2);
        w.change_calibrations(CalibrationAction::SessionSelected { session: session.clone(), page: Page::Reveal });
        let typed = ["hers", "his"].map(|side| RevealInput {
            code: waiting[side]["code"].as_str().unwrap().to_owned(),
            opening_number: waiting[side]["number"].as_str().unwrap().to_owned(),
        });
        w.change_calibrations(CalibrationAction::RevealPressed { typed: Box::new(typed), now: LATER.into() });
        assert_eq!(w.state.page(), Page::Talk, "{name}: {:?}", w.state.calibrations().errors());
        let record = w.state.calibrations().session_record(&session).unwrap();
        assert_eq!(Side::BOTH.map(|side| record.original(side).rater.name.as_str()), ["Ada", "Ben"], "{name}");
    }
}

/// The meaning of a text under a key, without values that each write makes again, and without fields that an earlier
/// version lacks and the first write adds.
fn meaning(text: &str, before: &str) -> Value {
    let mut value = parse(text.as_bytes()).unwrap();
    let object = value.as_object_mut().unwrap();
    for name in ["checksum", "revision"] {
        object.remove(name);
    }
    for name in ["made_here", "opened_here"] {
        if !before.contains(name) {
            object.remove(name);
        }
    }
    if let Some(store) = object.get_mut("store").and_then(Value::as_object_mut) {
        store.remove("revision");
        if !before.contains("\"sealed\":{") {
            store.remove("sealed");
        }
    }
    value
}

/// The newest text of each document, by the key of its first slot.
fn newest(store: &Memory) -> Vec<(String, String)> {
    let mut out: Vec<(String, usize, String)> = Vec::new();
    for key in store.keys().unwrap() {
        let text = store.get(&key).unwrap().unwrap();
        let revision = match (read_stored(&text), read_stored_document(&text)) {
            (Ok(stored), _) => stored.revision,
            (_, Ok(stored)) => stored.revision,
            _ => continue,
        };
        let first = key.strip_suffix("/b").unwrap_or(&key).to_owned();
        match out.iter_mut().find(|(known, ..)| *known == first) {
            Some(older) if older.1 < revision => *older = (first, revision, text),
            Some(_) => {}
            None => out.push((first, revision, text)),
        }
    }
    out.into_iter().map(|(key, _, text)| (key, text)).collect()
}

#[test]
fn writing_everything_back_changes_no_meaning() {
    for name in STORES {
        let Left { store, .. } = left(name);
        let before = newest(&store);
        let mut w = Window::open(&store, "window");
        let location = w.state.location();
        w.mark_dirty(w.state.document_keys());
        let written = w.run(Effect::Flush);
        assert!(matches!(&written[..], [Action::SavingChanged(Saving::Saved(_))]), "{name}: {written:?}");
        let after = newest(&store);
        assert_eq!(before.len(), after.len());
        for ((key, before), (_, after)) in before.iter().zip(&after) {
            let copy = key.contains("aside/");
            assert_eq!(before == after, copy, "{name}: {key} was written, and nothing else");
            assert_eq!(canonical(&meaning(before, before)), canonical(&meaning(after, before)), "{name}: {key}");
        }
        assert_eq!(
            store.get("ladder-calibration/place").unwrap().unwrap(),
            location.map(|(id, page)| format!("{id} {page}")).unwrap()
        );
        assert_eq!(everything(&store).unreadable_entries, []);
    }
}

#[test]
fn what_the_earlier_version_did_not_say_is_found_out_when_it_is_opened() {
    let Left { store, waiting } = left(STORES[0]);
    let w = Window::open(&store, "window");
    let session = w.state.calibrations().session();
    let ben = w.state.assessments().iter().find(|a| a.session == session).unwrap();
    let seal = w.state.own_seal(&ben.id);
    let code = waiting["his"]["code"].as_str().unwrap().replace(' ', "");
    assert_eq!((seal.number, seal.code, seal.lifted, seal.revealed), (1, code, false, false));
    // His own file was made in this browser and has a time; hers was imported and has none.
    let made: Vec<(&str, bool)> = w
        .state
        .calibrations()
        .documents()
        .iter()
        .filter_map(|document| {
            document.sealed().filter(|s| s.header.session.as_str() == session).map(|s| (s.header.role.id(), document.is_own()))
        })
        .collect();
    assert_eq!(made, [("manager", true), ("self", false)]);
}

#[test]
fn the_recovery_file_of_a_store_opens_with_everything_in_it() {
    for (name, count) in [(STORES[0], 13), (STORES[1], 16)] {
        let Left { store, .. } = left(name);
        let dump: serde_json::Map<String, Value> =
            store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap().into())).collect();
        let dump = Value::Object(dump);
        assert!(names(&dump).iter().all(|key| key.starts_with("ladder-calibration/")));
        let Ok(Found::Bundle(found)) = decode_any(dump.to_string().as_bytes()) else { panic!("{name}: no bundle") };
        assert_eq!((found.len(), found.iter().all(Result::is_ok)), (count, true), "{name}: {found:?}");
    }
}
