//! The draft of a promotion packet: no claim without support, gaps are named, no text of a file becomes markup.

use ladder_calibration::export::packet::{Packet, packet, packet_html, packet_markdown};
use ladder_calibration::files::read_assessment;
use ladder_calibration::model::assessment::Assessment;
use ladder_calibration::model::ladder::{Ladder, LadderParts};
use ladder_calibration::model::profile::profile;
use ladder_calibration::model::reading_time::minutes;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{file, ladder_and_model, shared_ladder};

fn draft(a: &Assessment, with_sensitive: bool) -> Packet {
    let (ladder, model) = ladder_and_model();
    packet(&ladder, &model, a, with_sensitive)
}

fn read(f: &Value) -> Assessment {
    read_assessment(f.to_string().as_bytes()).unwrap()
}

#[test]
fn dimensions_stand_in_order_with_what_shows_each_claim() {
    let a = read_assessment(include_bytes!("../data/personas/healthy.json")).unwrap();
    let p = draft(&a, false);
    let titles: Vec<&str> = p.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["Scope", "Ambiguity", "Breadth", "Influence"]);
    assert_eq!(p.sections.iter().map(|s| s.claims.len()).collect::<Vec<_>>(), [6, 6, 6, 6]);
    assert_eq!(p.sections[0].claims[0].pieces, [0]);
    assert_eq!(p.sections[3].claims[4].pieces, [3]);
    assert_eq!(p.pieces.len(), 6);
    let rows: Vec<(&str, &str)> = p.pieces[1].rows.iter().map(|(l, t)| (l.as_str(), t.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("When", "February to June 2026"),
            ("Reach", "All tenants of the platform; 6 teams"),
            ("How far up", "Organization"),
            ("Mechanism", "Technical risk, direct"),
            ("Own contribution", "I named the limit with a date and the sign to watch."),
            ("When was it flagged, and to whom?", "2026-02-10, to the head of platform"),
            ("Where had this pattern occurred before?", "At an earlier company, at a tenth of the load."),
            ("Outcome", "The queue was split in June; tenant 44 joined in August and nothing happened."),
            ("Who can confirm it", "a Principal engineer in platform"),
        ]
    );
    assert!(p.about.contains(&("Rated by", "the person, not yet agreed with anyone".into())));
    assert!(p.about.contains(&("Period", "December 2025 to November 2026".into())));
    assert_eq!(p.result.last().unwrap(), "An estimate from answers, not a decision about pay or title.");
    assert!(p.gaps.contains(&"The outcome of 1 piece of evidence is still open.".into()), "{:?}", p.gaps);
}

#[test]
fn what_nothing_shows_is_a_gap_and_no_claim() {
    let (ladder, _) = ladder_and_model();
    let mut f = file("43n0x.");
    f["answers"]["direction-ownership"] = json!({ "statement": 3, "example": "too short" });
    f["answers"]["outcome-boundary"] = json!({ "statement": 4, "example_withheld": true });
    let p = draft(&read(&f), false);
    assert!(p.sections.iter().all(|s| s.claims.is_empty()));
    let text = packet_markdown(&p);
    for q in &ladder.questions {
        for statement in &q.statements {
            assert!(!text.contains(statement.as_str()), "{statement}");
        }
    }
    let expected = [
        "Answered without an example or evidence: largest outcome owned and ".to_owned() + &ladder.questions[1].title + ".",
        format!("No opportunity in this period: {}.", ladder.questions[2].title),
        format!("Could not be judged: {}.", ladder.questions[4].title),
        "Nothing backs Scope yet.".into(),
        "No evidence for Technical direction, Decision quality, Technical risk or Talent.".into(),
        "The ratings are from one rater. Agreed ratings would carry more weight.".into(),
    ];
    for gap in expected {
        assert!(p.gaps.contains(&gap), "{gap}\n{:#?}", p.gaps);
    }
}

#[test]
fn agreed_ratings_say_by_how_many_and_sensitive_pieces_stay_out() {
    let mut f = file("333333333333333333333333");
    f["rater"] = json!({ "role": "agreed", "of": 3 });
    f["subject"] = json!({ "name": "Surname, Given", "title": "staff", "target": "Chief" });
    f["evidence"] = json!([{ "id": "e1", "title": "An open piece" }, { "id": "e2", "title": "A secret", "sensitive": true }]);
    f["answers"]["talent"] = json!({ "statement": 3, "evidence": ["e2"] });
    let a = read(&f);
    let p = draft(&a, false);
    assert_eq!(p.title, "Draft of a promotion packet: Surname, Given");
    assert!(p.about.contains(&("Rated by", "3 raters, in agreement".into())));
    assert_eq!(p.about[..2], [("Title held", "Staff".into()), ("Target level", "Chief".into())]);
    assert!(!packet_html(&p).contains("A secret") && !packet_markdown(&p).contains("A secret"));
    assert!(p.gaps.contains(&"1 piece of evidence is left out because it is sensitive.".into()));
    assert!(p.gaps.iter().any(|g| g.starts_with("Answered without an example or evidence: ")), "its claim goes with it");
    assert!(!p.gaps.iter().any(|g| g.contains("from one rater")));
    let all = draft(&a, true);
    assert_eq!((all.pieces.len(), all.sections[3].claims[4].pieces.as_slice()), (2, &[1][..]));
}

