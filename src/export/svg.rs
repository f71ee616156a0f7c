//! The profile as a standalone picture: the sentence, twenty dots, and a row for each dimension.
//!
//! The geometry is that of the screen, in pixels of a view box 800 wide. The picture has its own background, so that it can
//! be read on any other. Every color has a class, by which an embedding document can change it. Only text comes from data,
//! and only as the content of `text`, `title` and `desc`.

use std::fmt::Write as _;

use super::Options;
use super::document::{ExportDocument, export_document};
use super::svg_canvas::{ACCENT, BACKGROUND, Canvas, INK, INNER, LEFT, Paint, RULE, SOFT, WIDTH, columns, number, wrap};
use crate::base::characters::{clean, escape};
use crate::messages::{export, export_picture};
use crate::model::assessment::Assessment;
use crate::model::chart_geometry::Axis;
use crate::model::ladder::Ladder;
use crate::model::scoring::{DimensionScore, Model, most_probable};

/// Height of one row's bands.
const BAND: f64 = 36.0;

/// The picture as a file.
pub fn svg(ladder: &Ladder, model: &Model, a: &Assessment, options: Options) -> String {
    let r = export_document(ladder, model, a, options);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", picture(ladder, &r))
}

/// The picture as an element.
pub(super) fn picture(ladder: &Ladder, r: &ExportDocument) -> String {
    let mut canvas = Canvas { y: 20.0, ..Canvas::default() };
    canvas.paragraph(&r.label, 14.0, SOFT);
    canvas.sentence(&r.sentence);
    for note in &r.notes {
        canvas.paragraph(note, 15.0, INK);
    }
    if !r.chances.is_empty() {
        dots(&mut canvas, r);
    }
    dimensions(&mut canvas, ladder, r);
    canvas.y += 16.0;
    canvas.paragraph(&r.disclaimer, 13.0, SOFT);
    canvas.y += 8.0;
    for (label, text) in &r.about {
        canvas.paragraph(&export::label_and_text(*label, text).to_string(), 13.0, SOFT);
    }
    let height = number(canvas.y + 24.0);
    let (title, description) = (escape(&r.sentence), escape(&r.label));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {height}\" width=\"{w}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"picture-title picture-description\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif\">\n\
         <title id=\"picture-title\">{title}</title>\n<desc id=\"picture-description\">{description}</desc>\n\
         <rect width=\"{w}\" height=\"{height}\" class=\"fill-paper\" fill=\"{BACKGROUND}\"/>\n{}</svg>\n",
        canvas.body,
        w = number(WIDTH),
    )
}

fn dots(canvas: &mut Canvas, r: &ExportDocument) {
    canvas.heading(export_picture::CHANCE_OF_EACH_LEVEL);
    canvas.y += 28.0;
    let levels = r.chances.iter().enumerate().flat_map(|(l, c)| std::iter::repeat_n(l, c.dots));
    for (i, level) in levels.enumerate() {
        canvas.mark([LEFT + 10.0 + 20.0 * i as f64, canvas.y], level, false);
    }
    canvas.y += 12.0;
    for (level, c) in r.chances.iter().enumerate() {
        canvas.y += 24.0;
        canvas.mark([LEFT + 10.0, canvas.y - 5.0], level, false);
        canvas.text([LEFT + 28.0, canvas.y], 15.0, INK, "", &export::label_and_text(&c.title, &c.text).to_string());
    }
}

/// A position as a length in the picture.
fn across(axis: &Axis, position: f64) -> f64 {
    LEFT + INNER * axis.share(position).clamp(0.0, 1.0)
}

