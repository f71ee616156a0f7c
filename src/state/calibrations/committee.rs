//! The committee: a member's own review form, and the combined files of several members.

use super::super::{Effect, State};
use super::code_of;
use crate::calibration::{Mark, Remark, Review};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKey, DocumentKind};
use crate::model::assessment::Assessment;

/// Files of several members, in memory alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommitteeFiles {
    /// Members' marks on a record.
    pub reviews: Vec<Review>,
    /// Members' blind ratings.
    pub ratings: Vec<Assessment>,
    /// Whether the members' names are shown.
    pub names: bool,
}

impl State {
    pub(super) fn start_review(&mut self, record: &str, id: String, now: String, effects: &mut Vec<Effect>) {
        let Some(record) = self.calibrations.session_record(record).filter(|r| r.finished().is_some()) else { return };
        let review = Review::of(record, &code_of(record).to_string(), id.clone(), String::new(), now.clone());
        if self.keep(CalibrationDocument::made(Content::Review(Box::new(review)), now), effects) {
            self.calibrations.review_form = id;
        }
    }

    pub(super) fn edit_review(&mut self, now: String, effects: &mut Vec<Effect>, edit: impl FnOnce(&mut Review)) {
        let key = DocumentKey { kind: DocumentKind::Review, id: self.calibrations.review_form.clone() };
        let Some(CalibrationDocument { content: Content::Review(review), at, origin }) =
            self.calibrations.document(&key).cloned()
        else {
            return;
        };
        let mut review = review;
        edit(&mut review);
        review.updated = now;
        self.keep(CalibrationDocument { content: Content::Review(review), at, origin }, effects);
    }

    /// A text without a mark counts as *pass*.
    pub(super) fn mark(
        &mut self,
        question: usize,
        mark: Option<Mark>,
        text: Option<String>,
        now: String,
        effects: &mut Vec<Effect>,
    ) {
        let Some((_, record)) = self.calibrations.review_form() else { return };
        let used = self.ladders.of(record.ladder()).ladder();
        let Some(id) = used.questions.get(question).map(|q| q.id.clone()) else { return };
        self.edit_review(now, effects, |review| {
            let blank = Remark { mark: Mark::Pass, text: String::new(), extra: serde_json::Map::new() };
            let mut remark = review.marks.get(&id).cloned().unwrap_or(blank);
            remark.mark = mark.unwrap_or(remark.mark);
            remark.text = text.unwrap_or(remark.text);
            review.marks.insert(id, remark);
        });
    }
}
