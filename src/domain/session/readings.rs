//! What files, pasted texts and links turned out to be, and how they become records.

use super::{Changed, History, Page, PaperKey, Session};
use crate::domain::assessment::Assessment;
use crate::domain::codec::{Found, Problem, is_plain_id};
use crate::domain::profile::check;

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
    Filed(PaperKey),
    /// It becomes a record when that is asked for.
    Offered,
    /// It does not become a record.
    Apart,
}

impl Session {
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
        new_id: String,
        changed: &mut Changed,
    ) {
        if self.taken_at_desk(&found) {
            return;
        }
        if self.page != Page::Open {
            self.readings.clear();
        }
        let before = self.page;
        let count = self.readings.len();
        self.take_in(name, found, new_id, changed);
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

    /// One file may hold several: each becomes a reading of its own.
    fn take_in(&mut self, name: String, found: Result<Found, Problem>, new_id: String, changed: &mut Changed) {
        let (found, standing) = match found {
            Ok(Found::Bundle(files)) if !files.is_empty() => {
                for (i, file) in files.into_iter().enumerate() {
                    self.take_in(format!("{name}, {}", i + 1), file, format!("{new_id}-{i}"), changed);
                }
                return;
            }
            Ok(Found::Assessment(a)) => match check(&self.ladder, &a) {
                Ok(_) => match self.stand(&a, new_id, changed) {
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
            Ok(other) => match self.file_paper(&other, changed) {
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
    pub(super) fn begin_as_set_up(&mut self, reading: usize, id: String, now: String, changed: &mut Changed) {
        let Some(Reading { found: Ok(Found::Link(link)), .. }) = self.readings.get(reading) else { return };
        let (role, target) = (link.role, link.target.clone());
        self.start(id, now, changed);
        if let Some(a) = self.current_mut() {
            a.rater.role = role;
            a.subject.target = target;
        }
    }

    fn stand(&mut self, a: &Assessment, new_id: String, changed: &mut Changed) -> Result<Standing, Problem> {
        Ok(match self.record(&a.id) {
            Some(here) if here == a => Standing::Same(a.id.clone()),
            Some(_) => Standing::Differs(a.id.clone()),
            None => Standing::Added(self.add(a.clone(), new_id, changed)?),
        })
    }

    /// Puts an assessment among the records. An id that is missing, odd or taken gives way to a new one.
    pub(super) fn add(&mut self, mut a: Assessment, new_id: String, changed: &mut Changed) -> Result<String, Problem> {
        let taken = self.record(&a.id).is_some() || self.unopened.iter().any(|u| u.key.contains(a.id.as_str()));
        if !is_plain_id(&a.id) || taken {
            a.id = new_id;
        }
        self.possible(&a)?;
        let id = a.id.clone();
        self.take(a, changed);
        Ok(id)
    }

    /// Adds the second state of a record beside the first, or the answers of a link.
    pub(super) fn keep_beside(&mut self, reading: usize, new_id: String, changed: &mut Changed) {
        let Some(Reading { found: Ok(found), standing, .. }) = self.readings.get(reading) else { return };
        let added = match (found, standing) {
            (Found::Assessment(a), Standing::Differs(_)) => (**a).clone(),
            (Found::Link(link), Standing::Offered) => match &link.assessment {
                Some(a) => a.clone(),
                None => return,
            },
            _ => return,
        };
        match self.add(added, new_id, changed) {
            Ok(id) => self.readings[reading].standing = Standing::Added(id),
            Err(problem) => self.refuse(&problem),
        }
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
