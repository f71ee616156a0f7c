//! The root component: a few lines around [`Session::apply`], and the browser's own events.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::components::delete_dialog::delete_dialog;
use super::components::{masthead, status};
use super::features::{Features, Load, Rest};
use super::load::{blank, says_whether_kept};
use super::local_storage::{LocalStorage, STORED};
use super::options::Options;
use super::saver::Saver;
use super::view::{Missing, View};
use super::{browser, pages};
use crate::domain::assessment::Assessment;
use crate::domain::codec::Stored;
use crate::domain::ladder::Ladder;
use crate::domain::profile::check;
use crate::domain::session::{Action, Changed, Conflict, Mode, Page, Saving, Session};
use crate::storage::keeper::Written;
use crate::storage::shelf;

/// Milliseconds after the first screen until the rest is fetched.
const AFTER_PAINT: u32 = 20;

/// What reaches the root component.
pub(super) enum Message {
    /// Something happened on screen.
    Did(Action),
    /// Whoever embedded the page did something. Nothing is told of it.
    Given(Action),
    /// A file came in.
    File(File),
    /// Whoever embedded the page offered what should be an assessment.
    Offered(Vec<u8>),
    /// The lazy part is wanted.
    Wanted,
    /// It is here, or it did not come.
    Loaded(Option<Rest>),
    /// What is said of it if it did not come.
    Missing(Missing),
    /// The browser's Back or Forward, with the name of the page it goes to; or what somebody put into the address.
    Navigated(Option<String>),
    /// It is time to write, or the page is being left.
    Write,
    /// Another window changed a key of the store; without one it emptied the store, or this window slept meanwhile.
    StoreChanged(Option<String>),
}

/// A file that the reader chose, dropped or followed.
pub(super) struct File {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Whether it is not one of several: then an assessment is opened at once.
    pub(super) alone: bool,
}

/// What the app starts with; see [`mount`](super::mount).
#[derive(Properties)]
pub(super) struct Props {
    pub(super) options: Options,
    /// Another ladder than the default one.
    pub(super) ladder: Option<Rc<Ladder>>,
    /// The lazy part, if it is here already.
    pub(super) features: Option<Rest>,
    /// How it is loaded otherwise.
    pub(super) load: Load,
    pub(super) told: Option<js_sys::Function>,
}

/// The options do not change while the app is shown.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
    }
}

