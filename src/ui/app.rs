//! The root component: it dispatches actions to the reducer, runs the effects that come back, and turns the browser's own
//! events into actions.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::autosave::Autosave;
use super::components::delete_dialog::delete_dialog;
use super::components::{header_footer, live_region};
use super::lazy_features::{Load, Rest};
use super::options::Options;
use super::view::{Features, Missing, Shared, View};
use super::{browser, pages};
use crate::files::default_questions;
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::state::{Action, CalibrationAction, Effect, HostEvent, Page, Saving, State, reduce_entry};
use crate::store::{Repository, Storage, Subscription};

/// Milliseconds after the first screen until the lazy part is fetched.
const AFTER_PAINT: u32 = 20;

pub(super) enum Message {
    Dispatch(Action),
    /// An action from the host, which is not notified of it.
    Given(Action),
    File(File),
    /// The host offered an assessment, as text.
    Offered(Vec<u8>),
    /// Load the lazy part.
    Wanted,
    /// It is loaded, or failed to load.
    Loaded(Option<Rest>),
    /// What to report if it failed to load.
    Missing(Missing),
    /// The browser's Back or Forward with a page name, or a change of the address.
    Navigated(Option<String>),
    /// Flush: the timer has fired, or the reader leaves the page.
    Flush,
    /// Another window changed a key of the store; without a key, all may have changed.
    StoreChanged(Option<String>),
}

/// A file that the reader chose, dropped or followed.
pub(super) struct File {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Whether it is the only file: then an assessment is opened at once.
    pub(super) alone: bool,
}

/// What the app starts with; see [`mount`](super::mount).
#[derive(Properties)]
pub(super) struct Props {
    pub(super) options: Options,
    pub(super) store: Shared<dyn Storage>,
    /// The ladder, if it is not the default one.
    pub(super) ladder: Option<Rc<Ladder>>,
    /// The lazy part, if it is loaded already.
    pub(super) features: Option<Rest>,
    /// Loads the lazy part.
    pub(super) load: Load,
    pub(super) on_event: Option<js_sys::Function>,
}

/// The options do not change while the app is shown.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Reader,
    /// An action from the browser's history, the host, or the store, which must not be notified again.
    Outside,
    /// The start of the app, before the first screen.
    Start,
}

