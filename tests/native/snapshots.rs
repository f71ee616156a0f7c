//! Snapshots and trends: what counts as a change, against what, and what cannot be compared.

use ladder_calibration::files::{assessment_file, read_assessment};
use ladder_calibration::model::assessment::{Assessment, Choice, OffScale};
use ladder_calibration::model::scoring::{Density, difference, gap};
use ladder_calibration::model::snapshots::{Change, Direction, change_text, comparable, snapshot, snapshots_of, trend};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{file, ladder_and_model};

const ALL_TWO: &str = "222222222222222222222222";
const ALL_THREE: &str = "333333333333333333333333";

fn read(f: &Value) -> Assessment {
    read_assessment(f.to_string().as_bytes()).unwrap()
}

fn answers(digits: &str) -> Assessment {
    read(&file(digits))
}

fn by(digits: &str, role: &str, name: &str) -> Assessment {
    let mut f = file(digits);
    f["rater"] = json!({ "role": role, "name": name });
    read(&f)
}

fn changes(earlier: &Assessment, later: &Assessment) -> Vec<Option<Change>> {
    let (ladder, model) = ladder_and_model();
    trend(&ladder, &model, earlier, later).unwrap().dimensions
}

#[test]
fn a_snapshot_is_a_dated_copy_that_files_keep() {
    let mut a = answers(ALL_TWO);
    a.id = "first".into();
    let copy = |id: &str, taken: &str| snapshot(&a, id.into(), taken.into(), "Review of autumn".into());
    let late = copy("late", "2026-11-24T10:00:00Z");
    let early = copy("early", "2026-05-24T10:00:00Z");
    assert_eq!((late.id.as_str(), &late.answers), ("late", &a.answers));
    let written = assessment_file(&late);
    assert_eq!(written["snapshot"], json!({ "of": "first", "taken": "2026-11-24T10:00:00Z", "why": "Review of autumn" }));
    assert_eq!(read(&written), late);
    let mut other = written.clone();
    other["snapshot"]["x-later"] = json!([1]);
    assert_eq!(assessment_file(&read(&other)), other, "fields of later versions are kept");
    other["snapshot"] = json!("yesterday");
    let problem = read_assessment(other.to_string().as_bytes()).unwrap_err().to_string();
    assert!(problem.starts_with("snapshot: has to be an object"), "{problem}");
    let mut foreign = copy("foreign", "2026-06-01");
    foreign.snapshot.as_mut().unwrap().of = "second".into();
    let records = [a.clone(), late.clone(), foreign, early.clone()];
    assert_eq!(snapshots_of(&records, "first"), [&early, &late]);
}

#[test]
fn the_same_answers_are_no_change_in_either_comparison() {
    for later in [by(ALL_TWO, "self", ""), by(ALL_TWO, "manager", "")] {
        for change in changes(&answers(ALL_TWO), &later) {
            let change = change.unwrap();
            assert!(change.mean.abs() < 1e-12 && (change.interval[0] + change.interval[1]).abs() < 1e-9);
            assert_eq!(change.direction, Direction::NoClearChange);
        }
    }
}

#[test]
fn one_rater_is_compared_as_rated_and_another_with_rater_error() {
    let earlier = by(ALL_TWO, "peer", "Ada");
    let (ladder, model) = ladder_and_model();
    let run = |later: &Assessment| trend(&ladder, &model, &earlier, later).unwrap();
    let width = |t: &ladder_calibration::model::snapshots::Trend| {
        let c = t.dimensions[0].unwrap();
        c.interval[1] - c.interval[0]
    };
    let same = run(&by(ALL_THREE, "peer", "Ada"));
    let unnamed = run(&by(ALL_THREE, "peer", ""));
    let (another, role) = (run(&by(ALL_THREE, "peer", "Bo")), run(&by(ALL_THREE, "manager", "Ada")));
    assert!(same.same_rater && unnamed.same_rater && !another.same_rater && !role.same_rater);
    assert_eq!(same.dimensions, unnamed.dimensions);
    assert_eq!(another.dimensions, role.dimensions);
    assert!(width(&another) > width(&same) + 0.3, "{} and {}", width(&another), width(&same));
    assert_eq!(same.before.sentence, "Clearly Staff (84%).");
    assert_eq!(same.after.sentence, "Probably Principal (74%); could be Staff (25%).");
}

