//! Every answer off the scale keeps its kind through a file, the store, a link and a table.

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::export::{Options, csv};
use ladder_calibration::files::{
    Link, assessment_file, default_ladder, link_fragment, read_assessment, read_link, read_stored, stored_text,
};
use ladder_calibration::model::assessment::{Answer, Assessment, Choice, OffScale, Period, Role};
use ladder_calibration::model::labels;
use ladder_calibration::model::ladder::Ladder;
use serde_json::json;

/// The word in files. A third kind has to be added here, and to `KINDS`.
fn word(kind: OffScale) -> &'static str {
    match kind {
        OffScale::NoOpportunity => "no-opportunity",
        OffScale::NotObserved => "not-observed",
    }
}

/// The words, in the order in which they are offered: what a file holds, what a self-rater chooses, what others do.
const KINDS: [(&str, &str, &str); 2] = [
    ("no-opportunity", "No opportunity in this period", "No opportunity in this period"),
    ("not-observed", "I cannot judge this", "Could not see it"),
];

/// One question answered so, by someone in a role.
fn answered(ladder: &Ladder, kind: OffScale, role: Role) -> Assessment {
    let mut a = Assessment::blank("a1".into(), ladder, Period::default(), "2026-11-23T10:00:00Z".into());
    a.rater.role = role;
    a.answers.insert(ladder.questions[0].id.clone(), Answer { choice: Some(Choice::OffScale(kind)), ..Answer::default() });
    a
}

fn kind_in(ladder: &Ladder, a: &Assessment) -> Option<Choice> {
    a.answers.get(&ladder.questions[0].id).and_then(|answer| answer.choice)
}

#[test]
fn the_words_of_every_kind_are_the_ones_that_files_and_people_know() {
    let ladder = default_ladder();
    assert_eq!(OffScale::ALL.map(word), KINDS.map(|(id, ..)| id), "ALL has every kind, in this order");
    for (kind, (id, own, other)) in OffScale::ALL.into_iter().zip(KINDS) {
        assert_eq!((kind.id(), OffScale::parse(id)), (id, Some(kind)));
        for (role, text) in [(Role::SelfRater, own), (Role::Manager, other), (Role::Peer, other), (Role::Committee, other)] {
            assert_eq!(
                (kind.text(role == Role::SelfRater), labels::answer(&ladder, role, 0, Some(Choice::OffScale(kind)))),
                (text, text)
            );
        }
    }
    assert_eq!(OffScale::parse("of tomorrow"), None);
}

#[test]
fn every_kind_comes_back_from_a_file_the_store_and_a_link() {
    let ladder = default_ladder();
    for kind in OffScale::ALL {
        let (a, choice) = (answered(&ladder, kind, Role::SelfRater), Some(Choice::OffScale(kind)));
        let file = assessment_file(&a);
        assert_eq!(file["answers"]["outcome-boundary"], json!({ "off_scale": word(kind) }));
        assert_eq!(kind_in(&ladder, &read_assessment(file.to_string().as_bytes()).unwrap()), choice, "file");
        assert_eq!(kind_in(&ladder, &read_stored(&stored_text(&a, 3, "")).unwrap().assessment), choice, "store");
        let link = Link { assessment: Some(a), ..Link::set_up(&ladder, QuestionSet::Core, Role::SelfRater, "") };
        let read = read_link(&link_fragment(&link)).unwrap().assessment.unwrap();
        assert_eq!(kind_in(&ladder, &read), choice, "link");
    }
}

#[test]
fn every_kind_stands_in_the_table_with_its_word_and_in_words() {
    let ladder = default_ladder();
    for (kind, (id, _, text)) in OffScale::ALL.into_iter().zip(KINDS) {
        let table = csv(&ladder, &answered(&ladder, kind, Role::Manager), Options::default(), false);
        let row = table.lines().find(|line| line.contains(",outcome-boundary,")).unwrap();
        assert!(row.contains(&format!(",{text},{id},")), "{row}");
        assert_eq!(table.matches(id).count(), 1);
    }
}

#[test]
fn no_kind_enters_the_level_and_an_unknown_one_is_refused_with_the_known_ones() {
    let ladder = default_ladder();
    for kind in OffScale::ALL {
        let a = answered(&ladder, kind, Role::SelfRater);
        assert!(a.ratings(&ladder).answers.iter().all(Option::is_none));
    }
    let mut file = assessment_file(&answered(&ladder, OffScale::NotObserved, Role::SelfRater));
    file["answers"]["outcome-boundary"]["off_scale"] = "of tomorrow".into();
    let problem = read_assessment(file.to_string().as_bytes()).unwrap_err().to_string();
    let expected =
        "answers.outcome-boundary.off_scale: \"of tomorrow\" is not known; it is \"no-opportunity\" or \"not-observed\"";
    assert_eq!(problem, expected);
}
