//! Exports: the content of each document, what it leaves out, and that a redacted copy gives the same profile.

use base64ct::{Base64, Encoding as _};
use ladder_calibration::export::{Options, Redaction, csv, html, markdown, redact, svg};
use ladder_calibration::files::{assessment_file, default_ladder, profile_json, read_assessment, read_ladder};
use ladder_calibration::model::assessment::{Assessment, Role};
use ladder_calibration::model::findings::findings;
use ladder_calibration::model::growth::Evidence;
use ladder_calibration::model::labels::span;
use ladder_calibration::model::ladder::{Ladder, Question};
use ladder_calibration::model::profile::{ASSUMPTIONS, ESTIMATE, profile};
use ladder_calibration::model::scoring::Model;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::documents::{Part, csv_rows, even, html_parts, markdown_parts, normalized, svg_text, text_of};
use super::ladder_shapes::shape;
use super::support::{file, ladder_and_model};

const ALL_THREE: &str = "333333333333333333333333";
const NONE: Redaction = Redaction { names: false, examples: false, evidence: false, sensitive: false, ratings: false };
const EVERYTHING: Redaction = Redaction { names: true, examples: true, evidence: true, sensitive: true, ratings: true };

fn read(f: &Value) -> Assessment {
    read_assessment(f.to_string().as_bytes()).unwrap()
}

/// Answers with every kind of evidence and every field that a person fills in.
fn full() -> Value {
    let mut f = file("3nx.43210432104321043210");
    f["ladder"] = json!({ "id": "staff-plus", "revision": default_ladder().revision, "digest": default_ladder().digest });
    f["id"] = json!("OWN-ID");
    f["subject"] = json!({ "name": "SUBJECT-NAME", "title": "staff", "target": "principal", "x": "UNKNOWN" });
    f["rater"] = json!({ "role": "manager", "name": "RATER-NAME", "x": "UNKNOWN" });
    f["period"] = json!({ "from": "2025-12-01", "to": "2026-11-30", "x": "UNKNOWN" });
    f["terms"] = json!({ "area": "TERM-NAME" });
    f["snapshot"] = json!({ "of": "first", "taken": "2026-11-24T10:00:00Z", "why": "SNAPSHOT-WHY", "x": "UNKNOWN" });
    f["readiness"] = json!({ "question": "UNKNOWN" });
    f["answers"]["outcome-boundary"] = json!({ "statement": 3, "example": "OPEN-EXAMPLE", "evidence": ["e1"], "x": "UNKNOWN" });
    f["answers"]["time-horizon"] = json!({ "statement": 2, "example": "PRIVATE-EXAMPLE", "evidence": ["e2"], "no_room": true });
    f["answers"]["coherence"] = json!({ "statement": 1, "example": "BOTH-EXAMPLE", "evidence": ["e1", "e2"] });
    f["evidence"] = json!([
        { "id": "e1", "title": "OPEN-TITLE", "from": "2026-02", "to": "2026-09", "mechanism": "decision_quality", "mode": "amplified",
          "reach": "OPEN-REACH", "outcome": "OPEN-OUTCOME", "link": "https://wiki.example/open", "corroborator": "PERSON-NAME", "x": "UNKNOWN" },
        { "id": "e2", "title": "PRIVATE-TITLE", "link": "https://wiki.example/private", "sensitive": true, "outcome": "PRIVATE-OUTCOME" }
    ]);
    f
}

/// The text of the three documents that hold the whole record.
fn texts(ladder: &Ladder, model: &Model, a: &Assessment, options: Options) -> [String; 2] {
    let html = html_parts(&html(ladder, model, a, options));
    let style = html.iter().position(|p| matches!(p, Part::Markup(name, _) if name == "/style")).unwrap();
    [text_of(&html[style..]), text_of(&markdown_parts(&markdown(ladder, model, a, options)))]
}

#[track_caller]
fn says(text: &str, all: &[&str]) {
    for wanted in all {
        assert!(text.contains(&even(wanted)), "{wanted} is not in {text}");
    }
}