/// The app.
pub(super) struct App {
    pub(super) session: Session,
    pub(super) saver: Saver,
    features: Option<&'static dyn Features>,
    /// Whether the lazy part has been asked for and has not answered.
    loading: bool,
    /// What needs the lazy part and came before it.
    waiting: Vec<Message>,
    /// Whether the page on screen was turned to after the lazy part was here: nothing comes between what is being pressed.
    whole: bool,
    main: NodeRef,
    pub(super) turned: bool,
    missing: Missing,
    /// How often what is shown was replaced as a whole, by another window or by a choice between two versions.
    pub(super) replaced: usize,
    did: Callback<Action>,
    _listeners: Vec<EventListener>,
    /// Asks before the page is left while something on it would be lost.
    leaving: Option<EventListener>,
    soon: Option<Timeout>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { options, ladder, .. } = ctx.props();
        let features = ctx.props().features.map(Rest::features);
        let mut saver = Saver::new(LocalStorage { off: !options.keeps, from: browser::number() });
        let from = saver.store.from;
        let mut session = features.map_or_else(|| blank(options.mode), |f| f.open(&mut saver, options.mode, ladder.clone()));
        says_whether_kept(&mut session, saver.store);
        let begin = options.begin.then(|| Action::SelfAssessmentStarted { id: browser::new_id(), now: browser::now() });
        let asked = options.asked.as_ref().and_then(|name| Page::parse(name, session.ladder())).map(Action::PageAsked);
        for action in begin.into_iter().chain(asked) {
            let (changed, link) = (session.apply(action), ctx.link().clone());
            saver.note(&changed, false, move || link.send_message(Message::Write));
        }
        if options.owns_page {
            if let Some(link) = features.and_then(Features::link) {
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
            features,
            loading: false,
            waiting: Vec::new(),
            whole: features.is_some(),
            main: NodeRef::default(),
            turned: options.begin || options.asked.is_some(),
            missing: Missing::default(),
            replaced: 0,
            did: ctx.link().callback(Message::Did),
            _listeners: listeners(ctx, from),
            leaving: None,
            soon: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Did(action) => self.apply(ctx, action, true),
            Message::Given(action) => self.apply(ctx, action, false),
            Message::File(file) => match self.features {
                Some(features) => self.apply(ctx, features.read(file.name, &file.bytes, file.alone), true),
                None => self.wait(ctx, Message::File(file)),
            },
            Message::Offered(bytes) => match self.features {
                Some(features) => features.offer(self, ctx, &bytes),
                None => self.wait(ctx, Message::Offered(bytes)),
            },
            Message::Wanted => {
                self.load(ctx);
                true
            }
            Message::Loaded(features) => self.loaded(ctx, features),
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
                if !self.session.can_show(page) {
                    return self.turn_elsewhere(ctx);
                }
                self.apply(ctx, Action::PageAsked(page), false)
            }
            Message::Write => self.write(ctx),
            Message::StoreChanged(key) => self.follow(ctx, key.as_deref()),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let options = &ctx.props().options;
        let view = View {
            session: &self.session,
            did: &self.did,
            alone: options.owns_page,
            features: self.features,
            whole: self.whole,
            missing: &self.missing,
            own_ladder: options.ladder.is_some(),
            page: options.page.as_deref(),
        };
        let page = self.session.page();
        html! {
            <div class="page" data-page={page.name(self.session.ladder()).split('/').next().unwrap_or_default().to_owned()}>
                { masthead::masthead(&view, options.linked) }
                { self.body(&view) }
                { masthead::colophon(&view) }
                { status::status(&view) }
                { delete_dialog(&self.did) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let (turned, owns_page) = (std::mem::take(&mut self.turned), ctx.props().options.owns_page);
        if first {
            // The first screen does not wait for the rest.
            let link = ctx.link().clone();
            self.soon = Some(Timeout::new(AFTER_PAINT, move || link.send_message(Message::Wanted)));
        }
        if owns_page && (turned || first) {
            browser::set_title(&pages::title(&self.session));
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

    /// Asks for the lazy part, once at a time.
    fn load(&mut self, ctx: &Context<Self>) {
        if self.features.is_some() || self.loading {
            return;
        }
        (self.loading, self.missing) = (true, Missing::default());
        let (load, link) = (ctx.props().load, ctx.link().clone());
        spawn_local(async move { link.send_message(Message::Loaded(load().await)) });
    }

    /// Keeps a message until the lazy part is here.
    fn wait(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.waiting.push(message);
        self.load(ctx);
        false
    }

    /// Takes up the lazy part. A reader who waits for a page of it is led to its heading; one who does not need it is not
    /// disturbed if it did not come.
    fn loaded(&mut self, ctx: &Context<Self>, features: Option<Rest>) -> bool {
        self.loading = false;
        let Some(features) = features.filter(|_| self.features.is_none()) else {
            // What could not be done is said, and not done later when nobody expects it.
            let wanted = !std::mem::take(&mut self.waiting).is_empty() || !self.shows_page();
            if self.features.is_none() && wanted {
                Self::tell(ctx, "missing", &JsValue::NULL);
            }
            return false;
        };
        self.turned |= !self.shows_page();
        let features = features.features();
        self.features = Some(features);
        features.complete(&mut self.session, &mut self.saver);
        let link = ctx.link().clone();
        self.saver.note(&Changed::default(), false, move || link.send_message(Message::Write));
        for message in std::mem::take(&mut self.waiting) {
            Component::update(self, ctx, message);
        }
        true
    }

    /// Whether what is here can show where the session is.
    fn shows_page(&self) -> bool {
        self.features.is_some() || pages::is_entry(&self.session)
    }

    /// Has the browser ask before the page is left, or no longer.
    pub(super) fn ask_before_leaving(&mut self, ask: bool) {
        if ask != self.leaving.is_some() {
            self.leaving = if ask { browser::ask_before_leaving() } else { None };
        }
    }

    /// The open assessment.
    pub(super) fn assessment(&self) -> Option<&Assessment> {
        self.session.assessment()
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
        let settled_paper = self.features.and_then(|features| features.before(self, &action));
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
            (self.missing, self.turned, self.whole) = (Missing::default(), true, self.features.is_some());
            if forward && ctx.props().options.owns_page {
                browser::remember_page(&self.session.page().name(self.session.ladder()), changed.replace);
            }
        }
        let link = ctx.link().clone();
        self.saver.note(&changed, chosen, move || link.send_message(Message::Write));
        if let Some(features) = self.features {
            features.after(self, ctx, &changed, settled_paper.as_ref());
        }
        if let Some(Conflict { id, aside, .. }) = settled {
            self.write(ctx);
            self.saver.keeper.settle(&self.saver.store, &id, &aside);
        }
        if forward && !offered && !changed.records.is_empty() && self.session.mode() != Mode::Profile {
            let answered = self.session.assessment().map_or(0, |a| self.session.answered(a));
            Self::tell(ctx, if filed { "export" } else { "change" }, &answered.into());
        }
        if changed.page {
            Self::tell(ctx, "turn", &JsValue::NULL);
            if !self.shows_page() {
                self.load(ctx);
            }
        }
        !quiet || changed.saving
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
            Action::ReadingsTakenAway => {
                let _ = keeper.delete_all(&store, &self.session.came_in().0);
            }
            Action::EverythingDeleted => {
                keeper.forget_everything();
                let _ = shelf::delete_everything(&store);
            }
            Action::EverythingDeletedElsewhere => keeper.forget_everything(),
            // A store that refuses says so at the next write.
            Action::StoringAllowed => drop(LocalStorage::allow()),
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
        let written = self.saver.write(&self.session);
        if let Some(features) = self.features {
            features.elsewhere(self, ctx, &written);
        }
        let Written { saving, elsewhere, .. } = written;
        let mut shown = false;
        for (id, theirs) in elsewhere {
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
        let ids: Vec<String> = match key {
            Some(key) => shelf::record_of(key).map(str::to_owned).into_iter().collect(),
            None => self.session.records().iter().map(|a| a.id.clone()).collect(),
        };
        let mut shown = false;
        if let Some(features) = self.features {
            shown |= features.follow(self, ctx, key);
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
        if let Some(sealed) = self.features.filter(|_| theirs.is_none()).and_then(|f| f.sealed_elsewhere(self, id)) {
            self.saver.keeper.forget(id);
            return self.apply(ctx, sealed, false);
        }
        if theirs.as_ref().is_some_and(|t| check(self.session.ladder(), &t.assessment).is_err()) {
            return false;
        }
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

    /// Tells the host.
    pub(super) fn tell(ctx: &Context<Self>, what: &str, detail: &JsValue) {
        if let Some(told) = &ctx.props().told {
            let _ = told.call2(&JsValue::NULL, &what.into(), detail);
        }
    }
}

/// What is said above every page.
fn notices(view: &View) -> Html {
    view.features.map(|features| features.notices(view)).unwrap_or_default()
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
    if ctx.props().options.owns_page {
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
            if browser::in_sight() {
                blur.send_message(Message::StoreChanged(None));
            }
        }));
    }
    all
}
