//! What a session says, in words. Screens and exports print these sentences as they are.

use super::agenda::{Agenda, Group, OVERHEAD, Plan, Point};
use crate::documents::calibration::{CodeCheck, Counts, Outcome, Reason, ReasonKind, SessionRecord, Side, asked, counts};
use crate::files::holds_more;
use crate::messages::{Message, session};
use crate::model::assessment::{Choice, OffScale, Role};
use crate::model::ladder::Ladder;

/// Shown on the page of a session.
pub const NOTHING_IS_AVERAGED: &str = session::NOTHING_IS_AVERAGED;
/// Shown where a record is closed and where it is verified.
pub const REBUILT: &str = session::REBUILT;
/// The question that is asked where one side answered *no opportunity* and the other rated.
pub const OPPORTUNITY: &str = session::OPPORTUNITY;

/// The name of a side: the person's name, or else the role.
pub fn called(record: &SessionRecord, side: Side) -> String {
    let name = |side: Side| {
        let a = record.original(side);
        let own = if a.rater.role == Role::SelfRater { record.about() } else { "" };
        let name = a.rater.name.trim();
        if name.is_empty() { own.to_owned() } else { name.to_owned() }
    };
    match (name(side), name(side.other())) {
        (own, _) if own.is_empty() => session::the_role(noun(record, side)).into(),
        (own, other) if own == other => session::name_and_role(own, noun(record, side)).into(),
        (own, _) => own,
    }
}

/// What a side is to the other: "manager", "report", "peer".
pub fn noun(record: &SessionRecord, side: Side) -> &'static str {
    let role = |side: Side| record.original(side).rater.role;
    match (role(side), role(side.other())) {
        (own, other) if own == other => [session::FIRST_RATER, session::SECOND_RATER][side.index()],
        (Role::SelfRater, Role::Manager) => session::REPORT,
        (Role::SelfRater, _) => session::ENGINEER,
        (Role::Manager, _) => session::MANAGER,
        (Role::Peer, _) => session::PEER,
        (Role::Committee | Role::Agreed, _) => session::COMMITTEE_MEMBER,
    }
}

/// A text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// An answer in two words: "4", "no opportunity".
pub fn short(choice: Option<Choice>) -> String {
    match choice {
        Some(Choice::Statement(k)) => k.to_string(),
        Some(Choice::OffScale(kind)) => kind.facts().short.into(),
        None => session::NOT_ANSWERED.into(),
    }
}

/// An answer in words: "statement 4", "no opportunity".
pub fn answer(choice: Option<Choice>) -> String {
    match choice {
        Some(Choice::Statement(k)) => session::statement(k.to_string()).into(),
        other => short(other),
    }
}

/// "Answer from Ines: statement 4", "Answer from Tomasz: no opportunity".
pub fn chose(record: &SessionRecord, side: Side, question: &str) -> String {
    let (name, choice) = (called(record, side), record.choice(side, question));
    match choice {
        Some(Choice::Statement(_)) => session::chose_statement(name, answer(choice)),
        _ => session::answered_off_scale(name, answer(choice)),
    }
    .into()
}

/// A reason in words; empty where none was given.
pub fn reason(reason: Option<&Reason>) -> String {
    let Some(reason) = reason else { return String::new() };
    match (reason.ground, reason.text.trim()) {
        (ReasonKind::FreeText, text) => text.to_owned(),
        (ground, "") => ground.title().to_owned(),
        (ground, text) => session::ground_and_words(ground.title(), text).into(),
    }
}

/// The line under a question of the agenda: "4 and 2 · agreed on 3". Hidden, it says nothing about anyone's answer.
pub fn state(record: &SessionRecord, point: &Point, id: &str, hidden: bool) -> String {
    let state = match record.outcome(id) {
        Some(Outcome::Agreed { .. }) if hidden => session::AGREED.to_owned(),
        Some(Outcome::Agreed { answer, .. }) => session::agreed_on(short(answer.choice)).into(),
        Some(Outcome::Dissent { .. }) => session::DISSENT_RECORDED.into(),
        Some(Outcome::LeftAsRated) => session::LEFT_AS_RATED.into(),
        None if record.progress().position == id => session::NOW.into(),
        None if point.group == Group::OneSided && record.opportunity(id).is_some() => session::TALKED_ABOUT.into(),
        None => session::minutes(point.minutes()).into(),
    };
    if hidden {
        return state;
    }
    let [first, second] = Side::BOTH.map(|side| short(record.choice(side, id)));
    session::answers_and_state(first, second, state).into()
}

