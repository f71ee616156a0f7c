//! Private data stays private: an assessment with a mark in every field, known and unknown, goes through a seal, a reveal,
//! a session and all its exports.

use std::rc::Rc;

use ladder_calibration::base::crypt::{Kdf, Randomness};
use ladder_calibration::calibration::sealing::{Input, NewSeal, open_both, seal};
use ladder_calibration::calibration::{
    AwaitingReveal, Calibration, Event, Mark, Remark, Review, SealFacts, Side, agreed_assessment, exhibits, messages,
    record_html, record_markdown, report_html, report_markdown, review, review_blocks, unclear_csv, unclear_markdown,
};
use ladder_calibration::export::packet::{packet, packet_html, packet_markdown};
use ladder_calibration::export::{Options, csv, html, markdown, payload, svg};
use ladder_calibration::files::{
    assessment_file, canonical, holds_more, profile_json, read_assessment, read_sealed, read_session, review_file, session_file,
};
use ladder_calibration::model::assessment::{Assessment, Role};
use ladder_calibration::model::profile::profile;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::export::files;
use super::invitation::invitation;
use super::session_events::{NOW, agree, dissent, finish, open, sealed as under_seal};
use super::support::{fresh, ladder_and_model, shared_ladder};

/// Marks of private fields, of sensitive pieces, of the name, and of what is included.
const PRIVATE: &str = "PRIVATE";
const SENSITIVE: &str = "SENSITIVE";
const NAME: &str = "NAME";
const OPEN: &str = "OPEN";

/// A mark of its own for each field. Three words, so that it counts as an example.
fn mark(kind: &str, who: &str, field: &str) -> Value {
    json!(format!("{kind}-{who} {field} mark"))
}

/// Something in every text of a piece of evidence.
fn piece(kind: &str, who: &str, id: &str, sensitive: bool) -> Value {
    let mut out = json!({ "id": id, "from": "2026-02", "to": "2026-09", "binds_until": "2028-01", "mode": "amplified", "people": 41, "teams": 7 });
    for name in ["title", "template", "mechanism", "reach", "altitude", "part", "outcome", "corroborator"] {
        out[name] = mark(kind, who, &format!("{id}.{name}"));
    }
    out["link"] = json!(format!("https://wiki.example/{kind}-{who}-{id}"));
    out["links"] = json!([mark(PRIVATE, who, "links")]);
    out["details"] = json!({ "prompt": mark(kind, who, &format!("{id}.details")) });
    if sensitive {
        out["sensitive"] = json!(true);
    }
    out
}

/// An assessment with a mark in every field that this version knows, and in one that it does not know in every object.
fn full(role: Role, who: &str) -> Value {
    let id = |q: usize| shared_ladder().questions[q].id.clone();
    let private = |field: &str| mark(PRIVATE, who, field);
    let mut f = json!({
        "format": "ladder-calibration/assessment", "version": 1, "id": private("id"),
        "ladder": { "id": shared_ladder().id, "revision": shared_ladder().revision, "digest": shared_ladder().digest },
        "subject": { "name": mark(NAME, who, "subject"), "label": private("label"), "title": private("title"), "target": private("target") },
        "rater": { "role": role.id(), "name": mark(OPEN, who, "rater") },
        "period": { "from": "2025-12", "to": "2026-11" },
        "terms": { "area": private("term") },
        "session": invitation().session.as_str(),
        "snapshot": { "of": private("snapshot.of"), "taken": private("snapshot.taken"), "why": private("snapshot.why") },
        "created": private("created"), "updated": private("updated"), "delete_by": private("delete_by"),
        "carried_from": private("carried_from"),
        "domains": [{ "name": private("domain"), "step": 1 }],
        "plan": [{ "id": "b", "opportunity": private("bet"), "sponsor": private("sponsor"), "reviews": [{ "on": "2026-05", "seen": private("seen") }] }],
        "journal": [{ "id": "d", "decision": private("decision"), "prediction": private("prediction") }],
        "role_shape": { "forum": private("forum") },
        "leverage": { "direction": { "often": 1, "note": private("leverage") } },
        "readiness": { "question": private("readiness") },
        "evidence": [
            piece(OPEN, who, "e1", false), piece(SENSITIVE, who, "e2", true), piece(PRIVATE, who, "e3", false), piece(PRIVATE, who, "e4", false),
        ],
        "drafts": {}, "answers": {}
    });
    let level = if role == Role::SelfRater { 4 } else { 2 };
    for q in 0..24 {
        f["answers"][id(q)] = json!({ "statement": level, "example": mark(OPEN, who, "example"), "no_room": true });
    }
    f["answers"][id(0)]["evidence"] = json!(["e1"]);
    f["answers"][id(1)]["evidence"] = json!(["e2"]);
    f["answers"][id(1)]["example"] = mark(SENSITIVE, who, "example");
    f["answers"][id(2)]["evidence"] = json!(["e1", "e2"]);
    f["answers"][id(3)] = json!({ "statement": level, "evidence": ["e2"], "confidence": "unsure" });
    f["answers"][id(4)] = json!({ "off_scale": "no-opportunity", "example": mark(OPEN, who, "off") });
    f["answers"].as_object_mut().unwrap().remove(&id(5));
    f["drafts"][id(5)] = json!({ "example": private("draft"), "evidence": ["e4"] });
    unknown_everywhere(&mut f, who);
    f
}

