//! The fuzz targets: each passes bytes to one decoder and counts how often something could be read.

mod decoders;
mod mutation;

use std::sync::atomic::{AtomicU64, Ordering};

use libfuzzer_sys::Corpus;

static READ: AtomicU64 = AtomicU64::new(0);

/// The target of a decoder, by its name in `decoders`.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(init: $crate::tell_at_exit(), |bytes: &[u8]| -> libfuzzer_sys::Corpus {
            $crate::read($name, bytes)
        });
        libfuzzer_sys::fuzz_mutator!(|bytes: &mut [u8], size: usize, most: usize, seed: u32| {
            $crate::mutate(bytes, size, most, seed)
        });
    };
}

/// Passes bytes to a decoder. Bytes that are no JSON are not mutated further, because they only exercise the parser.
///
/// # Panics
/// Where the decoder is wrong.
pub fn read(name: &str, bytes: &[u8]) -> Corpus {
    let (_, decoder) = decoders::DECODERS.iter().find(|(known, _)| *known == name).expect("a decoder has this name");
    if decoder(bytes) {
        READ.fetch_add(1, Ordering::Relaxed);
        return Corpus::Keep;
    }
    if name == "code" || is_json(bytes) { Corpus::Keep } else { Corpus::Reject }
}

fn is_json(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes).ok().and_then(decoders::carried) {
        Some((_, file, _)) => is_json(&file),
        None => serde_json::from_slice::<serde_json::Value>(bytes).is_ok(),
    }
}

/// Changes `bytes[..size]` in place, up to `most` bytes, and returns the new size: JSON half of the time as JSON, else as
/// libFuzzer does.
pub fn mutate(bytes: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut random = mutation::Random::new(seed.into());
    let mutant = if random.below(2) == 0 { mutation::mutant(&bytes[..size], &mut random) } else { None };
    match mutant.filter(|mutant| mutant.len() <= most) {
        Some(mutant) => {
            bytes[..mutant.len()].copy_from_slice(&mutant);
            mutant.len()
        }
        None => libfuzzer_sys::fuzzer_mutate(bytes, size, most),
    }
}

unsafe extern "C" {
    /// Of the C library, which libFuzzer is linked with.
    safe fn atexit(then: extern "C" fn()) -> i32;
}

/// Prints at the end how often something could be read.
pub fn tell_at_exit() {
    extern "C" fn tell() {
        eprintln!("success path: {}", READ.load(Ordering::Relaxed));
    }
    assert_eq!(atexit(tell), 0, "the count would not be told");
}
