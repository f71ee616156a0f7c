//! The result of a session: the agreed questionnaire, the two variants, and the limits of naming one level.

use std::rc::Rc;

use ladder_calibration::calibration::{
    AgreedProfile, Calibration, Counts, Event, ReasonKind, SessionStart, Side, agreed_assessment, agreed_profile, counts,
    messages,
};
use ladder_calibration::files::{assessment_file, read_assessment};
use ladder_calibration::model::profile::profile;
use ladder_calibration::model::scoring::{Model, Ratings};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::session_events::*;
use super::support::{all, ladder_and_model};

fn result(c: &Calibration) -> AgreedProfile {
    agreed_profile(c.ladder(), &Model::new(c.ladder()), c.record())
}

#[track_caller]
fn near(a: &[f64], b: &[f64]) {
    assert!(a.iter().zip(b).all(|(x, y)| (x - y).abs() < 1e-12), "{a:?} {b:?}");
}

const INES: &str = "432143214321432143214321";
const TOMASZ: &str = "322232223222322232223222";

#[test]
fn with_everything_agreed_it_is_the_agreed_file_scored_alone() {
    let mut c = pair(INES, TOMASZ);
    for q in 0..24 {
        if c.agenda().point(q).is_some() {
            agree(&mut c, q, 2);
        }
    }
    let r = result(&c);
    let file = assessment_file(&agreed_assessment(c.ladder(), c.record(), "agreed-1"));
    assert_eq!(file["rater"], json!({ "role": "agreed", "of": 2 }));
    let alone = profile(c.ladder(), &Model::new(c.ladder()), &[read_assessment(file.to_string().as_bytes()).unwrap()]);
    near(&r.agreed.levels, &alone.overall.levels);
    assert_eq!((&r.agreed.sentence, r.agreed.level), (&alone.overall.sentence, alone.overall.level));
    assert!(!r.apart && r.variants.iter().all(|v| *v == r.agreed), "nothing is left to vary");
}

#[test]
fn with_nothing_agreed_each_variant_is_that_sides_own() {
    let c = pair("444444444444444444444444", "333333333333333333333333");
    let r = result(&c);
    for side in 0..2 {
        near(&r.variants[side].levels, &r.own[side].levels);
        assert_eq!(r.variants[side].sentence, r.own[side].sentence);
    }
    assert!(r.apart);
}

#[test]
fn a_rater_who_answered_nothing_changes_nothing() {
    let c = pair(INES, "");
    let r = result(&c);
    near(&r.agreed.levels, &r.own[0].levels);
    assert_eq!(r.agreed.sentence, r.own[0].sentence);
    assert_eq!((r.own[1].level, r.variants[1].level), (None, None));
    assert_eq!(r.counts, Counts { one_sided: 24, ..Counts::default() });
}

#[test]
fn two_equal_halves_are_one_answer() {
    let (_, model) = ladder_and_model();
    let weighted =
        |k: usize, w: f64, from: usize| Ratings { answers: (0..24).map(|q| (q >= from).then_some((k, w))).collect(), agreed: 1 };
    let agreed = |from: usize| Ratings { answers: (0..24).map(|q| (q < from).then_some((3, 1.0))).collect(), agreed: 2 };
    let whole = model.score(&[Ratings { agreed: 2, ..all(3) }]);
    for from in [0, 7, 24] {
        let halves = model.score_agreed(&agreed(from), &[weighted(3, 0.5, from), weighted(3, 0.5, from)]);
        near(&halves.overall, &whole.overall);
        assert_eq!(halves.dimensions[0].raters[0].answered, 6);
    }
    let alone = model.score_agreed(&agreed(0), &[weighted(3, 1.0, 0)]);
    near(
        &model.score(&[all(3)]).overall,
        &model.score_agreed(&Ratings { agreed: 1, ..agreed(0) }, &[weighted(3, 1.0, 0)]).overall,
    );
    near(&alone.overall, &model.score(&[all(3)]).overall);
}

#[test]
fn dissent_counts_as_one_question_and_not_as_two_more_raters() {
    let mut apart = pair("333333333333333333333333", "322222322222322222322222");
    let before = result(&apart);
    assert!(before.agreed.sufficient);
    for q in (0..24).filter(|q| q % 6 != 0) {
        dissent(&mut apart, q);
    }
    let r = result(&apart);
    assert_eq!(r.agreed, before.agreed, "dissent and what is still open weigh the same");
    let [low, high] = r.score.dimensions[0].position.interval(0.8);
    let [a, b] = Side::BOTH.map(|side| apart.record().original(side).clone());
    let two = profile(apart.ladder(), &Model::new(apart.ladder()), &[a, b]);
    let [two_low, two_high] = two.score.dimensions[0].position.interval(0.8);
    assert!(high - low > two_high - two_low, "half weights leave it wider than two raters are");
}

#[test]
fn the_variants_go_apart_where_the_ratings_do() {
    let mut c = pair("444444444444444444444444", "333333333333333333333333");
    for q in 0..12 {
        agree(&mut c, q, 4);
    }
    let r = result(&c);
    assert_eq!(r.counts, Counts { moved_to: [12, 0], left: 12, ..Counts::default() });
    assert!(r.variants[0].levels[3] > r.agreed.levels[3] && r.agreed.levels[3] > r.variants[1].levels[3]);
}

