//! Charts with rows: one picture a row, as wide as the text, each with a title and a description. A table has the same
//! content. Positions are in percent, sizes in pixels, so that marks keep their size at any width.

use yew::prelude::*;

use crate::base::numbers::decimals;
use crate::messages::charts;

/// One row of a figure.
pub(in crate::ui) struct Row {
    /// What the row is about.
    pub(in crate::ui) title: String,
    /// The description.
    pub(in crate::ui) text: String,
    pub(in crate::ui) description: String,
    pub(in crate::ui) picture: Html,
}

/// A position on a row, 0 to 1.
pub(in crate::ui) fn x(share: f64) -> String {
    format!("{}%", decimals(share.clamp(0.0, 1.0) * 100.0, 2))
}

/// The rows. `id` names the figure within the page.
pub(in crate::ui) fn chart_list(id: &str, rows: &[Row]) -> Html {
    html! {
        <ol class="rows notranslate" translate="no">{ for rows.iter().enumerate().map(|(i, s)| {
            let (title, description) = (format!("{id}-{i}-t"), format!("{id}-{i}-d"));
            html! {
                <li key={format!("{i} {} {} {}", s.title, s.text, s.description)}>
                    <div class="row-head"><b>{ &s.title }</b>{ " " }<span class="values">{ &s.text }</span></div>
                    <svg class="chart figure-row" height="24" role="img" aria-labelledby={format!("{title} {description}")}>
                        <title id={title}>{ &s.title }</title>
                        <desc id={description}>{ &s.description }</desc>
                        <line x1="0" x2="100%" y1="12" y2="12" class="grid" stroke-width="1" />
                        { s.picture.clone() }
                    </svg>
                </li>
            }
        }) }</ol>
    }
}

/// A bar from one position to another.
pub(in crate::ui) fn bar(from: f64, to: f64, thick: bool) -> Html {
    let width = if thick { "8" } else { "2" };
    html! { <line x1={x(from)} x2={x(to)} y1="12" y2="12" class="ink-line" stroke-width={width} /> }
}

/// What a mark looks like. Shapes differ, so that nothing is conveyed by color alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Shape {
    /// A filled disc.
    Disc,
    /// A hollow ring.
    Ring,
    /// A filled square.
    Square,
}

/// A mark at a position, moved by some pixels.
pub(in crate::ui) fn mark(at: f64, offset: i32, shape: Shape) -> Html {
    let drawn = match shape {
        Shape::Disc => html! { <circle r="6" cx={offset.to_string()} class="ink" /> },
        Shape::Ring => html! { <circle r="5" cx={offset.to_string()} class="ring" stroke-width="2" /> },
        Shape::Square => html! { <rect x={(offset - 5).to_string()} y="-5" width="10" height="10" class="ink" /> },
    };
    html! { <svg x={x(at)} y="12" overflow="visible">{ drawn }</svg> }
}

/// A line across the row: a threshold.
pub(in crate::ui) fn threshold(at: f64) -> Html {
    html! { <line x1={x(at)} x2={x(at)} y1="1" y2="23" class="need" stroke-width="2" /> }
}

/// The legend: marks with their meaning.
pub(in crate::ui) fn key(entries: &[(Html, &str)]) -> Html {
    html! {
        <ul class="key">{ for entries.iter().enumerate().map(|(i, (picture, label))| html! {
            <li key={i}><svg aria-hidden="true" focusable="false" height="24">{ picture.clone() }</svg><span>{ *label }</span></li>
        }) }</ul>
    }
}

/// The same as a table, on request.
pub(in crate::ui) fn table(name: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Html {
    html! {
        <details class="small">
            <summary>{ charts::AS_TABLE }</summary>
            <div class="scroller" tabindex="0" role="region" aria-label={name.to_owned()}>
                <table class="table notranslate" translate="no">
                    <thead><tr>{ for columns.iter().map(|c| html! { <th scope="col">{ *c }</th> }) }</tr></thead>
                    <tbody>{ for rows.into_iter().enumerate().map(|(i, cells)| html! {
                        <tr key={format!("{i} {}", cells.join(" "))}>{ for cells.into_iter().enumerate().map(|(c, text)| if c == 0 { html! { <th scope="row">{ text }</th> } } else { html! { <td>{ text }</td> } }) }</tr>
                    }) }</tbody>
                </table>
            </div>
        </details>
    }
}
