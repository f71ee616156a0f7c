//! The ladders that documents can name: the one in use, and other revisions of it that the page has.

use std::cell::OnceCell;
use std::rc::Rc;

use super::assessment::LadderRef;
use super::ladder::{Ladder, LadderParts};
use super::scoring::Model;

/// A ladder with what is computed from it once.
#[derive(Clone, Debug)]
pub struct LadderInUse {
    ladder: Rc<Ladder>,
    model: OnceCell<Rc<Model>>,
    order: Vec<usize>,
}

impl LadderInUse {
    pub fn new(ladder: impl Into<Rc<Ladder>>) -> Self {
        let ladder = ladder.into();
        Self { model: OnceCell::new(), order: ladder.question_order(), ladder }
    }

    pub fn ladder(&self) -> &Rc<Ladder> {
        &self.ladder
    }

    pub fn model(&self) -> &Rc<Model> {
        self.model.get_or_init(|| Rc::new(Model::new(&self.ladder)))
    }

    /// The questions in the order in which they are asked.
    pub fn order(&self) -> &[usize] {
        &self.order
    }
}

/// A revision that documents may name beside the ladder in use. Its file is read when a document first names it.
#[derive(Clone, Debug)]
pub struct KnownRevision {
    id: String,
    revision: String,
    digest: String,
    read: fn() -> Ladder,
    in_use: OnceCell<LadderInUse>,
}

impl KnownRevision {
    /// `read` has to give the ladder with this id, this revision and this digest.
    pub fn new(id: &str, revision: &str, digest: &str, read: fn() -> Ladder) -> Self {
        let [id, revision, digest] = [id, revision, digest].map(str::to_owned);
        Self { id, revision, digest, read, in_use: OnceCell::new() }
    }

    /// Whether another ladder goes by the names of this revision: then results on it would pass for results on this one.
    pub fn is_imitated_by(&self, other: &Ladder) -> bool {
        self.id == other.id && self.revision == other.revision && self.digest != other.digest
    }

    fn in_use(&self) -> &LadderInUse {
        self.in_use.get_or_init(|| LadderInUse::new((self.read)()))
    }
}

/// The ladder in use, and other revisions with the same id.
#[derive(Clone, Debug)]
pub struct Ladders {
    current: LadderInUse,
    others: Vec<KnownRevision>,
}

impl From<Ladder> for Ladders {
    fn from(ladder: Ladder) -> Self {
        Self::alone(ladder)
    }
}

impl Ladders {
    /// A ladder without other revisions.
    pub fn alone(ladder: impl Into<Rc<Ladder>>) -> Self {
        Self { current: LadderInUse::new(ladder), others: Vec::new() }
    }

    /// Adds other revisions of the ladder in use. One of another ladder is left out: its documents do not belong to this
    /// one.
    #[must_use]
    pub fn with(mut self, known: impl IntoIterator<Item = KnownRevision>) -> Self {
        self.add(known);
        self
    }

    /// See [`Ladders::with`].
    pub fn add(&mut self, known: impl IntoIterator<Item = KnownRevision>) {
        let LadderParts { id, digest, .. } = &***self.current.ladder();
        self.others = known.into_iter().filter(|k| k.id == *id && k.digest != *digest).collect();
    }

    /// Replaces the ladder in use by the same ladder with its extras; what was computed from it stays.
    pub fn complete(&mut self, ladder: Rc<Ladder>) {
        self.current.ladder = ladder;
    }

    /// The ladder that new documents are made with.
    pub fn current(&self) -> &LadderInUse {
        &self.current
    }

    /// The ladder that a document names: by its digest, or by its revision if it has no digest. The ladder in use, if it
    /// names neither or one that is not known here; `profile::warnings` then says so.
    pub fn of(&self, named: &LadderRef) -> &LadderInUse {
        let is_named = |id: &str, revision: &str, digest: &str| {
            id == named.id && if named.digest.is_empty() { revision == named.revision } else { digest == named.digest }
        };
        let LadderParts { id, revision, digest, .. } = &***self.current.ladder();
        if is_named(id, revision, digest) {
            return &self.current;
        }
        let other = self.others.iter().find(|k| is_named(&k.id, &k.revision, &k.digest));
        other.map_or(&self.current, KnownRevision::in_use)
    }

    /// The ladder that several documents name alike; the ladder in use if they do not.
    pub fn of_all<'a>(&self, named: impl IntoIterator<Item = &'a LadderRef>) -> &LadderInUse {
        let mut all = named.into_iter().map(|one| self.of(one));
        let first = all.next().unwrap_or(&self.current);
        if all.all(|next| next.ladder.digest == first.ladder.digest) { first } else { &self.current }
    }

    /// Whether a document names another revision than the ladder in use, and the page has it.
    pub fn names_other(&self, named: &LadderRef) -> bool {
        self.of(named).ladder.digest != self.current.ladder.digest
    }
}
