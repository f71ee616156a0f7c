//! One rater's answers about one person in one period. Fields that this version does not know are kept in `extra`.

use litemap::LiteMap;

use serde_json::{Map, Value};

use super::growth::{Bet, Decision, Domain, Evidence, Presence, RoleShape, Use};
use super::ladder::Ladder;
pub use super::off_scale::OffScale;
use super::scoring::Ratings;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A statement, from 0.
    Statement(usize),
    /// Off the scale; left out of the score and counted separately.
    OffScale(OffScale),
}

impl Choice {
    /// Whether it means that the opportunity was missing.
    pub fn is_missing_opportunity(self) -> bool {
        matches!(self, Self::OffScale(kind) if kind.facts().counts_as_missing_opportunity)
    }
}

/// An answer to one question.
///
/// `choice` is `None` for a draft: an example without a choice. A draft is stored and never scored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    pub choice: Option<Choice>,
    pub example: String,
    /// Ids of pieces of evidence.
    pub evidence: Vec<String>,
    /// An example existed and was left out of this copy.
    pub example_withheld: bool,
    /// The role held nothing larger.
    pub no_room: bool,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Answer {
    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The statement chosen, if one was.
    pub fn statement(&self) -> Option<usize> {
        match self.choice {
            Some(Choice::Statement(k)) => Some(k),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The person themselves.
    #[default]
    SelfRater,
    /// Their manager.
    Manager,
    /// A colleague.
    Peer,
    /// A committee.
    Committee,
    /// The outcome of a session.
    Agreed,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::SelfRater, Self::Manager, Self::Peer, Self::Committee, Self::Agreed];

    /// The word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::SelfRater => "self",
            Self::Manager => "manager",
            Self::Peer => "peer",
            Self::Committee => "committee",
            Self::Agreed => "agreed",
        }
    }
}

/// Words between white space from which a text counts as an example.
const WORDS: usize = 3;
/// Letters from which it does in scripts that put no space between words.
const LETTERS: usize = 6;

/// Whether a text is long enough to count as an example: three words between white space, or six letters of scripts that
/// are written without spaces.
pub fn is_example(text: &str) -> bool {
    text.split_whitespace().count() >= WORDS || unspaced_letters(text) >= LETTERS
}

/// How many letters of a text belong to scripts that are written without spaces between words.
pub fn unspaced_letters(text: &str) -> usize {
    text.chars().filter(|c| is_unspaced(*c)).count()
}

/// Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar, as the Unicode Character Database assigns them in `Scripts.txt`
/// (version 16.0). The marks that lengthen kana belong to no one script there and are listed with them. What is no letter in
/// these ranges (digits, full stops, signs of currency, unassigned places) is left out by its own property.
fn is_unspaced(c: char) -> bool {
    let ranges = matches!(c,
        '\u{0E01}'..='\u{0E4E}' // Thai
        | '\u{0E81}'..='\u{0EDF}' // Lao
        | '\u{1000}'..='\u{109F}' | '\u{A9E0}'..='\u{A9FE}' | '\u{AA60}'..='\u{AA7F}' | '\u{116D0}'..='\u{116E3}' // Myanmar
        | '\u{1780}'..='\u{17DD}' // Khmer
        | '\u{2E80}'..='\u{2FD5}' | '\u{3005}' | '\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303B}' // Han
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAD9}' | '\u{16FE2}'..='\u{16FF1}'
        | '\u{20000}'..='\u{323AF}'
        | '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' // kana
        | '\u{1AFF0}'..='\u{1AFFE}' | '\u{1B000}'..='\u{1B167}');
    ranges && c.is_alphabetic()
}

/// Which ladder an assessment was made with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LadderRef {
    pub id: String,
    /// Its revision, or empty.
    pub revision: String,
    /// Its digest, or empty.
    pub digest: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl LadderRef {
    /// The reference to a ladder.
    pub fn of(ladder: &Ladder) -> Self {
        Self { id: ladder.id.clone(), revision: ladder.revision.clone(), digest: ladder.digest.clone(), extra: Map::new() }
    }
}

