//! What holds a secret leaves a machine sealed only: an `age` file with a passphrase, in its text form
//! (`-----BEGIN AGE ENCRYPTED FILE-----`), so that it can be pasted as well as attached. An answer and a setup go out
//! so. Source: <https://age-encryption.org/v1>

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, scrypt};
use std::io::{Read as _, Write as _};
use std::iter;
use vincula_core::errand::{MOST, Passphrase};
use vincula_core::file_kind::SEALED;
use zeroize::Zeroizing;

/// Work of scrypt, as a power of two: a quarter of a second and 64 MiB. The passphrase has 79 random bits, so that
/// more would only make people wait.
const WORK: u8 = 16;
/// The most that is done for somebody else's file: 256 MiB.
const MOST_WORK: u8 = 18;

const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// Why something could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealFault {
    /// There is nothing sealed in the text.
    #[error("there is nothing sealed in this text")]
    Missing,
    /// It is there, but a part of it is broken or missing, or it was sealed in another way than with a passphrase.
    #[error("what is sealed is damaged or incomplete")]
    Damaged,
    /// It asks for more work than any file of Vincula's: a file made to keep a machine busy.
    #[error("it asks for more work than a file of Vincula's does")]
    TooMuchWork,
    /// The passphrase does not open it.
    #[error("this passphrase does not open it")]
    WrongPassphrase,
    /// The machine gives no random bytes, or it could not be sealed.
    #[error("it could not be sealed on this machine")]
    Unsealed,
}

/// Seals a text under a new passphrase.
pub(crate) async fn seal(text: Zeroizing<String>) -> Result<(String, Passphrase), SealFault> {
    let passphrase = new_passphrase()?;
    let key = key(&passphrase);
    let sealed = blocking(move || {
        let mut recipient = scrypt::Recipient::new(key);
        recipient.set_work_factor(WORK);
        let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
            .map_err(|_| SealFault::Unsealed)?;
        write(encryptor, &text).map_err(|_| SealFault::Unsealed)
    })
    .await?;
    Ok((sealed, passphrase))
}

fn write(encryptor: Encryptor, text: &str) -> std::io::Result<String> {
    let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armor)?;
    writer.write_all(text.as_bytes())?;
    let sealed = writer.finish()?.finish()?;
    String::from_utf8(sealed).map_err(std::io::Error::other)
}

/// Opens what is sealed in a text: a file, or a mail copied whole.
pub(crate) async fn open(text: &str, passphrase: &Passphrase) -> Result<Zeroizing<String>, SealFault> {
    let sealed = find(text)?;
    let key = key(passphrase);
    blocking(move || {
        let decryptor =
            Decryptor::new(ArmoredReader::new(sealed.as_bytes())).map_err(|_| SealFault::Damaged)?;
        if !decryptor.is_scrypt() {
            return Err(SealFault::Damaged);
        }
        let mut identity = scrypt::Identity::new(key);
        identity.set_max_work_factor(MOST_WORK);
        let opened = decryptor.decrypt(iter::once(&identity as &dyn age::Identity));
        let mut reader = opened.map_err(|error| match error {
            age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys => SealFault::WrongPassphrase,
            age::DecryptError::ExcessiveWork { .. } => SealFault::TooMuchWork,
            _ => SealFault::Damaged,
        })?;
        // As long as it may be from the beginning: one that grows leaves copies behind.
        let mut opened = Zeroizing::new(String::with_capacity(MOST));
        reader
            .by_ref()
            .take(MOST as u64)
            .read_to_string(&mut opened)
            .map_err(|_| SealFault::Damaged)?;
        Ok(opened)
    })
    .await
}

/// The armor in a text, without what a mail program put before its lines.
fn find(text: &str) -> Result<String, SealFault> {
    let start = text.find(SEALED).ok_or(SealFault::Missing)?;
    let end = text.find(END).ok_or(SealFault::Damaged)? + END.len();
    let armor = text.get(start..end).ok_or(SealFault::Damaged)?;
    if armor.len() > MOST {
        return Err(SealFault::Damaged);
    }
    let lines = armor
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ']).trim_end());
    Ok(lines
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect())
}

fn key(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

fn new_passphrase() -> Result<Passphrase, SealFault> {
    // Leaving out more than 48 of 64 bytes never happens; trying twice costs nothing.
    for _ in 0..2 {
        let mut random = Zeroizing::new([0; Passphrase::RANDOM]);
        getrandom::fill(&mut *random).map_err(|_| SealFault::Unsealed)?;
        if let Some(passphrase) = Passphrase::from_random(&random) {
            return Ok(passphrase);
        }
    }
    Err(SealFault::Unsealed)
}

/// Away from what must answer meanwhile: scrypt is slow on purpose.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SealFault> + Send + 'static,
) -> Result<T, SealFault> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| SealFault::Unsealed)?
}
