//! Results of proofs that take hours, written into `docs/verification.md` between two marks.

use crate::process::{Outcome, read, text, write};
use crate::tools::Tools;
use std::time::{SystemTime, UNIX_EPOCH};

/// Puts a result in place of the one before.
pub(super) fn record(tools: &Tools, proof: &str, result: &str) -> Outcome {
    let path = tools.root.join("docs/verification.md");
    let page = replaced(&text(&path)?, proof, result).ok_or_else(|| format!("{} has no marks for {proof}.", path.display()))?;
    write(&path, page.as_bytes())
}

fn replaced(page: &str, proof: &str, result: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {proof} -->\n"), format!("<!-- end of {proof} -->"));
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}{}\n{end}{after}", result.trim_end()))
}

/// The day, and the compiler.
pub(super) fn today(tools: &Tools) -> String {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    let rustc = read(tools.command("rustc").arg("--version")).unwrap_or_default();
    let version = rustc.split_whitespace().nth(1).unwrap_or("of unknown version").to_owned();
    format!("{}, rustc {version}", date(days))
}

/// The date of a day after 1970-01-01, by H. Hinnant, *chrono-compatible low-level date algorithms*, `civil_from_days`.
fn date(days: u64) -> String {
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let shifted = (5 * day + 2) / 153;
    let (month, day) = (if shifted < 10 { shifted + 3 } else { shifted - 9 }, day - (153 * shifted + 2) / 5 + 1);
    format!("{:04}-{month:02}-{day:02}", 400 * era + year + u64::from(month <= 2))
}

#[cfg(test)]
mod tests {
    use super::{date, replaced};

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        let days =
            [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_782, "2026-11-25"), (47_541, "2100-03-01")];
        for (day, wanted) in days {
            assert_eq!(date(day), wanted);
        }
    }

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let page = "# a\n<!-- fuzz -->\nold\n<!-- end of fuzz -->\n<!-- mutants -->\nkept\n<!-- end of mutants -->\n";
        assert_eq!(replaced(page, "fuzz", "new\n"), Some(page.replace("old", "new")));
        assert_eq!(replaced(page, "else", ""), None);
    }
}
