//! `ladder-calibration`: level profiles, comparisons and checks of ladders on the command line. Files in, one JSON object
//! out. The output is computed by `ladder_calibration::headless`, as in Node and in the browser.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use ladder_calibration::files::{MAX_BYTES, default_ladders};
use ladder_calibration::headless::{check_ladder, compare_of, ladder_of, profile_of};
use ladder_calibration::model::ladders::Ladders;
use serde_json::Value;

/// Career-ladder profiles from assessment files. Prints one JSON object.
#[derive(Parser)]
#[command(name = "ladder-calibration", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the level profile of one person; several files are several raters.
    Profile {
        /// A ladder file instead of the built-in ladder.
        #[arg(long, value_name = "LADDER.json")]
        ladder: Option<PathBuf>,
        /// Assessment files; `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print how far two raters of one person agree, and where they differ.
    Compare {
        /// A ladder file instead of the built-in ladder.
        #[arg(long, value_name = "LADDER.json")]
        ladder: Option<PathBuf>,
        /// Assessment file of the first rater; `-` is standard input.
        a: PathBuf,
        /// Assessment file of the second rater; differences are the first minus the second.
        b: PathBuf,
    },
    /// Print every problem of a ladder file; the exit status is 1 if there is one.
    Check {
        /// The ladder file; `-` is standard input.
        #[arg(value_name = "LADDER.json")]
        ladder: PathBuf,
    },
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(status) => status,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Profile { ladder, files } => print(&profile_of(&ladders_from(ladder)?, &read_all(&files)?)?),
        Command::Compare { ladder, a, b } => print(&compare_of(&ladders_from(ladder)?, &read_all(&[a, b])?)?),
        Command::Check { ladder } => {
            let report = check_ladder(&read(&ladder)?.1);
            print(&report)?;
            Ok(if report["ok"] == true { ExitCode::SUCCESS } else { ExitCode::from(1) })
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "ladder-calibration", &mut script);
            write_out(&script)
        }
    }
}

fn print(json: &Value) -> Result<ExitCode, String> {
    write_out(format!("{json:#}\n").as_bytes())
}

/// A pipe that closes early, as with `head`, is no error.
fn write_out(bytes: &[u8]) -> Result<ExitCode, String> {
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: cannot be written ({error})"))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn ladders_from(file: Option<PathBuf>) -> Result<Ladders, String> {
    let Some(file) = file else { return Ok(default_ladders()) };
    let (name, bytes) = read(&file)?;
    ladder_of(&name, &bytes).map(Ladders::alone)
}

fn read_all(files: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, String> {
    if files.iter().filter(|file| is_standard_input(file)).count() > 1 {
        return Err("standard input: can be read only once; name the other files".to_owned());
    }
    files.iter().map(|file| read(file)).collect()
}

fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The name and the bytes of a file. It reads at most one byte more than is allowed, so that a huge file is refused without
/// being held in memory.
fn read(file: &Path) -> Result<(String, Vec<u8>), String> {
    let name = if is_standard_input(file) { "standard input".to_owned() } else { file.display().to_string() };
    let limit = MAX_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    let count = if is_standard_input(file) {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    match count {
        Ok(_) => Ok((name, bytes)),
        Err(error) => Err(format!("{name}: cannot be read ({error})")),
    }
}
