//! A setup's own name, where its mailbox does not tell it from the others.

use crate::value::clean::is_invisible;
use crate::value::{ClientSecret, Refusal, SecretShape};
use serde::{Deserialize, Serialize};

/// What a person calls a setup: one line, bounded, never a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SetupName(String);

impl SetupName {
    /// The longest name, in characters: what a line of the list shows.
    pub const LONGEST: usize = 60;

    /// Reads what the person wrote, on one line. Marks that nobody sees, such as those that turn the direction of
    /// writing, are left out.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::TooLong`], or [`Refusal::LooksLikeSecret`]: a name is shown and kept in a file.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let words: Vec<String> = raw
            .split(|c: char| c.is_whitespace() || c.is_control())
            .map(|word| word.chars().filter(|c| !is_invisible(*c)).collect())
            .filter(|word: &String| !word.is_empty())
            .collect();
        let is_secret = |word: &String| {
            ClientSecret::parse(word).is_ok_and(|secret| secret.shape() == SecretShape::Current)
        };
        if words.iter().any(is_secret) {
            return Err(Refusal::LooksLikeSecret);
        }
        let name = words.join(" ");
        match name.chars().count() {
            0 => Err(Refusal::Empty),
            1..=Self::LONGEST => Ok(Self(name)),
            _ => Err(Refusal::TooLong),
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SetupName {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(&text)
    }
}

impl From<SetupName> for String {
    fn from(name: SetupName) -> Self {
        name.0
    }
}
