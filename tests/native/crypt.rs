//! Encryption: the published vectors, the caps with the memory counted, locked files, and decryption with Python.

use std::process::{Command, Stdio};

use allocation_counter::measure;
use ladder_calibration::base::crypt::{CryptError, Kdf, Key, Randomness};
use ladder_calibration::base::numbers::hex;
use ladder_calibration::files::{DecryptError, EncryptError, lock_file, parse, read_invitation, read_locked, read_sealed};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{forged, fresh, golden};

const KIB: u64 = 1024;
const PASSPHRASE: &str = "seven quiet ladders";

fn small() -> Kdf {
    Kdf::new(8, 1, 1).unwrap()
}

fn lock(bytes: &[u8], passphrase: &str, kdf: Kdf, seed: u8) -> String {
    lock_file(bytes, passphrase, kdf, &mut Randomness::new(&fresh(seed)).unwrap()).unwrap()
}

#[test]
fn argon2id_gives_the_tag_of_rfc_9106() {
    use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
    let data = AssociatedData::new(&[4; 12]).unwrap();
    let params = ParamsBuilder::new().m_cost(32).t_cost(3).p_cost(4).data(data).build().unwrap();
    let mut memory = vec![argon2::Block::new(); params.block_count()];
    let mut tag = [0; 32];
    let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    argon2.hash_password_into_with_memory(&[1; 32], &[2; 16], &mut tag, memory.as_mut_slice()).unwrap();
    assert_eq!(hex(&tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

#[test]
fn keys_are_those_of_the_reference_implementation() {
    let salt = std::array::from_fn(|i| u8::try_from(i).unwrap());
    // Computed with argon2-cffi 25.1, which is the reference implementation in C.
    for (secret, kdf, key) in [
        ("correct horse", small(), "3bfa796a86260b73457e1290b51695931a17e266f601d0fb45563e282fb6865b"),
        ("Pa\u{df}wort", Kdf::new(64, 2, 1).unwrap(), "a676339b050c75ca225b272f583aa9763c87f5573b33dff8f1537bf4c0c84d99"),
        ("correct horse", Kdf::new(1024, 4, 1).unwrap(), "bd7e5c72b425833c8e8851c951936dd396d2d19e4d8fac0fb7c4885bd71721be"),
        ("correct horse", Kdf::default(), "e3c889ca40ed01e6b6771fc8a5bf16e35ad60b41c9bd5d7e6d63adf51e50b0fd"),
    ] {
        let mut derived = String::new();
        let taken = measure(|| derived = hex(&kdf.key(secret.as_bytes(), &salt).unwrap().0)).bytes_max;
        assert_eq!(derived, key);
        let stated = u64::from(kdf.memory()) * KIB;
        assert!((stated..stated + 4 * KIB).contains(&taken), "{taken} bytes were taken, {stated} are stated");
    }
}

#[test]
fn xchacha20_poly1305_gives_the_ciphertext_of_the_draft() {
    let bytes = |first: u8| std::array::from_fn(|i| first + u8::try_from(i).unwrap());
    let (key, nonce) = (Key(bytes(0x80)), std::array::from_fn(|i| 0x40 + u8::try_from(i).unwrap()));
    let header = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
    let text: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
                        sunscreen would be it.";
    let ciphertext = key.encrypt(&nonce, &header, text).unwrap();
    assert_eq!(
        hex(&ciphertext),
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96\
         b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e\
         c0875924c1c7987947deafd8780acf49"
    );
    assert_eq!(key.decrypt(&nonce, &header, &ciphertext).unwrap(), text);
    assert_eq!(key.decrypt(&nonce, &header[1..], &ciphertext), Err(CryptError::DoesNotOpen));
    assert_eq!(key.decrypt(&nonce, &header, &ciphertext[..15]), Err(CryptError::DoesNotOpen));
}

#[track_caller]
fn refuses(memory: u32, passes: u32, lanes: u32, sentence: &str) {
    assert_eq!(Kdf::new(memory, passes, lanes).unwrap_err().to_string(), sentence);
}

#[test]
fn parameters_outside_their_caps_are_refused() {
    refuses(128 * 1024 + 1, 3, 1, "asks for 131073 KiB of memory; a file may ask for 8 to 131072");
    refuses(u32::MAX, u32::MAX, u32::MAX, "asks for 4294967295 KiB of memory; a file may ask for 8 to 131072");
    refuses(7, 3, 1, "asks for 7 KiB of memory; a file may ask for 8 to 131072");
    refuses(64, 0, 1, "asks for 0 passes; a file may ask for 1 to 4");
    refuses(64, 5, 1, "asks for 5 passes; a file may ask for 1 to 4");
    refuses(64, 1, 0, "asks for 0 lanes; a file may ask for 1");
    refuses(64, 1, 2, "asks for 2 lanes; a file may ask for 1");
    let most = Kdf::new(128 * 1024, 4, 1).unwrap();
    assert_eq!((most.memory(), most.passes(), most.lanes()), (131_072, 4, 1));
    assert_eq!((Kdf::default().memory(), Kdf::default().passes()), (65_536, 3));
}

/// Reads it as every kind of file, and returns the peak memory in bytes.
fn memory_of_reading(bytes: &[u8]) -> u64 {
    measure(|| {
        let _ = (read_locked(bytes).is_ok(), read_sealed(bytes).is_ok());
        let _ = std::str::from_utf8(bytes).map(|text| read_invitation(text).is_ok());
    })
    .bytes_max
}

#[test]
fn parameter_bombs_are_refused_before_any_derivation() {
    let good = lock(b"{}", PASSPHRASE, small(), 1);
    for (name, bomb) in [
        ("m", json!(131_073)),
        ("m", json!(4_194_304)),
        ("m", json!(4_294_967_295_u32)),
        ("m", json!(u64::MAX)),
        ("m", json!(1e300)),
        ("t", json!(5)),
        ("t", json!(4_294_967_296_u64)),
        ("p", json!(2)),
        ("p", json!(16_777_215)),
    ] {
        let file = forged(&good, |f| f["kdf"][name] = bomb.clone());
        let fault = read_locked(file.as_bytes()).unwrap_err();
        assert!(matches!(fault, DecryptError::Parameters(_)), "{name} {bomb}: {fault}");
        assert!(memory_of_reading(file.as_bytes()) < 64 * KIB, "{name} {bomb}");
    }
    let large = forged(&good, |f| f["kdf"]["m"] = json!(1e9));
    let sentence = "The file asks for 1000000000 KiB of memory; a file may ask for 8 to 131072. It was not opened.";
    assert_eq!(read_locked(large.as_bytes()).unwrap_err().to_string(), sentence);
}

#[test]
fn bombs_of_size_depth_and_number_stop_at_their_caps() {
    let most = 4 * 1024 * 1024;
    let (many, deep) = (format!("[{}0]", "0,".repeat(most / 2 - 2)), "[".repeat(most));
    let objects = format!("[{}0]", "{\"a\":[]},".repeat(most / 9 - 1));
    // 200,000 values of 32 bytes, and as much again while the list grows; a pasted text once more while it is searched.
    for (bomb, cap) in [(many, 20 << 20), (deep, 16 << 20), (objects, 80 << 20), ("0".repeat(most + 1), 16 * KIB)] {
        assert!(parse(bomb.as_bytes()).is_err());
        let taken = memory_of_reading(bomb.as_bytes());
        assert!(taken < cap, "{taken} bytes for {}…", &bomb[..20]);
    }
    let base32 = format!("[ladder-calibration/invitation {}]", "a".repeat(most - 100));
    assert!(memory_of_reading(base32.as_bytes()) < 24 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_locked_opens_again(bytes in prop::collection::vec(any::<u8>(), 0..400), passphrase in ".+", seed in any::<u8>()) {
        let file = lock(&bytes, &passphrase, small(), seed);
        let locked = read_locked(file.as_bytes()).unwrap();
        prop_assert_eq!(locked.open(&passphrase).unwrap(), bytes);
        prop_assert_eq!(locked.open(&format!("{passphrase} ")), Err(DecryptError::WrongSecret));
    }

    #[test]
    fn no_file_gets_more_than_the_caps(m in 0.0..300_000_f64, t in 0..8_u32, p in 0..3_u32, whole in any::<bool>()) {
        let m = if whole { m.floor() } else { m };
        let file = forged(&lock(b"{}", PASSPHRASE, small(), 2), |f| f["kdf"] = json!({ "name": "argon2id", "m": m, "t": t, "p": p }));
        if let Ok(locked) = read_locked(file.as_bytes()) {
            let kdf = locked.kdf();
            prop_assert!((8..=131_072).contains(&kdf.memory()) && (1..=4).contains(&kdf.passes()) && kdf.lanes() == 1);
            prop_assert_eq!((f64::from(kdf.memory()), kdf.passes(), kdf.lanes()), (m, t, p));
        } else {
            prop_assert!(m.fract() != 0.0 || !(8.0..=131_072.0).contains(&m) || !(1..=4).contains(&t) || p != 1);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".{0,80}") {
        let _ = (read_locked(&bytes).is_err(), read_sealed(&bytes).is_err(), read_invitation(&text).is_err());
        let marked = format!("[ladder-calibration/invitation {text}]");
        prop_assert!(read_invitation(&marked).is_err());
    }
}

#[test]
fn a_flipped_bit_anywhere_is_found_before_a_passphrase_is_tried() {
    let file = lock(b"{\"example\":\"nine teams\"}", PASSPHRASE, small(), 3);
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut bytes = file.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let fault = read_locked(&bytes).expect_err("it was accepted");
            assert!(matches!(fault, DecryptError::Damaged | DecryptError::Unreadable(_)), "byte {at}, bit {bit}: {fault}");
        }
    }
    for length in 0..file.len() {
        assert!(matches!(read_locked(&file.as_bytes()[..length]), Err(DecryptError::Unreadable(_))), "{length}");
    }
}

#[track_caller]
fn forgery_does_not_open(change: impl FnOnce(&mut Value)) {
    let file = forged(&lock(b"{}", PASSPHRASE, Kdf::new(16, 2, 1).unwrap(), 4), change);
    assert_eq!(read_locked(file.as_bytes()).unwrap().open(PASSPHRASE), Err(DecryptError::WrongSecret));
}

#[test]
fn the_header_is_authenticated_with_the_text() {
    forgery_does_not_open(|f| f["kdf"]["m"] = json!(17));
    forgery_does_not_open(|f| f["kdf"]["t"] = json!(1));
    forgery_does_not_open(|f| f["kdf"]["x"] = json!(1));
    forgery_does_not_open(|f| f["note"] = json!("put in by someone else"));
    for name in ["salt", "nonce", "ciphertext"] {
        forgery_does_not_open(|f| {
            let text = f[name].as_str().unwrap();
            let other = if text.starts_with('A') { "B" } else { "A" };
            f[name] = format!("{other}{}", &text[1..]).into();
        });
    }
}

#[track_caller]
fn unreadable(change: impl FnOnce(&mut Value), sentence: &str) {
    let file = forged(&lock(b"{}", PASSPHRASE, small(), 5), change);
    assert_eq!(read_locked(file.as_bytes()).unwrap_err().to_string(), sentence);
}

#[test]
fn each_error_has_its_sentence() {
    let fault = "The file cannot be read: ";
    unreadable(|f| f["salt"] = json!("AAAA"), &format!("{fault}salt: has to be 16 bytes."));
    unreadable(|f| f["nonce"] = json!("AAA="), &format!("{fault}nonce: has to be 24 bytes."));
    unreadable(|f| f["nonce"] = json!("!"), &format!("{fault}nonce: has to be base64."));
    unreadable(|f| f["ciphertext"] = json!("AAAA"), &format!("{fault}ciphertext: is too short."));
    unreadable(|f| f["ciphertext"] = json!(null), &format!("{fault}ciphertext: has to be base64."));
    unreadable(|f| f["kdf"]["name"] = json!("scrypt"), &format!("{fault}kdf.name: has to be \"argon2id\"."));
    unreadable(|f| f["kdf"]["m"] = json!(-8), &format!("{fault}kdf.m: has to be a whole number."));
    unreadable(|f| f["kdf"]["t"] = json!(1.5), &format!("{fault}kdf.t: has to be a whole number."));
    unreadable(|f| f["kdf"]["p"] = json!("1"), &format!("{fault}kdf.p: has to be a number."));
    unreadable(|f| f["kdf"] = json!(null), &format!("{fault}kdf: is missing."));
    unreadable(
        |f| f["format"] = json!("ladder-calibration/sealed"),
        &format!("{fault}format: this is \"ladder-calibration/sealed\", not a locked file (\"ladder-calibration/locked\")."),
    );
    unreadable(
        |f| f["version"] = json!(2),
        &format!("{fault}version: the file has version 2; this page reads version 1 and leaves newer files unchanged."),
    );
    let file = lock(b"{}", PASSPHRASE, small(), 5);
    let mut bare: Value = serde_json::from_str(&file).unwrap();
    bare.as_object_mut().unwrap().remove("checksum");
    assert_eq!(read_locked(bare.to_string().as_bytes()), Err(DecryptError::Damaged), "the checksum has to be there");
    let locked = read_locked(file.as_bytes()).unwrap();
    for (fault, sentence) in [
        (locked.open("").unwrap_err(), "Type the passphrase that the file was locked with."),
        (locked.open("Seven quiet ladders").unwrap_err(), "The passphrase is wrong. The file itself is undamaged."),
        (DecryptError::Damaged, "The file is damaged: its checksum does not match. Use another copy of it."),
        (DecryptError::NoMemory, "There is not enough free memory to open the file. Close other pages and try again."),
    ] {
        assert_eq!(fault.to_string(), sentence);
    }
}

#[test]
fn a_passphrase_is_the_text_as_it_was_typed() {
    for (passphrase, other) in [(" padded ", "padded"), ("caf\u{e9}", "cafe\u{301}"), ("\n", "\r\n")] {
        let locked = read_locked(lock(b"kept", passphrase, small(), 6).as_bytes()).unwrap();
        assert_eq!(locked.open(passphrase).unwrap(), b"kept");
        assert_eq!(locked.open(other), Err(DecryptError::WrongSecret));
    }
}

#[test]
fn what_cannot_be_locked_is_refused() {
    let bytes = fresh(7);
    let lock = |text: &[u8], passphrase: &str, from: &[u8]| {
        lock_file(text, passphrase, small(), &mut Randomness::new(from).unwrap()).map(|file| file.len())
    };
    assert_eq!(lock(b"{}", "", &bytes), Err(EncryptError::NoSecret));
    assert_eq!(lock(b"{}", "x", &bytes[..39]), Err(EncryptError::NoRandomness), "16 of salt and 24 of nonce");
    assert!(lock(b"{}", "x", &bytes[..40]).is_ok());
    for none in [&[][..], &[7], &[0; 104], &[255; 104]] {
        assert!(Randomness::new(none).is_err(), "{none:?}");
    }
    let most = (4 * 1024 * 1024 - 4096) / 4 * 3;
    assert_eq!(lock(&vec![0; most + 1], "x", &bytes), Err(EncryptError::TooLarge));
    assert!((4 * 1024 * 1024 - 4096..4 * 1024 * 1024).contains(&lock(&vec![0; most], "x", &bytes).unwrap()));
    assert!(
        EncryptError::TooLarge.to_string().contains("4 MiB") && EncryptError::NoRandomness.to_string().contains("secure random")
    );
}

#[test]
fn nothing_of_the_text_and_nothing_twice_stands_in_a_locked_file() {
    let text = b"{\"example\":\"Payments ledger split, nine teams\"}";
    let (one, two) = (lock(text, PASSPHRASE, small(), 8), lock(text, PASSPHRASE, small(), 9));
    assert!(!one.contains("ledger") && !one.contains(PASSPHRASE));
    let field = |file: &str, name: &str| serde_json::from_str::<Value>(file).unwrap()[name].clone();
    for name in ["salt", "nonce", "ciphertext"] {
        assert_ne!(field(&one, name), field(&two, name), "{name}");
    }
}

#[test]
fn locked_files_of_earlier_versions_open() {
    let file = golden("locked-1.json");
    let locked = read_locked(file.as_bytes()).unwrap();
    assert_eq!(locked.kdf(), Kdf::default());
    let text = locked.open(PASSPHRASE).unwrap();
    assert_eq!(text, golden("locked-1.opened.json").as_bytes());
    assert_eq!(lock(&text, PASSPHRASE, Kdf::default(), 10), file, "version 1 is still written as it was");
}

/// `docs/unlock.py` with the modules that it needs, or nothing where they are not installed.
pub(crate) fn unlock(file: &str, secret: &str) -> Option<Result<Vec<u8>, String>> {
    let root = env!("CARGO_MANIFEST_DIR");
    let there = Command::new("python3").args(["-c", "import argon2.low_level, nacl.bindings"]).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        assert!(std::env::var_os("LADDER_PYTHON").is_none(), "python3 with argon2-cffi and pynacl was asked for");
        println!("skipped: python3 with argon2-cffi and pynacl is not installed");
        return None;
    }
    let mut python = Command::new("python3");
    python.current_dir(root).arg("docs/unlock.py").arg(format!("tests/data/golden/{file}"));
    let mut child = python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), secret.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    Some(if out.status.success() { Ok(out.stdout) } else { Err(String::from_utf8_lossy(&out.stderr).into_owned()) })
}

#[test]
fn python_opens_a_locked_file() {
    let Some(opened) = unlock("locked-1.json", PASSPHRASE) else { return };
    assert_eq!(opened.unwrap(), golden("locked-1.opened.json").as_bytes());
    assert!(unlock("locked-1.json", "another").unwrap().unwrap_err().starts_with("It does not open: "));
}

#[test]
fn nothing_at_all_can_be_locked_and_zero_is_a_number_that_is_refused_as_one() {
    let empty = lock(b"", PASSPHRASE, small(), 11);
    assert_eq!(read_locked(empty.as_bytes()).unwrap().open(PASSPHRASE), Ok(Vec::new()));
    for name in ["m", "t", "p"] {
        let file = forged(&empty, |f| f["kdf"][name] = json!(0));
        assert!(matches!(read_locked(file.as_bytes()), Err(DecryptError::Parameters(_))), "{name}");
    }
}
