//! Pieces of evidence behind answers, and which of their links may be followed.

use super::characters::reorders;

/// One piece of evidence. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What answers cite it by.
    pub id: String,
    /// What it is.
    pub title: String,
    /// First month or day, ISO 8601.
    pub from: String,
    /// Last month or day, ISO 8601.
    pub to: String,
    /// Through what the work had its effect.
    pub mechanism: String,
    /// In which way.
    pub mode: String,
    /// How far it reached.
    pub reach: String,
    /// What came of it.
    pub outcome: String,
    /// Where to look.
    pub link: String,
    /// Who can confirm it.
    pub corroborator: String,
    /// Whether it stays out of copies unless somebody asks for it.
    pub sensitive: bool,
}

/// A link that may be followed: `https`, `http` or `mailto`, with nothing in it that a browser would drop, decode or show
/// in another place. Spaces around it are cut off.
pub fn safe_link(link: &str) -> Option<&str> {
    let link = link.trim_matches(' ');
    let odd = |c: char| c.is_control() || c.is_whitespace() || reorders(c) || is_invisible(c) || "<>\"\\^`{|}".contains(c);
    if link.contains(odd) {
        return None;
    }
    let after = |scheme: &str| link.get(..scheme.len()).filter(|s| s.eq_ignore_ascii_case(scheme)).map(|_| &link[scheme.len()..]);
    if let Some(address) = after("mailto:") {
        return address.split_once('@').filter(|(who, host)| !who.is_empty() && !host.is_empty()).map(|_| link);
    }
    let rest = after("https://").or_else(|| after("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // A name before the host passes for the host at a glance.
    (!host.is_empty() && !host.contains('@')).then_some(link)
}

/// Characters of no width, which make two addresses look alike.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
