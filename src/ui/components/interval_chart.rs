//! The interval chart: one row a dimension; the inner band is the estimate from the answers, the outer one includes the
//! error of one rater.

use yew::prelude::*;

use super::dot_chart::numbers;
use super::level_icons::level_icon;
use crate::base::numbers::percent_text;
use crate::base::numbers::{decimals, plain};
use crate::messages::{Message, charts};
use crate::model::chart_geometry::Axis;
use crate::model::ladder::Ladder;
use crate::model::scoring::{DimensionScore, Score, most_probable};
use crate::ui::messages::filled;

/// The data of the rows besides the score.
pub(in crate::ui) struct Marks<'a> {
    /// The level whose requirement is marked, and what each dimension has to reach for it.
    pub(in crate::ui) asked: Option<(usize, Vec<usize>)>,
    /// The dimensions that hold the result back.
    pub(in crate::ui) holding: &'a [usize],
}

/// A position as a length in the plot.
fn across(axis: &Axis, position: f64) -> String {
    format!("{}%", decimals(axis.share(position).clamp(0.0, 1.0) * 100.0, 2))
}

pub(in crate::ui) fn plot(ladder: &Ladder, score: &Score, marks: &Marks) -> Html {
    let axis = Axis::new(ladder);
    let asked = marks.asked.iter().map(|(level, _)| *level as f64);
    let shown: Vec<f64> =
        score.dimensions.iter().flat_map(placed).chain(asked).chain(marks.holding.iter().map(|d| *d as f64)).collect();
    html! {
        <>
        <div class="plot notranslate" key={numbers(&shown)} translate="no">
            <svg class="backdrop" width="100%" height="100%" aria-hidden="true" focusable="false">
                { for ladder.scoring.cuts.iter().map(|c| html! { <line x1={across(&axis, *c)} x2={across(&axis, *c)} y1="0" y2="100%" class="grid" stroke-width="1" /> }) }
            </svg>
            { names(ladder, &axis) }
            <ol class="rows">
                { for score.dimensions.iter().enumerate().map(|(d, s)| row(ladder, &axis, d, s, marks)) }
            </ol>
        </div>
        { key(ladder, marks) }
        </>
    }
}

/// The numbers that a row shows.
fn placed(s: &DimensionScore) -> impl Iterator<Item = f64> {
    let levels = s.levels.iter().copied();
    levels.chain([s.position.mean(), s.raters[0].answered as f64]).collect::<Vec<_>>().into_iter()
}

fn names(ladder: &Ladder, axis: &Axis) -> Html {
    let edges = axis.edges(ladder);
    html! {
        <svg class="chart axis" height="40" aria-hidden="true" focusable="false">
            { for ladder.levels.iter().enumerate().map(|(l, level)| {
                let x = across(axis, f64::midpoint(edges[l], edges[l + 1]));
                html! { <><svg x={x.clone()} y="10" overflow="visible">{ level_icon(l, false) }</svg><text {x} y="34" text-anchor="middle" class="axis-text">{ &level.title }</text></> }
            }) }
        </svg>
    }
}

fn range([low, high]: [f64; 2]) -> Message {
    charts::range(decimals(low, 1), decimals(high, 1))
}

fn likely_text(ladder: &Ladder, levels: &[f64]) -> String {
    let mut likely: Vec<usize> = (0..levels.len()).filter(|l| crate::base::numbers::percent(levels[*l]) >= 15).collect();
    likely.sort_by(|a, b| levels[*b].total_cmp(&levels[*a]));
    let parts = likely.iter().map(|l| charts::level_chance(&ladder.levels[*l].title, percent_text(levels[*l])));
    charts::likely_levels(parts).to_string()
}

fn row(ladder: &Ladder, axis: &Axis, d: usize, s: &DimensionScore, marks: &Marks) -> Html {
    let title = &ladder.dimensions[d].title;
    let (title_id, desc_id) = (format!("band-{d}-t"), format!("band-{d}-d"));
    let answered = s.raters.iter().map(|r| r.answered).max().unwrap_or(0);
    if answered < ladder.scoring.minimum_answers {
        return html! { <li key={d}><div class="row-head"><b>{ title }</b> <span class="values">{ charts::of_needed_answers(answered, ladder.scoring.minimum_answers) }</span></div></li> };
    }
    let outer = s.position.interval(ladder.scoring.interval);
    let inner = s.raters[0].posterior.interval(ladder.scoring.interval);
    let mean = s.position.mean();
    let likely = likely_text(ladder, &s.levels);
    let asked = marks
        .asked
        .as_ref()
        .filter(|(_, r)| r[d] > 0)
        .map(|(level, r)| (ladder.levels[*level].title.clone(), ladder.scoring.cuts[r[d] - 1]));
    let description = charts::dimension_description(decimals(mean, 1), range(inner), range(outer)).into();
    let asks = asked.as_ref().map(|(level, at)| charts::level_asks(level, plain(*at)).into());
    let description: Vec<String> = std::iter::once(description).chain(asks).collect();
    let values = [decimals(mean, 1), range(inner).into(), range(outer).into()];
    let values = values.map(|text: String| html! { <span class="nb">{ text }</span> });
    html! {
        <li key={d}>
            <div class="row-head">
                <b>{ title }{ " " }<span class="words">{ likely.clone() }</span></b>{ " " }
                <span class="values">{ filled(&charts::values(), values) }</span>
            </div>
            <svg class="chart" height="36" role="img" aria-labelledby={format!("{title_id} {desc_id}")}>
                <title id={title_id}>{ charts::dimension_title(title, likely) }</title>
                <desc id={desc_id}>{ description.join(" ") }</desc>
                if let Some((_, at)) = asked {
                    <svg x={across(axis, at)} overflow="visible"><path d="M-5 1H5L0 8Z" class="need-head" /><line y1="6" y2="34" class="need" stroke-width="2" /></svg>
                }
                { interval_chart(axis, most_probable(&s.levels), mean, inner, outer) }
                if marks.holding.contains(&d) && axis.share(outer[1]) < 0.7 {
                    <text x="100%" y="22" text-anchor="end" class="axis-text need-text">{ charts::HOLDS_BACK }</text>
                }
            </svg>
        </li>
    }
}

