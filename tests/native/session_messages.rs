//! Messages of a session: names, lines of the agenda, timer, seals, and differences between two files.

use ladder_calibration::calibration::{
    Calibration, Event, Group, Opportunity, Plan, SealFacts, Side, differences, exhibits, messages, plan,
};
use ladder_calibration::files::default_ladder;
use serde_json::{Value, json};

use super::session_events::*;

#[test]
fn a_line_of_the_agenda_says_both_answers_and_what_became_of_them_unless_hidden() {
    let mut c = pair("4434n", "22222");
    agree(&mut c, 0, 3);
    dissent(&mut c, 1);
    c.apply(Event::QuestionOpened(3));
    let lines = |c: &Calibration, hidden| {
        let line = |q: usize| messages::state(c.record(), c.agenda().point(q).unwrap(), id(c.ladder(), q), hidden);
        (0..5).map(line).collect::<Vec<_>>()
    };
    let shown = [
        "4 and 2 \u{b7} agreed on 3",
        "4 and 2 \u{b7} dissent recorded",
        "3 and 2 \u{b7} 2 min",
        "4 and 2 \u{b7} now",
        "no opportunity and 2 \u{b7} 2 min",
    ];
    assert_eq!(lines(&c, false), shown);
    assert_eq!(lines(&c, true), ["agreed", "dissent recorded", "2 min", "now", "2 min"]);
    c.apply(Event::LeftAsRated(2));
    c.apply(Event::OpportunityTyped {
        question: 4,
        opportunity: Opportunity { will: "Tomasz".into(), ..Opportunity::default() },
    });
    assert_eq!(lines(&c, true)[2..], ["left as rated", "now", "talked about"]);
}

#[test]
fn the_parts_of_the_agenda_have_headings() {
    let c = pair("4434n", "22222");
    let all = [Group::TwoOrMore, Group::OneLeading, Group::OneOther, Group::OneSided];
    let headings = all.map(|g| messages::heading(c.ladder(), c.agenda(), g));
    assert_eq!(
        headings,
        ["Two steps or more apart", "One step apart, Scope first", "One step apart, Scope first", "Answered by one of you"]
    );
    let only_other_session = pair("444444333333", "222222222222");
    assert_eq!(messages::heading(only_other_session.ladder(), only_other_session.agenda(), Group::OneOther), "One step apart");
}

#[track_caller]
fn clock(length: Option<usize>, seconds: usize, expected: &str) {
    let mut c = pair("4", "2");
    if let Some(minutes) = length {
        c.apply(Event::LengthChosen(minutes));
    }
    c.apply(Event::TimePassed(seconds));
    assert_eq!(messages::clock(c.record()), expected);
    assert!(c.apply(Event::LeftAsRated(0)), "the clock blocks nothing");
}

#[test]
fn the_timer_says_what_is_left_and_what_is_over() {
    clock(None, 100, "");
    clock(Some(25), 0, "25 minutes left");
    clock(Some(25), 9 * 60, "16 minutes left");
    clock(Some(25), 24 * 60 + 1, "1 minute left");
    clock(Some(25), 25 * 60, "The time is up");
    clock(Some(25), 26 * 60 - 1, "The time is up");
    clock(Some(25), 26 * 60, "1 minute over");
    clock(Some(45), 48 * 60, "3 minutes over");
}

#[track_caller]
fn names(roles: [&str; 2], called: [&str; 2], expected: [&str; 2]) {
    let mut files = [rated("4", roles[0], called[0]), rated("2", roles[1], called[1])];
    for f in &mut files {
        f["subject"] = json!({});
    }
    let c = open(files.map(party));
    assert_eq!(Side::BOTH.map(|s| messages::called(c.record(), s)), expected);
}

#[test]
fn sides_are_called_by_name_else_by_what_they_are() {
    names(["self", "manager"], ["Ines", "Tomasz"], ["Ines", "Tomasz"]);
    names(["self", "manager"], ["", " "], ["the report", "the manager"]);
    names(["self", "peer"], ["", ""], ["the engineer", "the peer"]);
    names(["peer", "peer"], ["", ""], ["the first rater", "the second rater"]);
    names(["self", "manager"], ["Kim", "Kim"], ["Kim (report)", "Kim (manager)"]);
    names(["manager", "committee"], ["", "Aya"], ["the manager", "Aya"]);
    let mut own = rated("4", "self", "");
    own["subject"] = json!({ "name": "Surname, Given" });
    let c = open([party(own), party(rated("2", "manager", ""))]);
    assert_eq!(messages::called(c.record(), Side::First), "Surname, Given");
}

