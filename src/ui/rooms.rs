//! What the last module of the page does: every page but the questions and the profile, and the papers of calibrations.
//!
//! Pages that come before it must not call any of this by name: what is called comes along.

use std::cell::Cell;

use yew::Html;

use super::app::App;
use super::saver::Saver;
use super::view::View;
use super::{browser, components, pages, papers, text};
use crate::domain::assessment::Assessment;
use crate::domain::codec::decode_any;
use crate::domain::findings::Findings;
use crate::domain::profile::Profile;
use crate::domain::session::{self, Action, Changed, Page, PaperConflict, Session, Unopened};
use crate::storage::keeper::Written;
use crate::storage::shelf::Shelf;

type Ctx = yew::Context<App>;

/// The functions of the last module.
pub struct Rooms {
    pub(super) page: fn(&View, Page, Option<&Assessment>) -> Html,
    pub(super) on_profile: fn(&View, &Assessment, &Profile, &Findings) -> Html,
    pub(super) notices: fn(&View) -> Html,
    pub(super) begin: fn(&mut Session, &mut Saver, Option<&(String, String)>),
    pub(super) link: fn() -> Option<Action>,
    pub(super) before: fn(&mut App, &Action) -> Option<PaperConflict>,
    pub(super) after: fn(&mut App, &Ctx, &Changed, Option<&PaperConflict>),
    pub(super) elsewhere: fn(&mut App, &Ctx, &Written),
    pub(super) follow: fn(&mut App, &Ctx, Option<&str>) -> bool,
    pub(super) sealed_elsewhere: fn(&App, &str) -> Option<Action>,
    pub(super) read: fn(String, &[u8], bool) -> Action,
    pub(super) offered: fn(&mut App, &Ctx, &[u8]) -> bool,
    pub(super) ladder_in_link: fn(&View) -> Html,
}

/// All of them.
pub static ROOMS: Rooms = Rooms {
    page: pages::room,
    on_profile: pages::on_profile,
    notices: components::notices::notices,
    begin,
    link: || browser::link_in_address().map(|link| browser::read("Link".into(), link.as_bytes(), false)),
    before: papers::before,
    after: papers::after,
    elsewhere: papers::elsewhere,
    follow: papers::follow,
    sealed_elsewhere: papers::sealed_elsewhere,
    read: browser::read,
    offered,
    ladder_in_link: components::notices::ladder_in_link,
};

/// Reads what is kept beside assessments. From here on the session can do everything.
fn begin(session: &mut Session, saver: &mut Saver, place: Option<&(String, String)>) {
    session.complete(session::rooms);
    let mut kept = Shelf::default();
    saver.keeper.load_papers(&saver.store, session.ladder(), &mut kept);
    session.add_unopened(kept.unreadable.into_iter().map(|u| Unopened { key: u.key, problem: u.problem }));
    // What a store of an earlier version did not say is written with the next change.
    let settled = papers::begin(session, kept.papers, place);
    saver.keeper.note(&settled);
}

/// Shows what whoever embeds the page offers, and tells them if it is refused.
fn offered(app: &mut App, ctx: &Ctx, bytes: &[u8]) -> bool {
    let offer = app.session.offered(decode_any(bytes));
    if let Err(problem) = &offer {
        App::tell(ctx, "refused", &text::not_opened(problem).into(), true);
    }
    app.apply(ctx, Action::Offered { offer, id: browser::new_id() }, false)
}

thread_local! {
    static HERE: Cell<Option<&'static Rooms>> = const { Cell::new(if cfg!(feature = "cut") { None } else { Some(&ROOMS) }) };
}

/// The last module is here.
#[cfg(feature = "cut")]
pub fn came(rooms: &'static Rooms) {
    HERE.set(Some(rooms));
}

/// The last module, once it is here.
pub(super) fn here() -> Option<&'static Rooms> {
    HERE.get()
}

/// The last module, once a session has taken it up.
pub(super) fn of(session: &Session) -> Option<&'static Rooms> {
    here().filter(|_| session.is_complete())
}
