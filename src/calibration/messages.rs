//! What a session says, in words. Screens and exports print these sentences as they are.

use super::agenda::{Agenda, Group, OVERHEAD, Plan, Point};
use crate::documents::calibration::{CodeCheck, Counts, Outcome, Reason, ReasonKind, SessionRecord, Side, asked, counts};
use crate::files::holds_more;
use crate::model::assessment::{Choice, OffScale, Role};
use crate::model::ladder::Ladder;

/// Shown on the page of a session.
pub const NOTHING_IS_AVERAGED: &str =
    "Nothing is averaged. With dissent both answers stand, each with its example; it counts as a finished question.";
/// Shown where a record is closed and where it is verified.
pub const REBUILT: &str = "Both sides note the closing code and both keep the file: without a code that the other side kept, any record can be rebuilt.";
/// The question that is asked where one side answered *no opportunity* and the other rated.
pub const OPPORTUNITY: &str = "Who could have given this opportunity, and will in the next period?";

/// The name of a side: the person's name, or else the role.
pub fn called(record: &SessionRecord, side: Side) -> String {
    let name = |side: Side| {
        let a = record.original(side);
        let own = if a.rater.role == Role::SelfRater { record.about() } else { "" };
        let name = a.rater.name.trim();
        if name.is_empty() { own.to_owned() } else { name.to_owned() }
    };
    match (name(side), name(side.other())) {
        (own, _) if own.is_empty() => format!("the {}", noun(record, side)),
        (own, other) if own == other => format!("{own} ({})", noun(record, side)),
        (own, _) => own,
    }
}

/// What a side is to the other: "manager", "report", "peer".
pub fn noun(record: &SessionRecord, side: Side) -> &'static str {
    let role = |side: Side| record.original(side).rater.role;
    match (role(side), role(side.other())) {
        (own, other) if own == other => ["first rater", "second rater"][side.index()],
        (Role::SelfRater, Role::Manager) => "report",
        (Role::SelfRater, _) => "engineer",
        (Role::Manager, _) => "manager",
        (Role::Peer, _) => "peer",
        (Role::Committee | Role::Agreed, _) => "committee member",
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
        None => "not answered".into(),
    }
}

/// An answer in words: "statement 4", "no opportunity".
pub fn answer(choice: Option<Choice>) -> String {
    match choice {
        Some(Choice::Statement(k)) => format!("statement {k}"),
        other => short(other),
    }
}

/// "Ines chose statement 4", "Tomasz: no opportunity".
pub fn chose(record: &SessionRecord, side: Side, question: &str) -> String {
    let (name, choice) = (capital(&called(record, side)), record.choice(side, question));
    match choice {
        Some(Choice::Statement(_)) => format!("{name} chose {}", answer(choice)),
        _ => format!("{name}: {}", answer(choice)),
    }
}

/// A reason in words; empty where none was given.
pub fn reason(reason: Option<&Reason>) -> String {
    let Some(reason) = reason else { return String::new() };
    match (reason.ground, reason.words.trim()) {
        (ReasonKind::OwnWords, words) => words.to_owned(),
        (ground, "") => ground.title().to_owned(),
        (ground, words) => format!("{}: {words}", ground.title()),
    }
}

/// The line under a question of the agenda: "4 and 2 · agreed on 3". Hidden, it says nothing about anyone's answer.
pub fn state(record: &SessionRecord, point: &Point, id: &str, hidden: bool) -> String {
    let state = match record.outcome(id) {
        Some(Outcome::Agreed { .. }) if hidden => "agreed".to_owned(),
        Some(Outcome::Agreed { answer, .. }) => format!("agreed on {}", short(answer.choice)),
        Some(Outcome::Dissent { .. }) => "dissent recorded".into(),
        Some(Outcome::LeftAsRated) => "left as rated".into(),
        None if record.progress().position == id => "now".into(),
        None if point.group == Group::OneSided && record.opportunity(id).is_some() => "talked about".into(),
        None => format!("{} min", point.minutes()),
    };
    if hidden {
        return state;
    }
    let [first, second] = Side::BOTH.map(|side| short(record.choice(side, id)));
    format!("{first} and {second} \u{b7} {state}")
}

/// The heading over a part of the agenda; both parts of one step share theirs.
pub fn heading(ladder: &Ladder, agenda: &Agenda, group: Group) -> String {
    match group {
        Group::TwoOrMore => "By two steps or more".into(),
        Group::OneLeading | Group::OneOther => {
            let leads = agenda.points.iter().any(|p| p.group == Group::OneLeading);
            let title = agenda.leading.filter(|_| leads).map(|d| ladder.dimensions[d].title.as_str());
            title.map_or_else(|| "By one step".to_owned(), |title| format!("By one step, {title} first"))
        }
        Group::OneSided => "Answered by one of you".into(),
    }
}

