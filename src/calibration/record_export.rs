//! The record for people: Markdown for a wiki, one HTML file to keep and to print, and the unclear statements for the
//! ladder's authors. Originals are always there, struck through where they were left.

use super::agreed_result::{AgreedProfile, agreed_profile};
use super::messages::{self, REBUILT, called, capital};
use super::record_page::{Block, Span, paragraph, plain, to_csv, to_html, to_markdown};
use super::revisions::differences;
use super::side_by_side::{SideRating, exhibits};
use crate::documents::calibration::{Outcome, SessionRecord, Side, Unclear};
use crate::messages::{Message, record_document};
use crate::model::assessment::{Choice, LadderRef};
use crate::model::ladder::{Ladder, Question};
use crate::model::profile::{ESTIMATE, Overall};
use crate::model::prompts::{Audience, prompt_text};
use crate::model::scoring::Model;

/// The record as Markdown. `code` is the closing code, once there is one.
pub fn record_markdown(ladder: &Ladder, model: &Model, record: &SessionRecord, code: &str) -> String {
    to_markdown(&record_blocks(ladder, model, record, code))
}

/// The record as one HTML file.
pub fn record_html(ladder: &Ladder, model: &Model, record: &SessionRecord, code: &str) -> String {
    to_html(&title(record), &record_blocks(ladder, model, record, code))
}

fn title(record: &SessionRecord) -> String {
    match record.about() {
        "" => record_document::TITLE.into(),
        name => record_document::title_of(name).into(),
    }
}

pub fn record_blocks(ladder: &Ladder, model: &Model, record: &SessionRecord, code: &str) -> Vec<Block> {
    let mut out = vec![Block::Heading(1, title(record))];
    out.extend(facts(ladder, record, code));
    out.extend(levels(record, &agreed_profile(ladder, model, record)));
    out.push(Block::Heading(2, record_document::MOVED.into()));
    out.push(paragraph(messages::moved(ladder, record)));
    out.push(paragraph(messages::unmoved(ladder, record)));
    out.extend(questions(ladder, record));
    out.extend(opportunities(ladder, record));
    out.extend(actions(record));
    if !record.progress().unclear.is_empty() {
        out.push(Block::Heading(2, record_document::UNCLEAR.into()));
        out.push(Block::List(record.progress().unclear.iter().map(|u| unclear_line(ladder, record, u)).collect()));
    }
    out
}

/// Who, when, on which text, how sealed, and what differs between the files.
fn facts(ladder: &Ladder, record: &SessionRecord, code: &str) -> Vec<Block> {
    let mut lines = Vec::new();
    let begun = (!record.started().is_empty()).then(|| record_document::begun(messages::time(record.started())).into());
    let finished = record.finished().map(|time| record_document::finished(messages::time(time)).into());
    lines.push(sentences([begun, finished.or_else(|| Some(record_document::NOT_FINISHED.into()))]));
    if let Some(length) = record.progress().length {
        let talk = record.elapsed().div_ceil(60);
        lines.push(record_document::planned(length, talk).into());
    }
    let LadderRef { id, revision, digest, .. } = record.ladder();
    let text = match digest.as_str() {
        "" => record_document::ladder(&ladder.title, id, revision),
        digest => record_document::ladder_with_digest(&ladder.title, id, revision, digest),
    };
    lines.push(text.into());
    for side in Side::BOTH {
        lines.push(messages::rated(ladder, record, side).into());
        let period = &record.original(side).period;
        if !(period.from.is_empty() && period.to.is_empty()) {
            lines.push(record_document::period(called(record, side), &period.from, &period.to).into());
        }
        lines.push(messages::sealed(record, side).into());
        lines.push(messages::code_check(record, side));
    }
    lines.push(messages::writer(record));
    if let Some(p) = record.previous() {
        lines.push(record_document::second_look(&p.id, messages::time(&p.finished), &p.code, &p.evidence).into());
    }
    lines.extend(differences(ladder, record));
    if !code.is_empty() {
        let code = record_document::closing_code(code).into();
        lines.push(sentences([Some(code), messages::doubt(record), Some(REBUILT.into())]));
    }
    vec![Block::List(lines.into_iter().filter(|l| !l.is_empty()).map(|l| vec![plain(l)]).collect())]
}

