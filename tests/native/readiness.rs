//! Organization readiness: the results of answers, the sentence that connects them with a profile, and the block in files.

use litemap::LiteMap;

use ladder_calibration::files::{assessment_file, read_assessment};
use ladder_calibration::growth::readiness::{
    ConditionResult, Presence, condition_text, is_shown_with_profile, joined, readiness, readiness_text,
};
use ladder_calibration::model::findings::findings;
use serde_json::json;

use super::support::{file, ladder_and_model, shared_ladder};

/// Answers to the nine questions in order: `p`, `q` (partly), `a`, `c`, `.` for open.
fn answers(letters: &str) -> LiteMap<String, Presence> {
    let questions = shared_ladder().extras.readiness.conditions.iter().flat_map(|c| &c.questions);
    let given = questions.zip(letters.chars()).filter_map(|(q, letter)| {
        let presence = match letter {
            'p' => Presence::Present,
            'q' => Presence::Partly,
            'a' => Presence::Absent,
            'c' => Presence::CannotTell,
            _ => return None,
        };
        Some((q.id.clone(), presence))
    });
    given.collect()
}

#[track_caller]
fn first_comes_to(letters: &str, presence: Option<Presence>, open: usize) {
    let results = readiness(&shared_ladder().extras.readiness, &answers(letters));
    assert_eq!(results[0], ConditionResult { presence, open }, "{letters}");
    assert!(results[1..].iter().all(|r| *r == ConditionResult { presence: None, open: 3 }));
}

#[test]
fn three_answers_come_to_one() {
    use Presence::{Absent, CannotTell, Partly, Present};
    first_comes_to("ppp", Some(Present), 0);
    first_comes_to("ppc", Some(Present), 0);
    first_comes_to("pp.", Some(Present), 1);
    first_comes_to("pcc", Some(CannotTell), 0);
    first_comes_to("p..", Some(CannotTell), 2);
    first_comes_to("ccc", Some(CannotTell), 0);
    first_comes_to("...", None, 3);
    first_comes_to("aaa", Some(Absent), 0);
    first_comes_to("aaq", Some(Absent), 0);
    first_comes_to("aac", Some(Absent), 0);
    first_comes_to("aqq", Some(Partly), 0);
    first_comes_to("aap", Some(Partly), 0);
    first_comes_to("aqc", Some(Partly), 0);
    first_comes_to("ppa", Some(Partly), 0);
    first_comes_to("qqq", Some(Partly), 0);
}

#[test]
fn the_default_ladder_asks_three_times_three_and_ends_with_a_question() {
    let r = &shared_ladder().extras.readiness;
    assert_eq!(r.conditions.iter().map(|c| c.questions.len()).collect::<Vec<_>>(), [3, 3, 3]);
    assert!(r.closing.ends_with('?') && !r.introduction.is_empty());
    assert!(r.conditions.iter().all(|c| !c.attempts.is_empty() && c.questions.iter().all(|q| !q.bears_on.is_empty())));
    let shown: Vec<bool> = (0..4).map(|level| is_shown_with_profile(r, level)).collect();
    assert_eq!(shown, [false, false, true, true]);
}

#[test]
fn results_are_reported_in_words() {
    let r = &shared_ladder().extras.readiness;
    let results = readiness(r, &answers("pppaa.qqq"));
    assert_eq!(
        readiness_text(r, &results),
        "In place: scope and accountability. Partly in place: evaluation on impact. Missing: forums where decisions count."
    );
    assert_eq!(condition_text(&r.conditions[0], results[0]), r.conditions[0].present);
    assert_eq!(condition_text(&r.conditions[1], results[1]), format!("{} 1 question is open.", r.conditions[1].absent));
    assert_eq!(condition_text(&r.conditions[2], results[2]), r.conditions[2].partly);
    let two = readiness(r, &answers("c..ccc"));
    assert_eq!(condition_text(&r.conditions[0], two[0]), format!("{} 2 questions are open.", r.conditions[0].cannot_tell));
    assert_eq!(condition_text(&r.conditions[2], two[2]), "Not answered yet.");
    assert_eq!(
        readiness_text(r, &two),
        "Unknown: scope and accountability and forums where decisions count. Not answered: evaluation on impact."
    );
}

#[test]
fn one_sentence_joins_profile_and_readiness() {
    let (ladder, model) = ladder_and_model();
    // Influence at Staff in a profile that is at Distinguished otherwise.
    let a = read_assessment(file("444444444444444444222222").to_string().as_bytes()).unwrap();
    let found = findings(&ladder, &model, &model.score(&[a.ratings(&ladder)]), &a);
    assert_eq!(
        joined(&ladder, &found.holding, &answers("pppapppp")).unwrap(),
        "Influence holds this profile back. The readiness answers say that no forum here binds other teams: look at the role before the person."
    );
    assert_eq!(joined(&ladder, &found.holding, &answers("ppppppppp")), None);
    assert_eq!(joined(&ladder, &found.holding, &answers("ppa")), None, "what is absent does not bear on Influence");
    assert_eq!(joined(&ladder, &[], &answers("aaaaaaaaa")), None);
    let two = joined(&ladder, &[2, 3], &answers("ppppappp")).unwrap();
    assert!(
        two.to_string().starts_with("Breadth and Influence hold this profile back. The readiness answers say that designs"),
        "{two}"
    );
}

#[test]
fn the_block_is_changed_in_place() {
    let mut f = file("");
    f["readiness"] = json!({ "scope-written": "present", "later": { "x": 1 }, "binding-forum": "perhaps" });
    let mut a = read_assessment(f.to_string().as_bytes()).unwrap();
    assert_eq!(a.readiness.len(), 1);
    a.readiness.insert("long-horizon".into(), Presence::CannotTell);
    f["readiness"]["long-horizon"] = json!("cannot-tell");
    assert_eq!(assessment_file(&a)["readiness"], f["readiness"]);
    a.readiness = LiteMap::default();
    assert_eq!(assessment_file(&a)["readiness"], json!({ "later": { "x": 1 }, "binding-forum": "perhaps" }));
}
