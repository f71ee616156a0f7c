//! Prints the comparison of two raters' assessment files: `compare [--ladder LADDER.json] A B`.

mod common;

use std::process::ExitCode;

use ladder_calibration::domain::headless::compare_of;

fn main() -> ExitCode {
    common::run("compare [--ladder LADDER.json] A B", compare_of)
}
