//! Committees: what is contested, that members are named only on request, and that there is no combined level.

use ladder_calibration::calibration::{
    Block, Mark, Marked, Remark, Review, SHARED_PACKET, Spread, blind, blind_blocks, contested, marked_by, named, report_html,
    report_markdown, review, review_blocks,
};
use ladder_calibration::files::assessment_of;
use ladder_calibration::model::assessment::Assessment;
use serde_json::{Map, Value, json};

use super::session_events::*;
use super::support::ladder_and_model;

#[track_caller]
fn spread(statements: [usize; 5], median: Option<usize>, away: usize, is_contested: bool) {
    let s = Spread { question: 0, statements: statements.to_vec(), off_scale: [0; 2] };
    assert_eq!((s.median(), s.away(), s.is_contested()), (median, away, is_contested), "{statements:?}");
}

#[test]
fn a_third_one_step_or_more_from_the_median_is_contested() {
    spread([0, 0, 0, 0, 0], None, 0, false);
    spread([0, 0, 3, 0, 0], Some(2), 0, false);
    spread([0, 1, 2, 0, 0], Some(2), 1, true);
    spread([0, 1, 3, 0, 0], Some(2), 1, false);
    spread([0, 1, 4, 1, 0], Some(2), 2, true);
    spread([0, 2, 5, 0, 0], Some(2), 2, false);
    spread([0, 0, 2, 2, 0], Some(2), 2, true);
    spread([0, 1, 1, 2, 0], Some(2), 3, true);
    spread([4, 0, 0, 0, 8], Some(4), 4, true);
    spread([3, 0, 0, 0, 9], Some(4), 3, false);
    spread([0, 0, 0, 0, 1], Some(4), 0, false);
}

fn member(answers: &str, name: &str) -> Value {
    rated(answers, "committee", name)
}

/// Answers to the core questions of the default ladder; the others stay open.
fn core(digits: &str) -> String {
    let (ladder, _) = ladder_and_model();
    let mut digits = digits.chars();
    ladder.questions.iter().map(|q| if q.core { digits.next().unwrap_or('.') } else { '.' }).collect()
}

fn members(all: &[&str]) -> Vec<Assessment> {
    let one =
        |(i, digits): (usize, &&str)| assessment_of(&member(&core(digits), ["Aya", "Bo", "Cem", "Dag", "Eli"][i % 5])).unwrap();
    all.iter().enumerate().map(one).collect()
}

#[test]
fn the_largest_group_stands_first_and_positions_have_no_names() {
    let (ladder, model) = ladder_and_model();
    let people = members(&["222222222222", "232222222224", "232222222220", "242222222222", "23222222222n"]);
    let b = blind(&ladder, &model, &people).unwrap();
    let core: Vec<usize> = (0..24).filter(|q| ladder.questions[*q].core).collect();
    let open: Vec<(usize, usize)> = b.contested().iter().map(|s| (s.question, s.away())).collect();
    assert_eq!(open, [(core[1], 2), (core[11], 2)]);
    assert_eq!(b.questions[1].text(), "1 chose 2, 3 chose 3, 1 chose 4.");
    assert_eq!(b.questions[11].text(), "1 chose 0, 2 chose 2, 1 chose 4; 1 no opportunity.");
    assert_eq!(b.questions.len(), 12);
    let names = named(&ladder, &people, core[1]);
    assert_eq!((names.len(), names[0].0.as_str()), (5, "Aya"));
    for page in [report_markdown(&blind_blocks(&ladder, &b, "Ines")), report_html(&blind_blocks(&ladder, &b, "Ines"))] {
        assert!(["Aya", "Bo", "Cem", "Dag", "Eli"].iter().all(|name| !page.contains(name)), "{page}");
        assert!(page.contains("no combined level") && page.contains(SHARED_PACKET) && page.contains("of Ines"));
        assert!(page.contains("are a step or more from the median"));
    }
}

#[test]
fn the_order_of_the_files_tells_nothing() {
    let (ladder, model) = ladder_and_model();
    let mut people = members(&["111111111111", "444444444444", "222222222222"]);
    let one = blind(&ladder, &model, &people).unwrap();
    people.reverse();
    assert_eq!(blind(&ladder, &model, &people).unwrap(), one);
    assert_eq!(one.positions.len(), 3, "each position, and none for all");
    assert_eq!(one.spread_sentence(&ladder), "1 of 3 at Distinguished, 1 at Staff, 1 at Senior.");
}

#[test]
fn positions_without_enough_answers_are_distinguished() {
    let (ladder, model) = ladder_and_model();
    let some = blind(&ladder, &model, &members(&["333333333333", "33333333333.", "333"])).unwrap();
    assert_eq!(some.spread_sentence(&ladder), "1 of 3 at Principal; 2 without enough answers.");
    let none = blind(&ladder, &model, &members(&["", "", ""])).unwrap();
    assert_eq!(none.spread_sentence(&ladder), "None of 3 has enough answers for a level.");
    assert_eq!((none.contested().len(), none.questions[0].text().to_string().as_str()), (0, "No answers."));
}

#[test]
fn only_the_core_counts() {
    let (ladder, model) = ladder_and_model();
    let full = |k: char| assessment_of(&member(&k.to_string().repeat(24), &k.to_string())).unwrap();
    let few = |k: char| assessment_of(&member(&core(&k.to_string().repeat(12)), &k.to_string())).unwrap();
    let levels = |people: &[Assessment]| blind(&ladder, &model, people).unwrap().positions;
    assert_eq!(levels(&[full('1'), full('2'), full('3')]), levels(&[few('1'), few('2'), few('3')]));
}

