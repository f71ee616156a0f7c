//! Months as people type them, days that are the same in every time zone, and today as the reader's local day.

use std::rc::Rc;

use ladder_calibration::base::dates::{Month, date_text, is_after, is_due};
use ladder_calibration::files::default_ladder;
use ladder_calibration::growth::plan::Decision;
use ladder_calibration::model::assessment::Role;
use ladder_calibration::state::{Action, CalibrationAction, DecisionField, GrowthChange, State, no_advice, reduce};
use proptest::prelude::*;

fn read(text: &str) -> Option<String> {
    Month::read(text).map(Month::iso)
}

#[test]
fn a_month_is_read_as_people_write_it() {
    for text in [
        "2026-11",
        "2026-11-30",
        "2026-11-30T10:00:00Z",
        "2026/11",
        "2026.11",
        "2026 11",
        "11/2026",
        "11.2026",
        "11-2026",
        " 11 / 2026 ",
        "November 2026",
        "november 2026",
        "Nov 2026",
        "Nov. 2026",
        "Nov, 2026",
        "nov2026",
        "2026 November",
        "30 November 2026",
        "November 30, 2026",
        "30.11.2026",
        "1.11.2026",
        "30/11/2026",
        "11/30/2026",
        "11/11/2026",
        "2026-11-1",
        "2026\u{2013}11",
    ] {
        assert_eq!(read(text).as_deref(), Some("2026-11"), "{text}");
    }
    assert_eq!(read("2026-9").as_deref(), Some("2026-09"));
    assert_eq!(read("9/2026").as_deref(), Some("2026-09"));
    assert_eq!(read("Sept 2026").as_deref(), Some("2026-09"));
    assert_eq!(read("May 2026").as_deref(), Some("2026-05"));
}

#[test]
fn what_is_no_month_or_may_be_two_is_none() {
    for text in [
        "",
        " ",
        "2026",
        "11",
        "2026-110",
        "2026-00",
        "2026-13",
        "13/2026",
        "Novembe6",
        "November",
        "No 2026",
        "November 26",
        "Novembre 2026",
        "last autumn",
        "3/4/2026",
        "32.11.2026",
        "2026-11-32",
        "2026-11-30-1",
        "November 2026 December",
        "0202-11",
        "20260-11",
        "11/20266",
        "2026-11 or so",
        "99999999999999999999",
        "Ⅺ 2026",
        "২০২৬-১১",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_month_reads_back_from_everything_that_is_written_of_it(year in 1900_i32..2200, month in 1_i32..13, day in 1_i32..29) {
        let iso = format!("{year:04}-{month:02}");
        let m = Month::read(&iso).unwrap();
        prop_assert_eq!(m.iso(), iso.clone());
        for text in [m.text(), format!("{month}/{year}"), format!("{iso}-{day:02}"), format!("{day} {}", m.text()), format!("{day}.{month}.{year}")] {
            prop_assert_eq!(read(&text), Some(iso.clone()), "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in ".{0,40}") {
        if let Some(m) = Month::read(&text) {
            prop_assert_eq!(Month::read(&m.iso()), Some(m));
        }
        prop_assert!(!is_after(&text, &text));
        let _ = (date_text(&text), is_due(&text, &text));
    }
}

#[test]
fn a_day_without_a_time_is_written_as_it_is() {
    for (date, text) in [
        ("2026-12-01", Some("1 December 2026")),
        ("2026-01-31", Some("31 January 2026")),
        ("2028-02-29", Some("29 February 2028")),
        ("2000-02-29", Some("29 February 2000")),
        ("2026-11", Some("November 2026")),
        ("2026-02-29", None),
        ("2100-02-29", None),
        ("2026-04-31", None),
        ("2026-12-00", None),
        ("2026-12-01T00:00:00Z", None),
        ("2026-9", None),
        ("soon", None),
        ("", None),
    ] {
        assert_eq!(date_text(date).as_deref(), text, "{date}");
    }
}

#[test]
fn september_is_before_november_however_it_was_written() {
    assert!(!is_after("2026-9", "2026-11"));
    assert!(is_after("2026-11", "2026-9"));
    assert!(is_after("November 2026", "2026-10"));
    assert!(is_after("2026-11-30", "2026-11-01"));
    assert!(!is_after("2026-11-30", "2026-11"));
    assert!(!is_after("2026-11", "2026-11"));
    assert!(!is_after("last autumn", "2026-11") && !is_after("2026-11", "") && !is_after("", "2026-11"));
}

/// The evening of 31 December in Los Angeles, and the page's dates there.
const EVENING: &str = "2027-01-01T01:30:00.000Z";

fn in_los_angeles(time: &str) -> String {
    if time == EVENING { "2026-12-31".into() } else { time.chars().take(10).collect() }
}

fn session() -> State {
    State::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None).with_days(in_los_angeles)
}

#[test]
fn the_period_of_what_is_begun_ends_with_the_readers_own_month() {
    let id = String::from("a1");
    let begun = [
        Action::SelfAssessmentStarted { id: id.clone(), now: EVENING.into() },
        Action::ReadinessBegun { id: id.clone(), now: EVENING.into() },
        Action::Calibration(Rc::new(CalibrationAction::BlindStarted {
            name: String::new(),
            subject: String::new(),
            id: id.clone(),
            now: EVENING.into(),
        })),
    ];
    for action in begun {
        for after_deleting in [false, true] {
            let mut s = session();
            if after_deleting {
                reduce(&mut s, Action::EverythingDeleted);
            }
            reduce(&mut s, action.clone());
            let a = s.find_assessment(&id).unwrap();
            assert_eq!([a.period.from.as_str(), a.period.to.as_str()], ["2026-01", "2026-12"], "{action:?}");
            // A time stays a time.
            assert_eq!(a.created, EVENING);
        }
    }
}

#[test]
fn a_prediction_closes_on_the_readers_own_day() {
    let change = |change| Action::growth(change, EVENING.into());
    let mut s = session();
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: EVENING.into() });
    let mut decision = Decision::default();
    (decision.id, decision.check_on) = ("d1".into(), "2027-01-01".into());
    reduce(&mut s, change(GrowthChange::DecisionAdded(Box::new(decision))));
    reduce(&mut s, change(GrowthChange::Decision("d1".into(), DecisionField::Prediction("It holds.".into()))));
    let a = s.assessment().unwrap();
    assert_eq!(a.rater.role, Role::SelfRater);
    assert_eq!(a.journal[0].prediction(), "It holds.");
}
