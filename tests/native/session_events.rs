//! Sessions for tests: two files, events, and random events.

use std::rc::Rc;

use ladder_calibration::calibration::{
    ActionItem, Calibration, Event, Opportunity, Party, Reason, ReasonKind, SealFacts, SessionStart, Side, Unclear,
};
use ladder_calibration::files::original;
use ladder_calibration::model::assessment::{Choice, OffScale};
use ladder_calibration::model::ladder::Ladder;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{file, ladder_and_model};

pub(crate) const NOW: &str = "2026-11-23T10:00:00Z";
pub(crate) const LATER: &str = "2026-11-23T10:45:00Z";

/// Answers as in `support::file`, with a rater.
pub(crate) fn rated(answers: &str, role: &str, name: &str) -> Value {
    let mut f = file(answers);
    f["id"] = json!(format!("{role}-{name}"));
    f["rater"] = json!({ "role": role, "name": name });
    f["subject"] = json!({ "name": "Ines Example" });
    f
}

pub(crate) fn party(f: Value) -> Party {
    Party::new(original(f).unwrap(), None)
}

pub(crate) fn sealed(f: Value, seal: SealFacts) -> Party {
    Party::new(original(f).unwrap(), Some(seal))
}

pub(crate) fn open(parties: [Party; 2]) -> Calibration {
    let (ladder, model) = ladder_and_model();
    let start = SessionStart { id: "s1".into(), now: NOW.into(), parties, subject: String::new(), previous: None };
    Calibration::open(&Rc::new(ladder), &model, start).unwrap()
}

/// Ines rates herself, Tomasz is her manager.
pub(crate) fn pair(ines: &str, tomasz: &str) -> Calibration {
    open([party(rated(ines, "self", "Ines")), party(rated(tomasz, "manager", "Tomasz"))])
}

pub(crate) fn id(ladder: &Ladder, question: usize) -> &str {
    &ladder.questions[question].id
}

pub(crate) fn propose(c: &mut Calibration, question: usize, statement: usize) {
    c.apply(Event::AnswerProposed { question, choice: Choice::Statement(statement) });
}

pub(crate) fn say(c: &mut Calibration, question: usize, side: Side, ground: ReasonKind, text: &str) {
    c.apply(Event::ReasonGiven { question, side, reason: Some(Reason::new(ground, text)) });
}

/// Agrees on a statement, with a reason of each side that leaves its own.
#[track_caller]
pub(crate) fn agree(c: &mut Calibration, question: usize, statement: usize) {
    propose(c, question, statement);
    for side in Side::BOTH {
        say(c, question, side, ReasonKind::NewExample, "");
    }
    assert!(c.apply(Event::Agreed(question)));
}

#[track_caller]
pub(crate) fn dissent(c: &mut Calibration, question: usize) {
    say(c, question, Side::First, ReasonKind::FreeText, "the text still holds");
    say(c, question, Side::Second, ReasonKind::ReadDifferently, "");
    assert!(c.apply(Event::DissentRecorded(question)));
}

pub(crate) fn finish(c: &mut Calibration) -> bool {
    c.apply(Event::Finished { now: LATER.into() })
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("three words here".into()),
        Just("<b>|`~~\u{202e}".into()),
        Just("x".repeat(2_001)),
        ".{0,12}"
    ]
}

fn choices() -> impl Strategy<Value = Choice> {
    prop_oneof![
        4 => (0_usize..6).prop_map(Choice::Statement),
        1 => Just(Choice::OffScale(OffScale::NoOpportunity)),
        1 => Just(Choice::OffScale(OffScale::NotObserved))
    ]
}

fn reasons() -> impl Strategy<Value = Option<Reason>> {
    let ground = prop::sample::select(ReasonKind::ALL.to_vec());
    prop::option::weighted(0.9, (ground, texts()).prop_map(|(g, w)| Reason::new(g, &w)))
}

fn sides() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::First), Just(Side::Second)]
}

fn marks() -> impl Strategy<Value = Unclear> {
    (0_usize..25, prop::option::of(0_usize..6), prop::option::of(sides()), texts()).prop_map(|(q, statement, by, text)| {
        let (ladder, _) = ladder_and_model();
        let question = ladder.questions.get(q).map_or_else(|| "gone".to_owned(), |q| q.id.clone());
        Unclear { question, statement, by, text, ..Unclear::default() }
    })
}

fn actions() -> impl Strategy<Value = ActionItem> {
    (texts(), texts()).prop_map(|(owner, what)| ActionItem { owner, what, by: "2027-03".into(), ..ActionItem::default() })
}

/// Any event but the end, on few questions so that events interact.
fn event() -> impl Strategy<Value = Event> {
    let question = || prop_oneof![9 => 0_usize..5, 1 => 20_usize..26];
    prop_oneof![
        1 => prop::sample::select(vec![25, 45, 60, 30]).prop_map(Event::LengthChosen),
        1 => prop::option::of(sides()).prop_map(Event::WriterChosen),
        1 => question().prop_map(Event::QuestionOpened),
        4 => (question(), choices()).prop_map(|(question, choice)| Event::AnswerProposed { question, choice }),
        6 => (question(), sides(), reasons()).prop_map(|(question, side, reason)| Event::ReasonGiven { question, side, reason }),
        1 => (question(), texts()).prop_map(|(question, text)| Event::ExampleTyped { question, text }),
        4 => question().prop_map(Event::Agreed),
        3 => question().prop_map(Event::DissentRecorded),
        1 => question().prop_map(Event::LeftAsRated),
        1 => question().prop_map(Event::Reopened),
        1 => (question(), texts(), texts()).prop_map(|(question, who, will)| Event::OpportunityTyped {
            question,
            opportunity: Opportunity { who, will, ..Opportunity::default() }
        }),
        1 => actions().prop_map(Event::ActionAdded),
        1 => (0_usize..3, actions()).prop_map(|(at, action)| Event::ActionChanged { at, action }),
        1 => (0_usize..3).prop_map(Event::ActionRemoved),
        1 => marks().prop_map(Event::UnclearMarked),
        1 => (0_usize..3).prop_map(Event::UnclearWithdrawn),
        1 => (0_usize..4_000).prop_map(Event::TimePassed),
        3 => Just(Event::Undone),
        2 => Just(Event::Redone)
    ]
}

pub(crate) fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 0..60)
}

/// Two files with every kind of answer, unknown fields and evidence among them.
pub(crate) fn originals() -> impl Strategy<Value = [Value; 2]> {
    let answers = || "[0-4nx.]{24}";
    (answers(), answers(), ".{0,8}").prop_map(|(a, b, name)| {
        let mut first = rated(&a, "self", &name);
        first["evidence"] = json!([{ "id": "e1", "title": name, "sensitive": true, "x": [1.5, null, 3.0] }]);
        first["x-later"] = json!({ "statement": 3.0, "text": name });
        [first, rated(&b, "manager", "Tomasz")]
    })
}