#[test]
fn both_sides_are_set_side_by_side_word_for_word() {
    let mut first = rated("4", "self", "Ines");
    first["evidence"] = json!([{ "id": "e1", "title": "Ledger note" }, { "id": "e2", "title": "secret", "sensitive": true }]);
    first["answers"]["outcome-boundary"]["evidence"] = json!(["e1", "e2", "gone"]);
    let mut c = open([party(first), party(rated("n", "manager", "Tomasz"))]);
    let q = c.ladder().questions[0].clone();
    let [a, b] = exhibits(c.record(), &q);
    assert_eq!(
        (a.heading.as_str(), a.statement.as_deref()),
        ("Answer from Ines: statement 4", q.statements.get(4).map(String::as_str))
    );
    assert_eq!(a.evidence, ["Ledger note", "evidence that its owner marked as sensitive"]);
    assert_eq!((b.heading.as_str(), b.statement, a.left), ("Answer from Tomasz: no opportunity", None, false));
    agree(&mut c, 0, 3);
    assert!(exhibits(c.record(), &q).iter().all(|e| e.left));
    let line = "Agreed on statement 3. Why Ines moved away from statement 4: new example. Why Tomasz moved away from no opportunity: new example.";
    assert_eq!(messages::outcome(c.record(), &q.id), line);
}

#[test]
fn dissent_keeps_each_sides_reason() {
    let mut c = pair("42.", "22.");
    dissent(&mut c, 0);
    let line = |q: usize| messages::outcome(c.record(), id(c.ladder(), q));
    let dissent = "Dissent. Why Ines keeps statement 4: the text still holds. Why Tomasz keeps statement 2: read it differently.";
    assert_eq!([line(0), line(1), line(2)], [dissent, "Same answer from both.", "Rated by neither."]);
}

#[test]
fn who_rated_how_is_reported_in_one_line() {
    let c = pair("44nx", "2222");
    let all = Side::BOTH.map(|s| messages::rated(c.ladder(), c.record(), s));
    let first = "Ratings by Ines, the report: 2 of 24 questions rated, 1 without opportunity, 1 not seen; examples for 2.";
    assert_eq!(all, [first, "Ratings by Tomasz, the manager: 4 of 24 questions rated; examples for 4."]);
    let unnamed = open([party(rated("4", "peer", "")), party(rated("2", "manager", ""))]);
    assert!(
        messages::rated(unnamed.ladder(), unnamed.record(), Side::First)
            .to_string()
            .starts_with("Ratings by the manager: 1 of 24")
    );
}

#[track_caller]
fn seal(facts: Option<SealFacts>, expected: &str) {
    let second = rated("", "manager", "Tomasz");
    let second = if let Some(facts) = facts { sealed(second, facts) } else { party(second) };
    let parties = [party(rated("4", "self", "Ines")), second];
    assert_eq!(messages::sealed(open(parties).record(), Side::Second), expected);
}

#[test]
fn a_late_seal_and_who_did_not_open_are_named() {
    let facts = |number, after_other_opened, opened| {
        let (code, sealed) = ("ab-cd".to_owned(), "2026-11-22T08:05:00Z".to_owned());
        Some(SealFacts { number, code, sealed, after_other_opened, opened, ..SealFacts::default() })
    };
    seal(None, "The ratings of Tomasz were not sealed.");
    seal(facts(1, false, true), "Sealed by Tomasz on 2026-11-22 08:05 UTC (seal 1, code ab-cd).");
    let late = "Sealed by Tomasz on 2026-11-22 08:05 UTC, after the file of Ines was opened (seal 2, code ab-cd).";
    seal(facts(2, true, true), late);
    let shut = "Sealed by Tomasz on 2026-11-22 08:05 UTC (seal 1, code ab-cd). Not opened by Tomasz.";
    seal(facts(1, false, false), shut);
    seal(Some(SealFacts { opened: true, ..SealFacts::default() }), "Sealed by Tomasz (seal 1).");
}

#[test]
fn it_says_who_writes() {
    let mut c = pair("4", "2");
    assert_eq!(messages::writer(c.record()), "");
    c.apply(Event::WriterChosen(Some(Side::Second)));
    assert_eq!(messages::writer(c.record()), "Only Tomasz enters answers; the saved record goes to Ines at the end.");
}

#[track_caller]
fn differ(change: impl Fn(&mut [Value; 2]), expected: &[&str]) {
    let mut files = [rated("43", "self", "Ines"), rated("2", "manager", "Tomasz")];
    change(&mut files);
    let c = open(files.map(party));
    assert_eq!(differences(c.ladder(), c.record()), expected);
}