/// The heading over a part of the agenda; both parts of one step share theirs.
pub fn heading(ladder: &Ladder, agenda: &Agenda, group: Group) -> Message {
    match group {
        Group::TwoOrMore => session::TWO_STEPS_OR_MORE.into(),
        Group::OneLeading | Group::OneOther => {
            let leads = agenda.points.iter().any(|p| p.group == Group::OneLeading);
            let title = agenda.leading.filter(|_| leads).map(|d| ladder.dimensions[d].title.as_str());
            title.map_or_else(|| session::ONE_STEP.into(), session::one_step_leading)
        }
        Group::OneSided => session::ONE_SIDED.into(),
    }
}

/// "45 minutes, 10 of them for opening and actions: 14 of 16 differences fit; 2 are left as rated unless time remains."
pub fn plan_sentence(agenda: &Agenda, plan: &Plan) -> Message {
    let fits = |p: &&Point| plan.fitting.contains(&p.question);
    let all = agenda.differences().count();
    let fitting = agenda.differences().filter(fits).count();
    let first = match (all, all - fitting) {
        (0, _) => session::plan_without_differences(plan.length, OVERHEAD),
        (_, 0) => session::plan_all_fit(plan.length, OVERHEAD, all),
        (_, left) => session::plan_some_left(plan.length, OVERHEAD, fitting, all, left),
    };
    let one_sided = || agenda.points.iter().filter(|p| p.group == Group::OneSided);
    let second = match (one_sided().count(), one_sided().filter(fits).count()) {
        (0, _) => return first,
        (n, m) if n == m => session::one_sided_fit(n),
        (n, 0) => session::one_sided_come_after(n),
        (n, m) => session::one_sided_fit_in_part(n, m),
    };
    Message::sentences([first, second])
}

/// "16 minutes left"; empty before a length was chosen. Time that is over blocks nothing.
pub fn clock(record: &SessionRecord) -> String {
    let Some(length) = record.progress().length else { return String::new() };
    let seconds = length * 60;
    match seconds.checked_sub(record.elapsed()) {
        Some(left) if left > 0 => session::minutes_left(left.div_ceil(60)).into(),
        _ => match (record.elapsed() - seconds) / 60 {
            0 => session::TIME_IS_UP.into(),
            over => session::minutes_over(over).into(),
        },
    }
}

/// Which ratings moved, in the order in which they are named: a manager's before a report's.
pub fn named_order(record: &SessionRecord) -> [Side; 2] {
    let manager = |side: Side| record.original(side).rater.role == Role::Manager;
    if manager(Side::Second) && !manager(Side::First) { [Side::Second, Side::First] } else { Side::BOTH }
}

/// "Agreed: 8 as rated by the manager, 2 as rated by the report, 1 on another answer."
pub fn moved(ladder: &Ladder, record: &SessionRecord) -> Message {
    let c = counts(ladder, record);
    let sides = named_order(record);
    let [first, second] = sides.map(|side| c.moved_to[side.index()]);
    if first + second + c.third == 0 {
        return session::NO_RATING_MOVED.into();
    }
    let [one, other] = sides.map(|side| noun(record, side));
    session::moved(first, one, second, other, c.third)
}

/// What did not move: "2 dissents, 3 left as rated, 1 rated by one side only; 9 the same from the start."
pub fn unmoved(ladder: &Ladder, record: &SessionRecord) -> Message {
    let Counts { dissent, left, one_sided, equal, .. } = counts(ladder, record);
    let all = [
        (dissent, session::dissents(dissent)),
        (left, session::count_left_as_rated(left)),
        (one_sided, session::rated_by_one_side(one_sided)),
    ];
    let some: Vec<Message> = all.into_iter().filter(|(n, _)| *n > 0).map(|(_, message)| message).collect();
    if some.is_empty() { session::equal_from_the_start(equal) } else { session::unmoved(some, equal) }
}

/// What a side rated: "Ratings by Ines, the report: 22 of 24 questions rated, 1 without opportunity, 1 not seen; examples for 15."
pub fn rated(ladder: &Ladder, record: &SessionRecord, side: Side) -> Message {
    let a = record.original(side);
    let count = |c: Choice| a.count(ladder, |x| x.choice == Some(c));
    let on_scale = a.count(ladder, |x| x.statement().is_some());
    let examples = a.count(ladder, |x| x.statement().is_some() && a.has_example(x));
    let mut counts = vec![session::questions_rated(on_scale, asked(ladder, record))];
    for off in OffScale::ALL {
        let n = count(Choice::OffScale(off));
        if n > 0 {
            counts.push(session::questions_off_scale(n, off.facts().listed));
        }
    }
    let (name, noun) = (called(record, side), noun(record, side));
    let who = if name.to_lowercase().contains(noun) { name } else { session::name_the_role(name, noun).into() };
    session::rated(who, counts, examples)
}

