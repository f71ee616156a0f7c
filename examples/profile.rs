//! Prints the level profile of one or more assessment files: `profile [--ladder LADDER.json] FILE [FILE …]`.

use std::process::ExitCode;

use ladder_calibration::domain::codec::{default_ladder, read_ladder};
use ladder_calibration::domain::headless::profile_of;
use ladder_calibration::domain::ladder::Ladder;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut ladder, mut files) = (None, Vec::new());
    while let Some(arg) = args.next() {
        if arg == "--ladder" {
            let name = args.next().ok_or("--ladder: names no file")?;
            ladder = Some(open_ladder(&name)?);
        } else if arg.starts_with("--") {
            return Err(format!("{arg}: not an option; use: profile [--ladder LADDER.json] FILE [FILE …]"));
        } else {
            let bytes = read(&arg)?;
            files.push((arg, bytes));
        }
    }
    if files.is_empty() {
        return Err("no FILE given; use: profile [--ladder LADDER.json] FILE [FILE …]".into());
    }
    let json = profile_of(&ladder.unwrap_or_else(default_ladder), &files)?;
    Ok(format!("{json:#}"))
}

fn open_ladder(name: &str) -> Result<Ladder, String> {
    read_ladder(&read(name)?).map_err(|problems| {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!("{name}: {}", all.join("; "))
    })
}

/// Reads one byte more than is allowed, so that a huge file is refused without being held in memory.
fn read(name: &str) -> Result<Vec<u8>, String> {
    use std::io::Read as _;
    let file = std::fs::File::open(name).map_err(|e| format!("{name}: cannot be read ({e})"))?;
    let mut bytes = Vec::new();
    let limit = ladder_calibration::domain::codec::MAX_BYTES as u64 + 1;
    file.take(limit).read_to_end(&mut bytes).map_err(|e| format!("{name}: cannot be read ({e})"))?;
    Ok(bytes)
}
