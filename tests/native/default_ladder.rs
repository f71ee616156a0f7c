//! The default ladder: what can be checked about its text, its digest, and the figures on the start page.

use std::collections::BTreeSet;

use ladder_calibration::domain::assessment::{Answer, Assessment, Choice};
use ladder_calibration::domain::codec::{default_ladder, default_questions};
use ladder_calibration::domain::ladder::Ladder;
use ladder_calibration::domain::ladder_extras::Extras;
use ladder_calibration::domain::profile::{dots, profile};
use ladder_calibration::domain::reading::{minutes, rounded};
use ladder_calibration::domain::scoring::Model;

const PAGE: &str = include_str!("../../index.html");

/// Every revision that was ever released with the digest of its text. A change of text is a new line here.
const REVISIONS: [(&str, &str); 1] = [("1", "sha256:b1d441266e81cd1756b668324ed049d19c051c298ce823c0b884ebfff3d880fc")];

/// Words that nobody can verify.
pub(crate) const EMPTY_WORDS: &str = "strong strongly excellent strategic strategy strategically world-class passionate expert leader \
     leadership best innovative impactful impact proactive proactively effective effectively significant significantly \
     successful successfully great outstanding visionary robust seamless leverage drive driven key critical high-quality \
     exceptional deep-dive synergy holistic";

pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn ids_and_their_order_are_fixed() {
    let ladder = default_ladder();
    let ids: Vec<&str> = ladder.questions.iter().map(|q| q.id.as_str()).collect();
    let expected = "outcome-boundary direction-ownership accountability constraint-reach time-horizon coherence \
        problem-framing decision-under-uncertainty problem-finding risk-foresight reversal emergent-behaviour \
        assumption-finding depth credible-domains interaction-synthesis pattern-transfer trade-offs \
        change-without-authority writing decision-quality organisational-awareness talent chosen-battles";
    assert_eq!(ids, expected.split_whitespace().collect::<Vec<_>>());
    let dimensions: Vec<&str> = ladder.dimensions.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(dimensions, ["scope", "ambiguity", "breadth", "influence"]);
    let levels: Vec<&str> = ladder.levels.iter().map(|l| l.id.as_str()).collect();
    assert_eq!(levels, ["below", "staff", "principal", "distinguished"]);
}

#[test]
fn each_dimension_has_two_questions_of_each_difficulty_and_three_of_the_core() {
    let ladder = default_ladder();
    for d in &ladder.dimensions {
        let questions = &ladder.questions[d.questions.clone()];
        let difficulties: Vec<f64> = questions.iter().map(|q| q.difficulty).collect();
        assert_eq!(difficulties, [-0.2, -0.2, 0.0, 0.0, 0.2, 0.2], "{}", d.id);
        assert_eq!(questions.iter().filter(|q| q.core).count(), 3, "{}", d.id);
    }
}

#[test]
fn a_statement_has_12_to_24_words_and_no_two_are_equal() {
    let ladder = default_ladder();
    let mut seen = BTreeSet::new();
    for q in &ladder.questions {
        assert_eq!(q.statements.len(), 5, "{}", q.id);
        for (k, s) in q.statements.iter().enumerate() {
            let count = s.split_whitespace().count();
            assert!((12..=24).contains(&count), "{} {k} has {count} words", q.id);
            assert!(seen.insert(s), "{} {k} stands twice", q.id);
        }
    }
}

#[test]
fn no_statement_prompt_or_help_names_a_level() {
    let ladder = default_ladder();
    let names: BTreeSet<String> = ladder.levels.iter().flat_map(|l| words(&l.title)).collect();
    for q in &ladder.questions {
        for text in q.statements.iter().chain([&q.prompt, &q.help, &q.evidence_prompt]) {
            assert!(words(text).iter().all(|w| !names.contains(w)), "{}: {text}", q.id);
        }
    }
}

#[test]
fn no_statement_uses_a_word_that_nobody_can_verify() {
    let empty: BTreeSet<&str> = EMPTY_WORDS.split_whitespace().collect();
    for q in &default_ladder().questions {
        for s in &q.statements {
            let found: Vec<String> = words(s).into_iter().filter(|w| empty.contains(w.as_str())).collect();
            assert!(found.is_empty(), "{}: {found:?} in {s}", q.id);
        }
    }
}

#[test]
fn every_question_has_all_its_texts_and_four_systems() {
    let ladder = default_ladder();
    let mut systems = BTreeSet::new();
    for q in &ladder.questions {
        for text in [&q.title, &q.prompt, &q.help, &q.evidence_prompt, &q.overdone] {
            assert!(!text.is_empty(), "{}", q.id);
        }
        let statements: Vec<usize> = q.examples.iter().map(|e| e.statement).collect();
        assert_eq!(statements, [1, 2, 3, 4], "{}", q.id);
        let mine: BTreeSet<&str> = q.examples.iter().map(|e| e.system.as_str()).collect();
        assert_eq!(mine.len(), 4, "{}", q.id);
        systems.extend(q.examples.iter().map(|e| e.system.clone()));
    }
    assert_eq!(systems.len(), 6);
    assert_eq!(ladder.transitions.len(), 2);
    assert!(ladder.levels.iter().all(|l| !l.summary.is_empty()));
    assert!(ladder.dimensions.iter().all(|d| !d.introduction.is_empty()));
}

#[test]
fn a_change_of_text_is_a_new_revision() {
    let ladder = default_ladder();
    let (revision, digest) = REVISIONS[REVISIONS.len() - 1];
    assert_eq!((ladder.revision.as_str(), ladder.digest.as_str()), (revision, digest));
}

#[test]
fn the_questions_alone_are_those_of_the_ladder() {
    let (questions, whole) = (default_questions(), default_ladder());
    assert_eq!(questions.extras, Extras::default());
    assert!(questions.transitions.is_empty());
    assert_eq!(Ladder { extras: whole.extras.clone(), transitions: whole.transitions.clone(), ..questions }, whole);
}

#[test]
fn the_times_on_the_start_page_follow_from_the_text() {
    let ladder = default_ladder();
    let m = minutes(&ladder);
    println!("core {:.1} minutes, all {:.1} minutes", m.core, m.all);
    assert_eq!((rounded(m.core), rounded(m.all)), (15, 25));
    let sentence = "12 questions: about 15 minutes; all 24: about 25; each example adds half a minute to a minute.";
    assert!(PAGE.contains(sentence));
}

/// The made-up answers of the start page's example, as `ui::pages::start` has them.
fn specimen() -> Assessment {
    let ladder = default_ladder();
    let answer = |q: usize| Answer {
        choice: Some(Choice::Statement(2 + usize::from(q % 5 != 1))),
        example_withheld: true,
        ..Answer::default()
    };
    let answers = ladder.questions.iter().enumerate().map(|(q, question)| (question.id.clone(), answer(q))).collect();
    Assessment { answers, ..Assessment::default() }
}

#[test]
fn the_example_result_in_the_page_is_computed() {
    let ladder = default_ladder();
    let result = profile(&ladder, &Model::new(&ladder), &[specimen()]).overall;
    println!("{} {:?}", result.sentence, dots(&result.levels));
    assert!(PAGE.contains(&result.sentence.replace(" %", "\u{a0}%").replace("% / ", "%\u{a0}/\u{a0}")), "{}", result.sentence);
    let row = PAGE.split("chart dots").nth(1).unwrap().split("</svg>").next().unwrap();
    for (level, count) in dots(&result.levels).iter().enumerate() {
        assert_eq!(row.matches(&format!("class=\"m-{level}\"")).count(), *count, "level {level}");
    }
}
