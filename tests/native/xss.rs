//! Text from others stays text: strings that were written to escape from it, and arbitrary ones, in every field of an
//! assessment and of a ladder, through every document.

use ladder_calibration::base::characters::clean;
use ladder_calibration::export::{Options, csv, html, markdown, svg};
use ladder_calibration::files::{default_ladder, read_assessment};
use ladder_calibration::growth::evidence::Link;
use ladder_calibration::model::assessment::Assessment;
use ladder_calibration::model::ladder::{Ladder, LadderParts};
use ladder_calibration::model::markdown::escape;
use ladder_calibration::model::scoring::Model;
use proptest::prelude::*;
use serde_json::json;

use super::documents::{Part, corpus, csv_rows, even, html_parts, markdown_parts, normalized, svg_text, without_pictures};
use super::support::{file, ladder_and_model};

/// In the baseline, in place of a string under test in the document that is compared with it.
const WORD: &str = "PLACEHOLDER";
const EVERYTHING: Options = Options { names: true, examples: true, sensitive: true };

/// An assessment with `text` in every field that takes words.
fn assessment(text: &str, link: &str) -> Assessment {
    let mut f = file("3210nx432104321043210432");
    for answer in f["answers"].as_object_mut().unwrap().values_mut() {
        answer["example"] = text.into();
        answer["evidence"] = json!(["e1"]);
    }
    f["subject"] = json!({ "name": text, "title": text, "target": text });
    f["rater"] = json!({ "role": "manager", "name": text });
    f["period"] = json!({ "from": text, "to": text });
    f["snapshot"] = json!({ "of": text, "taken": text, "why": text });
    f["terms"] = json!({ "area": text });
    f["evidence"] = json!([{ "id": "e1", "title": text, "from": text, "to": text, "mechanism": format!("{text}."), "mode": text,
                             "reach": text, "outcome": text, "link": link, "corroborator": text, "sensitive": true }]);
    read_assessment(f.to_string().as_bytes()).unwrap()
}

/// The default ladder with `text` in every field that takes words.
fn ladder_of(text: &str) -> Ladder {
    let mut ladder = LadderParts::clone(&default_ladder());
    let all = |s: &mut String| text.clone_into(s);
    all(&mut ladder.title);
    all(&mut ladder.revision);
    all(&mut ladder.lang);
    ladder.levels.iter_mut().for_each(|l| all(&mut l.title));
    ladder.dimensions.iter_mut().for_each(|d| all(&mut d.title));
    for q in &mut ladder.questions {
        all(&mut q.prompt);
        all(&mut q.prompt_about);
        q.statements.iter_mut().for_each(all);
    }
    Ladder::new(ladder).unwrap()
}

/// All documents of one ladder and one assessment.
struct Documents {
    html: Vec<Part>,
    markdown: Vec<Part>,
    svg: String,
    csv: Vec<Vec<String>>,
}

fn documents(ladder: &Ladder, model: &Model, a: &Assessment) -> Documents {
    Documents {
        html: without_pictures(html_parts(&html(ladder, model, a, EVERYTHING))),
        markdown: markdown_parts(&markdown(ladder, model, a, EVERYTHING)),
        svg: svg_text(&svg(ladder, model, a, EVERYTHING)),
        csv: csv_rows(&csv(ladder, a, EVERYTHING, false)),
    }
}

/// The documents of `text` differ from those of a plain word in that text and nothing else.
#[track_caller]
fn stays_text(baseline: &Documents, attacked: &Documents, text: &str) {
    let shown = clean(text);
    for (parts, plain) in [(&attacked.html, &baseline.html), (&attacked.markdown, &baseline.markdown)] {
        for (part, plain) in parts.iter().zip(plain) {
            assert_eq!(*part, plain.with(WORD, &shown), "{text:?}");
        }
        assert_eq!(parts.len(), plain.len(), "{text:?}");
    }
    assert_eq!(attacked.svg, baseline.svg.replace(WORD, &normalized(&shown)), "{text:?}");
    for (row, plain) in attacked.csv.iter().zip(&baseline.csv) {
        assert_eq!(row.len(), plain.len());
        for (cell, plain) in row.iter().zip(plain) {
            let wanted = plain.replace(WORD, &shown);
            let apostrophe = cell.strip_prefix('\'').unwrap_or(cell);
            assert!([cell.as_str(), apostrophe].iter().any(|c| even(c) == even(&wanted)), "{cell:?} for {wanted:?}");
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
        }
    }
}

#[test]
fn the_corpus_stays_text_in_every_field_of_an_assessment() {
    let (ladder, model) = ladder_and_model();
    let link = "https://wiki.example/a?b=1&copy=2";
    let baseline = documents(&ladder, &model, &assessment(WORD, link));
    for text in corpus() {
        stays_text(&baseline, &documents(&ladder, &model, &assessment(&text, link)), &text);
    }
}

#[test]
fn the_corpus_stays_text_in_every_field_of_a_ladder() {
    let (_, model) = ladder_and_model();
    let a = assessment("three plain words", "");
    let baseline = documents(&ladder_of(WORD), &model, &a);
    for text in corpus() {
        stays_text(&baseline, &documents(&ladder_of(&text), &model, &a), &text);
    }
}

