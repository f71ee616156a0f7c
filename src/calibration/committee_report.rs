//! The committee's one page for print: what is contested, then each position and the spread. One person, no names of members,
//! no level for all.

use super::committee::{BlindRatings, NO_COMMON_LEVEL, SHARED_PACKET, Spread};
use super::messages;
use super::record_page::{Block, Span, paragraph, plain, to_html, to_markdown};
use super::review::{Marked, contested};
use super::revisions::other_text;
use crate::documents::calibration::SessionRecord;
use crate::messages::committee;
use crate::model::ladder::Ladder;
use crate::model::prompts::{Audience, prompt_text};

/// The most questions on a page.
const QUESTIONS_PER_PAGE: usize = 8;

/// The page of blind ratings. `subject` may be empty.
pub fn blind_blocks(ladder: &Ladder, blind: &BlindRatings, subject: &str) -> Vec<Block> {
    let contested = blind.contested();
    let members = blind.positions.len();
    let title = |s: &&Spread| s.question;
    let name = subject.trim();
    let heading = if name.is_empty() { committee::BLIND_TITLE.into() } else { committee::blind_title_of(name).into() };
    let mut out = vec![Block::Heading(1, heading)];
    let facts = committee::blind_facts(members, blind.questions.len());
    let ladder_text = committee::ladder(&ladder.title, &ladder.revision);
    out.push(paragraph(format!("{facts} {ladder_text} {SHARED_PACKET}")));
    out.extend(blind.warnings.iter().map(|w| paragraph(committee::warning(messages::capital(w)))));
    out.push(Block::Heading(2, committee::CONTESTED.into()));
    out.push(match contested.as_slice() {
        [] => paragraph(committee::NONE_CONTESTED),
        some => Block::List(some.iter().take(QUESTIONS_PER_PAGE).map(|s| contested_line(ladder, subject, s)).collect()),
    });
    out.extend(further(ladder, contested.iter().map(title)));
    let rest: Vec<usize> = blind.questions.iter().filter(|s| !s.is_contested()).map(|s| s.question).collect();
    if !rest.is_empty() {
        out.push(paragraph(committee::not_contested(titles(ladder, &rest))));
    }
    out.push(Block::Heading(2, committee::POSITIONS.into()));
    out.push(paragraph(format!("{} {NO_COMMON_LEVEL}", blind.spread_sentence(ladder))));
    out.push(Block::List(blind.positions.iter().map(|o| vec![plain(o.sentence.clone())]).collect()));
    out
}

fn contested_line(ladder: &Ladder, subject: &str, s: &Spread) -> Vec<Span> {
    let q = &ladder.questions[s.question];
    let median = s.median().map_or_else(String::new, |m| {
        let text = q.statements.get(m).map_or("", String::as_str);
        format!(" {}", committee::away_from_median(s.away(), s.answered(), m.to_string(), text))
    });
    vec![
        Span::Strong(format!("{} ", prompt_text(ladder, s.question, Audience::Others(subject)))),
        plain(format!("{}{median}", messages::capital(&s.text().to_string()))),
    ]
}

/// What did not fit on the page.
fn further(ladder: &Ladder, contested: impl Iterator<Item = usize>) -> Option<Block> {
    let rest: Vec<usize> = contested.skip(QUESTIONS_PER_PAGE).collect();
    (!rest.is_empty()).then(|| paragraph(committee::also_contested(titles(ladder, &rest))))
}

/// The page of a review of an agreed record.
pub fn review_blocks(ladder: &Ladder, record: &SessionRecord, code: &str, members: usize, marked: &[Marked]) -> Vec<Block> {
    let open = contested(marked);
    let name = record.about().trim();
    let heading = if name.is_empty() { committee::REVIEW_TITLE.into() } else { committee::review_title_of(name).into() };
    let mut out = vec![Block::Heading(1, heading)];
    let facts = committee::review_facts(members, record.id(), code).to_string();
    let ladder_text = committee::ladder(&ladder.title, &record.ladder().revision).to_string();
    let sentences = [Some(facts), messages::doubt(record), Some(ladder_text), Some(SHARED_PACKET.into())];
    out.push(paragraph(sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")));
    out.extend(other_text(ladder, record).map(paragraph));
    out.push(Block::Heading(2, committee::QUESTIONED.into()));
    let line = |m: &&Marked| {
        let q = &ladder.questions[m.question];
        let mut row = vec![
            Span::Strong(format!("{} ", prompt_text(ladder, m.question, Audience::Others(record.about())))),
            plain(messages::outcome(record, &q.id)),
        ];
        row.push(plain(format!(" {}", committee::marks(m.questioned, m.agree, m.pass))));
        row.push(plain(m.lines.iter().map(|l| format!(" {}", committee::line(l))).collect::<Vec<_>>().concat()));
        row
    };
    out.push(match open.as_slice() {
        [] => paragraph(committee::NONE_QUESTIONED),
        some => Block::List(some.iter().take(QUESTIONS_PER_PAGE).map(line).collect()),
    });
    out.extend(further(ladder, open.iter().map(|m| m.question)));
    let rest = marked.iter().filter(|m| !m.is_contested()).count();
    out.push(paragraph(committee::count_not_contested(rest, marked.len())));
    out.push(paragraph(format!("{} {}", messages::moved(ladder, record), messages::unmoved(ladder, record))));
    out
}

pub fn report_markdown(blocks: &[Block]) -> String {
    to_markdown(blocks)
}

/// A report as one HTML file.
pub fn report_html(blocks: &[Block]) -> String {
    to_html(committee::PAGE_TITLE, blocks)
}

/// Titles of questions, or their prompts.
fn titles<'a>(ladder: &'a Ladder, questions: &[usize]) -> impl Iterator<Item = &'a str> {
    questions.iter().map(|q| {
        let q = &ladder.questions[*q];
        if q.title.is_empty() { q.prompt.as_str() } else { q.title.as_str() }
    })
}
