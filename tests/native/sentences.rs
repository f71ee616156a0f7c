//! The words of a result, as `docs/measurement.md` and the file formats fix them.

use ladder_calibration::base::numbers::{percent, percent_text};
use ladder_calibration::files::read_assessment;
use ladder_calibration::model::assessment::{Assessment, Role};
use ladder_calibration::model::findings::{findings, nearest_flip, prompt_text};
use ladder_calibration::model::profile::{Profile, dots, level_sentence, profile};
use ladder_calibration::model::scoring::prompts;

use super::support::{file, ladder_and_model};

fn read(answers: &str) -> Assessment {
    read_assessment(file(answers).to_string().as_bytes()).unwrap()
}

fn result(assessments: &[Assessment]) -> Profile {
    let (ladder, model) = ladder_and_model();
    profile(&ladder, &model, assessments)
}

#[track_caller]
fn says(answers: &str, sentence: &str) {
    assert_eq!(result(&[read(answers)]).overall.sentence, sentence);
}

/// A sentence for chosen chances, with an example for every answer.
#[track_caller]
fn chances(levels: [f64; 4], sentence: &str) {
    let (ladder, _) = ladder_and_model();
    let a = read("333333333333333333333333");
    assert_eq!(level_sentence(&ladder, &levels, &[a]), sentence);
}

#[test]
fn whole_per_cents_decide_at_the_boundaries() {
    chances([0.0, 0.204, 0.796, 0.0], "Clearly Principal (80%).");
    chances([0.0, 0.206, 0.794, 0.0], "Probably Principal (79%); could be Staff (21%).");
    chances([0.0, 0.205, 0.795, 0.0], "Clearly Principal (80%).");
    chances([0.0, 0.4, 0.6, 0.0], "Probably Principal (60%); could be Staff (40%).");
    chances([0.0, 0.405, 0.595, 0.0], "Probably Principal (60%); could be Staff (41%).");
    chances([0.0, 0.406, 0.594, 0.0], "Between Staff and Principal (41% / 59%).");
    chances([0.1, 0.75, 0.149, 0.001], "Probably Staff (75%); could be Principal (15%).");
    chances([0.1, 0.755, 0.1445, 0.0005], "Probably Staff (76%).");
    chances([0.15, 0.7, 0.15, 0.0], "Probably Staff (70%); could be Senior (15%) or Principal (15%).");
    chances([0.0, 0.0, 0.004, 0.996], "Clearly Distinguished (over 99%).");
    chances([0.22, 0.45, 0.31, 0.02], "Between Senior, Staff and Principal (22% / 45% / 31%).");
    chances([0.02, 0.54, 0.43, 0.01], "Between Staff and Principal (54% / 43%).");
}

#[test]
fn a_per_cent_is_rounded_half_up_and_never_certain() {
    for (p, text) in
        [(0.0, "0%"), (0.004, "0%"), (0.005, "1%"), (0.5, "50%"), (0.994, "99%"), (0.995, "over 99%"), (1.0, "over 99%")]
    {
        assert_eq!(percent_text(p), text);
    }
    assert_eq!(percent(0.605), 61);
}

#[test]
fn the_reference_walks_read_as_published() {
    says("333333333333333333333333", "Probably Principal (74%); could be Staff (25%).");
    says("222222222222222222222222", "Clearly Staff (84%).");
    says("444444444444444444444444", "Clearly Distinguished (91%).");
    says("111111111111111111111111", "Clearly Senior (92%).");
}

#[test]
fn missing_answers_are_named_by_dimension() {
    says("333333333333333333......", "Answer 3 more Influence questions for a level.");
    says("33333333333333....333333", "Answer 1 more Breadth question for a level.");
    says("33....3333333.....333333", "Answer 1 more Scope question and 2 more Breadth questions for a level.");
    says(
        "........................",
        "Answer 3 more Scope questions, 3 more Ambiguity questions, 3 more Breadth questions and 3 more Influence questions for a level.",
    );
    says("33nnnn333333333333333333", "Too few Scope questions could be answered for a level.");
    says("33nnnn33xxxx333333333333", "Too few Scope and Ambiguity questions could be answered for a level.");
    says("33nnn.333333333333333333", "Answer 1 more Scope question for a level.");
}

