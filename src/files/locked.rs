//! Files locked with a passphrase, version 1: any file, encrypted. The passphrase is taken as the bytes of the text as it
//! was typed: nothing is trimmed, and an accented letter typed as one sign or as two are different passphrases.

use serde_json::Map;

use super::encrypted::{encrypted_file, read_encrypted};
use super::envelope::Format;
use crate::base::crypt::{Kdf, Randomness};
use crate::documents::encrypted::{DecryptError, EncryptError, Encrypted};
use crate::messages::files;

/// The word that marks a locked file.
pub const LOCKED_FORMAT: &str = "ladder-calibration/locked";
/// The format with its version.
const FORMAT: Format = Format { name: LOCKED_FORMAT, version: 1, what: files::A_LOCKED };

/// Locks a file with a passphrase. It takes as long as the parameters say.
///
/// # Errors
/// Why it was not locked.
pub fn lock_file(bytes: &[u8], passphrase: &str, kdf: Kdf, fresh: &mut Randomness) -> Result<String, EncryptError> {
    if passphrase.is_empty() {
        return Err(EncryptError::NoSecret);
    }
    encrypted_file(&FORMAT, Map::new(), bytes, passphrase, kdf, fresh)
}

/// Reads a locked file as far as it goes without the passphrase: undamaged, and within the caps.
///
/// # Errors
/// Why it cannot be opened, whatever the passphrase.
pub fn read_locked(bytes: &[u8]) -> Result<Locked, DecryptError> {
    let (encrypted, ()) = read_encrypted(bytes, &FORMAT, |_| Some(()))?;
    Ok(Locked(encrypted))
}

/// A locked file that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked(Encrypted);

impl Locked {
    /// The parameters of the derivation, which say what opening will take.
    pub fn kdf(&self) -> Kdf {
        self.0.kdf()
    }

    /// Opens it. It takes as long as the parameters say.
    ///
    /// # Errors
    /// [`DecryptError::NoSecret`], [`DecryptError::WrongSecret`] or [`DecryptError::NoMemory`].
    pub fn open(&self, passphrase: &str) -> Result<Vec<u8>, DecryptError> {
        if passphrase.is_empty() { Err(DecryptError::NoSecret) } else { self.0.open(passphrase) }
    }
}
