//! The passphrase that opens an answer, told by telephone or face to face.

use zeroize::Zeroizing;

/// No `i`, `l`, `o`, `0`, `1`: said on the telephone and written by hand, they are taken for one another.
const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// Sixteen of 31 letters are 79 bits: nobody guesses that against scrypt.
const LENGTH: usize = 16;
const GROUP: usize = 4;

/// A passphrase such as `k7fm-2xqe-9dpa-hw3t`. Wiped when dropped; never in a log or a file.
pub struct Passphrase(Zeroizing<String>);

/// The text is not a passphrase that Vincula makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a passphrase of Vincula's: it has 16 letters and digits")]
pub struct NotAPassphrase;

impl Passphrase {
    /// How many random bytes [`Passphrase::from_random`] may need: some are left out so that no letter comes up
    /// more often than another.
    pub const RANDOM: usize = 64;

    /// Makes a passphrase. `None` in the rare case that too many bytes had to be left out: ask for new ones.
    #[must_use]
    pub fn from_random(bytes: &[u8; Self::RANDOM]) -> Option<Self> {
        let fair = 256 - 256 % LETTERS.len();
        let letters: Zeroizing<String> = Zeroizing::new(
            bytes
                .iter()
                .map(|byte| usize::from(*byte))
                .filter(|byte| *byte < fair)
                .filter_map(|byte| LETTERS.get(byte % LETTERS.len()))
                .map(|letter| char::from(*letter))
                .take(LENGTH)
                .collect(),
        );
        (letters.len() == LENGTH).then(|| Self(grouped(&letters)))
    }

    /// Reads what was said or written: capitals, blanks and hyphens make no difference.
    ///
    /// # Errors
    /// Where it cannot be one.
    pub fn parse(text: &str) -> Result<Self, NotAPassphrase> {
        let letters: Zeroizing<String> = Zeroizing::new(
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .map(|c| c.to_ascii_lowercase())
                .take(LENGTH + 1)
                .collect(),
        );
        let fits = letters.len() == LENGTH && letters.bytes().all(|letter| LETTERS.contains(&letter));
        if fits {
            Ok(Self(grouped(&letters)))
        } else {
            Err(NotAPassphrase)
        }
    }

    /// The passphrase, in groups.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

fn grouped(letters: &str) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
    for (at, letter) in letters.chars().enumerate() {
        if at > 0 && at.is_multiple_of(GROUP) {
            text.push('-');
        }
        text.push(letter);
    }
    text
}