#[test]
fn without_examples_for_half_of_a_dimension_the_sentence_says_so() {
    let mut bare = file("333333333333333333333333");
    for (i, answer) in bare["answers"].as_object_mut().unwrap().values_mut().enumerate() {
        if i >= 3 {
            answer.as_object_mut().unwrap().remove("example");
        }
    }
    let a = read_assessment(bare.to_string().as_bytes()).unwrap();
    let sentence = result(&[a]).overall.sentence;
    assert!(
        sentence.to_string().starts_with("By these answers Principal (")
            && sentence.to_string().ends_with("%), with examples for 3 of 24."),
        "{sentence}"
    );
}

#[test]
fn raters_two_levels_apart_get_no_common_level() {
    let (mut a, mut b, c) =
        (read("444444444444444444444444"), read("222222222222222222222222"), read("333333333333333333333333"));
    a.rater.role = Role::SelfRater;
    b.rater.role = Role::Manager;
    let both = result(&[a.clone(), b.clone()]).overall;
    assert_eq!(
        (both.level, both.sentence.to_string().as_str()),
        (None, "The ratings differ: Distinguished (91%) and Staff (84%).")
    );
    let other = result(&[b.clone(), c.clone(), a.clone()]).overall;
    assert_eq!(other.sentence, "The ratings differ: Staff (84%) and Distinguished (91%).");
    assert!(result(&[a, c]).overall.level.is_some());
}

#[test]
fn many_questions_without_opportunity_add_a_second_sentence() {
    let with = |answers| result(&[read(answers)]).overall.caution;
    assert_eq!(
        with("444nnn444nnn444nnn444nnn").unwrap(),
        "It rests on 12 of 24 questions. The other 12 had no opportunity and might have been lower."
    );
    assert_eq!(with("4444nn4444nn4444nn4444nn"), None);
}

#[test]
fn dots_add_up_to_twenty_by_largest_remainder() {
    for (levels, expected) in [
        ([0.0, 0.65, 0.35, 0.0], [0, 13, 7, 0]),
        ([0.01, 0.43, 0.49, 0.07], [0, 9, 10, 1]),
        ([0.25, 0.25, 0.25, 0.25], [5, 5, 5, 5]),
        ([0.024, 0.024, 0.024, 0.928], [1, 0, 0, 19]),
    ] {
        assert_eq!(dots(&levels), expected);
    }
}

#[track_caller]
fn holds_back(answers: &str, start: &str) {
    let (ladder, model) = ladder_and_model();
    let a = read(answers);
    let score = model.score(&[a.ratings(&ladder)]);
    let found = findings(&ladder, &model, &score, &a);
    assert!(found.holds_back.to_string().starts_with(start), "{}", found.holds_back);
}

#[test]
fn what_holds_a_level_back_is_named() {
    holds_back(
        "444444444444333333444444",
        "Breadth. If it met the requirement for Distinguished, the chance of Distinguished would go from 11% to 99%. No other dimension would change the result on its own.",
    );
    holds_back(
        "333333222222333333333333",
        "Ambiguity. If it met the requirement for Principal, the chance of Principal or above would go from ",
    );
    holds_back("222222222222333333333333", "Scope and Ambiguity. If both met the requirement for Principal");
    holds_back("444444444444444444444444", "Nothing: Distinguished is the highest level of this ladder.");
    holds_back("33xxxx333333333333333333", "There are too few answers to say.");
}

#[test]
fn the_chance_that_a_finding_names_is_that_of_the_table() {
    let (ladder, model) = ladder_and_model();
    let top = ladder.levels.len() - 1;
    let mut above = 0;
    let persona = read_assessment(include_bytes!("../data/personas/super-coder.json")).unwrap();
    let all = ["111222222222111111222222", "222222222222333333333333", "333322222222333322223333", "444444444444333333444444"];
    for a in all.map(read).into_iter().chain([persona]) {
        let score = model.score(&[a.ratings(&ladder)]);
        let target = findings(&ladder, &model, &score, &a).bottleneck.unwrap().target;
        let chance = percent_text(score.overall[target..].iter().sum());
        let level = &ladder.levels[target].title;
        let quantity = if target == top { level.clone() } else { format!("{level} or above") };
        let message = findings(&ladder, &model, &score, &a).holds_back;
        assert!(message.to_string().contains(&format!("the chance of {quantity} would go from {chance} to ")), "{message}");
        above += usize::from(chance != percent_text(score.overall[target]));
    }
    assert!(above > 0, "in one case a level above the next one has a chance that shows");
}

