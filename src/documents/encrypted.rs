//! An encrypted text with the parameters that are needed to decrypt it, and the errors of both directions.

use std::fmt;

use crate::base::crypt::{Kdf, KdfError, NONCE, NoRandomness, SALT};
use crate::base::error::FileError;
use crate::messages::encryption;

/// Why an encrypted file did not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecryptError {
    /// It is another file, or not one that this version can read.
    Unreadable(FileError),
    /// It does not fit its own checksum.
    Damaged,
    /// It asks for more than a file may.
    Parameters(KdfError),
    /// No passphrase was given.
    NoSecret,
    /// The file is undamaged, so the passphrase is not the one it was locked with.
    WrongSecret,
    /// The memory for the derivation is not available.
    NoMemory,
}

impl fmt::Display for DecryptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(problem) => encryption::unreadable(problem.to_string()).fmt(f),
            Self::Damaged => f.write_str(encryption::DAMAGED),
            Self::Parameters(refusal) => encryption::parameters(refusal.to_string()).fmt(f),
            Self::NoSecret => f.write_str(encryption::NO_PASSPHRASE_TO_OPEN),
            Self::WrongSecret => f.write_str(encryption::WRONG_PASSPHRASE),
            Self::NoMemory => f.write_str(encryption::NO_MEMORY_TO_OPEN),
        }
    }
}

/// Why an encrypted file was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncryptError {
    /// No passphrase was given.
    NoSecret,
    /// There are no unpredictable bytes.
    NoRandomness,
    /// The memory for the derivation is not available.
    NoMemory,
    /// The file would be larger than one that is read.
    TooLarge,
}

impl fmt::Display for EncryptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSecret => encryption::NO_PASSPHRASE,
            Self::NoRandomness => encryption::NO_RANDOMNESS,
            Self::NoMemory => encryption::NO_MEMORY,
            Self::TooLarge => encryption::TOO_LARGE,
        })
    }
}

impl From<NoRandomness> for EncryptError {
    fn from(NoRandomness: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

/// What an encrypted file shows without its secret.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Encrypted {
    pub(crate) kdf: Kdf,
    pub(crate) salt: [u8; SALT],
    pub(crate) nonce: [u8; NONCE],
    pub(crate) header: String,
    pub(crate) ciphertext: Vec<u8>,
}

impl Encrypted {
    /// The parameters of the derivation.
    pub(crate) fn kdf(&self) -> Kdf {
        self.kdf
    }

    /// Decrypts the text. It takes as long as the parameters say.
    pub(crate) fn open(&self, secret: &str) -> Result<Vec<u8>, DecryptError> {
        let key = self.kdf.key(secret.as_bytes(), &self.salt).map_err(|_| DecryptError::NoMemory)?;
        key.decrypt(&self.nonce, self.header.as_bytes(), &self.ciphertext).map_err(|_| DecryptError::WrongSecret)
    }
}
