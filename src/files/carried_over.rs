//! What an assessment on another revision was made of: a block that is written once and only read after that, so it stays
//! among the fields that the page does not know.

use std::cell::RefCell;

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::assessment::{answer, answer_json, ladder_ref};
use super::envelope::{fields, put};
use super::reader::{Reader, by_name};
use crate::model::assessment::{Answer, Assessment};
use crate::model::carry_over::CarriedOver;

const NAME: &str = "carried_over";

/// What an assessment was carried over from; `None` if it was not, or if the block cannot be read.
pub fn carried_over(a: &Assessment) -> Option<CarriedOver> {
    let problems = RefCell::default();
    let r = Reader::new(a.extra.get(NAME)?, NAME, &problems);
    let answers = r.object("left_open").map(|all| by_name(all.entries().map(|(id, x)| (id.clone(), answer(&x, true)))));
    let out = CarriedOver { from: r.text("from"), ladder: ladder_ref(&r), left_open: answers.unwrap_or_default() };
    problems.into_inner().is_empty().then_some(out)
}

/// Writes it into the assessment.
pub fn note_carried_over(a: &mut Assessment, made_of: &CarriedOver) {
    let CarriedOver { from, ladder, left_open } = made_of;
    let mut block = Map::new();
    put(&mut block, "from", from);
    let named = [("id", ladder.id.as_str()), ("revision", &ladder.revision), ("digest", &ladder.digest)];
    block.insert("ladder".into(), fields(&ladder.extra, &named));
    block.insert("left_open".into(), written(left_open));
    a.extra.insert(NAME.into(), block.into());
}

fn written(answers: &LiteMap<String, Answer>) -> Value {
    let mut out = Map::new();
    for (id, answer) in answers {
        out.insert(id.clone(), answer_json(answer));
    }
    Value::Object(out)
}