fn interval_chart(axis: &Axis, level: usize, mean: f64, inner: [f64; 2], outer: [f64; 2]) -> Html {
    let class = format!("l-{}", level.min(8));
    let cap = |position: f64| {
        let inside = (0.0..=1.0).contains(&axis.share(position));
        let x = across(axis, position);
        if inside {
            html! { <line x1={x.clone()} x2={x} y1="13" y2="23" class={class.clone()} stroke-width="2" /> }
        } else {
            Html::default()
        }
    };
    html! {
        <>
            <line x1={across(axis, outer[0])} x2={across(axis, outer[1])} y1="18" y2="18" class={class.clone()} stroke-width="2" />
            { cap(outer[0]) }{ cap(outer[1]) }
            <line x1={across(axis, inner[0])} x2={across(axis, inner[1])} y1="18" y2="18" class={class.clone()} stroke-width="8" />
            <svg x={across(axis, mean)} y="18" overflow="visible">{ level_icon(level, true) }</svg>
        </>
    }
}

fn key(ladder: &Ladder, marks: &Marks) -> Html {
    html! {
        <ul class="key">
            <li><svg aria-hidden="true" focusable="false"><line x1="4" x2="44" y1="8" y2="8" class="ink-line" stroke-width="8" /></svg><span>{ charts::INNER_BAND }</span></li>
            <li><svg aria-hidden="true" focusable="false"><line x1="1" x2="47" y1="8" y2="8" class="ink-line" stroke-width="2" /><line x1="1" x2="1" y1="3" y2="13" class="ink-line" stroke-width="2" /><line x1="47" x2="47" y1="3" y2="13" class="ink-line" stroke-width="2" /></svg><span>{ charts::OUTER_BAND }</span></li>
            if let Some((level, _)) = &marks.asked {
                <li><svg aria-hidden="true" focusable="false"><path d="M19 0H29L24 7Z" class="need-head" /><line x1="24" x2="24" y1="5" y2="16" class="need" stroke-width="2" /></svg><span>{ charts::what_level_asks(&ladder.levels[*level].title) }</span></li>
            }
        </ul>
    }
}

/// The same numbers as a table.
pub(in crate::ui) fn table(ladder: &Ladder, score: &Score) -> Html {
    let coverage = ladder.scoring.interval;
    html! {
        <details class="small">
            <summary>{ charts::AS_TABLE }</summary>
            <div class="scroller" tabindex="0" role="region" aria-label={charts::DIMENSION_NUMBERS}>
                <table class="table notranslate" translate="no">
                    <thead><tr>
                        <th scope="col">{ charts::DIMENSION }</th><th scope="col" class="n">{ charts::ANSWERS_GIVEN }</th><th scope="col" class="n">{ charts::ESTIMATE }</th>
                        <th scope="col" class="n">{ charts::ANSWERS_SAY }</th><th scope="col" class="n">{ charts::ONE_RATER }</th>
                        { for ladder.levels.iter().map(|l| html! { <th scope="col" class="n">{ &l.title }</th> }) }
                    </tr></thead>
                    <tbody key={numbers(&score.dimensions.iter().flat_map(placed).collect::<Vec<_>>())}>{ for ladder.dimensions.iter().zip(&score.dimensions).map(|(d, s)| html! {
                        <tr key={d.id.clone()}>
                            <th scope="row">{ &d.title }</th>
                            <td class="n">{ s.raters[0].answered }</td>
                            <td class="n">{ decimals(s.position.mean(), 1) }</td>
                            <td class="n">{ range(s.raters[0].posterior.interval(coverage)) }</td>
                            <td class="n">{ range(s.position.interval(coverage)) }</td>
                            { for s.levels.iter().map(|p| html! { <td class="n">{ percent_text(*p) }</td> }) }
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </details>
    }
}
