//! The default ladder: checks of its text, its digest, and the figures on the start page.

use std::collections::BTreeSet;

use ladder_calibration::base::numbers::spelled_out;
use ladder_calibration::files::{default_ladder, default_ladders, default_questions, read_ladder};
use ladder_calibration::model::assessment::LadderRef;
use ladder_calibration::model::ladder::{Ladder, LadderParts};
use ladder_calibration::model::ladder_extras::Extras;
use ladder_calibration::model::ladder_summary::{duration, example, second_rater, shape};
use ladder_calibration::model::profile::{dots, profile};
use ladder_calibration::model::reading_time::{minutes, rounded};
use ladder_calibration::model::scoring::Model;

use super::fifth_dimension::with_a_fifth_dimension;
use super::revisions::revision_1;

const PAGE: &str = include_str!("../../index.html");

/// Every revision that was ever released with the digest of its text. A change of text is a new line here. A revision that ends
/// in `-draft` is not released: its text may change, and it has no line.
const REVISIONS: [(&str, &str); 2] = [
    ("1", "sha256:b1d441266e81cd1756b668324ed049d19c051c298ce823c0b884ebfff3d880fc"),
    ("2", "sha256:3e0f4bd7aab118af58d3e817771fecf284dc37d5f8cbfb02271f338e1c5689c8"),
];

/// Words that cannot be verified.
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

/// Whether a revision with a text may be the default ladder: its line is in the list, or it is a draft of one without a line.
fn may_be_released(revision: &str, digest: &str) -> bool {
    let line = |revision: &str| REVISIONS.iter().find(|(known, _)| *known == revision);
    match revision.strip_suffix("-draft") {
        Some(of) => line(of).is_none(),
        None => line(revision) == Some(&(revision, digest)),
    }
}

#[test]
fn a_change_of_text_is_a_new_revision() {
    let ladder = default_ladder();
    assert!(may_be_released(&ladder.revision, &ladder.digest), "{} {}", ladder.revision, ladder.digest);
    let (one, digest) = REVISIONS[0];
    assert!(may_be_released(one, digest) && !may_be_released(one, "sha256:0"));
    assert!(may_be_released("9-draft", "sha256:0") && !may_be_released("9", "sha256:0"));
    assert!(!may_be_released("1-draft", "sha256:0"), "what is released has no draft any more");
}

#[test]
fn every_released_revision_is_the_default_ladder_or_is_kept() {
    let ladders = default_ladders();
    for (revision, digest) in REVISIONS {
        let named = LadderRef { id: default_ladder().id.clone(), digest: digest.into(), ..LadderRef::default() };
        let kept = ladders.of(&named).ladder();
        assert_eq!((kept.revision.as_str(), kept.digest.as_str()), (revision, digest));
    }
}

#[test]
fn changes_are_listed_against_released_revisions() {
    let ladder = default_ladder();
    for change in &ladder.changes {
        assert!(REVISIONS.iter().any(|(revision, _)| *revision == change.from), "{}", change.from);
    }
    let other = |q: &&str| ladder.asks_something_else(ladder.question_index(q).unwrap(), "1");
    let expected = ["problem-finding", "depth", "pattern-transfer"];
    let ids: Vec<&str> = ladder.questions.iter().map(|q| q.id.as_str()).filter(other).collect();
    assert_eq!(ids, expected);
}