#[track_caller]
fn refused(files: &[Value], sentence: &str) {
    let (ladder, model) = ladder_and_model();
    let people: Vec<Assessment> = files.iter().map(|f| assessment_of(f).unwrap()).collect();
    assert_eq!(blind(&ladder, &model, &people).unwrap_err().to_string(), sentence);
}

#[test]
fn three_to_twelve_raters_of_one_person() {
    let many = |n: usize| (0..n).map(|i| member("2", &i.to_string())).collect::<Vec<_>>();
    refused(&many(2), "there are 2 ratings; a committee has 3 to 12");
    refused(&many(13), "there are 13 ratings; a committee has 3 to 12");
    let (ladder, model) = ladder_and_model();
    let twelve: Vec<Assessment> = many(12).iter().map(|f| assessment_of(f).unwrap()).collect();
    assert!(blind(&ladder, &model, &twelve).is_ok());
    let mut other = many(3);
    other[2]["subject"]["name"] = json!("Somebody Else");
    refused(&other, "rating 3: subject.name: names a different person than rating 1; a committee rates one person at a time");
    let mut twice = many(3);
    twice[1] = twice[0].clone();
    refused(&twice, "rating 2: id: is the same as that of rating 1");
    let mut manager = many(3);
    manager[0]["rater"]["role"] = json!("manager");
    refused(&manager, "rating 1: rater.role: is \"manager\"; a blind rating has the role \"committee\"");
    let mut ladder = many(3);
    ladder[1]["ladder"]["id"] = json!("x");
    refused(&ladder, "rating 2: ladder.id: this was answered on the ladder \"x\"; the ladder in use is \"staff-plus\"");
}

fn sheets(marks: &[&str]) -> (ladder_calibration::calibration::Calibration, Vec<Review>) {
    let mut c = pair("44444", "22222");
    for q in 0..4 {
        agree(&mut c, q, 3);
    }
    finish(&mut c);
    let sheet = |(i, row): (usize, &&str)| {
        let mut out = Review::of(c.record(), "code", format!("r{i}"), format!("Member-{i}"), NOW.into());
        for (q, mark) in row.chars().enumerate() {
            let mark = match mark {
                'a' => Mark::Agree,
                'q' => Mark::Question,
                'p' => Mark::Pass,
                _ => continue,
            };
            let text = if mark == Mark::Question { format!("line {i}") } else { String::new() };
            out.marks.insert(id(c.ladder(), q).to_owned(), Remark { mark, text, extra: Map::new() });
        }
        out
    };
    let all = marks.iter().enumerate().map(sheet).collect();
    (c, all)
}

#[test]
fn a_review_counts_marks_and_brings_the_most_questioned_first() {
    let (c, all) = sheets(&["aqqp", "aaqp", "aaap", "aapq"]);
    let marked = review(c.ladder(), c.record(), "code", &all).unwrap();
    let row = |m: &Marked| (m.question, m.agree, m.questioned, m.pass, m.is_contested());
    let rows: Vec<_> = marked.iter().map(row).collect();
    assert_eq!(rows, [(0, 4, 0, 0, false), (1, 3, 1, 0, false), (2, 1, 2, 1, true), (3, 0, 1, 3, true)]);
    assert_eq!(contested(&marked).iter().map(|m| m.question).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(marked[2].lines, ["line 0", "line 1"]);
    assert_eq!(marked_by(c.ladder(), &all, 3)[3], ("Member-3".to_owned(), Some(Mark::Question)));
    let page = report_markdown(&review_blocks(c.ladder(), c.record(), "code", all.len(), &marked));
    assert!(!page.contains("Member") && page.contains("2 question it, 1 agree, 1 pass."), "{page}");
    assert!(page.contains(&SHARED_PACKET[..20]) && page.contains("line 0"));
}

#[test]
fn review_forms_of_another_record_or_state_are_refused() {
    let (c, all) = sheets(&["a", "a", "a"]);
    let refused = |change: &dyn Fn(&mut Vec<Review>), sentence: &str| {
        let mut sheets = all.clone();
        change(&mut sheets);
        assert_eq!(review(c.ladder(), c.record(), "code", &sheets).unwrap_err().to_string(), sentence);
    };
    refused(&|s| s.truncate(2), "there are 2 reviews; a committee has 3 to 12");
    refused(&|s| s[1].record = "s9".into(), "review 2: record: belongs to a different record");
    refused(
        &|s| s[2].code = "old".into(),
        "review 3: code: was written for a different version of this record: the closing codes differ",
    );
    refused(&|s| s[2].id = "r0".into(), "review 3: id: is the same as that of review 1");
    let going_on = pair("4", "2");
    let sentence = "the record is not finished, so there is nothing to review yet";
    assert_eq!(review(going_on.ladder(), going_on.record(), "code", &all).unwrap_err().to_string(), sentence);
}

#[test]
fn the_page_names_what_did_not_fit() {
    let (ladder, model) = ladder_and_model();
    let b = blind(&ladder, &model, &members(&["000000000000", "222222222222", "444444444444"])).unwrap();
    let blocks = blind_blocks(&ladder, &b, "");
    let lists: Vec<usize> =
        blocks.iter().filter_map(|x| if let Block::List(rows) = x { Some(rows.len()) } else { None }).collect();
    assert_eq!(lists, [8, 3], "eight questions have room; then the three positions");
    assert!(report_markdown(&blocks).contains("Also contested: "));
}
