//! What a guide says beside the way: where the values go, what people ask, and how the access ends.

use super::model::Localized;

/// The vendor's support, which takes the values and enters them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Who it is: «SAI».
    pub name: String,
    /// Its mail address, as text.
    pub mail: Option<String>,
    /// Its telephone number, as text.
    pub phone: Option<String>,
    /// What to ask for: one sentence.
    pub says: Localized,
}

/// What people ask before they begin, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question, in the person's words.
    pub asks: Localized,
    /// The answer.
    pub answer: Localized,
}

/// What ends the access that was given, and how it is taken away and given again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// What the person notices when it ended.
    pub ends: Localized,
    /// How to take it away: one to four lines.
    pub revoke: Vec<Localized>,
    /// How to give it again: one to four lines.
    pub again: Vec<Localized>,
}
