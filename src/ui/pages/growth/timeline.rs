//! Pieces of evidence along the months of the period.

use yew::prelude::*;

use super::sentences;
use crate::growth::evidence::{Dated, Evidence, timeline, timeline_words};
use crate::model::assessment::Assessment;
use crate::ui::components::chart_list::{Row, Shape, bar, chart_list, key, mark, table};
use crate::ui::view::untranslated;

pub(super) fn figure(a: &Assessment, pieces: &[Evidence]) -> Html {
    let t = timeline(&a.period, pieces);
    let Some((first, last)) = t.months.filter(|_| !t.dated.is_empty()) else {
        return html! { <section class="note"><h2>{ "Along the months" }</h2>{ sentences(&timeline_words(&t)) }</section> };
    };
    let months = f64::from(first.until(last) + 1);
    let position = |m: i32| (f64::from(m) + 0.5) / months;
    let row = |d: &Dated| {
        let e = &pieces[d.piece];
        let (from, to) = (position(first.until(d.from)), position(first.until(d.to)));
        let open = if e.pending { Shape::Ring } else { Shape::Disc };
        Row {
            title: if e.title.is_empty() { "A piece without a title".into() } else { e.title.clone() },
            words: e.when_words(),
            description: format!("{}{}", e.when_words(), if e.pending { "; the outcome is open" } else { "" }),
            picture: html! { <>if from < to { { bar(from, to, false) } }{ mark(to, 0, open) }</> },
        }
    };
    let rows: Vec<Row> = t.dated.iter().map(row).collect();
    let cells = t.dated.iter().map(|d| {
        let e = &pieces[d.piece];
        vec![e.title.clone(), d.from.words(), d.to.words(), if e.pending { "open".into() } else { String::new() }]
    });
    let cells = cells.collect();
    html! {
        <figure aria-labelledby="timeline">
            <h2 class="figure-title" id="timeline">{ "Along the months" }</h2>
            <p class="figure-sub">{ untranslated(format!("From {} to {}", first.words(), last.words())) }</p>
            { chart_list("time", &rows) }
            { key(&[(mark(0.5, 0, Shape::Disc), "Ended, or as far as it is told"), (mark(0.5, 0, Shape::Ring), "The outcome is open")]) }
            { sentences(&timeline_words(&t)) }
            { table("Pieces along the months", &["Piece", "First month", "Last month", "Outcome"], cells) }
        </figure>
    }
}
