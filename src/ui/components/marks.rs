//! The shape of each level: a ring for the zone below, then shapes of about equal area, so that colour is never the
//! only sign.

use yew::prelude::*;

/// The mark of a level around the origin, with a halo of paper where it lies on a band.
pub(in crate::ui) fn mark(level: usize, halo: bool) -> Html {
    let class = classes!(format!("m-{}", level.min(8)), halo.then_some("halo"));
    let order = halo.then_some("stroke");
    let width = if halo { Some("3") } else { None };
    match level {
        0 => html! { <circle r="5.5" class="m-0" /> },
        1 => html! { <circle r="6.5" {class} stroke-width={width} paint-order={order} /> },
        2 => html! { <rect x="-5.75" y="-5.75" width="11.5" height="11.5" {class} stroke-width={width} paint-order={order} /> },
        _ => html! { <path d={outline(level)} {class} stroke-width={width} paint-order={order} /> },
    }
}

/// Diamond first, then shapes for ladders with more levels.
fn outline(level: usize) -> &'static str {
    match level {
        3 => "M0-8.15 8.15 0 0 8.15-8.15 0Z",
        4 => "M0-8.5 8.6 6.4-8.6 6.4Z",
        5 => "M0 8.5 8.6-6.4-8.6-6.4Z",
        6 => "M-2.6-8h5.2v5.4H8v5.2H2.6V8h-5.2V2.6H-8v-5.2h5.4Z",
        7 => "M0-7.6 7.2-2.3 4.5 6.2h-9L-7.2-2.3Z",
        _ => "M-4-7H4L8 0 4 7H-4L-8 0Z",
    }
}

/// A mark in running text or a table.
pub(in crate::ui) fn inline_mark(level: usize) -> Html {
    html! { <svg class="mark" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">{ mark(level, false) }</svg> }
}
