//! The shape of each level: a ring for the zone below, then shapes of about equal area, so that color is never the
//! only sign.

use yew::prelude::*;

use crate::model::chart_geometry::outline;

/// The mark of a level around the origin, with a halo in the background color where it is on a band.
pub(in crate::ui) fn level_icon(level: usize, halo: bool) -> Html {
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

/// A mark in running text or a table.
pub(in crate::ui) fn inline_level_icon(level: usize) -> Html {
    html! { <svg class="mark" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">{ level_icon(level, false) }</svg> }
}