/// The address of every link in a document.
fn links(parts: &[Part]) -> Vec<String> {
    let href = |p: &Part| match p {
        Part::Markup(name, attributes) if name == "a" => Some(attributes.iter().find(|(n, _)| n == "href")?.1.clone()),
        Part::Markup(name, _) => {
            let address = name.split("dest_url: Borrowed(\"").nth(1).or_else(|| name.split("dest_url: Boxed(\"").nth(1))?;
            Some(address.split("\"), title").next()?.to_owned())
        }
        Part::Text(_) | Part::Picture(_) => None,
    };
    parts.iter().filter_map(href).collect()
}

#[test]
fn only_harmless_links_of_evidence_can_be_followed() {
    let (ladder, model) = ladder_and_model();
    let mut followed = 0;
    for text in corpus() {
        let all = documents(&ladder, &model, &assessment("three plain words", &text));
        let wanted: Vec<String> = Link::parse(&text).map(|l| l.as_str().to_owned()).into_iter().collect();
        assert_eq!(links(&all.html), wanted, "{text:?}");
        assert_eq!(links(&all.markdown).len(), wanted.len(), "{text:?}");
        for link in &wanted {
            let scheme = link.split(':').next().unwrap().to_ascii_lowercase();
            assert!(["https", "http", "mailto"].contains(&scheme.as_str()), "{text:?}");
            followed += 1;
        }
    }
    assert!(followed > 0, "the corpus has no link that may be followed");
}

#[track_caller]
fn followed(link: &str, wanted: Option<&str>) {
    assert_eq!(Link::parse(link).as_ref().map(Link::as_str), wanted, "{link:?}");
}

#[test]
fn a_link_is_https_http_or_mailto_with_nothing_hidden_in_it() {
    for good in [
        "https://wiki.example/page",
        "HTTPS://wiki.example",
        "http://10.0.0.1:8080/a?b=c&d=%20#e",
        "https://wiki.example/a@b",
        "https://wiki.example/(x)'y*z",
        "mailto:somebody@mail.example",
        "https://b\u{fc}cher.example/",
    ] {
        followed(good, Some(good));
        followed(&format!("  {good} "), Some(good));
    }
    for bad in [
        "",
        "wiki.example",
        "//wiki.example",
        "https:wiki.example",
        "https://",
        "https:///x",
        "https://?x",
        "mailto:",
        "mailto:nobody",
        "mailto:@x",
        "javascript:alert(1)",
        "JAVASCRIPT://wiki.example",
        "data:text/html,x",
        "blob:https://wiki.example",
        "file:///x",
        "ftp://wiki.example",
        "https://name@wiki.example/",
        "https://name:word@wiki.example",
        "https://wiki.example/\u{202e}x",
        "https://wiki\u{200b}.example/",
        "https://wiki.example/a b",
        "https://wiki.example/\u{a0}",
        "https://wiki.example/\n",
        "\u{1}https://wiki.example/",
        "https://wiki.example/\"",
        "https://wiki.example/<",
        "https://wiki.example\\@evil.example",
        "java\tscript:alert(1)",
    ] {
        followed(bad, None);
    }
}

#[test]
fn what_reorders_text_is_taken_out_and_what_no_document_may_hold_is_replaced() {
    for (from, to) in [
        ("user\u{202e}cod.exe", "usercod.exe"),
        ("\u{200e}\u{200f}\u{61c}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}x", "x"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("tab\there", "tab\there"),
        ("\u{0}\u{7}\u{1b}\u{7f}\u{85}", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ("\u{fdd0}\u{fffe}\u{10ffff}", "\u{fffd}\u{fffd}\u{fffd}"),
        ("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{200d}\u{1f469}"),
        ("\u{5e2}\u{5d1}\u{5e8}\u{5d9}\u{5ea}", "\u{5e2}\u{5d1}\u{5e8}\u{5d9}\u{5ea}"),
    ] {
        assert_eq!(clean(from), to, "{from:?}");
    }
}

#[test]
fn markdown_is_escaped_for_what_dialects_add_to_it_too() {
    for (from, to) in [
        ("1. item", "1\\. item"),
        ("1.", "1\\."),
        ("2.5 levels", "2.5 levels"),
        ("v1. x", "v1. x"),
        ("  a\n\tb ", "a  b"),
        ("https://wiki.example", "https&#58;//wiki.example"),
        ("a: b", "a: b"),
        ("WWW.wiki.example", "WWW&#46;wiki.example"),
        ("==mark==", "&#61;&#61;mark&#61;&#61;"),
        ("$x^2$", "&#36;x&#94;2&#36;"),
        ("a|b", "a&#124;b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("{{x}} [y](z) *_`~!#+-\\", "\\{\\{x\\}\\} \\[y\\]\\(z\\) \\*\\_\\`\\~\\!\\#\\+\\-\\\\"),
        ("J\u{f6}rg, 74 %", "J\u{f6}rg, 74 %"),
    ] {
        assert_eq!(escape(from), to, "{from:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_stays_text(pieces in prop::collection::vec(prop_oneof![any::<String>(), prop::sample::select(corpus())], 1..4)) {
        let text = format!("x{}", pieces.concat());
        let (ladder, model) = ladder_and_model();
        let baseline = documents(&ladder, &model, &assessment(WORD, ""));
        stays_text(&baseline, &documents(&ladder, &model, &assessment(&text, "")), &text);
    }
}
