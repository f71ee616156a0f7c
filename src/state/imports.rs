//! What files, pasted texts and links turned out to be, and how they become records.

use super::{DocumentKey, Effect, History, Page, State};
use crate::files::{Found, Problem, is_plain_id};
use crate::model::assessment::Assessment;
use crate::model::profile::check;

/// What a file, a pasted text or a link turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The file's name, or what it was.
    pub name: String,
    /// What was found.
    pub found: Result<Found, Problem>,
    /// How it stands to what was here.
    pub standing: Standing,
}

/// The most that is added without being asked for, until the page for files is opened anew.
pub const UNASKED: usize = 20;

/// What came in since the page for files was opened: it can be taken away together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Came {
    /// Assessments, each with the time of its last change: what was worked on since stays.
    assessments: Vec<(String, String)>,
    papers: Vec<DocumentKey>,
}

/// How something that was read stands to what was here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is among the records now, under this id.
    Added(String),
    /// It was here already, just as it is in the file.
    Same(String),
    /// Another state of the record with this id is here; both can be kept.
    Differs(String),
    /// It is a paper of a calibration, and is among those now.
    Filed(DocumentKey),
    /// It becomes a record when that is asked for.
    Offered,
    /// Several in one file: how many were added, and how many were here already. What needs a decision is listed by itself.
    Together {
        /// Added.
        added: usize,
        /// Here already.
        same: usize,
    },
    /// It does not become a record.
    Apart,
}

impl State {
    /// What was read since the page for it was opened.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Takes in what was read. Assessments that are new here become records; of two states of one, both are shown.
    pub(super) fn read(
        &mut self,
        name: String,
        found: Result<Found, Problem>,
        alone: bool,
        new_id: &str,
        effects: &mut Vec<Effect>,
    ) {
        if self.taken_at_desk(&found) {
            return;
        }
        if self.page != Page::Open {
            self.readings.clear();
            self.came = Came::default();
        }
        let before = self.page;
        let count = self.readings.len();
        self.take_in(name, found, new_id, false, effects);
        self.page = Page::Open;
        match self.readings.last() {
            Some(Reading { standing: Standing::Filed(_), .. }) if before.is_at_desk() => self.page = before,
            Some(Reading { found: Err(problem), .. }) if before.is_at_desk() => {
                self.desk.say(format!("This could not be opened: {problem}."));
                self.page = before;
            }
            _ => {}
        }
        if alone && count + 1 == self.readings.len() {
            self.open_read(count);
        }
    }

    /// What came in and is still as it came: the ids of assessments, and papers.
    pub fn came_in(&self) -> (Vec<String>, Vec<DocumentKey>) {
        let as_it_came = |(id, updated): &&(String, String)| {
            self.find_assessment(id).is_some_and(|r| r.updated == *updated) && self.with_snapshots(id).len() == 1
        };
        (self.came.assessments.iter().filter(as_it_came).map(|(id, _)| id.clone()).collect(), self.came.papers.clone())
    }

    /// How many more may be added unasked.
    fn room(&self) -> usize {
        UNASKED.saturating_sub(self.came.assessments.len() + self.came.papers.len())
    }

    /// One file may hold several: each becomes a reading of its own, unless there are many. Those wait until they are
    /// asked for.
    fn take_in(&mut self, name: String, found: Result<Found, Problem>, new_id: &str, asked: bool, effects: &mut Vec<Effect>) {
        let waits = !asked && self.room() == 0;
        let (found, standing) = match found {
            Ok(Found::Bundle(files)) if !asked && holds(&files) > self.room() => (Ok(Found::Bundle(files)), Standing::Offered),
            Ok(Found::Bundle(files)) if !files.is_empty() => {
                for (i, file) in files.into_iter().enumerate() {
                    self.take_in(format!("{name}, {}", i + 1), file, &format!("{new_id}-{i}"), asked, effects);
                }
                return;
            }
            Ok(Found::Assessment(a)) => match check(&self.ladder, &a) {
                Ok(_) if waits && self.find_assessment(&a.id).is_none() => (Ok(Found::Assessment(a)), Standing::Offered),
                Ok(_) => match self.stand(&a, new_id, effects) {
                    Ok(standing) => (Ok(Found::Assessment(a)), standing),
                    Err(problem) => (Err(problem), Standing::Apart),
                },
                Err(problem) => (Err(problem), Standing::Apart),
            },
            Ok(Found::Link(link)) => match link.assessment.as_ref().map(|a| check(&self.ladder, a)) {
                Some(Err(problem)) => (Err(problem), Standing::Apart),
                None if link.ladder.id != self.ladder.id => (Err(self.other_ladder(&link.ladder.id)), Standing::Apart),
                _ => (Ok(Found::Link(link)), Standing::Offered),
            },
            Ok(other) if waits && is_paper(&other) => (Ok(other), Standing::Offered),
            Ok(other) => match self.file(&other, effects) {
                Some(Ok(standing)) => (Ok(other), standing),
                Some(Err(problem)) => (Err(problem), Standing::Apart),
                None => (Ok(other), Standing::Apart),
            },
            other => (other, Standing::Apart),
        };
        self.readings.push(Reading { name, found, standing });
    }

    fn other_ladder(&self, id: &str) -> Problem {
        Problem::at("ladder.id", format!("this is for the ladder \"{id}\"; the ladder in use is \"{}\"", self.ladder.id))
    }

