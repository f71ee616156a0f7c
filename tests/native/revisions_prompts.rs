//! Questions about the person: what others than the person read, where the name stands, and what a ladder file may not say

use ladder_calibration::calibration::record_markdown;
use ladder_calibration::export::{Options, csv, markdown};
use ladder_calibration::files::{default_ladder, read_assessment, read_ladder};
use ladder_calibration::model::assessment::{Assessment, Role, Subject};
use ladder_calibration::model::findings::nearest_flip;
use ladder_calibration::model::ladder::{Change, ChangeKind, Ladder};
use ladder_calibration::model::prompts::{Audience, Part, audience, instruction, prompt, prompt_text};
use ladder_calibration::model::scoring::Model;
use serde_json::{Value, json};

use super::revisions::{REVISION_1, question_in};
use super::session_events::{pair, rated};

const ABOUT: &str = "What is the largest outcome that {name} owned? Where did {name}, alone, decide?";

fn with_about(change: impl Fn(&mut Value)) -> Value {
    let mut file: Value = serde_json::from_slice(REVISION_1).unwrap();
    question_in(&mut file, "outcome-boundary")["prompt_about"] = ABOUT.into();
    file["instruction_about"] = "Choose what describes the work of {name}.".into();
    file["unnamed"] = "this person".into();
    change(&mut file);
    file
}

fn ladder() -> Ladder {
    read_ladder(with_about(|_| {}).to_string().as_bytes()).unwrap()
}

#[track_caller]
fn refused(change: impl Fn(&mut Value), path: &str, text: &str) {
    let problems = read_ladder(with_about(change).to_string().as_bytes()).expect_err("has to be refused");
    let found: Vec<String> = problems.iter().map(|p| format!("{}: {}", p.path, p.message)).collect();
    assert_eq!(found, [format!("{path}: {text}")]);
}

#[test]
fn others_read_the_form_about_the_person_and_the_person_does_not() {
    let ladder = ladder();
    let parts = |whom| prompt(&ladder, 0, whom).parts();
    assert_eq!(parts(Audience::Person), [Part::Text(&ladder.questions[0].prompt)]);
    let expected = [
        Part::Text("What is the largest outcome that "),
        Part::Name("Ines"),
        Part::Text(" owned? Where did "),
        Part::Name("Ines"),
        Part::Text(", alone, decide?"),
    ];
    assert_eq!(parts(Audience::Others("Ines")), expected);
    let unnamed = "What is the largest outcome that this person owned? Where did this person, alone, decide?";
    assert_eq!(prompt_text(&ladder, 0, Audience::Others("")), unnamed);
    assert_eq!(String::from(instruction(&ladder, Audience::Others("Ines"))), "Choose what describes the work of Ines.");
    assert_eq!(String::from(instruction(&ladder, Audience::Person)), ladder.instruction);
    for role in Role::ALL {
        assert_eq!(Audience::of(role, " Ines ") == Audience::Person, role == Role::SelfRater, "{role:?}");
    }
    assert_eq!(Audience::of(Role::Peer, " Ines "), Audience::Others("Ines"));
}

#[test]
fn a_prompt_without_such_a_form_stands_under_the_name() {
    let ladder = ladder();
    let named = |whom| prompt(&ladder, 1, whom).about;
    assert_eq!(named(Audience::Person), None);
    assert_eq!(named(Audience::Others("Ines")), Some("Ines"));
    assert_eq!(named(Audience::Others("")), Some("this person"));
    assert_eq!(prompt(&ladder, 0, Audience::Others("Ines")).about, None);
    assert_eq!(prompt_text(&ladder, 1, Audience::Others("Ines")), ladder.questions[1].prompt);
}

#[test]
fn a_name_that_looks_like_a_place_for_a_name_stays_a_name() {
    let text = prompt_text(&ladder(), 0, Audience::Others("{name}"));
    assert_eq!(text.matches("{name}").count(), 2);
}

#[test]
fn without_a_word_for_the_unnamed_there_is_one_of_the_page() {
    assert_eq!(read_ladder(REVISION_1).unwrap().unnamed, "this person");
    let ladder = read_ladder(with_about(|l| l["unnamed"] = "diese Person".into()).to_string().as_bytes()).unwrap();
    assert!(prompt_text(&ladder, 0, Audience::Others("")).contains("that diese Person owned"));
}

#[test]
fn the_label_of_this_browser_goes_before_the_name() {
    let mut a = Assessment { subject: Subject { name: "Ines Example".into(), ..Subject::default() }, ..Assessment::default() };
    a.rater.role = Role::Manager;
    assert_eq!(audience(&a), Audience::Others("Ines Example"));
    a.subject.extra.insert("label".into(), "I. E.".into());
    assert_eq!(audience(&a), Audience::Others("I. E."));
}

