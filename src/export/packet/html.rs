//! The packet as one HTML file without scripts, styles or external resources. Texts of people are in `bdi`, so that
//! bidirectional characters have no effect on the text around them.

use std::fmt::Write as _;

use super::{Claim, Packet, Piece};
use crate::base::characters::{clean, escape};
use crate::messages::{export, packet};

pub fn packet_html(p: &Packet) -> String {
    let mut out = String::from("<!doctype html>\n");
    let _ = writeln!(out, "<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", escape(&clean(&p.lang)));
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n");
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    let _ = writeln!(out, "<title>{}</title>\n</head>\n<body>\n<main>", escape(&clean(&p.title)));
    let _ = writeln!(out, "<h1>{}</h1>", text(&p.title));
    terms(&mut out, p.about.iter().map(|(label, value)| (*label, value.as_str())));
    for sentence in &p.result {
        let _ = writeln!(out, "<p>{}</p>", text(sentence));
    }
    for s in &p.sections {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>\n<p>{}</p>", text(&s.title), text(&s.introduction));
        for c in &s.claims {
            claim(&mut out, p, c);
        }
        out.push_str("</section>\n");
    }
    if !p.pieces.is_empty() {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", escape(export::EVIDENCE));
        for (i, x) in p.pieces.iter().enumerate() {
            piece(&mut out, i + 1, x);
        }
        out.push_str("</section>\n");
    }
    let _ = writeln!(out, "<section>\n<h2>{}</h2>\n<ul>", escape(packet::GAPS));
    for gap in &p.gaps {
        let _ = writeln!(out, "<li>{}</li>", text(gap));
    }
    out.push_str("</ul>\n</section>\n</main>\n</body>\n</html>\n");
    out
}

fn claim(out: &mut String, p: &Packet, c: &Claim) {
    let _ = writeln!(out, "<h3>{}</h3>\n<p>{}</p>", text(&c.question), text(&c.statement));
    if !c.example.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", export::label_and_text(escape(export::EXAMPLE), text(&c.example)));
    }
    if !c.pieces.is_empty() {
        out.push_str("<ul>\n");
        for i in &c.pieces {
            let n = (i + 1).to_string();
            let link = format!("<a href=\"#evidence-{n}\">{}</a>", escape(&packet::evidence_number(&n).to_string()));
            let _ = writeln!(out, "<li>{}</li>", export::label_and_text(link, text(&p.pieces[*i].title)));
        }
        out.push_str("</ul>\n");
    }
}

fn piece(out: &mut String, number: usize, x: &Piece) {
    let title = export::label_and_text(number.to_string(), text(&x.title));
    let _ = writeln!(out, "<h3 id=\"evidence-{number}\">{title}</h3>");
    terms(out, x.rows.iter().map(|(label, value)| (label.as_str(), value.as_str())));
    if let Some(link) = &x.link {
        let address = escape(link.as_str());
        let link = format!("<a href=\"{address}\" rel=\"noopener noreferrer\"><bdi>{address}</bdi></a>");
        let _ = writeln!(out, "<p>{}</p>", export::label_and_text(escape(export::LINK), link));
    }
}

fn terms<'a>(out: &mut String, rows: impl Iterator<Item = (&'a str, &'a str)>) {
    out.push_str("<dl>\n");
    for (label, value) in rows {
        let _ = writeln!(out, "<dt>{}</dt>\n<dd>{}</dd>", text(label), text(value));
    }
    out.push_str("</dl>\n");
}

fn text(value: &str) -> String {
    format!("<bdi>{}</bdi>", escape(&clean(value)))
}
