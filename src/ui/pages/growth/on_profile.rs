//! The growth section of the profile, of a question and of the ladder.

use yew::prelude::*;

use super::role;
use crate::base::numbers::percent_text;
use crate::growth::evidence::{altitude_text, coverage, coverage_text};
use crate::growth::failure_modes::held_and_target;
use crate::growth::leverage::{leverage, leverage_text};
use crate::growth::plan::due;
use crate::growth::readiness::{is_shown_with_profile, joined, readiness, readiness_text};
use crate::messages::{Message, page_growth};
use crate::model::assessment::Assessment;
use crate::model::findings::Findings;
use crate::model::profile::Profile;
use crate::state::{GrowthChange, GrowthPage, Page};
use crate::ui::components::fields::ticked;
use crate::ui::view::{View, keyed, untranslated};
use crate::ui::{browser, text};

/// The section of the profile: readiness where the ladder asks for it, and links to all growth pages.
pub(in crate::ui) fn on_profile(view: &View, a: &Assessment, profile: &Profile, found: &Findings) -> Html {
    html! {
        <>
        { organization(view, a, profile, found) }
        <section class="ruled-part" aria-labelledby="growth">
            <h2 id="growth">{ page_growth::BESIDE }</h2>
            <p class="hint measure">{ page_growth::beside_hint(percent_text(view.state.ladder().scoring.weight_without_example)) }</p>
            <ul class="ways">{ for GrowthPage::ALL.iter().map(|b| html! {
                <li key={b.name()}>{ view.link(Page::Growth(*b), text::growth_page(*b).0) }<span class="small soft block">{ keyed(std::iter::once(text::growth_page(*b).1.to_owned()).chain(state(view, a, profile, *b)).collect::<Vec<_>>().join(" ")) }</span></li>
            }) }</ul>
        </section>
        </>
    }
}

/// The state of a growth page, in one line.
fn state(view: &View, a: &Assessment, profile: &Profile, growth: GrowthPage) -> Option<String> {
    let ladder = view.state.ladder();
    let pieces = &a.evidence;
    match growth {
        GrowthPage::Evidence if pieces.is_empty() => None,
        GrowthPage::Evidence => {
            let level = super::level_in_question(ladder, view.state.model(), a, false);
            let high = level.and_then(|l| altitude_text(&ladder.extras, pieces, l, &ladder.levels[l].title));
            let behind = coverage_text(ladder, &coverage(ladder, a, pieces)).into_iter().take(1);
            Some(Message::sentences(behind.chain(high)).into())
        }
        GrowthPage::Role => {
            let mix = leverage(&ladder.extras, &a.leverage).filter(|_| !a.leverage.is_empty());
            let mix = mix.and_then(|m| leverage_text(&ladder.extras, &m).into_iter().next());
            let parts: Vec<String> = mix.map(String::from).into_iter().chain(role::state(ladder, a, &profile.score)).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
        GrowthPage::Plan => match due(&a.plan, &a.journal, &browser::today()).len() {
            0 => None,
            n => Some(page_growth::dates_due(n).into()),
        },
        _ => None,
    }
}

/// The readiness answers, with every profile for which the ladder asks for them.
fn organization(view: &View, a: &Assessment, profile: &Profile, found: &Findings) -> Html {
    let ladder = view.state.ladder();
    let frame = &ladder.extras.readiness;
    let (held, target) = held_and_target(ladder, a);
    let levels = [profile.overall.level, held, target];
    if frame.conditions.is_empty() || !levels.into_iter().flatten().any(|l| is_shown_with_profile(frame, l)) {
        return Html::default();
    }
    let answers = &a.readiness;
    let results = readiness(frame, answers);
    html! {
        <section class="ruled-part" aria-labelledby="organization-readiness">
            <h2 id="organization-readiness">{ page_growth::ORGANIZATION }</h2>
            if let Some(message) = joined(ladder, &found.holding, answers) { <p class="lead joint measure">{ message }</p> }
            if answers.is_empty() {
                <p class="measure">{ page_growth::ORGANIZATION_OPEN }</p>
            } else {
                <p class="measure">{ readiness_text(frame, &results) }</p>
            }
            <p class="quote closing measure">{ &frame.closing }</p>
            <p class="actions">{ view.link(Page::Growth(GrowthPage::Readiness), if answers.is_empty() { page_growth::ORGANIZATION_ANSWER } else { page_growth::ORGANIZATION_ANSWERS }) }</p>
        </section>
    }
}

/// Pieces of evidence to cite for an answer, next to its own example.
pub(in crate::ui) fn cite(view: &View, a: &Assessment, question: usize) -> Html {
    let pieces = &a.evidence;
    let cited = view.state.answer(question).evidence;
    let count = pieces.iter().filter(|e| cited.contains(&e.id)).count();
    html! {
        <details class="cite">
            <summary>{ untranslated(if count == 0 { page_growth::CITE.to_owned() } else { page_growth::cited(count).into() }) }</summary>
            <fieldset class="question" aria-label={page_growth::PIECES_BEHIND}>
                { for pieces.iter().map(|e| {
                    let piece = e.id.clone();
                    let onchange = ticked(view.dispatch, move |cited| GrowthChange::Cited { question, piece: piece.clone(), cited });
                    html! { <label class="choice" key={e.id.clone()}><input type="checkbox" checked={cited.contains(&e.id)} {onchange} /><span>{ if e.title.is_empty() { page_growth::PIECE_WITHOUT_TITLE.to_owned() } else { e.title.clone() } }</span></label> }
                }) }
                <p class="small">if pieces.is_empty() { { page_growth::NO_PIECE }{ " " } }{ view.link(Page::Growth(GrowthPage::Evidence), page_growth::WRITE_PIECE) }</p>
            </fieldset>
        </details>
    }
}