#[test]
fn it_says_what_differs_between_the_files_and_what_can_be_compared() {
    let compared = "Both rated 1 of the 24 questions of this ladder; these can be compared.";
    let aloud = "The same number may stand for a different statement. Read the statements aloud before you rely on a difference.";
    differ(|_| {}, &[]);
    let set = |f: &mut [Value; 2], name: &str, values: [&str; 2]| {
        for (f, v) in f.iter_mut().zip(values) {
            f["ladder"][name] = json!(v);
        }
    };
    let own = &default_ladder().revision;
    let two = format!(
        "The revisions of the ladder differ: Ines answered revision 0, and Tomasz answered revision {own}. Revision {own} is open here."
    );
    differ(|f| set(f, "revision", ["0", own]), &[&two, compared, aloud]);
    let old = &*format!("The answers were given on revision 0 of the ladder; revision {own} is open here.");
    differ(|f| set(f, "revision", ["0", "0"]), &[old, compared, aloud]);
    differ(|f| set(f, "revision", ["0", ""]), &[old, compared, aloud]);
    let texts = "The two ratings name the same revision of the ladder, but its texts differ (different digests).";
    differ(|f| set(f, "digest", ["sha256:1", "sha256:2"]), &[texts, compared, aloud]);
    let here = "The answers were given on a different text of this revision than the one that is open here (different digests).";
    differ(|f| set(f, "digest", ["sha256:1", "sha256:1"]), &[here, compared, aloud]);
    let gone = "Answers from Tomasz to questions that this ladder does not have (gone, older) are kept but not compared.";
    differ(
        |f| {
            f[1]["answers"]["older"] = json!({ "statement": 1 });
            f[1]["answers"]["gone"] = json!({ "statement": 9 });
        },
        &[gone, compared],
    );
    let people = "The files name different people: Ines Example and Another.";
    differ(|f| f[1]["subject"]["name"] = json!("Another"), &[people]);
    let periods = "The periods differ: Ines rated 2025-12 to 2026-11, and Tomasz rated 2026-01 to 2026-11.";
    differ(
        |f| {
            f[0]["period"] = json!({ "from": "2025-12", "to": "2026-11" });
            f[1]["period"] = json!({ "from": "2026-01", "to": "2026-11" });
        },
        &[periods],
    );
}

/// The fixed stream of numbers of `simulation.rs`, once more.
fn uniform(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

#[test]
fn the_minutes_suit_two_careful_raters() {
    let (ladder, model) = super::support::ladder_and_model();
    let state = &mut 20_261_123_u64;
    // The sum of twelve uniform numbers is normal enough.
    let normal = |state: &mut u64, sd: f64| sd * ((0..12).map(|_| uniform(state)).sum::<f64>() - 6.0);
    let (mut differences, mut fitting, mut complete) = (0, [0; 3], [0; 3]);
    let pairs = 300;
    for _ in 0..pairs {
        let general = 1.8 + normal(state, 0.8);
        let truth: Vec<f64> = (0..4).map(|_| general + normal(state, 0.5)).collect();
        let answers = [0, 1].map(|_| {
            let shift = normal(state, 0.3);
            let rated: Vec<f64> = truth.iter().map(|t| t + shift + normal(state, 0.2)).collect();
            let draw = |q: usize| {
                let mut left = uniform(state);
                let chances = model.statement_probabilities(q, rated[q / 6]);
                chances
                    .iter()
                    .position(|p| {
                        left -= p;
                        left < 0.0
                    })
                    .unwrap_or(4)
                    .to_string()
            };
            (0..24).map(draw).collect::<String>()
        });
        let [a, b] = answers.map(|x| ladder_calibration::files::assessment_of(&super::support::file(&x)).unwrap());
        let all = ladder_calibration::calibration::agenda(&ladder, &a, &b, &[0.0; 4]);
        differences += all.points.len();
        for (i, length) in [25, 45, 60].into_iter().enumerate() {
            let Plan { fitting: fits, left, .. } = plan(&all, length);
            fitting[i] += fits.len();
            complete[i] += usize::from(left.is_empty());
        }
    }
    assert!((14 * pairs..16 * pairs).contains(&differences), "about 15 of 24: {differences}");
    assert!((3 * pairs..5 * pairs).contains(&fitting[0]), "{fitting:?}");
    assert!((11 * pairs..13 * pairs).contains(&fitting[1]), "{fitting:?}");
    assert!(complete[2] * 100 > 85 * pairs && complete[0] * 100 < 5 * pairs, "{complete:?}");
}
