//! Encryption under a passphrase: Argon2id (RFC 9106) makes the key, XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03)
//! encrypts and authenticates. It knows no file format, and unpredictable bytes are passed in.

use std::fmt;

use crate::messages::encryption;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305};

/// Bytes of salt that a key is derived with.
pub const SALT: usize = 16;
/// Bytes of nonce that a text is encrypted with.
pub const NONCE: usize = 24;
/// Bytes that a ciphertext is longer than its text.
pub const TAG: usize = 16;

/// The least and the most memory, in KiB. RFC 9106 asks for 8 KiB a lane; more than 128 MiB can end a page on a phone.
const MEMORY: (u32, u32) = (8, 128 * 1024);
/// The fewest and the most passes over the memory.
const PASSES: (u32, u32) = (1, 4);
/// A page has one thread, so more lanes would only help an attacker.
const LANES: (u32, u32) = (1, 1);

/// Argon2id with parameters within the caps. There is no other way to derive a key, so no file can make the page use more
/// memory or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kdf {
    memory: u32,
    passes: u32,
}

impl Default for Kdf {
    /// 64 MiB, three passes, one lane: the second recommended option of RFC 9106 §4, in one lane.
    fn default() -> Self {
        Self { memory: 64 * 1024, passes: 3 }
    }
}

impl Kdf {
    /// Checks parameters, in the order and units of RFC 9106: memory in KiB, passes, lanes.
    ///
    /// # Errors
    /// The first parameter that is outside its caps.
    pub fn new(memory: u32, passes: u32, lanes: u32) -> Result<Self, KdfError> {
        let rows = [("memory", memory, MEMORY), ("passes", passes, PASSES), ("lanes", lanes, LANES)];
        match rows.into_iter().find(|(_, found, (least, most))| !(least..=most).contains(&found)) {
            Some((parameter, found, (least, most))) => Err(KdfError { parameter, found, least, most }),
            None => Ok(Self { memory, passes }),
        }
    }

    /// The memory of one derivation, in KiB.
    pub fn memory(self) -> u32 {
        self.memory
    }

    /// The passes over that memory.
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// The lanes; always one.
    pub fn lanes(self) -> u32 {
        LANES.0
    }

    /// Derives a key. It takes as long as the parameters say.
    ///
    /// # Errors
    /// [`CryptError::NoMemory`] when the memory is not available.
    pub fn key(self, secret: &[u8], salt: &[u8; SALT]) -> Result<Key, CryptError> {
        let error = |_| CryptError::NoMemory;
        let params = Params::new(self.memory, self.passes, self.lanes(), None).map_err(error)?;
        let mut memory = Vec::new();
        memory.try_reserve_exact(params.block_count()).map_err(|_| CryptError::NoMemory)?;
        memory.resize(params.block_count(), Block::new());
        let mut key = [0; 32];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password_into_with_memory(secret, salt, &mut key, memory.as_mut_slice()).map_err(error)?;
        Ok(Key(key))
    }
}

/// A parameter outside its caps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfError {
    parameter: &'static str,
    found: u32,
    least: u32,
    most: u32,
}

impl fmt::Display for KdfError {
    /// The error as a verb phrase: "asks for …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bounds = if self.least == self.most { "same" } else { "range" };
        let [found, least, most] = [self.found, self.least, self.most].map(|n| n.to_string());
        encryption::parameter_out_of_range(found, self.parameter, bounds, least, most).fmt(f)
    }
}

/// Errors of derivation, encryption and decryption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptError {
    /// The memory for the derivation is not available.
    NoMemory,
    /// The text is longer than the cipher takes (256 GiB).
    TooLong,
    /// Key, nonce, header and ciphertext do not belong together.
    DoesNotOpen,
}

/// A key of XChaCha20-Poly1305.
pub struct Key(pub [u8; 32]);

impl Key {
    /// Encrypts a text and authenticates it with its header, which stays readable. Each nonce must be used once for a key.
    ///
    /// # Errors
    /// [`CryptError::TooLong`].
    pub fn encrypt(&self, nonce: &[u8; NONCE], header: &[u8], text: &[u8]) -> Result<Vec<u8>, CryptError> {
        let mut out = text.to_vec();
        let tag = XChaCha20Poly1305::new(&self.0.into())
            .encrypt_inout_detached(&(*nonce).into(), header, out.as_mut_slice().into())
            .map_err(|_| CryptError::TooLong)?;
        out.extend_from_slice(&tag);
        Ok(out)
    }

    /// Decrypts what [`Key::encrypt`] made, if nothing in it and nothing in the header has changed.
    ///
    /// # Errors
    /// [`CryptError::DoesNotOpen`]; no part of the text is returned.
    pub fn decrypt(&self, nonce: &[u8; NONCE], header: &[u8], ciphertext: &[u8]) -> Result<Vec<u8>, CryptError> {
        let (text, tag) = ciphertext.split_last_chunk::<TAG>().ok_or(CryptError::DoesNotOpen)?;
        let mut out = text.to_vec();
        XChaCha20Poly1305::new(&self.0.into())
            .decrypt_inout_detached(&(*nonce).into(), header, out.as_mut_slice().into(), &Tag::from(*tag))
            .map_err(|_| CryptError::DoesNotOpen)?;
        Ok(out)
    }
}

/// Bytes of the system's generator, passed in and used once.
pub struct Randomness<'a>(&'a [u8]);

impl<'a> Randomness<'a> {
    /// The bytes that a seal needs, which is the largest use: 32 for the salt, 40 for the encryption, 32 for the opening
    /// number.
    pub const ENOUGH: usize = 104;

    /// Wraps the bytes. If all of them are equal, they come from no generator and are refused.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new(bytes: &'a [u8]) -> Result<Self, NoRandomness> {
        if bytes.windows(2).any(|pair| pair[0] != pair[1]) { Ok(Self(bytes)) } else { Err(NoRandomness) }
    }

    /// The next bytes.
    ///
    /// # Errors
    /// [`NoRandomness`] when too few are left.
    pub fn take<const N: usize>(&mut self) -> Result<[u8; N], NoRandomness> {
        let (taken, left) = self.0.split_first_chunk().ok_or(NoRandomness)?;
        self.0 = left;
        Ok(*taken)
    }
}

/// There are not enough random bytes: nothing can be locked or sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomness;
