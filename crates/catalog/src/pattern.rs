//! A message as the renderer needs it, read from Fluent's tree.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeMap;

pub(crate) type Terms<'s> = BTreeMap<&'s str, &'s fluent_syntax::ast::Pattern<&'s str>>;
pub(crate) type Pattern = Vec<Part>;

#[derive(Debug, PartialEq)]
pub(crate) enum Part {
    Text(String),
    Argument(String),
    Slot(usize),
    /// The word before the last entry; empty where commas are all that separates them.
    List {
        argument: String,
        word: String,
    },
    Plural {
        argument: String,
        cases: Vec<(Case, Pattern)>,
    },
    Select {
        argument: String,
        cases: Vec<(String, Pattern)>,
        other: Pattern,
    },
}

#[derive(Debug, PartialEq)]
pub(crate) enum Case {
    Exactly(usize),
    One,
    Other,
}

pub(crate) fn pattern(read: &fluent_syntax::ast::Pattern<&str>, terms: &Terms) -> Result<Pattern, String> {
    let mut parts = Vec::new();
    for element in &read.elements {
        match element {
            PatternElement::TextElement { value } => text(&mut parts, &value.replace('\n', " ")),
            PatternElement::Placeable { expression } => placeable(expression, terms, &mut parts)?,
        }
    }
    Ok(parts)
}

fn text(parts: &mut Pattern, more: &str) {
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(more);
    } else if !more.is_empty() {
        parts.push(Part::Text(more.to_owned()));
    }
}

fn placeable(expression: &Expression<&str>, terms: &Terms, parts: &mut Pattern) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => inline_part(inline, terms, parts),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            parts.push(selection(id.name, variants, terms)?);
            Ok(())
        }
        Expression::Select { .. } => Err("only an argument can be selected by.".into()),
    }
}

fn inline_part(inline: &InlineExpression<&str>, terms: &Terms, parts: &mut Pattern) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { value } => text(parts, &unescape_unicode_to_string(value)),
        InlineExpression::NumberLiteral { value } => {
            parts.push(Part::Slot(value.parse().map_err(|_| format!("{value} is no number of a slot."))?));
        }
        InlineExpression::VariableReference { id } => parts.push(Part::Argument(id.name.replace('-', "_"))),
        InlineExpression::FunctionReference { id, arguments } if id.name == "LIST" => parts.push(list(arguments)?),
        InlineExpression::FunctionReference { id, .. } => return Err(format!("{} is not a function of this catalog.", id.name)),
        InlineExpression::TermReference { id, .. } => {
            let term = terms.get(id.name).ok_or_else(|| format!("-{} is not a term of this file.", id.name))?;
            for part in pattern(term, terms)? {
                match part {
                    Part::Text(more) => text(parts, &more),
                    other => parts.push(other),
                }
            }
        }
        InlineExpression::MessageReference { .. } => return Err("a message cannot stand in another; make it a term.".into()),
        InlineExpression::Placeable { expression } => placeable(expression, terms, parts)?,
    }
    Ok(())
}

fn list(arguments: &CallArguments<&str>) -> Result<Part, String> {
    let word = arguments.named.iter().find(|named| named.name.name == "type").map(|named| &named.value);
    match (&arguments.positional[..], word) {
        ([InlineExpression::VariableReference { id }], Some(InlineExpression::StringLiteral { value }))
            if matches!(*value, "and" | "or" | "unit") =>
        {
            let word = if *value == "unit" { "" } else { value };
            Ok(Part::List { argument: id.name.replace('-', "_"), word: word.to_owned() })
        }
        _ => Err("a list is written as LIST($names, type: \"and\"), or with \"or\" or \"unit\".".into()),
    }
}

fn selection(name: &str, variants: &[Variant<&str>], terms: &Terms) -> Result<Part, String> {
    let argument = name.replace('-', "_");
    let by_number = variants.iter().all(|variant| match &variant.key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => matches!(*name, "one" | "other"),
    });
    if by_number {
        let case = |variant: &Variant<&str>| {
            let case = match &variant.key {
                VariantKey::NumberLiteral { value } => {
                    Case::Exactly(value.parse().map_err(|_| format!("{value} is no whole number."))?)
                }
                VariantKey::Identifier { name: "one" } => Case::One,
                VariantKey::Identifier { .. } => Case::Other,
            };
            Ok((case, pattern(&variant.value, terms)?))
        };
        let cases = variants.iter().map(case).collect::<Result<Vec<_>, String>>()?;
        return match cases.last() {
            Some((Case::Other, _)) => Ok(Part::Plural { argument, cases }),
            _ => Err("the last variant of a number has to be *[other].".into()),
        };
    }
    let (mut cases, mut other) = (Vec::new(), None);
    for variant in variants {
        let written = pattern(&variant.value, terms)?;
        match &variant.key {
            _ if variant.default => other = Some(written),
            VariantKey::Identifier { name } => cases.push(((*name).to_owned(), written)),
            VariantKey::NumberLiteral { value } => return Err(format!("{value} stands among names.")),
        }
    }
    other.map(|other| Part::Select { argument, cases, other }).ok_or_else(|| "a selector needs a variant with a star.".into())
}

/// Each text that a pattern can be, with `{}` for arguments and slots.
pub(crate) fn variants(parts: &[Part]) -> Vec<String> {
    parts.iter().fold(vec![String::new()], |before, part| {
        let next: Vec<String> = match part {
            Part::Text(text) => vec![text.clone()],
            Part::Argument(_) | Part::Slot(_) | Part::List { .. } => vec!["{}".to_owned()],
            Part::Plural { cases, .. } => cases.iter().flat_map(|(_, parts)| variants(parts)).collect(),
            Part::Select { cases, other, .. } => {
                cases.iter().map(|(_, parts)| parts).chain([other]).flat_map(|parts| variants(parts)).collect()
            }
        };
        before.iter().flat_map(|text| next.iter().map(move |more| format!("{text}{more}"))).collect()
    })
}