#[test]
fn the_record_holds_the_result_with_everything_that_belongs_to_it() {
    let (ladder, model) = ladder_and_model();
    let mut f = file(ALL_THREE);
    f["period"] = json!({ "from": "2025-12", "to": "2026-11-30" });
    f["subject"] = json!({ "title": "staff", "target": "principal" });
    let a = read(&f);
    let score = profile(&ladder, &model, std::slice::from_ref(&a)).score;
    let found = findings(&ladder, &model, &score, &a);
    for text in texts(&ladder, &model, &a, Options::default()) {
        says(
            &text,
            &[
                "Self-assessment, December 2025 to November 2026",
                "Title held",
                "Target level",
                &format!("Staff, Principal, Distinguished: how far the work reaches (staff-plus, revision {})", ladder.revision),
                "Probably Principal (74%); could be Staff (25%).",
                "What holds it back",
                &found.holds_back.to_string(),
                "What is missing",
                &found.missing.to_string(),
                "One next step",
                &found.next_step.to_string(),
                &format!("{ESTIMATE} {ASSUMPTIONS}"),
                "Principal 74%",
                "2.5 2.1 to 2.8 1.9 to 3.0 6 of 6",
                "an example here",
            ],
        );
        for q in &ladder.questions {
            says(&text, &[&q.prompt, &q.statements[3]]);
        }
    }
    let picture = svg_text(&svg(&ladder, &model, &a, Options::default()));
    for wanted in [
        "Self-assessment, December 2025 to November 2026",
        "Probably Principal (74%); could be Staff (25%).",
        "Principal: 74%",
        "2.5 (likely 2.1 to 2.8; allowing for one rater, 1.9 to 3.0)",
        "what Principal requires",
        ESTIMATE,
        ASSUMPTIONS,
    ] {
        assert!(picture.contains(&normalized(wanted)), "{wanted}");
    }
}

#[test]
fn every_kind_of_answer_is_written_and_so_is_what_belongs_to_it() {
    let (ladder, model) = ladder_and_model();
    let all = Options { names: true, examples: true, sensitive: true };
    for text in texts(&ladder, &model, &read(&full()), all) {
        says(
            &text,
            &[
                "A manager's assessment, December 2025 to November 2026",
                "SUBJECT-NAME",
                "RATER-NAME",
                "2026-11-24T10:00:00Z",
                "SNAPSHOT-WHY",
                "Not answered",
                "No opportunity in this period",
                "Could not see it",
                "The role offered no scope for more.",
                "OPEN-EXAMPLE",
                "PRIVATE-EXAMPLE",
                "OPEN-TITLE; PRIVATE-TITLE",
                "February to September 2026",
                "Decision quality",
                "amplified",
                "OPEN-REACH",
                "OPEN-OUTCOME",
                "https://wiki.example/open",
                "https://wiki.example/private",
                "PRIVATE-OUTCOME",
                "PERSON-NAME",
            ],
        );
        assert!(!text.contains("UNKNOWN"));
    }
    let own = texts(&ladder, &model, &read(&file("x")), all);
    says(&own[0], &["I cannot judge this"]);
}

#[track_caller]
fn left_out(options: Options, removed: &[&str], kept: &[&str]) {
    let (ladder, model) = ladder_and_model();
    let a = read(&full());
    let [html_text, markdown_text] = texts(&ladder, &model, &a, options);
    let picture = svg(&ladder, &model, &a, options);
    let table = csv(&ladder, &a, options, false);
    for part in removed {
        for document in [&html_text, &markdown_text, &picture, &table, &html(&ladder, &model, &a, options)] {
            assert!(!document.contains(part), "{part}");
        }
    }
    says(&html_text, kept);
    says(&markdown_text, kept);
}

#[test]
fn names_and_sensitive_evidence_are_left_out_unless_asked_for() {
    let names = ["SUBJECT-NAME", "RATER-NAME", "PERSON-NAME", "TERM-NAME"];
    let sensitive = ["PRIVATE-EXAMPLE", "PRIVATE-TITLE", "PRIVATE-OUTCOME", "wiki.example/private"];
    let withheld = "An example was given but is left out of this copy.";
    let open = ["OPEN-EXAMPLE", "BOTH-EXAMPLE", "OPEN-TITLE", "OPEN-REACH", "SNAPSHOT-WHY"];
    left_out(Options::default(), &[&names[..], &sensitive].concat(), &[&open[..], &[withheld]].concat());
    left_out(
        Options { names: true, ..Options::default() },
        &[&sensitive[..], &["TERM-NAME"]].concat(),
        &["SUBJECT-NAME", "RATER-NAME", "PERSON-NAME"],
    );
    left_out(Options { sensitive: true, ..Options::default() }, &names, &sensitive);
    let none = Options { examples: false, ..Options::default() };
    left_out(none, &[&names[..], &sensitive, &open].concat(), &[withheld]);
}

