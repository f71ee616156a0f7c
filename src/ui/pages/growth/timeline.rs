//! Pieces of evidence along the months of the period.

use yew::prelude::*;

use super::sentences;
use crate::growth::evidence::{Dated, Evidence, timeline, timeline_text};
use crate::messages::page_timeline;
use crate::model::assessment::Assessment;
use crate::ui::components::chart_list::{Row, Shape, bar, chart_list, key, mark, table};
use crate::ui::view::untranslated;

pub(super) fn figure(a: &Assessment, pieces: &[Evidence]) -> Html {
    let t = timeline(&a.period, pieces);
    let Some((first, last)) = t.months.filter(|_| !t.dated.is_empty()) else {
        return html! { <section class="note"><h2>{ page_timeline::ALONG_THE_MONTHS }</h2>{ sentences(&timeline_text(&t)) }</section> };
    };
    let months = f64::from(first.until(last) + 1);
    let position = |m: i32| (f64::from(m) + 0.5) / months;
    let row = |d: &Dated| {
        let e = &pieces[d.piece];
        let (from, to) = (position(first.until(d.from)), position(first.until(d.to)));
        let open = if e.pending { Shape::Ring } else { Shape::Disc };
        Row {
            title: if e.title.is_empty() { page_timeline::WITHOUT_TITLE.into() } else { e.title.clone() },
            text: e.when_text(),
            description: if e.pending { page_timeline::pending_piece(e.when_text()).into() } else { e.when_text() },
            picture: html! { <>if from < to { { bar(from, to, false) } }{ mark(to, 0, open) }</> },
        }
    };
    let rows: Vec<Row> = t.dated.iter().map(row).collect();
    let cells = t.dated.iter().map(|d| {
        let e = &pieces[d.piece];
        vec![e.title.clone(), d.from.text(), d.to.text(), if e.pending { page_timeline::OPEN.into() } else { String::new() }]
    });
    let cells = cells.collect();
    html! {
        <figure aria-labelledby="timeline">
            <h2 class="figure-title" id="timeline">{ page_timeline::ALONG_THE_MONTHS }</h2>
            <p class="figure-sub">{ untranslated(page_timeline::from_to(first.text(), last.text())) }</p>
            { chart_list("time", &rows) }
            { key(&[(mark(0.5, 0, Shape::Disc), page_timeline::MARK_ENDED), (mark(0.5, 0, Shape::Ring), page_timeline::MARK_OPEN)]) }
            { sentences(&timeline_text(&t)) }
            { table(page_timeline::TABLE, &[page_timeline::PIECE, page_timeline::FIRST_MONTH, page_timeline::LAST_MONTH, page_timeline::OUTCOME], cells) }
        </figure>
    }
}
