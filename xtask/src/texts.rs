//! `cargo xtask texts`: what scripts say, as modules, from the Fluent files of the locale.

use crate::process::{Outcome, text, write};
use crate::tools::Tools;
use ladder_calibration_catalog::script;
use std::path::Path;

/// A Fluent file, and the module that is written from it.
const MODULES: [(&str, &str); 2] =
    [("locales/en-US/element.ftl", "element/text.js"), ("locales/en-US/host.ftl", "element/host-text.js")];

pub(crate) fn texts(tools: &Tools) -> Outcome {
    MODULES.iter().try_for_each(|(source, module)| write(&tools.root.join(module), written(&tools.root, source)?.as_bytes()))
}

fn written(root: &Path, source: &str) -> Outcome<String> {
    let code = script(&text(&root.join(source))?).map_err(|faults| format!("{source}: {}", faults.join("\n")))?;
    Ok(format!("// Written by `cargo xtask texts` from {source}.\n{code}"))
}

#[cfg(test)]
mod tests {
    use super::{MODULES, text, written};
    use std::path::Path;

    #[test]
    fn the_modules_say_what_the_locale_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (source, module) in MODULES {
            assert_eq!(text(&root.join(module)), written(&root, source), "{module}: run `cargo xtask texts`.");
        }
    }
}
