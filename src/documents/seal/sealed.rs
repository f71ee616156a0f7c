//! A sealed file, as far as it can be read without its opening number.

use super::{Content, SealHeader};
use crate::base::crypt::Kdf;
use crate::base::error::FileError;
use crate::documents::encrypted::{DecryptError, Encrypted};
use crate::documents::seal_codes::OpeningNumber;
use crate::messages::seals;

/// A sealed file that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed {
    header: SealHeader,
    encrypted: Encrypted,
    file: String,
}

impl Sealed {
    /// What was read of a file.
    pub(crate) fn new(header: SealHeader, encrypted: Encrypted, file: String) -> Self {
        Self { header, encrypted, file }
    }

    /// What can be read of it. It is that of the file, so it never changes.
    pub fn header(&self) -> &SealHeader {
        &self.header
    }

    /// The text of the file, as it was received.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The parameters of the derivation, which say what opening will take.
    pub fn kdf(&self) -> Kdf {
        self.encrypted.kdf()
    }

    /// Opens it. The parameters decide how long that takes. It does not check whether the content gives the code.
    ///
    /// # Errors
    /// [`DecryptError::WrongSecret`], [`DecryptError::NoMemory`], or [`DecryptError::Unreadable`] when there is no salt in it.
    pub fn open(&self, opening: &OpeningNumber) -> Result<Content, DecryptError> {
        let text = self.encrypted.open(opening.digits())?;
        let short = || DecryptError::Unreadable(FileError::at("ciphertext", seals::NO_SALT));
        let (salt, payload) = text.split_first_chunk().ok_or_else(short)?;
        Ok(Content { salt: *salt, payload: payload.to_vec() })
    }
}
