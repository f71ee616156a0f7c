//! Papers of calibrations in the store: two slots and a checksum like every record, two windows, what cannot be read, and
//! everything deleted.

use std::rc::Rc;

use ladder_calibration::domain::assessment::Role;
use ladder_calibration::domain::calibration::Event;
use ladder_calibration::domain::codec::{
    Found, bundle_file, decode_any, default_ladder, invitation_text, paper_file, read_stored_paper, stored_paper,
};
use ladder_calibration::domain::seal::QuestionSet;
use ladder_calibration::domain::session::{
    Action, Changed, DeskAction, Page, Paper, PaperConflict, PaperKey, PaperKind, Saving, Session, no_advice,
};
use ladder_calibration::storage::keeper::Keeper;
use ladder_calibration::storage::papers::{self, paper_of};
use ladder_calibration::storage::shelf::Shelf;
use ladder_calibration::storage::{Fault, Memory, Storage, shelf};

use super::desk::{answer, blank, desk, invite, invited, press_reveal, press_seal, read, start};

/// A window of the page: what the root component does, without a browser.
pub(crate) struct Window<'a> {
    pub(crate) store: &'a Memory,
    pub(crate) session: Session,
    pub(crate) keeper: Keeper,
}

/// All that is kept.
fn everything(store: &Memory) -> Shelf {
    let mut kept = shelf::load(store, &default_ladder());
    papers::load(store, &default_ladder(), &mut kept);
    kept
}

impl<'a> Window<'a> {
    pub(crate) fn open(store: &'a Memory, name: &str) -> Self {
        let mut keeper = Keeper::new(name.into());
        let ladder = default_ladder();
        let mut kept = keeper.load(store, &ladder);
        keeper.load_papers(store, &ladder, &mut kept);
        let place = kept.place.clone();
        let mut session = Session::new(ladder, no_advice, kept.records, Vec::new(), kept.place);
        let settled = session.take_papers(kept.papers.papers, place.as_ref());
        keeper.note(&settled);
        for conflict in kept.papers.asides {
            desk(&mut session, DeskAction::PaperConflictFound(conflict));
        }
        Self { store, session, keeper }
    }

    fn noted(&mut self, changed: &Changed) {
        self.keeper.note(changed);
        self.write();
    }

    /// Something happens on screen, and is written.
    pub(crate) fn happens(&mut self, action: Action) {
        let changed = self.session.apply(action);
        self.noted(&changed);
        if let Some(key) = &changed.confirm {
            let written = self.keeper.papers().holds(self.store, key);
            self.at_desk(DeskAction::SealWritten(written));
        }
        for id in &changed.removed {
            if self.keeper.delete(self.store, id).is_err() {
                self.at_desk(DeskAction::CopyLeft);
            }
        }
        if !changed.removed.is_empty() {
            self.write();
        }
    }

    pub(crate) fn at_desk(&mut self, action: DeskAction) {
        self.happens(Action::Desk(Rc::new(action)));
    }

    /// The browser's event that another window changed an assessment.
    pub(crate) fn hears_of(&mut self, id: &str) {
        let Some(theirs) = self.keeper.changed_elsewhere(self.store, id) else { return };
        if let Some(stored) = &theirs {
            self.session.apply(Action::SealHeard { id: id.into(), seal: stored.seal.clone() });
        }
        let theirs = theirs.map(|stored| Box::new(stored.assessment));
        self.session.apply(Action::ChangedElsewhere { id: id.into(), theirs });
        if self.session.conflict_of(id).is_none() {
            self.keeper.accept(self.store, id);
        }
    }

    fn talk(&mut self, event: Event) {
        let changed = desk(&mut self.session, DeskAction::Talked(event));
        self.noted(&changed);
    }

    /// Writes, and follows what another window did.
    pub(crate) fn write(&mut self) -> Option<Saving> {
        let written = self.keeper.write(self.store, &self.session, || "10:00".into());
        for (key, theirs) in written.papers_elsewhere {
            self.hear(&key, theirs.map(Box::new));
        }
        written.saving
    }

    fn hear(&mut self, key: &PaperKey, theirs: Option<Box<ladder_calibration::domain::session::Paper>>) {
        desk(&mut self.session, DeskAction::PaperChangedElsewhere { key: key.clone(), theirs });
        if self.session.desk().conflict_of(key).is_none() {
            self.keeper.papers().accept(self.store, key);
        }
    }

    fn listen(&mut self, key: &PaperKey) {
        if let Some(theirs) = self.keeper.papers().changed_elsewhere(self.store, key) {
            self.hear(key, theirs.map(Box::new));
        }
    }

    fn settle(&mut self, theirs: bool) {
        let conflict = self.session.desk().conflict().cloned().unwrap();
        if conflict.aside.is_empty() {
            self.keeper.papers().accept(self.store, &conflict.key);
        }
        let changed = desk(&mut self.session, DeskAction::PaperKept { theirs });
        self.noted(&changed);
        self.keeper.settle_paper(self.store, &conflict);
    }

    fn elapsed(&self) -> usize {
        self.session.desk().calibration().unwrap().record().elapsed()
    }
}