/// How a side's ratings were sealed. A late seal is named, and so is a side that did not open its file.
pub fn sealed(record: &SessionRecord, side: Side) -> Message {
    let (name, other) = (called(record, side), called(record, side.other()));
    let Some(seal) = record.party(side).seal() else { return session::gave_without_seal(name) };
    let number = seal.number.max(1).to_string();
    let known = match seal.code.as_str() {
        "" => session::seal_number(number),
        code => session::seal_number_and_code(number, code),
    };
    let first = match (time(&seal.sealed), seal.after_other_opened) {
        (time, false) if time.is_empty() => session::sealed(&name, known),
        (time, false) => session::sealed_on(&name, time, known),
        (time, true) if time.is_empty() => session::sealed_late(&name, other, known),
        (time, true) => session::sealed_late_on(&name, time, other, known),
    };
    if seal.opened { first } else { Message::sentences([first, session::did_not_open(name)]) }
}

/// The result of computing the code of a side's seal again; empty where there is no seal to compare with.
pub fn code_check(record: &SessionRecord, side: Side) -> String {
    let name = called(record, side);
    match record.party(side).code_check() {
        None => String::new(),
        Some(CodeCheck::Fits) => session::code_fits(name).into(),
        Some(CodeCheck::DoesNotFit) => session::code_does_not_fit(name).into(),
        Some(CodeCheck::CannotTell) => session::code_cannot_be_recomputed(name).into(),
    }
}

/// Shown with a closing code, and wherever the answers are read, if an original does not fit the code of its seal.
pub fn doubt(record: &SessionRecord) -> Option<String> {
    let doubtful = |side: &Side| record.party(*side).code_check() == Some(CodeCheck::DoesNotFit);
    let said: Vec<String> = Side::BOTH.iter().filter(|s| doubtful(s)).map(|side| code_check(record, *side)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Says that originals hold more than is shown, as older seals do; empty where none does.
pub fn not_shown(record: &SessionRecord) -> String {
    let more = |side: &Side| record.party(*side).seal().is_some() && holds_more(record.party(*side).original());
    let files: Vec<Message> = Side::BOTH.iter().filter(|s| more(s)).map(|s| session::file_of(called(record, *s))).collect();
    if files.is_empty() { String::new() } else { session::private_blocks_not_shown(files).into() }
}

/// Who writes, where two laptops are used.
pub fn writer(record: &SessionRecord) -> String {
    record.progress().writer.map_or_else(String::new, |side| {
        let (one, other) = (called(record, side), called(record, side.other()));
        session::writes(one, other).into()
    })
}

/// "Agreed on statement 3. Why Ines moved away from statement 4: new example."
pub fn outcome(record: &SessionRecord, id: &str) -> Message {
    let name = |side| called(record, side);
    match record.outcome(id) {
        Some(Outcome::Agreed { answer: agreed, .. }) => {
            let leaves = |side: Side| {
                let why = reason(record.outcome(id).and_then(|o| o.reason(side)));
                let why = if why.is_empty() { session::NO_REASON_GIVEN } else { why.trim_end_matches('.') };
                let own = answer(record.choice(side, id));
                record.is_left(side, id).then(|| session::leaves(name(side), own, why))
            };
            let agreed = session::agreed_answer(answer(agreed.choice));
            Message::sentences([Some(agreed)].into_iter().chain(Side::BOTH.map(leaves)).flatten())
        }
        Some(Outcome::Dissent { reasons }) => {
            let line = |side: Side| {
                let why = reason(Some(&reasons[side.index()]));
                session::keeps(name(side), answer(record.choice(side, id)), why.trim_end_matches('.'))
            };
            Message::sentences([session::DISSENT.into()].into_iter().chain(Side::BOTH.map(line)))
        }
        _ if record.agreed_choice(id).is_some() => session::ANSWERED_ALIKE.into(),
        _ if record.stands_apart(id) => session::BOTH_LEFT_AS_RATED.into(),
        _ => session::RATED_BY_NEITHER.into(),
    }
}

/// A time as it is printed: day and minute, without seconds.
pub fn time(iso: &str) -> String {
    match (iso.get(..10), iso.get(11..16)) {
        (Some(day), Some(minute)) if iso.get(10..11) == Some("T") => {
            if iso.ends_with('Z') { session::time_utc(day, minute) } else { session::time(day, minute) }.into()
        }
        _ => iso.to_owned(),
    }
}
