//! What the native programmes share: arguments, reading files, exit status.

use std::process::ExitCode;

use ladder_calibration::domain::codec::{MAX_BYTES, default_ladder};
use ladder_calibration::domain::headless::ladder_of;
use ladder_calibration::domain::ladder::Ladder;
use serde_json::Value;

/// Turns named files into one JSON object, or says in one sentence why not.
pub(crate) type Programme = fn(&Ladder, &[(String, Vec<u8>)]) -> Result<Value, String>;

/// Runs a programme over the files of the command line. Refusals end with status 2 and nothing on standard output.
pub(crate) fn run(usage: &str, programme: Programme) -> ExitCode {
    match output(std::env::args().skip(1), usage, programme) {
        Ok(json) => {
            println!("{json:#}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn output(mut args: impl Iterator<Item = String>, usage: &str, programme: Programme) -> Result<Value, String> {
    let (mut ladder, mut files) = (None, Vec::new());
    while let Some(arg) = args.next() {
        if arg == "--ladder" {
            let name = args.next().ok_or("--ladder: names no file")?;
            ladder = Some(open_ladder(&name)?);
        } else if arg.starts_with("--") {
            return Err(format!("{arg}: not an option; use: {usage}"));
        } else {
            let bytes = read(&arg)?;
            files.push((arg, bytes));
        }
    }
    if files.is_empty() {
        return Err(format!("no FILE given; use: {usage}"));
    }
    programme(&ladder.unwrap_or_else(default_ladder), &files)
}

fn open_ladder(name: &str) -> Result<Ladder, String> {
    ladder_of(name, &read(name)?)
}

/// Reads one byte more than is allowed, so that a huge file is refused without being held in memory.
fn read(name: &str) -> Result<Vec<u8>, String> {
    use std::io::Read as _;
    let file = std::fs::File::open(name).map_err(|e| format!("{name}: cannot be read ({e})"))?;
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    file.take(limit).read_to_end(&mut bytes).map_err(|e| format!("{name}: cannot be read ({e})"))?;
    Ok(bytes)
}
