//! The record for people: Markdown for a wiki, one HTML file to keep and to print, and the unclear statements for the
//! ladder's authors. Originals are always there, struck through where they were left.

use super::agreed_result::{AgreedProfile, agreed_profile};
use super::messages::{self, REBUILT, called, capital};
use super::record_page::{Block, Span, paragraph, plain, to_csv, to_html, to_markdown};
use super::revisions::differences;
use super::side_by_side::{SideRating, exhibits};
use crate::documents::calibration::{Outcome, SessionRecord, Side, Unclear};
use crate::model::assessment::Choice;
use crate::model::ladder::{Ladder, Question};
use crate::model::scoring::Model;

/// Shown under every level.
const ESTIMATE: &str = "An estimate from answers, not a decision about pay or title.";

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
        "" => "Calibration".into(),
        name => format!("Calibration of {name}"),
    }
}

pub fn record_blocks(ladder: &Ladder, model: &Model, record: &SessionRecord, code: &str) -> Vec<Block> {
    let mut out = vec![Block::Heading(1, title(record))];
    out.extend(facts(ladder, record, code));
    out.extend(levels(record, &agreed_profile(ladder, model, record)));
    out.push(Block::Heading(2, "What moved".into()));
    out.push(paragraph(messages::moved(ladder, record)));
    out.push(paragraph(messages::unmoved(ladder, record)));
    out.extend(questions(ladder, record));
    out.extend(opportunities(ladder, record));
    out.extend(actions(record));
    if !record.progress().unclear.is_empty() {
        out.push(Block::Heading(2, "Statements marked as unclear".into()));
        out.push(Block::List(record.progress().unclear.iter().map(|u| unclear_line(ladder, record, u)).collect()));
    }
    out
}

/// Who, when, on which text, how sealed, and what differs between the files.
fn facts(ladder: &Ladder, record: &SessionRecord, code: &str) -> Vec<Block> {
    let mut lines = Vec::new();
    let began = if record.started().is_empty() { String::new() } else { format!("Begun {}. ", messages::time(record.started())) };
    lines.push(match record.finished() {
        Some(time) => format!("{began}Finished {}.", messages::time(time)),
        None => format!("{began}Not finished: everything in it may still change."),
    });
    if let Some(length) = record.progress().length {
        lines.push(format!("Planned for {length} minutes; {} minutes of talk.", record.elapsed().div_ceil(60)));
    }
    let reference = record.ladder();
    let digest = if reference.digest.is_empty() { String::new() } else { format!(" ({})", reference.digest) };
    lines.push(format!("Ladder: {}, {}, revision {}{digest}.", ladder.title, reference.id, reference.revision));
    for side in Side::BOTH {
        lines.push(messages::rated(ladder, record, side));
        let period = &record.original(side).period;
        if !(period.from.is_empty() && period.to.is_empty()) {
            lines.push(format!("Period of {}: {} to {}.", called(record, side), period.from, period.to));
        }
        lines.push(messages::sealed(record, side));
        lines.push(messages::code_check(record, side));
    }
    lines.push(messages::writer(record));
    if let Some(p) = record.previous() {
        lines.push(format!(
            "A second look at the record {}, finished {}, closing code {}. New: {}",
            p.id,
            messages::time(&p.finished),
            p.code,
            p.evidence
        ));
    }
    lines.extend(differences(ladder, record));
    if !code.is_empty() {
        let doubt = messages::doubt(record).map_or_else(String::new, |doubt| format!("{doubt} "));
        lines.push(format!("Closing code: {code}. {doubt}{REBUILT}"));
    }
    vec![Block::List(lines.into_iter().filter(|l| !l.is_empty()).map(|l| vec![plain(l)]).collect())]
}

