//! The layers of the program: which module uses which is read off the `use` lines and paths in `src`. No two modules use each
//! other, directly or indirectly, and none uses one of a layer above its own.

#[path = "layers/uses.rs"]
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use uses::{Named, named};

/// A layer: its name, its modules, and whether these do not even know each other.
struct Layer {
    name: &'static str,
    apart: bool,
    modules: &'static [&'static str],
}

/// From the ground up. A module uses its own layer and those before it. Where the modules of a layer are apart, they are
/// features, which know each other through the state alone.
const LAYERS: [Layer; 14] = [
    Layer {
        name: "ground",
        apart: false,
        modules: &[
            "messages",
            "base/characters",
            "base/crypt",
            "base/dates",
            "base/ids",
            "base/json",
            "base/limits",
            "base/error",
            "base/numbers",
        ],
    },
    Layer {
        name: "model",
        apart: false,
        modules: &[
            "model/rule",
            "model/condition",
            "model/ladder_extras",
            "model/ladder",
            "model/growth",
            "model/assessment",
            "model/scoring",
            "model/ladders",
            "model/prompts",
            "model/carry_over",
            "model/labels",
            "model/off_scale",
            "model/profile",
            "model/findings",
            "model/agreement",
            "model/snapshots",
            "model/what_if",
            "model/markdown",
            "model/chart_geometry",
            "model/reading_time",
            "model/ladder_summary",
            "model/warm_up",
        ],
    },
    Layer {
        name: "growth",
        apart: true,
        modules: &[
            "growth/evidence",
            "growth/lens",
            "growth/leverage",
            "growth/plan",
            "growth/readiness",
            "growth/failure_modes",
        ],
    },
    Layer {
        name: "documents",
        apart: false,
        modules: &[
            "documents/seal_codes",
            "documents/encrypted",
            "documents/redaction",
            "documents/seal",
            "documents/calibration",
        ],
    },
    Layer { name: "files", apart: false, modules: &["files"] },
    Layer { name: "calibration", apart: false, modules: &["calibration"] },
    Layer { name: "export", apart: false, modules: &["export", "headless"] },
    Layer { name: "state", apart: false, modules: &["state"] },
    Layer {
        name: "store",
        apart: false,
        modules: &["store", "store/keys", "store/codecs", "store/memory", "store/repository", "store/slots"],
    },
    Layer {
        name: "browser",
        apart: false,
        modules: &["ui/browser", "ui/local_storage", "ui/options", "ui/autosave", "ui/messages", "ui/text"],
    },
    Layer { name: "components", apart: false, modules: &["ui/view", "ui/components"] },
    Layer {
        name: "pages",
        apart: true,
        modules: &[
            "ui/pages/assessment/all_questions",
            "ui/pages/growth",
            "ui/pages/calibration/overview",
            "ui/pages/assessment/check_answers",
            "ui/pages/calibration/committee",
            "ui/pages/files/data",
            "ui/pages/assessment/details",
            "ui/pages/assessment/first_profile",
            "ui/pages/assessment/history",
            "ui/pages/how",
            "ui/pages/ladder",
            "ui/pages/files/open",
            "ui/pages/assessment/profile",
            "ui/pages/assessment/question",
            "ui/pages/calibration/record",
            "ui/pages/calibration/reveal",
            "ui/pages/calibration/seal",
            "ui/pages/assessment/share",
            "ui/pages/start",
            "ui/pages/calibration/talk",
            "ui/pages/calibration/verify",
            "ui/pages/loading",
            "ui/pages/calibration/warm_up",
        ],
    },
    Layer { name: "all pages", apart: false, modules: &["ui/pages"] },
    Layer { name: "app", apart: false, modules: &["ui/lazy_features", "ui/app", "ui"] },
];

/// Where the modules are that are counted each by itself; further down everything counts as one with the module it is in.
const FOLDERS: [&str; 7] = ["", "base", "model", "growth", "documents", "store", "ui"];
/// Those of them that have nothing of their own.
const EMPTY: [&str; 8] =
    ["", "base", "model", "growth", "documents", "ui/pages/assessment", "ui/pages/calibration", "ui/pages/files"];
/// The same one level further down.
const PAGES: &str = "ui/pages";
/// And one level further down again.
const PAGE_FOLDERS: [&str; 3] = ["ui/pages/assessment", "ui/pages/calibration", "ui/pages/files"];

/// Which module uses which, and in which files.
type Arrows = BTreeMap<(String, String), BTreeSet<String>>;

/// All of `src`.
struct Program {
    /// What each module names, by the path of the module.
    modules: BTreeMap<Vec<String>, (String, Vec<Named>)>,
}

impl Program {
    /// From files with their names below `src`.
    fn new(files: &[(String, String)]) -> Self {
        let module = |name: &str| {
            let name = name.trim_end_matches(".rs");
            let mut path: Vec<String> = name.split('/').map(str::to_owned).collect();
            if path.last().is_some_and(|last| ["mod", "lib"].contains(&last.as_str())) {
                path.pop();
            }
            path
        };
        Self { modules: files.iter().map(|(name, text)| (module(name), (name.clone(), named(text)))).collect() }
    }

