//! Growth data and its pages: evidence, role, organization and plan of the open assessment. Changes are saved like answers.
//! They cannot be undone, and only cited evidence has an influence on the level.

use super::{Effect, Page, State};
use crate::base::limits::is_text;
use crate::files::{BlockGroup, FileError, as_read_back, problems_in};
use crate::growth::evidence::{Channel, Domain, Evidence, remove_evidence};
use crate::growth::leverage::Use;
use crate::growth::plan::{Bet, Decision, Review};
use crate::growth::readiness::Presence;
use crate::messages::limits;
use crate::model::assessment::{Assessment, Period, Role};
use crate::model::condition::FieldValue;
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::FieldOf;

/// A page for growth data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrowthPage {
    /// Pieces of evidence and the domain map.
    Evidence,
    /// The shape of the role, the leverage mix, failure modes.
    Role,
    /// Whether the organization gives the role what it needs.
    Readiness,
    /// The step to the next level, with the rater's own answers, and the traits.
    Step,
    /// Changes tried on a copy.
    WhatIf,
    Plan,
    /// The draft of a packet.
    Packet,
    /// Shapes of one level, and other frameworks.
    Lens,
}

impl GrowthPage {
    /// All pages, in the order in which they are offered.
    pub const ALL: [Self; 8] =
        [Self::Evidence, Self::Role, Self::Readiness, Self::Step, Self::WhatIf, Self::Plan, Self::Packet, Self::Lens];

    pub fn name(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Role => "role",
            Self::Readiness => "readiness",
            Self::Step => "next-step",
            Self::WhatIf => "what-if",
            Self::Plan => "plan",
            Self::Packet => "packet",
            Self::Lens => "lens",
        }
    }

    /// The page of a short name.
    pub fn parse(name: &str) -> Option<Page> {
        Self::ALL.into_iter().find(|b| b.name() == name).map(Page::Growth)
    }

    /// Whether it needs an assessment. Readiness can be shown without one.
    pub fn needs_assessment(self) -> bool {
        match self {
            Self::Readiness => false,
            Self::Evidence | Self::Role | Self::Step | Self::WhatIf | Self::Plan | Self::Packet | Self::Lens => true,
        }
    }

    /// The blocks of a file that are edited on it; a page that only shows what others hold has none.
    fn blocks(self) -> Option<BlockGroup> {
        match self {
            Self::Evidence => Some(BlockGroup::Evidence),
            Self::Role => Some(BlockGroup::Role),
            Self::Readiness => Some(BlockGroup::Readiness),
            Self::Plan => Some(BlockGroup::Plan),
            Self::Step | Self::WhatIf | Self::Packet | Self::Lens => None,
        }
    }

    /// Whether it shows the level of the open assessment, or depends on it.
    pub(super) fn shows_level(self) -> bool {
        match self {
            Self::Evidence | Self::Readiness => false,
            Self::Role | Self::Step | Self::WhatIf | Self::Plan | Self::Packet | Self::Lens => true,
        }
    }
}

/// A change of growth data. Items with an id are identified by it, others by their index.
#[derive(Clone, Debug, PartialEq)]
pub enum GrowthChange {
    /// A piece of evidence was added.
    PieceAdded(Box<Evidence>),
    /// One field of a piece was edited, by the piece's id.
    Piece(String, PieceField),
    /// A piece was deleted, also from the answers that cite it.
    PieceRemoved(String),
    /// An answer cites a piece, or no longer does.
    Cited {
        /// The question, by index.
        question: usize,
        /// The piece, by id.
        piece: String,
        cited: bool,
    },
    DomainAdded,
    /// The name of a domain was edited.
    DomainNamed(usize, String),
    /// How deep a domain is known.
    DomainDepth(usize, Option<usize>),
    /// A domain was taken out.
    DomainRemoved(usize),
    /// Something about the role was answered, by field, or left open.
    Role(String, Option<FieldValue>),
    /// How a mechanism is used, by its id.
    Leverage(String, Use),
    /// A question about the organization was answered, by id.
    Readiness(String, Presence),
    /// The answers about the organization were copied from another assessment, by its id.
    ReadinessTaken(String),
    BetAdded(Box<Bet>),
    /// One field of a bet was edited, by the bet's id.
    Bet(String, BetField),
    BetRemoved(String),
    /// A decision was added to the journal.
    DecisionAdded(Box<Decision>),
    /// One field of a decision was edited, by the decision's id.
    Decision(String, DecisionField),
    DecisionRemoved(String),
}

impl GrowthChange {
    /// Whether it edits a field letter by letter, so that saving may wait for the next letter.
    pub fn may_wait(&self) -> bool {
        match self {
            Self::Piece(_, field) => field.is_typed(),
            Self::Role(_, given) => matches!(given, Some(FieldValue::Number(_))),
            Self::Bet(_, field) => !matches!(field, BetField::Mechanism(_) | BetField::ReviewAdded(_)),
            Self::DomainNamed(..) | Self::Decision(..) => true,
            _ => false,
        }
    }