#[test]
fn the_next_step_quotes_the_next_statement_of_the_dimension_that_holds_back() {
    let (ladder, model) = ladder_and_model();
    let a = read("333333222222333333333333");
    let score = model.score(&[a.ratings(&ladder)]);
    let found = findings(&ladder, &model, &score, &a);
    assert_eq!(found.holding, [1]);
    let q = &ladder.questions[found.between[0].question];
    let quoted = q.statements[3].trim_end_matches('.');
    assert_eq!(
        found.next_step,
        format!("In Ambiguity, toward Principal: take on work that would show \u{201c}{quoted}\u{201d}.")
    );
    assert_eq!(found.missing, "Nothing: every question has an answer with an example.");
}

#[test]
fn levels_that_are_not_neighbours_name_the_dimension_that_decides() {
    let (ladder, model) = ladder_and_model();
    let found = |answers: &str| {
        let a = read(answers);
        let score = model.score(&[a.ratings(&ladder)]);
        (findings(&ladder, &model, &score, &a).decides, score.overall)
    };
    assert_eq!(found("333333333333333333333333").0, None);
    // Scope, Breadth and Influence high, Ambiguity between the lowest two: Principal is hardly ever the result.
    let (decides, overall) = found("444444222323444444444444");
    let best = (0..4).max_by(|a, b| overall[*a].total_cmp(&overall[*b])).unwrap();
    let second = (0..4).filter(|l| *l != best).max_by(|a, b| overall[*a].total_cmp(&overall[*b])).unwrap();
    assert!(best.abs_diff(second) >= 2, "{overall:?}");
    assert!(
        decides.unwrap().to_string().starts_with("Ambiguity decides between Staff and Distinguished. If it met the requirement for Distinguished, the chance of Distinguished would be ")
    );
}

#[test]
fn the_nearest_change_is_reported_in_words() {
    let (ladder, model) = ladder_and_model();
    let told = |answers: &str| {
        let a = read(answers);
        let score = model.score(&[a.ratings(&ladder)]);
        nearest_flip(&ladder, &model, &score, &a)
    };
    assert_eq!(told("444444444444444444444444").0, "No single answer would change this result.");
    assert_eq!(told("33xxxx333333333333333333"), ("There are too few answers to say.".into(), None));
    let answers = "323323323323323323323323";
    let (near, flip) = told(answers);
    let flip = flip.unwrap();
    let mut changed: Vec<char> = answers.chars().collect();
    changed[flip.question] = char::from_digit(u32::try_from(flip.to).unwrap(), 10).unwrap();
    let then = result(&[read(&changed.into_iter().collect::<String>())]).overall;
    let step = if flip.to == flip.from + 1 { "The next statement" } else { "The statement before" };
    let (prompt, level) = (&ladder.questions[flip.question].prompt, &ladder.levels[flip.level].title);
    let chance = percent_text(then.levels[flip.level]);
    assert_eq!(near, format!("{step} on \u{201c}{prompt}\u{201d} would make {level} the most likely level ({chance})."));
    assert_eq!(then.level, Some(flip.level), "{near}");
}

#[test]
fn prompts_are_asked_where_they_should_be_and_kindly() {
    let (ladder, model) = ladder_and_model();
    let asked = |answers: &str| -> Vec<String> {
        let a = read(answers);
        prompts(&model, &a.ratings(&ladder))
            .iter()
            .map(|p| {
                let (t, w) = prompt_text(&ladder, &a, p);
                format!("{t}: {w}")
            })
            .collect()
    };
    assert!(asked("323232232323323232232323").is_empty());
    assert!(
        asked("333333333333333333333303")[0]
            .starts_with("Is one of these a slip?: In Influence, the answers include statement 0")
    );
    assert!(asked("323232040404323232232323").iter().any(|p| p.contains("In Ambiguity")));
    assert!(asked("122344323232323232232323").iter().any(|p| p.contains("usually the harder question")));
    assert!(asked("333333333333333333333333").iter().any(|p| p.starts_with("Nearly all answers are the same")));
    assert!(asked("444444444444444444444444").is_empty(), "the ends are no straight line");
    let mut bare = file("333333333333333333333334");
    bare["answers"]["chosen-battles"].as_object_mut().unwrap().remove("example");
    let a = read_assessment(bare.to_string().as_bytes()).unwrap();
    let high = prompts(&model, &a.ratings(&ladder)).iter().map(|p| prompt_text(&ladder, &a, p).1).collect::<Vec<_>>();
    assert!(high.iter().any(|w| w.contains("without an example")), "{high:?}");
}
