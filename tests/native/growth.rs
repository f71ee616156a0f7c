//! Growth data, changed through the reducer: each change is saved, and none moves the level.

use super::support::saved;
use ladder_calibration::export::{Redaction, redact};
use ladder_calibration::files::{assessment_file, default_ladder, read_assessment};
use ladder_calibration::growth::evidence::{Channel, Evidence};
use ladder_calibration::growth::leverage::Use;
use ladder_calibration::growth::plan::{Bet, Decision};
use ladder_calibration::growth::readiness::Presence;
use ladder_calibration::model::assessment::{Assessment, Choice, Role};
use ladder_calibration::model::condition::FieldValue;
use ladder_calibration::model::ladder_extras::FieldOf;
use ladder_calibration::model::profile::profile;
use ladder_calibration::model::scoring::Model;
use ladder_calibration::state::{
    Action, BetField, DecisionField, Effect, GrowthChange, GrowthPage, Page, PieceField, Route, State, advice, reduce,
};

const NOW: &str = "2026-11-23T10:00:00.000Z";
const LATER: &str = "2026-11-24T10:00:00.000Z";

fn started() -> State {
    let mut s = State::new(default_ladder(), advice, Vec::new(), Vec::new(), None);
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: NOW.into() });
    s
}

#[track_caller]
fn change(s: &mut State, change: GrowthChange) -> Vec<Effect> {
    let changed = reduce(s, Action::growth(change, LATER.into()));
    assert_eq!(saved(&changed), ["a1"], "a change beside the level is kept like an answer");
    assert_eq!(open(s).updated, LATER);
    changed
}

fn open(s: &State) -> &Assessment {
    s.assessment().unwrap()
}

fn piece(id: &str) -> GrowthChange {
    GrowthChange::PieceAdded(Box::new(Evidence { id: id.into(), ..Evidence::default() }))
}

fn field(s: &mut State, field: PieceField) {
    change(s, GrowthChange::Piece("e1".into(), field));
}

#[test]
fn every_field_of_a_piece_is_kept_as_it_was_typed() {
    let mut s = started();
    change(&mut s, piece("e1"));
    for to in [
        PieceField::Text(FieldOf::Title, "One way to publish".into()),
        PieceField::Text(FieldOf::Detail("bet".into()), "order over delay".into()),
        PieceField::Template("direction".into()),
        PieceField::From("2026-01".into()),
        PieceField::To("2026-09".into()),
        PieceField::BindsUntil("2029-06".into()),
        PieceField::Mechanism("direction".into()),
        PieceField::Channel(Some(Channel::Amplified)),
        PieceField::Altitude("company".into()),
        PieceField::People(Some(120)),
        PieceField::Teams(Some(14)),
        PieceField::Pending(true),
        PieceField::Link("https://wiki.example/events".into()),
        PieceField::Corroborator("the head of logistics".into()),
        PieceField::Sensitive(true),
    ] {
        field(&mut s, to);
    }
    let e = &open(&s).evidence[0];
    assert_eq!((e.title.as_str(), e.details.get("bet").unwrap().as_str()), ("One way to publish", "order over delay"));
    assert_eq!((e.from.as_str(), e.to.as_str(), e.binds_until.as_str()), ("2026-01", "2026-09", "2029-06"));
    assert_eq!(
        (e.channel, e.people, e.teams, e.pending, e.sensitive),
        (Some(Channel::Amplified), Some(120), Some(14), true, true)
    );
    assert_eq!((e.mechanism.as_str(), e.altitude.as_str(), e.template.as_str()), ("direction", "company", "direction"));
    assert_eq!(e.link.as_ref().unwrap().as_str(), "https://wiki.example/events");
    assert_eq!(e.corroborator, "the head of logistics");
}

/// Where a browser has no field for months, each key passes through a text that is no month yet.
#[test]
fn a_date_and_an_address_can_be_typed_key_by_key_and_cleared() {
    let mut s = started();
    change(&mut s, piece("e1"));
    for end in 1..="2026-03".len() {
        field(&mut s, PieceField::From("2026-03"[..end].into()));
        assert_eq!(open(&s).evidence[0].from, "2026-03"[..end]);
    }
    field(&mut s, PieceField::From("2026-0".into()));
    field(&mut s, PieceField::From(String::new()));
    assert_eq!(open(&s).evidence[0].from, "");
    let address = "javascript:alert(1)";
    for end in 1..=address.len() {
        field(&mut s, PieceField::Link(address[..end].into()));
        let e = &open(&s).evidence[0];
        assert_eq!((e.link.as_ref(), e.unread_link()), (None, Some(&address[..end])));
    }
    field(&mut s, PieceField::Link(String::new()));
    let e = &open(&s).evidence[0];
    assert_eq!((e.link.as_ref(), e.unread_link()), (None, None));
}

