//! What the page loads lazily: every page but the questions, the store's records, files, and calibrations.
//!
//! What a wasm module contains is decided by who calls what by name, so the entry reaches all of this through
//! [`Features`] alone.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use yew::Html;

use super::app::App;
use super::saver::Saver;
use super::view::View;
use super::{browser, components, pages, papers, text};
use crate::domain::assessment::Assessment;
use crate::domain::codec::{Problem, assessment_file, decode_any, default_ladder, read_other_ladder};
use crate::domain::headless::profile_of;
use crate::domain::ladder::Ladder;
use crate::domain::session::{Action, Changed, Conflict, Mode, Page, PaperConflict, Session, Unopened};
use crate::storage::keeper::Written;
use crate::storage::shelf::{self, Shelf};

type Ctx = yew::Context<App>;

/// What the entry asks of the lazy part.
pub(super) trait Features {
    /// Reads a ladder that is set in the place of the default one.
    ///
    /// # Errors
    /// Every problem found.
    fn ladder(&self, text: &str) -> Result<Ladder, Vec<Problem>>;
    /// The session as the store has it.
    fn open(&self, saver: &mut Saver, mode: Mode, ladder: Option<Rc<Ladder>>) -> Session;
    /// Completes a session that began without this; what the store holds besides joins it.
    fn complete(&self, session: &mut Session, saver: &mut Saver);
    /// Any page but a question.
    fn page(&self, view: &View, page: Page, assessment: Option<&Assessment>) -> Html;
    /// The pieces of evidence that a question can cite.
    fn cite(&self, view: &View, assessment: &Assessment, question: usize) -> Html;
    /// What is said above every page.
    fn notices(&self, view: &View) -> Html;
    /// What is said of a ladder that came in a link.
    fn ladder_in_link(&self, view: &View) -> Html;
    /// What the link in the address asks for.
    fn link(&self) -> Option<Action>;
    /// What reading a file does.
    fn read(&self, name: String, bytes: &[u8], alone: bool) -> Action;
    /// Shows an assessment that a host offers. Whether the screen changes.
    fn offer(&self, app: &mut App, ctx: &Ctx, bytes: &[u8]) -> bool;
    /// What has to happen in the store of calibrations before a change; the conflict that ends with it.
    fn before(&self, app: &mut App, action: &Action) -> Option<PaperConflict>;
    /// What has to happen there after it.
    fn after(&self, app: &mut App, ctx: &Ctx, changed: &Changed, settled: Option<&PaperConflict>);
    /// Takes over what another window wrote first.
    fn elsewhere(&self, app: &mut App, ctx: &Ctx, written: &Written);
    /// Follows what another window did to a key, or to any. Whether the screen changes.
    fn follow(&self, app: &mut App, ctx: &Ctx, key: Option<&str>) -> bool;
    /// What happens if another window sealed an assessment.
    fn sealed_elsewhere(&self, app: &App, id: &str) -> Option<Action>;
    /// The profile of the open assessment as JSON, if there is one and its level may be told.
    ///
    /// # Errors
    /// One sentence that names place and cause.
    fn profile(&self, session: &Session) -> Result<Option<String>, String>;
}

/// The lazy part, loaded.
#[derive(Clone, Copy)]
pub struct Rest(&'static dyn Features);

/// Loads the lazy part; `None` if it did not come. The host hands it in: the page loads it over the network,
/// the single file and tests have it linked.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<Rest>>>>;

/// The lazy part. A program that calls this by name has it linked; the page calls it behind its split point.
pub fn rest() -> Rest {
    Rest(&Linked)
}

impl Rest {
    pub(super) fn features(self) -> &'static dyn Features {
        self.0
    }
}

impl std::fmt::Debug for Rest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rest")
    }
}

struct Linked;

impl Features for Linked {
    fn ladder(&self, text: &str) -> Result<Ladder, Vec<Problem>> {
        read_other_ladder(text.as_bytes())
    }

