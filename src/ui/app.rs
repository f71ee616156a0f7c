//! The root component: ten lines around [`Session::apply`], and the browser's own events.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::components::delete_dialog::delete_dialog;
use super::components::{masthead, status};
use super::saver::Saver;
use super::view::View;
use super::{browser, pages, text};
use crate::domain::codec::{handover_text, read_handover};
use crate::domain::ladder::Ladder;
use crate::domain::session::{Action, Changed, HandOver, Page, Session, Unopened};
use crate::storage::shelf::Shelf;
use crate::storage::{LocalStorage, shelf};

/// What reaches the root component.
pub(super) enum Message {
    /// Something happened on screen.
    Did(Action),
    /// The browser's Back or Forward, with the name of the page it goes to.
    Navigated(Option<String>),
    /// It is time to write, or the page is being left.
    Write,
}

/// What the app starts with; see [`mount`](super::mount).
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) handed_over: Option<AttrValue>,
    pub(super) turned: Option<js_sys::Function>,
}

/// The app.
pub(super) struct App {
    session: Session,
    saver: Saver,
    main: NodeRef,
    turned: bool,
    did: Callback<Action>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let ladder = super::ladder();
        let kept = kept(&ladder);
        let unopened = kept.unreadable.into_iter().map(|u| Unopened { key: u.key, problem: u.problem });
        let mut session = Session::new(ladder, super::ADVISE, kept.assessments, unopened.collect(), kept.place);
        let mut saver = Saver::default();
        if let Some(from) = handed_over(ctx.props()) {
            if from.begin {
                session.apply(Action::SelfAssessmentStarted { id: browser::new_id(), now: browser::now() });
            }
            let record = from.assessment.is_some();
            session.take_over(from);
            let link = ctx.link().clone();
            saver.note(Changed { record, place: true, ..Changed::default() }, move || link.send_message(Message::Write));
        }
        if let Some(page) = browser::page_in_address().and_then(|name| Page::parse(&name, session.ladder())) {
            session.apply(Action::PageAsked(page));
        }
        browser::remember_page(&session.page().name(session.ladder()), true);
        Self {
            session,
            saver,
            main: NodeRef::default(),
            turned: ctx.props().handed_over.is_some() || cfg!(not(feature = "rooms")),
            did: ctx.link().callback(Message::Did),
            _listeners: listeners(ctx),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Did(action) => self.apply(ctx, action, true),
            Message::Navigated(name) => {
                let page = name.and_then(|n| Page::parse(&n, self.session.ladder())).unwrap_or_default();
                self.apply(ctx, Action::PageAsked(page), false)
            }
            Message::Write => match self.saver.write(&self.session) {
                Some(saving) => self.apply(ctx, Action::SavingChanged(saving), false),
                None => false,
            },
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let view = View { session: &self.session, did: &self.did };
        let page = self.session.page();
        html! {
            <div class="page" data-page={page.name(self.session.ladder()).split('/').next().unwrap_or_default().to_owned()}>
                { masthead::masthead(&view) }
                <main ref={self.main.clone()} tabindex="-1">{ pages::page(&view) }</main>
                { masthead::colophon(&view) }
                { status::status(self.session.saving()) }
                { delete_dialog(&self.did) }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        let turned = std::mem::take(&mut self.turned);
        if turned || first {
            browser::set_title(&text::title(&self.session));
        }
        if let Some(main) = self.main.cast::<web_sys::Element>().filter(|_| turned) {
            browser::focus_heading(&main);
        }
    }
}

impl App {
    /// `forward` is false for what the browser's own history or the store caused.
    fn apply(&mut self, ctx: &Context<Self>, action: Action, forward: bool) -> bool {
        forget(&action);
        let quiet = matches!(action, Action::SavingChanged(_));
        let changed: Changed = self.session.apply(action);
        if changed.page {
            self.turned = true;
            if forward {
                browser::remember_page(&self.session.page().name(self.session.ladder()), false);
            }
        }
        let link = ctx.link().clone();
        self.saver.note(changed, move || link.send_message(Message::Write));
        let taken_over = changed.page && self.tell_turn(ctx);
        !taken_over && (!quiet || changed.saving)
    }

    /// Tells the page which screen comes next. `true` if another module shows it.
    fn tell_turn(&mut self, ctx: &Context<Self>) -> bool {
        let Some(turned) = &ctx.props().turned else { return false };
        // What is in memory is handed over, so a save that fails here is tried again there.
        let _ = self.saver.write(&self.session);
        let hand_over = self.session.hand_over();
        let (page, text) = (hand_over.page.as_str().into(), handover_text(&hand_over).into());
        let shown = pages::shows(&self.session).into();
        turned.call3(&JsValue::NULL, &page, &shown, &text).is_ok_and(|taken| taken.is_truthy())
    }
}

/// The first module always begins a blank assessment; the second begins one or goes on with what it is handed.
fn handed_over(props: &Props) -> Option<HandOver> {
    if cfg!(feature = "rooms") {
        props.handed_over.as_ref().and_then(|text| read_handover(text).ok())
    } else {
        Some(HandOver { begin: true, ..HandOver::default() })
    }
}

/// The first module only ever runs in a browser that holds nothing yet.
fn kept(ladder: &Ladder) -> Shelf {
    if cfg!(feature = "rooms") { shelf::load(&LocalStorage, ladder) } else { Shelf::default() }
}

/// Deletions reach the store at once. A store that refuses keeps what it had, and the next load shows it.
fn forget(action: &Action) {
    let _ = match action {
        Action::AssessmentDeleted(id) => shelf::delete(&LocalStorage, id),
        Action::EverythingDeleted => shelf::delete_everything(&LocalStorage),
        _ => Ok(()),
    };
}

fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let Some(window) = browser::window() else { return Vec::new() };
    let (back, hide, blur) = (ctx.link().clone(), ctx.link().clone(), ctx.link().clone());
    let mut all = vec![
        EventListener::new(&window, "popstate", move |e| {
            let state = e.dyn_ref::<web_sys::PopStateEvent>().and_then(|e| e.state().as_string());
            back.send_message(Message::Navigated(state));
        }),
        EventListener::new(&window, "pagehide", move |_| hide.send_message(Message::Write)),
    ];
    if let Some(document) = window.document() {
        all.push(EventListener::new(&document, "visibilitychange", move |_| blur.send_message(Message::Write)));
    }
    all
}
