//! How it is calculated, from the settings of the ladder in use.

use yew::prelude::*;

use crate::base::numbers::{percent_text, plain};
use crate::messages::{Message, common, page_how};
use crate::model::ladder::Ladder;
use crate::model::ladder_summary::STUDY;
use crate::state::Action;
use crate::ui::components::findings;
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View) -> Html {
    let ladder = view.state.ladders().current().ladder();
    let s = &ladder.scoring;
    html! {
        <div class="reading">
            { heading("", common::HOW) }
            <p class="standfirst">{ page_how::STANDFIRST }</p>
            <h2>{ page_how::POSITIONS }</h2>
            <p>{ page_how::POSITIONS_MODEL }</p>
            <p>{ page_how::positions_weights(percent_text(s.weight_without_example), s.minimum_answers) }</p>
            <h2>{ page_how::ONE_RATER }</h2>
            <p>{ page_how::one_rater_spread(plain(s.shared_sd), plain(s.dimension_sd)) }</p>
            <h2>{ page_how::LEVEL }</h2>
            <p>{ page_how::LEVEL_RULE }</p>
            <dl class="terms">{ for (1..ladder.levels.len()).map(|l| html! { <div key={l}><dt>{ &ladder.levels[l].title }</dt><dd>{ rule_text(ladder, l) }</dd></div> }) }</dl>
            <h2>{ page_how::WORTH }</h2>
            <p>{ STUDY }</p>
            { findings::disclaimer() }
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// "Scope and Ambiguity at Principal; Breadth and Influence at Staff or above."
fn rule_text(ladder: &Ladder, level: usize) -> Message {
    let parts: Vec<String> = ladder
        .scoring
        .rule
        .conditions(level)
        .iter()
        .map(|c| {
            let names: Vec<&str> = c.of().iter().map(|d| ladder.dimensions[*d].title.as_str()).collect();
            let reach = &ladder.levels[c.reach()].title;
            if c.at_least() == c.of().len() {
                page_how::all_at(names, reach).into()
            } else {
                page_how::some_at(c.at_least(), names, reach).into()
            }
        })
        .collect();
    page_how::rule(parts.join("; "))
}