#[test]
fn a_form_about_the_person_that_breaks_with_some_name_is_refused_with_its_path() {
    let place = "dimensions[0].questions[0].prompt_about";
    let says = |text: &'static str| move |l: &mut Value| question_in(l, "outcome-boundary")["prompt_about"] = text.into();
    refused(says("What did {nam} own?"), place, "has a brace that belongs to no {name}");
    refused(says("What did {name} own} here?"), place, "has a brace that belongs to no {name}");
    refused(says("{name} owned what?"), place, "begins a sentence with {name}");
    refused(says("Who decided? {name} or others?"), place, "begins a sentence with {name}");
    for text in ["What is {name}'s part?", "What is {name}\u{2019}s part?", "What is {name}s part?", "Is it {name}-led?"] {
        refused(
            move |l| question_in(l, "outcome-boundary")["prompt_about"] = text.into(),
            place,
            "goes on right after {name}; a name takes no ending",
        );
    }
    refused(|l| l["instruction_about"] = "{name} chose.".into(), "instruction_about", "begins a sentence with {name}");
    refused(|l| l["unnamed"] = 5.into(), "unnamed", "has to be text");
}

#[test]
fn what_a_revision_asks_otherwise_is_read_or_refused_with_its_path() {
    let change = |from: &str, question: &str, kind: &str| json!({ "from": from, "question": question, "kind": kind });
    let mut file = with_about(|l| l["revision"] = "2".into());
    file["changes"] =
        json!([change("1", "depth", "other"), change("1", "writing", "reworded"), change("0", "depth", "reworded")]);
    let ladder = read_ladder(file.to_string().as_bytes()).unwrap();
    let depth = ladder.question_index("depth").unwrap();
    assert_eq!(ladder.changes[0], Change { from: "1".into(), question: depth, kind: ChangeKind::Other });
    assert!(ladder.asks_something_else(depth, "1") && !ladder.asks_something_else(depth, "0"));
    assert!(!ladder.asks_something_else(ladder.question_index("writing").unwrap(), "1"));

    let one = |item: Value| move |l: &mut Value| (l["revision"], l["changes"]) = ("2".into(), json!([item]));
    refused(one(change("1", "deep", "other")), "changes[0].question", "\"deep\" is not a question of this ladder");
    refused(one(change("1", "depth", "new")), "changes[0].kind", "\"new\" is not known; it is reworded or other");
    refused(one(change("2", "depth", "other")), "changes[0].from", "is this revision itself");
    refused(one(json!({ "question": "depth", "kind": "other" })), "changes[0].from", "is missing");
    refused(one(json!({ "from": "1", "kind": "other" })), "changes[0].question", "is missing");
    refused(one(json!({ "from": "1", "question": "depth" })), "changes[0].kind", "is missing");
    refused(
        |l| {
            (l["revision"], l["changes"]) =
                ("2".into(), json!([change("1", "depth", "other"), change("1", "depth", "reworded")]));
        },
        "changes[1].question",
        "is in the list already, for revision \"1\"",
    );
    refused(|l| l["changes"] = json!({}), "changes", "has to be a list");
}

#[test]
fn documents_say_it_without_a_name_that_belongs_to_this_browser() {
    let ladder = ladder();
    let model = Model::new(&ladder);
    let mut file = rated("333333333333333333333333", "manager", "Tomasz");
    file["subject"]["label"] = "I. E.".into();
    let a = read_assessment(file.to_string().as_bytes()).unwrap();
    let everything = Options { names: true, examples: true, sensitive: true };
    for text in [markdown(&ladder, &model, &a, everything), csv(&ladder, &a, everything, false)] {
        assert!(text.contains("largest outcome that this person owned"), "{text}");
        assert!(!text.contains("I. E."), "{text}");
    }
    let own = Assessment { rater: ladder_calibration::model::assessment::Rater::default(), ..a };
    assert!(!csv(&ladder, &own, everything, false).contains("this person"));
}

#[test]
fn the_answer_that_would_change_the_level_is_named_for_its_reader() {
    let (ladder, model) = (default_ladder(), Model::new(&default_ladder()));
    let said = |role: &str| {
        let mut file = rated("323323323323323323323323", role, "Tomasz");
        file["subject"]["label"] = "Ines E.".into();
        let a = read_assessment(file.to_string().as_bytes()).unwrap();
        let (message, flip) = nearest_flip(&ladder, &model, &model.score(&[a.ratings(&ladder)]), &a);
        (message.to_string(), &ladder.questions[flip.unwrap().question])
    };
    let (own, q) = said("self");
    assert!(own.contains(&q.prompt), "{own}");
    let (of_others, q) = said("manager");
    assert!(of_others.contains(&q.prompt_about.replace("{name}", "Ines E.")) && !of_others.contains("you"), "{of_others}");
}

#[test]
fn a_session_record_says_it_with_its_subject() {
    let ladder = ladder();
    let open = pair("444444444444444444444444", "222222222222222222222222");
    let written = record_markdown(&ladder, &Model::new(&ladder), open.record(), "");
    assert!(written.contains("largest outcome that Ines Example owned"), "{written}");
}

#[test]
fn the_default_ladder_has_no_form_that_it_would_be_refused_for() {
    assert_eq!(default_ladder().unnamed, "this person");
}
