//! What is sealed comes back, and whatever was done to it on the way has a name.

use crate::seal::{SealFault, open, seal};
use age::armor::{ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{Encryptor, scrypt};
use std::io::Write as _;
use std::iter;
use vincula_core::errand::{MOST, Passphrase};
use vincula_testbed::Canary;
use zeroize::Zeroizing;

const SECRET: &str = "uRf8Q~jPvMY8Avfl2H0Lui-cdZRPuXG8aB3dE5fG";
const PASSPHRASE: &str = "k7fm-2xqe-9dpa-hw3t";

fn passphrase() -> Passphrase {
    Passphrase::parse(PASSPHRASE).unwrap()
}

/// Sealed with this much work, as other programs may do it.
fn sealed_with(work: u8) -> String {
    let mut recipient = scrypt::Recipient::new(SecretString::from(PASSPHRASE));
    recipient.set_work_factor(work);
    sealed_for(&recipient)
}

fn sealed_for(recipient: &dyn age::Recipient) -> String {
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).unwrap();
    let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).unwrap();
    let mut writer = encryptor.wrap_output(armor).unwrap();
    writer.write_all(SECRET.as_bytes()).unwrap();
    String::from_utf8(writer.finish().unwrap().finish().unwrap()).unwrap()
}

#[tokio::test]
async fn what_is_sealed_comes_back_and_shows_nothing() {
    let (sealed, passphrase) = seal(Zeroizing::new(SECRET.to_owned())).await.unwrap();
    assert_eq!(Canary::of(SECRET).in_bytes(sealed.as_bytes()), None);
    assert_eq!(Canary::of(passphrase.expose()).in_bytes(sealed.as_bytes()), None);
    assert_eq!(*open(&sealed, &passphrase).await.unwrap(), SECRET);
    let other = self::passphrase();
    assert_eq!(
        open(&sealed, &other).await.unwrap_err(),
        SealFault::WrongPassphrase
    );
}

#[tokio::test]
async fn a_file_that_would_keep_the_machine_busy_is_not_opened() {
    // 18 is what is done at most; the factor stands in the header, so that no work is needed to claim more.
    let honest = sealed_with(2);
    assert_eq!(*open(&honest, &passphrase()).await.unwrap(), SECRET);
    // `age-encryption.org/v1`, `-> scrypt <salt> <work>`, …
    let header = |work: u8| {
        rewritten(&honest, |binary| {
            let mut lines = binary.splitn(3, |byte| *byte == b'\n');
            let [first, second, rest] = [(); 3].map(|()| lines.next().unwrap());
            let until = second.iter().rposition(|byte| *byte == b' ').unwrap();
            let changed = [&second[..until], format!(" {work}").as_bytes()].concat();
            [first, &changed, rest].join(&b'\n')
        })
    };
    assert_eq!(
        open(&header(19), &passphrase()).await.unwrap_err(),
        SealFault::TooMuchWork
    );
    assert_eq!(
        open(&header(63), &passphrase()).await.unwrap_err(),
        SealFault::TooMuchWork
    );
}

/// The armor with other bytes inside.
fn rewritten(sealed: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> String {
    use std::io::Read as _;
    let mut binary = Vec::new();
    age::armor::ArmoredReader::new(sealed.as_bytes())
        .read_to_end(&mut binary)
        .unwrap();
    let mut armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).unwrap();
    armor.write_all(&change(&binary)).unwrap();
    String::from_utf8(armor.finish().unwrap()).unwrap()
}

#[tokio::test]
async fn what_is_not_ours_has_a_name() {
    let key = age::x25519::Identity::generate();
    for (text, fault) in [
        (String::new(), SealFault::Missing),
        ("{\"vincula_setup\": 1}".to_owned(), SealFault::Missing),
        (sealed_for(&key.to_public()), SealFault::Damaged),
        (
            format!("-----BEGIN AGE ENCRYPTED FILE-----\n{}", "A".repeat(MOST)),
            SealFault::Damaged,
        ),
        (
            format!(
                "-----BEGIN AGE ENCRYPTED FILE-----\n{}\n-----END AGE ENCRYPTED FILE-----",
                "A".repeat(MOST)
            ),
            SealFault::Damaged,
        ),
    ] {
        assert_eq!(
            open(&text, &passphrase()).await.unwrap_err(),
            fault,
            "{}",
            &text[..text.len().min(60)]
        );
    }
}

#[tokio::test]
async fn every_changed_byte_and_every_cut_has_a_name_or_changes_nothing() {
    let sealed = sealed_with(1);
    let mut damaged = 0;
    for at in 0..sealed.len() {
        let cut = open(&sealed[..at], &passphrase()).await;
        // The last line break alone may be missing.
        assert!(cut.is_err() || at + 1 >= sealed.len(), "cut at {at}");
        let mut bytes = sealed.clone().into_bytes();
        bytes[at] ^= 1 << (at % 7);
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        match open(&text, &passphrase()).await {
            // Blanks and line breaks around the armor, and nothing of what is inside.
            Ok(opened) => assert_eq!(*opened, SECRET, "byte {at}"),
            Err(
                SealFault::Missing | SealFault::Damaged | SealFault::WrongPassphrase | SealFault::TooMuchWork,
            ) => damaged += 1,
            Err(fault @ SealFault::Unsealed) => panic!("byte {at}: {fault}"),
        }
    }
    assert!(damaged + 8 > sealed.len(), "{damaged} of {}", sealed.len());
}