/// The result of each side, which is shown with every agreed result.
fn levels(record: &SessionRecord, p: &AgreedProfile) -> Vec<Block> {
    let [first, second] = Side::BOTH.map(|side| called(record, side));
    let row = |who: String, o: &crate::model::profile::Overall| {
        let caution = o.caution.as_ref().map_or_else(String::new, |c| format!(" {c}"));
        vec![who, format!("{}{caution}", o.sentence)]
    };
    let mut rows = vec![
        row(format!("By the answers of {first} alone"), &p.own[0]),
        row(format!("By the answers of {second} alone"), &p.own[1]),
    ];
    if p.apart {
        rows.push(row("Agreed answers, and both ratings where no answer was agreed".into(), &p.agreed));
        rows.push(row(format!("If the answers of {first} stand there"), &p.variants[0]));
        rows.push(row(format!("If the answers of {second} stand there"), &p.variants[1]));
    } else {
        rows.push(row("Agreed answers".into(), &p.agreed));
    }
    vec![
        Block::Heading(2, "Levels".into()),
        Block::Table(vec!["Whose answers".into(), "Level".into()], rows),
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
    for (heading, some) in [("Agreed", pick(&agreed)), ("Dissent", pick(&dissent)), ("Left as rated", pick(&left))] {
        if some.is_empty() {
            continue;
        }
        out.push(Block::Heading(2, heading.into()));
        for q in some {
            out.push(Block::Heading(3, q.prompt.clone()));
            if record.outcome(&q.id).is_some_and(|o| *o != Outcome::LeftAsRated) {
                out.push(paragraph(messages::outcome(record, &q.id)));
            }
            out.push(Block::List(answers(q, record)));
        }
    }
    let equal = pick(&equal);
    if !equal.is_empty() {
        out.push(Block::Heading(2, "Answered alike".into()));
        let line = |q: &&Question| {
            let choice = record.agreed_choice(&q.id);
            vec![Span::Strong(format!("{} ", q.prompt)), plain(capital(&statement(q, choice)))]
        };
        out.push(Block::List(equal.iter().map(line).collect()));
    }
    out
}

/// Both originals with examples and evidence, and what was agreed.
fn answers(q: &Question, record: &SessionRecord) -> Vec<Vec<Span>> {
    let mut rows: Vec<Vec<Span>> = exhibits(record, q).map(original).into();
    if let Some(Outcome::Agreed { answer, .. }) = record.outcome(&q.id) {
        let mut row = vec![Span::Strong("Agreed: ".into()), plain(statement(q, answer.choice))];
        if !answer.example.trim().is_empty() {
            row.push(plain(format!(" Example: {}", answer.example.trim())));
        }
        rows.push(row);
    }
    rows
}

fn original(exhibit: SideRating) -> Vec<Span> {
    let text = exhibit.statement.map_or_else(|| exhibit.heading.clone(), |s| format!("{}: {s}", exhibit.heading));
    let mut row = vec![if exhibit.left { Span::Struck(text) } else { plain(text) }];
    if !exhibit.example.is_empty() {
        row.push(plain(format!(" Example: {}", exhibit.example)));
    } else if exhibit.withheld {
        row.push(plain(" An example was left out of the file."));
    }
    if !exhibit.evidence.is_empty() {
        row.push(plain(format!(" Evidence: {}.", exhibit.evidence.join("; "))));
    }
    row
}

/// "statement 3: Wrote something by which …", "no opportunity".
fn statement(q: &Question, choice: Option<Choice>) -> String {
    let words = messages::answer(choice);
    match choice {
        Some(Choice::Statement(k)) => format!("{words}: {}", q.statements.get(k).map_or("", String::as_str)),
        _ => format!("{words}."),
    }
}

fn opportunities(ladder: &Ladder, record: &SessionRecord) -> Vec<Block> {
    let said = |q: &Question| {
        let o = record.opportunity(&q.id)?;
        let part =
            |label: &str, text: &str| if text.trim().is_empty() { String::new() } else { format!(" {label}: {}", text.trim()) };
        let text = format!("{}{}", part("Could have", &o.who), part("Will", &o.will));
        Some(vec![Span::Strong(q.prompt.clone()), plain(text)])
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
    let head = ["What", "Who", "By when"].map(str::to_owned).to_vec();
    if rows.is_empty() { Vec::new() } else { vec![Block::Heading(2, "Actions".into()), Block::Table(head, rows)] }
}

fn unclear_line(ladder: &Ladder, record: &SessionRecord, mark: &Unclear) -> Vec<Span> {
    let q = ladder.questions.iter().find(|q| q.id == mark.question);
    let prompt = q.map_or(mark.question.as_str(), |q| q.prompt.as_str());
    let target = match (q, mark.statement) {
        (Some(q), Some(k)) => capital(&statement(q, Some(Choice::Statement(k)))),
        (None, Some(k)) => format!("Statement {k}"),
        (_, None) => "The question as a whole".into(),
    };
    let who = mark.by.map_or_else(|| "both".to_owned(), |side| called(record, side));
    vec![Span::Strong(format!("{prompt} ")), plain(format!("{target} (marked by {who}) {}", mark.words.trim()))]
}

/// The heading of the list of unclear statements. The list is sent to others than the record, so it names nobody.
const UNCLEAR: [&str; 8] = ["ladder", "revision", "question", "prompt", "statement", "text", "marked by", "what was unclear"];

fn unclear_rows(ladder: &Ladder, record: &SessionRecord) -> Vec<Vec<String>> {
    let row = |mark: &Unclear| {
        let q = ladder.questions.iter().find(|q| q.id == mark.question);
        let text = q.zip(mark.statement).and_then(|(q, k)| q.statements.get(k)).cloned().unwrap_or_default();
        let by = mark.by.map_or("both", |side| messages::noun(record, side));
        vec![
            record.ladder().id.clone(),
            record.ladder().revision.clone(),
            mark.question.clone(),
            q.map_or_else(String::new, |q| q.prompt.clone()),
            mark.statement.map_or_else(String::new, |k| k.to_string()),
            text,
            by.to_owned(),
            mark.words.trim().to_owned(),
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
    let heading = Block::Heading(1, "Statements marked as unclear in a session".into());
    let rows = unclear_rows(ladder, record);
    if rows.is_empty() {
        return to_markdown(&[heading, paragraph("None was marked.")]);
    }
    to_markdown(&[heading, Block::Table(UNCLEAR.map(capital).to_vec(), rows)])
}
