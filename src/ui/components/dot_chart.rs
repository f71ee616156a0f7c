//! Twenty dots, one for each five per cent, and their table.

use yew::prelude::*;

use super::level_icons::{inline_level_icon, level_icon};
use crate::base::numbers::{decimals, percent_text, spelled_out};
use crate::messages::charts;
use crate::model::ladder::Ladder;
use crate::model::profile::dots;
use crate::model::scoring::most_probable;
use crate::ui::view::together;

/// The figure with its table. `id` names it within the page.
pub(in crate::ui) fn dot_chart(ladder: &Ladder, levels: &[f64], id: &str) -> Html {
    let counts = dots(levels);
    let best = most_probable(levels);
    let title_id = format!("{id}-title");
    html! {
        <figure key={numbers(levels)} translate="no" class="notranslate" aria-labelledby={title_id.clone()}>
            <p class="figure-title" id={title_id}>{ charts::chances_in_twenty(spelled_out(counts[best]), &ladder.levels[best].title) }</p>
            <p class="figure-sub">{ charts::EACH_DOT }</p>
            { row(ladder, &counts) }
            <table class="table">
                <caption class="vh">{ charts::CHANCE_OF_EACH_LEVEL }</caption>
                <thead><tr><th scope="col">{ charts::LEVEL }</th><th scope="col" class="n">{ charts::DOTS }</th><th scope="col" class="n">{ charts::CHANCE }</th></tr></thead>
                <tbody>
                { for ladder.levels.iter().enumerate().map(|(l, level)| html! {
                    <tr key={l} class={(l == best).then_some("strong")}>
                        <th scope="row">{ inline_level_icon(l) }{ &level.title }</th>
                        <td class="n">{ counts[l] }</td>
                        <td class="n">{ together(percent_text(levels[l])) }</td>
                    </tr>
                }) }
                </tbody>
            </table>
        </figure>
    }
}

/// Numbers as a key: an element is replaced when one of its numbers changes.
pub(in crate::ui) fn numbers(all: &[f64]) -> String {
    all.iter().map(|n| decimals(*n, 4)).collect::<Vec<_>>().join(" ")
}

/// The dots alone, hidden from the accessibility tree, because the table or the text next to them has the same content.
pub(in crate::ui) fn row(ladder: &Ladder, counts: &[usize]) -> Html {
    let levels = (0..ladder.levels.len()).flat_map(|l| std::iter::repeat_n(l, counts[l]));
    html! {
        <svg class="chart dots" part="chart" viewBox="0 0 400 20" aria-hidden="true" focusable="false">
            { for levels.enumerate().map(|(i, level)| html! { <g transform={format!("translate({} 10)", 10 + 20 * i)}>{ level_icon(level, false) }</g> }) }
        </svg>
    }
}
