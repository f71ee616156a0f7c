//! Evidence: safe links, time, coverage, sources, domains, and remarks about them.

use ladder_calibration::base::dates::{Month, is_due, span_text};
use ladder_calibration::files::{assessment_file, evidence_titles, read_assessment};
use ladder_calibration::growth::evidence::{
    Domain, Evidence, Link, altitude_text, coverage, coverage_text, depth_and_breadth, depth_text, fresh_id, remove_evidence,
    source_text, timeline, timeline_text,
};
use ladder_calibration::model::assessment::{Assessment, Period};
use ladder_calibration::model::ladder_extras::{Depth, DepthScale, FieldOf};
use proptest::prelude::*;
use serde_json::json;

use super::support::{file, shared_ladder};

#[track_caller]
fn may_be_followed(address: &str) {
    assert_eq!(Link::parse(address).map(|l| l.as_str().to_owned()), Some(address.trim_matches(' ').to_owned()));
}

#[track_caller]
fn may_not_be_followed(address: &str) {
    assert_eq!(Link::parse(address), None, "{address:?}");
}

#[test]
fn only_three_schemes_are_links() {
    for address in [
        "https://example.org",
        "http://wiki.internal:8080/a/b?q=1#part",
        "HTTPS://EXAMPLE.ORG/",
        "HtTp://example.org/@somebody",
        "mailto:somebody@example.org",
        "MAILTO:a.b@example.org?subject=review",
        "  https://example.org/  ",
        "https://müller.example/straße",
    ] {
        may_be_followed(address);
    }
    for address in [
        "",
        "example.org",
        "//example.org",
        "/docs/review",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "blob:https://example.org/1",
        "https:example.org",
        "https:/example.org",
        "https:///path",
        "https://",
        "https://:80/",
        "https://bank.example@elsewhere.example",
        "https://example.org\\@elsewhere.example",
        "https://example.org/a b",
        "https://example.org/\tx",
        "ht\ttps://example.org",
        "https://example.org/\u{202e}gro",
        "https://exam\u{200b}ple.org",
        "https://example.org/\"onclick=\"x",
        "https://example.org/<b>",
        "mailto:",
        "mailto:nobody",
        "mailto:@example.org",
        "mailto:?to=a@example.org",
        "https ://example.org",
    ] {
        may_not_be_followed(address);
    }
    may_be_followed(&format!("https://example.org/{}", "x".repeat(1900)));
    may_not_be_followed(&format!("https://example.org/{}", "x".repeat(2000)));
}

/// The scheme that a browser would see: control characters and spaces cut off at the ends, tabs and line ends removed
/// (WHATWG URL, basic URL parser).
fn scheme_in_a_browser(address: &str) -> String {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let kept: String = trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    kept.split(':').next().unwrap_or_default().to_ascii_lowercase()
}

