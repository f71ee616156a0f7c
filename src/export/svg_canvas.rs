//! A drawing that grows downward: running text, lines and marks, each with a color and its class.

use std::fmt::Write as _;

use crate::base::characters::escape;
use crate::base::numbers::decimals;
use crate::model::chart_geometry::outline;

pub(super) const WIDTH: f64 = 800.0;
pub(super) const LEFT: f64 = 40.0;
/// The width between the margins.
pub(super) const INNER: f64 = WIDTH - 2.0 * LEFT;
pub(super) const BACKGROUND: &str = "#fdfbf6";
/// Text and marks that mean no level, by the end of their class.
pub(super) const INK: Paint = Paint("ink", "#1c1a17");
pub(super) const SOFT: Paint = Paint("soft", "#5a554c");
pub(super) const RULE: Paint = Paint("rule", "#dcd5c8");
pub(super) const ACCENT: Paint = Paint("accent", "#8a1c3f");
/// From the zone below upward; ladders with more levels go on with shapes.
const LEVELS: [Paint; 9] = [
    Paint("0", "#736c60"),
    Paint("1", "#23857d"),
    Paint("2", "#2a61a6"),
    Paint("3", "#2c1c5c"),
    Paint("4", "#5b2a6e"),
    Paint("5", "#7a3b10"),
    Paint("6", "#3d4a12"),
    Paint("7", "#0f4c4c"),
    Paint("8", "#40404a"),
];

/// A color and the class by which it can be given another one.
#[derive(Clone, Copy)]
pub(super) struct Paint(&'static str, &'static str);

impl Paint {
    pub(super) fn level(level: usize) -> Self {
        LEVELS[level.min(LEVELS.len() - 1)]
    }

    pub(super) fn fill(self) -> String {
        format!("class=\"fill-{}\" fill=\"{}\"", self.0, self.1)
    }

    fn line(self, width: u8) -> String {
        format!("class=\"line-{}\" stroke=\"{}\" stroke-width=\"{width}\"", self.0, self.1)
    }
}

/// The drawing so far, and the current vertical position.
#[derive(Default)]
pub(super) struct Canvas {
    pub(super) body: String,
    pub(super) y: f64,
}

impl Canvas {
    pub(super) fn text(&mut self, [x, y]: [f64; 2], size: f64, paint: Paint, more: &str, content: &str) {
        let (x, y, size, fill) = (number(x), number(y), number(size), paint.fill());
        let _ = writeln!(self.body, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {fill}{more}>{}</text>", escape(content));
    }

    /// Appends lines of text.
    pub(super) fn paragraph(&mut self, text: &str, size: f64, paint: Paint) {
        for line in wrap(text, columns(INNER, size)) {
            self.y += size * 1.45;
            self.text([LEFT, self.y], size, paint, "", &line);
        }
    }

    pub(super) fn sentence(&mut self, text: &str) {
        self.y += 6.0;
        for line in wrap(text, columns(INNER, 28.0)) {
            self.y += 34.0;
            let serif =
                " font-weight=\"600\" font-family=\"Charter, 'Bitstream Charter', 'Iowan Old Style', Georgia, Cambria, serif\"";
            self.text([LEFT, self.y], 28.0, INK, serif, &line);
        }
        self.y += 8.0;
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.y += 40.0;
        self.text([LEFT, self.y], 18.0, INK, " font-weight=\"600\"", text);
    }

    pub(super) fn line(&mut self, [x1, y1]: [f64; 2], [x2, y2]: [f64; 2], paint: Paint, width: u8) {
        let (x1, y1, x2, y2) = (number(x1), number(y1), number(x2), number(y2));
        let _ = writeln!(self.body, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" {}/>", paint.line(width));
    }

    /// The mark of a level. On a band it has a halo in the background color.
    pub(super) fn mark(&mut self, [x, y]: [f64; 2], level: usize, halo: bool) {
        let paint = Paint::level(level);
        let fill = match (level, halo) {
            (0, _) => format!("r=\"5.5\" fill=\"none\" {}", paint.line(2)),
            (_, true) => {
                let (class, color) = (paint.0, paint.1);
                format!(
                    "class=\"fill-{class} halo\" fill=\"{color}\" stroke=\"{BACKGROUND}\" stroke-width=\"3\" paint-order=\"stroke\""
                )
            }
            (_, false) => paint.fill(),
        };
        let shape = match level {
            0 => format!("<circle {fill}/>"),
            1 => format!("<circle r=\"6.5\" {fill}/>"),
            2 => format!("<rect x=\"-5.75\" y=\"-5.75\" width=\"11.5\" height=\"11.5\" {fill}/>"),
            _ => format!("<path d=\"{}\" {fill}/>", outline(level)),
        };
        let _ = writeln!(self.body, "<g transform=\"translate({} {})\">{shape}</g>", number(x), number(y));
    }
}

/// A length with one decimal at most.
pub(super) fn number(value: f64) -> String {
    let text = decimals(value, 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// The number of letters of a size that fit into a width. A picture cannot measure its text, so letters count as wide.
pub(super) fn columns(width: f64, size: f64) -> usize {
    crate::base::numbers::to_index(width / (size * 0.56)).max(4)
}

/// Breaks text into lines of at most so many columns; a longer word is cut.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    // Letters of East Asian scripts and pictographs take two columns.
    let width = |c: char| if c < '\u{1100}' { 1 } else { 2 };
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace() {
        let length: usize = word.chars().map(width).sum();
        if used > 0 && used + 1 + length > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            if used + width(c) > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += width(c);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