#[track_caller]
fn named(c: &Calibration, level: Option<usize>, sentence: &str) {
    let r = result(c);
    assert_eq!((r.agreed.level, r.agreed.sentence.to_string().as_str()), (level, sentence));
}

#[test]
fn no_level_is_named_over_ratings_that_are_two_apart() {
    let (high, low) = ("444444444444444444444444", "222222222222222222222222");
    let mut c = pair(high, low);
    let apart = "The ratings differ: Distinguished (91%) and Staff (84%).";
    named(&c, None, apart);
    for q in 0..23 {
        agree(&mut c, q, 3);
    }
    named(&c, None, apart);
    agree(&mut c, 23, 3);
    assert_eq!(result(&c).agreed.level, Some(2), "what both agreed on has a level, whatever they had rated before");
    named(
        &pair(high, "333333333333333333333333"),
        Some(2),
        &result(&pair(high, "333333333333333333333333")).agreed.sentence.to_string(),
    );
}

#[test]
fn a_question_counts_once_in_the_sentence() {
    let mut first = rated("333333333333333333333333", "self", "Ines");
    let second = rated("222222222222222222222222", "manager", "Tomasz");
    for (_, answer) in first["answers"].as_object_mut().unwrap() {
        answer["example"] = json!("");
    }
    let mut bare = second.clone();
    for (_, answer) in bare["answers"].as_object_mut().unwrap() {
        answer["example"] = json!("");
    }
    let with = result(&open([party(first.clone()), party(second)]));
    assert!(!with.agreed.sentence.to_string().contains("examples"), "one side's example is enough: {}", with.agreed.sentence);
    let without = result(&open([party(first), party(bare)]));
    assert!(
        without.agreed.sentence.to_string().ends_with("0 of 24.") || without.agreed.sentence.to_string().starts_with("Between")
    );
    assert!(without.variants[0].sentence.to_string().ends_with("with examples for 0 of 24."), "{}", without.variants[0].sentence);
}

#[track_caller]
fn example(first: Value, second: Value, agreed: usize, typed: &str, expected: &Value) {
    let with = |mut f: Value, answer: Value| {
        f["evidence"] = json!([{ "id": "e1", "title": "a note" }]);
        f["answers"] = json!({ "outcome-boundary": answer });
        f
    };
    let parties = [party(with(rated("", "self", "I"), first)), party(with(rated("", "manager", "T"), second))];
    let mut c = open(parties);
    c.apply(Event::ExampleTyped { question: 0, text: typed.into() });
    if c.agenda().point(0).is_some() {
        agree(&mut c, 0, agreed);
    }
    let file = assessment_file(&agreed_assessment(c.ladder(), c.record(), ""));
    assert_eq!(&file["answers"]["outcome-boundary"], expected);
}

#[test]
fn an_agreed_answer_has_an_example_when_the_session_or_the_same_statement_had_one() {
    let (text, typed) = ("three words here", "typed in session");
    let bare = |k: usize| json!({ "statement": k });
    let told = |k: usize| json!({ "statement": k, "example": text });
    let shown = |k: usize| json!({ "statement": k, "evidence": ["e1"] });
    example(told(3), bare(1), 3, "", &told(3));
    example(told(3), bare(1), 1, "", &bare(1));
    example(told(3), told(1), 2, "", &bare(2));
    example(bare(3), bare(1), 2, typed, &json!({ "statement": 2, "example": typed }));
    example(told(3), bare(1), 3, typed, &json!({ "statement": 3, "example": typed }));
    example(told(3), bare(1), 3, "short", &told(3));
    example(shown(3), bare(1), 3, "", &json!({ "statement": 3, "example_withheld": true }));
    example(bare(3), told(3), 3, "", &told(3));
    example(bare(3), bare(3), 3, "", &bare(3));
    example(json!({ "statement": 3, "evidence": ["gone"] }), bare(1), 3, "", &bare(3));
}

#[track_caller]
fn said(roles: [&str; 2], agreed: &[usize], moved: &str, unmoved: &str) {
    let files = [rated("44442", roles[0], "A"), rated("22222n", roles[1], "B")];
    let mut c = open(files.map(party));
    for (q, k) in agreed.iter().enumerate() {
        agree(&mut c, q, *k);
    }
    assert_eq!(
        (
            messages::moved(c.ladder(), c.record()).to_string().as_str(),
            messages::unmoved(c.ladder(), c.record()).to_string().as_str()
        ),
        (moved, unmoved)
    );
}

