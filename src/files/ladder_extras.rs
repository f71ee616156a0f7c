//! The blocks of a ladder file besides its dimensions. Each may be absent; what is there is checked, and blocks that this
//! version does not know are kept.

use super::conditions::{failure_modes, inputs};
use super::reader::Reader;
use super::reader::{limit, refuse_repeats};
use super::references::{Names, one, required, several};
use crate::messages::{files, ladder_files};
use crate::model::ladder_extras::{
    Altitude, Crosswalk, CrosswalkAttribute, CrosswalkLevel, Depth, DepthScale, EvidenceGuide, EvidencePrompt, Extras, Factor,
    FieldOf, Lens, LeveragePrompt, LeverageScale, Mechanism, Misconception, Readiness, ReadinessCondition, ReadinessQuestion,
    Scale, Side, Template, TemplateField,
};

/// Reads all blocks. Fields that nothing has read before this are kept as unknown.
pub(super) fn extras(r: &Reader, names: &Names) -> Extras {
    for name in ["format", "version", "checksum"] {
        let _ = r.get(name);
    }
    let mechanisms = mechanisms(r);
    let mechanism_ids: Vec<&str> = mechanisms.iter().map(|m| m.id.as_str()).collect();
    let templates = templates(r, &mechanism_ids);
    let template_ids: Vec<&str> = templates.iter().map(|t| t.id.as_str()).collect();
    let role = r.object("role_shape");
    let role_inputs = role.as_ref().map(inputs).unwrap_or_default();
    let mut out = Extras {
        leverage: r.object("leverage").and_then(|l| leverage(&l, names, &mechanism_ids)),
        failure_modes: failure_modes(r, names, &role_inputs),
        role_introduction: role.map(|s| s.text("introduction")).unwrap_or_default(),
        role_inputs,
        readiness: readiness(r, names),
        traits: lenses(r, "traits", names, &template_ids),
        archetypes: lenses(r, "archetypes", names, &template_ids),
        crosswalks: crosswalks(r, names),
        evidence: EvidenceGuide {
            prompts: r.objects("evidence_prompts").iter().map(|p| prompt(p, &template_ids)).collect(),
            altitudes: altitudes(r, names),
            depths: r.object("domain_depths").and_then(|d| depths(&d)),
            templates: Vec::new(),
        },
        misconceptions: r
            .objects("misconceptions")
            .iter()
            .map(|m| Misconception { claim: m.required_text("claim"), answer: m.required_text("answer") })
            .collect(),
        mechanisms: Vec::new(),
        unknown: r.extra(),
    };
    out.evidence.templates = templates;
    out.mechanisms = mechanisms;
    out
}

fn mechanisms(r: &Reader) -> Vec<Mechanism> {
    let read = |m: &Reader| Mechanism {
        id: m.required_text("id"),
        title: m.required_text("title"),
        text: m.text("text"),
        tests: m.texts("tests"),
        evidence_prompt: m.text("evidence_prompt"),
    };
    let all: Vec<Mechanism> = r.objects("mechanisms").iter().map(read).collect();
    refuse_repeats(r, "mechanisms", all.iter().map(|m| &m.id));
    all
}

fn leverage(r: &Reader, names: &Names, mechanisms: &[&str]) -> Option<LeverageScale> {
    let scale = |name: &'static str| {
        let Some(s) = r.object(name) else {
            r.problem(name, files::MISSING);
            return None;
        };
        let steps = s.texts("steps");
        limit(&s, "steps", steps.len(), 2, 10);
        Scale::new(s.required_text("prompt"), steps)
    };
    let share = |name: &'static str, default: f64| {
        let number = r.number(name, default);
        if !(0.0..=1.0).contains(&number) {
            r.problem(name, files::not_between("0", "1"));
        }
        number
    };
    let prompt = |p: &Reader| {
        let (level, text) = (names.required_level(p, "level"), p.required_text("text"));
        Some(LeveragePrompt { mechanism: required(p, "mechanism", mechanisms, ladder_files::A_MECHANISM)?, level, text })
    };
    let (often, reach) = (scale("often"), scale("reach"));
    let (balanced_below, unused_at_most) = (share("balanced_below", 0.4), share("unused_at_most", 0.0625));
    let prompts = r.objects("prompts").iter().filter_map(prompt).collect();
    Some(LeverageScale { often: often?, reach: reach?, balanced_below, unused_at_most, prompts })
}

fn readiness(r: &Reader, names: &Names) -> Readiness {
    let question = |q: &Reader| ReadinessQuestion {
        id: q.required_text("id"),
        prompt: q.required_text("prompt"),
        help: q.text("help"),
        clause: q.required_text("absent_means"),
        bears_on: names.dimensions(q, "bears_on"),
    };
    let condition = |c: &Reader| {
        let questions: Vec<ReadinessQuestion> = c.objects("questions").iter().map(question).collect();
        limit(c, "questions", questions.len(), 1, 10);
        ReadinessCondition {
            id: c.required_text("id"),
            title: c.required_text("title"),
            text: c.text("text"),
            questions,
            present: c.required_text("present"),
            partly: c.required_text("partly"),
            absent: c.required_text("absent"),
            cannot_tell: c.required_text("cannot_tell"),
            attempts: c.texts("try"),
        }
    };
    let conditions: Vec<ReadinessCondition> = r.objects("readiness").iter().map(condition).collect();
    refuse_repeats(r, "readiness", conditions.iter().map(|c| &c.id));
    refuse_repeats(r, "readiness.questions", conditions.iter().flat_map(|c| &c.questions).map(|q| &q.id));
    let frame = r.object("readiness_frame");
    let text = |name: &'static str| frame.as_ref().map(|f| f.text(name)).unwrap_or_default();
    Readiness {
        introduction: text("introduction"),
        closing: text("closing"),
        shown_from: frame.as_ref().and_then(|f| names.level(f, "beside_from")),
        conditions,
    }
}