#[test]
fn the_change_of_one_rater_is_the_published_gap_of_the_two_posteriors() {
    let (ladder, model) = ladder_and_model();
    let (a, b) = (answers("433210432104321043210432"), answers("322102321032103321043210"));
    let scores = [&a, &b].map(|x| model.score(&[x.ratings(&ladder)]));
    for (d, change) in changes(&a, &b).iter().enumerate() {
        let [before, after] = [0, 1].map(|i: usize| &scores[i].dimensions[d].raters[0].posterior);
        let gap = gap(after, before, ladder.scoring.grid.step);
        let whole = difference(after, before);
        assert!((change.unwrap().mean - gap.mean).abs() < 1e-9);
        assert!((whole.sd() - gap.sd).abs() < 1e-9);
        // Five cells and more above the middle cell are half a level and more.
        let middle = whole.cells().len() / 2;
        assert!((whole.mass_from(middle + 5) - gap.first_higher_half_level).abs() < 1e-12);
    }
}

#[test]
fn a_difference_is_read_off_as_the_intervals_of_positions_are() {
    // Two cells against one: the difference is at -1 or 0, half and half, in cells of width 1.
    let two = Density::new(0.0, 1.0, vec![1.0, 1.0]);
    let one = Density::new(1.0, 1.0, vec![1.0]);
    let difference = difference(&two, &one);
    assert_eq!(difference.cells(), [0.5, 0.5]);
    assert!((difference.mean() + 0.5).abs() < 1e-12);
    let [low, high] = difference.interval(0.8);
    // From the edge at -1.5, a tenth of the mass is a fifth of the first cell.
    assert!((low + 1.3).abs() < 1e-12 && (high - 0.3).abs() < 1e-12, "{low} {high}");
}

#[track_caller]
fn says(earlier: &str, later: &str, dimension: usize, text: &str) {
    let (ladder, _) = ladder_and_model();
    let changes = changes(&answers(earlier), &answers(later));
    assert_eq!(change_text(&ladder, dimension, changes[dimension].as_ref()), text);
}

#[test]
fn changes_are_written_in_words() {
    says(ALL_TWO, "333322222222222222222222", 0, "Scope: higher, by 0.6 of a level (80% interval 0.1 to 1.1).");
    says("333322222222222222222222", ALL_TWO, 0, "Scope: lower, by 0.6 of a level (80% interval 0.1 to 1.1).");
    says(ALL_TWO, "222444222222222222222222", 0, "Scope: higher, by 1.0 levels (80% interval 0.3 to 1.6).");
    says(ALL_TWO, "222244222222222222222222", 0, "Scope: no clear change (80% interval -0.1 to 1.0).");
    says(ALL_TWO, "222333222222222222222222", 0, "Scope: no clear change (80% interval 0.0 to 1.0).");
    says(ALL_TWO, "33....222222222222222222", 0, "Scope: too few answers to compare.");
    says("22nnnn222222222222222222", ALL_TWO, 0, "Scope: too few answers to compare.");
    says(ALL_TWO, "33....222222222222222222", 1, "Ambiguity: no clear change (80% interval -0.5 to 0.5).");
}

#[test]
fn an_end_that_rounds_to_zero_is_reported_to_lie_beyond_it() {
    let (ladder, _) = ladder_and_model();
    for (direction, interval, word) in [(Direction::Higher, [0.03, 0.94], "higher"), (Direction::Lower, [-0.94, -0.03], "lower")]
    {
        let change = Change { mean: f64::midpoint(interval[0], interval[1]), interval, direction };
        let text = format!("Scope: {word}, by 0.5 of a level (80% interval over 0 to 0.9).");
        assert_eq!(change_text(&ladder, 0, Some(&change)), text);
    }
}

#[test]
fn changed_answers_stand_with_both_choices_and_the_later_example() {
    let (ladder, model) = ladder_and_model();
    let mut f = file("3n.2");
    f["answers"]["outcome-boundary"]["example"] = json!("  Ledger split, nine teams ");
    let list = trend(&ladder, &model, &answers("23x2"), &read(&f)).unwrap().answers;
    let of = |q: usize| &list[q];
    assert_eq!(list.len(), 3);
    assert_eq!((of(0).question, of(0).before, of(0).after), (0, Some(Choice::Statement(2)), Some(Choice::Statement(3))));
    assert_eq!(of(0).why, "Ledger split, nine teams");
    assert_eq!((of(1).question, of(1).after), (1, Some(Choice::OffScale(OffScale::NoOpportunity))));
    assert_eq!((of(2).before, of(2).after, of(2).why.as_str()), (Some(Choice::OffScale(OffScale::NotObserved)), None, ""));
}