/// What only later versions know, in each object.
fn unknown_everywhere(value: &mut Value, who: &str) {
    match value {
        Value::Object(fields) => {
            let by_name =
                fields.keys().all(|k| shared_ladder().questions.iter().any(|q| q.id == *k) || k == "area" || k == "prompt");
            fields.values_mut().for_each(|v| unknown_everywhere(v, who));
            if !by_name {
                fields.insert("x-later".into(), json!({ "deep": [mark(PRIVATE, who, "unknown")] }));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|v| unknown_everywhere(v, who)),
        _ => {}
    }
}

fn read(f: &Value) -> Assessment {
    read_assessment(f.to_string().as_bytes()).unwrap()
}

fn sides() -> [Assessment; 2] {
    [read(&full(Role::SelfRater, "INES")), read(&full(Role::Manager, "TOMASZ"))]
}

fn sealed(a: &Assessment, seed: u8) -> NewSeal {
    let (bytes, kdf) = (fresh(seed), Kdf::new(8, 1, 1).unwrap());
    seal(&invitation(), a, 0, None, kdf, &mut Randomness::new(&bytes).unwrap()).unwrap()
}

/// The session of both, from their seals.
fn session() -> Calibration {
    let [a, b] = sides();
    let (a, b) = (sealed(&a, 1), sealed(&b, 2));
    let typed = [&a, &b].map(|s| (s.code.to_string(), s.opening_number.to_string()));
    let input = |i: usize, s: &'static str| Input { file: s.as_bytes(), code: &typed[i].0, opening_number: &typed[i].1 };
    let opened = open_both(&invitation(), input(0, a.file.leak()), input(1, b.file.leak())).unwrap();
    let (ladder, model) = ladder_and_model();
    let awaiting = AwaitingReveal { invitation: invitation(), seals: Vec::new() };
    awaiting.revealed(&Rc::new(ladder), &model, opened, NOW.into()).unwrap()
}

/// Every export of a session but the record itself, by name.
fn handed_out(mut c: Calibration) -> Vec<(&'static str, String)> {
    agree(&mut c, 0, 3);
    dissent(&mut c, 1);
    let model = ladder_and_model().1;
    let question = c.ladder().questions[2].id.clone();
    c.apply(Event::UnclearMarked(ladder_calibration::calibration::Unclear { question, ..Default::default() }));
    let shown = format!("{:?}", c.ladder().questions.iter().map(|q| exhibits(c.record(), q)).collect::<Vec<_>>());
    finish(&mut c);
    let (ladder, record) = (c.ladder(), c.record());
    let mut member = Review::of(record, "code", "r0".into(), "Aya".into(), NOW.into());
    let remark = Remark { mark: Mark::Question, text: "a line".into(), extra: Map::new() };
    member.marks.insert(ladder.questions[0].id.clone(), remark);
    let members: Vec<Review> = (0..3).map(|i| Review { id: format!("r{i}"), ..member.clone() }).collect();
    let sheet = review_blocks(ladder, record, "code", 3, &review(ladder, record, "code", &members).unwrap());
    let agreed = agreed_assessment(ladder, record, "agreed");
    let options = Options { names: true, examples: true, sensitive: true };
    let mut out = vec![
        ("the screen", shown),
        ("Markdown", record_markdown(ladder, &model, record, "code")),
        ("HTML", record_html(ladder, &model, record, "code")),
        ("unclear statements", unclear_markdown(ladder, record)),
        ("unclear statements as a table", unclear_csv(ladder, record)),
        ("the agreed result", assessment_file(&agreed).to_string()),
        ("the committee's file", review_file(&member).to_string()),
        ("the committee's sheet", report_markdown(&sheet)),
        ("the committee's sheet as HTML", report_html(&sheet)),
    ];
    out.extend(documents(&agreed, options));
    out
}

/// Every document that is made of one assessment.
fn documents(a: &Assessment, options: Options) -> Vec<(&'static str, String)> {
    let (ladder, model) = ladder_and_model();
    let draft = packet(&ladder, &model, a, options.sensitive);
    vec![
        ("Markdown of one", markdown(&ladder, &model, a, options)),
        ("HTML of one", html(&ladder, &model, a, options)),
        ("CSV of one", csv(&ladder, a, options, true)),
        ("SVG of one", svg(&ladder, &model, a, options)),
        ("a packet", packet_markdown(&draft)),
        ("a packet as HTML", packet_html(&draft)),
    ]
}

#[track_caller]
fn holds_none(name: &str, text: &str, marks: &[&str]) {
    for kind in marks {
        let at = text.find(kind).map(|at| text[at..].chars().take(60).collect::<String>());
        assert_eq!(at, None, "{name} holds {kind}");
    }
}

#[test]
fn a_seal_holds_what_the_other_side_may_read_and_nothing_else() {
    for (a, who) in sides().iter().zip(["INES", "TOMASZ"]) {
        let new = sealed(a, 1);
        let inside = read_sealed(new.file.as_bytes()).unwrap().open(&new.opening_number).unwrap().payload;
        let text = String::from_utf8(inside).unwrap();
        holds_none("the payload", &text, &[PRIVATE, SENSITIVE, NAME, "x-later", "confidence", "sensitive", "e2", "e3", "e4"]);
        let file: Value = serde_json::from_str(&text).unwrap();
        let names: Vec<&String> = file.as_object().unwrap().keys().collect();
        assert_eq!(names, ["answers", "evidence", "format", "ladder", "period", "rater", "session", "version"]);
        assert_eq!(
            (&file["session"], &file["rater"]["name"]),
            (&json!(invitation().session.as_str()), &mark(OPEN, who, "rater"))
        );
        let id = |q: usize| &shared_ladder().questions[q].id;
        let answer = |q: usize| file["answers"][id(q)].clone();
        assert_eq!(file["answers"].as_object().unwrap().len(), 23, "an answer without a choice is a draft");
        assert_eq!((answer(0)["evidence"].clone(), answer(0).get("example_withheld")), (json!(["e1"]), None));
        assert_eq!((answer(1).get("example"), answer(1).get("evidence")), (None, None), "it rests on a sensitive piece alone");
        for q in [1, 2, 3] {
            assert_eq!(answer(q)["example_withheld"], json!(true), "{q}: what it lost is said");
        }
        assert_eq!(answer(2)["example"], mark(OPEN, who, "example"), "it cites an open piece too");
        for part in ["e1.title", "e1.reach", "e1.outcome", "e1.corroborator", "e1.part", "e1.details"] {
            assert!(text.contains(mark(OPEN, who, part).as_str().unwrap()), "{part} goes along");
        }
    }
}

#[test]
fn nothing_private_of_either_side_is_in_the_record_or_in_what_is_made_of_it() {
    let c = session();
    holds_none("the record", &session_file(c.record()).to_string(), &[PRIVATE, SENSITIVE, NAME, "x-later"]);
    for side in Side::BOTH {
        assert!(!holds_more(c.record().party(side).original()));
    }
    for (name, text) in handed_out(c) {
        holds_none(name, &text, &[PRIVATE, SENSITIVE, NAME, "x-later"]);
    }
}

#[test]
fn an_older_seal_opens_and_its_private_parts_are_kept_and_not_shown() {
    let files = [full(Role::SelfRater, "INES"), full(Role::Manager, "TOMASZ")];
    let facts = || SealFacts { opened: true, number: 1, ..SealFacts::default() };
    let c = open(files.clone().map(|f| under_seal(f, facts())));
    let said = messages::not_shown(c.record());
    assert!(said.contains("are not shown") && said.contains("INES") && said.contains("TOMASZ"), "{said}");
    for (name, file) in ["first", "second"].into_iter().zip(&files) {
        let kept = session_file(c.record())[name]["assessment"].clone();
        assert_eq!(canonical(&kept), canonical(file), "codes are made over the whole of it");
    }
    assert!(Side::BOTH.iter().all(|side| holds_more(c.record().party(*side).original())));
    let read_again = read_session(session_file(c.record()).to_string().as_bytes()).unwrap();
    assert_eq!(&read_again, c.record());
    for (name, text) in handed_out(c) {
        holds_none(name, &text, &[PRIVATE, SENSITIVE, "x-later"]);
    }
}

#[test]
fn no_export_of_the_raters_own_holds_a_sensitive_piece_unasked() {
    for a in sides() {
        for names in [false, true] {
            for (name, text) in documents(&a, Options { names, ..Options::default() }) {
                holds_none(name, &text, &[SENSITIVE, "x-later"]);
            }
        }
        let asked = documents(&a, Options { sensitive: true, ..Options::default() });
        assert!(asked.iter().any(|(_, text)| text.contains(SENSITIVE)), "asked for, it is there");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn payload_and_original_give_exactly_the_same_profile(f in files(), g in files()) {
        let (ladder, model) = ladder_and_model();
        let originals = [read(&f), read(&g)];
        let copies = originals.each_ref().map(|a| read(&assessment_file(&payload(a))));
        let json = |all: &[Assessment]| profile_json(&ladder, &profile(&ladder, &model, all), &[]).to_string();
        prop_assert_eq!(json(&copies[..1]), json(&originals[..1]));
        prop_assert_eq!(json(&copies), json(&originals));
        for copy in &copies {
            prop_assert_eq!(&payload(copy), copy, "what went through once stays as it is");
            prop_assert!(!assessment_file(copy).to_string().contains("secret"));
        }
    }
}
