//! The root component: a few lines around [`Session::apply`], and the browser's own events.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::components::delete_dialog::delete_dialog;
use super::components::{masthead, status};
use super::load::{begin, handed_over, says_whether_kept};
#[cfg(feature = "rooms")]
use super::rooms;
use super::saver::Saver;
use super::view::{Missing, Shared, View};
use super::{browser, pages, text};
use crate::domain::FIRST_MODULE;
use crate::domain::assessment::Assessment;
use crate::domain::codec::{Stored, handover_text};
use crate::domain::ladder::Ladder;
use crate::domain::profile::check;
use crate::domain::session::{Action, Changed, Conflict, Mode, Page, Saving, Session};
use crate::storage::keeper::Written;
use crate::storage::{LocalStorage, STORED, shelf};

/// What reaches the root component.
pub(super) enum Message {
    /// Something happened on screen.
    Did(Action),
    /// Whoever embedded the page did something. Nothing is told of it.
    #[cfg(feature = "rooms")]
    Given(Action),
    /// Whoever embedded the page offered what should be an assessment.
    #[cfg(feature = "rooms")]
    Offered(Vec<u8>),
    /// The last module is here.
    #[cfg(feature = "rooms")]
    Completed,
    /// What is said of modules that did not come.
    Missing(Missing),
    /// The browser's Back or Forward, with the name of the page it goes to; or what somebody put into the address.
    Navigated(Option<String>),
    /// It is time to write, or the page is being left.
    Write,
    /// Another window changed a key of the store; without one it emptied the store, or this window slept meanwhile.
    StoreChanged(Option<String>),
}

/// What the app starts with; see [`mount`](super::mount).
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) place: Place,
    pub(super) handed_over: Option<AttrValue>,
    pub(super) told: Option<js_sys::Function>,
}

/// Where the app stands, and what for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Whether title, history, address and scroll position of the document are the app's own.
    pub(super) owns_page: bool,
    /// Whether anything is kept in the browser.
    pub(super) keeps: bool,
    pub(super) mode: Mode,
    /// Another ladder than the default one.
    pub(super) ladder: Option<Shared<Ladder>>,
    /// Whether it came in a link.
    pub(super) linked: bool,
    /// Where links that are made here lead, if the document is not the app's own.
    pub(super) page: Option<AttrValue>,
}