/// Whole sentences, one after the other.
fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The result of each side, which is shown with every agreed result.
fn levels(record: &SessionRecord, p: &AgreedProfile) -> Vec<Block> {
    let [first, second] = Side::BOTH.map(|side| called(record, side));
    let row =
        |who: String, o: &Overall| vec![who, Message::sentences(std::iter::once(&o.sentence).chain(&o.caution).cloned()).into()];
    let mut rows = vec![
        row(record_document::by_answers_of_one(&first).into(), &p.own[0]),
        row(record_document::by_answers_of_one(&second).into(), &p.own[1]),
    ];
    if p.apart {
        rows.push(row(record_document::AGREED_AND_APART.into(), &p.agreed));
        rows.push(row(record_document::if_answers_stand(first).into(), &p.variants[0]));
        rows.push(row(record_document::if_answers_stand(second).into(), &p.variants[1]));
    } else {
        rows.push(row(record_document::AGREED_ANSWERS.into(), &p.agreed));
    }
    vec![
        Block::Heading(2, record_document::LEVELS.into()),
        Block::Table(vec![record_document::WHOSE_ANSWERS.into(), record_document::LEVEL.into()], rows),
        paragraph(ESTIMATE),
    ]
}

/// Decided questions first, then those without an agreed answer, then equal answers.
fn questions(ladder: &Ladder, record: &SessionRecord) -> Vec<Block> {
    let agreed = |q: &&Question| matches!(record.outcome(&q.id), Some(Outcome::Agreed { .. }));
    let dissent = |q: &&Question| matches!(record.outcome(&q.id), Some(Outcome::Dissent { .. }));
    let left = |q: &&Question| !agreed(q) && !dissent(q) && record.stands_apart(&q.id);
    let equal = |q: &&Question| !agreed(q) && record.agreed_choice(&q.id).is_some();
    let mut out = Vec::new();
    let pick = |f: &dyn Fn(&&Question) -> bool| ladder.questions.iter().filter(f).collect::<Vec<_>>();
    let parts = [
        (record_document::AGREED, pick(&agreed)),
        (record_document::DISSENT, pick(&dissent)),
        (record_document::LEFT_AS_RATED, pick(&left)),
    ];
    for (heading, some) in parts {
        if some.is_empty() {
            continue;
        }
        out.push(Block::Heading(2, heading.into()));
        for q in some {
            out.push(Block::Heading(3, prompt(ladder, q, record.about())));
            if record.outcome(&q.id).is_some_and(|o| *o != Outcome::LeftAsRated) {
                out.push(paragraph(messages::outcome(record, &q.id)));
            }
            out.push(Block::List(answers(q, record)));
        }
    }
    let equal = pick(&equal);
    if !equal.is_empty() {
        out.push(Block::Heading(2, record_document::ANSWERED_ALIKE.into()));
        let line = |q: &&Question| {
            let choice = record.agreed_choice(&q.id);
            vec![Span::Strong(format!("{} ", prompt(ladder, q, record.about()))), plain(capital(&statement(q, choice)))]
        };
        out.push(Block::List(equal.iter().map(line).collect()));
    }
    out
}

/// The prompt of a question about the person of a record, who may have no name.
pub(super) fn prompt(ladder: &Ladder, q: &Question, name: &str) -> String {
    ladder.question_index(&q.id).map(|q| prompt_text(ladder, q, Audience::Others(name))).unwrap_or_default()
}

/// Both originals with examples and evidence, and what was agreed.
fn answers(q: &Question, record: &SessionRecord) -> Vec<Vec<Span>> {
    let mut rows: Vec<Vec<Span>> = exhibits(record, q).map(original).into();
    if let Some(Outcome::Agreed { answer, .. }) = record.outcome(&q.id) {
        let mut row = vec![Span::Strong(format!("{} ", record_document::AGREED_ON)), plain(statement(q, answer.choice))];
        if !answer.example.trim().is_empty() {
            row.push(plain(format!(" {}", record_document::example(answer.example.trim()))));
        }
        rows.push(row);
    }
    rows
}

fn original(exhibit: SideRating) -> Vec<Span> {
    let text = exhibit
        .statement
        .map_or_else(|| exhibit.heading.clone(), |s| record_document::choice_and_text(&exhibit.heading, s).into());
    let mut row = vec![if exhibit.left { Span::Struck(text) } else { plain(text) }];
    if !exhibit.example.is_empty() {
        row.push(plain(format!(" {}", record_document::example(exhibit.example))));
    } else if exhibit.withheld {
        row.push(plain(format!(" {}", record_document::EXAMPLE_LEFT_OUT)));
    }
    if !exhibit.evidence.is_empty() {
        row.push(plain(format!(" {}", record_document::evidence(exhibit.evidence.join("; ")))));
    }
    row
}