fn addresses() -> impl Strategy<Value = String> {
    let scheme = prop::sample::select(vec!["https", "http", "mailto", "javascript", "data", "file", "vbscript", "x"]);
    let odd = prop::sample::select(vec!["", "\t", "\n", "\r", "\0", " ", "\u{1f}", "\u{7f}", "\u{202e}", "\u{feff}", "\\", "@"]);
    let rest = prop::sample::select(vec!["//example.org/", ":alert(1)", "a@example.org", "//a@b", "///"]);
    let cased = (scheme, any::<u16>()).prop_map(|(s, bits)| {
        let flip = |(i, c): (usize, char)| if bits >> i & 1 == 1 { c.to_ascii_uppercase() } else { c };
        s.chars().enumerate().map(flip).collect::<String>()
    });
    (odd.clone(), cased, odd.clone(), rest, odd, any::<bool>()).prop_map(|(a, scheme, b, rest, c, split)| {
        if split {
            let (x, y) = scheme.split_at(scheme.len() / 2);
            format!("{a}{x}{b}{y}:{rest}{c}")
        } else {
            format!("{a}{scheme}{b}:{rest}{c}")
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_never_becomes_another_scheme_in_a_browser(address in prop_oneof![addresses(), any::<String>()]) {
        if let Some(link) = Link::parse(&address) {
            prop_assert!(["https", "http", "mailto"].contains(&scheme_in_a_browser(link.as_str()).as_str()), "{:?}", address);
            prop_assert!(!link.as_str().chars().any(|c| c.is_control() || c.is_whitespace()), "{:?}", address);
            prop_assert_eq!(Link::parse(link.as_str()), Some(link.clone()));
        }
    }

    #[test]
    fn a_control_character_anywhere_is_refused(at in 0..25_usize, c in prop::char::ranges(vec!['\0'..='\x1f', '\x7f'..='\u{9f}'].into())) {
        let mut address = String::from("https://example.org/abcdef");
        address.insert(at, c);
        prop_assert_eq!(Link::parse(&address), None);
    }

    #[test]
    fn months_count_on(months in -200..2000_i32, text in "[0-9T:-]{0,12}") {
        let month = Month::parse("2026-03").unwrap().plus(months);
        prop_assert_eq!(Month::parse("2026-03").unwrap().until(month), months);
        prop_assert_eq!(Month::parse(&month.iso()), Some(month));
        if let Some(month) = Month::parse(&text) {
            prop_assert!(text.starts_with(&month.iso()));
        }
    }
}

#[test]
fn months_and_days_are_read_and_named() {
    for (text, expected) in [("2026-03", "March 2026"), ("2026-12-31", "December 2026"), ("2026-01-02T10:00:00Z", "January 2026")]
    {
        assert_eq!(Month::parse(text).unwrap().text(), expected);
    }
    for text in
        ["", "2026", "2026-00", "2026-13", "2026-3", "2026-03-", "2026-03-00", "2026-03-32", "2026-03x", "26-03-01", "März"]
    {
        assert_eq!(Month::parse(text), None, "{text}");
    }
    assert_eq!(span_text("2026-02", "2026-09"), "February to September 2026");
    assert_eq!(span_text("2025-12", "2026-09-30"), "December 2025 to September 2026");
    assert_eq!(span_text("2026-02", "2026-02"), "February 2026");
    assert_eq!(span_text("2026-02", ""), "February 2026");
    assert_eq!(span_text("", "2026-02"), "until February 2026");
    assert_eq!(span_text("spring", "2026-02"), "spring to February 2026");
    assert_eq!(span_text("", ""), "");
    for (date, today, come) in [
        ("2026-03", "2026-03-01", Some(true)),
        ("2026-03", "2026-02-28", Some(false)),
        ("2026-03-15", "2026-03-14", Some(false)),
        ("2026-03-15", "2026-03-15", Some(true)),
        ("2026-03-15", "2027-01-01", Some(true)),
        ("soon", "2026-03-15", None),
    ] {
        assert_eq!(is_due(date, today), come, "{date} {today}");
    }
}

fn dated(from: &str, to: &str) -> Evidence {
    Evidence { from: from.into(), to: to.into(), ..Evidence::default() }
}

fn year() -> Period {
    Period { from: "2026-01".into(), to: "2026-12".into(), ..Period::default() }
}

#[track_caller]
fn said(period: &Period, pieces: &[Evidence], expected: &[&str]) {
    assert_eq!(timeline_text(&timeline(period, pieces)), expected);
}

#[test]
fn stretches_without_evidence_are_reported_without_reproach() {
    let both = [dated("2026-01", "2026-02"), dated("2026-09", "2026-12")];
    said(&year(), &both, &["No evidence is dated March to August."]);
    said(&year(), &[dated("2026-05", ""), dated("2026-09", "")], &["No evidence is dated January to April."]);
    said(&year(), &[dated("2026-03", "2026-04"), dated("2026-08-15", "2026-11")], &[]);
    said(&year(), &[dated("2024-03", "2026-03"), dated("2026-07", "2026-08")], &["No evidence is dated September to December."]);
    said(&year(), &[dated("2027-03", "2027-05")], &["No evidence is dated January to December."]);
    said(
        &Period::default(),
        &[dated("2024-01", ""), dated("2026-01", "")],
        &["No evidence is dated February 2024 to December 2025."],
    );
    said(&year(), &[], &[]);
    said(&year(), &[dated("", ""), dated("", "spring"), dated("2026-01", "2026-12")], &["2 pieces of evidence have no date."]);
    said(&year(), &[dated("2026-12", "2026-01"), dated("2026-02", "2026-11")], &[]);
}

#[test]
fn work_of_late_is_reported_where_it_is_most() {
    let late = [dated("2026-01", "2026-09"), dated("2026-10", ""), dated("2026-11", ""), dated("2026-12", "")];
    said(&year(), &late, &["3 of 4 dated pieces of evidence begin in the last 3 months. Earlier work counts just as much."]);
    said(&year(), &late[1..], &["No evidence is dated January to September."]);
    let order: Vec<usize> = timeline(&year(), &[dated("2026-05", ""), dated("2026-02", ""), dated("", "2026-03")])
        .dated
        .iter()
        .map(|d| d.piece)
        .collect();
    assert_eq!(order, [1, 2, 0]);
}

fn healthy() -> Assessment {
    read_assessment(include_bytes!("../data/personas/healthy.json")).unwrap()
}

#[test]
fn one_piece_stands_behind_several_answers() {
    let (ladder, a) = (shared_ladder(), healthy());
    let c = coverage(ladder, &a, &a.evidence);
    assert_eq!(c.questions[..6], [1, 1, 1, 0, 1, 1]);
    assert_eq!(c.dimensions, [1, 4, 0, 4], "each piece once");
    assert_eq!(c.mechanisms, [2, 2, 1, 1]);
    assert_eq!(c.unattached, [0_usize; 0]);
    assert_eq!(coverage_text(ladder, &c), ["Evidence backs answers to 14 of 24 questions.", "No evidence for Breadth yet."]);
    let mut loose = a.clone();
    loose.answers.remove("talent");
    let c = coverage(ladder, &loose, &loose.evidence[3..4]);
    assert_eq!(
        coverage_text(ladder, &c),
        [
            "Evidence backs answers to 0 of 24 questions.",
            "No evidence for Scope, Ambiguity, Breadth or Influence yet.",
            "No evidence for Technical direction, Decision quality or Technical risk yet.",
            "1 piece of evidence does not back an answer yet."
        ]
    );
}

#[test]
fn a_single_source_is_reported_once_it_is_one() {
    let by = |who: &str| Evidence { corroborator: who.into(), ..Evidence::default() };
    assert_eq!(source_text(&[by("a Staff engineer"), by("a director")]), [""; 0]);
    assert_eq!(source_text(&[by("my manager")]), [""; 0], "one piece has one source");
    assert_eq!(
        source_text(&[by("my manager"), by(" My Manager"), by("")]),
        [
            "Both pieces of evidence that say who can confirm them name the same person. A second person would help.",
            "1 piece of evidence does not say who could confirm it."
        ]
    );
    assert_eq!(source_text(&[by(""), by("")]), ["2 pieces of evidence do not say who could confirm them."]);
}

#[test]
fn altitude_is_reported_for_the_evaluated_level() {
    let extras = &shared_ladder().extras;
    let at = |altitude: &str| Evidence { altitude: altitude.into(), ..Evidence::default() };
    assert_eq!(
        altitude_text(extras, &[at("team"), at("organisation"), at("")], 3, "Distinguished").unwrap(),
        "Neither of the two pieces of evidence that say how far up they reach is marked \u{201c}Company\u{201d}, the reach of Distinguished work."
    );
    let of = |count: usize| altitude_text(extras, &vec![at("team"); count], 3, "Distinguished").unwrap();
    assert!(
        of(1)
            .to_string()
            .starts_with("The one piece of evidence that says how far up it reaches is not marked \u{201c}Company\u{201d},")
    );
    assert!(
        of(3)
            .to_string()
            .starts_with("None of the 3 pieces of evidence that say how far up they reach is marked \u{201c}Company\u{201d},")
    );
    assert_eq!(altitude_text(extras, &[at("team"), at("company")], 3, "Distinguished"), None);
    assert_eq!(altitude_text(extras, &[at("company")], 2, "Principal"), None, "higher is enough");
    assert_eq!(altitude_text(extras, &[at("")], 3, "Distinguished"), None);
    assert_eq!(altitude_text(extras, &[at("team")], 0, "Senior"), None);
}

#[test]
fn the_domain_map_gives_depth_and_breadth() {
    let scale = shared_ladder().extras.evidence.depths.as_ref().unwrap();
    let domains = healthy().domains;
    let map = depth_and_breadth(scale, &domains);
    assert_eq!((map.deepest, map.credible, map.at.as_slice()), (Some(3), 4, &[1, 1, 2, 1][..]));
    assert_eq!(
        depth_text(scale, &domains, &map).unwrap(),
        "Depth: events and queues (Foremost). Breadth: 4 of 5 domains at \u{201c}Credible\u{201d} or deeper."
    );
    let one = [Domain { name: "search".into(), depth: Some(0), ..Domain::default() }];
    assert_eq!(
        depth_text(scale, &one, &depth_and_breadth(scale, &one)).unwrap(),
        "Depth: search (Conversant). Breadth: 0 of 1 domain at \u{201c}Credible\u{201d} or deeper."
    );
    let none = [Domain { depth: Some(2), ..Domain::default() }, Domain { name: "x".into(), depth: Some(9), ..Domain::default() }];
    assert_eq!(depth_text(scale, &none, &depth_and_breadth(scale, &none)), None);
}

#[test]
fn a_piece_in_words_and_by_the_fields_of_its_template() {
    let pieces = healthy().evidence;
    let e = &pieces[0];
    assert_eq!(e.when_text(), "January to September 2026");
    assert_eq!(e.reach_text(), "Payments, logistics and the shop build to it; about 120 people; 14 teams; binds until June 2029");
    assert_eq!(e.outcome_text(), "Two of four old ways are gone; the third goes in March. Still open.");
    assert_eq!(Evidence { pending: true, ..Evidence::default() }.outcome_text(), "Still open.");
    assert_eq!(Evidence { people: Some(1), teams: Some(1), ..Evidence::default() }.reach_text(), "about 1 person; 1 team");
    let guide = &shared_ladder().extras.evidence;
    let template = guide.templates.iter().find(|t| t.id == e.template).unwrap();
    let filled = template.fields.iter().filter(|f| !e.text(&f.field).is_empty()).count();
    assert_eq!(filled, 6, "four that all have, two of its own");
    let mut changed = e.clone();
    for f in &template.fields {
        changed.set_text(&f.field, "other".into());
        assert_eq!(changed.text(&f.field), "other");
    }
    changed.set_text(&FieldOf::Detail("bet".into()), String::new());
    assert_eq!(changed.details.get("bet"), None);
}

#[test]
fn breadth_counts_from_a_step_of_the_scale() {
    let steps = vec![Depth { title: "credible".into(), text: String::new() }];
    assert!(DepthScale::new(String::new(), steps.clone(), 0).is_some());
    assert_eq!((DepthScale::new(String::new(), steps, 1), DepthScale::new(String::new(), Vec::new(), 0)), (None, None));
}

#[test]
fn ids_are_never_used_again_and_a_piece_leaves_its_answers() {
    let mut a = healthy();
    assert_eq!(fresh_id(&a), "e7");
    remove_evidence(&mut a, "e6");
    assert_eq!(a.evidence.len(), 5);
    assert_eq!(a.evidence.iter().map(|e| e.id.as_str()).collect::<Vec<_>>(), ["e1", "e2", "e3", "e4", "e5"]);
    assert!(a.answers.iter().all(|(_, x)| !x.evidence.contains(&"e6".to_owned())));
    assert!(a.answers.get("reversal").unwrap().statement().is_some(), "the answer stays");
    let mut f = file("3");
    f["answers"]["outcome-boundary"]["evidence"] = json!(["e41", "x", "e"]);
    assert_eq!(fresh_id(&read_assessment(f.to_string().as_bytes()).unwrap()), "e42");
    assert_eq!(fresh_id(&read_assessment(file("3").to_string().as_bytes()).unwrap()), "e1");
}

/// Unreadable items of a block stay there while pieces are added and removed.
#[test]
fn what_is_put_leaves_what_could_not_be_read() {
    let with = |block: serde_json::Value| {
        let mut a = read_assessment(file("").to_string().as_bytes()).unwrap();
        a.extra.insert("evidence".into(), block);
        a
    };
    let after = |block: serde_json::Value, pieces: &[Evidence]| {
        let mut a = with(block);
        a.evidence = pieces.to_vec();
        assessment_file(&a).get("evidence").cloned()
    };
    let piece = Evidence { id: "e1".into(), ..Evidence::default() };
    let written = json!({ "id": "e1" });
    assert_eq!(after(json!("odd"), &[]), Some(json!("odd")));
    assert_eq!(after(json!("odd"), std::slice::from_ref(&piece)), Some(json!([written])));
    assert_eq!(after(json!(null), &[]), Some(json!(null)), "what is not changed stays as it is");
    assert_eq!(after(json!(null), std::slice::from_ref(&piece)), Some(json!([written])));
    assert_eq!(after(json!([{ "id": "e0" }]), &[]), None);
    assert_eq!(after(json!([7, { "id": "e0" }, "odd"]), std::slice::from_ref(&piece)), Some(json!([written, 7, "odd"])));

    let details = |value: serde_json::Value, put: &[(&str, &str)]| {
        let mut f = file("");
        f["evidence"] = json!([{ "id": "e1", "details": value }]);
        let mut a = read_assessment(f.to_string().as_bytes()).unwrap();
        a.evidence[0].details = put.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        assessment_file(&a)["evidence"][0].get("details").cloned()
    };
    assert_eq!(details(json!("odd"), &[]), Some(json!("odd")));
    assert_eq!(details(json!("odd"), &[("a", "b")]), Some(json!({ "a": "b" })));
    assert_eq!(details(json!({ "n": 7, "a": "x" }), &[("a", "b")]), Some(json!({ "n": 7, "a": "b" })));
    assert_eq!(details(json!({ "n": 7, "a": "x" }), &[]), Some(json!({ "n": 7 })));
    assert_eq!(details(json!({ "a": "x" }), &[]), None);
}

#[test]
fn titles_behind_an_answer_leave_out_what_is_sensitive() {
    let mut f = file("3");
    f["evidence"] = json!([
        { "id": "e1", "title": "Ledger" },
        { "id": "e2", "title": "Layoffs", "sensitive": true },
        { "id": "e3", "title": "Merger", "sensitive": "yes" },
        { "id": "e4", "title": " ", "sensitive": false },
        { "id": "e5", "title": "Not named", "sensitive": null },
    ]);
    let question = shared_ladder().questions[0].id.clone();
    f["answers"][&question]["evidence"] = json!(["e1", "e2", "e3", "e4", "gone"]);
    let a = read_assessment(f.to_string().as_bytes()).unwrap();
    let hidden = "evidence that its owner marked as sensitive";
    assert_eq!(evidence_titles(&a, a.answers.get(&question).unwrap()), ["Ledger", hidden, hidden, "e4"]);
}