    /// Whether it changes evidence that an answer may cite. That is not possible under a seal.
    fn concerns_evidence(&self) -> bool {
        matches!(self, Self::PieceAdded(_) | Self::Piece(..) | Self::PieceRemoved(_))
    }
}

/// A field of a piece of evidence with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum PieceField {
    /// A text that a template asks for.
    Text(FieldOf, String),
    Template(String),
    From(String),
    To(String),
    /// The month until which it binds.
    BindsUntil(String),
    /// The mechanism, by id.
    Mechanism(String),
    /// Direct or through others.
    Channel(Option<Channel>),
    /// How high up, by id.
    Altitude(String),
    People(Option<usize>),
    Teams(Option<usize>),
    /// Whether the outcome is open.
    Pending(bool),
    /// The link, as it was typed.
    Link(String),
    /// Who can confirm it.
    Corroborator(String),
    /// Whether it stays out of copies.
    Sensitive(bool),
}

impl PieceField {
    /// Whether its field is a text field; the others are checkboxes or selects.
    fn is_typed(&self) -> bool {
        matches!(
            self,
            Self::Text(..)
                | Self::From(_)
                | Self::To(_)
                | Self::BindsUntil(_)
                | Self::People(_)
                | Self::Teams(_)
                | Self::Link(_)
                | Self::Corroborator(_)
        )
    }

    fn write(self, e: &mut Evidence) {
        match self {
            Self::Text(field, text) => e.set_text(&field, text),
            Self::Template(id) => e.template = id,
            Self::From(text) => e.from = text,
            Self::To(text) => e.to = text,
            Self::BindsUntil(text) => e.binds_until = text,
            Self::Mechanism(id) => e.mechanism = id,
            Self::Channel(mode) => e.channel = mode,
            Self::Altitude(id) => e.altitude = id,
            Self::People(count) => e.people = count,
            Self::Teams(count) => e.teams = count,
            Self::Pending(pending) => e.pending = pending,
            Self::Link(text) => e.set_link(&text),
            Self::Corroborator(text) => e.corroborator = text,
            Self::Sensitive(sensitive) => e.sensitive = sensitive,
        }
    }
}

/// A field of a bet with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BetField {
    Opportunity(String),
    Sponsor(String),
    /// The mechanism, by id.
    Mechanism(String),
    LeadingSign(String),
    /// The finding of a review, by its index.
    Seen(usize, String),
    /// The date of a review, by its index.
    ReviewOn(usize, String),
    ReviewAdded(String),
    Outcome(String),
    Reversed(String),
}

impl BetField {
    fn write(self, b: &mut Bet) {
        match self {
            Self::Opportunity(text) => b.opportunity = text,
            Self::Sponsor(text) => b.sponsor = text,
            Self::Mechanism(id) => b.mechanism = id,
            Self::LeadingSign(text) => b.leading_sign = text,
            Self::Seen(at, text) => {
                if let Some(review) = b.reviews.get_mut(at) {
                    review.seen = text;
                }
            }
            Self::ReviewOn(at, text) => {
                if let Some(review) = b.reviews.get_mut(at) {
                    review.on = text;
                }
            }
            Self::ReviewAdded(on) => b.reviews.push(Review { on, ..Review::default() }),
            Self::Outcome(text) => b.outcome = text,
            Self::Reversed(text) => b.reversed = text,
        }
    }
}

/// A field of a decision with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionField {
    Decision(String),
    /// The prediction; it cannot change once the outcome is known or the day of the check has come.
    Prediction(String),
    WouldChange(String),
    CheckOn(String),
    Outcome(String),
    Reversed(String),
}

impl DecisionField {
    fn write(self, d: &mut Decision, today: &str) {
        match self {
            Self::Decision(text) => d.decision = text,
            Self::Prediction(text) => d.predict(text, today),
            Self::WouldChange(text) => d.would_change = text,
            Self::CheckOn(text) => d.check_on = text,
            Self::Outcome(text) => d.outcome = text,
            Self::Reversed(text) => d.reversed = text,
        }
    }
}

impl State {
    /// Values of a growth page that cannot be read in the open assessment, each with its path.
    pub fn unreadable_values(&self, page: GrowthPage) -> Vec<FileError> {
        let blocks = page.blocks().zip(self.assessment());
        blocks.map_or_else(Vec::new, |(group, a)| problems_in(group, self.ladder_of(a), a))
    }