fn lenses(r: &Reader, name: &'static str, names: &Names, templates: &[&str]) -> Vec<Lens> {
    let side = |s: &Reader| Side {
        title: s.required_text("title"),
        text: s.required_text("text"),
        answered_by: names.questions(s, "answered_by"),
    };
    let lens = |l: &Reader| {
        let sides: Vec<Side> = l.objects("sides").iter().map(side).collect();
        if sides.len() == 1 {
            l.problem("sides", ladder_files::ONE_SIDE);
        }
        Lens {
            id: l.required_text("id"),
            title: l.required_text("title"),
            text: l.required_text("text"),
            questions: names.questions(l, "questions"),
            templates: several(l, "templates", templates, ladder_files::AN_EVIDENCE_TEMPLATE),
            lasts_months: l.count("lasts_months"),
            domain_map: l.flag("domain_map"),
            sides,
            source: l.text("source"),
        }
    };
    let all: Vec<Lens> = r.objects(name).iter().map(lens).collect();
    refuse_repeats(r, name, all.iter().map(|l| &l.id));
    all
}

fn crosswalks(r: &Reader, names: &Names) -> Vec<Crosswalk> {
    let level = |l: &Reader| CrosswalkLevel {
        level: names.required_level(l, "level"),
        theirs: l.required_text("theirs"),
        text: l.text("text"),
    };
    let attribute = |a: &Reader| CrosswalkAttribute {
        title: a.required_text("title"),
        dimensions: names.dimensions(a, "dimensions"),
        text: a.text("text"),
    };
    let crosswalk = |c: &Reader| Crosswalk {
        id: c.required_text("id"),
        title: c.required_text("title"),
        text: c.text("text"),
        source: c.required_text("source"),
        levels: c.objects("levels").iter().map(level).collect(),
        attributes: c.objects("attributes").iter().map(attribute).collect(),
    };
    let all: Vec<Crosswalk> = r.objects("crosswalks").iter().map(crosswalk).collect();
    refuse_repeats(r, "crosswalks", all.iter().map(|c| &c.id));
    all
}

fn templates(r: &Reader, mechanisms: &[&str]) -> Vec<Template> {
    let field = |f: &Reader| {
        let (field, detail) = (f.text("field"), f.text("detail"));
        let field = match (field.as_str(), detail.is_empty()) {
            ("title", true) => FieldOf::Title,
            ("reach", true) => FieldOf::Reach,
            ("part", true) => FieldOf::Part,
            ("outcome", true) => FieldOf::Outcome,
            ("", false) => FieldOf::Detail(detail),
            _ => {
                f.problem("", ladder_files::NO_TEMPLATE_FIELD);
                FieldOf::Title
            }
        };
        TemplateField { field, prompt: f.required_text("prompt") }
    };
    let template = |t: &Reader| Template {
        id: t.required_text("id"),
        title: t.required_text("title"),
        text: t.text("text"),
        mechanism: one(t, "mechanism", mechanisms, ladder_files::A_MECHANISM),
        fields: t.objects("fields").iter().map(field).collect(),
        example: t.text("example"),
    };
    let all: Vec<Template> = r.objects("evidence_templates").iter().map(template).collect();
    refuse_repeats(r, "evidence_templates", all.iter().map(|t| &t.id));
    all
}

fn prompt(r: &Reader, templates: &[&str]) -> EvidencePrompt {
    EvidencePrompt {
        id: r.required_text("id"),
        text: r.required_text("text"),
        help: r.text("help"),
        template: one(r, "template", templates, ladder_files::AN_EVIDENCE_TEMPLATE),
    }
}

fn altitudes(r: &Reader, names: &Names) -> Vec<Altitude> {
    let altitude = |a: &Reader| Altitude {
        id: a.required_text("id"),
        title: a.required_text("title"),
        text: a.text("text"),
        level: names.required_level(a, "level"),
    };
    let all: Vec<Altitude> = r.objects("altitudes").iter().map(altitude).collect();
    refuse_repeats(r, "altitudes", all.iter().map(|a| &a.id));
    all
}

fn depths(r: &Reader) -> Option<DepthScale> {
    let steps: Vec<Depth> =
        r.objects("steps").iter().map(|s| Depth { title: s.required_text("title"), text: s.required_text("text") }).collect();
    limit(r, "steps", steps.len(), 2, 10);
    let credible_from = r.count("credible_from").unwrap_or(0);
    if credible_from >= steps.len() {
        r.problem("credible_from", files::not_below(steps.len().to_string()));
    }
    DepthScale::new(r.required_text("prompt"), steps, credible_from)
}

/// What a step between levels turns on.
pub(super) fn turns_on(r: &Reader, names: &Names) -> Vec<Factor> {
    let turn = |t: &Reader| Factor {
        title: t.required_text("title"),
        text: t.required_text("text"),
        questions: names.questions(t, "questions"),
        carries: t.get("carries").is_none() || t.flag("carries"),
    };
    r.objects("turns_on").iter().map(turn).collect()
}
