//! The argument of every page: the state and the dispatcher.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use crate::files::FileError;
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::state::{Action, Contents, Effect, Page, State};
use crate::store::{Repository, Storage};

/// A value that is compared by identity.
#[derive(Debug)]
pub(super) struct Shared<T: ?Sized>(pub(super) Rc<T>);

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The report of a failed load of the lazy part. Empty without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Missing {
    pub(super) sentence: String,
    /// Whether loading the page again may help.
    pub(super) reload: bool,
}

pub(super) type Dispatch = Callback<Action>;

/// The interface of the lazy part.
pub(super) trait Features {
    /// Reads a ladder that replaces the default one.
    ///
    /// # Errors
    /// Every problem found.
    fn ladder(&self, text: &str) -> Result<Ladder, Vec<FileError>>;
    /// The default ladder with its extras.
    fn default_ladder(&self) -> Rc<Ladder>;
    /// Reads the whole store on the ladders of the state, and adds the codecs of calibrations.
    fn load(&self, repository: &mut Repository, store: &dyn Storage, state: &State) -> Contents;
    /// Changes the state; see [`reduce`](crate::state::reduce).
    fn reduce(&self, state: &mut State, action: Action) -> Vec<Effect>;
    fn page(&self, view: &View, page: Page, assessment: Option<&Assessment>) -> Html;
    /// The evidence that a question can cite.
    fn cite(&self, view: &View, assessment: &Assessment, question: usize) -> Html;
    /// The earlier question beside one that a copy on another revision left open.
    fn earlier_answer(&self, view: &View, assessment: &Assessment, question: usize) -> Html;
    /// The banners above every page.
    fn banners(&self, view: &View) -> Html;
    /// The banner about a ladder from a link.
    fn ladder_in_link(&self, view: &View) -> Html;
    /// The action for the link in the address.
    fn link(&self) -> Option<Action>;
    /// The action for a file.
    fn read(&self, name: String, bytes: &[u8], alone: bool) -> Action;
    /// The action for an offer of the host, and why it is refused, if it is.
    fn offer(&self, state: &State, bytes: &[u8]) -> (Action, Option<String>);
    /// The profile of the open assessment as JSON, if there is one and its level is not withheld.
    ///
    /// # Errors
    /// One sentence that names path and cause.
    fn profile(&self, state: &State) -> Result<Option<String>, String>;
}

/// A page's view of the state.
pub(super) struct View<'a> {
    pub(super) state: &'a State,
    pub(super) dispatch: &'a Dispatch,
    pub(super) store: &'a Rc<dyn Storage>,
    /// Whether the document is the app's own, so that links may change its address.
    pub(super) alone: bool,
    /// The lazy part, if it is loaded.
    pub(super) features: Option<&'a dyn Features>,
    /// Whether it was loaded when the page was opened.
    pub(super) whole: bool,
    /// The report if it failed to load.
    pub(super) missing: &'a Missing,
    /// Whether the ladder is not the default one.
    pub(super) own_ladder: bool,
    /// The address for new links, if the document is not the app's own.
    pub(super) page: Option<&'a str>,
}

impl View<'_> {
    /// The ladder of the open assessment, for components.
    pub(super) fn ladder(&self) -> Shared<Ladder> {
        Shared(Rc::clone(self.state.ladder()))
    }

    /// A click callback for an action; links stay on the page.
    pub(super) fn click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |e: MouseEvent| {
            e.prevent_default();
            dispatch.emit(action.clone());
        })
    }

    /// The filled button of a page.
    pub(super) fn main_button(&self, label: &str, action: Action) -> Html {
        html! { <button type="button" class="button" onclick={self.click(action)}>{ keyed(label.to_owned()) }</button> }
    }

    pub(super) fn quiet_button(&self, label: &str, action: Action) -> Html {
        if !self.offers(&action) {
            return Html::default();
        }
        html! { <button type="button" class="button quiet" onclick={self.click(action)}>{ keyed(label.to_owned()) }</button> }
    }

    /// A button that looks like a link.
    pub(super) fn link_button(&self, label: &str, action: Action) -> Html {
        if !self.offers(&action) {
            return Html::default();
        }
        html! { <button type="button" class="link" onclick={self.click(action)}>{ keyed(label.to_owned()) }</button> }
    }

    /// A click for a calibration.
    pub(super) fn calibration_click(&self, action: crate::state::CalibrationAction) -> Callback<MouseEvent> {
        self.click(Action::Calibration(Rc::new(action)))
    }

    /// A button in a calibration, filled or outlined.
    pub(super) fn calibration_button(&self, label: &str, main: bool, action: crate::state::CalibrationAction) -> Html {
        let action = Action::Calibration(Rc::new(action));
        if main { self.main_button(label, action) } else { self.quiet_button(label, action) }
    }

    /// A button in a calibration that looks like a link.
    pub(super) fn calibration_link(&self, label: &str, action: crate::state::CalibrationAction) -> Html {
        self.link_button(label, Action::Calibration(Rc::new(action)))
    }

    /// Whether an action's page can be shown in the current mode.
    fn offers(&self, action: &Action) -> bool {
        !matches!(action, Action::PageRequested(page) if !self.state.can_show(*page))
    }

    /// A link to a page of the app. Where the address is the app's own, it can be opened in a new tab.
    pub(super) fn link(&self, page: Page, content: &'static str) -> Html {
        if !self.offers(&Action::PageRequested(page)) {
            return Html::default();
        }
        if !self.alone {
            return self.link_button(content, Action::PageRequested(page));
        }
        let href = format!("#{}", page.name(self.state.ladder()));
        html! { <a {href} onclick={self.click(Action::PageRequested(page))}>{ content }</a> }
    }

    /// A callback for a text field.
    pub(super) fn typed(&self, action: impl Fn(String) -> Action + 'static) -> Callback<InputEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |e: InputEvent| dispatch.emit(action(browser::field_text(&e))))
    }

    /// A callback for a select or a date field.
    pub(super) fn picked(&self, action: impl Fn(String) -> Action + 'static) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |e: Event| dispatch.emit(action(browser::field_text(&e))))
    }
}

/// The heading that is focused when the page appears.
pub(super) fn heading(class: &'static str, content: impl Into<Html>) -> Html {
    html! { <h1 {class} tabindex="-1">{ content.into() }</h1> }
}

/// A text that changes in place. A browser's translator replaces the text node of the page, and later changes of the
/// original node are not visible. So the element is replaced with each text, and its parent has no other text node next to
/// it.
pub(super) fn keyed(text: impl Into<AttrValue>) -> Html {
    said(text.into(), false)
}

/// The same for results, counts and states. They are not translated, so that each number on screen is current.
pub(super) fn untranslated(text: impl Into<AttrValue>) -> Html {
    said(text.into(), true)
}

fn said(text: AttrValue, marked: bool) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    let (translate, class) = if marked { (Some("no"), Some("notranslate")) } else { (None, None) };
    html! { <span key={format!("={text}")} {translate} {class}>{ text }</span> }
}

/// Text in which two compared numbers never break apart, and neither do a number and its % where a ladder writes a space.
pub(super) fn together(text: impl std::fmt::Display) -> String {
    text.to_string().replace(" %", "\u{a0}%").replace("% / ", "%\u{a0}/\u{a0}")
}
