//! Safe links. A file can come from anybody, so an address is parsed before it can become a link.

/// The longest address, in bytes.
const LONGEST: usize = 2000;

/// An address with the scheme `https`, `http` or `mailto`, without characters that a browser drops, reorders or interprets
/// differently.
///
/// Browsers remove tabs and line ends before they look for the scheme and cut control characters off at both ends (WHATWG
/// URL, "basic URL parser"), so an address with any of them is refused instead of repaired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Reads an address; spaces around it are cut off.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches(' ');
        if text.len() > LONGEST || text.chars().any(is_refused) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        let is = |name: &str| scheme.eq_ignore_ascii_case(name);
        let fits = if is("mailto") {
            let address = rest.split('?').next().unwrap_or_default();
            address.split_once('@').is_some_and(|(who, host)| !who.is_empty() && !host.is_empty())
        } else {
            let authority = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
            // User information before the host, as in `https://bank@example.org`, looks like the host.
            (is("https") || is("http")) && authority.is_some_and(|a| !a.is_empty() && !a.starts_with(':') && !a.contains('@'))
        };
        fits.then(|| Self(text.to_owned()))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters that no address needs: white space, control characters, those of no width or that turn the text round
/// (Unicode Technical Report 36), and those that end an attribute or a Markdown link.
fn is_refused(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}'
                | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}