#[test]
fn the_counting_sentence_says_who_gave_way() {
    let boss = ["self", "manager"];
    said(
        boss,
        &[2, 2, 4, 3],
        "Agreed: 2 as rated by the manager, 1 as rated by the report, 1 on another answer.",
        "1 the same from the start.",
    );
    said(boss, &[], "No rating moved.", "4 left as rated; 1 the same from the start.");
    let other = "Agreed: 1 as rated by the manager, 2 as rated by the report, 0 on another answer.";
    said(["manager", "self"], &[2, 2, 4], other, "1 left as rated; 1 the same from the start.");
    let peers = "Agreed: 0 as rated by the first rater, 1 as rated by the second rater, 0 on another answer.";
    said(["peer", "peer"], &[2], peers, "3 left as rated; 1 the same from the start.");
    let peer = "Agreed: 1 as rated by the engineer, 0 as rated by the peer, 3 on another answer.";
    said(["self", "peer"], &[4, 3, 3, 3], peer, "1 the same from the start.");
}

#[test]
fn dissent_and_what_one_side_rated_are_counted() {
    let mut c = pair("4422", "222n");
    dissent(&mut c, 0);
    assert_eq!(
        messages::unmoved(c.ladder(), c.record()),
        "1 dissent, 1 left as rated, 1 rated by one side only; 1 the same from the start."
    );
    dissent(&mut c, 1);
    assert_eq!(messages::unmoved(c.ladder(), c.record()), "2 dissents, 1 rated by one side only; 1 the same from the start.");
}

#[test]
fn the_issues_own_sentence_comes_out() {
    let mut c = pair("44444444444", "22222222222");
    for (q, k) in [2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 3].into_iter().enumerate() {
        agree(&mut c, q, k);
    }
    assert_eq!(
        messages::moved(c.ladder(), c.record()),
        "Agreed: 8 as rated by the manager, 2 as rated by the report, 1 on another answer."
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_sides_does_not_matter(files in originals(), agreed in prop::collection::vec((0_usize..24, 0_usize..5), 0..12)) {
        let run = |swap: bool| {
            let mut parties = files.clone().map(|mut f| { f["rater"]["role"] = json!("peer"); party(f) });
            if swap {
                parties.reverse();
            }
            let mut c = open(parties);
            for (q, k) in &agreed {
                propose(&mut c, *q, *k);
                dissent_free_agree(&mut c, *q);
            }
            result(&c)
        };
        let (one, other) = (run(false), run(true));
        prop_assert!(one.agreed.levels.iter().zip(&other.agreed.levels).all(|(x, y)| (x - y).abs() < 1e-12));
        prop_assert_eq!(one.agreed.level, other.agreed.level);
        prop_assert_eq!(&one.variants[0].levels.len(), &other.variants[1].levels.len());
        prop_assert!(one.variants[0].levels.iter().zip(&other.variants[1].levels).all(|(x, y)| (x - y).abs() < 1e-12));
    }

    #[test]
    fn every_answer_is_counted_once(files in originals(), events in events()) {
        let mut c = open(files.map(party));
        for event in events {
            c.apply(event);
        }
        let n = counts(c.ladder(), c.record());
        let agenda = c.agenda();
        let all = n.moved_to[0] + n.moved_to[1] + n.third + n.dissent + n.left + n.one_sided + n.equal;
        prop_assert!((agenda.points.len() + agenda.same.len()..=24).contains(&all));
        prop_assert_eq!(result(&c).apart, c.ladder().questions.iter().any(|q| c.record().stands_apart(&q.id)));
    }
}

/// Agrees where that is possible, each side saying why.
fn dissent_free_agree(c: &mut Calibration, question: usize) {
    for side in Side::BOTH {
        say(c, question, side, ReasonKind::NewExample, "");
    }
    c.apply(Event::Agreed(question));
}

#[test]
fn a_second_look_opens_what_was_left_and_keeps_the_rest() {
    let mut c = pair("444", "222");
    agree(&mut c, 0, 3);
    dissent(&mut c, 1);
    assert_eq!(c.record().second_look("s2".into(), "code".into(), LATER.into(), "a launch"), None, "it is not finished");
    finish(&mut c);
    for (id, evidence) in [("s1", "a launch"), ("s2", " ")] {
        assert_eq!(c.record().second_look(id.into(), "code".into(), LATER.into(), evidence), None);
    }
    let again = c.record().second_look("s2".into(), "code".into(), "2027-01-10".into(), "a launch in May").unwrap();
    let previous = again.previous().unwrap().clone();
    assert_eq!((previous.id.as_str(), previous.code.as_str(), previous.finished.as_str()), ("s1", "code", LATER));
    let (ladder, model) = ladder_and_model();
    let mut c2 = Calibration::resume(&Rc::new(ladder), &model, again).unwrap();
    assert_eq!((c2.record().finished(), c2.next_open()), (None, Some(2)));
    assert!(c2.record().outcome(id(c2.ladder(), 1)).is_some());
    assert!(c2.apply(Event::Reopened(1)) && c2.apply(Event::LengthChosen(25)));
    let start = SessionStart {
        id: "s3".into(),
        now: NOW.into(),
        parties: [party(rated("4", "self", "I")), party(rated("2", "peer", "P"))],
        subject: String::new(),
        previous: Some(previous.clone()),
    };
    let linked = Calibration::open(c2.ladder(), &model, start).unwrap();
    assert_eq!(linked.record().previous(), Some(&previous), "new files can be linked as well");
}
