//! Starting other programs, with a plain message when one fails.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A result whose error is one sentence for the person at the terminal.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Runs `command` with this terminal; a failure is the `sentence`.
pub(crate) fn run(command: &mut Command, sentence: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(sentence.to_owned()),
        Err(error) => Err(format!("{} could not be started ({error}). {sentence}", name(command))),
    }
}

/// The output of `command`, if it can be started and succeeds; its errors are not shown.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A file's bytes, or a sentence that names it.
pub(crate) fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// A file's text, or a sentence that names it.
pub(crate) fn text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Outcome {
    let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, content));
    written.map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

/// A duration for people.
pub(crate) fn format_duration(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..90 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
