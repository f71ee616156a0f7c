//! `cargo xtask serve`: the development page under the policy that the README recommends, built anew when a source
//! changes. A build that fails leaves the last good page in place.

use crate::finish::Site;
use crate::page::{Profile, build};
use crate::policy;
use crate::process::{Outcome, spoken};
use crate::tools::Tools;
use std::path::Path;
use std::sync::{PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant, SystemTime};
use tiny_http::{Header, Method, Request, Response, Server};

const PORT: u16 = 8080;
const SOURCES: [&str; 9] = ["index.html", "embed.html", "Cargo.toml", "build.rs", "src", "walk", "element", "styles", "ladders"];
const HEADERS: [(&str, &str); 4] = [
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("Cache-Control", "no-store"),
];
const STATIC_HEADERS: [(&str, &str); 2] =
    [("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")];

/// Builds and serves the page until the terminal ends it.
pub(crate) fn serve(tools: &Tools, port: Option<u16>) -> Outcome {
    let server = bind(port)?;
    tools.page()?;
    println!("Building the page for development (some minutes the first time)");
    let seen = newest(&tools.root);
    let site = RwLock::new(build(tools, Profile::Dev)?);
    let address = server.server_addr().to_ip().ok_or("The server has no address.")?;
    println!("Ladder calibration is at http://{address}/ (Ctrl+C ends it)");
    thread::scope(|scope| {
        scope.spawn(|| rebuild(tools, &site, seen));
        for request in server.incoming_requests() {
            // A browser that has gone away is no fault of the server.
            let _ = answer(request, &site);
        }
    });
    Ok(())
}

fn bind(port: Option<u16>) -> Outcome<Server> {
    let wanted = port.unwrap_or(PORT);
    match Server::http(("127.0.0.1", wanted)) {
        Ok(server) => Ok(server),
        Err(_) if port.is_none() => Server::http(("127.0.0.1", 0)).map_err(|error| format!("No port is free: {error}.")),
        Err(error) => Err(format!("Port {wanted} cannot be used ({error}); leave out --port and a free one is taken.")),
    }
}

fn rebuild(tools: &Tools, site: &RwLock<Site>, mut seen: (usize, SystemTime)) {
    loop {
        thread::sleep(Duration::from_secs(1));
        let now = newest(&tools.root);
        if now == seen {
            continue;
        }
        seen = now;
        let start = Instant::now();
        match build(tools, Profile::Dev) {
            Ok(built) => {
                *site.write().unwrap_or_else(PoisonError::into_inner) = built;
                println!("Built anew in {}; reload the page", spoken(start.elapsed()));
            }
            Err(sentence) => eprintln!("{sentence} The last good page is still served."),
        }
    }
}

/// How many source files there are and when the newest was changed: one of both differs after any edit.
fn newest(root: &Path) -> (usize, SystemTime) {
    let mut found = (0, SystemTime::UNIX_EPOCH);
    let mut open: Vec<_> = SOURCES.iter().map(|source| root.join(source)).collect();
    while let Some(path) = open.pop() {
        if let Ok(entries) = std::fs::read_dir(&path) {
            open.extend(entries.flatten().map(|entry| entry.path()));
        } else if let Ok(changed) = path.metadata().and_then(|data| data.modified()) {
            found = (found.0 + 1, found.1.max(changed));
        }
    }
    found
}

fn answer(request: Request, site: &RwLock<Site>) -> std::io::Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path }.to_owned();
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let content = site.read().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
    let Some(content) = content else { return request.respond(Response::empty(404)) };
    let shared = matches!(path.rsplit('.').next(), Some("js" | "wasm" | "css"));
    let policy = policy::header("'self'");
    let kind = [("Content-Type", mime(&path)), ("Content-Security-Policy", &policy)];
    let headers = kind.iter().chain(&HEADERS).chain(STATIC_HEADERS.iter().filter(|_| shared));
    let headers = headers.filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    request.respond(headers.fold(Response::from_data(content), Response::with_header))
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