#[test]
fn a_cited_piece_lets_an_answer_count_in_full_and_can_be_undone() {
    let mut s = started();
    reduce(&mut s, Action::AnswerChosen { question: 0, choice: Choice::Statement(3), now: NOW.into() });
    change(&mut s, piece("e1"));
    let cite = |cited| GrowthChange::Cited { question: 0, piece: "e1".into(), cited };
    assert!(!open(&s).has_example(&s.answer(0)));
    change(&mut s, cite(true));
    change(&mut s, cite(false));
    change(&mut s, cite(true));
    assert_eq!(s.answer(0).evidence, ["e1"]);
    assert!(open(&s).has_example(&s.answer(0)));
    reduce(&mut s, Action::Undone);
    assert!(s.answer(0).evidence.is_empty());
    reduce(&mut s, Action::Redone);
    change(&mut s, GrowthChange::PieceRemoved("e1".into()));
    assert!(s.answer(0).evidence.is_empty() && open(&s).evidence.is_empty());
    assert!(!open(&s).has_example(&s.answer(0)));
}

#[test]
fn domains_role_leverage_and_organization_are_kept() {
    let mut s = started();
    change(&mut s, GrowthChange::DomainAdded);
    change(&mut s, GrowthChange::DomainAdded);
    change(&mut s, GrowthChange::DomainNamed(1, "payments".into()));
    change(&mut s, GrowthChange::DomainDepth(1, Some(2)));
    change(&mut s, GrowthChange::DomainRemoved(0));
    change(&mut s, GrowthChange::DomainRemoved(7));
    let domains = &open(&s).domains;
    assert_eq!((domains.len(), domains[0].name.as_str(), domains[0].depth), (1, "payments", Some(2)));
    change(&mut s, GrowthChange::Role("time.coding".into(), Some(FieldValue::Number(40.0))));
    change(&mut s, GrowthChange::Role("forum".into(), Some(FieldValue::Number(1.0))));
    change(&mut s, GrowthChange::Role("forum".into(), None));
    let (shape, inputs) = (&open(&s).role_shape, &s.ladder().extras.role_inputs);
    assert_eq!((shape.answer(inputs, "time.coding"), shape.answer(inputs, "forum")), (Some(&FieldValue::Number(40.0)), None));
    change(&mut s, GrowthChange::Leverage("risk".into(), Use { often: Some(2), reach: None }));
    assert_eq!(open(&s).leverage.get("risk"), Some(&Use { often: Some(2), reach: None }));
    change(&mut s, GrowthChange::Readiness("binding-forum".into(), Presence::Absent));
    assert_eq!(open(&s).readiness.get("binding-forum"), Some(&Presence::Absent));
}

#[test]
fn a_bet_is_begun_looked_at_and_closed() {
    let mut s = started();
    change(&mut s, GrowthChange::BetAdded(Box::new(Bet { id: "b1".into(), ..Bet::default() })));
    for to in [
        BetField::Opportunity("a seat".into()),
        BetField::Sponsor("the CTO".into()),
        BetField::Mechanism("talent".into()),
        BetField::LeadingSign("one design".into()),
        BetField::ReviewAdded("2027-02".into()),
        BetField::Seen(0, "two".into()),
        BetField::ReviewOn(0, "2027-03".into()),
        BetField::Seen(5, "there is no such look".into()),
        BetField::Outcome("open until now".into()),
        BetField::Reversed("the second half".into()),
    ] {
        change(&mut s, GrowthChange::Bet("b1".into(), to));
    }
    let b = &open(&s).plan[0];
    assert_eq!((b.opportunity.as_str(), b.sponsor.as_str(), b.mechanism.as_str()), ("a seat", "the CTO", "talent"));
    assert_eq!(
        (b.leading_sign.as_str(), b.outcome.as_str(), b.reversed.as_str()),
        ("one design", "open until now", "the second half")
    );
    assert_eq!((b.reviews.len(), b.reviews[0].on.as_str(), b.reviews[0].seen.as_str()), (1, "2027-03", "two"));
    change(&mut s, GrowthChange::BetRemoved("b1".into()));
    assert!(open(&s).plan.is_empty());
}

