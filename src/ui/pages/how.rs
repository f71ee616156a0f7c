//! How it is calculated, from the settings of the ladder in use.

use yew::prelude::*;

use crate::base::numbers::join;
use crate::base::numbers::plain;
use crate::messages::common;
use crate::model::ladder::Ladder;
use crate::model::ladder_summary::STUDY;
use crate::state::Action;
use crate::ui::components::findings;
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View) -> Html {
    let ladder = view.state.ladder();
    let s = &ladder.scoring;
    html! {
        <div class="reading">
            { heading("", common::HOW) }
            <p class="standfirst">{ "Each answer says something about a position on the ladder. The profile says how likely each level is after all of them, and after what one rater cannot know." }</p>
            <h2>{ "From answers to positions" }</h2>
            <p>{ "Each dimension is estimated by itself with the graded response model of Samejima (1969). A statement is most likely for people whose position lies between its two thresholds; a harder question shifts them up a little. Before the first answer the middle of each dimension is a little more likely than its ends." }</p>
            <p>{ format!("An answer without an example counts as {} of an answer, whether it is high or low. Answers beside the scale are left out and never count as low. A dimension needs {} answers.", plain(s.weight_without_example), s.minimum_answers) }</p>
            <h2>{ "What one rater cannot know" }</h2>
            <p>{ format!("Two careful raters differ. The model gives each rater a shift of their own with a spread of {} of a level over all dimensions, and {} in each one. So the outer bands are wider than what the answers alone would say, and nobody is placed with certainty.", plain(s.shared_sd), plain(s.dimension_sd)) }</p>
            <h2>{ "From positions to a level" }</h2>
            <p>{ "The level is not a sum. Each one asks for certain dimensions, and a high value in one does not make up for a low value in another:" }</p>
            <dl class="terms">{ for (1..ladder.levels.len()).map(|l| html! { <div key={l}><dt>{ &ladder.levels[l].title }</dt><dd>{ rule_words(ladder, l) }</dd></div> }) }</dl>
            <h2>{ "What it is worth" }</h2>
            <p>{ STUDY }</p>
            { findings::disclaimer() }
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// "Scope and Ambiguity at Principal; Breadth and Influence at Staff or above."
fn rule_words(ladder: &Ladder, level: usize) -> String {
    let parts: Vec<String> = ladder
        .scoring
        .rule
        .conditions(level)
        .iter()
        .map(|c| {
            let names: Vec<&str> = c.of().iter().map(|d| ladder.dimensions[*d].title.as_str()).collect();
            let reach = &ladder.levels[c.reach()].title;
            if c.at_least() == c.of().len() {
                format!("{} at {reach} or above", join(&names, "and"))
            } else {
                format!("At least {} of {} at {reach} or above", c.at_least(), join(&names, "and"))
            }
        })
        .collect();
    format!("{}.", parts.join("; "))
}
