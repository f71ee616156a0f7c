//! What the app begins with: the session as the store has it, or what another module of the page hands over.

use std::rc::Rc;

use super::app::{Place, Props};
use super::browser;
#[cfg(feature = "rooms")]
use super::rooms;
use super::saver::Saver;
use crate::domain::FIRST_MODULE;
use crate::domain::codec::read_handover;
use crate::domain::ladder::Ladder;
use crate::domain::session::{Action, Conflict, HandOver, Saving, Session, Unopened};
use crate::storage::shelf::Shelf;
use crate::storage::{Fault, LocalStorage, Storage, shelf};

/// The session as the store has it. The first module only ever runs in a browser that holds nothing yet.
pub(super) fn begin(saver: &mut Saver, place: &Place) -> Session {
    let own = if FIRST_MODULE { None } else { place.ladder.as_ref() };
    let ladder: Rc<Ladder> = own.map_or_else(|| super::ladder().into(), |own| Rc::clone(&own.0));
    let store = saver.store;
    let kept = if cfg!(feature = "rooms") { saver.keeper.load(&store, &ladder) } else { Shelf::default() };
    let unopened = kept.unreadable.into_iter().map(|u| Unopened { key: u.key, problem: u.problem });
    let here = if cfg!(feature = "rooms") { shelf::place(&store, place.mode) } else { None };
    let session = Session::new(ladder, super::ADVISE, kept.records, unopened.collect(), here.clone()).with_days(browser::day_of);
    let mut session = if FIRST_MODULE { session } else { session.with_mode(place.mode) };
    #[cfg(feature = "rooms")]
    if let Some(rooms) = rooms::here() {
        (rooms.begin)(&mut session, saver, here.as_ref());
    }
    #[cfg(not(feature = "rooms"))]
    drop(here);
    for aside in kept.asides {
        let other = Some(Box::new(aside.stored.assessment));
        let id = other.as_ref().map(|a| a.id.clone()).unwrap_or_default();
        session.apply(Action::ConflictFound(Conflict { id, other, aside: aside.key }));
    }
    says_whether_kept(&mut session, store);
    session
}

/// Says before the first change whether anything will be kept.
pub(super) fn says_whether_kept(session: &mut Session, store: LocalStorage) {
    let saving = match store.keys() {
        Ok(_) => return,
        Err(Fault::Off) => Saving::Off,
        Err(Fault::Asks) => Saving::Asks,
        Err(_) => Saving::Denied,
    };
    session.apply(Action::SavingChanged(saving));
}

/// The first module always begins a blank assessment; the second begins one or goes on with what it is handed.
pub(super) fn handed_over(props: &Props) -> Option<HandOver> {
    if cfg!(feature = "rooms") {
        props.handed_over.as_ref().and_then(|text| read_handover(text).ok())
    } else {
        Some(HandOver { begin: true, ..HandOver::default() })
    }
}
