//! The committee's one page for print: what is contested, then each position and the spread. One person, no names of members,
//! no level for all.

use super::committee::{BlindRatings, NO_COMMON_LEVEL, SHARED_PACKET, Spread};
use super::messages;
use super::record_page::{Block, Span, paragraph, plain, to_html, to_markdown};
use super::review::{Marked, contested};
use super::revisions::other_text;
use crate::base::numbers::join;
use crate::documents::calibration::SessionRecord;
use crate::model::ladder::Ladder;

/// The most questions on a page.
const QUESTIONS_PER_PAGE: usize = 8;

/// The page of blind ratings. `subject` may be empty.
pub fn blind_blocks(ladder: &Ladder, blind: &BlindRatings, subject: &str) -> Vec<Block> {
    let contested = blind.contested();
    let members = blind.positions.len();
    let title = |s: &&Spread| s.question;
    let mut out = vec![Block::Heading(1, heading("Committee: blind ratings", subject))];
    out.push(paragraph(format!(
        "{members} raters, the {} core questions. Ladder “{}”, revision {}. {SHARED_PACKET}",
        blind.questions.len(),
        ladder.title,
        ladder.revision
    )));
    out.extend(blind.warnings.iter().map(|w| paragraph(format!("{}.", messages::capital(w)))));
    out.push(Block::Heading(2, "Contested, the largest group first".into()));
    out.push(match contested.as_slice() {
        [] => paragraph("None: on no question does a third of those who answered stand a step or more from the median."),
        some => Block::List(some.iter().take(QUESTIONS_PER_PAGE).map(|s| contested_line(ladder, s)).collect()),
    });
    out.extend(further(ladder, contested.iter().map(title)));
    let rest: Vec<usize> = blind.questions.iter().filter(|s| !s.is_contested()).map(|s| s.question).collect();
    if !rest.is_empty() {
        out.push(paragraph(format!("Not contested: {}.", titles(ladder, &rest))));
    }
    out.push(Block::Heading(2, "Positions".into()));
    out.push(paragraph(format!("{} {NO_COMMON_LEVEL}", blind.spread_sentence(ladder))));
    out.push(Block::List(blind.positions.iter().map(|o| vec![plain(o.sentence.clone())]).collect()));
    out
}

fn contested_line(ladder: &Ladder, s: &Spread) -> Vec<Span> {
    let q = &ladder.questions[s.question];
    let median = s.median().map_or_else(String::new, |m| {
        let text = q.statements.get(m).map_or("", String::as_str);
        format!(" {} of {} stand a step or more from the median, statement {m}: {text}", s.away(), s.answered())
    });
    vec![Span::Strong(format!("{} ", q.prompt)), plain(format!("{}{median}", messages::capital(&s.words())))]
}

/// What did not fit on the page.
fn further(ladder: &Ladder, contested: impl Iterator<Item = usize>) -> Option<Block> {
    let rest: Vec<usize> = contested.skip(QUESTIONS_PER_PAGE).collect();
    (!rest.is_empty()).then(|| paragraph(format!("Also contested: {}.", titles(ladder, &rest))))
}

/// The page of a review of an agreed record.
pub fn review_blocks(ladder: &Ladder, record: &SessionRecord, code: &str, members: usize, marked: &[Marked]) -> Vec<Block> {
    let open = contested(marked);
    let doubt = messages::doubt(record).map_or_else(String::new, |doubt| format!(" {doubt}"));
    let mut out = vec![Block::Heading(1, heading("Committee: review of an agreed record", record.about()))];
    out.push(paragraph(format!(
        "{members} members. Record {}, closing code {code}.{doubt} Ladder “{}”, revision {}. {SHARED_PACKET}",
        record.id(),
        ladder.title,
        record.ladder().revision
    )));
    out.extend(other_text(ladder, record).map(paragraph));
    out.push(Block::Heading(2, "Questioned by a third or more, the largest group first".into()));
    let line = |m: &&Marked| {
        let q = &ladder.questions[m.question];
        let mut row = vec![Span::Strong(format!("{} ", q.prompt)), plain(messages::outcome(record, &q.id))];
        row.push(plain(format!(" {} question it, {} agree, {} pass.", m.questioned, m.agree, m.pass)));
        row.push(plain(m.lines.iter().map(|l| format!(" \u{201c}{l}\u{201d}")).collect::<Vec<_>>().concat()));
        row
    };
    out.push(match open.as_slice() {
        [] => paragraph("None."),
        some => Block::List(some.iter().take(QUESTIONS_PER_PAGE).map(line).collect()),
    });
    out.extend(further(ladder, open.iter().map(|m| m.question)));
    let rest = marked.iter().filter(|m| !m.is_contested()).count();
    out.push(paragraph(format!("Not contested: {rest} of {} questions that were marked.", marked.len())));
    out.push(paragraph(format!("{} {}", messages::moved(ladder, record), messages::unmoved(ladder, record))));
    out
}

fn heading(kind: &str, subject: &str) -> String {
    if subject.trim().is_empty() { kind.to_owned() } else { format!("{kind} of {}", subject.trim()) }
}

pub fn report_markdown(blocks: &[Block]) -> String {
    to_markdown(blocks)
}

/// A report as one HTML file.
pub fn report_html(blocks: &[Block]) -> String {
    to_html("Committee", blocks)
}

/// Titles of questions in a row.
fn titles(ladder: &Ladder, questions: &[usize]) -> String {
    let title = |q: &usize| {
        let q = &ladder.questions[*q];
        if q.title.is_empty() { q.prompt.as_str() } else { q.title.as_str() }
    };
    join(&questions.iter().map(title).collect::<Vec<_>>(), "and")
}
