//! Field names of an assessment, with all blocks besides its answers, and of a ladder.

use std::collections::BTreeSet;

use ladder_calibration::files::{assessment_file, block_problems, default_ladder, parse, read_assessment, read_ladder};
use serde_json::{Value, json};

use super::{every_field_is_read, fields, root, with_checksum};

/// An assessment with everything that one may have.
fn whole() -> Value {
    json!({
        "format": "ladder-calibration/assessment", "version": 1, "id": "a1",
        "ladder": { "id": "staff-plus", "revision": "1", "digest": "sha256:0" },
        "subject": { "name": "Surname, Given", "title": "staff", "target": "principal" },
        "rater": { "role": "agreed", "name": "Zo\u{eb}", "of": 2 },
        "period": { "from": "2025-12-01", "to": "2026-11-30" },
        "answers": {
            "outcome-boundary": { "statement": 3, "example": "an example here", "evidence": ["e1"], "no_room": true },
            "time-horizon": { "off_scale": "no-opportunity" },
            "writing": { "off_scale": "not-observed" },
            "talent": { "statement": 2, "example_withheld": true },
        },
        "drafts": { "reversal": { "example": "typed before choosing" } },
        "terms": { "area": "Payments" },
        "session": "s1",
        "snapshot": { "of": "a0", "taken": "2026-11-23T10:00:00Z", "why": "before the move" },
        "evidence": [{
            "id": "e1", "title": "Ledger split", "template": "averted_risk", "from": "2026-02", "to": "2026-09", "binds_until": "2028-06",
            "mechanism": "direction", "mode": "amplified", "reach": "Payments", "people": 60, "teams": 9, "altitude": "team",
            "part": "the draft", "outcome": "in use", "pending": true, "sensitive": true, "link": "https://wiki.example/split",
            "corroborator": "the head of platform", "details": { "named": "in March" },
        }],
        "domains": [{ "name": "Storage", "step": 2 }],
        "plan": [{
            "id": "b1", "opportunity": "the move", "sponsor": "the director", "mechanism": "risk", "question": "talent",
            "leading_sign": "two teams ask", "begun": "2026-11", "reviews": [{ "on": "2027-02", "seen": "three teams" }],
            "outcome": "done", "reversed": "the date",
        }],
        "journal": [{
            "id": "d1", "decision": "no queue", "made": "2026-11", "prediction": "fewer pages", "would_change": "more load",
            "check_on": "2027-05", "outcome": "as expected", "reversed": "nothing",
        }],
        "role_shape": {
            "time": { "coding": 10, "direction": 40, "advising": 10, "people_mgmt": 0, "developing": 30, "other": 10 },
            "accountability": 2, "forum": 1, "adopted": 3, "evaluated_on": "org_impact", "direct_reports": 0, "code_teams": 2,
            "scope_change": 1,
        },
        "leverage": { "direction": { "often": 3, "reach": 2 } },
        "readiness": { "scope-written": "present", "outcome-named": "partly", "outcome-reviewed": "absent", "binding-forum": "cannot-tell" },
        "created": "2026-11-23T10:00:00Z", "updated": "2026-11-23T10:20:00Z", "delete_by": "2027-11-30",
    })
}

#[test]
fn an_assessment_has_these_fields() {
    let ladder = default_ladder();
    // The first is reported at `details`; a number instead of the shares counts as none.
    let unread = ["evidence.details.named", "role_shape.time"];
    every_field_is_read(&whole(), &unread, |file| match read_assessment(file.to_string().as_bytes()) {
        Err(problem) => problem.to_string(),
        Ok(a) => block_problems(&ladder, &a).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    });
    let a = read_assessment(whole().to_string().as_bytes()).unwrap();
    assert_eq!(assessment_file(&a), whole());
    assert!(read_assessment(with_checksum(whole()).to_string().as_bytes()).is_ok());
}

#[test]
fn every_block_is_written_as_it_was_read() {
    let a = read_assessment(whole().to_string().as_bytes()).unwrap();
    assert_eq!(a.extra.len(), 0, "each block is in its field, and nowhere else");
    assert_eq!(assessment_file(&a), whole());
}

