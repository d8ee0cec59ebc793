//! A sealed answer: an `age` file with a passphrase, in its text form (`-----BEGIN AGE ENCRYPTED FILE-----`), so
//! that it can be pasted as well as attached. Source: <https://age-encryption.org/v1>

use super::ErrandFault;
use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, scrypt};
use std::io::{Read as _, Write as _};
use std::iter;
use vincula_core::errand::{MOST, NotAnErrand, Passphrase};
use zeroize::Zeroizing;

/// Work of scrypt, as a power of two: a quarter of a second and 64 MiB. The passphrase has 79 random bits, so that
/// more would only make people wait.
const WORK: u8 = 16;
/// The most that is done for somebody else's file: 256 MiB.
const MOST_WORK: u8 = 18;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// Seals a text under a new passphrase.
pub(super) async fn seal(text: Zeroizing<String>) -> Result<(String, Passphrase), ErrandFault> {
    let passphrase = new_passphrase()?;
    let key = key(&passphrase);
    let sealed = blocking(move || {
        let mut recipient = scrypt::Recipient::new(key);
        recipient.set_work_factor(WORK);
        let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
            .map_err(|_| ErrandFault::Unsealed)?;
        write(encryptor, &text).map_err(|_| ErrandFault::Unsealed)
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

/// Opens the sealed answer in a text: a file, or a mail copied whole.
pub(super) async fn open(text: &str, passphrase: &Passphrase) -> Result<Zeroizing<String>, ErrandFault> {
    let sealed = find(text)?;
    let key = key(passphrase);
    blocking(move || {
        let decryptor =
            Decryptor::new(ArmoredReader::new(sealed.as_bytes())).map_err(|_| NotAnErrand::Damaged)?;
        if !decryptor.is_scrypt() {
            return Err(NotAnErrand::Damaged.into());
        }
        let mut identity = scrypt::Identity::new(key);
        identity.set_max_work_factor(MOST_WORK);
        let opened = decryptor.decrypt(iter::once(&identity as &dyn age::Identity));
        let mut reader = opened.map_err(|error| match error {
            age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys => ErrandFault::WrongPassphrase,
            _ => NotAnErrand::Damaged.into(),
        })?;
        let mut opened = Zeroizing::new(String::new());
        reader
            .by_ref()
            .take(MOST as u64)
            .read_to_string(&mut opened)
            .map_err(|_| NotAnErrand::Damaged)?;
        Ok(opened)
    })
    .await
}

/// The armor in a text, without what a mail program put before its lines.
fn find(text: &str) -> Result<String, NotAnErrand> {
    let start = text.find(BEGIN).ok_or(NotAnErrand::Missing)?;
    let end = text.find(END).ok_or(NotAnErrand::Damaged)? + END.len();
    let armor = text.get(start..end).ok_or(NotAnErrand::Damaged)?;
    if armor.len() > MOST {
        return Err(NotAnErrand::Damaged);
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

fn new_passphrase() -> Result<Passphrase, ErrandFault> {
    // Leaving out more than 48 of 64 bytes never happens; trying twice costs nothing.
    for _ in 0..2 {
        let mut random = Zeroizing::new([0; Passphrase::RANDOM]);
        getrandom::fill(&mut *random).map_err(|_| ErrandFault::Unsealed)?;
        if let Some(passphrase) = Passphrase::from_random(&random) {
            return Ok(passphrase);
        }
    }
    Err(ErrandFault::Unsealed)
}

/// Away from what must answer meanwhile: scrypt is slow on purpose.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ErrandFault> + Send + 'static,
) -> Result<T, ErrandFault> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ErrandFault::Unsealed)?
}