/// "45 minutes, 10 of them for opening and actions: 14 of 16 differences fit; 2 are left as rated unless time remains."
pub fn plan_sentence(agenda: &Agenda, plan: &Plan) -> String {
    let fits = |p: &&Point| plan.fitting.contains(&p.question);
    let all = agenda.differences().count();
    let fitting = agenda.differences().filter(fits).count();
    let head = format!("{} minutes, {OVERHEAD} of them for opening and actions", plan.length);
    let first = match (all, all - fitting) {
        (0, _) => format!("{head}: there is no difference to talk about."),
        (1, 0) => format!("{head}: the one difference fits."),
        (_, 0) => format!("{head}: all {all} differences fit."),
        (_, left) => format!(
            "{head}: {fitting} of {all} differences {}; {left} {} left as rated unless time remains.",
            if fitting == 1 { "fits" } else { "fit" },
            if left == 1 { "is" } else { "are" }
        ),
    };
    let one_sided = || agenda.points.iter().filter(|p| p.group == Group::OneSided);
    let second = match (one_sided().count(), one_sided().filter(fits).count()) {
        (0, _) => return first,
        (1, 1) => "The question that only one of you answered fits as well.".into(),
        (1, _) => "The question that only one of you answered comes after that.".into(),
        (n, m) if n == m => format!("The {n} questions that only one of you answered fit as well."),
        (n, 0) => format!("The {n} questions that only one of you answered come after that."),
        (n, 1) => format!("Of the {n} questions that only one of you answered 1 fits as well."),
        (n, m) => format!("Of the {n} questions that only one of you answered {m} fit as well."),
    };
    format!("{first} {second}")
}

/// "16 minutes left"; empty before a length was chosen. Time that is over blocks nothing.
pub fn clock(record: &SessionRecord) -> String {
    let Some(length) = record.progress().length else { return String::new() };
    let seconds = length * 60;
    let minutes = |n: usize| if n == 1 { "1 minute".to_owned() } else { format!("{n} minutes") };
    match seconds.checked_sub(record.elapsed()) {
        Some(left) if left > 0 => format!("{} left", minutes(left.div_ceil(60))),
        _ => match (record.elapsed() - seconds) / 60 {
            0 => "The time is up".into(),
            over => format!("{} over", minutes(over)),
        },
    }
}

/// Which ratings moved, in the order in which they are named: a manager's before a report's.
pub fn named_order(record: &SessionRecord) -> [Side; 2] {
    let manager = |side: Side| record.original(side).rater.role == Role::Manager;
    if manager(Side::Second) && !manager(Side::First) { [Side::Second, Side::First] } else { Side::BOTH }
}

/// "8 moved to the manager's rating, 2 to the report's, 1 to a third."
pub fn moved(ladder: &Ladder, record: &SessionRecord) -> String {
    let c = counts(ladder, record);
    let sides = named_order(record);
    let [first, second] = sides.map(|side| c.moved_to[side.index()]);
    if first + second + c.third == 0 {
        return "No rating moved.".into();
    }
    let none = |n: usize| if n == 0 { "none".to_owned() } else { n.to_string() };
    let [one, other] = sides.map(|side| noun(record, side));
    let sentence =
        format!("{} moved to the {one}'s rating, {} to the {other}'s, {} to a third.", none(first), none(second), none(c.third));
    capital(&sentence)
}

