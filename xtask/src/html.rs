//! The few changes to a page: comments out, one tag in. Not an HTML parser.

/// `html` without its comments, but `kept`.
pub(crate) fn clean(html: &str, kept: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let ending = if rest.starts_with("<!--") { "-->" } else { ">" };
        let end = rest.find(ending).map_or(rest.len(), |end| end + ending.len());
        let (tag, after) = rest.split_at(end);
        let dropped = tag.starts_with("<!--") && tag != kept;
        rest = if dropped { after.trim_start_matches(['\n', ' ']) } else { after };
        if !dropped {
            out.push_str(tag);
        }
    }
    out + rest
}

/// The tag that starts the page. The modules are not preloaded: which of them is needed first, only the browser knows.
pub(crate) fn boot(boot: &str) -> String {
    format!("<script type=\"module\" src=\"./{boot}\"></script>")
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn comments_go_and_the_marker_stays() {
        let html = "<head><!-- a > b -->\n  <link rel=\"icon\"><!-- boot --></head>";
        assert_eq!(clean(html, "<!-- boot -->"), "<head><link rel=\"icon\"><!-- boot --></head>");
    }
}