#[test]
fn the_core_is_that_of_its_revision() {
    let core = |ladder: &Ladder| -> Vec<String> { ladder.questions.iter().filter(|q| q.core).map(|q| q.id.clone()).collect() };
    let expected = "direction-ownership accountability coherence problem-framing problem-finding reversal assumption-finding \
        credible-domains pattern-transfer change-without-authority decision-quality talent";
    assert_eq!(core(&default_ladder()), expected.split_whitespace().collect::<Vec<_>>());
    let before = "outcome-boundary accountability coherence problem-framing problem-finding reversal assumption-finding \
        credible-domains trade-offs change-without-authority decision-quality talent";
    assert_eq!(core(&revision_1()), before.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn the_questions_alone_are_those_of_the_ladder() {
    let (questions, whole) = (default_questions(), default_ladder());
    assert_eq!(questions.extras, Extras::default());
    assert!(questions.transitions.is_empty() && questions.changes.is_empty());
    let (extras, transitions, changes) = (whole.extras.clone(), whole.transitions.clone(), whole.changes.clone());
    let parts = LadderParts { extras, transitions, changes, ..LadderParts::clone(&questions) };
    assert_eq!(Ladder::new(parts), Some(whole));
}

#[test]
fn the_times_on_the_start_page_follow_from_the_text() {
    let m = minutes(&default_ladder());
    println!("core {:.1} minutes, all {:.1} minutes", m.core, m.all);
    assert_eq!((rounded(m.core), rounded(m.all)), (15, 25));
}

/// The part between two texts that are in the page once.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page.split_once(before).unwrap();
    rest.split_once(after).unwrap().0
}

/// `UPDATE=1` writes the page again after a change of the ladder.
#[test]
fn what_the_start_page_says_of_the_ladder_is_computed() {
    let ladder = default_ladder();
    let result = profile(&ladder, &Model::new(&ladder), &[example(&ladder)]).overall;
    // The mark of each level is the one in the legend.
    let legend = between(PAGE, "<ul class=\"legend-line small\">", "</ul>");
    let entries: Vec<(&str, &str)> =
        legend.split("focusable=\"false\">").skip(1).map(|e| e.split_once("</svg>").unwrap()).collect();
    assert_eq!(entries.len(), ladder.levels.len());
    for (level, (_, title)) in ladder.levels.iter().zip(&entries) {
        let title = title.split_once("</li>").unwrap().0;
        assert!(title == level.title || title.contains(&format!(" level=\"{}\"", level.title)), "{title}");
    }
    let marks = dots(&result.levels).into_iter().zip(&entries).flat_map(|(count, (mark, _))| std::iter::repeat_n(*mark, count));
    let placed = |(at, mark)| format!("<g transform=\"translate({} 10)\">{mark}</g>", 20 * at + 10);
    let row = marks.enumerate().map(placed).collect::<Vec<_>>().concat();
    let sentence = result.sentence.to_string().replace("% / ", "%\u{a0}/\u{a0}");
    let (lower, upper) = between(&sentence, "Between ", " (").split_once(" and ").unwrap();
    let chances = between(&sentence, " (", ").");
    let m = minutes(&ladder);
    let (core, all) = (ladder.core_len(), ladder.questions.len());
    let dimensions = ladder.dimensions.len();
    let spelled = |n: usize| spelled_out(n).to_lowercase();
    let statements = spelled(ladder.scoring.thresholds.len() + 1);
    // The arguments of messages, in the form in which the page names them.
    let duration =
        format!("core=\"{core}\" core-minutes=\"{}\" all=\"{all}\" all-minutes=\"{}\"", rounded(m.core), rounded(m.all));
    let shape =
        format!("dimensions=\"{dimensions}\" statements=\"{statements}\" dimensions-spelled-out=\"{}\"", spelled(dimensions));
    let levels = format!("levels=\"{lower}\" levels=\"{upper}\" chances=\"{chances}\"");
    let mut page = PAGE.to_owned();
    for (before, after, text) in [
        ("{{ladder-summary.duration ", "}}", duration),
        ("{{ladder-summary.shape ", "}}", shape),
        ("{{profile.between ", "}}", levels),
        ("<svg class=\"chart dots\" viewBox=\"0 0 400 20\" aria-hidden=\"true\" focusable=\"false\">", "</svg>", row),
    ] {
        let found = between(&page, before, after);
        page = page.replacen(&format!("{before}{found}{after}"), &format!("{before}{text}{after}"), 1);
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html"), page).unwrap();
        return;
    }
    assert!(page == PAGE, "index.html says something else of the ladder; UPDATE=1 writes it again");
}

#[test]
fn a_fifth_dimension_is_counted_wherever_a_page_counts() {
    let (four, five) = (default_ladder(), read_ladder(with_a_fifth_dimension().as_bytes()).unwrap());
    assert!(
        duration(&four).to_string().starts_with("12 questions take about 15 minutes, all 24 about 25."),
        "{}",
        duration(&four)
    );
    assert!(
        duration(&five).to_string().starts_with("15 questions take about 15 minutes, all 30 about 35."),
        "{}",
        duration(&five)
    );
    assert!(shape(&four).to_string().contains("in four dimensions, each with five statements"));
    assert!(shape(&five).to_string().contains("in five dimensions, each with five statements"));
    assert_eq!(second_rater(&four), "Twelve answers from each of two people say more than twenty-four from one person.");
    assert_eq!(second_rater(&five), "Fifteen answers from each of two people say more than thirty from one person.");
    let result = profile(&five, &Model::new(&five), &[example(&five)]);
    assert_eq!((result.score.dimensions.len(), result.raters[0].answered), (5, 30));
    assert!(result.overall.sentence.to_string().starts_with("Between Staff and Principal"), "{}", result.overall.sentence);
}
