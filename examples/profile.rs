//! Prints the level profile of one or more assessment files: `profile [--ladder LADDER.json] FILE [FILE …]`.

mod common;

use std::process::ExitCode;

use ladder_calibration::domain::headless::profile_of;

fn main() -> ExitCode {
    common::run("profile [--ladder LADDER.json] FILE [FILE …]", profile_of)
}
