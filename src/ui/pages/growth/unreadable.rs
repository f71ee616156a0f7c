//! Values of a growth page that cannot be read, each with its path in the file.

use yew::prelude::*;

use crate::base::characters::clean;
use crate::files::FileError;
use crate::messages::page_growth;
use crate::ui::view::keyed;

/// How many are listed one by one.
const REPORTED: usize = 10;
/// The most of one, in characters: it may quote the file.
const LONGEST: usize = 200;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) problems: Vec<FileError>,
}

/// Remembers what could not be read when the page was turned to: what is only half typed since, its own field tells, and
/// nothing moves under it.
#[component(Unreadable)]
pub(super) fn unreadable(p: &Props) -> Html {
    let before = use_state(|| p.problems.clone());
    let still: Vec<&FileError> = p.problems.iter().filter(|problem| before.contains(problem)).collect();
    if still.is_empty() {
        return Html::default();
    }
    let line = |problem: &FileError| clean(&problem.to_string()).chars().take(LONGEST).collect::<String>();
    let more = still.len().saturating_sub(REPORTED);
    html! {
        <section class="notice" aria-labelledby="unreadable">
            <h2 id="unreadable">{ page_growth::UNREADABLE }</h2>
            <p>{ page_growth::UNREADABLE_STAYS }</p>
            <ul class="lines" role="list">
                { for still.into_iter().take(REPORTED).map(|problem| html! { <li key={problem.path.clone()}><bdi>{ keyed(line(problem)) }</bdi></li> }) }
                if more > 0 { <li>{ keyed(page_growth::unreadable_more(more)) }</li> }
            </ul>
        </section>
    }
}