/// A store with a session in progress, as its first window left it.
pub(crate) fn talking(store: &Memory) -> PaperKey {
    let invitation = invited(QuestionSet::Core, 5);
    let mut w = Window::open(store, "first");
    invite(&mut w.session, &invitation);
    w.keeper.note(&Changed {
        papers: vec![PaperKey { kind: PaperKind::Invitation, id: invitation.session.as_str().to_owned() }],
        ..Changed::default()
    });
    start(&mut w.session, &invitation, Role::SelfRater, "Ines");
    answer(&mut w.session, "432432432432", "an example here");
    let (first, changed) = press_seal(&mut w.session, true, 1);
    w.noted(&changed);
    start(&mut w.session, &invitation, Role::Manager, "Tomasz");
    answer(&mut w.session, "222432432432", "an example here");
    let (second, changed) = press_seal(&mut w.session, true, 2);
    w.noted(&changed);
    press_reveal(&mut w.session, &invitation, [&first, &second]);
    let key = PaperKey { kind: PaperKind::Record, id: invitation.session.as_str().to_owned() };
    w.noted(&Changed { papers: vec![key.clone()], place: true, ..Changed::default() });
    key
}

#[test]
fn a_session_is_resumed_where_it_was() {
    let store = Memory::default();
    let key = talking(&store);
    let mut w = Window::open(&store, "w");
    assert_eq!(w.session.page(), Page::Talk);
    w.talk(Event::LengthChosen(45));
    w.talk(Event::TimePassed(75));
    let keys: Vec<String> = store.keys().unwrap().into_iter().filter(|k| paper_of(k).as_ref() == Some(&key)).collect();
    assert_eq!(keys.len(), 2, "two slots");
    let again = Window::open(&store, "v");
    assert_eq!((again.session.page(), again.elapsed()), (Page::Talk, 75));
    assert_eq!(again.session.desk().papers().len(), w.session.desk().papers().len());
}

#[test]
fn a_damaged_slot_gives_way_to_the_other_and_stays() {
    let store = Memory::default();
    let key = talking(&store);
    let mut w = Window::open(&store, "w");
    w.talk(Event::TimePassed(15));
    w.talk(Event::TimePassed(30));
    let slots: Vec<String> = store.keys().unwrap().into_iter().filter(|k| paper_of(k).as_ref() == Some(&key)).collect();
    let newest = slots.iter().max_by_key(|k| read_stored_paper(&store.get(k).unwrap().unwrap()).unwrap().revision).unwrap();
    let broken = store.get(newest).unwrap().unwrap().replace("\"elapsed\":30", "\"elapsed\":99");
    store.put(newest, &broken).unwrap();
    let kept = everything(&store);
    assert_eq!(kept.unreadable.len(), 1);
    assert!(kept.unreadable[0].problem.to_string().starts_with("checksum"), "{}", kept.unreadable[0].problem);
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
    assert!(one.session.desk().conflict().is_some(), "the change elsewhere is shown");
    one.talk(Event::TimePassed(30));
    let kept = everything(&store);
    assert_eq!(kept.papers.asides.len(), 1, "the version here is put aside");
    let late = Window::open(&store, "three");
    assert_eq!(late.elapsed(), 60);
    assert!(matches!(late.session.desk().conflict(), Some(PaperConflict { other: Some(_), .. })), "and offered after a reload");
    one.settle(false);
    assert_eq!(Window::open(&store, "four").elapsed(), 30);
    assert!(everything(&store).papers.asides.is_empty());
    two.listen(&key);
    two.settle(true);
    assert_eq!(two.elapsed(), 30);
    two.talk(Event::TimePassed(90));
    assert_eq!(Window::open(&store, "five").elapsed(), 90, "and goes on from there");
}

#[test]
fn a_paper_deleted_elsewhere_is_let_go_or_kept() {
    let store = Memory::default();
    let key = talking(&store);
    let (mut one, mut two) = (Window::open(&store, "one"), Window::open(&store, "two"));
    two.keeper.papers().delete(&store, &key).unwrap();
    one.listen(&key);
    assert!(one.session.desk().conflict().is_some_and(|c| c.other.is_none()));
    one.settle(true);
    assert!(one.session.desk().record(&key.id).is_none());
    assert_eq!(one.session.page(), Page::Calibration);
}

#[test]
fn a_full_store_is_said_and_tried_again() {
    let store = Memory::default();
    talking(&store);
    let mut w = Window::open(&store, "w");
    store.fail(Some((ladder_calibration::storage::memory::Failing::From(1), Fault::Full)));
    let changed = desk(&mut w.session, DeskAction::Talked(Event::TimePassed(15)));
    w.keeper.note(&changed);
    assert_eq!(w.write(), Some(Saving::Full));
    store.fail(None);
    assert!(matches!(w.write(), Some(Saving::Saved(_))));
    assert_eq!(Window::open(&store, "v").elapsed(), 15);
}

