//! The failure modes of a ladder file: the fields that are asked, and the conditions and signs declared over them.

use serde_json::Value;

use super::reader::Reader;
use super::reader::{limit, refuse_repeats};
use super::references::{Names, find};
use crate::messages::{files, ladder_files};
use crate::model::condition::{ChanceOf, Compare, Condition, FieldValue, Quantity, RequiredConditions, Test, Threshold};
use crate::model::ladder_extras::{FailureMode, Input, InputKind, Offer, Part};

/// The name under which the profile as a whole is compared.
const OVERALL: &str = "overall";
/// The comparisons of a number, by their names in files.
const COMPARISONS: [(&str, Compare); 5] = [
    ("at_least", Compare::AtLeast),
    ("at_most", Compare::AtMost),
    ("above", Compare::Above),
    ("below", Compare::Below),
    ("is", Compare::Is),
];

/// What is asked about the role.
pub(super) fn inputs(r: &Reader) -> Vec<Input> {
    let read = r.objects("inputs");
    let inputs: Vec<Input> = read.iter().filter_map(input).collect();
    refuse_repeats(r, "inputs", inputs.iter().map(|i| &i.id));
    inputs
}

fn input(r: &Reader) -> Option<Input> {
    let kind = match r.required_text("kind").as_str() {
        "shares" => {
            let parts: Vec<Part> =
                r.objects("parts").iter().map(|p| Part { id: p.required_text("id"), text: p.required_text("text") }).collect();
            limit(r, "parts", parts.len(), 2, 20);
            refuse_repeats(r, "parts", parts.iter().map(|p| &p.id));
            InputKind::Shares { total: positive(r, "total", 100.0), step: positive(r, "step", 5.0), parts }
        }
        "choice" => {
            let offers: Vec<Offer> = r.objects("options").iter().filter_map(offer).collect();
            limit(r, "options", offers.len(), 2, 20);
            InputKind::Choice(offers)
        }
        "count" => InputKind::Count,
        "title" => InputKind::Title,
        other => {
            if !other.is_empty() {
                r.problem("kind", ladder_files::not_input_kind(other));
            }
            return None;
        }
    };
    let (id, title) = (r.required_text("id"), r.required_text("title"));
    Some(Input { id, title, prompt: r.required_text("prompt"), help: r.text("help"), kind })
}

fn positive(r: &Reader, name: &'static str, default: f64) -> f64 {
    let number = r.number(name, default);
    if number <= 0.0 {
        r.problem(name, ladder_files::NOT_POSITIVE);
    }
    number
}

fn offer(r: &Reader) -> Option<Offer> {
    let value = r.get("value").and_then(given);
    if value.is_none() {
        r.problem("value", ladder_files::NOT_NUMBER_OR_TEXT);
    }
    Some(Offer { value: value?, text: r.required_text("text"), unknown: r.flag("unknown") })
}

/// A number or a text.
pub(super) fn given(value: &Value) -> Option<FieldValue> {
    value.as_f64().map(FieldValue::Number).or_else(|| value.as_str().map(|s| FieldValue::Word(s.to_owned())))
}

pub(super) fn failure_modes(r: &Reader, names: &Names, inputs: &[Input]) -> Vec<FailureMode> {
    let modes: Vec<FailureMode> =
        r.objects("failure_modes").iter().filter_map(|m| failure_mode(m, names, &Fields::of(inputs))).collect();
    refuse_repeats(r, "failure_modes", modes.iter().map(|m| &m.id));
    modes
}

fn failure_mode(r: &Reader, names: &Names, fields: &Fields) -> Option<FailureMode> {
    let from = names.level(r, "from").unwrap_or(1);
    let read = r.objects("conditions");
    let ids: Vec<String> = read.iter().map(|c| c.required_text("id")).collect();
    refuse_repeats(r, "conditions", ids.iter());
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let conditions: Vec<Option<Condition>> =
        read.iter().zip(&ids).map(|(c, id)| condition(c, id, names, fields, from, &ids)).collect();
    let core = signs(r, "core", r.get("core"), &ids);
    let present = signs(r, "present", r.get("present"), &ids);
    let watch = signs(r, "watch", r.get("watch"), &ids);
    let attempts = r.texts("try");
    limit(r, "try", attempts.len(), 1, 10);
    Some(FailureMode {
        id: r.required_text("id"),
        title: r.required_text("title"),
        text: r.required_text("text"),
        hint: r.text("hint"),
        cause: r.required_text("cause"),
        attempts,
        from,
        conditions: conditions.into_iter().collect::<Option<_>>()?,
        core: core?,
        present: present?,
        watch: watch?,
    })
}

fn condition(r: &Reader, id: &str, names: &Names, fields: &Fields, from: usize, ids: &[&str]) -> Option<Condition> {
    let milder = r.text("milder_than");
    let milder_than = if milder.is_empty() { None } else { condition_named(r, "milder_than", &milder, ids) };
    if !milder.is_empty() && milder == id {
        r.problem("milder_than", ladder_files::NAMES_ITSELF);
    }
    Some(Condition { text: r.required_text("text"), test: test(r, names, fields, from)?, milder_than, id: id.to_owned() })
}

