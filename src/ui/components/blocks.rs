//! A page of a record on screen, from the blocks that its Markdown and HTML are written from.

use yew::prelude::*;

use crate::calibration::{Block, Span};
use crate::messages::record_document;

/// Headings are one rank lower than in a file: `first` is the rank of the first one.
pub(in crate::ui) fn blocks(blocks: &[Block], first: usize) -> Html {
    html! { <>{ for blocks.iter().enumerate().map(|(i, b)| block(i, b, first)) }</> }
}

/// The key consists of index and text, so that a changed text gets a new element.
fn block(index: usize, block: &Block, first: usize) -> Html {
    let key = format!("{index} {block:?}");
    match block {
        Block::Heading(level, text) => match level + first - 1 {
            0 | 1 => html! { <h1 {key} tabindex="-1">{ text }</h1> },
            2 => html! { <h2 {key}>{ text }</h2> },
            3 => html! { <h3 {key}>{ text }</h3> },
            _ => html! { <h4 {key}>{ text }</h4> },
        },
        Block::Text(spans) => html! { <p {key}>{ line(spans) }</p> },
        Block::List(rows) => {
            html! { <ul class="lines" role="list" {key}>{ for rows.iter().map(|row| html! { <li>{ line(row) }</li> }) }</ul> }
        }
        Block::Table(head, rows) => html! {
            <div {key} class="scroller" tabindex="0" role="region" aria-label={record_document::columns(head)}>
                <table class="table">
                    <thead><tr>{ for head.iter().map(|h| html! { <th scope="col">{ h }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().map(|cells| html! { <tr>{ for cells.iter().map(|c| html! { <td>{ c }</td> }) }</tr> }) }</tbody>
                </table>
            </div>
        },
    }
}

fn line(spans: &[Span]) -> Html {
    html! { <>{ for spans.iter().map(|span| match span {
        Span::Plain(text) => html! { <>{ text }</> },
        Span::Strong(text) => html! { <strong>{ text }</strong> },
        Span::Struck(text) => html! { <s>{ text }</s> },
    }) }</> }
}