#[test]
fn links_are_followed_only_where_they_may_be() {
    let mut f = file("3");
    f["evidence"] = json!([
        { "id": "e1", "title": "A", "link": "https://wiki.example/a?b=1&c=2" },
        { "id": "e2", "title": "B", "link": "javascript:alert(1)" }
    ]);
    let p = draft(&read(&f), false);
    let html = packet_html(&p);
    assert!(html.contains("href=\"https://wiki.example/a?b=1&amp;c=2\""));
    assert_eq!(html.matches("<a href=\"").count(), 1);
    assert!(!html.contains("javascript"));
    let markdown = packet_markdown(&p);
    assert!(markdown.contains("- Link: <https://wiki.example/a?b=1&c=2>") && !markdown.contains("javascript"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_file_becomes_markup(name in any::<String>(), part in ".{0,40}", title in "[<>&\"'`*_#\\[\\]()!|a-z\n]{1,30}") {
        let mut f = file("3");
        f["subject"] = json!({ "name": name });
        f["answers"]["outcome-boundary"]["example"] = format!("one two three {part}<script>x</script>").into();
        f["answers"]["outcome-boundary"]["evidence"] = json!(["e1"]);
        f["evidence"] = json!([{ "id": "e1", "title": title, "part": part, "corroborator": "<img src=x>" }]);
        let p = draft(&read(&f), false);
        let html = packet_html(&p);
        let plain = packet_html(&draft(&read(&{
            let mut g = f.clone();
            g["subject"] = json!({ "name": if name.is_empty() { "" } else { "n" } });
            g["answers"]["outcome-boundary"]["example"] = "one two three".into();
            g["evidence"] = json!([{ "id": "e1", "title": "t", "part": if part.is_empty() { "" } else { "w" },
                "corroborator": "c" }]);
            g
        }), false));
        let tags = |text: &str| text.matches('<').count();
        prop_assert_eq!(tags(&html), tags(&plain));
        let markdown = packet_markdown(&p);
        prop_assert!(!markdown.contains('<'), "{}", markdown);
        prop_assert_eq!(markdown.lines().filter(|l| l.starts_with('#')).count(), plain.matches("<h").count() - plain.matches("<head").count() - plain.matches("<html").count());
    }
}

/// Twelve answers with one example each, in the words given.
fn with_examples(example: &str) -> Assessment {
    let (ladder, _) = ladder_and_model();
    let core: String = ladder.questions.iter().map(|q| if q.core { '3' } else { '.' }).collect();
    let mut f = file(&core);
    for answer in f["answers"].as_object_mut().unwrap().values_mut() {
        answer["example"] = example.into();
    }
    read(&f)
}

#[test]
fn an_example_counts_in_every_script_and_stands_in_the_draft() {
    let (ladder, model) = ladder_and_model();
    let result = |a: &Assessment| profile(&ladder, &model, std::slice::from_ref(a)).overall;
    let english = with_examples("moved the ledger boundary");
    assert_eq!(draft(&english, false).sections.iter().map(|s| s.claims.len()).sum::<usize>(), 12);
    for example in [
        "決済の境界を三つの班と引き直した",
        "今季は 境界を 引き直した",
        "台帳を分け直す",
        "サーバーを分けた",
        "ｻｰﾊﾞｰ移行",
        "我们重划了支付边界",
        "ย้ายขอบเขตของบัญชีกับสามทีม",
        "ຍ້າຍຂອບເຂດກັບສາມທີມ",
        "បានផ្លាស់ប្តូរព្រំដែន",
        "နယ်နိမိတ်ကိုပြန်ဆွဲခဲ့သည်",
        "결제 경계를 옮겼다",
    ] {
        let a = with_examples(example);
        assert_eq!(result(&a), result(&english), "{example}");
        let claims =
            |p: &Packet| p.sections.iter().flat_map(|s| s.claims.clone()).map(|c| (c.question, c.statement)).collect::<Vec<_>>();
        assert_eq!(claims(&draft(&a, false)), claims(&draft(&english, false)), "{example}");
        assert_eq!(draft(&a, false).gaps, draft(&english, false).gaps, "{example}");
        let shown = draft(&a, false).sections.iter().flat_map(|s| s.claims.clone()).all(|c| c.example == example);
        assert!(shown, "{example}");
    }
    // Too short in any script; digits and signs of these ranges are no letters, and a word without spaces is one word.
    for example in ["", "two words", "境界", "台帳分割済", "๑๒๓๔๕๖๗๘", "。。。。。。。", "interoperability", "경계를옮겼다"]
    {
        let a = with_examples(example);
        assert_eq!(result(&a), result(&with_examples("")), "{example}");
        assert!(draft(&a, false).sections.iter().all(|s| s.claims.is_empty()), "{example}");
    }
}

#[test]
fn reading_a_ladder_without_spaces_takes_time_too() {
    let mut ladder = LadderParts::clone(shared_ladder());
    for q in &mut ladder.questions {
        q.prompt = "境界を引き直す仕事で何を決めましたか".repeat(4);
        q.statements = vec!["決済の境界を三つの班と引き直した".repeat(4); q.statements.len()];
    }
    let minutes = minutes(&Ladder::new(ladder).unwrap());
    assert!(minutes.all > 15.0, "{minutes:?}");
}

#[test]
fn the_draft_says_that_answers_met_another_text() {
    let mut f = file("333333333333333333333333");
    let says = |f: &Value| {
        let p = draft(&read(f), false);
        (p.result.iter().any(|s| s.starts_with("Answered on revision 0 of the ladder")), packet_markdown(&p), packet_html(&p))
    };
    assert!(!says(&f).0);
    f["ladder"]["revision"] = "0".into();
    let (said, markdown, page) = says(&f);
    assert!(
        said && markdown.contains("Answered on revision 0 of the ladder")
            && page.contains("Answered on revision 0 of the ladder")
    );
}
