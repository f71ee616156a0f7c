//! The growth pages. All of them are optional and come from the ladder file; none is required for a profile.

mod domains;
mod evidence;
mod evidence_form;
mod lens;
mod leverage;
mod next_step;
mod on_profile;
mod packet;
mod plan;
mod readiness;
mod role;
mod timeline;
mod unreadable;
mod what_if;

use yew::prelude::*;

use crate::messages::{common, page_growth};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::profile::profile;
use crate::model::scoring::Model;
use crate::state::{Action, GrowthPage, Page};
use crate::ui::components::revision_warning;
use crate::ui::text;
use crate::ui::view::{Shared, View, heading};

use unreadable::Unreadable;

pub(in crate::ui) use on_profile::{cite, on_profile};

/// The common props of their components.
#[derive(PartialEq, Properties)]
struct Props {
    ladder: Shared<Ladder>,
    model: Shared<Model>,
    assessment: Assessment,
    dispatch: crate::ui::view::Dispatch,
    /// Whether the ratings are sealed.
    sealed: bool,
    /// Whether the level is withheld.
    held_back: bool,
}

pub(super) fn page(view: &View, growth: GrowthPage, a: Option<&Assessment>) -> Html {
    let title = text::growth_page(growth).0;
    let parts = |a: &Assessment| Props {
        ladder: view.ladder(),
        model: Shared(view.state.model().clone()),
        assessment: a.clone(),
        dispatch: view.dispatch.clone(),
        sealed: view.state.is_sealed(a),
        held_back: view.state.withholds_level(a),
    };
    // No warning on the page about the organization, which does not depend on the ladder's dimensions; the packet has it
    // with the result.
    let has_own_heading = matches!(growth, GrowthPage::Readiness | GrowthPage::Packet);
    let content = match (growth, a) {
        (GrowthPage::Readiness, a) => readiness::page(view, a),
        (_, None) => Html::default(),
        (GrowthPage::Evidence, Some(a)) => evidence::page(parts(a)),
        (GrowthPage::Role, Some(a)) => role::page(view, a),
        (GrowthPage::Step, Some(a)) => next_step::page(view, a),
        (GrowthPage::WhatIf, Some(a)) => what_if::page(parts(a)),
        (GrowthPage::Plan, Some(a)) => plan::page(view, parts(a)),
        (GrowthPage::Packet, Some(a)) => packet::page(view, parts(a)),
        (GrowthPage::Lens, Some(a)) => lens::page(view, a),
    };
    html! {
        <div class="growth" key={growth.name()}>
            if let Some(a) = a { <p class="overline">{ text::label(a) }</p> }
            { heading("", title) }
            if !has_own_heading { { for a.map(|a| revision_warning::paragraph(view.state.ladder(), a)) } }
            { for a.map(|a| html! { <Unreadable key={a.id.clone()} problems={view.state.unreadable_values(growth)} /> }) }
            { content }
            { others(view, growth) }
        </div>
    }
}

/// The link back, and the links to the other growth pages.
fn others(view: &View, here: GrowthPage) -> Html {
    let open = view.state.assessment().is_some();
    let rest = GrowthPage::ALL.into_iter().filter(|b| *b != here && view.state.can_show(Page::Growth(*b)));
    html! {
        <div class="ruled-part">
            <p class="actions">{ view.quiet_button(common::BACK, Action::WentBack) }
                if open && here != GrowthPage::Readiness { { view.link(Page::Profile, page_growth::PROFILE) } }
            </p>
            if open {
                <nav aria-label={page_growth::BESIDE}><ul class="line-of-links">{ for rest.map(|b| html! { <li key={b.name()}>{ view.link(Page::Growth(b), text::growth_page(b).0) }</li> }) }</ul></nav>
            }
        </div>
    }
}

/// The level for texts on these pages: the one held, or else the target, or else the most probable one unless that is
/// withheld.
fn level_in_question(ladder: &Ladder, model: &Model, a: &Assessment, held_back: bool) -> Option<usize> {
    let (held, target) = crate::growth::failure_modes::held_and_target(ladder, a);
    let probable = || profile(ladder, model, std::slice::from_ref(a)).overall.level.filter(|_| !held_back);
    held.max(target).or_else(probable)
}

/// Sentences, one a line.
fn sentences(all: &[impl std::fmt::Display]) -> Html {
    html! { <ul class="sentence-list">{ for all.iter().enumerate().map(|(i, s)| html! { <li key={i}>{ crate::ui::view::untranslated(crate::ui::view::together(s)) }</li> }) }</ul> }
}