    /// The module that a path leads to from another one; `None` for what is not of this program. Names that a folder only
    /// hands on are followed to where they come from.
    fn resolve(&self, from: &[String], path: &[String]) -> Option<Vec<String>> {
        let mut here = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" => from.to_vec(),
            "super" => from[..from.len().checked_sub(1)?].to_vec(),
            child if self.modules.contains_key(&joined(from, child)) => joined(from, child),
            _ => return None,
        };
        for (i, segment) in path.iter().enumerate().skip(1) {
            let next = joined(&here, segment);
            if segment == "super" {
                here.pop()?;
            } else if self.modules.contains_key(&next) {
                here = next;
            } else {
                let known = |n: &&Named| n.is_use && n.alias == *segment && is_folder(&here);
                let origin = self.modules.get(&here).and_then(|(_, all)| all.iter().find(known));
                // What a folder declares itself is the folder's own.
                return origin.map_or(Some(here.clone()), |o| self.resolve(&here, &[&o.path, &path[i + 1..]].concat()));
            }
        }
        // `pub(in crate::model)` names a folder, and nothing in it.
        (!is_folder(&here)).then_some(here)
    }

    /// Which module uses which, and in which files.
    fn arrows(&self) -> Arrows {
        let mut out = Arrows::new();
        for (module, (file, names)) in &self.modules {
            // What a folder hands on is followed from where it is used.
            for name in names.iter().filter(|n| !(n.handed_on && is_folder(module))) {
                let Some(target) = self.resolve(module, &name.path) else { continue };
                let (from, to) = (unit(module), unit(&target));
                if from != to && !from.is_empty() {
                    out.entry((from, to)).or_default().insert(file.clone());
                }
            }
        }
        out
    }

    /// All modules that have something of their own. Some folders only hand on.
    fn units(&self, arrows: &Arrows) -> BTreeSet<String> {
        let files = self.modules.keys().map(|m| unit(m)).filter(|u| !EMPTY.contains(&u.as_str()));
        files.chain(arrows.keys().map(|(_, to)| to.clone())).collect()
    }
}

fn joined(module: &[String], name: &str) -> Vec<String> {
    [module, &[name.to_owned()]].concat()
}

fn is_folder(module: &[String]) -> bool {
    let name = module.join("/");
    FOLDERS.contains(&name.as_str()) || name == PAGES || PAGE_FOLDERS.contains(&name.as_str())
}

/// What a module counts as.
fn unit(module: &[String]) -> String {
    let name = module.join("/");
    let depth = if PAGE_FOLDERS.iter().any(|folder| name.starts_with(folder)) {
        4
    } else if name.starts_with(PAGES) {
        3
    } else {
        1 + usize::from(module.first().is_some_and(|top| FOLDERS.contains(&top.as_str())))
    };
    module[..module.len().min(depth)].join("/")
}

/// Everything that is against the layers, as sentences.
fn faults(files: &[(String, String)], layers: &[Layer]) -> Vec<String> {
    let program = Program::new(files);
    let arrows = program.arrows();
    let units = program.units(&arrows);
    let layer = |module: &str| layers.iter().position(|l| l.modules.contains(&module));
    let mut out = Vec::new();
    for module in units.iter().filter(|m| layer(m).is_none()) {
        out.push(format!("{module} is in no layer: LAYERS has to say where it belongs"));
    }
    for module in layers.iter().flat_map(|l| l.modules).filter(|m| !units.contains(**m)) {
        out.push(format!("LAYERS names {module}, which is no module"));
    }
    for ((from, to), files) in &arrows {
        let places = files.iter().cloned().collect::<Vec<_>>().join(", ");
        match (layer(from), layer(to)) {
            (Some(low), Some(high)) if low < high => {
                out.push(format!(
                    "{from} ({}) uses {to} ({}), which lies above it: {places}",
                    layers[low].name, layers[high].name
                ));
            }
            (Some(a), Some(b)) if a == b && layers[a].apart => {
                out.push(format!(
                    "{from} uses {to}, and modules of the layer \"{}\" do not know each other: {places}",
                    layers[a].name
                ));
            }
            _ => {}
        }
    }
    out.extend(cycle(&arrows));
    out
}

/// The same for files, but for a file and the folder that it is in: which names of it a folder hands on, and what it takes
/// from there, is one thing.
fn file_cycle(files: &[(String, String)]) -> Option<String> {
    let program = Program::new(files);
    let mut arrows = Arrows::new();
    for (module, (file, names)) in &program.modules {
        for name in names.iter().filter(|n| !(n.handed_on && is_folder(module))) {
            let Some(target) = program.resolve(module, &name.path) else { continue };
            if !target.starts_with(module) && !module.starts_with(&target) {
                arrows.entry((module.join("/"), target.join("/"))).or_default().insert(file.clone());
            }
        }
    }
    cycle(&arrows)
}