#[test]
fn months_are_named_and_every_other_text_is_shown_as_it_is() {
    for (from, to, expected) in [
        ("", "", ""),
        ("2025-12", "2026-11-30", "December 2025 to November 2026"),
        ("2025-01-31", "", "from January 2025"),
        ("", "2025-10", "until October 2025"),
        ("2025-13", "2025-00-01", "2025-13 to 2025-00-01"),
        ("2025-12-01T10:00", "2025/12/01", "2025-12-01T10:00 to 2025/12/01"),
        ("2025-12-x1", "+025-12", "2025-12-x1 to +025-12"),
        ("J\u{e4}nner", "2025", "J\u{e4}nner to 2025"),
    ] {
        assert_eq!(span(from, to), expected);
    }
}

#[test]
fn without_enough_answers_there_are_no_chances_and_the_row_says_what_is_missing() {
    let (ladder, model) = ladder_and_model();
    let a = read(&file("3......33333333333333333"));
    for text in texts(&ladder, &model, &a, Options::default()) {
        says(&text, &["Answer 2 more Scope questions for a level.", "1 of 3 answers needed for a level", "1 of 6", ESTIMATE]);
        assert!(!text.contains("Chance of each level"));
    }
    let picture = svg_text(&svg(&ladder, &model, &a, Options::default()));
    assert!(picture.contains("1of3answersneededforalevel") && !picture.contains("Chanceofeachlevel"));
}