#[test]
fn what_cannot_be_read_is_listed_and_left_and_deleting_everything_takes_it_along() {
    let store = Memory::default();
    talking(&store);
    for key in ["ladder-calibration/sealed/x", "ladder-calibration/committee/y", "ladder-calibration/paper-aside/session/z/w"] {
        store.put(key, "{").unwrap();
    }
    let other = PaperKey { kind: PaperKind::Record, id: "other".into() };
    let kept = everything(&store);
    let wrong = stored_paper(kept.papers.papers.iter().find(|p| p.record().is_some()).unwrap(), 1);
    store.put(&format!("ladder-calibration/session/{}", other.id), &wrong).unwrap();
    let kept = everything(&store);
    assert_eq!(kept.unreadable.len(), 4);
    assert!(kept.unreadable.iter().any(|u| u.problem.to_string().contains("kept under")));
    store.put("somebody-else", "stays").unwrap();
    shelf::delete_everything(&store).unwrap();
    assert_eq!(store.keys().unwrap(), ["somebody-else"]);
}

#[test]
fn every_paper_reads_back_from_the_store_from_a_bundle_and_from_a_dump_of_the_store() {
    let store = Memory::default();
    talking(&store);
    let papers = everything(&store).papers.papers;
    let kinds: Vec<PaperKind> = papers.iter().map(|p| p.key().kind).collect();
    assert!([PaperKind::Invitation, PaperKind::Sealed, PaperKind::Record].iter().all(|k| kinds.contains(k)));
    for paper in &papers {
        let stored = read_stored_paper(&stored_paper(paper, 7)).unwrap();
        assert_eq!((&stored.paper, stored.revision), (paper, 7));
        let text = stored_paper(paper, 7);
        assert!(read_stored_paper(&text.replace("\"revision\":7", "\"revision\":8")).is_err());
    }
    let files: Vec<_> = papers.iter().map(paper_file).collect();
    let Ok(Found::Bundle(found)) = decode_any(bundle_file(files).to_string().as_bytes()) else { panic!("no bundle") };
    assert!(found.iter().all(Result::is_ok), "{found:?}");
    let dump: serde_json::Map<String, serde_json::Value> =
        store.keys().unwrap().into_iter().map(|k| (k.clone(), store.get(&k).unwrap().into())).collect();
    let Ok(Found::Bundle(found)) = decode_any(serde_json::Value::Object(dump).to_string().as_bytes()) else { panic!("no dump") };
    assert_eq!(found.iter().filter(|f| matches!(f, Ok(Found::Session(_)))).count(), 1);
    assert_eq!(found.iter().filter(|f| matches!(f, Ok(Found::Sealed(_)))).count(), 2);
    assert!(found.iter().all(Result::is_ok), "{found:?}");
}

#[test]
fn an_invitation_that_was_pasted_is_kept_and_found_again() {
    let store = Memory::default();
    let mut w = Window::open(&store, "w");
    let invitation = invited(QuestionSet::All, 7);
    let changed = read(&mut w.session, &invitation_text(&invitation));
    w.noted(&changed);
    assert_eq!((w.session.page(), w.session.desk().said()), (Page::Calibration, "The invitation is here."));
    let again = Window::open(&store, "v");
    assert_eq!(again.session.desk().invitation(invitation.session.as_str()), Some(&invitation));
    let mut s = blank();
    s.apply(Action::PageAsked(Page::Calibration));
    read(&mut s, "nothing of ours");
    assert!(s.desk().said().starts_with("This could not be opened: "), "{}", s.desk().said());
    assert_eq!(s.page(), Page::Calibration);
}

#[test]
fn a_paper_that_waits_is_said_and_written_unless_it_was_deleted() {
    let store = Memory::default();
    let key = talking(&store);
    let mut w = Window::open(&store, "w");
    let sealed = w.session.desk().papers().iter().map(Paper::key).find(|k| k.kind == PaperKind::Sealed).unwrap();
    assert!(!w.keeper.note(&Changed::default()));
    let both = Changed { papers: vec![key.clone(), sealed.clone()], ..Changed::default() };
    assert!(w.keeper.note(&both), "papers wait, and nothing else");
    let texts = |store: &Memory, of: &PaperKey| -> Vec<String> {
        let keys = store.keys().unwrap().into_iter().filter(|k| paper_of(k).as_ref() == Some(of));
        keys.map(|k| store.get(&k).unwrap().unwrap()).collect()
    };
    let before = texts(&store, &key);
    w.keeper.papers().delete(&store, &sealed).unwrap();
    assert_eq!(texts(&store, &sealed), [""; 0]);
    assert_eq!(w.write(), Some(Saving::Saved("10:00".into())));
    assert_eq!(texts(&store, &sealed), [""; 0], "what was deleted is written no more");
    assert_ne!(texts(&store, &key), before, "the other is");
    assert_eq!(w.session.desk().conflict(), None, "and is known as this window's own");
    assert!(!w.keeper.note(&Changed::default()));

    w.keeper.note(&both);
    w.keeper.forget_everything();
    assert!(!w.keeper.note(&Changed::default()), "nothing waits");
    let before = texts(&store, &key);
    assert_eq!(w.write(), None);
    assert_eq!(texts(&store, &key), before);
    assert!(w.keeper.papers().changed_elsewhere(&store, &key).is_some(), "nothing counts as seen");
}