    /// Begins an assessment as a link sets it up.
    pub(super) fn begin_as_set_up(&mut self, reading: usize, id: String, now: String, effects: &mut Vec<Effect>) {
        let Some(Reading { found: Ok(Found::Link(link)), .. }) = self.readings.get(reading) else { return };
        let (role, target) = (link.role, link.target.clone());
        self.start(id, now, effects);
        if let Some(a) = self.current_mut() {
            a.rater.role = role;
            a.subject.target = target;
        }
    }

    /// Files a paper, and remembers it if it is new.
    fn file(&mut self, found: &Found, effects: &mut Vec<Effect>) -> Option<Result<Standing, Problem>> {
        let before = effects.len();
        let filed = self.file_paper(found, effects);
        let saved = |effect: &Effect| if let Effect::Save(key) = effect { Some(key.clone()) } else { None };
        self.came.papers.extend(effects.iter().skip(before).filter_map(saved));
        filed
    }

    fn stand(&mut self, a: &Assessment, new_id: &str, effects: &mut Vec<Effect>) -> Result<Standing, Problem> {
        Ok(match self.find_assessment(&a.id) {
            Some(here) if here == a => Standing::Same(a.id.clone()),
            Some(_) => Standing::Differs(a.id.clone()),
            None => Standing::Added(self.add(a.clone(), new_id, effects)?),
        })
    }

    /// Puts an assessment among the records. An id that is missing, odd or taken gives way to a new one.
    pub(super) fn add(&mut self, mut a: Assessment, new_id: &str, effects: &mut Vec<Effect>) -> Result<String, Problem> {
        let taken = self.find_assessment(&a.id).is_some() || self.unopened.iter().any(|u| u.key.contains(a.id.as_str()));
        if !is_plain_id(&a.id) || taken {
            new_id.clone_into(&mut a.id);
        }
        self.possible(&a)?;
        let id = a.id.clone();
        self.came.assessments.push((id.clone(), a.updated.clone()));
        self.take(a, effects);
        Ok(id)
    }

    /// Adds the second state of a record beside the first, the answers of a link, or what is offered.
    pub(super) fn keep_beside(&mut self, reading: usize, new_id: &str, effects: &mut Vec<Effect>) {
        let Some(Reading { found: Ok(found), standing, .. }) = self.readings.get(reading) else { return };
        let added = match (found, standing) {
            (Found::Assessment(a), Standing::Differs(_) | Standing::Offered) => (**a).clone(),
            (Found::Link(link), Standing::Offered) => match &link.assessment {
                Some(a) => a.clone(),
                None => return,
            },
            (_, Standing::Offered) => return self.keep_many(reading, new_id, effects),
            _ => return,
        };
        match self.add(added, new_id, effects) {
            Ok(id) => self.readings[reading].standing = Standing::Added(id),
            Err(problem) => self.refuse(&problem),
        }
    }

    /// Adds all of a file with many, or a paper. What needs a decision, or cannot be kept, is listed by itself.
    fn keep_many(&mut self, reading: usize, new_id: &str, effects: &mut Vec<Effect>) {
        let (name, found) = (self.readings[reading].name.clone(), self.readings[reading].found.clone());
        let list = self.readings.len();
        self.take_in(name, found, new_id, true, effects);
        let (mut added, mut same) = (0, 0);
        for read in self.readings.split_off(list) {
            match read.standing {
                Standing::Added(_) | Standing::Filed(_) => added += 1,
                Standing::Same(_) => same += 1,
                _ => self.readings.push(read),
            }
        }
        self.readings[reading].found = Ok(Found::Bundle(Vec::new()));
        self.readings[reading].standing = Standing::Together { added, same };
    }

    /// Adds everything that is offered but links: what they carry may be about somebody else.
    pub(super) fn keep_offered(&mut self, new_id: &str, effects: &mut Vec<Effect>) {
        for reading in 0..self.readings.len() {
            let Reading { found, standing, .. } = &self.readings[reading];
            if *standing == Standing::Offered && !matches!(found, Ok(Found::Link(_))) {
                self.keep_beside(reading, &format!("{new_id}-{reading}"), effects);
            }
        }
    }

    /// Takes away what came in, but for what was worked on since.
    pub(super) fn take_readings_away(&mut self, effects: &mut Vec<Effect>) {
        let (records, papers) = self.came_in();
        for id in &records {
            self.take_away(id);
        }
        for key in &papers {
            self.take_paper_away(key);
        }
        effects.push(Effect::Delete(records.into_iter().map(DocumentKey::assessment).chain(papers).collect()));
        self.readings.clear();
        self.came = Came::default();
        self.page = Page::Open;
        effects.push(Effect::SaveLocation);
    }

    /// Opens what was read, if it is an assessment and one state of it is here.
    fn open_read(&mut self, reading: usize) {
        if let Some(Reading { standing: Standing::Filed(key), .. }) = self.readings.get(reading) {
            let key = key.clone();
            self.turn_to_paper(&key);
            return;
        }
        let Some(Reading { standing: Standing::Added(id) | Standing::Same(id), .. }) = self.readings.get(reading) else { return };
        self.current = Some(id.clone());
        self.history = History::default();
        self.page = self.resume();
    }
}

/// How many of the files in one would be added.
fn holds(files: &[Result<Found, Problem>]) -> usize {
    files.iter().flatten().filter(|found| matches!(found, Found::Assessment(_)) || is_paper(found)).count()
}

fn is_paper(found: &Found) -> bool {
    matches!(found, Found::Invitation(_) | Found::Sealed(_) | Found::SessionRecord(_) | Found::Review(_))
}