/// The app.
pub(super) struct App {
    pub(super) session: Session,
    pub(super) saver: Saver,
    main: NodeRef,
    pub(super) turned: bool,
    missing: Missing,
    /// How often what is shown was replaced as a whole, by another window or by a choice between two versions.
    pub(super) replaced: usize,
    did: Callback<Action>,
    _listeners: Vec<EventListener>,
    /// Asks before the page is left while something on it would be lost.
    #[cfg(feature = "rooms")]
    leaving: Option<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let place = &ctx.props().place;
        let mut saver = Saver::new(LocalStorage { off: !place.keeps, from: browser::number() });
        let from = saver.store.from;
        let mut session = begin(&mut saver, place);
        if let Some(from) = handed_over(ctx.props()) {
            let mut changed = Changed { place: true, ..Changed::default() };
            if from.begin {
                session.apply(Action::SelfAssessmentStarted { id: browser::new_id(), now: browser::now() });
            }
            if let Some(a) = &from.assessment {
                changed.records.push(a.id.clone());
                // Another window may have written after the module before this one.
                if saver.keeper.revision(&a.id) != from.revision {
                    let other = session.record(&a.id).cloned().map(Box::new);
                    session.apply(Action::ConflictFound(Conflict { id: a.id.clone(), other, aside: String::new() }));
                }
            }
            session.take_over(from);
            let link = ctx.link().clone();
            saver.note(&changed, false, move || link.send_message(Message::Write));
        }
        if place.owns_page {
            #[cfg(feature = "rooms")]
            if let Some(link) = rooms::of(&session).and_then(|rooms| (rooms.link)()) {
                session.apply(link);
            }
            if let Some(page) = browser::page_in_address().and_then(|name| Page::parse(&name, session.ladder())) {
                session.apply(Action::PageAsked(page));
            }
            browser::remember_page(&session.page().name(session.ladder()), true);
        }
        Self {
            session,
            saver,
            main: NodeRef::default(),
            turned: ctx.props().handed_over.is_some() || cfg!(not(feature = "rooms")),
            missing: Missing::default(),
            replaced: 0,
            did: ctx.link().callback(Message::Did),
            _listeners: listeners(ctx, from),
            #[cfg(feature = "rooms")]
            leaving: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Did(action) => self.apply(ctx, action, true),
            #[cfg(feature = "rooms")]
            Message::Given(action) => self.apply(ctx, action, false),
            #[cfg(feature = "rooms")]
            Message::Offered(bytes) => rooms::of(&self.session).is_some_and(|rooms| (rooms.offered)(self, ctx, &bytes)),
            #[cfg(feature = "rooms")]
            Message::Completed => self.complete(),
            Message::Missing(missing) => {
                (self.missing, self.turned) = (missing, true);
                true
            }
            Message::Navigated(name) => {
                // A link is read by whoever mounted this.
                if browser::clean_address(name.as_deref(), || self.session.page().name(self.session.ladder())) {
                    return false;
                }
                let page = name.and_then(|n| Page::parse(&n, self.session.ladder())).unwrap_or_default();
                if !FIRST_MODULE && !self.session.can_show(page) {
                    return self.turn_elsewhere(ctx);
                }
                self.apply(ctx, Action::PageAsked(page), false)
            }
            Message::Write => self.write(ctx),
            Message::StoreChanged(key) => self.follow(ctx, key.as_deref()),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let place = &ctx.props().place;
        let view = View {
            session: &self.session,
            did: &self.did,
            alone: place.owns_page,
            missing: &self.missing,
            own_ladder: place.ladder.is_some(),
            page: place.page.as_deref(),
        };
        let page = self.session.page();
        html! {
            <div class="page" data-page={page.name(self.session.ladder()).split('/').next().unwrap_or_default().to_owned()}>
                { masthead::masthead(&view, place.linked) }
                { self.body(&view) }
                { masthead::colophon(&view) }
                { status::status(&view) }
                { delete_dialog(&self.did) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let (turned, owns_page) = (std::mem::take(&mut self.turned), ctx.props().place.owns_page);
        #[cfg(feature = "rooms")]
        if first && !pages::shows(&self.session) {
            Self::tell(ctx, "turn", &JsValue::NULL, false);
        }
        if owns_page && (turned || first) {
            browser::set_title(&text::title(&self.session));
        }
        if let Some(main) = self.main.cast::<web_sys::Element>().filter(|_| turned) {
            browser::focus_heading(&main, owns_page);
        }
    }
}

impl App {
    /// A page of somebody else's has its own `main`.
    fn body(&self, view: &View) -> Html {
        let content = html! { <>{ notices(view) }{ pages::waiting::undone(view) }{ pages::page(view) }</> };
        // Another page is another element: a translator may have taken the texts out of this one.
        let key = format!("{} {}", self.session.page().name(self.session.ladder()), self.replaced);
        if view.alone {
            html! { <main {key} ref={self.main.clone()} tabindex="-1">{ content }</main> }
        } else {
            html! { <div class="main" {key} ref={self.main.clone()} tabindex="-1">{ content }</div> }
        }
    }

    /// Takes up what the last module does. Whoever waits for a page of it is led to its heading.
    #[cfg(feature = "rooms")]
    fn complete(&mut self) -> bool {
        let Some(rooms) = rooms::here().filter(|_| !self.session.is_complete()) else { return false };
        self.turned |= !pages::shows(&self.session);
        (rooms.begin)(&mut self.session, &mut self.saver, None);
        true
    }

    /// Has the browser ask before the page is left, or no longer.
    #[cfg(feature = "rooms")]
    pub(super) fn ask_before_leaving(&mut self, ask: bool) {
        if ask != self.leaving.is_some() {
            self.leaving = if ask { browser::ask_before_leaving() } else { None };
        }
    }

    /// The open assessment.
    pub(super) fn assessment(&self) -> Option<&Assessment> {
        self.session.assessment()
    }

    /// What another module of this page needs to go on.
    pub(super) fn hand_over(&self) -> String {
        let mut hand_over = self.session.hand_over();
        hand_over.revision = self.session.assessment().map_or(0, |a| self.saver.keeper.revision(&a.id));
        handover_text(&hand_over)
    }

    /// The browser's history leads to a page that is gone, such as a question whose answers were sealed.
    fn turn_elsewhere(&mut self, ctx: &Context<Self>) -> bool {
        let shown = self.apply(ctx, Action::PageAsked(Page::Calibration), false);
        browser::remember_page(&self.session.page().name(self.session.ladder()), true);
        shown
    }

    /// `forward` is false for what the browser's own history or the store caused.
    pub(super) fn apply(&mut self, ctx: &Context<Self>, action: Action, forward: bool) -> bool {
        let settled = self.before(&action);
        #[cfg(feature = "rooms")]
        let settled_paper = rooms::of(&self.session).and_then(|rooms| (rooms.before)(self, &action));
        let (quiet, filed) = (matches!(action, Action::SavingChanged(_)), matches!(action, Action::FileSaved { .. }));
        let (chosen, offered) = (action.changes_a_choice(), action.was_offered());
        let emptied = matches!(action, Action::EverythingDeleted | Action::EverythingDeletedElsewhere);
        let replaces_all = matches!(action, Action::KeptTheirs | Action::ChangedElsewhere { .. });
        let changed: Changed = self.session.apply(action);
        self.replaced += usize::from(replaces_all && self.session.conflict().is_none());
        if emptied {
            says_whether_kept(&mut self.session, self.saver.store);
        }
        if changed.page {
            (self.missing, self.turned) = (Missing::default(), true);
            if forward && ctx.props().place.owns_page {
                browser::remember_page(&self.session.page().name(self.session.ladder()), replaces(&changed));
            }
        }
        let link = ctx.link().clone();
        self.saver.note(&changed, chosen, move || link.send_message(Message::Write));
        #[cfg(feature = "rooms")]
        if let Some(rooms) = rooms::of(&self.session) {
            (rooms.after)(self, ctx, &changed, settled_paper.as_ref());
        }
        if let Some(Conflict { id, aside, .. }) = settled {
            self.write(ctx);
            self.saver.keeper.settle(&self.saver.store, &id, &aside);
        }
        if forward && !offered && !changed.records.is_empty() && self.session.mode() != Mode::Profile {
            let answered = self.session.assessment().map_or(0, |a| self.session.answered(a));
            Self::tell(ctx, if filed { "export" } else { "change" }, &answered.into(), true);
        }
        let taken_over = changed.page && self.tell_turn(ctx);
        !taken_over && (!quiet || changed.saving)
    }

    /// What has to happen in the store before the state changes. The conflict that ends, if one does.
    ///
    /// Deletions reach the store at once. A store that refuses keeps what it had, and the next load shows it.
    fn before(&mut self, action: &Action) -> Option<Conflict> {
        let (store, keeper) = (self.saver.store, &mut self.saver.keeper);
        match action {
            Action::AssessmentDeleted(id) => {
                for id in self.session.with_snapshots(id) {
                    let _ = keeper.delete(&store, &id);
                }
            }
            #[cfg(feature = "rooms")]
            Action::ReadingsTakenAway => {
                let _ = keeper.delete_all(&store, &self.session.came_in().0);
            }
            Action::EverythingDeleted => {
                keeper.forget_everything();
                let _ = shelf::delete_everything(&store);
            }
            Action::EverythingDeletedElsewhere => keeper.forget_everything(),
            // A store that refuses says so at the next write.
            Action::StoringAllowed => drop(store.allow()),
            Action::KeptMine | Action::KeptTheirs => {
                let conflict = self.session.conflict().cloned()?;
                if conflict.aside.is_empty() {
                    keeper.accept(&store, &conflict.id);
                }
                return Some(conflict);
            }
            _ => {}
        }
        None
    }

    pub(super) fn write(&mut self, ctx: &Context<Self>) -> bool {
        let Written { saving, elsewhere, .. } = {
            let written = self.saver.write(&self.session);
            #[cfg(feature = "rooms")]
            if let Some(rooms) = rooms::of(&self.session) {
                (rooms.elsewhere)(self, ctx, &written);
            }
            written
        };
        let mut shown = false;
        for (id, theirs) in elsewhere.into_iter().filter(|_| !FIRST_MODULE) {
            shown |= self.changed_elsewhere(ctx, &id, theirs);
        }
        let link = ctx.link().clone();
        if matches!(saving, Some(Saving::Full | Saving::Denied)) {
            self.saver.retry(move || link.send_message(Message::Write));
        } else if !matches!(saving, Some(Saving::Off | Saving::Asks)) {
            self.saver.note(&Changed::default(), false, move || link.send_message(Message::Write));
        }
        if matches!(saving, Some(Saving::Saved(_))) {
            browser::ask_to_persist();
        }
        saving.is_some_and(|saving| self.apply(ctx, Action::SavingChanged(saving), false)) || shown
    }

    /// Follows what another window did to the store.
    fn follow(&mut self, ctx: &Context<Self>, key: Option<&str>) -> bool {
        if key == Some(shelf::DELETED) {
            return self.apply(ctx, Action::EverythingDeletedElsewhere, false);
        }
        if FIRST_MODULE {
            // The other module knows what to do about it, and takes over as soon as it is here.
            let ours = key.is_none_or(|k| k.starts_with(shelf::PREFIX));
            return !(ours && self.say_page(ctx, false));
        }
        let ids: Vec<String> = match key {
            Some(key) => shelf::record_of(key).map(str::to_owned).into_iter().collect(),
            None => self.session.records().iter().map(|a| a.id.clone()).collect(),
        };
        let mut shown = false;
        #[cfg(feature = "rooms")]
        if let Some(rooms) = rooms::of(&self.session) {
            shown |= (rooms.follow)(self, ctx, key);
        }
        for id in ids {
            if let Some(theirs) = self.saver.keeper.changed_elsewhere(&self.saver.store, &id) {
                shown |= self.changed_elsewhere(ctx, &id, theirs);
            }
        }
        shown
    }

    /// A version that the ladder in use cannot score stays in the store and is told after the next load.
    fn changed_elsewhere(&mut self, ctx: &Context<Self>, id: &str, theirs: Option<Stored>) -> bool {
        #[cfg(feature = "rooms")]
        if let Some(sealed) = rooms::of(&self.session).filter(|_| theirs.is_none()).and_then(|r| (r.sealed_elsewhere)(self, id)) {
            self.saver.keeper.forget(id);
            return self.apply(ctx, sealed, false);
        }
        if theirs.as_ref().is_some_and(|t| check(self.session.ladder(), &t.assessment).is_err()) {
            return false;
        }
        #[cfg(feature = "rooms")]
        if let Some(Stored { seal, .. }) = &theirs {
            self.session.apply(Action::SealHeard { id: id.to_owned(), seal: seal.clone() });
        }
        let theirs = theirs.map(|t: Stored| Box::<Assessment>::new(t.assessment));
        let shown = self.apply(ctx, Action::ChangedElsewhere { id: id.to_owned(), theirs }, false);
        if self.session.conflict_of(id).is_none() {
            self.saver.keeper.accept(&self.saver.store, id);
        }
        shown
    }

    /// Tells the page that another screen comes. `true` if another module shows it.
    fn tell_turn(&mut self, ctx: &Context<Self>) -> bool {
        if !FIRST_MODULE {
            return Self::tell(ctx, "turn", &JsValue::NULL, pages::shows(&self.session));
        }
        // What is in memory is handed over, so a save that fails here is tried again there.
        let _ = self.saver.write(&self.session);
        self.say_page(ctx, pages::shows(&self.session))
    }

    /// Says what to hand over and whether this module can go on. `true` if another one takes over.
    fn say_page(&self, ctx: &Context<Self>, shown: bool) -> bool {
        Self::tell(ctx, "turn", &self.hand_over().into(), shown)
    }

    /// Tells whoever mounted the app; its answer.
    pub(super) fn tell(ctx: &Context<Self>, what: &str, detail: &JsValue, shown: bool) -> bool {
        let Some(told) = &ctx.props().told else { return false };
        told.call3(&JsValue::NULL, &what.into(), detail, &shown.into()).is_ok_and(|answer| answer.is_truthy())
    }
}

/// Whether the page that was left is no place to go back to.
fn replaces(changed: &Changed) -> bool {
    #[cfg(feature = "rooms")]
    return changed.replace;
    #[cfg(not(feature = "rooms"))]
    {
        let _ = changed;
        false
    }
}

/// What is said above every page. The first module runs only where there is nothing to say.
fn notices(view: &View) -> Html {
    #[cfg(feature = "rooms")]
    return rooms::of(view.session).map(|rooms| (rooms.notices)(view)).unwrap_or_default();
    #[cfg(not(feature = "rooms"))]
    {
        let _ = view;
        Html::default()
    }
}

/// `from` is this app's own number: what it did to the store itself is no news.
fn listeners(ctx: &Context<App>, from: f64) -> Vec<EventListener> {
    let Some(window) = browser::window() else { return Vec::new() };
    let (hide, blur, other, beside) = (ctx.link().clone(), ctx.link().clone(), ctx.link().clone(), ctx.link().clone());
    let mut all = vec![
        EventListener::new(&window, "pagehide", move |_| hide.send_message(Message::Write)),
        EventListener::new(&window, "storage", move |e| other.send_message(Message::StoreChanged(browser::changed_key(e)))),
        EventListener::new(&window, STORED, move |e| {
            if browser::changed_by(e) != Some(from) {
                beside.send_message(Message::StoreChanged(browser::changed_key(e)));
            }
        }),
    ];
    if ctx.props().place.owns_page {
        let back = ctx.link().clone();
        all.push(EventListener::new(&window, "popstate", move |e| {
            let state = e.dyn_ref::<web_sys::PopStateEvent>().and_then(|e| e.state().as_string());
            back.send_message(Message::Navigated(state.or_else(browser::page_in_address)));
        }));
    }
    if let Some(document) = window.document() {
        all.push(EventListener::new(&document, "visibilitychange", move |_| {
            blur.send_message(Message::Write);
            // Who leaves has nothing to hear; who comes back may have slept.
            if !FIRST_MODULE && browser::in_sight() {
                blur.send_message(Message::StoreChanged(None));
            }
        }));
    }
    all
}
