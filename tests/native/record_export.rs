//! Exports of a session record: required content, forbidden content, and that no text becomes markup.

use ladder_calibration::calibration::{
    ActionItem, Calibration, Event, Opportunity, Side, Unclear, record_html, record_markdown, unclear_csv, unclear_markdown,
};
use ladder_calibration::model::assessment::Answer;
use ladder_calibration::model::prompts::{Audience, prompt_text};
use ladder_calibration::model::scoring::Model;
use proptest::prelude::*;
use serde_json::json;

use super::session_events::*;

fn pages(c: &Calibration, code: &str) -> [String; 2] {
    let model = Model::new(c.ladder());
    [record_markdown(c.ladder(), &model, c.record(), code), record_html(c.ladder(), &model, c.record(), code)]
}

fn session() -> Calibration {
    let mut c = pair("444433333333333333333333", "222n33333333333333333333");
    c.apply(Event::LengthChosen(45));
    c.apply(Event::TimePassed(1_501));
    agree(&mut c, 0, 3);
    dissent(&mut c, 1);
    let opportunity = Opportunity { who: "Tomasz".into(), will: "the storage move".into(), ..Opportunity::default() };
    c.apply(Event::OpportunityTyped { question: 3, opportunity });
    let action =
        ActionItem { owner: "Tomasz".into(), what: "find a launch".into(), by: "2027-03".into(), ..ActionItem::default() };
    c.apply(Event::ActionAdded(action));
    let mark = Unclear {
        question: id(c.ladder(), 19).to_owned(),
        statement: Some(4),
        by: Some(Side::First),
        text: "=who is an \"executive\"".into(),
        ..Unclear::default()
    };
    c.apply(Event::UnclearMarked(mark));
    finish(&mut c);
    c
}

#[test]
fn everything_of_the_record_stands_in_both_pages() {
    let c = session();
    let q = |i: usize| &c.ladder().questions[i];
    for page in pages(&c, "CODE77") {
        let page = page.replace('\\', "").replace("&#39;", "'").replace("&quot;", "\"");
        for part in [
            "Calibration of Ines Example",
            "Started 2026-11-23 10:00 UTC. Finished 2026-11-23 10:45 UTC.",
            "Planned for 45 minutes; 26 minutes of talk.",
            &format!("revision {}", c.ladder().revision),
            "sha256:",
            "The ratings of Ines were not sealed.",
            "Closing code: CODE77.",
            "neither side can change the record later",
            "By the answers of Ines alone",
            "By the answers of Tomasz alone",
            "If the answers of Tomasz count there",
            "not a decision about pay or title",
            "Agreed: 0 as rated by the manager, 0 as rated by the report, 1 on another answer.",
            "Agreed on statement 3.",
            "Dissent. Why Ines keeps statement 4: the text still holds.",
            "Left as rated",
            "Same answer from both",
            "Could have offered it: Tomasz Will offer it: the storage move",
            "find a launch",
            "2027-03",
            "marked by Ines",
            q(0).statements[4].as_str(),
            q(0).statements[2].as_str(),
            q(0).statements[3].as_str(),
            q(5).statements[3].as_str(),
            q(19).statements[4].as_str(),
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
        assert!(!page.contains(&q(0).overdone), "over-done anchors never stand in a record");
    }
    let [markdown, html] = pages(&c, "");
    assert!(
        markdown.contains("~~Answer from Ines: statement 4, ") && html.contains("<s>Answer from Ines: statement 4, "),
        "left, and still to be read"
    );
    assert!(!markdown.contains("~~Answer from Ines: statement 4, “Designed"), "with dissent nothing is struck");
    assert!(!markdown.contains("Closing code"));
}

#[test]
fn agreed_numbers_never_stand_without_the_raters_own() {
    for c in [session(), pair("44", "22"), pair("", ""), pair("333333333333333333333333", "333333333333333333333333")] {
        for page in pages(&c, "") {
            let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
            assert!(place("By the answers of Ines alone") < place("Agreed answers"));
            assert!(place("By the answers of Tomasz alone") < place("Agreed answers"));
        }
    }
}

#[test]
fn an_open_record_says_that_it_may_change() {
    let [markdown, _] = pages(&pair("4", "2"), "");
    assert!(markdown.contains("Not finished: everything in it may still change."));
}

/// Names of elements and attributes in a page, in order.
fn tags(html: &str) -> Vec<String> {
    let body = html.split("</style>").nth(1).unwrap();
    body.split('<').skip(1).map(|part| part.split('>').next().unwrap().to_owned()).collect()
}

const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</style><b>",
    "[x](javascript:alert(1))",
    "| a | b |\n# c\n- d",
    "~~`*_\\",
    "\u{202e}gnp.exe\u{200f}",
];