/// Whom it is about. Titles are ids of levels or free words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subject {
    /// Name, or empty.
    pub name: String,
    /// Title held, or empty.
    pub title: String,
    /// Level aimed at, or empty.
    pub target: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Subject {
    /// What the person is called in this browser: the label, or else the name; empty without either.
    pub fn known_as(&self) -> &str {
        let label = self.extra.get("label").and_then(Value::as_str).map_or("", str::trim);
        if label.is_empty() { self.name.trim() } else { label }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rater {
    pub role: Role,
    /// Name, or empty.
    pub name: String,
    /// How many agreed, for [`Role::Agreed`].
    pub of: Option<usize>,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

/// The months or days that the answers are about, as ISO 8601 dates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Period {
    /// First month or day, or empty.
    pub from: String,
    /// Last month or day, or empty.
    pub to: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Period {
    /// The twelve calendar months that end with the month of a day, `2026-11-30`; empty if that is none. It has to be the
    /// reader's local day: near midnight the day in UTC differs.
    pub fn year_until(today: &str) -> Self {
        let number = |range: std::ops::Range<usize>| today.get(range).and_then(|s| s.parse::<u32>().ok());
        let (Some(year), Some(month @ 1..=12)) = (number(0..4), number(5..7)) else { return Self::default() };
        let (from_year, from_month) = if month == 12 { (year, 1) } else { (year.saturating_sub(1), month + 1) };
        Self { from: format!("{from_year:04}-{from_month:02}"), to: format!("{year:04}-{month:02}"), extra: Map::new() }
    }
}

/// Marks a dated copy of another assessment, which is not edited any more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotOf {
    /// The id of the assessment that it is a copy of.
    pub of: String,
    /// When it was taken, ISO 8601.
    pub taken: String,
    /// Why, in the rater's words; may be empty.
    pub why: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

/// One rater's answers about one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// Stable id, or empty.
    pub id: String,
    pub ladder: LadderRef,
    pub subject: Subject,
    pub rater: Rater,
    /// When the work was done.
    pub period: Period,
    /// The reader's own names for terms of the ladder, by the term's id.
    pub terms: LiteMap<String, String>,
    /// By question id; unknown ids are kept.
    pub answers: LiteMap<String, Answer>,
    /// Pieces of evidence, in the order of the file.
    pub evidence: Vec<Evidence>,
    /// The domain map, in the order of the file.
    pub domains: Vec<Domain>,
    /// What is said about the role.
    pub role_shape: RoleShape,
    /// How the mechanisms of leverage are used, by the mechanism's id.
    pub leverage: LiteMap<String, Use>,
    /// Answers about the organization, by question id.
    pub readiness: LiteMap<String, Presence>,
    /// Bets, in the order of the file.
    pub plan: Vec<Bet>,
    /// Decisions, in the order of the file.
    pub journal: Vec<Decision>,
    /// Set for a dated copy.
    pub snapshot: Option<SnapshotOf>,
    /// Time of the first answer, ISO 8601, or empty.
    pub created: String,
    /// Time of the last change, ISO 8601, or empty.
    pub updated: String,
    /// The day by which it should be deleted, ISO 8601, or empty.
    pub delete_by: String,
    /// The id of the calibration session that it was given for, or empty.
    pub session: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

impl Assessment {
    pub fn blank(id: String, ladder: &Ladder, period: Period, now: String) -> Self {
        Self { id, ladder: LadderRef::of(ladder), period, created: now.clone(), updated: now, ..Self::default() }
    }

    /// Whether an answer has an example: a text of sufficient length, existing evidence, or a withheld one.
    pub fn has_example(&self, answer: &Answer) -> bool {
        answer.example_withheld || is_example(&answer.example) || answer.evidence.iter().any(|id| self.has_piece(id))
    }

    /// Whether there is a piece of evidence with an id.
    pub fn has_piece(&self, id: &str) -> bool {
        self.evidence.iter().any(|e| e.id == id)
    }

    /// The input of the scorer, in the order of the ladder's questions.
    pub fn ratings(&self, ladder: &Ladder) -> Ratings {
        let rows = ladder.questions.iter().map(|q| {
            let answer = self.answers.get(&q.id)?;
            let weight = if self.has_example(answer) { 1.0 } else { ladder.scoring.weight_without_example };
            Some((answer.statement()?, weight))
        });
        Ratings { answers: rows.collect(), agreed: self.agreed() }
    }

    /// How many raters are behind an agreed assessment; 1 for every other.
    pub fn agreed(&self) -> usize {
        if self.rater.role == Role::Agreed { self.rater.of.unwrap_or(2).max(1) } else { 1 }
    }

    /// The number of answers of a kind, over the questions of the ladder.
    pub fn count(&self, ladder: &Ladder, kind: impl Fn(&Answer) -> bool) -> usize {
        ladder.questions.iter().filter(|q| self.answers.get(&q.id).is_some_and(&kind)).count()
    }
}
