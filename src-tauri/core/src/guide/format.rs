//! The versions of the guide format.

/// A version of the format. New keys come with a new version, so that an older Vincula says that it is too old and not
/// that the author misspelt a word; new names (checks, scenes, pages of the portal) come within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Format {
    /// One ERP that sends mail with an application of the customer's.
    One,
    /// More resources, application permissions, the vendor's own application, its support, questions.
    Two,
}

impl Format {
    /// Every version that is read, the newest last.
    pub(super) const ALL: [Self; 2] = [Self::One, Self::Two];

    /// The number in the file.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    /// The version of this number.
    pub(super) fn of(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.number() == number)
    }
}