fn hostile(text: &str) -> Calibration {
    let mut first = rated("444n", "self", text);
    first["subject"]["name"] = json!(text);
    first["period"] = json!({ "from": text, "to": text });
    first["answers"]["outcome-boundary"]["example"] = json!(text);
    first["evidence"] = json!([{ "id": "e", "title": text }]);
    first["answers"]["outcome-boundary"]["evidence"] = json!(["e"]);
    first["answers"][text] = json!({ "statement": 1 });
    let mut c = open([party(first), party(rated("2222", "manager", text))]);
    c.apply(Event::ExampleTyped { question: 0, text: text.into() });
    propose(&mut c, 0, 3);
    for (q, side) in [(0, Side::First), (0, Side::Second), (1, Side::First), (1, Side::Second)] {
        say(&mut c, q, side, ladder_calibration::calibration::ReasonKind::FreeText, text);
    }
    assert!(c.apply(Event::Agreed(0)) && c.apply(Event::DissentRecorded(1)));
    let opportunity = Opportunity { who: text.into(), will: text.into(), ..Opportunity::default() };
    c.apply(Event::OpportunityTyped { question: 3, opportunity });
    let action = ActionItem { owner: text.into(), what: text.into(), by: text.into(), ..ActionItem::default() };
    c.apply(Event::ActionAdded(action));
    let question = id(c.ladder(), 0).to_owned();
    c.apply(Event::UnclearMarked(Unclear { question, text: text.into(), ..Unclear::default() }));
    c
}

#[test]
fn no_text_becomes_markup() {
    const KNOWN: [&str; 12] = ["h1", "h2", "h3", "p", "ul", "li", "s", "strong", "table", "thead", "tbody", "tr"];
    for text in HOSTILE {
        let c = hostile(text);
        let [markdown, html] = pages(&c, text);
        for tag in tags(&html).iter().map(|t| t.trim_start_matches('/')) {
            assert!(
                KNOWN.contains(&tag) || ["td", "th", "th scope=\"col\"", "body", "html"].contains(&tag) || tag == "head",
                "{tag}"
            );
        }
        assert!(!html.contains("http") || html.matches("http").count() == html.matches("http-equiv").count(), "no address");
        assert!(!markdown.contains('<') && !markdown.contains("](") && !markdown.contains("\n# c"), "{markdown}");
        for page in [&markdown, &html] {
            assert!(!page.contains(['\u{202e}', '\u{200f}']));
        }
        for line in markdown.lines().filter(|l| l.starts_with('|')) {
            let cells = line.replace("\\|", "").matches('|').count();
            assert!(cells == 3 || cells == 4, "{line}");
        }
        let list = unclear_markdown(c.ladder(), c.record());
        assert!(
            !list.contains('<')
                && list.lines().filter(|l| l.starts_with("| ")).all(|l| l.replace("\\|", "").matches('|').count() == 9)
        );
    }
}

#[test]
fn unclear_statements_go_to_the_authors_without_names_and_without_formulas() {
    let c = session();
    let csv = unclear_csv(c.ladder(), c.record());
    let q = &c.ladder().questions[19];
    let (revision, prompt) = (&c.ladder().revision, prompt_text(c.ladder(), 19, Audience::Others("")));
    let row =
        format!("staff-plus,{revision},{},\"{prompt}\",4,{},report,\"'=who is an \"\"executive\"\"\"\r\n", q.id, q.statements[4]);
    let head = "ladder,revision,question,prompt,statement,text,marked by,what was unclear\r\n";
    assert_eq!(csv, format!("{head}{row}"));
    let markdown = unclear_markdown(c.ladder(), c.record());
    assert!(markdown.contains("| report |") && !markdown.contains("Ines") && !csv.contains("Ines"));
    assert!(unclear_markdown(c.ladder(), pair("", "").record()).contains("None were marked."));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn originals_stay_on_the_page_whatever_happens(files in originals(), events in events()) {
        let mut c = open(files.map(party));
        for event in events {
            c.apply(event);
        }
        let [_, html] = pages(&c, "");
        for q in &c.ladder().questions {
            let decided = c.record().outcome(&q.id).is_some();
            for side in Side::BOTH.into_iter().filter(|_| decided) {
                let statement = c.record().answer(side, &q.id).and_then(Answer::statement).map(|k| q.statements[k].as_str());
                if let Some(text) = statement {
                    let text = ladder_calibration::base::characters::escape(text);
                    prop_assert!(html.contains(&text), "{} {}", q.id, text);
                }
            }
        }
    }
}
