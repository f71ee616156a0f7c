//! The blocks of an assessment file about the role and the organisation: its shape, the leverage mix, readiness. They are
//! changed in place, so that what this version does not know stays where it is.

use litemap::LiteMap;

use std::cell::RefCell;

use serde_json::{Map, Number, Value};

use super::conditions::given;
use super::reader::{Reader, whole};
use super::{Problem, evidence, plan};
use crate::domain::assessment::Assessment;
use crate::domain::condition::Given;
use crate::domain::ladder::Ladder;
use crate::domain::ladder_extras::{Input, InputKind};
use crate::domain::leverage::Use;
use crate::domain::readiness::Presence;
use crate::domain::role_shape::RoleShape;

const ROLE_SHAPE: &str = "role_shape";
const LEVERAGE: &str = "leverage";
const READINESS: &str = "readiness";

/// The shape of the role, as far as the ladder asks for it and the file has it in a form that can be read.
pub fn role_shape_of(ladder: &Ladder, a: &Assessment) -> RoleShape {
    role_shape(ladder, a, &RefCell::default())
}

fn role_shape(ladder: &Ladder, a: &Assessment, problems: &RefCell<Vec<Problem>>) -> RoleShape {
    let mut shape = RoleShape::default();
    let Some(block) = block(a, ROLE_SHAPE, problems) else { return shape };
    for (input, part, field) in fields(ladder) {
        let Some(value) = lookup(block, &input.id, part) else { continue };
        if let Some(given) = readable(input, value) {
            shape.given.insert(field, given);
        } else {
            let path = format!("{ROLE_SHAPE}.{field}");
            problems.borrow_mut().push(Problem::at(path, "is not an answer that the ladder offers"));
        }
    }
    shape
}

/// Puts it in the place of what the assessment has for the fields that the ladder asks for.
pub fn put_role_shape(ladder: &Ladder, a: &mut Assessment, shape: &RoleShape) {
    change(a, ROLE_SHAPE, |block| {
        for (input, part, field) in fields(ladder) {
            let was_read = lookup(block, &input.id, part).is_some_and(|v| readable(input, v).is_some());
            let name = part.unwrap_or(&input.id);
            match shape.given.get(&field) {
                Some(given) if part.is_some() => insert_nested(block, &input.id, name, given_json(given)),
                Some(given) => drop(block.insert(name.to_owned(), given_json(given))),
                None if was_read && part.is_some() => remove_nested(block, &input.id, name),
                None if was_read => drop(block.remove(name)),
                None => {}
            }
        }
    });
}

/// Each field that the ladder asks for: its input, its part and its name.
fn fields(ladder: &Ladder) -> Vec<(&Input, Option<&str>, String)> {
    let mut all = Vec::new();
    for input in &ladder.extras.role_inputs {
        match &input.kind {
            InputKind::Shares { parts, .. } => {
                all.extend(parts.iter().map(|p| (input, Some(p.id.as_str()), format!("{}.{}", input.id, p.id))));
            }
            InputKind::Title => {}
            InputKind::Choice(_) | InputKind::Count => all.push((input, None, input.id.clone())),
        }
    }
    all
}

fn lookup<'a>(block: &'a Map<String, Value>, input: &str, part: Option<&str>) -> Option<&'a Value> {
    let value = block.get(input)?;
    let value = part.map_or(Some(value), |part| value.get(part))?;
    (!value.is_null()).then_some(value)
}

fn readable(input: &Input, value: &Value) -> Option<Given> {
    match &input.kind {
        InputKind::Shares { total, .. } => value.as_f64().filter(|share| (0.0..=*total).contains(share)).map(Given::Number),
        InputKind::Count => whole(value).map(|n| Given::Number(n as f64)),
        InputKind::Choice(offers) => given(value).filter(|given| offers.iter().any(|o| o.value == *given)),
        InputKind::Title => None,
    }
}

/// Whole numbers are written without a fraction.
fn given_json(given: &Given) -> Value {
    match given {
        Given::Word(word) => word.as_str().into(),
        Given::Number(n) => {
            let number = Value::from(*n);
            whole(&number).map_or(number, |n| Value::Number(Number::from(n)))
        }
    }
}

/// The level of the title held and of the one aimed at: the subject's words as an id or a name of a level; where it has
/// none, what stands in the block about the role, there also as the place of the level in the ladder.
pub fn held_and_target(ladder: &Ladder, a: &Assessment) -> (Option<usize>, Option<usize>) {
    let level = |words: &str| {
        let named = ladder.levels.iter().position(|l| l.title.eq_ignore_ascii_case(words.trim()));
        ladder.level_index(words).or(named)
    };
    let in_block = |name: &str| {
        let value = a.extra.get(ROLE_SHAPE)?.get(name)?;
        value.as_str().and_then(level).or_else(|| whole(value).filter(|l| *l < ladder.levels.len()))
    };
    let of = |words: &str, name: &str| if words.is_empty() { in_block(name) } else { level(words) };
    (of(&a.subject.title, "title"), of(&a.subject.target, "target"))
}