    fn open(&self, saver: &mut Saver, mode: Mode, ladder: Option<Rc<Ladder>>) -> Session {
        let ladder = ladder.unwrap_or_else(|| default_ladder().into());
        let store = saver.store;
        let mut kept = saver.keeper.load(&store, &ladder);
        let here = shelf::place(&store, mode);
        let records = std::mem::take(&mut kept.records);
        let session = Session::new(ladder, crate::domain::session::advice, records, Vec::new(), here.clone());
        let mut session = session.with_days(browser::day_of).with_mode(mode);
        join(&mut session, saver, kept, here.as_ref());
        session
    }

    fn complete(&self, session: &mut Session, saver: &mut Saver) {
        session.complete(default_ladder());
        let store = saver.store;
        let mut kept = saver.keeper.load(&store, session.ladder());
        for stored in std::mem::take(&mut kept.records) {
            session.add_stored(stored);
        }
        join(session, saver, kept, None);
    }

    fn page(&self, view: &View, page: Page, assessment: Option<&Assessment>) -> Html {
        pages::feature(view, page, assessment)
    }

    fn cite(&self, view: &View, assessment: &Assessment, question: usize) -> Html {
        pages::cite(view, assessment, question)
    }

    fn notices(&self, view: &View) -> Html {
        components::notices::notices(view)
    }

    fn ladder_in_link(&self, view: &View) -> Html {
        components::notices::ladder_in_link(view)
    }

    fn link(&self) -> Option<Action> {
        browser::link_in_address().map(|link| browser::read("Link".into(), link.as_bytes(), false))
    }

    fn read(&self, name: String, bytes: &[u8], alone: bool) -> Action {
        browser::read(name, bytes, alone)
    }

    fn offer(&self, app: &mut App, ctx: &Ctx, bytes: &[u8]) -> bool {
        let offer = app.session.offered(decode_any(bytes));
        if let Err(problem) = &offer {
            App::tell(ctx, "refused", &text::not_opened(problem).into());
        }
        app.apply(ctx, Action::Offered { offer, id: browser::new_id() }, false)
    }

    fn before(&self, app: &mut App, action: &Action) -> Option<PaperConflict> {
        papers::before(app, action)
    }

    fn after(&self, app: &mut App, ctx: &Ctx, changed: &Changed, settled: Option<&PaperConflict>) {
        papers::after(app, ctx, changed, settled);
    }

    fn elsewhere(&self, app: &mut App, ctx: &Ctx, written: &Written) {
        papers::elsewhere(app, ctx, written);
    }

    fn follow(&self, app: &mut App, ctx: &Ctx, key: Option<&str>) -> bool {
        papers::follow(app, ctx, key)
    }

    fn sealed_elsewhere(&self, app: &App, id: &str) -> Option<Action> {
        papers::sealed_elsewhere(app, id)
    }

    fn profile(&self, session: &Session) -> Result<Option<String>, String> {
        let Some(a) = session.assessment().filter(|a| !session.holds_level_back(a)) else { return Ok(None) };
        let file = assessment_file(a).to_string().into_bytes();
        profile_of(session.ladder(), &[("assessment".to_owned(), file)]).map(|json| Some(json.to_string()))
    }
}

/// What the store holds beside assessments, and what has to be told of them.
fn join(session: &mut Session, saver: &mut Saver, mut kept: Shelf, place: Option<&(String, String)>) {
    let store = saver.store;
    saver.keeper.load_papers(&store, session.ladder(), &mut kept);
    session.add_unopened(kept.unreadable.into_iter().map(|u| Unopened { key: u.key, problem: u.problem }));
    // What a store of an earlier version did not say is written with the next change.
    let settled = papers::begin(session, kept.papers, place);
    saver.keeper.note(&settled);
    for aside in kept.asides {
        let other = Some(Box::new(aside.stored.assessment));
        let id = other.as_ref().map(|a| a.id.clone()).unwrap_or_default();
        session.apply(Action::ConflictFound(Conflict { id, other, aside: aside.key }));
    }
}