fn dimensions(canvas: &mut Canvas, ladder: &Ladder, r: &ExportDocument) {
    let axis = Axis::new(ladder);
    canvas.heading(export_picture::WHERE_EACH_STANDS);
    canvas.y += 4.0;
    canvas.paragraph(&export_picture::key(&r.coverage).to_string(), 13.0, SOFT);
    names(canvas, ladder, &axis);
    for (d, s) in r.profile.score.dimensions.iter().enumerate() {
        let row = &r.dimensions[d];
        canvas.y += 30.0;
        for line in wrap(&row.title, columns(INNER, 16.0)) {
            canvas.text([LEFT, canvas.y], 16.0, INK, " font-weight=\"600\"", &line);
            canvas.y += 20.0;
        }
        canvas.y -= 20.0;
        let Some(n) = &row.numbers else {
            canvas.paragraph(&row.too_few(ladder), 14.0, SOFT);
            continue;
        };
        canvas.paragraph(&n.levels, 14.0, INK);
        let numbers = export_picture::numbers(&n.estimate, &n.answers_say, &n.one_rater);
        canvas.paragraph(&numbers.to_string(), 14.0, SOFT);
        canvas.y += 6.0;
        let at =
            r.asked.as_ref().map(|b| b.requirement[d]).filter(|level| *level > 0).map(|level| ladder.scoring.cuts[level - 1]);
        bands(canvas, ladder, &axis, s, at);
        if r.found.holding.contains(&d) && axis.share(s.position.interval(ladder.scoring.interval)[1]) < 0.7 {
            let more = " font-weight=\"600\" text-anchor=\"end\"";
            canvas.text([LEFT + INNER, canvas.y + 22.0], 13.0, ACCENT, more, export_picture::HOLDS_IT_BACK);
        }
        canvas.y += BAND;
    }
    if let Some(b) = &r.asked {
        canvas.y += 8.0;
        let level = clean(&ladder.levels[b.target].title);
        canvas.paragraph(&export_picture::asked(level).to_string(), 13.0, SOFT);
    }
}

/// The marks and names of the levels over the plot.
fn names(canvas: &mut Canvas, ladder: &Ladder, axis: &Axis) {
    let edges = axis.edges(ladder);
    canvas.y += 26.0;
    let mut lowest = canvas.y;
    for (l, level) in ladder.levels.iter().enumerate() {
        let (x, width) =
            (across(axis, f64::midpoint(edges[l], edges[l + 1])), across(axis, edges[l + 1]) - across(axis, edges[l]));
        canvas.mark([x, canvas.y], l, false);
        for (i, line) in wrap(&clean(&level.title), columns(width, 13.0)).iter().enumerate() {
            let y = canvas.y + 24.0 + 16.0 * i as f64;
            canvas.text([x, y], 13.0, INK, " text-anchor=\"middle\"", line);
            lowest = lowest.max(y);
        }
    }
    canvas.y = lowest;
}

/// The inner band is the estimate from the answers, the outer one includes rater error. A band that is cut off has no cap
/// there.
fn bands(canvas: &mut Canvas, ladder: &Ladder, axis: &Axis, s: &DimensionScore, asked: Option<f64>) {
    let (top, middle, coverage) = (canvas.y, canvas.y + BAND / 2.0, ladder.scoring.interval);
    let (outer, inner) = (s.position.interval(coverage), s.raters[0].posterior.interval(coverage));
    for cut in &ladder.scoring.cuts {
        canvas.line([across(axis, *cut), top], [across(axis, *cut), top + BAND], RULE, 1);
    }
    if let Some(at) = asked {
        let x = across(axis, at);
        let triangle = format!("M{} {}h10l-5 7Z", number(x - 5.0), number(top + 1.0));
        let _ = writeln!(canvas.body, "<path d=\"{triangle}\" {}/>", ACCENT.fill());
        canvas.line([x, top + 6.0], [x, top + 34.0], ACCENT, 2);
    }
    let level = most_probable(&s.levels);
    let paint = Paint::level(level);
    canvas.line([across(axis, outer[0]), middle], [across(axis, outer[1]), middle], paint, 2);
    for end in outer.into_iter().filter(|p| (0.0..=1.0).contains(&axis.share(*p))) {
        canvas.line([across(axis, end), middle - 5.0], [across(axis, end), middle + 5.0], paint, 2);
    }
    canvas.line([across(axis, inner[0]), middle], [across(axis, inner[1]), middle], paint, 8);
    canvas.mark([across(axis, s.position.mean()), middle], level, true);
}
