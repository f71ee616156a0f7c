//! The snippet for wikis without frames is what the code exports; docs/wikis/ holds it. `UPDATE=1` writes it again.

use std::path::PathBuf;

use ladder_calibration::export::{Options, markdown, svg};
use ladder_calibration::files::read_assessment;

use super::support::{file, ladder_and_model};

fn docs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/wikis").join(name)
}

#[test]
fn the_picture_and_the_table_of_the_docs_are_those_of_the_code() {
    let (ladder, model) = ladder_and_model();
    let a = read_assessment(file("333333333333333333333333").to_string().as_bytes()).unwrap();
    let picture = svg(&ladder, &model, &a, Options::default());
    let text = markdown(&ladder, &model, &a, Options::default());
    let beginning: Vec<&str> = text.lines().take(24).collect();
    let snippet = format!("````markdown\n{}\n````\n", beginning.join("\n"));
    let page = std::fs::read_to_string(docs("without-frames.md")).unwrap();
    let (before, found) = page.split_once("begins so:\n\n").unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(docs("profile.svg"), &picture).unwrap();
        std::fs::write(docs("without-frames.md"), format!("{before}begins so:\n\n{snippet}")).unwrap();
        return;
    }
    assert_eq!(std::fs::read_to_string(docs("profile.svg")).unwrap(), picture);
    assert_eq!(found, snippet);
}

#[test]
fn what_is_pasted_contains_no_sign_that_a_template_language_takes() {
    for name in ["dokuwiki.md", "mediawiki.md", "bookstack.md", "confluence-data-center.md"] {
        let page = std::fs::read_to_string(docs(name)).unwrap();
        let snippets: Vec<&str> = page.split("```").skip(1).step_by(2).collect();
        assert!(!snippets.is_empty(), "{name}");
        assert!(snippets.iter().all(|s| !s.contains(['#', '$'])), "{name}");
        let mut lines = page.lines().filter(|l| !l.is_empty()).skip(1);
        assert!(lines.next().unwrap().starts_with("How this was checked: "), "{name}");
        assert!(lines.next().unwrap().starts_with("Host it under the wiki's own domain, on another subdomain"), "{name}");
    }
}

#[test]
fn the_plugins_are_short() {
    for name in ["integrations/dokuwiki/syntax.php", "integrations/mediawiki/LadderCalibration.php"] {
        let code = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        assert!(code.lines().count() <= 80, "{name}");
    }
}

#[test]
fn every_host_sends_the_policy_that_the_tests_run_under() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let server = std::fs::read_to_string(root.join("tests/e2e/support/server.mjs")).unwrap();
    let (_, policy) = server.split_once("export const POLICY = [").unwrap();
    let (policy, _) = policy.split_once(']').unwrap();
    let parts: Vec<&str> = policy.split('"').skip(1).step_by(2).collect();
    assert!(parts.len() > 10);
    for name in ["hosting/nginx.conf", "hosting/Caddyfile", "hosting/_headers", "README.md", "xtask/src/policy.rs"] {
        let text = std::fs::read_to_string(root.join(name)).unwrap();
        let text = text.split_whitespace().filter(|word| *word != "\\").collect::<Vec<_>>().join(" ");
        for part in &parts {
            assert!(text.contains(part), "{name}: {part}");
        }
    }
}