/// How the mechanisms are used, by the mechanism's id.
pub fn leverage_of(a: &Assessment) -> LiteMap<String, Use> {
    leverage(a, &RefCell::default())
}

fn leverage(a: &Assessment, problems: &RefCell<Vec<Problem>>) -> LiteMap<String, Use> {
    let Some(block) = block(a, LEVERAGE, problems) else { return LiteMap::default() };
    let read = |(id, value): (&String, &Value)| {
        let r = Reader::new(value, &format!("{LEVERAGE}.{id}"), problems);
        r.is_object().then(|| (id.clone(), Use { often: r.count("often"), reach: r.count("reach") }))
    };
    block.iter().filter_map(read).collect()
}

/// Puts it in the place of what the assessment has.
pub fn put_leverage(a: &mut Assessment, uses: &LiteMap<String, Use>) {
    let old: Vec<String> = leverage_of(a).keys().cloned().collect();
    change(a, LEVERAGE, |block| {
        for id in old.iter().chain(uses.keys()) {
            let given = uses.get(id).copied().unwrap_or_default();
            for (name, step) in [("often", given.often), ("reach", given.reach)] {
                match step {
                    Some(step) => insert_nested(block, id, name, step.into()),
                    None if block.get(id).and_then(|v| whole(v.get(name)?)).is_some() => remove_nested(block, id, name),
                    None => {}
                }
            }
        }
    });
}

/// Answers about the organisation, by question id.
pub fn readiness_of(a: &Assessment) -> LiteMap<String, Presence> {
    readiness(a, &RefCell::default())
}

fn readiness(a: &Assessment, problems: &RefCell<Vec<Problem>>) -> LiteMap<String, Presence> {
    let Some(block) = block(a, READINESS, problems) else { return LiteMap::default() };
    let read = |(id, value): (&String, &Value)| {
        let presence = presence(value);
        if presence.is_none() {
            let message = format!("{value} is not known; it is one of present, partly, absent, cannot-tell");
            problems.borrow_mut().push(Problem::at(format!("{READINESS}.{id}"), message));
        }
        Some((id.clone(), presence?))
    };
    block.iter().filter_map(read).collect()
}

/// Puts them in the place of what the assessment has.
pub fn put_readiness(a: &mut Assessment, answers: &LiteMap<String, Presence>) {
    change(a, READINESS, |block| {
        let mut kept = Map::new();
        for (id, value) in block.iter().filter(|(_, value)| presence(value).is_none()) {
            kept.insert(id.clone(), value.clone());
        }
        for (id, presence) in answers {
            kept.insert(id.clone(), presence_word(*presence).into());
        }
        *block = kept;
    });
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

fn presence(value: &Value) -> Option<Presence> {
    PRESENCES.into_iter().find(|p| value.as_str() == Some(presence_word(*p)))
}

/// Everything in the blocks of an assessment beside its answers that cannot be read, with its place. It is kept as it is.
pub fn block_problems(ladder: &Ladder, a: &Assessment) -> Vec<Problem> {
    let problems = RefCell::default();
    evidence::problems(a, &problems);
    let _ = role_shape(ladder, a, &problems);
    let _ = leverage(a, &problems);
    let _ = readiness(a, &problems);
    plan::problems(a, &problems);
    problems.into_inner()
}

/// A block that has to be an object.
fn block<'a>(a: &'a Assessment, name: &str, problems: &RefCell<Vec<Problem>>) -> Option<&'a Map<String, Value>> {
    let value = a.extra.get(name).filter(|v| !v.is_null())?;
    if !value.is_object() {
        problems.borrow_mut().push(Problem::at(name, "has to be an object"));
    }
    value.as_object()
}

/// Changes a block, which is left out when nothing stays in it. What is no object stays until something takes its place.
fn change(a: &mut Assessment, name: &str, change: impl FnOnce(&mut Map<String, Value>)) {
    let (mut block, other) = match a.extra.remove(name) {
        Some(Value::Object(block)) => (block, None),
        other => (Map::new(), other.filter(|v| !v.is_null())),
    };
    change(&mut block);
    let left = if block.is_empty() { other } else { Some(block.into()) };
    if let Some(value) = left {
        a.extra.insert(name.into(), value);
    }
}

/// Puts a field into an object inside a block; the object takes the place of anything else.
fn insert_nested(block: &mut Map<String, Value>, name: &str, field: &str, value: Value) {
    let mut object = match block.remove(name) {
        Some(Value::Object(object)) => object,
        _ => Map::new(),
    };
    object.insert(field.into(), value);
    block.insert(name.into(), object.into());
}

/// Takes a field out of an object inside a block, and the object with its last field.
fn remove_nested(block: &mut Map<String, Value>, name: &str, field: &str) {
    let Some(object) = block.get_mut(name).and_then(Value::as_object_mut) else { return };
    object.remove(field);
    if object.is_empty() {
        block.remove(name);
    }
}