/// The fields that a test may name.
struct Fields<'a> {
    /// Fields that hold numbers.
    numbers: Vec<String>,
    /// Fields that hold words, with the words.
    choices: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Fields<'a> {
    fn of(inputs: &'a [Input]) -> Self {
        let (mut numbers, mut choices) = (Vec::new(), Vec::new());
        for input in inputs {
            match &input.kind {
                InputKind::Shares { parts, .. } => numbers.extend(parts.iter().map(|p| format!("{}.{}", input.id, p.id))),
                InputKind::Count => numbers.push(input.id.clone()),
                InputKind::Title => {}
                InputKind::Choice(offers) => {
                    let offered: Vec<&str> = offers.iter().filter_map(word).collect();
                    if offered.is_empty() {
                        numbers.push(input.id.clone());
                    } else {
                        choices.push((input.id.as_str(), offered));
                    }
                }
            }
        }
        Self { numbers, choices }
    }

    fn number(&self, r: &Reader, path: &str, field: &str) -> Option<String> {
        let known = self.numbers.iter().find(|f| *f == field);
        if known.is_none() {
            r.problem(path, ladder_files::not_number_field(field));
        }
        known.cloned()
    }
}

fn word(offer: &Offer) -> Option<&str> {
    match &offer.value {
        FieldValue::Word(word) => Some(word),
        FieldValue::Number(_) => None,
    }
}

fn test(r: &Reader, names: &Names, fields: &Fields, from: usize) -> Option<Test> {
    for (name, all) in [("all_of", true), ("any_of", false)] {
        if r.get(name).is_some() {
            let parts = r.objects(name);
            limit(r, name, parts.len(), 1, 10);
            let tests: Vec<Test> = parts.iter().map(|t| test(t, names, fields, from)).collect::<Option<_>>()?;
            return Some(Test::Several(if all { tests.len() } else { 1 }, tests));
        }
    }
    let (field, chance) = (r.text("field"), r.text("chance_of"));
    match (field.is_empty(), chance.is_empty()) {
        (false, true) => {
            if let Some((_, offered)) = fields.choices.iter().find(|(name, _)| *name == field) {
                let word = r.required_text("is");
                find(r, "is", &word, offered, ladder_files::AN_ANSWER)?;
                return Some(Test::Word { field, word });
            }
            let field = fields.number(r, "field", &field)?;
            if r.get("more_than").is_some() {
                let others = r.texts("more_than");
                limit(r, "more_than", others.len(), 1, 20);
                let known = others.iter().enumerate().map(|(i, f)| fields.number(r, &format!("more_than[{i}]"), f));
                return Some(Test::MoreThan { field, others: known.collect::<Option<_>>()? });
            }
            number_test(r, names, from, Quantity::Field(field))
        }
        (true, false) => {
            let of = if chance == OVERALL {
                ChanceOf::Overall
            } else {
                ChanceOf::Dimension(names.dimension(r, "chance_of", &chance)?)
            };
            number_test(r, names, from, Quantity::Chance(of))
        }
        _ => {
            r.problem("", ladder_files::NO_QUANTITY);
            None
        }
    }
}

fn number_test(r: &Reader, names: &Names, from: usize, quantity: Quantity) -> Option<Test> {
    let found: Vec<(&'static str, Compare)> = COMPARISONS.into_iter().filter(|(name, _)| r.get(name).is_some()).collect();
    let [(name, compare)] = found[..] else {
        r.problem("", ladder_files::NO_COMPARISON);
        return None;
    };
    Some(Test::Number { quantity, compare, limit: limits(r, name, names, from)? })
}

/// One number for all levels, or one a level by its id.
fn limits(r: &Reader, name: &'static str, names: &Names, from: usize) -> Option<Threshold> {
    let mut limits = vec![None; names.level_count()];
    match r.get(name)? {
        Value::Number(n) => limits.fill(n.as_f64()),
        Value::Object(_) => {
            let by_level = r.object(name)?;
            for (id, value) in by_level.keys() {
                if let Some(level) = names.level_at(&by_level, id, id) {
                    limits[level] = value.as_f64();
                }
            }
        }
        _ => {}
    }
    if limits[from..].contains(&None) {
        r.problem(name, ladder_files::NO_THRESHOLD);
        return None;
    }
    Some(Threshold(limits))
}

fn condition_named(r: &Reader, path: &str, id: &str, ids: &[&str]) -> Option<usize> {
    let at = ids.iter().position(|known| *known == id);
    if at.is_none() {
        r.problem(path, ladder_files::not_condition(id));
    }
    at
}

/// The id of a condition, or how many of a list have to hold.
fn signs(r: &Reader, path: &str, value: Option<&Value>, ids: &[&str]) -> Option<RequiredConditions> {
    match value {
        None => {
            r.problem(path, files::MISSING);
            None
        }
        Some(Value::String(id)) => condition_named(r, path, id, ids).map(RequiredConditions::One),
        Some(value) => {
            let list = |name: &str| value.get(name).and_then(Value::as_array);
            let (least, of, name) = match (list("all_of"), list("any_of"), list("of")) {
                (Some(all), None, None) => (all.len(), all, "all_of"),
                (None, Some(any), None) => (1, any, "any_of"),
                (None, None, Some(of)) => (value.get("at_least").and_then(super::reader::whole).unwrap_or(0), of, "of"),
                _ => {
                    r.problem(path, ladder_files::NOT_SIGNS);
                    return None;
                }
            };
            if least == 0 || least > of.len() {
                r.problem(path, ladder_files::least_out_of_range(of.len().max(1).to_string()));
                return None;
            }
            let inner = of.iter().enumerate().map(|(i, v)| signs(r, &format!("{path}.{name}[{i}]"), Some(v), ids));
            Some(RequiredConditions::AtLeast(least, inner.collect::<Option<_>>()?))
        }
    }
}
