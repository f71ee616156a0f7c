//! A thousand mutants for each decoder, the same ones at each run, without a panic. The fuzz targets do the same with
//! millions; both share the properties in `fuzz/src/decoders.rs`.

#[path = "../../fuzz/src/decoders.rs"]
mod decoders;
#[path = "../../fuzz/src/mutation.rs"]
mod mutation;

use std::path::PathBuf;

use decoders::{DECODERS, Decoder};
use mutation::{Random, mutant};

/// Mutants of each decoder's files together.
const MUTANTS: usize = 1200;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder, by name.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())).collect();
    files.sort();
    files
}

/// Bytes with a bit flipped, a part left out, a part twice, or a byte that means something to JSON.
fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let at = random.below(bytes.len());
    let end = (at + 1 + random.below(8)).min(bytes.len());
    match random.below(4) {
        _ if bytes.is_empty() => out.push(b'{'),
        0 => out[at] ^= 1 << random.below(8),
        1 => drop(out.drain(at..end)),
        2 => drop(out.splice(at..at, bytes[at..end].to_vec())),
        _ => out[at] = b"{}[]\",:0-e\\\xff"[random.below(12)],
    }
    out
}

#[track_caller]
fn survives(name: &str, decoder: Decoder) {
    let mut seeds = files(&format!("fuzz/corpus/{name}"));
    seeds.extend(files("tests/data/golden"));
    let read = seeds.iter().filter(|(_, bytes)| decoder(bytes)).count();
    assert!(read > 0, "{name} reads none of its own files");
    let (mut random, mut read) = (Random::new(1), 0);
    for i in 0..MUTANTS {
        let (_, seed) = &seeds[i % seeds.len()];
        let mutant = if i % 2 == 0 { mutant(seed, &mut random) } else { None };
        read += usize::from(decoder(&mutant.unwrap_or_else(|| damaged(seed, &mut random))));
    }
    assert!((1..MUTANTS).contains(&read), "{name} read {read} of {MUTANTS} mutants");
}

/// A test for each decoder, so that they run in parallel.
macro_rules! survive {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let (name, decoder) = DECODERS.iter().find(|(name, _)| *name == stringify!($name)).unwrap();
            survives(name, *decoder);
        })*

        #[test]
        fn every_decoder_is_here_and_has_a_target_and_a_corpus() {
            let names: Vec<&str> = DECODERS.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
            let manifest = std::fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
            assert_eq!(manifest.matches("path = \"targets/").count(), names.len());
            let mut size = 0;
            for name in names {
                assert!(manifest.contains(&format!("{{ name = \"{name}\", path = \"targets/{name}.rs\", test = false }}")));
                let target = std::fs::read_to_string(root().join(format!("fuzz/targets/{name}.rs"))).unwrap();
                assert!(target.contains(&format!("target!(\"{name}\")")));
                let corpus = files(&format!("fuzz/corpus/{name}"));
                assert!((1..=40).contains(&corpus.len()), "{name}: {} files", corpus.len());
                size += corpus.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
            }
            assert!(size < 200_000, "{size} bytes");
        }
    };
}

survive!(any assessment code invitation ladder link locked sealed session stored);
