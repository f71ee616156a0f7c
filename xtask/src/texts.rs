//! What pages and scripts say before any program is there, from the Fluent files of the locale.

use crate::hook;
use crate::process::{Outcome, write};
use crate::tools::Tools;
use ladder_calibration_catalog::{Catalog, SOURCE, chosen};
use std::path::Path;

const LOCALES: &str = "locales";

/// A script that is written, the file of its messages, and those that it has in common with pages.
type Script = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const SCRIPTS: [Script; 2] = [
    (
        "text.js",
        "element",
        &[("common", "name"), ("common", "how-it-works"), ("common", "start"), ("common", "open-file"), ("common", "local-only")],
    ),
    ("host-text.js", "host", &[("common", "name")]),
];

/// `cargo xtask texts`: writes the scripts that are kept, in the language of the source.
pub(crate) fn texts(tools: &Tools) -> Outcome {
    let catalog = catalog(&tools.root, SOURCE)?;
    let folder = tools.root.join("element");
    SCRIPTS.iter().try_for_each(|script| write(&folder.join(script.0), written(&catalog, script)?.as_bytes()))
}

/// A page with its messages in the locale of this build.
pub(crate) fn filled(root: &Path, html: &str) -> Outcome<String> {
    catalog(root, &chosen())?.page(html)
}

/// The scripts of `element/` by name, in the locale of this build.
pub(crate) fn scripts(tools: &Tools) -> Outcome<Vec<(String, String)>> {
    let catalog = catalog(&tools.root, &chosen())?;
    let mut scripts = hook::scripts(&tools.root.join("element"))?;
    for (name, text) in &mut scripts {
        if let Some(script) = SCRIPTS.iter().find(|script| script.0 == name) {
            *text = written(&catalog, script)?;
        }
    }
    Ok(scripts)
}

fn catalog(root: &Path, locale: &str) -> Outcome<Catalog> {
    Catalog::read(&root.join(LOCALES), locale)
}

fn written(catalog: &Catalog, (name, feature, others): &Script) -> Outcome<String> {
    // The host's side has no element of the app.
    let locale = if *name == "text.js" { catalog.locale_script() } else { String::new() };
    let texts = catalog.script(feature, others)?;
    Ok(format!("// Written by `cargo xtask texts` from {LOCALES}/{SOURCE}/{feature}.ftl.\n{locale}{texts}"))
}

#[cfg(test)]
mod tests {
    use super::{SCRIPTS, SOURCE, catalog, filled, written};
    use crate::process::text;
    use std::path::Path;

    #[test]
    fn the_scripts_say_what_the_locale_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let catalog = catalog(&root, SOURCE).unwrap_or_else(|fault| unreachable!("{fault}"));
        for script in &SCRIPTS {
            let kept = text(&root.join("element").join(script.0));
            assert_eq!(kept, written(&catalog, script), "{}: run `cargo xtask texts`.", script.0);
        }
    }

    #[test]
    fn no_page_says_anything_of_its_own() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        // Titles of levels, which are the ladder's, in the example of the start page.
        let known = ["Staff", "Principal", "Distinguished"];
        for name in ["index.html", "embed.html", "404.html"] {
            let html = text(&root.join(name)).unwrap_or_default();
            let page = filled(&root, &html);
            assert!(page.as_ref().is_ok_and(|page| *page != html && !page.contains("{{")), "{name}: {page:?}");
            let mut own = texts_in(&html);
            own.retain(|text| !known.contains(&text.as_str()));
            assert!(own.is_empty(), "{name}: {own:?}");
        }
        let html = "<p title=\"Of it\">{{a.b c=\"d\"|<b>Own</b>}}</p><title>T</title>";
        assert_eq!(texts_in(html), ["Own", "T", "Of it"]);
    }

    /// Words in the text of a page and in attributes that are read out, outside of messages.
    fn texts_in(html: &str) -> Vec<String> {
        let attributes = ["title=\"", "aria-label=\"", "alt=\"", "name=\"description\" content=\""];
        let in_attributes = attributes.iter().flat_map(|name| html.split(name).skip(1).filter_map(|rest| rest.split('"').next()));
        let text = html.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
        let own = |text: &str| -> String {
            let mut depth = 0;
            let outside = text.chars().filter(|letter| {
                depth += i32::from(*letter == '{') - i32::from(*letter == '}');
                depth <= 0 && *letter != '}'
            });
            outside.collect::<String>().trim().to_owned()
        };
        let all = text.chain(in_attributes).map(own);
        all.filter(|text| text.chars().any(char::is_alphabetic)).collect()
    }
}