/// Each block of a ladder with its fields; first those that are no block. Names of levels in rules are those of the default
/// ladder.
const LADDER: &[&str] = &[
    ": format id instruction instruction_about lang period_note revision title unnamed version",
    "altitudes: id level text title",
    "archetypes: id questions source text title",
    "below: summary title",
    "changes: from kind question",
    "crosswalks: attributes attributes.dimensions attributes.text attributes.title id levels levels.level levels.text",
    "crosswalks: levels.theirs source text title",
    "dimensions: id introduction questions questions.core questions.difficulty questions.evidence_prompt",
    "dimensions: questions.examples questions.examples.statement questions.examples.system questions.examples.text",
    "dimensions: questions.help questions.id questions.overdone questions.prompt questions.prompt_about questions.statements",
    "dimensions: questions.title title",
    "domain_depths: credible_from prompt steps steps.text steps.title",
    "evidence_prompts: help id template text",
    "evidence_templates: example fields fields.detail fields.field fields.prompt id mechanism text title",
    "failure_modes: cause conditions conditions.all_of conditions.all_of.at_most conditions.all_of.field",
    "failure_modes: conditions.at_least conditions.at_least.distinguished conditions.at_least.principal",
    "failure_modes: conditions.at_most conditions.below conditions.chance_of conditions.field conditions.id",
    "failure_modes: conditions.is conditions.milder_than conditions.more_than conditions.text core core.any_of from",
    "failure_modes: hint id present present.all_of present.all_of.any_of present.all_of.at_least present.all_of.of",
    "failure_modes: present.any_of present.any_of.all_of present.any_of.all_of.at_least present.any_of.all_of.of text",
    "failure_modes: title try watch watch.all_of watch.all_of.any_of watch.any_of watch.any_of.all_of",
    "failure_modes: watch.any_of.all_of.any_of watch.any_of.all_of.at_least watch.any_of.all_of.of",
    "levels: id summary title",
    "leverage: balanced_below often often.prompt often.steps prompts prompts.level prompts.mechanism prompts.text",
    "leverage: reach reach.prompt reach.steps unused_at_most",
    "mechanisms: evidence_prompt id tests text title",
    "misconceptions: answer claim",
    "readiness: absent cannot_tell id partly present questions questions.absent_means questions.bears_on",
    "readiness: questions.help questions.id questions.prompt text title try",
    "readiness_frame: beside_from closing introduction",
    "role_shape: inputs inputs.help inputs.id inputs.kind inputs.options inputs.options.text inputs.options.unknown",
    "role_shape: inputs.options.value inputs.parts inputs.parts.id inputs.parts.text inputs.prompt inputs.step",
    "role_shape: inputs.title inputs.total introduction",
    "scoring: cuts difficulty difficulty.easier difficulty.harder difficulty.typical discrimination grid grid.cells",
    "scoring: grid.first grid.step interval minimum_answers prior prior.mean prior.sd rater rater.dimension_sd",
    "scoring: rater.half_width rater.shared_mean rater.shared_sd rule rule.distinguished rule.distinguished.at_least",
    "scoring: rule.distinguished.of rule.distinguished.reach rule.principal rule.principal.at_least rule.principal.of",
    "scoring: rule.principal.reach rule.staff rule.staff.at_least rule.staff.of rule.staff.reach thresholds",
    "scoring: weight_without_example",
    "terms: id text title",
    "traits: domain_map id lasts_months questions sides sides.answered_by sides.text sides.title templates text title",
    "transitions: dimensions from held_back held_back.by held_back.text text to turns_on turns_on.carries turns_on.questions turns_on.text turns_on.title",
];

#[test]
fn a_ladder_has_these_fields() {
    let text = std::fs::read_to_string(root().join("ladders/staff-plus.en.json")).unwrap();
    let file = parse(text.as_bytes()).unwrap();
    let all: BTreeSet<String> = fields(&file).into_iter().map(|(name, _)| name).collect();
    let mut known = BTreeSet::new();
    for line in LADDER {
        let (block, inner) = line.split_once(": ").unwrap();
        let path = |field: &str| if block.is_empty() { field.to_owned() } else { format!("{block}.{field}") };
        known.extend(inner.split_whitespace().map(path));
        known.extend((!block.is_empty()).then(|| block.to_owned()));
    }
    assert_eq!(all, known);
    // Limits may be a number or one for each level, an option may have any value, and the three words are reported at `difficulty`.
    let unread = [
        "failure_modes.conditions.at_least.distinguished",
        "failure_modes.conditions.at_least.principal",
        "failure_modes.conditions.at_least",
        "failure_modes.present.all_of.at_least",
        "failure_modes.watch.any_of.all_of.at_least",
        "failure_modes.present.any_of.all_of.at_least",
        "role_shape.inputs.options.value",
        "scoring.difficulty.easier",
        "scoring.difficulty.harder",
        "scoring.difficulty.typical",
    ];
    every_field_is_read(&file, &unread, |file| {
        let problems = read_ladder(file.to_string().as_bytes()).err().unwrap_or_default();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    });
}
