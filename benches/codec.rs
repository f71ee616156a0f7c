//! Times what the decoder does with hostile files natively: the largest, the deepest, the one with most values, and one that
//! asks for more memory than a key derivation may have. `--json` for machines.

use std::hint::black_box;
use std::time::Instant;

use ladder_calibration::files::{MAX_BYTES, MAX_LINK, decode_any};

/// The longest of several tries, in milliseconds.
fn longest(bytes: &[u8]) -> f64 {
    let time = || {
        let begin = Instant::now();
        let _ = black_box(decode_any(black_box(bytes)));
        begin.elapsed().as_secs_f64() * 1e3
    };
    (0..9).map(|_| time()).fold(0.0, f64::max)
}

fn main() {
    let assessment = |answers: &str| {
        format!(
            "{{\"format\":\"ladder-calibration/assessment\",\"version\":1,\"ladder\":{{\"id\":\"staff-plus\"}},\"answers\":{{{answers}}}}}"
        )
    };
    let many: Vec<String> = (0..40_000).map(|i| format!("\"q{i}\":{{\"statement\":{}}}", i % 5)).collect();
    let text = "x".repeat(MAX_BYTES - 200);
    let memory = "{\"format\":\"ladder-calibration/locked\",\"version\":1,\"kdf\":{\"name\":\"argon2id\",\"m\":4194304,\"t\":1000,\"p\":64},\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"ciphertext\":\"AAAA\"}";
    let bombs: [(&str, Vec<u8>); 7] = [
        ("a file over the limit", vec![b' '; MAX_BYTES + 1]),
        ("one text of 4 MiB", assessment(&format!("\"a\":{{\"statement\":1,\"example\":\"{text}\"}}")).into_bytes()),
        ("4 MiB of brackets", vec![b'['; MAX_BYTES]),
        ("4 MiB of numbers", format!("[{}0]", "0,".repeat(MAX_BYTES / 2 - 2)).into_bytes()),
        ("40,000 answers", assessment(&many.join(",")).into_bytes()),
        ("a derivation with 4 GiB", memory.as_bytes().to_vec()),
        ("a link over the limit", format!("lc1.{}.0000000000000000", "A".repeat(MAX_LINK)).into_bytes()),
    ];
    let rows = bombs.map(|(name, bytes)| (name, longest(&bytes)));
    if std::env::args().any(|a| a == "--json") {
        let fields: Vec<String> = rows.iter().map(|(name, t)| format!("\"{name} (ms)\": {t:.1}")).collect();
        println!("{{ {} }}", fields.join(", "));
    } else {
        for (name, t) in rows {
            println!("{name:<40} {t:>10.1} ms");
        }
    }
}
