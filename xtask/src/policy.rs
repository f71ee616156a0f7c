//! The content security policy of the page, in one place: the development server sends it, the released pages carry it, and
//! a test holds the README, `hosting/` and the server of the browser tests to it.

use crate::finish::Site;
use crate::process::Outcome;

/// What a page may do. A `<meta>` element knows no `frame-ancestors`; only a header can say who may frame the page.
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
/// The rule before which a header says who may frame the page.
const AFTER_FRAMES: &str = "require-trusted-types-for 'script'";
/// The released pages.
const PAGES: [&str; 2] = ["index.html", "embed.html"];
const CHARSET: &str = "<meta charset=\"utf-8\">\n";

/// The policy of a header; `ancestors` may frame the page.
pub(crate) fn header(ancestors: &str) -> String {
    let framed = format!("frame-ancestors {ancestors}; {AFTER_FRAMES}");
    RULES.join("; ").replacen(AFTER_FRAMES, &framed, 1)
}

/// Puts the policy into the pages themselves, for hosts that send no headers of their own. Before anything that it is to
/// hold back, and after the encoding, which browsers look for in the first kilobyte.
pub(crate) fn carry(site: &mut Site) -> Outcome {
    let element = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", RULES.join("; "));
    for name in PAGES {
        let page = site.get(name).map(|page| String::from_utf8_lossy(page).into_owned()).unwrap_or_default();
        if page.matches(CHARSET).count() != 1 {
            return Err(format!("{name} needs {} on a line of its own, once: the policy goes behind it.", CHARSET.trim_end()));
        }
        site.insert(name.to_owned(), page.replacen(CHARSET, &element, 1).into_bytes());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{RULES, carry, header};
    use crate::finish::Site;
    use std::fs::read_to_string;

    fn project(name: &str) -> String {
        read_to_string(format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default()
    }

    #[test]
    fn readme_and_headers_of_hosts_say_the_same() {
        let wiki = header("'self' https://wiki.example.com");
        assert!(project("README.md").contains(&format!("Content-Security-Policy: {}\n", header("'self'"))));
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
    fn sources_carry_no_policy_and_released_pages_do() {
        let mut site = Site::new();
        for name in super::PAGES {
            let page = project(name);
            assert!(!page.contains("Content-Security-Policy"), "{name}");
            site.insert(name.to_owned(), page.into_bytes());
        }
        carry(&mut site).unwrap_or_default();
        for page in site.values() {
            let page = String::from_utf8_lossy(page);
            let (head, script) = (page.find("Content-Security-Policy"), page.find("<!-- boot -->"));
            assert!(head.is_some() && head < script && !page.contains("frame-ancestors"));
        }
    }
}