#[test]
fn a_prediction_is_closed_on_the_day_of_its_check() {
    let mut s = started();
    let mut decision = Decision::default();
    decision.id = "d1".into();
    change(&mut s, GrowthChange::DecisionAdded(Box::new(decision)));
    let to = |field| GrowthChange::Decision("d1".into(), field);
    change(&mut s, to(DecisionField::Decision("one event bus".into())));
    change(&mut s, to(DecisionField::Prediction("it holds".into())));
    change(&mut s, to(DecisionField::WouldChange("delay".into())));
    change(&mut s, to(DecisionField::CheckOn("2026-11-24".into())));
    change(&mut s, to(DecisionField::Prediction("I knew that it would not".into())));
    change(&mut s, to(DecisionField::Outcome("it did not hold".into())));
    change(&mut s, to(DecisionField::Reversed("half of it".into())));
    let d = &open(&s).journal[0];
    assert_eq!((d.prediction(), d.outcome.as_str(), d.reversed.as_str()), ("it holds", "it did not hold", "half of it"));
    change(&mut s, GrowthChange::DecisionRemoved("d1".into()));
    assert!(open(&s).journal.is_empty());
}

#[test]
fn answers_about_the_organization_need_no_assessment_and_can_be_taken_over() {
    let mut s = State::new(default_ladder(), advice, Vec::new(), Vec::new(), None);
    reduce(&mut s, Action::PageRequested(Page::Growth(GrowthPage::Evidence)));
    assert_eq!(s.page(), Page::Start, "evidence belongs to an assessment");
    reduce(&mut s, Action::PageRequested(Page::Growth(GrowthPage::Readiness)));
    assert_eq!(s.page(), Page::Growth(GrowthPage::Readiness));
    let changed = reduce(&mut s, Action::ReadinessBegun { id: "m1".into(), now: NOW.into() });
    assert_eq!(saved(&changed), ["m1"]);
    assert_eq!((open(&s).rater.role, open(&s).answers.len(), s.page()), (Role::Manager, 0, Page::Growth(GrowthPage::Readiness)));
    let answer = GrowthChange::Readiness("binding-forum".into(), Presence::Absent);
    reduce(&mut s, Action::growth(answer, NOW.into()));
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: NOW.into() });
    change(&mut s, GrowthChange::ReadinessTaken("m1".into()));
    assert_eq!(open(&s).readiness.get("binding-forum"), Some(&Presence::Absent));
}

#[test]
fn pages_have_names_and_lead_back_to_where_the_reader_was() {
    let mut s = started();
    for growth_page in GrowthPage::ALL {
        let page = Page::Growth(growth_page);
        assert_eq!(
            (page.name(s.ladder()).as_str(), Page::parse(growth_page.name(), s.ladder())),
            (growth_page.name(), Some(page))
        );
        assert_eq!((page.is_secondary(), page.needs_assessment()), (true, growth_page != GrowthPage::Readiness));
    }
    let first = s.ladder().question_order()[0];
    reduce(&mut s, Action::PageRequested(Page::Growth(GrowthPage::Evidence)));
    reduce(&mut s, Action::PageRequested(Page::Growth(GrowthPage::Plan)));
    reduce(&mut s, Action::WentBack);
    assert_eq!(s.page(), Page::Question(first, Route::InOrder));
}

/// A record with every block.
fn healthy() -> Assessment {
    let text = include_str!("../data/personas/healthy.json");
    read_assessment(text.as_bytes()).unwrap()
}

#[test]
fn no_growth_data_moves_the_level() {
    let (ladder, model) = (default_ladder(), Model::new(&default_ladder()));
    let full = healthy();
    let mut bare = full.clone();
    (bare.domains, bare.role_shape, bare.leverage) = Default::default();
    (bare.readiness, bare.plan, bare.journal) = Default::default();
    let blocks = |a: &Assessment| assessment_file(a).as_object().unwrap().len();
    assert_eq!(blocks(&full), blocks(&bare) + 6, "the record has the blocks that this is about");
    let of = |a: &Assessment| profile(&ladder, &model, std::slice::from_ref(a)).overall.levels;
    assert_eq!(of(&full), of(&bare));
}

/// A redacted copy has the answers and the requested evidence, and no block about role or company.
#[test]
fn a_redacted_copy_holds_no_growth_data() {
    let full = healthy();
    let all = Redaction { names: true, examples: true, evidence: true, sensitive: true, ratings: true };
    for keep in [Redaction::default(), Redaction { ratings: true, ..Redaction::default() }, all] {
        let (original, file) = (assessment_file(&full), assessment_file(&redact(&full, keep)));
        for block in ["role_shape", "leverage", "readiness", "plan", "journal", "domains"] {
            assert!(original.get(block).is_some(), "{block} is in the original");
            assert!(file.get(block).is_none(), "{block} is not in the copy");
        }
    }
}