pub(super) struct App {
    pub(super) state: State,
    store: Rc<dyn Storage>,
    repository: Repository,
    autosave: Autosave,
    features: Option<&'static dyn Features>,
    /// Whether the lazy part is loading.
    loading: bool,
    /// Messages that wait for the lazy part.
    queue: Vec<Message>,
    /// Whether the page was opened after the lazy part was loaded. If not, nothing is inserted that could move a button
    /// while it is pressed.
    page_has_features: bool,
    main: NodeRef,
    /// Whether the next rendering focuses the page's heading.
    focus_pending: bool,
    missing: Missing,
    dispatch: Callback<Action>,
    _listeners: Vec<EventListener>,
    _subscription: Option<Subscription>,
    /// Asks the reader before leaving while unsaved input would be lost.
    leaving: Option<EventListener>,
    load_timer: Option<Timeout>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { options, store, ladder, features, .. } = ctx.props();
        let features = features.map(Rest::features);
        let ladder =
            ladder.clone().unwrap_or_else(|| features.map_or_else(|| default_questions().into(), Features::default_ladder));
        let changed = ctx.link().callback(Message::StoreChanged);
        let mut app = Self {
            state: State::blank(Rc::clone(&ladder)).with_days(browser::day_of).with_mode(options.mode),
            store: Rc::clone(&store.0),
            repository: Repository::new(browser::new_id()),
            autosave: Autosave::default(),
            features,
            loading: false,
            queue: Vec::new(),
            page_has_features: features.is_some(),
            main: NodeRef::default(),
            focus_pending: options.begin || options.asked.is_some(),
            missing: Missing::default(),
            dispatch: ctx.link().callback(Message::Dispatch),
            _listeners: listeners(ctx),
            _subscription: store.0.subscribe(Box::new(move |key| changed.emit(key))),
            leaving: None,
            load_timer: None,
        };
        if let Some(features) = features {
            app.load_store(ctx, features, ladder, true, Source::Start);
        }
        app.begin(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let shown = self.handle(ctx, message);
        let fresh = self.state.calibrations().unconfirmed_seal().is_some();
        if fresh != self.leaving.is_some() {
            self.leaving = if fresh { browser::ask_before_leaving() } else { None };
        }
        shown
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let options = &ctx.props().options;
        let view = View {
            state: &self.state,
            dispatch: &self.dispatch,
            store: &self.store,
            alone: options.owns_page,
            features: self.features,
            whole: self.page_has_features,
            missing: &self.missing,
            own_ladder: options.ladder.is_some(),
            page: options.page.as_deref(),
        };
        let page = self.state.page();
        html! {
            <div class="page" data-page={page.name(self.state.ladder()).split('/').next().unwrap_or_default().to_owned()}>
                { header_footer::header(&view, options.linked) }
                { self.body(&view) }
                { header_footer::footer(&view) }
                { live_region::status(&view) }
                { delete_dialog(&self.dispatch) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let (turned, owns_page) = (std::mem::take(&mut self.focus_pending), ctx.props().options.owns_page);
        if first {
            // The first screen does not wait for the lazy part.
            let link = ctx.link().clone();
            self.load_timer = Some(Timeout::new(AFTER_PAINT, move || link.send_message(Message::Wanted)));
        }
        if owns_page && (turned || first) {
            browser::set_title(&pages::title(&self.state));
        }
        if let Some(main) = self.main.cast::<web_sys::Element>().filter(|_| turned) {
            browser::focus_heading(&main, owns_page);
        }
    }
}

impl App {
    /// An embedding page has its own `main`.
    fn body(&self, view: &View) -> Html {
        let content = html! { <>{ banners(view) }{ pages::loading::undone(view) }{ pages::page(view) }</> };
        // Each page is a new element, because a translator may have replaced the texts of the old one.
        let key = format!("{} {}", self.state.page().name(self.state.ladder()), self.state.replacements());
        if view.alone {
            html! { <main {key} ref={self.main.clone()} tabindex="-1">{ content }</main> }
        } else {
            html! { <div class="main" {key} ref={self.main.clone()} tabindex="-1">{ content }</div> }
        }
    }

    /// The reader's intent from before the app was mounted, or the page in the address.
    fn begin(&mut self, ctx: &Context<Self>) {
        let options = &ctx.props().options;
        self.run(ctx, vec![Effect::ProbeStorage], false, Source::Start);
        if options.begin {
            self.dispatch(ctx, Action::SelfAssessmentStarted { id: browser::new_id(), now: browser::now() }, Source::Start);
        }
        self.ask(ctx, options.asked.as_deref());
        if options.owns_page {
            if let Some(link) = self.features.and_then(Features::link) {
                self.dispatch(ctx, link, Source::Start);
            }
            self.ask(ctx, browser::page_in_address().as_deref());
            browser::remember_page(&self.state.page().name(self.state.ladder()), true);
        }
    }

    fn ask(&mut self, ctx: &Context<Self>, name: Option<&str>) {
        if let Some(page) = name.and_then(|name| Page::parse(name, self.state.ladder())) {
            self.dispatch(ctx, Action::PageRequested(page), Source::Start);
        }
    }

    fn handle(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Dispatch(action) => self.dispatch(ctx, action, Source::Reader),
            Message::Given(action) => self.dispatch(ctx, action, Source::Outside),
            Message::File(file) => match self.features {
                Some(features) => self.dispatch(ctx, features.read(file.name, &file.bytes, file.alone), Source::Reader),
                None => self.wait(ctx, Message::File(file)),
            },
            Message::Offered(bytes) => match self.features {
                Some(features) => {
                    let (action, refused) = features.offer(&self.state, &bytes);
                    if let Some(sentence) = refused {
                        Self::emit(ctx, "refused", &sentence.into());
                    }
                    self.dispatch(ctx, action, Source::Outside)
                }
                None => self.wait(ctx, Message::Offered(bytes)),
            },
            Message::Wanted => {
                self.load(ctx);
                true
            }
            Message::Loaded(features) => self.loaded(ctx, features),
            Message::Missing(missing) => {
                (self.missing, self.focus_pending) = (missing, true);
                true
            }
            Message::Navigated(name) => {
                // The script that mounted the app reads links.
                if browser::clean_address(name.as_deref(), || self.state.page().name(self.state.ladder())) {
                    return false;
                }
                let page = name.and_then(|n| Page::parse(&n, self.state.ladder())).unwrap_or_default();
                if self.state.can_show(page) {
                    return self.dispatch(ctx, Action::PageRequested(page), Source::Outside);
                }
                // The browser's history leads to a page that cannot be shown, such as a question whose answers were sealed.
                let shown = self.dispatch(ctx, Action::PageRequested(Page::Calibration), Source::Outside);
                browser::remember_page(&self.state.page().name(self.state.ladder()), true);
                shown
            }
            Message::Flush => self.run(ctx, vec![Effect::Flush], false, Source::Outside),
            Message::StoreChanged(key) => {
                let changes = self.repository.external_changes(&*self.store, &self.state, key.as_deref());
                let mut shown = false;
                for action in changes {
                    shown |= self.dispatch(ctx, action, Source::Outside);
                }
                shown
            }
        }
    }

    /// Calls the reducer and runs the effects. Returns whether to render.
    fn dispatch(&mut self, ctx: &Context<Self>, action: Action, source: Source) -> bool {
        if matches!(&action, Action::SavingChanged(saving) if saving == self.state.saving()) {
            return false;
        }
        let chosen = action.changes_a_choice();
        let effects = match self.features {
            Some(features) => features.reduce(&mut self.state, action),
            None => reduce_entry(&mut self.state, action),
        };
        self.run(ctx, effects, chosen, source);
        true
    }

    /// Runs effects in order and dispatches their results at once. Returns whether to render.
    fn run(&mut self, ctx: &Context<Self>, effects: Vec<Effect>, chosen: bool, source: Source) -> bool {
        let mut shown = false;
        for effect in effects {
            for action in self.perform(ctx, effect, chosen, source) {
                shown |= self.dispatch(ctx, action, source);
            }
        }
        shown
    }

    fn perform(&mut self, ctx: &Context<Self>, effect: Effect, chosen: bool, source: Source) -> Vec<Action> {
        match effect {
            Effect::Navigate { .. } | Effect::Focus | Effect::Emit(_) if source == Source::Start => {}
            Effect::Navigate { replace } => self.navigate(ctx, replace, source),
            Effect::Focus => self.focus_pending = true,
            Effect::Emit(_) if source != Source::Reader => {}
            Effect::Emit(HostEvent::Change(answered)) => Self::emit(ctx, "change", &answered.into()),
            Effect::Emit(HostEvent::Export(answered)) => Self::emit(ctx, "export", &answered.into()),
            Effect::Date(keys) => {
                return vec![Action::calibrations(CalibrationAction::DocumentsArrived { keys, now: browser::now() })];
            }
            Effect::Flush => return self.flush(ctx),
            effect => {
                let writes = matches!(effect, Effect::Save(_) | Effect::SaveLocation);
                let actions = self.repository.run(&*self.store, &self.state, effect, browser::time_of_day);
                if writes {
                    let flush = ctx.link().callback(|()| Message::Flush);
                    self.autosave.schedule(chosen, move || flush.emit(()));
                }
                return actions;
            }
        }
        Vec::new()
    }

    fn navigate(&mut self, ctx: &Context<Self>, replace: bool, source: Source) {
        (self.missing, self.focus_pending, self.page_has_features) = (Missing::default(), true, self.features.is_some());
        if source == Source::Reader && ctx.props().options.owns_page {
            browser::remember_page(&self.state.page().name(self.state.ladder()), replace);
        }
        Self::emit(ctx, "turn", &JsValue::NULL);
        if !self.shows_page() {
            self.load(ctx);
        }
    }

    /// Writes what is dirty, and schedules a retry of what failed.
    fn flush(&mut self, ctx: &Context<Self>) -> Vec<Action> {
        self.autosave.cancel();
        let actions = self.repository.run(&*self.store, &self.state, Effect::Flush, browser::time_of_day);
        let flush = ctx.link().callback(|()| Message::Flush);
        let saving = actions.iter().find_map(|a| if let Action::SavingChanged(saving) = a { Some(saving) } else { None });
        match saving {
            Some(Saving::Full | Saving::Denied) => self.autosave.retry(move || flush.emit(())),
            Some(Saving::Off | Saving::NeedsConsent) => {}
            _ if self.repository.is_dirty() => self.autosave.schedule(false, move || flush.emit(())),
            _ => {}
        }
        if matches!(saving, Some(Saving::Saved(_))) {
            browser::ask_to_persist();
        }
        actions
    }

    /// Adds the lazy part and the content of the store; `here` if the reader stays on the current page.
    fn load_store(
        &mut self,
        ctx: &Context<Self>,
        features: &'static dyn Features,
        ladder: Rc<Ladder>,
        here: bool,
        source: Source,
    ) {
        self.dispatch(ctx, Action::FeaturesLoaded(ladder), source);
        let mut contents = features.load(&mut self.repository, &*self.store, &self.state);
        contents.location.take_if(|_| !here);
        self.dispatch(ctx, Action::StoreLoaded(contents.into()), source);
    }

    /// Loads the lazy part, once at a time.
    fn load(&mut self, ctx: &Context<Self>) {
        if self.features.is_some() || self.loading {
            return;
        }
        (self.loading, self.missing) = (true, Missing::default());
        let (load, link) = (ctx.props().load, ctx.link().clone());
        spawn_local(async move { link.send_message(Message::Loaded(load().await)) });
    }

    /// Keeps a message until the lazy part is loaded.
    fn wait(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.queue.push(message);
        self.load(ctx);
        false
    }

    /// Handles the loaded lazy part, or the failure. A reader who waits for one of its pages gets its heading focused; any
    /// other is not disturbed by a failure.
    fn loaded(&mut self, ctx: &Context<Self>, features: Option<Rest>) -> bool {
        self.loading = false;
        let Some(features) = features.filter(|_| self.features.is_none()) else {
            // A message that could not be handled is reported, and dropped so that it does not run unexpectedly later.
            let wanted = !std::mem::take(&mut self.queue).is_empty() || !self.shows_page();
            if self.features.is_none() && wanted {
                Self::emit(ctx, "missing", &JsValue::NULL);
            }
            return false;
        };
        self.focus_pending |= !self.shows_page();
        let features = features.features();
        self.features = Some(features);
        self.load_store(ctx, features, features.default_ladder(), false, Source::Outside);
        for message in std::mem::take(&mut self.queue) {
            self.handle(ctx, message);
        }
        true
    }

    /// Whether the loaded parts can show the current page.
    fn shows_page(&self) -> bool {
        self.features.is_some() || pages::is_entry(&self.state)
    }

    pub(super) fn assessment(&self) -> Option<&Assessment> {
        self.state.assessment()
    }

    fn emit(ctx: &Context<Self>, what: &str, detail: &JsValue) {
        if let Some(on_event) = &ctx.props().on_event {
            let _ = on_event.call2(&JsValue::NULL, &what.into(), detail);
        }
    }
}

/// The banners above every page.
fn banners(view: &View) -> Html {
    view.features.map(|features| features.banners(view)).unwrap_or_default()
}

fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let Some(window) = browser::window() else { return Vec::new() };
    let (hide, blur) = (ctx.link().clone(), ctx.link().clone());
    let mut all = vec![EventListener::new(&window, "pagehide", move |_| hide.send_message(Message::Flush))];
    if ctx.props().options.owns_page {
        let back = ctx.link().clone();
        all.push(EventListener::new(&window, "popstate", move |e| {
            let state = e.dyn_ref::<web_sys::PopStateEvent>().and_then(|e| e.state().as_string());
            back.send_message(Message::Navigated(state.or_else(browser::page_in_address)));
        }));
    }
    if let Some(document) = window.document() {
        all.push(EventListener::new(&document, "visibilitychange", move |_| {
            blur.send_message(Message::Flush);
            // A hidden page needs no news; a page that becomes visible may have missed some.
            if browser::in_sight() {
                blur.send_message(Message::StoreChanged(None));
            }
        }));
    }
    all
}
