//! The value of a client secret.

use super::{Refusal, clean};
use zeroize::Zeroizing;

/// The shortest secret that Graph has ever returned (`secretText`, 16–64 characters).
/// Source: <https://learn.microsoft.com/graph/api/application-addpassword>
const SHORTEST: usize = 16;
/// Far above the longest, so that an unusual secret of tomorrow is taken; far below what a keyring refuses.
const LONGEST: usize = 256;

/// The value of a client secret. Wiped from memory when dropped. It cannot be printed, compared, copied or
/// written to a file: whoever needs it says [`ClientSecret::expose`], which is easy to search for.
pub struct ClientSecret(Zeroizing<String>);

/// What can be told of a secret without showing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretShape {
    /// The shape that Entra makes today.
    Current,
    /// Another shape: an older secret, or an incomplete one. It may work.
    Unusual,
}

impl ClientSecret {
    /// Reads what the person pasted.
    ///
    /// # Errors
    /// The reason, where it cannot be a secret's value. Values that only look unusual are taken: secrets made
    /// before 2021 have other shapes.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let text = clean::outside(raw);
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if clean::is_guid(text) {
            return Err(Refusal::LooksLikeSecretId);
        }
        if clean::is_current_secret(text) {
            return Ok(Self(Zeroizing::new(text.to_owned())));
        }
        if is_masked(text) {
            return Err(Refusal::MaskedSecret);
        }
        // Old secrets may end with dots: one that is whole has 32 characters or more.
        if text.ends_with('…') || (text.ends_with("...") && text.len() < 32) {
            return Err(Refusal::TruncatedSecret);
        }
        if clean::is_address_like(text) {
            return Err(Refusal::LooksLikeAddress);
        }
        // Old secrets may hold `@` and dots; nobody's domain mixes capitals and small letters as they do.
        let domain = text.rsplit_once('@').map_or("", |(_, domain)| domain);
        let is_one_case = domain == domain.to_ascii_lowercase() || domain == domain.to_ascii_uppercase();
        if is_one_case && clean::is_email_like(text) {
            return Err(Refusal::LooksLikeEmail);
        }
        if text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        if !text.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(Refusal::ForbiddenCharacters);
        }
        // Today's secrets have 37 characters or more: one that begins like them and is shorter lost its end.
        if text.len() < SHORTEST || (clean::has_current_secret_start(text) && text.len() < 37) {
            return Err(Refusal::TruncatedSecret);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }

    /// The secret itself, for the wire, the keyring and the clipboard only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Its length in characters (they are ASCII).
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// What can be told of it without showing it.
    #[must_use]
    pub fn shape(&self) -> SecretShape {
        if clean::is_current_secret(&self.0) {
            SecretShape::Current
        } else {
            SecretShape::Unusual
        }
    }
}

/// The portal's display of a secret after its page was left: a few characters, then asterisks or dots.
pub(crate) fn is_masked(text: &str) -> bool {
    let shown = text.trim_end_matches(['*', '•', '●', '·']);
    shown.chars().count() <= 8 && text.chars().count() >= shown.chars().count() + 3
}

impl std::fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientSecret(…)")
    }
}
