//! The warm-up: checks of its dossiers, every error with its path, and the sentence in all its forms.

use std::collections::BTreeSet;

use ladder_calibration::files::{WARM_UP_FORMAT, default_ladder, default_warm_up, read_ladder, read_warm_up};
use ladder_calibration::model::reading_time::rounded;
use ladder_calibration::model::warm_up::{AuthorsAnswer, Dossier, Outcome};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::default_ladder::{EMPTY_WORDS, words};

const LADDER: &str = include_str!("../../ladders/staff-plus.en.json");
const WARM_UP: &str = include_str!("../../ladders/warm-up.en.json");

fn dossiers() -> Vec<Dossier> {
    default_warm_up(&default_ladder()).expect("the warm-up fits the default ladder")
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The text between the quote marks of a text.
fn quoted(text: &str) -> Vec<&str> {
    text.split('\u{201c}').skip(1).map(|part| part.split_once('\u{201d}').expect("a quote ends").0).collect()
}

#[test]
fn three_dossiers_of_230_to_270_words() {
    let all = dossiers();
    assert_eq!(all.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ["payouts", "tickets", "assistant"]);
    for d in &all {
        let words = count(&d.text.join(" "));
        assert!((230..=270).contains(&words), "{} has {words} words", d.id);
    }
}

#[test]
fn each_asks_one_question_of_each_dimension_and_none_twice() {
    let ladder = default_ladder();
    let mut seen = BTreeSet::new();
    for d in dossiers() {
        let dimensions: Vec<usize> = d.answers.iter().map(|a| ladder.dimension_of(a.question)).collect();
        assert_eq!(dimensions, [0, 1, 2, 3], "{}", d.id);
        for a in &d.answers {
            let question = &ladder.questions[a.question];
            assert!(question.core, "{}: {} is not a core question", d.id, question.id);
            assert!(seen.insert(a.question), "{} stands twice", question.id);
        }
    }
}

#[test]
fn the_answers_spread_over_the_scale_in_each_dossier_and_over_all() {
    let mut counts = [0; 5];
    for d in dossiers() {
        let statements: BTreeSet<usize> = d.answers.iter().map(|a| a.statement).collect();
        assert!(statements.len() >= 3, "{}: {statements:?}", d.id);
        for a in &d.answers {
            counts[a.statement] += 1;
        }
    }
    assert_eq!(counts[0], 0);
    assert!(counts[1..].iter().all(|n| *n >= 2), "{counts:?}");
}

#[test]
fn a_reason_points_at_a_sentence_of_its_dossier() {
    let ladder = default_ladder();
    for d in dossiers() {
        let text = d.text.join("\n");
        for a in &d.answers {
            let (id, quotes) = (&ladder.questions[a.question].id, quoted(&a.reason));
            assert!(!quotes.is_empty(), "{id} points at nothing");
            for quote in quotes {
                assert!(text.contains(quote), "{id}: \u{201c}{quote}\u{201d} is not in the dossier");
            }
        }
    }
}

#[test]
fn a_reason_says_why_not_the_next_statement_or_why_not_the_one_before_the_last() {
    let ladder = default_ladder();
    for d in dossiers() {
        for a in &d.answers {
            let last = a.statement + 1 == ladder.questions[a.question].statements.len();
            let neighbor = if last { "The statement before" } else { "The next statement" };
            assert!(a.reason.contains(neighbor), "{}: {}", ladder.questions[a.question].id, a.reason);
        }
    }
}

#[test]
fn no_level_name_and_no_word_that_nobody_can_verify() {
    let ladder = default_ladder();
    let levels = ladder.levels.iter().flat_map(|l| words(&l.title));
    let banned: BTreeSet<String> = EMPTY_WORDS.split_whitespace().map(str::to_owned).chain(levels).collect();
    for d in dossiers() {
        for text in d.text.iter().chain([&d.title]).chain(d.answers.iter().map(|a| &a.reason)) {
            let found: Vec<String> = words(text).into_iter().filter(|w| banned.contains(w)).collect();
            assert!(found.is_empty(), "{}: {found:?} in {text}", d.id);
        }
    }
}

/// Read as `model::reading_time` reads: the statements twice, all else once.
#[test]
fn a_dossier_takes_about_five_minutes() {
    let ladder = default_ladder();
    for d in dossiers() {
        let of = |a: &AuthorsAnswer| {
            let q = &ladder.questions[a.question];
            count(&q.prompt) + count(&q.help) + 2 * count(&q.statements.join(" ")) + count(&a.reason)
        };
        let minutes = (count(&d.text.join(" ")) + d.answers.iter().map(of).sum::<usize>()) as f64 / 240.0;
        println!("{}: {minutes:.1} minutes", d.id);
        assert_eq!(rounded(minutes), 5, "{}", d.id);
    }
}

#[test]
fn another_ladder_and_a_revision_without_its_questions_have_no_warm_up() {
    let read = |text: String| default_warm_up(&read_ladder(text.as_bytes()).unwrap());
    assert!(read(LADDER.replacen("\"staff-plus\"", "\"other\"", 1)).is_none());
    assert!(read(LADDER.replace("\"coherence\"", "\"coherences\"")).is_none());
    let mut next: serde_json::Value = serde_json::from_str(LADDER).unwrap();
    next["revision"] = "next".into();
    assert!(read(next.to_string()).is_some());
}

/// Changes the file and expects one of its problems to have this path and this message.
#[track_caller]
fn refused(change: impl FnOnce(&mut Value), place: &str, cause: &str) {
    let mut file: Value = serde_json::from_str(WARM_UP).unwrap();
    change(&mut file);
    let problems = read_warm_up(file.to_string().as_bytes(), &default_ladder()).expect_err("it was accepted");
    assert!(problems.iter().any(|p| p.path == place && p.message.to_string().contains(cause)), "{problems:#?}");
}

#[test]
fn a_file_with_an_error_is_refused_with_its_path() {
    let first = |f: &mut Value, name: &str, value: Value| f["dossiers"][0]["questions"][0][name] = value;
    let (question, statement) = ("dossiers[0].questions[0].question", "dossiers[0].questions[0].statement");
    refused(|f| f["format"] = json!("ladder-calibration/ladder"), "format", WARM_UP_FORMAT);
    refused(|f| f["version"] = json!(2), "version", "version 2");
    refused(|f| f["ladder"] = Value::Null, "ladder", "is missing");
    refused(|f| f["ladder"]["id"] = json!("other"), "ladder.id", "for the ladder \"other\"; the ladder in use is \"staff-plus\"");
    refused(|f| f["dossiers"] = json!([]), "dossiers", "there are 0");
    refused(|f| f["dossiers"][1]["id"] = json!("payouts"), "dossiers", "\"payouts\" appears twice");
    refused(|f| f["dossiers"][2]["title"] = json!(""), "dossiers[2].title", "is missing");
    refused(|f| f["dossiers"][0]["text"] = json!([]), "dossiers[0].text", "there are 0");
    refused(|f| f["dossiers"][0]["text"][1] = json!(""), "dossiers[0].text", "has an empty paragraph");
    refused(|f| first(f, "question", json!("courage")), question, "\"courage\" is not a question");
    refused(|f| first(f, "question", json!("talent")), "dossiers[0].questions", "has 0 questions of Scope");
    refused(|f| first(f, "question", json!("talent")), "dossiers[0].questions", "has 2 questions of Influence");
    refused(|f| first(f, "statement", json!(5)), statement, "has to be below 5");
    refused(|f| first(f, "statement", json!(1.5)), statement, "has to be a whole number");
    refused(|f| first(f, "statement", Value::Null), statement, "is missing");
    refused(|f| first(f, "reason", json!("")), "dossiers[0].questions[0].reason", "is missing");
}

#[test]
fn a_file_about_another_ladder_has_that_one_problem() {
    let file = WARM_UP.replacen("\"staff-plus\"", "\"other\"", 1);
    assert_eq!(read_warm_up(file.as_bytes(), &default_ladder()).unwrap_err().len(), 1);
}

#[track_caller]
fn says(chosen: &[Option<usize>], sentence: &str) {
    // The authors' answers of the first dossier are 2, 3, 4 and 1.
    assert_eq!(dossiers()[0].outcome(chosen).sentence(), sentence);
}

#[test]
fn the_sentence_in_all_its_forms() {
    says(&[Some(3), Some(4), Some(4), Some(2)], "You were above the authors on 3 of 4, the same on 1.");
    says(&[Some(3), Some(4), Some(3), Some(1)], "You were above the authors on 2 of 4, below on 1, the same on 1.");
    says(&[Some(4), Some(2), Some(3), Some(0)], "You were above the authors on 1 of 4, below on 3.");
    says(&[Some(1), Some(2), Some(3), Some(0)], "You were below the authors on 4 of 4.");
    says(&[Some(1), Some(3), Some(4), Some(1)], "You were below the authors on 1 of 4, the same on 3.");
    says(&[Some(2), Some(3), Some(4), Some(1)], "You chose the same as the authors on 4 of 4.");
    says(&[Some(3), None, Some(4), None], "You were above the authors on 1 of 4, the same on 1; 2 not answered.");
    says(&[None, None, None, Some(1)], "You chose the same as the authors on 1 of 4; 3 not answered.");
    says(&[Some(0)], "You were below the authors on 1 of 4; 3 not answered.");
    says(&[None; 4], "There is no answer yet to compare with the authors'.");
    says(&[], "There is no answer yet to compare with the authors'.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_question_is_counted_once_and_the_sentence_names_each_count(chosen in prop::collection::vec(prop::option::of(0_usize..5), 0..6)) {
        let dossier = &dossiers()[1];
        let outcome = dossier.outcome(&chosen);
        let Outcome { above, same, below, open } = outcome;
        prop_assert_eq!(above + same + below + open, dossier.answers.len());
        let answered = chosen.iter().take(dossier.answers.len()).flatten().count();
        prop_assert_eq!(above + same + below, answered);
        let sentence = outcome.sentence();
        let numbers: usize = sentence.to_string().split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<usize>().ok()).sum();
        // Each count once, and the number after "of".
        prop_assert_eq!(numbers, if answered == 0 { 0 } else { 2 * dossier.answers.len() });
    }
}