/// What did not move: "2 dissents, 3 left as rated, 1 rated by one side alone; 9 equal from the start."
pub fn unmoved(ladder: &Ladder, record: &SessionRecord) -> String {
    let Counts { dissent, left, one_sided, equal, .. } = counts(ladder, record);
    let part = |n: usize, words: &str| (n > 0).then(|| format!("{n} {words}"));
    let parts: Vec<String> = [
        part(dissent, if dissent == 1 { "dissent" } else { "dissents" }),
        part(left, "left as rated"),
        part(one_sided, "rated by one side alone"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let equal = format!("{equal} equal from the start.");
    if parts.is_empty() { equal } else { format!("{}; {equal}", parts.join(", ")) }
}

/// What a side rated: "Ines, the report: 22 of 24 questions rated, 1 without opportunity, 1 not seen; examples for 15."
pub fn rated(ladder: &Ladder, record: &SessionRecord, side: Side) -> String {
    let a = record.original(side);
    let count = |c: Choice| a.count(ladder, |x| x.choice == Some(c));
    let on_scale = a.count(ladder, |x| x.statement().is_some());
    let examples = a.count(ladder, |x| x.statement().is_some() && a.has_example(x));
    let mut parts = vec![format!("{on_scale} of {} questions rated", asked(ladder, record))];
    for off in OffScale::ALL {
        let n = count(Choice::OffScale(off));
        if n > 0 {
            parts.push(format!("{n} {}", off.facts().listed));
        }
    }
    let (name, noun) = (capital(&called(record, side)), noun(record, side));
    let who = if name.to_lowercase().contains(noun) { name } else { format!("{name}, the {noun}") };
    format!("{who}: {}; examples for {examples}.", parts.join(", "))
}

/// How a side's ratings were sealed. A late seal is named, and so is a side that did not open its file.
pub fn sealed(record: &SessionRecord, side: Side) -> String {
    let (name, other) = (capital(&called(record, side)), called(record, side.other()));
    let Some(seal) = record.party(side).seal() else { return format!("{name} gave the ratings without a seal.") };
    let mut known = vec![format!("seal {}", seal.number.max(1))];
    if !seal.code.is_empty() {
        known.push(format!("code {}", seal.code));
    }
    let known = known.join(", ");
    let when = if seal.sealed.is_empty() { String::new() } else { format!(" on {}", time(&seal.sealed)) };
    let late = if seal.after_other_opened { format!(", after the file of {other} was opened") } else { String::new() };
    let first = format!("{name} sealed the ratings{when}{late} ({known}).");
    if seal.opened { first } else { format!("{first} {name} did not open them.") }
}

/// The result of computing the code of a side's seal again; empty where there is no seal to compare with.
pub fn code_check(record: &SessionRecord, side: Side) -> String {
    let name = called(record, side);
    match record.party(side).code_check() {
        None => String::new(),
        Some(CodeCheck::Fits) => format!("The file of {name} fits its code."),
        Some(CodeCheck::DoesNotFit) => format!(
            "The file of {name} does not fit its code: it is not what was sealed under this code. Do not rely on it; compare the code with the one that you were sent."
        ),
        Some(CodeCheck::CannotTell) => format!(
            "The code of the file of {name} cannot be recomputed: this record has no salt for it, like every record of an earlier version. It does not show that these are the ratings that were sealed."
        ),
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
    let files: Vec<String> =
        Side::BOTH.iter().filter(|s| more(s)).map(|s| format!("the file of {}", called(record, *s))).collect();
    if files.is_empty() {
        return String::new();
    }
    format!(
        "Earlier versions of this page sealed the whole assessment. Its private blocks in {} are not shown and go into no document. The saved record keeps them, because the code was made over the whole file.",
        files.join(" and ")
    )
}

/// Who writes, where two laptops are used.
pub fn writer(record: &SessionRecord) -> String {
    record.progress().writer.map_or_else(String::new, |side| {
        let (one, other) = (capital(&called(record, side)), called(record, side.other()));
        format!("{one} writes; {other} follows and receives the file at the end.")
    })
}

/// "Agreed on statement 3. Ines leaves statement 4: new example."
pub fn outcome(record: &SessionRecord, id: &str) -> String {
    let name = |side| capital(&called(record, side));
    match record.outcome(id) {
        Some(Outcome::Agreed { answer: agreed, .. }) => {
            let leaves = |side: Side| {
                let why = reason(record.outcome(id).and_then(|o| o.reason(side)));
                let why = if why.is_empty() { "no reason given" } else { why.trim_end_matches('.') };
                let own = answer(record.choice(side, id));
                if record.is_left(side, id) { format!(" {} leaves {own}: {why}.", name(side)) } else { String::new() }
            };
            format!("Agreed on {}.{}", answer(agreed.choice), Side::BOTH.map(leaves).concat())
        }
        Some(Outcome::Dissent { reasons }) => {
            let line = |side: Side| {
                let why = reason(Some(&reasons[side.index()]));
                format!("{} keeps {}: {}.", name(side), answer(record.choice(side, id)), why.trim_end_matches('.'))
            };
            format!("Dissent. {}", Side::BOTH.map(line).join(" "))
        }
        _ if record.agreed_choice(id).is_some() => "Answered alike.".into(),
        _ if record.stands_apart(id) => "Left as rated.".into(),
        _ => "Rated by neither.".into(),
    }
}

/// A time as it is printed: day and minute, without seconds.
pub fn time(iso: &str) -> String {
    match (iso.get(..10), iso.get(11..16)) {
        (Some(day), Some(minute)) if iso.get(10..11) == Some("T") => {
            format!("{day} {minute}{}", if iso.ends_with('Z') { " UTC" } else { "" })
        }
        _ => iso.to_owned(),
    }
}
