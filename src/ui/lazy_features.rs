//! The lazily loaded part: every page but the questions, the stored assessments, files, and calibrations.
//!
//! A wasm module contains what its code calls by name, so the entry reaches all of this through [`Features`] alone.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use yew::Html;

use super::view::{Features, View};
use super::{browser, components, pages, text};
use crate::files::{FileError, assessment_file, decode_any, default_ladder, read_other_ladder};
use crate::headless::profile_of;
use crate::messages::page_open;
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::state::{Action, Contents, Effect, Page, State, reduce};
use crate::store::{Repository, Storage};

#[derive(Clone, Copy)]
pub struct Rest(&'static dyn Features);

/// Loads the lazy part; `None` if that failed. The caller passes it in: the page loads over the network, the single file
/// and tests have it linked.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<Rest>>>>;

/// The lazy part. A program that calls this by name has it linked; in the page only the split point calls it.
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
    fn ladder(&self, text: &str) -> Result<Ladder, Vec<FileError>> {
        read_other_ladder(text.as_bytes())
    }

    fn default_ladder(&self) -> Rc<Ladder> {
        default_ladder().into()
    }

    fn load(&self, repository: &mut Repository, store: &dyn Storage, state: &State) -> Contents {
        repository.add_calibrations();
        repository.load(store, state.ladders(), state.mode())
    }

    fn reduce(&self, state: &mut State, action: Action) -> Vec<Effect> {
        reduce(state, action)
    }

    fn page(&self, view: &View, page: Page, assessment: Option<&Assessment>) -> Html {
        pages::feature(view, page, assessment)
    }

    fn cite(&self, view: &View, assessment: &Assessment, question: usize) -> Html {
        pages::cite(view, assessment, question)
    }

    fn earlier_answer(&self, view: &View, assessment: &Assessment, question: usize) -> Html {
        components::other_revision::earlier_answer(view, assessment, question)
    }

    fn banners(&self, view: &View) -> Html {
        components::banners::banners(view)
    }

    fn ladder_in_link(&self, view: &View) -> Html {
        components::banners::ladder_in_link(view)
    }

    fn link(&self) -> Option<Action> {
        browser::link_in_address().map(|link| browser::read(page_open::LINK.into(), link.as_bytes(), false))
    }

    fn read(&self, name: String, bytes: &[u8], alone: bool) -> Action {
        browser::read(name, bytes, alone)
    }

    fn offer(&self, state: &State, bytes: &[u8]) -> (Action, Option<String>) {
        let offer = state.offered(decode_any(bytes));
        let refused = offer.as_ref().err().map(text::not_opened);
        (Action::Offered { offer, id: browser::new_id() }, refused)
    }

    fn profile(&self, state: &State) -> Result<Option<String>, String> {
        let Some(a) = state.assessment().filter(|a| !state.withholds_level(a)) else { return Ok(None) };
        let file = assessment_file(a).to_string().into_bytes();
        profile_of(state.ladders(), &[("assessment".to_owned(), file)]).map(|json| Some(json.to_string()))
    }
}
