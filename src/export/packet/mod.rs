//! The draft of a promotion packet: the claims of answers with an example or evidence, by dimension. A claim without either
//! is listed among the gaps. The draft adds no adjectives.

mod html;
mod markdown;

pub use html::packet_html;
pub use markdown::packet_markdown;

use super::{Redaction, redact};
use crate::base::dates::span_text;
use crate::growth::evidence::{Channel, Evidence, Link, coverage, source_text, timeline, timeline_text};
use crate::messages::{Message, export, packet};
use crate::model::assessment::{Answer, Assessment, Choice, OffScale, Role, is_example};
use crate::model::findings::name;
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::FieldOf;
use crate::model::profile::{ESTIMATE, profile, warnings};
use crate::model::scoring::Model;

/// A claim of an answer, with its support.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The question, in a few words.
    pub question: String,
    pub statement: String,
    /// The rater's own example, or empty.
    pub example: String,
    /// The pieces behind it, by index in the packet.
    pub pieces: Vec<usize>,
}

/// A piece of evidence in the packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub title: String,
    /// The details, by label.
    pub rows: Vec<(String, String)>,
    pub link: Option<Link>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub title: String,
    pub introduction: String,
    pub claims: Vec<Claim>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Packet {
    /// The language of the ladder.
    pub lang: String,
    /// "Draft of a promotion packet: Surname, Given".
    pub title: String,
    /// The subject and the period, by label.
    pub about: Vec<(&'static str, String)>,
    /// The result in words, the warnings, and the disclaimer.
    pub result: Vec<String>,
    /// The dimensions in the order of the ladder.
    pub sections: Vec<Section>,
    /// The evidence in the order of the file; claims refer to it by index.
    pub pieces: Vec<Piece>,
    /// The gaps.
    pub gaps: Vec<String>,
}

/// Drafts a packet. Sensitive evidence is left out by default, and so are examples of answers that cite nothing else.
pub fn packet(ladder: &Ladder, model: &Model, a: &Assessment, with_sensitive: bool) -> Packet {
    let all = a.evidence.len();
    let a = &redact(a, Redaction { names: true, examples: true, evidence: true, sensitive: with_sensitive, ratings: true });
    let evidence = &a.evidence;
    let overall = profile(ladder, model, std::slice::from_ref(a)).overall;
    let section = |d: &crate::model::ladder::Dimension| Section {
        title: d.title.clone(),
        introduction: d.introduction.clone(),
        claims: d.questions.clone().filter_map(|q| claim(ladder, a, evidence, q)).collect(),
    };
    let sections: Vec<Section> = ladder.dimensions.iter().map(section).collect();
    Packet {
        lang: ladder.lang.clone(),
        title: match a.subject.name.as_str() {
            "" => packet::TITLE.into(),
            name => packet::title_of(name).into(),
        },
        about: about(ladder, a),
        result: [Some(overall.sentence), overall.caution]
            .into_iter()
            .flatten()
            .map(String::from)
            .chain(warnings(ladder, a))
            .chain([ESTIMATE.into()])
            .collect(),
        pieces: evidence.iter().map(|e| piece(ladder, e)).collect(),
        gaps: gaps(ladder, a, &sections, evidence, all - evidence.len()).into_iter().map(String::from).collect(),
        sections,
    }
}

fn about(ladder: &Ladder, a: &Assessment) -> Vec<(&'static str, String)> {
    let title = |text: &str| ladder.level_index(text).map_or_else(|| text.to_owned(), |l| ladder.levels[l].title.clone());
    let by = packet::raters(a.rater.role.id(), a.agreed().to_string());
    let rows = [
        (export::TITLE_HELD, title(&a.subject.title)),
        (export::LEVEL_AIMED_AT, title(&a.subject.target)),
        (packet::PERIOD, span_text(&a.period.from, &a.period.to)),
        (export::RATED_BY, by.into()),
        (export::LADDER, packet::ladder_and_revision(&ladder.title, &ladder.revision).into()),
    ];
    rows.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The claim of an answer, if this draft has support for it. The first statement means that it was no part of the work.
fn claim(ladder: &Ladder, a: &Assessment, evidence: &[Evidence], question: usize) -> Option<Claim> {
    let q = &ladder.questions[question];
    let answer = a.answers.get(&q.id)?;
    let statement = answer.statement().filter(|k| *k > 0).and_then(|k| q.statements.get(k))?;
    let pieces: Vec<usize> = (0..evidence.len()).filter(|i| answer.evidence.contains(&evidence[*i].id)).collect();
    let has_text = is_example(&answer.example);
    (has_text || !pieces.is_empty()).then(|| Claim {
        question: name(ladder, question).to_owned(),
        statement: statement.clone(),
        example: if has_text { answer.example.clone() } else { String::new() },
        pieces,
    })
}

/// The gaps, without reproach.
fn gaps(ladder: &Ladder, a: &Assessment, sections: &[Section], evidence: &[Evidence], left_out: usize) -> Vec<Message> {
    let mut out = Vec::new();
    let questions = |fits: &dyn Fn(&Answer) -> bool| -> Vec<usize> {
        let all = 0..ladder.questions.len();
        all.filter(|q| fits(a.answers.get(&ladder.questions[*q].id).unwrap_or(&Answer::default()))).collect()
    };
    let off = |kind: OffScale| questions(&|x| x.choice == Some(Choice::OffScale(kind)));
    let claimed = questions(&|x| x.statement().is_some_and(|k| k > 0));
    let unshown: Vec<usize> = claimed.into_iter().filter(|q| claim(ladder, a, evidence, *q).is_none()).collect();
    for (label, which) in [(packet::UNSHOWN, unshown), (packet::NOT_ANSWERED, questions(&|x| x.choice.is_none()))]
        .into_iter()
        .chain(OffScale::ALL.map(|kind| (kind.facts().heading, off(kind))))
    {
        if !which.is_empty() {
            out.push(packet::gap(label, which.iter().map(|q| name(ladder, *q))));
        }
    }
    for s in sections.iter().filter(|s| s.claims.is_empty()) {
        out.push(packet::nothing_shown(&s.title));
    }
    let cover = coverage(ladder, a, evidence);
    let unused = ladder.extras.mechanisms.iter().zip(&cover.mechanisms).filter(|(_, n)| **n == 0);
    let unused: Vec<&str> = unused.map(|(m, _)| m.title.as_str()).collect();
    if !unused.is_empty() {
        out.push(packet::no_evidence(unused));
    }
    match evidence.iter().filter(|e| e.pending).count() {
        0 => {}
        n => out.push(packet::outcomes_open(n)),
    }
    out.extend(source_text(evidence));
    out.extend(timeline_text(&timeline(&a.period, evidence)));
    match left_out {
        0 => {}
        n => out.push(packet::left_out(n)),
    }
    if a.rater.role != Role::Agreed {
        out.push(packet::RATINGS_OF_ONE.into());
    }
    out
}

fn piece(ladder: &Ladder, e: &Evidence) -> Piece {
    let guide = &ladder.extras.evidence;
    let fields = guide.templates.iter().find(|t| t.id == e.template).map_or(&[][..], |t| &t.fields);
    let details = fields.iter().filter(|f| matches!(f.field, FieldOf::Detail(_)));
    let details = details.map(|f| (f.prompt.clone(), e.text(&f.field).to_owned()));
    let mechanism = ladder.extras.mechanism(&e.mechanism).map(|m| {
        let title = &ladder.extras.mechanisms[m].title;
        match e.channel {
            Some(Channel::Direct) => packet::mechanism_direct(title).into(),
            Some(Channel::Amplified) => packet::mechanism_amplified(title).into(),
            None => title.clone(),
        }
    });
    let altitude = guide.altitudes.iter().find(|x| x.id == e.altitude).map(|x| x.title.clone());
    let own = |label: &str, text: String| (label.to_owned(), text);
    let before = [
        own(export::WHEN, e.when_text()),
        own(export::REACH, e.reach_text()),
        own(packet::ALTITUDE, altitude.unwrap_or_default()),
        own(export::MECHANISM, mechanism.unwrap_or_default()),
        own(export::OWN_PART, e.part.clone()),
    ];
    let after = [own(export::OUTCOME, e.outcome_text()), own(export::WHO_CAN_CONFIRM, e.corroborator.clone())];
    let rows = before.into_iter().chain(details).chain(after).filter(|(_, text)| !text.is_empty()).collect();
    let title = if e.title.is_empty() { packet::UNTITLED_PIECE.to_owned() } else { e.title.clone() };
    Piece { title, rows, link: e.link.clone() }
}