/// A circle of modules that use each other, with the files that make it.
fn cycle(arrows: &Arrows) -> Option<String> {
    let mut left: BTreeSet<&(String, String)> = arrows.keys().collect();
    loop {
        let from: BTreeSet<&String> = left.iter().map(|(from, _)| from).collect();
        let inner: BTreeSet<_> = left.iter().copied().filter(|(_, to)| from.contains(to)).collect();
        if inner.len() == left.len() {
            break;
        }
        left = inner;
    }
    let mut path = vec![&left.first()?.0];
    loop {
        let last = *path.last()?;
        let next = &left.iter().find(|(from, _)| from == last)?.1;
        if let Some(start) = path.iter().position(|m| *m == next) {
            path.push(next);
            let step = |w: &[&String]| {
                let files = &arrows[&(w[0].clone(), w[1].clone())];
                format!("{} uses {} ({})", w[0], w[1], files.iter().cloned().collect::<Vec<_>>().join(", "))
            };
            return Some(format!("a circle: {}", path[start..].windows(2).map(step).collect::<Vec<_>>().join(", ")));
        }
        path.push(next);
    }
}

fn sources() -> Vec<(String, String)> {
    let below = |(name, text): (String, String)| (name.trim_start_matches("src/").to_owned(), text);
    super::house::rust("src").into_iter().map(below).collect()
}

#[test]
fn no_module_uses_one_above_it_and_none_uses_itself_round_a_corner() {
    let found = faults(&sources(), &LAYERS);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_two_files_use_each_other_round_any_corner() {
    assert_eq!(file_cycle(&sources()), None);
    let two = [("a/mod.rs", "mod b; mod c;"), ("a/b.rs", "use super::c::C;"), ("a/c.rs", "use super::b::B;")];
    assert!(file_cycle(&program(&two)).is_some_and(|said| said.starts_with("a circle: a/b uses a/c")));
}

/// A small program: its files with their texts.
fn program(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const LOW_AND_HIGH: [Layer; 3] = [
    Layer { name: "low", apart: false, modules: &["model/a", "model/b"] },
    Layer { name: "high", apart: false, modules: &["model/c"] },
    Layer { name: "features", apart: true, modules: &["ui/pages/x", "ui/pages/y"] },
];

/// One that is in order, with one file changed.
fn faults_with(name: &str, text: &str) -> Vec<String> {
    let mut files = program(&[
        ("lib.rs", "pub mod model; pub mod ui;"),
        ("model/mod.rs", "pub mod a; pub mod b; pub mod c; pub use a::A;"),
        ("model/a.rs", "pub struct A;"),
        ("model/b/mod.rs", "mod inner; pub(in crate::model) use super::A;"),
        ("model/b/inner.rs", "use super::super::a::A; use super::B;"),
        ("model/c.rs", "use super::{A, b::{self, B}}; pub(crate) fn c() -> crate::model::b::B {}"),
        ("ui/pages/x.rs", "use crate::model::c;"),
        ("ui/pages/y.rs", "use crate::model::A;"),
    ]);
    files.retain(|(known, _)| known != name);
    files.extend(program(&[(name, text)]));
    faults(&files, &LOW_AND_HIGH)
}

#[test]
fn a_program_in_order_has_no_violations() {
    assert!(faults_with("model/b/inner.rs", "").is_empty());
}

#[test]
fn an_arrow_upward_a_cycle_and_a_feature_that_knows_another_are_reported() {
    assert_eq!(
        faults_with("model/a.rs", "fn f() { crate::model::b::g() }"),
        ["a circle: model/a uses model/b (model/a.rs), model/b uses model/a (model/b/inner.rs, model/b/mod.rs)"]
    );
    let up = faults_with("model/b/inner.rs", "use crate::{model::{c::C}};");
    assert_eq!(up[0], "model/b (low) uses model/c (high), which lies above it: model/b/inner.rs");
    assert!(up[1].starts_with("a circle: model/b uses model/c (model/b/inner.rs)"), "{up:?}");
    let known = faults_with("ui/pages/y.rs", "use super::x::page;");
    assert_eq!(
        known,
        ["ui/pages/y uses ui/pages/x, and modules of the layer \"features\" do not know each other: ui/pages/y.rs"]
    );
}

#[test]
fn what_a_folder_hands_on_is_followed_to_where_it_comes_from() {
    let through = faults_with("model/mod.rs", "pub mod a; pub mod b; pub mod c; pub use c::C as A;");
    assert!(through[0].starts_with("model/b (low) uses model/c (high)"), "{through:?}");
}

#[test]
fn a_module_that_nobody_placed_and_one_that_is_gone_are_reported() {
    assert_eq!(faults_with("model/d.rs", ""), ["model/d is in no layer: LAYERS has to say where it belongs"]);
    let own = faults_with("model/mod.rs", "pub mod a; pub mod b; pub mod c; pub struct A;");
    assert_eq!(own, ["model is in no layer: LAYERS has to say where it belongs"]);
    let files = program(&[("model/a.rs", ""), ("model/b.rs", ""), ("ui/pages/x.rs", ""), ("ui/pages/y.rs", "")]);
    let gone = faults(&files, &LOW_AND_HIGH);
    assert_eq!(gone[0], "LAYERS names model/c, which is no module");
}