/// "statement 3: Wrote something by which …", "no opportunity".
fn statement(q: &Question, choice: Option<Choice>) -> String {
    let text = messages::answer(choice);
    match choice {
        Some(Choice::Statement(k)) => record_document::choice_and_text(text, q.statements.get(k).map_or("", String::as_str)),
        _ => record_document::choice_off_scale(text),
    }
    .into()
}

fn opportunities(ladder: &Ladder, record: &SessionRecord) -> Vec<Block> {
    let said = |q: &Question| {
        let o = record.opportunity(&q.id)?;
        let (who, will) = (o.who.trim(), o.will.trim());
        let who = (!who.is_empty()).then(|| record_document::could_have(who).into());
        let will = (!will.is_empty()).then(|| record_document::will(will).into());
        Some(vec![Span::Strong(prompt(ladder, q, record.about())), plain(format!(" {}", sentences([who, will])))])
    };
    let rows: Vec<Vec<Span>> = ladder.questions.iter().filter_map(said).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, messages::OPPORTUNITY.into()), Block::List(rows)]
}

fn actions(record: &SessionRecord) -> Vec<Block> {
    let rows: Vec<Vec<String>> =
        record.progress().actions.iter().map(|a| vec![a.what.clone(), a.owner.clone(), a.by.clone()]).collect();
    let head = [record_document::WHAT, record_document::WHO, record_document::BY_WHEN].map(str::to_owned).to_vec();
    if rows.is_empty() { Vec::new() } else { vec![Block::Heading(2, record_document::ACTIONS.into()), Block::Table(head, rows)] }
}

fn unclear_line(ladder: &Ladder, record: &SessionRecord, mark: &Unclear) -> Vec<Span> {
    let q = ladder.questions.iter().find(|q| q.id == mark.question);
    let prompt = q.map_or_else(|| mark.question.clone(), |q| prompt(ladder, q, record.about()));
    let target = match (q, mark.statement) {
        (Some(q), Some(k)) => capital(&statement(q, Some(Choice::Statement(k)))),
        (None, Some(k)) => record_document::statement(k.to_string()).into(),
        (_, None) => record_document::WHOLE_QUESTION.into(),
    };
    let who = mark.by.map_or_else(|| record_document::BOTH.to_owned(), |side| called(record, side));
    vec![Span::Strong(format!("{prompt} ")), plain(record_document::marked_by(target, who, mark.text.trim()))]
}

/// The heading of the list of unclear statements. The list goes to other people than the record, so it names no person.
const UNCLEAR: [&str; 8] = [
    record_document::LIST_LADDER,
    record_document::LIST_REVISION,
    record_document::LIST_QUESTION,
    record_document::LIST_PROMPT,
    record_document::LIST_STATEMENT,
    record_document::LIST_TEXT,
    record_document::LIST_MARKED_BY,
    record_document::LIST_WHAT_WAS_UNCLEAR,
];

fn unclear_rows(ladder: &Ladder, record: &SessionRecord) -> Vec<Vec<String>> {
    let row = |mark: &Unclear| {
        let q = ladder.questions.iter().find(|q| q.id == mark.question);
        let text = q.zip(mark.statement).and_then(|(q, k)| q.statements.get(k)).cloned().unwrap_or_default();
        let by = mark.by.map_or(record_document::BOTH, |side| messages::noun(record, side));
        vec![
            record.ladder().id.clone(),
            record.ladder().revision.clone(),
            mark.question.clone(),
            q.map_or_else(String::new, |q| prompt(ladder, q, "")),
            mark.statement.map_or_else(String::new, |k| k.to_string()),
            text,
            by.to_owned(),
            mark.text.trim().to_owned(),
        ]
    };
    record.progress().unclear.iter().map(row).collect()
}

/// The unclear statements as comma-separated values.
pub fn unclear_csv(ladder: &Ladder, record: &SessionRecord) -> String {
    let mut rows = vec![UNCLEAR.map(str::to_owned).to_vec()];
    rows.extend(unclear_rows(ladder, record));
    to_csv(&rows)
}

/// The unclear statements as Markdown.
pub fn unclear_markdown(ladder: &Ladder, record: &SessionRecord) -> String {
    let heading = Block::Heading(1, record_document::LIST_TITLE.into());
    let rows = unclear_rows(ladder, record);
    if rows.is_empty() {
        return to_markdown(&[heading, paragraph(record_document::NONE_MARKED)]);
    }
    to_markdown(&[heading, Block::Table(UNCLEAR.map(capital).to_vec(), rows)])
}