    /// Changes growth data of the open assessment.
    pub(super) fn change_growth(&mut self, change: GrowthChange, now: String, effects: &mut Vec<Effect>) {
        if let GrowthChange::Cited { question, piece, cited } = change {
            self.edit(question, &now, false, effects, |x| {
                x.evidence.retain(|e| *e != piece);
                if cited {
                    x.evidence.push(piece);
                }
            });
            return;
        }
        if change.concerns_evidence() && self.open_mut().is_none() {
            return;
        }
        let taken = match &change {
            GrowthChange::ReadinessTaken(id) => self.find_assessment(id).map(|other| other.readiness.clone()),
            _ => None,
        };
        let ladder = std::rc::Rc::clone(self.ladder());
        let today = (self.day_of)(&now);
        let Some(mut a) = self.current_mut().cloned() else { return };
        if let Some(answers) = taken {
            a.readiness = answers;
            a = as_read_back(&a);
        } else if !write(&ladder, &mut a, change, &today) {
            self.refuse(&FileError::whole(limits::BESIDE_TOO_LARGE));
            return;
        }
        a.updated = now;
        self.take(a, effects);
    }

    /// Starts a separate assessment for the answers about the organization, with the role *manager* and without ratings of
    /// a person.
    pub(super) fn begin_readiness(&mut self, id: String, now: String, effects: &mut Vec<Effect>) {
        let mut a = Assessment::blank(id.clone(), self.current_ladder(), Period::year_until(&(self.day_of)(&now)), now);
        a.rater.role = Role::Manager;
        self.take(a, effects);
        self.current = Some(id);
        self.undo_history = super::undo::UndoHistory::default();
        self.page = Page::Growth(GrowthPage::Readiness);
        effects.push(Effect::SaveLocation);
    }
}

/// Applies a change; `false` if a field would exceed the limits of a file.
fn write(ladder: &Ladder, a: &mut Assessment, change: GrowthChange, today: &str) -> bool {
    let inputs = &ladder.extras.role_inputs;
    match change {
        // An address that cannot be followed is kept as a text, which no field has to give back.
        GrowthChange::Piece(_, PieceField::Link(address)) if !is_text(&address) => return false,
        GrowthChange::PieceAdded(piece) => a.evidence.push(*piece),
        GrowthChange::Piece(id, field) => {
            if let Some(piece) = a.evidence.iter_mut().find(|e| e.id == id) {
                field.write(piece);
            }
        }
        GrowthChange::PieceRemoved(id) => remove_evidence(a, &id),
        GrowthChange::DomainAdded => a.domains.push(Domain::default()),
        GrowthChange::DomainNamed(at, name) => drop(a.domains.get_mut(at).map(|domain| domain.name = name)),
        GrowthChange::DomainDepth(at, depth) => drop(a.domains.get_mut(at).map(|domain| domain.depth = depth)),
        GrowthChange::DomainRemoved(at) if at < a.domains.len() => drop(a.domains.remove(at)),
        GrowthChange::Cited { .. } | GrowthChange::ReadinessTaken(_) | GrowthChange::DomainRemoved(_) => {}
        GrowthChange::Role(field, given) => a.role_shape.set(inputs, &field, given),
        GrowthChange::Leverage(mechanism, how) => drop(a.leverage.insert(mechanism, how)),
        GrowthChange::Readiness(question, presence) => drop(a.readiness.insert(question, presence)),
        GrowthChange::BetAdded(bet) => a.plan.push(*bet),
        GrowthChange::Bet(id, field) => {
            if let Some(bet) = a.plan.iter_mut().find(|b| b.id == id) {
                field.write(bet);
            }
        }
        GrowthChange::BetRemoved(id) => a.plan.retain(|b| b.id != id),
        GrowthChange::DecisionAdded(decision) => a.journal.push(*decision),
        GrowthChange::Decision(id, field) => {
            if let Some(decision) = a.journal.iter_mut().find(|d| d.id == id) {
                field.write(decision, today);
            }
        }
        GrowthChange::DecisionRemoved(id) => a.journal.retain(|d| d.id != id),
    }
    let changed = std::mem::take(a);
    *a = as_read_back(&changed);
    said(a) == said(&changed)
}

/// What the lists beside the level say, without what is kept beside their fields: where a value takes the place of one that
/// could not be read, that one is in the file no more, and nothing of the change is lost with it.
fn said(a: &Assessment) -> (Vec<Evidence>, Vec<Domain>, Vec<Bet>, Vec<Decision>) {
    let (mut pieces, mut domains, mut bets, mut journal) =
        (a.evidence.clone(), a.domains.clone(), a.plan.clone(), a.journal.clone());
    let of_bets = bets.iter_mut().flat_map(|b| b.reviews.iter_mut().map(|r| &mut r.extra).chain([&mut b.extra]));
    let of_pieces = pieces.iter_mut().map(|e| &mut e.extra).chain(domains.iter_mut().map(|d| &mut d.extra));
    for extra in of_pieces.chain(of_bets).chain(journal.iter_mut().map(|d| &mut d.extra)) {
        extra.clear();
    }
    (pieces, domains, bets, journal)
}