#[track_caller]
fn not_comparable(change: impl FnOnce(&mut Assessment), place: &str, cause: &str) {
    let (ladder, model) = ladder_and_model();
    let mut earlier = answers(ALL_TWO);
    earlier.ladder.revision = "1".into();
    earlier.ladder.digest.clone_from(&ladder.digest);
    earlier.subject.name = "Ada".into();
    let mut later = earlier.clone();
    assert_eq!(comparable(&earlier, &later), Ok(()));
    change(&mut later);
    for (a, b) in [(&earlier, &later), (&later, &earlier)] {
        let problem = comparable(a, b).expect_err("they were compared");
        assert!(problem.path == place && problem.message.to_string().contains(cause), "{problem}");
        assert_eq!(trend(&ladder, &model, a, b).expect_err("they were compared"), problem);
    }
}

#[test]
fn other_ladders_revisions_texts_and_people_are_not_comparable() {
    not_comparable(|a| a.ladder.id = "other".into(), "ladder.id", "different ladders");
    not_comparable(|a| a.ladder.revision = "2".into(), "ladder.revision", "different revisions of the ladder");
    not_comparable(|a| a.ladder.digest = "sha256:00".into(), "ladder.digest", "different texts");
    not_comparable(|a| a.subject.name = "Bo".into(), "subject.name", "different people");
    let (mut silent, mut told) = (answers(ALL_TWO), answers(ALL_TWO));
    told.ladder.revision = "1".into();
    told.subject.name = "Ada".into();
    assert_eq!(comparable(&silent, &told), Ok(()));
    silent.ladder.revision = "1".into();
    assert_eq!(comparable(&told, &silent), Ok(()));
}

#[test]
fn what_does_not_fit_the_ladder_is_refused_instead_of_scored() {
    let (ladder, model) = ladder_and_model();
    let mut f = file(ALL_TWO);
    f["answers"]["talent"]["statement"] = json!(9);
    let problem = trend(&ladder, &model, &answers(ALL_TWO), &read(&f)).unwrap_err();
    assert_eq!(problem.path, "answers.talent.statement");
    let other = |mut a: Assessment| {
        a.ladder.id = "other".into();
        a
    };
    let both = trend(&ladder, &model, &other(answers(ALL_TWO)), &other(answers(ALL_TWO))).unwrap_err();
    assert!(both.message.to_string().contains("the ladder in use"), "{both}");
}

fn digits() -> impl Strategy<Value = String> {
    "[0-4nx.]{24}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn looking_back_turns_every_change_round(a in digits(), b in digits(), other in any::<bool>()) {
        let (a, b) = (by(&a, "self", ""), by(&b, if other { "manager" } else { "self" }, ""));
        for (there, back) in changes(&a, &b).into_iter().zip(changes(&b, &a)) {
            prop_assert_eq!(there.is_some(), back.is_some());
            let (Some(there), Some(back)) = (there, back) else { continue };
            prop_assert!((there.mean + back.mean).abs() < 1e-9);
            prop_assert!((there.interval[0] + back.interval[1]).abs() < 1e-9);
            let turned = match there.direction {
                Direction::Higher => Direction::Lower,
                Direction::Lower => Direction::Higher,
                Direction::NoClearChange => Direction::NoClearChange,
            };
            prop_assert_eq!(back.direction, turned);
        }
    }

    #[test]
    fn a_direction_is_named_only_where_the_interval_leaves_zero_out(a in digits(), b in digits()) {
        for change in changes(&answers(&a), &answers(&b)).into_iter().flatten() {
            let [low, high] = change.interval;
            prop_assert!(low < change.mean && change.mean < high);
            prop_assert_eq!(change.direction == Direction::Higher, low > 0.0);
            prop_assert_eq!(change.direction == Direction::Lower, high < 0.0);
        }
    }
}
