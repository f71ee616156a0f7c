//! The blocks of an assessment file about the role and the organization: its shape, the leverage mix, readiness.

use litemap::LiteMap;

use serde_json::{Number, Value};

use super::FileError;
use super::blocks::{Block, Fields, Problems, read_object, write_object};
use super::conditions::given;
use super::reader::{Reader, by_name, whole};
use crate::messages::files;
use crate::model::condition::FieldValue;
use crate::model::growth::{Presence, RoleShape, Use, fields};
use crate::model::ladder::Ladder;

impl Block for RoleShape {
    const NAME: &'static str = "role_shape";

    /// Every answer, unchecked: which ones are offered depends on the ladder.
    fn read(value: &Value, problems: &Problems) -> Self {
        let mut all = LiteMap::new();
        for (name, value) in read_object(Self::NAME, value, problems).into_iter().flatten() {
            if let Some(given) = given(value) {
                all.insert((name.clone(), None), given);
            }
            for (part, value) in value.as_object().into_iter().flatten() {
                if let Some(given) = given(value) {
                    all.insert((name.clone(), Some(part.clone())), given);
                }
            }
        }
        Self::new(all)
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_object(&said(old.as_ref(), shape_fields), &shape_fields(self), old)
    }
}

fn shape_fields(shape: &RoleShape) -> Fields {
    by_name(shape.given().iter().map(|(field, value)| (field.clone(), given_json(value))))
}

/// Whole numbers are written without a fraction.
fn given_json(value: &FieldValue) -> Value {
    match value {
        FieldValue::Word(word) => word.as_str().into(),
        FieldValue::Number(n) => {
            let number = Value::from(*n);
            whole(&number).map_or(number, |n| Value::Number(Number::from(n)))
        }
    }
}

/// A value in the block that is not one of the ladder's answers.
pub(super) fn role_shape_problems(ladder: &Ladder, block: Option<&Value>, problems: &Problems) {
    for (input, part, field) in fields(&ladder.extras.role_inputs) {
        let value = block.and_then(|block| block.get(&input.id));
        let value = value.and_then(|value| part.map_or(Some(value), |part| value.get(part))).filter(|v| !v.is_null());
        if value.is_some_and(|value| !given(value).is_some_and(|value| input.offers(&value))) {
            let path = format!("{}.{field}", RoleShape::NAME);
            problems.borrow_mut().push(FileError::at(path, files::NOT_OFFERED));
        }
    }
}

impl Block for LiteMap<String, Use> {
    const NAME: &'static str = "leverage";

    fn read(value: &Value, problems: &Problems) -> Self {
        let read = |(id, value): (&String, &Value)| {
            let r = Reader::new(value, &format!("{}.{id}", <Self as Block>::NAME), problems);
            r.is_object().then(|| (id.clone(), Use { often: r.count("often"), reach: r.count("reach") }))
        };
        by_name(read_object(Self::NAME, value, problems).into_iter().flatten().filter_map(read))
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_object(&said(old.as_ref(), use_fields), &use_fields(self), old)
    }
}

fn use_fields(uses: &LiteMap<String, Use>) -> Fields {
    let mut out = Fields::new();
    for (id, given) in uses {
        for (name, step) in [("often", given.often), ("reach", given.reach)] {
            if let Some(step) = step {
                out.insert((id.clone(), Some(name.to_owned())), step.into());
            }
        }
    }
    out
}

impl Block for LiteMap<String, Presence> {
    const NAME: &'static str = "readiness";

    fn read(value: &Value, problems: &Problems) -> Self {
        let read = |(id, value): (&String, &Value)| {
            let presence = PRESENCES.into_iter().find(|p| value.as_str() == Some(presence_word(*p)));
            if presence.is_none() {
                let path = format!("{}.{id}", <Self as Block>::NAME);
                problems.borrow_mut().push(FileError::at(path, files::not_presence(value.to_string())));
            }
            Some((id.clone(), presence?))
        };
        by_name(read_object(Self::NAME, value, problems).into_iter().flatten().filter_map(read))
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_object(&said(old.as_ref(), presence_fields), &presence_fields(self), old)
    }
}

fn presence_fields(answers: &LiteMap<String, Presence>) -> Fields {
    by_name(answers.iter().map(|(id, presence)| ((id.clone(), None), presence_word(*presence).into())))
}

const PRESENCES: [Presence; 4] = [Presence::Present, Presence::Partly, Presence::Absent, Presence::CannotTell];

fn presence_word(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "present",
        Presence::Partly => "partly",
        Presence::Absent => "absent",
        Presence::CannotTell => "cannot-tell",
    }
}

/// The content of an old block.
fn said<T: Block>(old: Option<&Value>, fields: impl Fn(&T) -> Fields) -> Fields {
    old.map_or_else(Fields::new, |old| fields(&T::read(old, &Problems::default())))
}
