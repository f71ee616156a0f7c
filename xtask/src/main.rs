//! `cargo xtask`: the commands of the README. Arguments and help; each command has a module of its own.

mod bench;
mod dist;
mod hook;
mod package;
mod policy;
mod process;
mod site;
mod system;
mod test;
mod texts;
mod tools;
mod verify;

use process::Outcome;
use std::process::ExitCode;
use tools::Tools;

const HELP: &str = "\
cargo xtask serve [--port N]                     serve the page for development; it is built and loaded again after an edit
cargo xtask setup                                install what Trunk needs, and say how to start `trunk` without xtask
cargo xtask dist                                 build the page for release into dist/ and print its sizes
cargo xtask package                              build the page and the npm package, into dist/ and pkg/
cargo xtask test [native|browser|e2e|embed|webkit] run these tests, or all of them
cargo xtask bench [--check]                      measure; with --check, only the sizes, held to their bounds
cargo xtask verify [statistics|lighthouse|locales|mutants|fuzz]
                                                 run the slow proofs, or all of them
cargo xtask verify fuzz --runs N                 a shorter trial: N mutants for each decoder
cargo xtask verify mutants --file FILE ...       faults in these files only
cargo xtask texts                                write what scripts say from the Fluent files
cargo xtask help                                 show this

serve needs rustup alone. dist needs Node 20 or newer besides; test needs browsers too, and installs them where apt-get
is at hand and allowed. Tools are built once into a folder of the user's cache; LADDER_TOOLS names another. With
LADDER_BINSTALL set, `cargo binstall` fetches them instead.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Outcome {
    match args {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["serve"] => dist::serve(&Tools::new()?, None),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) => dist::serve(&Tools::new()?, Some(port)),
            Err(_) => Err(format!("\"{port}\" is not a port; give a number from 0 to 65535.")),
        },
        ["dist"] => dist::dist(&Tools::new()?),
        ["setup"] => Tools::new()?.set_up(),
        // Trunk runs these two.
        ["hook", "check"] => hook::check(&Tools::new()?),
        ["hook", "split"] => hook::split(&Tools::new()?),
        ["package"] => package::package(&Tools::new()?),
        ["texts"] => texts::texts(&Tools::new()?),
        ["test", names @ ..] => test::test(&Tools::new()?, names),
        ["bench"] => bench::bench(&Tools::new()?),
        ["bench", "--check"] => bench::check(&Tools::new()?),
        ["verify", names @ ..] => verify::verify(&Tools::new()?, names),
        _ => Err(format!("\"{}\" is no command; `cargo xtask help` lists them.", args.join(" "))),
    }
}