#[test]
fn the_table_has_a_row_for_each_question_and_says_what_files_say() {
    let ladder = default_ladder();
    let all = Options { names: true, examples: true, sensitive: true };
    let text = csv(&ladder, &read(&full()), all, false);
    let rows = csv_rows(&text);
    let header = ["dimension", "question", "prompt", "statement", "answer", "off_scale", "example", "no_room", "example_counted"];
    assert_eq!(rows[0], header);
    assert_eq!(rows.len(), 25);
    let (first, second, third, fourth) = (&ladder.questions[0], &ladder.questions[1], &ladder.questions[2], &ladder.questions[3]);
    // The rater is a manager, so the questions are those about the person.
    let about = |q: &Question| q.prompt_about.replace("{name}", &ladder.unnamed);
    assert_eq!(
        rows[1],
        ["Scope", &first.id, &about(first), "3", &first.statements[3], "", "OPEN-EXAMPLE", "no", "yes"].map(String::from)
    );
    let no = "No opportunity in this period";
    assert_eq!(rows[2], ["Scope", &second.id, &about(second), "", no, "no-opportunity", "", "no", "no"].map(String::from));
    assert_eq!(
        rows[3],
        ["Scope", &third.id, &about(third), "", "Could not see it", "not-observed", "", "no", "no"].map(String::from)
    );
    assert_eq!(rows[4], ["Scope", &fourth.id, &about(fourth), "", "Not answered", "", "", "no", "no"].map(String::from));
    assert_eq!(rows[5][6..], ["PRIVATE-EXAMPLE", "yes", "yes"]);
    let default = csv_rows(&csv(&ladder, &read(&full()), Options::default(), false));
    assert_eq!(default[5][6..], ["", "yes", "yes"], "a withheld example still counts");
    assert_eq!(csv(&ladder, &read(&full()), all, true), format!("\u{feff}{text}"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn the_page_runs_nothing_loads_nothing_and_names_its_only_style() {
    let (ladder, model) = ladder_and_model();
    let page = html(&ladder, &model, &read(&full()), Options { names: true, examples: true, sensitive: true });
    let parts = html_parts(&page);
    let style = parts.iter().position(|p| matches!(p, Part::Markup(name, _) if name == "style")).unwrap();
    let css = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    assert!(!css.contains("url(") && !css.contains("@import") && !css.contains("expression"));
    let hash = Base64::encode_string(&Sha256::digest(css));
    let (mut policies, mut links) = (Vec::new(), 0);
    for (at, part) in parts.iter().enumerate() {
        let Part::Markup(name, attributes) = part else { continue };
        assert!(
            !["script", "iframe", "object", "embed", "link", "base", "form", "img", "template"].contains(&name.as_str()),
            "{name}"
        );
        assert!(name != "style" || at == style, "one style");
        for (attribute, value) in attributes {
            assert!(!attribute.starts_with("on") && !["style", "src", "srcset", "action", "ping"].contains(&attribute.as_str()));
            if attribute == "href" {
                assert!(name == "a" && value.starts_with("https://wiki.example/"));
                links += 1;
            }
            if value == "Content-Security-Policy" {
                policies.push((at, attributes.iter().find(|(n, _)| n == "content").unwrap().1.clone()));
            }
        }
    }
    assert_eq!(links, 2);
    assert_eq!(policies.len(), 1);
    assert!(policies[0].0 < style, "the policy comes first");
    assert_eq!(policies[0].1, format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"));
    assert_eq!(parts[1], Part::Markup("html".into(), vec![("lang".into(), "en".into())]));
    let opened = |name: &str| parts.iter().filter(|p| matches!(p, Part::Markup(n, _) if n == name)).count();
    for name in [
        "html", "head", "body", "main", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "p", "h1", "h2", "h3",
        "div",
    ] {
        assert_eq!(opened(name), opened(&format!("/{name}")), "{name}");
    }
    assert_eq!((opened("h1"), opened("table")), (1, 6));
}

#[test]
fn a_picture_of_any_ladder_keeps_to_its_elements_and_to_its_frame() {
    for (levels, dimensions) in [(1, 1), (3, 4), (8, 12)] {
        let ladder = read_ladder(shape(levels, dimensions, 1).to_string().as_bytes()).unwrap();
        let model = Model::new(&ladder);
        let mut f = file("");
        f["ladder"]["id"] = json!("other");
        for (i, q) in ladder.questions.iter().enumerate() {
            f["answers"][&q.id] = json!({ "statement": i % (levels + 2) });
        }
        let picture = svg(&ladder, &model, &read(&f), Options::default());
        assert!(svg_text(&picture).contains("Positionineachdimension"));
        let document = roxmltree::Document::parse(&picture).unwrap();
        let root = document.root_element();
        let number = |node: &roxmltree::Node, name: &str| node.attribute(name).map(|v| v.parse::<f64>().unwrap());
        let height = number(&root, "height").unwrap();
        assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 800 {height}"));
        for node in root.children().filter(|n| n.is_element() && n.tag_name().name() != "rect") {
            for (name, most) in [("x", 800.0), ("x1", 800.0), ("x2", 800.0), ("y", height), ("y1", height), ("y2", height)] {
                assert!(number(&node, name).is_none_or(|v| (0.0..=most).contains(&v)), "{node:?}");
            }
        }
    }
}

#[test]
fn colors_are_those_of_the_page() {
    let styles = include_str!("../../styles/main.css");
    let tokens = styles.split("@layer base {").next().unwrap();
    let css = include_str!("../../src/export/document.css");
    let (ladder, model) = ladder_and_model();
    let picture = svg(&ladder, &model, &read(&file(ALL_THREE)), Options::default());
    let values = |text: &str, name: &str| -> Vec<String> {
        let begin = format!("--{name}: ");
        let found = text.split(&begin).skip(1).map(|rest| rest.split(';').next().unwrap());
        let both = found.flat_map(|value| value.trim_start_matches("light-dark(").trim_end_matches(')').split(", "));
        both.map(str::to_owned).collect()
    };
    let names = ["paper", "ink", "soft", "rule", "accent"].map(String::from);
    for name in names.into_iter().chain((0..9).map(|l| format!("level-{l}"))) {
        let wanted = values(tokens, &name);
        assert_eq!((values(css, &name), wanted.len()), (wanted.clone(), 2), "{name}");
        let class = name.trim_start_matches("level-");
        for (kind, attribute) in [("fill", "fill"), ("line", "stroke")] {
            let begin = format!("class=\"{kind}-{class}\" {attribute}=\"");
            for found in picture.split(&begin).skip(1) {
                assert!(found.starts_with(&wanted[0]), "{name}");
            }
        }
    }
}

#[test]
fn a_copy_without_anything_names_nobody_and_answers_nothing() {
    let a = read(&full());
    let redacted = |keep: Redaction| assessment_file(&redact(&a, keep)).to_string();
    let bare = redacted(NONE);
    for word in ["NAME", "EXAMPLE", "TITLE", "REACH", "OUTCOME", "WHY", "UNKNOWN", "OWN-ID", "wiki.example", "statement"] {
        assert!(!bare.contains(word), "{word} in {bare}");
    }
    for word in ["staff-plus", "sha256:", "\"staff\"", "\"principal\"", "manager", "2025-12-01", "2026-11-24T10:00:00Z"] {
        assert!(bare.contains(word), "{word} is not in {bare}");
    }
    let ratings = redacted(Redaction { ratings: true, ..NONE });
    assert!(
        !ratings.contains("EXAMPLE") && ratings.contains("\"example_withheld\":true") && ratings.contains("\"no_room\":true")
    );
    let evidence_kept = redacted(Redaction { evidence: true, ..NONE });
    assert!(evidence_kept.contains("OPEN-TITLE") && !evidence_kept.contains("PRIVATE") && !evidence_kept.contains("PERSON-NAME"));
    let everything = redact(&a, EVERYTHING);
    assert_eq!(everything.evidence, a.evidence.iter().map(Evidence::plain).collect::<Vec<_>>());
    assert_eq!((everything.subject.name.as_str(), &everything.terms), ("SUBJECT-NAME", &a.terms));
    for (id, answer) in &everything.answers {
        let original = a.answers.get(id).unwrap();
        assert_eq!((answer.choice, &answer.example, &answer.evidence), (original.choice, &original.example, &original.evidence));
        assert!(!answer.example_withheld);
    }
    assert_eq!(everything.answers.len(), a.answers.len());
}

#[test]
fn a_draft_goes_when_its_example_goes() {
    let mut f = file("3");
    f["drafts"] = json!({ "talent": { "example": "typed before choosing" } });
    let a = read(&f);
    assert_eq!(redact(&a, Redaction { ratings: true, ..NONE }).answers.len(), 1);
    assert_eq!(redact(&a, EVERYTHING).answers.len(), 2);
}

/// One answer as a file may hold it: choice, example, cited evidence, withheld, no room.
fn answers() -> impl Strategy<Value = Value> {
    let choice = prop_oneof![
        (0_usize..5).prop_map(|k| json!({ "statement": k })),
        Just(json!({ "off_scale": "no-opportunity" })),
        Just(json!({ "off_scale": "not-observed" }))
    ];
    let example = prop::sample::select(vec!["", "two words", "three words here", "\u{202e}a  b\nc d"]);
    let cited = prop::sample::subsequence(vec!["open", "secret", "missing"], 0..=3);
    (choice, example, cited, any::<bool>(), any::<bool>()).prop_map(|(mut a, example, cited, withheld, no_room)| {
        for (name, value) in [
            ("example", json!(example)),
            ("evidence", json!(cited)),
            ("example_withheld", json!(withheld)),
            ("no_room", json!(no_room)),
        ] {
            a[name] = value;
        }
        a
    })
}

/// Assessments with every kind of answer and of evidence, sensitive and not.
pub(crate) fn files() -> impl Strategy<Value = Value> {
    (prop::collection::vec(prop::option::weighted(0.9, answers()), 24), 0_usize..5, 2_usize..4).prop_map(|(all, role, of)| {
        let mut f = file("");
        for (q, a) in default_ladder().questions.iter().zip(all) {
            if let Some(a) = a {
                f["answers"][&q.id] = a;
            }
        }
        f["rater"] = json!({ "role": Role::ALL[role].id(), "of": of });
        f["evidence"] = json!([{ "id": "open", "title": "x" }, { "id": "secret", "sensitive": true }]);
        f
    })
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    use ladder_calibration::base::characters::csv_line;
    assert_eq!(
        csv_line(&["=1+1", "\u{ff1d}1", " \u{200b}@a", "-b", "c", "d, \"e\""]),
        "\"'=1+1\",\"'\u{ff1d}1\",\"' \u{200b}@a\",'-b,c,\"d, \"\"e\"\"\"\r\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_redacted_copy_gives_the_profile_of_its_original_to_the_last_bit(f in files(), g in files(), kept in 0_u8..16) {
        let (ladder, model) = ladder_and_model();
        let bit = |n: u8| kept >> n & 1 == 1;
        let keep = Redaction { names: bit(0), examples: bit(1), evidence: bit(2), sensitive: bit(3), ratings: true };
        let originals = [read(&f), read(&g)];
        let through_a_file = |a: &Assessment| read(&assessment_file(&redact(a, keep)));
        let copies = [through_a_file(&originals[0]), through_a_file(&originals[1])];
        let json = |all: &[Assessment]| profile_json(&ladder, &profile(&ladder, &model, all), &[]).to_string();
        prop_assert_eq!(json(&copies[..1]), json(&originals[..1]));
        prop_assert_eq!(json(&copies), json(&originals));
        let found = |a: &Assessment| findings(&ladder, &model, &profile(&ladder, &model, std::slice::from_ref(a)).score, a);
        prop_assert_eq!(found(&copies[0]), found(&originals[0]));
    }

    #[test]
    fn any_cell_comes_back_from_the_table_and_none_is_a_formula(text in prop_oneof![any::<String>(), "[-=+@,;\"'a \t\r\n]{1,8}"]) {
        let ladder = default_ladder();
        let mut f = file("3");
        f["answers"]["outcome-boundary"]["example"] = json!(text);
        let rows = csv_rows(&csv(&ladder, &read(&f), Options::default(), false));
        let (cell, wanted) = (&rows[1][6], ladder_calibration::base::characters::clean(text.trim()));
        prop_assert_eq!(rows.len(), 25);
        if wanted.starts_with(['=', '+', '-', '@']) {
            prop_assert_eq!(cell, &format!("'{wanted}"));
        } else if !wanted.starts_with(['\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}']) {
            prop_assert_eq!(cell, &wanted);
        }
    }
}

#[test]
fn every_export_says_that_answers_met_another_text_or_are_not_scored() {
    let (ladder, model) = ladder_and_model();
    let exports = |f: &Value| {
        let a = read(f);
        let o = Options::default();
        let picture = svg(&ladder, &model, &a, o);
        [markdown(&ladder, &model, &a, o), html(&ladder, &model, &a, o), csv(&ladder, &a, o, false), svg_text(&picture)]
    };
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let say = |f: &Value, sentence: &str| {
        for text in exports(f) {
            assert!(letters(&text).contains(&letters(sentence)), "{sentence}: {text}");
        }
    };
    let mut f = file("333333333333333333333333");
    let quiet = ["Answered on", "kept but not scored", "warning"];
    for text in exports(&f) {
        assert!(quiet.iter().all(|w| !text.contains(w)));
    }
    f["ladder"]["revision"] = "0".into();
    say(&f, &format!("Answered on revision 0 of the ladder; revision {} is in use.", ladder.revision));
    assert_eq!(csv_rows(&exports(&f)[2])[0].last().unwrap(), "warning");
    f["ladder"]["revision"] = ladder.revision.as_str().into();
    f["ladder"]["digest"] = format!("sha256:{}", "0".repeat(64)).into();
    say(&f, "Answered on a ladder of the same revision with another text (its digest differs).");
    f["ladder"]["digest"] = ladder.digest.as_str().into();
    for text in exports(&f) {
        assert!(quiet.iter().all(|w| !text.contains(w)), "{text}");
    }
    f["answers"]["once-asked"] = json!({ "statement": 2 });
    say(&f, "The question once-asked is not in this ladder; its answer is kept but not scored.");
    for i in 0..5 {
        f["answers"][format!("old-{i}")] = json!({ "statement": 2 });
    }
    say(&f, "6 questions are not in this ladder");
    // Texts of the file stay text.
    f["ladder"]["revision"] = "<b>0</b>\n# x".into();
    let [md, page, ..] = exports(&f);
    assert!(!page.contains("<b>0") && !md.contains("<b>0") && !md.contains("\n# x"));
}
