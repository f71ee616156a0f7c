//! The content security policy of the page, in one place: released pages contain it, and tests compare Trunk.toml, the
//! README, `hosting/` and the server of the browser tests with it.

use crate::process::Outcome;

/// The policy. A `<meta>` element cannot contain `frame-ancestors`; only a header can say who may frame the page.
const RULES: [&str; 14] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
];
const CHARSET: &str = "<meta charset=\"utf-8\">\n";

/// The placeholder of Trunk, which its server fills in.
const NONCE: &str = " nonce=\"{{__TRUNK_NONCE__}}\"";

/// A released page with the policy in it, for hosts that send no headers of their own. The policy comes before everything
/// that it restricts, and after the encoding, which browsers look for in the first kilobyte. There is no nonce in a
/// release.
pub(crate) fn carried(page: &str) -> Outcome<String> {
    if page.matches(CHARSET).count() != 1 {
        return Err(format!("{} has to stand on a line of its own, once: the policy goes behind it", CHARSET.trim_end()));
    }
    let element = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", RULES.join("; "));
    Ok(page.replace(NONCE, "").replacen(CHARSET, &element, 1))
}

#[cfg(test)]
mod tests {
    use super::{NONCE, RULES, carried};
    use std::fs::read_to_string;

    /// The policy of a header, which alone can say who may frame the page.
    fn header(ancestors: &str) -> Vec<String> {
        let frames = RULES.iter().position(|rule| rule.starts_with("require-trusted-types")).unwrap_or_default();
        let mut rules = RULES.map(String::from).to_vec();
        rules.insert(frames, format!("frame-ancestors {ancestors}"));
        rules
    }

    fn project(name: &str) -> String {
        read_to_string(format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default()
    }

    #[test]
    fn readme_and_headers_of_hosts_say_the_same() {
        let wiki = header("'self' https://wiki.example.com").join("; ");
        assert!(project("README.md").contains(&format!("Content-Security-Policy: {}\n", header("'self'").join("; "))));
        assert!(project("hosting/nginx.conf").contains(&format!("Content-Security-Policy \"{wiki}\" always;")));
        assert!(project("hosting/Caddyfile").contains(&format!("Content-Security-Policy \"{wiki}\"\n")));
        let headers = project("hosting/_headers");
        for path in ["/", "/index", "/index.html", "/embed", "/embed.html"] {
            assert!(headers.contains(&format!("{path}\n  Content-Security-Policy: {wiki}\n")), "{path}");
        }
        let server = project("tests/e2e/support/server.mjs");
        for rule in RULES {
            assert!(server.contains(&format!("\"{rule}\"")), "{rule}");
        }
    }

    #[test]
    fn what_is_served_for_development_differs_by_one_nonce_and_the_socket() {
        let served = header("'self'").into_iter().map(|rule| match rule.split(' ').next() {
            Some("script-src") => format!("{rule} 'nonce-{{{{NONCE}}}}'"),
            Some("connect-src") => format!("{rule} ws://127.0.0.1:* ws://localhost:*"),
            _ => rule,
        });
        let lines: Vec<String> = served.map(|rule| format!("    \"{rule}\",\n")).collect();
        assert!(project("Trunk.toml").contains(&format!("\ncsp = [\n{}]\n", lines.concat())));
    }

    #[test]
    fn sources_carry_no_policy_and_released_pages_do_and_no_nonce() {
        for name in ["index.html", "embed.html"] {
            let source = project(name);
            assert!(!source.contains("Content-Security-Policy") && !source.contains("nonce"), "{name}");
            let staged = source.replace("<link ", &format!("<link{NONCE} "));
            let page = carried(&staged).unwrap_or_default();
            let (head, link) = (page.find("Content-Security-Policy"), page.find("<link "));
            assert!(head.is_some() && head < link && !page.contains("frame-ancestors") && !page.contains("nonce"));
        }
        assert!(carried("<head>").is_err());
    }
}
